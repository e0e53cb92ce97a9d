//! Fonts: what each code of a font says, and how wide it is.
//!
//! `pdf-extract` knows how fonts name their letters, but stops at the first one that is not as it
//! expects. A font is therefore handed to it alone, in a document made for it, with what it needs
//! and in the form that it expects: whatever fails then is one font.

use std::cell::RefCell;
use std::collections::{HashMap, HashSet};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::rc::Rc;

use pdf_extract::{
    Dictionary, Document, MediaBox, Object, ObjectId, OutputDev, OutputError, Stream, Transform,
};

use super::face::face;
use super::letters;
use super::object::{Lookup, whole};
use super::stream::{TooLarge, unfold};
use crate::extract::emphasis::Face;

/// What one code of a font says.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Glyph {
    /// The letters; empty where the font does not tell.
    pub(super) text: Rc<str>,
    /// How far it moves on, for a size of 1.
    pub(super) width: f64,
}

/// A font as text is shown in it.
#[derive(Debug)]
pub(super) struct Font {
    /// Whether its letters are bold, or italic.
    pub(super) face: Face,
    /// Whether a code is of two bytes.
    wide: bool,
    /// How its letters are read.
    source: Option<Source>,
    /// What is known of its codes, by blocks of 256.
    blocks: RefCell<HashMap<u8, Rc<[Glyph]>>>,
}

/// The blocks of a font of two bytes that are read together: one costs as much as all of them.
const FIRST_BLOCKS: u8 = 16;

impl Font {
    /// Hands over what each code of a string says, and whether it is the blank that spacing widens.
    pub(super) fn decode(&self, text: &[u8], mut each: impl FnMut(&Glyph, bool)) {
        if !self.wide {
            let block = self.block(0);
            text.iter().for_each(|&code| each(&block[usize::from(code)], code == b' '));
            return;
        }
        let mut current: Option<(u8, Rc<[Glyph]>)> = None;
        for pair in text.chunks_exact(2) {
            let block = match &current {
                Some((high, block)) if *high == pair[0] => block,
                _ => &current.insert((pair[0], self.block(pair[0]))).1,
            };
            each(&block[usize::from(pair[1])], false);
        }
    }

    fn block(&self, high: u8) -> Rc<[Glyph]> {
        if let Some(block) = self.blocks.borrow().get(&high) {
            return Rc::clone(block);
        }
        let highs = match (self.wide, high < FIRST_BLOCKS) {
            (true, true) => 0..=FIRST_BLOCKS - 1,
            _ => high..=high,
        };
        let read = self.source.as_ref().and_then(|source| {
            let codes: Vec<u8> = highs
                .clone()
                .flat_map(|high| (0..=u8::MAX).map(move |low| (high, low)))
                .flat_map(|(high, low)| if self.wide { vec![high, low] } else { vec![low] })
                .collect();
            source.ask(&codes)
        });
        // A font that cannot be read moves on by half its size, so that its words stay apart.
        let unread = || vec![Glyph { text: Rc::default(), width: 0.5 }; 256];
        let mut blocks = self.blocks.borrow_mut();
        for (rank, high) in highs.enumerate() {
            let glyphs = read
                .as_ref()
                .map_or_else(unread, |glyphs| glyphs[rank * 256..(rank + 1) * 256].to_vec());
            blocks.insert(high, glyphs.into());
        }
        Rc::clone(&blocks[&high])
    }
}

/// The fonts of a document, each read once.
#[derive(Debug, Default)]
pub(super) struct Fonts {
    known: HashMap<ObjectId, Rc<Font>>,
}

impl Fonts {
    /// The font that a resource names.
    ///
    /// # Errors
    ///
    /// When a part of it unfolds to too much.
    pub(super) fn get(
        &mut self,
        document: &Document,
        resource: &Object,
    ) -> Result<Rc<Font>, TooLarge> {
        let id = resource.as_reference().ok();
        if let Some(font) = id.and_then(|id| self.known.get(&id)) {
            return Ok(Rc::clone(font));
        }
        let dictionary =
            document.dereference(resource).ok().and_then(|(_, font)| font.as_dict().ok());
        let font = Rc::new(match dictionary {
            Some(dictionary) => read(document, dictionary)?,
            None => Font {
                face: Face::default(),
                wide: false,
                source: None,
                blocks: RefCell::default(),
            },
        });
        if let Some(id) = id {
            self.known.insert(id, Rc::clone(&font));
        }
        Ok(font)
    }
}

fn read(document: &Document, font: &Dictionary) -> Result<Font, TooLarge> {
    let wide = document.name(font, b"Subtype") == Some(b"Type0");
    let source = if wide { composite(document, font)? } else { simple(document, font)? };
    let face = face(document, font);
    Ok(Font { face, wide, source: Some(source), blocks: RefCell::default() })
}

/// A font as `pdf-extract` takes it, alone in its document.
#[derive(Debug)]
struct Source {
    document: Document,
    font: ObjectId,
    content: ObjectId,
    /// The font without its encoding, and the codes that the encoding names all the same: the
    /// others say what the program of the font says.
    program: Option<(Box<Source>, HashSet<u8>)>,
    /// The codes whose names say nothing.
    unnamed: HashSet<u8>,
}

impl Source {
    fn new(mut document: Document, font: Dictionary) -> Source {
        let font = document.add_object(font);
        let content = document.add_object(Stream::new(Dictionary::new(), Vec::new()));
        let mut fonts = Dictionary::new();
        fonts.set("F", Object::Reference(font));
        let mut resources = Dictionary::new();
        resources.set("Font", fonts);
        let mut page = Dictionary::new();
        page.set("Type", Object::Name(b"Page".to_vec()));
        page.set("MediaBox", [0, 0, 1, 1].map(Object::Integer).to_vec());
        page.set("Resources", resources);
        page.set("Contents", Object::Reference(content));
        let page = document.add_object(page);
        let mut pages = Dictionary::new();
        pages.set("Type", Object::Name(b"Pages".to_vec()));
        pages.set("Kids", vec![Object::Reference(page)]);
        let pages = document.add_object(pages);
        let mut catalog = Dictionary::new();
        catalog.set("Pages", Object::Reference(pages));
        let catalog = document.add_object(catalog);
        document.trailer.set("Root", Object::Reference(catalog));
        Source { document, font, content, program: None, unnamed: HashSet::new() }
    }

    /// What each of `codes` says.
    fn ask(&self, codes: &[u8]) -> Option<Vec<Glyph>> {
        let mut glyphs = self.ask_alone(codes)?;
        if let Some((program, named)) = &self.program
            && let Some(own) = program.ask_alone(codes)
        {
            for (code, (glyph, own)) in (0..=u8::MAX).zip(glyphs.iter_mut().zip(own)) {
                if !named.contains(&code) && !own.text.is_empty() {
                    glyph.text = own.text;
                }
            }
        }
        for &code in &self.unnamed {
            if let Some(glyph) = glyphs.get_mut(usize::from(code)) {
                glyph.text = Rc::default();
            }
        }
        Some(glyphs)
    }

    /// What each of `codes` says, with as little of the font as it takes.
    ///
    /// Each attempt leaves out one more part that may have been what could not be read.
    fn ask_alone(&self, codes: &[u8]) -> Option<Vec<Glyph>> {
        let whole = self.document.clone();
        let mut attempt = self.attempt(whole, codes);
        for part in [&b""[..], b"FontDescriptor", b"ToUnicode", b"Encoding"] {
            if attempt.is_some() {
                break;
            }
            let mut document = self.document.clone();
            let font = document.get_object_mut(self.font).and_then(Object::as_dict_mut).ok()?;
            if !font.has(b"Encoding") || part == b"Encoding" {
                // The parser expects one wherever the letters that it knows are not all there are.
                font.set("Encoding", Dictionary::new());
            }
            font.remove(part);
            attempt = self.attempt(document, codes);
        }
        attempt
    }

    fn attempt(&self, mut document: Document, codes: &[u8]) -> Option<Vec<Glyph>> {
        let hexadecimal: String = codes.iter().map(|code| format!("{code:02x}")).collect();
        let content = format!("BT /F 1 Tf <{hexadecimal}> Tj ET");
        let stream = document.get_object_mut(self.content).and_then(Object::as_stream_mut).ok()?;
        stream.set_plain_content(content.into_bytes());
        let mut glyphs = Glyphs::default();
        let read = || pdf_extract::output_doc(&document, &mut glyphs);
        let read = catch_unwind(AssertUnwindSafe(read));
        let expected = codes.len() == glyphs.0.len() || codes.len() == 2 * glyphs.0.len();
        (matches!(read, Ok(Ok(()))) && expected).then_some(glyphs.0)
    }
}

/// Takes down what the parser says of each code.
#[derive(Debug, Default)]
struct Glyphs(Vec<Glyph>);

impl OutputDev for Glyphs {
    fn output_character(
        &mut self,
        _: &Transform,
        width: f64,
        _: f64,
        _: f64,
        text: &str,
    ) -> Result<(), OutputError> {
        self.0.push(Glyph { text: letters::of_glyph(text).into(), width });
        Ok(())
    }

    fn begin_page(
        &mut self,
        _: u32,
        _: &MediaBox,
        _: Option<(f64, f64, f64, f64)>,
    ) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_page(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn begin_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_line(&mut self) -> Result<(), OutputError> {
        Ok(())
    }
}

/// A font of one byte a code.
fn simple(document: &Document, font: &Dictionary) -> Result<Source, TooLarge> {
    let subtype = document.name(font, b"Subtype").unwrap_or(b"Type1");
    let mut own = Document::new();
    let mut tame = Dictionary::new();
    tame.set("Subtype", Object::Name(subtype.to_vec()));
    to_unicode(document, font, &mut own, &mut tame)?;
    if let Some(encoding) = encoding(document, font) {
        tame.set("Encoding", encoding);
    } else if subtype == b"Type3" {
        tame.set("Encoding", Dictionary::new());
    }
    let base = document.name(font, b"BaseFont").unwrap_or_default();
    let widths = widths(document, font, subtype);
    let base = if widths.is_some() { base } else { core_font(base) };
    tame.set("BaseFont", Object::Name(base.to_vec()));
    if let Some(widths) = widths {
        tame.set("FirstChar", 0);
        tame.set("LastChar", 255);
        tame.set("Widths", widths);
    }
    let descriptor = document.dictionary(font, b"FontDescriptor");
    let program = descriptor.map(|descriptor| program(document, descriptor, &mut own));
    let program = program.transpose()?.filter(|program| !program.is_empty());
    let names = names(document, font);
    let mut source = match (program, document.entry(font, b"Encoding")) {
        (Some(program), None) => {
            tame.set("FontDescriptor", program);
            Source::new(own, tame)
        }
        (Some(program), Some(Object::Dictionary(encoding))) if !encoding.has(b"BaseEncoding") => {
            let mut bare = tame.clone();
            bare.remove(b"Encoding");
            bare.set("FontDescriptor", program);
            let bare = Source::new(own.clone(), bare);
            let named = names.iter().map(|(code, _)| *code).collect();
            Source { program: Some((Box::new(bare), named)), ..Source::new(own, tame) }
        }
        _ => Source::new(own, tame),
    };
    if subtype == b"Type3" && !font.has(b"ToUnicode") {
        let unnamed = names.iter().filter(|(_, name)| is_rank(name));
        source.unnamed = unnamed.map(|(code, _)| *code).collect();
    }
    Ok(source)
}

/// Whether the name of a glyph is but a rank among the drawings of a font: `a12`, `G07`.
fn is_rank(name: &[u8]) -> bool {
    let letters = name.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
    let digits = &name[letters..];
    letters > 0
        && !digits.is_empty()
        && digits.iter().all(u8::is_ascii_digit)
        && !name.starts_with(b"u")
}

/// A font of several bytes a code, nearly always two.
fn composite(document: &Document, font: &Dictionary) -> Result<Source, TooLarge> {
    let identity = || Object::Name(b"Identity-H".to_vec());
    let mut own = Document::new();
    let mut tame = Dictionary::new();
    tame.set("Subtype", Object::Name(b"Type0".to_vec()));
    tame.set("BaseFont", Object::Name(b"F".to_vec()));
    tame.set("Encoding", identity());
    to_unicode(document, font, &mut own, &mut tame)?;
    let mut descendant = Dictionary::new();
    descendant.set("FontDescriptor", Dictionary::new());
    if let Some(described) = document.first_dictionary(font, b"DescendantFonts") {
        let default = document.number(described, b"DW").unwrap_or(1000.0);
        descendant.set("DW", Object::Integer(whole(default)));
        descendant.set("W", widths_of_ranges(document, described));
    }
    tame.set("DescendantFonts", vec![Object::Dictionary(descendant)]);
    Ok(Source::new(own, tame))
}

/// Hands over the table from codes to letters, where there is one.
fn to_unicode(
    document: &Document,
    font: &Dictionary,
    own: &mut Document,
    tame: &mut Dictionary,
) -> Result<(), TooLarge> {
    if let Some(Object::Stream(stream)) = document.entry(font, b"ToUnicode") {
        let table = unfold(document, stream)?;
        tame.set("ToUnicode", own.add_object(Stream::new(Dictionary::new(), table)));
    }
    Ok(())
}

/// The encoding of a simple font with all in its place.
fn encoding(document: &Document, font: &Dictionary) -> Option<Object> {
    const KNOWN: [&[u8]; 3] = [b"MacRomanEncoding", b"MacExpertEncoding", b"WinAnsiEncoding"];
    let known = |name: &[u8]| KNOWN.contains(&name).then(|| Object::Name(name.to_vec()));
    match document.entry(font, b"Encoding")? {
        Object::Name(name) => known(name),
        Object::Dictionary(encoding) => {
            let mut tame = Dictionary::new();
            if let Some(base) = document.name(encoding, b"BaseEncoding").and_then(known) {
                tame.set("BaseEncoding", base);
            }
            let named = names(document, font).into_iter();
            let named = named.flat_map(|(code, name)| [i64::from(code).into(), Object::Name(name)]);
            tame.set("Differences", named.collect::<Vec<Object>>());
            Some(Object::Dictionary(tame))
        }
        _ => None,
    }
}

/// The codes that the encoding of a font names.
fn names(document: &Document, font: &Dictionary) -> Vec<(u8, Vec<u8>)> {
    let encoding = document.dictionary(font, b"Encoding");
    let differences = encoding.and_then(|encoding| document.array(encoding, b"Differences"));
    let (mut names, mut code) = (Vec::new(), 0);
    for object in differences.unwrap_or_default() {
        match document.resolved(object) {
            Some(Object::Integer(first)) => code = *first,
            Some(Object::Name(name)) => {
                names.extend(u8::try_from(code).map(|code| (code, letters::glyph_name(name))));
                code = code.saturating_add(1);
            }
            _ => {}
        }
    }
    names
}

/// The widths of all 256 codes, or `None` where the font tells none.
fn widths(document: &Document, font: &Dictionary, subtype: &[u8]) -> Option<Vec<Object>> {
    let told = document.array(font, b"Widths");
    let first = document.number(font, b"FirstChar").unwrap_or_default();
    if told.is_none() && subtype != b"Type3" {
        return None;
    }
    let descriptor = document.dictionary(font, b"FontDescriptor");
    let missing = descriptor.and_then(|descriptor| document.number(descriptor, b"MissingWidth"));
    // Type 3 has a scale of its own, where others count in thousandths.
    let matrix = document.array(font, b"FontMatrix").filter(|_| subtype == b"Type3");
    let scale = matrix.and_then(|matrix| document.as_number(matrix.first()?));
    let scale = scale.map_or(1.0, |scale| scale.abs() * 1000.0);
    let width = |code: i64| {
        let at = usize::try_from(code - whole(first)).ok()?;
        Some(document.as_number(told?.get(at)?)? * scale)
    };
    let widths = (0..256).map(|code| width(code).or(missing).unwrap_or_default());
    #[expect(clippy::cast_possible_truncation, reason = "the format has no finer numbers")]
    Some(widths.map(|width| Object::Real(width as f32)).collect())
}

/// The one of the fonts that every reader has which is the nearest to a name.
fn core_font(name: &[u8]) -> &'static [u8] {
    let has = |part: &[u8]| memchr::memmem::find(name, part).is_some();
    match () {
        () if has(b"ZapfDingbats") => b"ZapfDingbats",
        () if name == b"Symbol" => b"Symbol",
        () if has(b"Courier") => b"Courier",
        () if has(b"Times") && has(b"Bold") => b"Times-Bold",
        () if has(b"Times") => b"Times-Roman",
        () if has(b"Bold") => b"Helvetica-Bold",
        () => b"Helvetica",
    }
}

/// The program of a font, which may name its letters; TrueType's does not.
fn program(
    document: &Document,
    descriptor: &Dictionary,
    own: &mut Document,
) -> Result<Dictionary, TooLarge> {
    let mut tame = Dictionary::new();
    for key in ["FontFile", "FontFile3"] {
        let Some(Object::Stream(stream)) = document.entry(descriptor, key.as_bytes()) else {
            continue;
        };
        let mut dictionary = Dictionary::new();
        if let Some(subtype) = document.name(&stream.dict, b"Subtype") {
            dictionary.set("Subtype", Object::Name(subtype.to_vec()));
        }
        let program = unfold(document, stream)?;
        tame.set(key, own.add_object(Stream::new(dictionary, program)));
    }
    Ok(tame)
}

/// The widths of a composite font, ranges spelt out.
fn widths_of_ranges(document: &Document, font: &Dictionary) -> Vec<Object> {
    /// A width for each code that there may be.
    const MOST: usize = 1 << 16;
    let entries = document.array(font, b"W").unwrap_or_default();
    let entry = |at: usize| entries.get(at).and_then(|entry| document.resolved(entry));
    let number = |at| entry(at).and_then(|entry| document.as_number(entry));
    let (mut widths, mut count, mut at) = (Vec::new(), 0, 0);
    while let Some(first) = number(at)
        && count < MOST
    {
        let list: Vec<Object> = match entry(at + 1) {
            Some(Object::Array(list)) => {
                at += 2;
                list.iter().map(|width| real(document.as_number(width))).collect()
            }
            Some(last) => {
                let last = document.as_number(last).unwrap_or(first).min(65535.0);
                let width = real(number(at + 2));
                at += 3;
                vec![width; usize::try_from(whole(last - first) + 1).unwrap_or_default()]
            }
            None => break,
        };
        count += list.len();
        widths.push(Object::Integer(whole(first)));
        widths.push(Object::Array(list));
    }
    widths
}

#[expect(clippy::cast_possible_truncation, reason = "the format has no finer numbers")]
fn real(number: Option<f64>) -> Object {
    Object::Real(number.unwrap_or_default() as f32)
}
