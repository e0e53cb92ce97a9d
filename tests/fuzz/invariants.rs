//! What must hold of a file once it is read, whatever it holds.

use std::collections::HashSet;

use glane_document::{Document, Passage, Section};
use glane_ingest::{Reading, SourceFile, ingest, passages, structure};

use crate::draw::Draw;
use crate::panics;

/// A file that is read.
#[derive(Debug, Clone)]
pub(crate) struct Case {
    /// Its name.
    pub(crate) id: String,
    /// What it holds.
    pub(crate) bytes: Vec<u8>,
}

impl Case {
    /// A text file.
    pub(crate) fn of_text(text: String) -> Case {
        Case { id: "a.txt".to_owned(), bytes: text.into_bytes() }
    }

    /// The document of a text as a line of JSON, in which numbers were changed.
    pub(crate) fn of_documents(text: &str, draw: &mut Draw) -> Case {
        let document = structure("a.txt", "a.txt", text);
        let json = serde_json::to_string(&document).expect("a document serialises");
        let mut changed = String::new();
        for part in json.split_inclusive(':') {
            let number = part.starts_with(|c: char| c.is_ascii_digit()) && draw.once_in(4);
            let rest = part.trim_start_matches(|c: char| number && c.is_ascii_digit());
            if number {
                changed.push_str(&draw.below(300).to_string());
            }
            changed.push_str(rest);
        }
        Case { id: "a.jsonl".to_owned(), bytes: changed.into_bytes() }
    }
}

/// What is wrong with how a file is read: a sentence, then a colon and what it is about.
///
/// `None` when nothing is.
pub(crate) fn fault(case: &Case) -> Option<String> {
    panics::caught(|| read(case)).unwrap_or_else(Err).err()
}

/// The sentence of a fault: two cases that have the same one fail alike.
pub(crate) fn kind(fault: &str) -> &str {
    fault.split(": ").next().unwrap_or_default()
}

/// Reads a file as `glane index` does.
fn read(case: &Case) -> Result<(), String> {
    let text = std::str::from_utf8(&case.bytes).ok().filter(|text| !text.starts_with('\u{feff}'));
    let documents = match text {
        // Such bytes are their own text: nothing of them may be missing.
        Some(text) if !case.id.ends_with(".jsonl") => {
            let document = structure(&case.id, &case.id, text);
            whole(&document, text)?;
            let again = structure(&case.id, &case.id, text);
            expect(again == document, "two readings differ", &case.id)?;
            vec![document]
        }
        // What is no text, or no document, is refused with a reason.
        _ => from_disk(case).unwrap_or_default(),
    };
    documents.iter().try_for_each(|document| sound(document, &case.id))
}

#[expect(
    clippy::disallowed_methods,
    reason = "only the source reader takes bytes, and from a file"
)]
fn from_disk(case: &Case) -> Option<Vec<Document>> {
    let folder = tempfile::tempdir().expect("the system has a folder for temporary files");
    let path = folder.path().join(&case.id);
    std::fs::write(&path, &case.bytes).expect("the disk has room");
    ingest(&SourceFile { id: case.id.clone(), path }, Reading::in_process())
        .ok()
        .map(|read| read.documents)
}

/// Each line of a text is in one section or in furniture.
fn whole(document: &Document, text: &str) -> Result<(), String> {
    let sections = document.sections.iter().map(|section| section.text.as_str());
    let furniture = document.furniture.iter().map(|furniture| furniture.text.as_str());
    let mut found: Vec<&str> = sections.chain(furniture).flat_map(lines).collect();
    let mut expected: Vec<&str> = lines(text).collect();
    found.sort_unstable();
    expected.sort_unstable();
    expect(found == expected, "a line is lost, or is there twice", &document.id)?;
    let numbered: Vec<&str> = lines(text).collect();
    for furniture in &document.furniture {
        let range = furniture.first_line as usize - 1..furniture.last_line as usize;
        let own = numbered.get(range).map(<[&str]>::concat);
        expect(
            own.as_deref() == Some(&furniture.text),
            "furniture is at other lines",
            &furniture.text,
        )?;
    }
    for section in &document.sections {
        let ends = (1..=numbered.len()).contains(&(section.last_line as usize));
        let starts = (1..=section.last_line).contains(&section.first_line);
        expect(starts && ends, "a section is at no lines", &section.id)?;
    }
    Ok(())
}

/// Lines end with a line feed or a form feed.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive(['\n', '\x0c'])
}

/// What holds of any document.
fn sound(document: &Document, id: &str) -> Result<(), String> {
    let foreign = id.ends_with(".jsonl");
    let mut passages = passages(document).into_iter().peekable();
    let mut ids = HashSet::new();
    for (at, section) in document.sections.iter().enumerate() {
        let mut own = Vec::new();
        while let Some(passage) = passages.next_if(|passage| passage.section == at) {
            own.push(passage);
        }
        cut(section, &own)?;
        expect(
            section.text.is_char_boundary(section.head),
            "a head ends in a character",
            &section.id,
        )?;
        if foreign {
            // Others wrote it: only what the reader repairs is sure.
            continue;
        }
        pages(section)?;
        // Sessions side by side share a row, which only the last one holds.
        let next = document.sections.get(at + 1);
        let beside = next.is_some_and(|next| next.first_line == section.first_line);
        expect(beside || !section.text.is_empty(), "a section is empty", &section.id)?;
        let above = section.parent.as_ref().is_none_or(|parent| ids.contains(parent));
        expect(above, "a section stands in none of those above it", &section.id)?;
        expect(ids.insert(section.id.clone()), "two sections have one name", &section.id)?;
    }
    expect(passages.next().is_none(), "a passage is out of order", &document.id)?;
    if foreign {
        return Ok(());
    }
    let json = serde_json::to_string(document).map_err(|error| error.to_string())?;
    let again: Document = serde_json::from_str(&json).map_err(|error| error.to_string())?;
    expect(again == *document, "a document does not come back from JSON", &document.id)
}

/// The passages of a section are its text, cut.
fn cut(section: &Section, passages: &[Passage]) -> Result<(), String> {
    let mut end = 0;
    for (ordinal, passage) in (1..).zip(passages) {
        expect(passage.offset == end, "a passage does not follow the one before", &section.id)?;
        expect(passage.ordinal == ordinal, "a passage has another's rank", &section.id)?;
        expect(
            passage.text.is_char_boundary(passage.head),
            "a passage's head is cut",
            &section.id,
        )?;
        end += passage.text.len();
    }
    let text: String = passages.iter().map(|passage| passage.text.as_str()).collect();
    expect(text == section.text, "passages are not the section's text", &section.id)
}

/// Pages start in order, between characters.
fn pages(section: &Section) -> Result<(), String> {
    let starts = || section.pages.iter().map(|page| page.offset);
    let inside = starts().all(|offset| section.text.is_char_boundary(offset));
    expect(inside, "a page starts in a character", &section.id)?;
    expect(starts().is_sorted(), "pages are out of order", &section.id)
}

fn expect(holds: bool, fault: &str, at: &str) -> Result<(), String> {
    if holds { Ok(()) } else { Err(format!("{fault}: {at:?}")) }
}
