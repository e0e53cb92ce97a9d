//! The content of a page → its words, by following what moves, scales and shows text.

use std::collections::HashSet;
use std::rc::Rc;

use pdf_extract::{Dictionary, Document, Object, ObjectId, Stream};

use super::drawing::{Drawing, Extent, Rule};
use super::font::{Font, Fonts};
use super::link::links;
use super::matrix::Matrix;
use super::object::{Lookup, whole};
use super::stream::{MAX_UNFOLDED, TooLarge, unfold};
use super::tags::{Mark, Tags};
use super::token::{Operand, Operators};
use super::word::{Placed, Word, Words};
use crate::extract::emphasis::{Face, is_colour};

/// How many operators of a document are followed: those of ten thousand dense pages.
const MAX_OPERATORS: usize = 40_000_000;
/// How many operators it is worth to enter a form or a page.
const FORM_COST: usize = 200;
/// How deep forms may stand in forms.
const MAX_DEPTH: usize = 16;
/// How many states may be kept for later.
const MAX_STATES: usize = 512;

/// What a page shows.
#[derive(Debug, Default)]
pub(super) struct Shown {
    /// Its words, in the order in which it shows them.
    pub(super) words: Vec<Word>,
    /// The rules that it draws.
    pub(super) rules: Vec<Rule>,
    /// Where it links to elsewhere.
    pub(super) links: Vec<Extent>,
    /// How many glyphs its fonts do not tell.
    pub(super) unmapped: usize,
    /// Whether it shows images or drawings enough to hold text.
    pub(super) pictures: bool,
}

/// Follows the pages of a document.
#[derive(Debug)]
pub(super) struct Reader<'a> {
    document: &'a Document,
    tags: &'a Tags,
    fonts: Fonts,
    words: Words,
    drawing: Drawing,
    /// How many operators may still be followed.
    operators: usize,
    images: usize,
    fills: usize,
    /// The forms that are being shown: one does not show itself.
    forms: HashSet<ObjectId>,
    /// The page or the form whose content is followed.
    shown_by: ObjectId,
    /// What the content that is open is part of, the innermost last.
    marks: Vec<Option<Mark>>,
}

/// The state that moves, scales and shows text.
#[derive(Debug, Clone)]
struct State {
    page: Matrix,
    font: Option<Rc<Font>>,
    size: f64,
    /// What is added after each glyph, and after each blank.
    spacing: (f64, f64),
    stretch: f64,
    leading: f64,
    rise: f64,
    /// Whether text is in colour.
    coloured: bool,
}

/// Where text stands: at a glyph, and at the start of a line.
#[derive(Debug, Clone, Copy)]
struct Cursor {
    glyph: Matrix,
    line: Matrix,
}

impl<'a> Reader<'a> {
    pub(super) fn new(document: &'a Document, tags: &'a Tags) -> Reader<'a> {
        Reader {
            document,
            tags,
            fonts: Fonts::default(),
            words: Words::default(),
            drawing: Drawing::default(),
            operators: MAX_OPERATORS,
            images: 0,
            fills: 0,
            forms: HashSet::new(),
            shown_by: (0, 0),
            marks: Vec::new(),
        }
    }

    /// What the page `id` shows, turned by `turn` degrees, with the resources that it has or inherits.
    ///
    /// # Errors
    ///
    /// When it unfolds to too much.
    pub(super) fn page(
        &mut self,
        id: ObjectId,
        page: &Dictionary,
        resources: Option<&Dictionary>,
        turn: i64,
    ) -> Result<Shown, TooLarge> {
        /// Letters drawn one by one leave as many fills; frames and rules leave fewer.
        const DRAWN: usize = 100;
        (self.images, self.fills) = (0, 0);
        self.shown_by = id;
        let content = self.content(page)?;
        let state = State {
            page: Matrix::turn(turn),
            font: None,
            size: 0.0,
            spacing: (0.0, 0.0),
            stretch: 1.0,
            leading: 0.0,
            rise: 0.0,
            coloured: false,
        };
        self.run(&content, resources, state, 0)?;
        let words = self.words.take();
        let unmapped = std::mem::take(&mut self.words.unmapped);
        let rules = self.drawing.rules();
        let pictures = self.images > 0 || self.fills > DRAWN;
        Ok(Shown { words, rules, links: links(self.document, page, turn), unmapped, pictures })
    }

    fn content(&self, page: &Dictionary) -> Result<Vec<u8>, TooLarge> {
        let contents = self.document.entry(page, b"Contents");
        let streams = match contents {
            Some(Object::Array(parts)) => parts.as_slice(),
            Some(one) => std::slice::from_ref(one),
            None => &[],
        };
        let mut content = Vec::new();
        for stream in streams.iter().filter_map(|part| self.document.resolved(part)) {
            let Ok(stream) = stream.as_stream() else { continue };
            content.extend(unfold(self.document, stream)?);
            content.push(b'\n');
            if content.len() > MAX_UNFOLDED {
                return Err(TooLarge);
            }
        }
        Ok(content)
    }

    fn run(
        &mut self,
        content: &[u8],
        resources: Option<&Dictionary>,
        mut state: State,
        depth: usize,
    ) -> Result<(), TooLarge> {
        // Blanks cost time too, and forms may be shown over and over.
        let cost = FORM_COST + content.len() / 16;
        self.operators = self.operators.checked_sub(cost).ok_or(TooLarge)?;
        let start = Cursor { glyph: Matrix::IDENTITY, line: Matrix::IDENTITY };
        let (mut cursor, mut kept) = (start, Vec::new());
        let (mut operators, mut operands) = (Operators::new(content), Vec::new());
        let marked = self.marks.len();
        while let Some(operator) = operators.next(&mut operands) {
            self.operators = self.operators.checked_sub(1).ok_or(TooLarge)?;
            self.drawing.follow(operator, &operands, state.page);
            match operator {
                b"q" if kept.len() < MAX_STATES => kept.push(state.clone()),
                b"Q" => state = kept.pop().unwrap_or(state),
                b"BT" => cursor = start,
                b"Tf" => self.choose_font(&mut state, &operands, resources)?,
                b"Do" => self.form(&operands, resources, &state, depth)?,
                b"BMC" | b"BDC" => self.open_mark(&operands, resources),
                b"EMC" if self.marks.len() > marked => self.close_mark(),
                b"BI" => self.images += 1,
                b"f" | b"F" | b"f*" => self.fills += 1,
                b"'" | b"\"" => {
                    if let [word, glyph, _] = &operands[..] {
                        state.spacing = (number(glyph), number(word));
                    }
                    cursor.move_line(0.0, -state.leading);
                    self.show(&state, &mut cursor, operands.last());
                }
                b"Tj" => self.show(&state, &mut cursor, operands.last()),
                b"TJ" => self.show_array(&state, &mut cursor, operands.last()),
                _ => adjust(operator, &operands, &mut state, &mut cursor),
            }
        }
        self.marks.truncate(marked);
        self.words.end();
        self.words.turn_to(self.around());
        Ok(())
    }

    /// What comes until the mark is closed is part of what it names.
    fn open_mark(&mut self, operands: &[Operand], resources: Option<&Dictionary>) {
        let number = match operands {
            [_, Operand::Properties(number)] => *number,
            [_, Operand::Name(name)] => resources
                .and_then(|resources| self.document.dictionary(resources, b"Properties"))
                .and_then(|named| self.document.dictionary(named, name))
                .and_then(|properties| self.document.number(properties, b"MCID")),
            _ => None,
        };
        let mark = number.and_then(|number| self.tags.mark(self.shown_by, whole(number)));
        let mark = mark.or(self.around());
        if self.marks.len() < MAX_STATES {
            self.marks.push(mark);
        }
        self.words.turn_to(mark);
    }

    /// What the content that is open is part of.
    fn around(&self) -> Option<Mark> {
        self.marks.last().copied().flatten()
    }

    fn close_mark(&mut self) {
        self.marks.pop();
        self.words.turn_to(self.around());
    }

    fn choose_font(
        &mut self,
        state: &mut State,
        operands: &[Operand],
        resources: Option<&Dictionary>,
    ) -> Result<(), TooLarge> {
        let [Operand::Name(name), size] = operands else { return Ok(()) };
        state.size = number(size);
        let fonts = resources.and_then(|resources| self.document.dictionary(resources, b"Font"));
        state.font = match fonts.and_then(|fonts| fonts.get(name).ok()) {
            Some(font) => Some(self.fonts.get(self.document, font)?),
            None => None,
        };
        Ok(())
    }

    /// Shows a form, a page in the page; takes note of an image.
    fn form(
        &mut self,
        operands: &[Operand],
        resources: Option<&Dictionary>,
        state: &State,
        depth: usize,
    ) -> Result<(), TooLarge> {
        let [Operand::Name(name)] = operands else { return Ok(()) };
        let named = resources
            .and_then(|resources| self.document.dictionary(resources, b"XObject"))
            .and_then(|objects| objects.get(name).ok());
        let Some(named) = named else { return Ok(()) };
        let Some(Object::Stream(form)) = self.document.resolved(named) else { return Ok(()) };
        if self.document.name(&form.dict, b"Subtype") == Some(b"Image") {
            self.images += 1;
            return Ok(());
        }
        let id = named.as_reference().unwrap_or_default();
        if depth >= MAX_DEPTH || !self.forms.insert(id) {
            return Ok(());
        }
        let around = std::mem::replace(&mut self.shown_by, id);
        let shown = self.show_form(form, resources, state, depth);
        self.shown_by = around;
        self.forms.remove(&id);
        shown
    }

    fn show_form(
        &mut self,
        form: &Stream,
        resources: Option<&Dictionary>,
        state: &State,
        depth: usize,
    ) -> Result<(), TooLarge> {
        let mut state = state.clone();
        let matrix = self.document.array(&form.dict, b"Matrix").unwrap_or_default();
        let numbers: Vec<f64> =
            matrix.iter().filter_map(|number| self.document.as_number(number)).collect();
        if let Ok(matrix) = <[f64; 6]>::try_from(numbers) {
            state.page = Matrix(matrix).then(state.page);
        }
        let content = unfold(self.document, form)?;
        let own = self.document.dictionary(&form.dict, b"Resources");
        self.run(&content, own.or(resources), state, depth + 1)
    }

    fn show_array(&mut self, state: &State, cursor: &mut Cursor, array: Option<&Operand>) {
        let Some(Operand::Array(parts)) = array else { return };
        for part in parts {
            match part {
                Operand::Number(back) => {
                    let along = -back / 1000.0 * state.size * state.stretch;
                    cursor.glyph = Matrix::translation(along, 0.0).then(cursor.glyph);
                }
                text => self.show(state, cursor, Some(text)),
            }
        }
    }

    fn show(&mut self, state: &State, cursor: &mut Cursor, text: Option<&Operand>) {
        let (Some(Operand::Text(text)), Some(font)) = (text, &state.font) else { return };
        let whole = cursor.glyph.then(state.page);
        let (across, up) = whole.scales();
        let (size, angle) = (state.size.abs() * up, whole.angle());
        let (x, y) = whole.apply(0.0, state.rise);
        let (sine, cosine) = f64::from(angle).to_radians().sin_cos();
        let (start, base) = (x * cosine + y * sine, y * cosine - x * sine);
        let emphasis = Face { coloured: Some(state.coloured), ..font.face }.emphasis();
        let mut moved = 0.0;
        let words = &mut self.words;
        if let Some(mark) = self.drawing.mark_before(start, base, size, angle) {
            words.end();
            words.push(&mark);
        }
        font.decode(text, |glyph, blank| {
            let width = glyph.width * state.size * state.stretch;
            let spacing = state.spacing.0 + if blank { state.spacing.1 } else { 0.0 };
            let advance = width + spacing * state.stretch;
            let left = start + moved * across;
            words.push(&Placed {
                text: &glyph.text,
                left,
                right: left + width * across,
                next: left + advance * across,
                base,
                size,
                emphasis,
                angle,
            });
            moved += advance;
        });
        cursor.glyph = Matrix::translation(moved, 0.0).then(cursor.glyph);
    }
}

impl Cursor {
    fn move_line(&mut self, x: f64, y: f64) {
        self.line = Matrix::translation(x, y).then(self.line);
        self.glyph = self.line;
    }
}

/// The operators that only change where text goes, and how.
fn adjust(operator: &[u8], operands: &[Operand], state: &mut State, cursor: &mut Cursor) {
    let one = || operands.last().map_or(0.0, number);
    match operator {
        b"cm" => state.page = matrix(operands).then(state.page),
        b"Tm" => {
            cursor.line = matrix(operands);
            cursor.glyph = cursor.line;
        }
        b"Td" | b"TD" => {
            if let [x, y] = operands {
                if operator == b"TD" {
                    state.leading = -number(y);
                }
                cursor.move_line(number(x), number(y));
            }
        }
        b"T*" => cursor.move_line(0.0, -state.leading),
        b"Tc" => state.spacing.0 = one(),
        b"Tw" => state.spacing.1 = one(),
        b"Tz" => state.stretch = one() / 100.0,
        b"TL" => state.leading = one(),
        b"Ts" => state.rise = one(),
        b"g" | b"rg" | b"k" | b"cs" | b"sc" | b"scn" => {
            let channels: Vec<f64> = operands.iter().map(number).collect();
            state.coloured = is_colour(&channels);
        }
        _ => {}
    }
}

fn number(operand: &Operand) -> f64 {
    match operand {
        Operand::Number(number) => *number,
        _ => 0.0,
    }
}

fn matrix(operands: &[Operand]) -> Matrix {
    let numbers: Vec<f64> = operands.iter().map(number).collect();
    <[f64; 6]>::try_from(numbers).map_or(Matrix::IDENTITY, Matrix)
}
