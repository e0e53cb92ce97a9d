//! Bytes → the objects of a PDF, found again where the table that tells where they stand is lost.

use std::panic::{AssertUnwindSafe, catch_unwind};

use pdf_extract::{Dictionary, Document, LoadOptions, Object};

use super::stream::inflate;
use super::tree::{self, Page};
use crate::extract::Refusal;

/// The most that a stream of objects may unfold to, in bytes.
const MAX_OBJECTS: usize = 256 << 20;

/// A PDF and its pages.
#[derive(Debug)]
pub(super) struct Opened {
    pub(super) document: Document,
    pub(super) pages: Vec<Page>,
    /// Whether the table of its objects was lost or wrong.
    pub(super) repaired: bool,
}

/// Opens a PDF with the empty password where it has one for its owner only.
///
/// # Errors
///
/// When it is encrypted for its readers too, or when no page can be found.
pub(super) fn open(bytes: &[u8]) -> Result<Opened, Refusal> {
    let whole = load(bytes);
    let pages = whole.as_ref().map(tree::pages).unwrap_or_default();
    if let Some(document) = whole.filter(|document| !pages.is_empty() || document.is_encrypted()) {
        if document.is_encrypted() {
            return Err(Refusal::Encrypted);
        }
        return Ok(Opened { document, pages, repaired: false });
    }
    let Some(document) = repaired(bytes).and_then(|bytes| load(&bytes)) else {
        return Err(unreadable(bytes));
    };
    if document.is_encrypted() {
        return Err(Refusal::Encrypted);
    }
    let mut pages = tree::pages(&document);
    if pages.is_empty() {
        pages = tree::loose_pages(&document);
    }
    if pages.is_empty() {
        Err(unreadable(bytes))
    } else {
        Ok(Opened { document, pages, repaired: true })
    }
}

/// Why there is nothing to read.
fn unreadable(bytes: &[u8]) -> Refusal {
    let end = &bytes[bytes.len().saturating_sub(1024)..];
    if memchr::memmem::find(end, b"%%EOF").is_none() {
        return Refusal::Truncated("sa fin manque et aucune page n'a pu être retrouvée".to_owned());
    }
    if memchr::memmem::find(bytes, b"/Encrypt").is_some() {
        return Refusal::Encrypted;
    }
    Refusal::Malformed("aucune page n'a pu être trouvée dans ce PDF".to_owned())
}

fn load(bytes: &[u8]) -> Option<Document> {
    let options = LoadOptions::with_filter(filter);
    // The parser may give up by a panic.
    let load = || Document::load_mem_with_options(bytes, options);
    catch_unwind(AssertUnwindSafe(load)).ok()?.ok()
}

/// Leaves out what takes memory and holds no text.
fn filter(id: (u32, u16), object: &mut Object) -> Option<((u32, u16), Object)> {
    if let Object::Stream(stream) = object {
        if stream.dict.has_type(b"ObjStm") && inflate(&stream.content, MAX_OBJECTS).is_err() {
            return None;
        }
        let image = stream.dict.get(b"Subtype").and_then(Object::as_name);
        if image.is_ok_and(|subtype| subtype == b"Image") {
            stream.set_content(vec![0]);
        }
    }
    // Of a stream, the parser keeps what it handed over and only asks whether to.
    let answer = if object.as_stream().is_ok() { Object::Null } else { object.clone() };
    Some((id, answer))
}

/// The bytes with a table of the objects that can be seen in them.
fn repaired(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut objects: Vec<(u32, u16, usize)> =
        memchr::memmem::find_iter(bytes, b"obj").filter_map(|at| numbered(bytes, at)).collect();
    // Of the versions of an object the last one counts.
    objects.sort_by_key(|&(number, _, at)| (number, std::cmp::Reverse(at)));
    objects.dedup_by_key(|&mut (number, ..)| number);
    let last = objects.last()?.0;
    let mut repaired = bytes.to_vec();
    let start = repaired.len() + 1;
    repaired.extend_from_slice(b"\nxref\n");
    for (number, generation, at) in objects {
        let entry = format!("{number} 1\n{at:010} {generation:05} n \n");
        repaired.extend_from_slice(entry.as_bytes());
    }
    let reference = |key: &str| last_reference(bytes, key);
    let mut trailer = format!("trailer\n<< /Size {}", u64::from(last) + 1);
    for key in ["Root", "Info", "Encrypt"] {
        if let Some(reference) = reference(key) {
            trailer.push_str(&format!(" /{key} {reference}"));
        }
    }
    if let Some(id) = identifier(bytes) {
        trailer.push_str(&format!(" /ID [{id} {id}]"));
    }
    trailer.push_str(&format!(" >>\nstartxref\n{start}\n%%EOF\n"));
    repaired.extend_from_slice(trailer.as_bytes());
    Some(repaired)
}

/// The object whose `obj` stands at `at`: its number, its generation, where it starts.
fn numbered(bytes: &[u8], at: usize) -> Option<(u32, u16, usize)> {
    /// Object numbers beyond are no numbers of objects.
    const MOST: u32 = 8_388_607;
    let (generation, start) = number_before(bytes, at)?;
    let (number, start) = number_before(bytes, start)?;
    let number = u32::try_from(number).ok().filter(|number| *number <= MOST)?;
    Some((number, u16::try_from(generation).ok()?, start))
}

/// The number that ends before `end`, blanks aside, and where it starts.
fn number_before(bytes: &[u8], end: usize) -> Option<(u64, usize)> {
    let before = bytes[..end].trim_ascii_end();
    let digits = before.iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
    let start = before.len() - digits;
    let number = std::str::from_utf8(&before[start..]).ok()?.parse().ok()?;
    Some((number, start))
}

/// What the last `/Key 12 0 R` refers to.
fn last_reference(bytes: &[u8], key: &str) -> Option<String> {
    let key = format!("/{key}");
    let all = memchr::memmem::find_iter(bytes, &key);
    let references = all.filter_map(|at| {
        let after = &bytes[at + key.len()..];
        let after = String::from_utf8_lossy(&after[..after.len().min(40)]);
        let mut words = after.split_ascii_whitespace();
        let (number, generation, mark) = (words.next()?, words.next()?, words.next()?);
        let numbers = number.parse::<u32>().is_ok() && generation.parse::<u16>().is_ok();
        (numbers && mark.starts_with('R')).then(|| format!("{number} {generation} R"))
    });
    references.last()
}

/// The first part of the identifier, which keys are made from.
fn identifier(bytes: &[u8]) -> Option<String> {
    let at = memchr::memmem::rfind(bytes, b"/ID")?;
    let rest = bytes[at + 3..].trim_ascii_start().strip_prefix(b"[")?.trim_ascii_start();
    let end = rest.iter().take(200).position(|&byte| byte == b'>')?;
    let id = std::str::from_utf8(&rest[..=end]).ok()?;
    id.starts_with('<').then(|| id.to_owned())
}

/// The properties of a document, where it has some.
pub(super) fn information(document: &Document) -> Option<&Dictionary> {
    let (_, information) = document.dereference(document.trailer.get(b"Info").ok()?).ok()?;
    information.as_dict().ok()
}
