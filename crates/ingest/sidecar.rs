//! What a reader corrects in a document: the file `NAME.glane.toml` beside its source.
//!
//! Text in, values out: [`apply_text`] parses the file and changes the document that `structure`
//! has built; only [`beside`] knows that there are files. Corrections hold on to the words of the
//! text, not to lines or pages, so that they survive another extraction; the fields have the names
//! that `glane inspect` prints.
//!
//! A file that is wrong anywhere is not applied at all: half of what somebody wrote is harder to
//! understand than none of it. A correction whose words are not, or no longer, in the text is told
//! and left out, and the others are made.

mod anchor;
mod apply;
mod beside;
mod cut;
mod keys;
mod parse;
mod people;
mod remark;
mod speakers;
mod syntax;
mod themes;
mod value;

use glane_document::{
    Document, DocumentKind, Function, PartialDate, Section, SectionKind, TimeOfDay,
};

use anchor::Anchor;
pub use beside::SidecarNotice;
pub(crate) use beside::{correct, ignored};
pub use remark::Remark;

/// Everything that one file asks for.
#[derive(Debug, Default)]
struct Sidecar {
    title: Change<String>,
    subtitle: Change<String>,
    kind: Option<DocumentKind>,
    event: Change<String>,
    dates: Option<Vec<PartialDate>>,
    place: Change<String>,
    organisers: Option<Vec<String>>,
    language: Change<String>,
    /// What is added to every page that the machine found.
    page_offset: i64,
    people: Vec<PersonRule>,
    sections: Vec<SectionRule>,
}

/// One `[[person]]`.
#[derive(Debug)]
struct PersonRule {
    /// The person's name, `Prénom Nom`.
    name: Placed<String>,
    /// Names whose appearances are this person's.
    merge: Vec<Placed<String>>,
    /// Printed names that are this person's and not the one they were given to.
    split: Vec<Placed<String>>,
    /// The identifier or heading of the only section where [`split`](Self::split) applies.
    within: Option<Placed<String>>,
    /// Whether there is no such person.
    remove: bool,
}

/// One `[[section]]`.
#[derive(Debug, Default)]
struct SectionRule {
    anchor: Anchor,
    /// Whether it is the rest of the section before.
    not_a_section: bool,
    number: Change<String>,
    title: Change<String>,
    kind: Option<SectionKind>,
    theme: Change<String>,
    parent: Option<Placed<String>>,
    page: Change<u32>,
    date: Change<PartialDate>,
    start: Change<TimeOfDay>,
    end: Change<TimeOfDay>,
    language: Change<String>,
    keywords: Option<Vec<String>>,
    speakers: Option<Vec<SpeakerRule>>,
    add_speakers: Vec<SpeakerRule>,
    remove_speakers: Vec<Placed<String>>,
}

/// A speaker as a file describes it.
#[derive(Debug, Default)]
struct SpeakerRule {
    name: String,
    as_written: Option<String>,
    role: Change<String>,
    organisation: Change<String>,
    function: Option<Function>,
}

/// What a file does to a field.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
enum Change<T> {
    /// The field is not in the file.
    #[default]
    Keep,
    /// The field is `""`: nothing is known, whatever the machine found.
    Clear,
    /// The field has this value.
    Set(T),
}

impl<T: Clone> Change<T> {
    /// Does to a field what the file asks for.
    fn apply(&self, field: &mut Option<T>) {
        match self {
            Change::Keep => {}
            Change::Clear => *field = None,
            Change::Set(value) => *field = Some(value.clone()),
        }
    }

    /// Whether the file leaves the field as the machine found it.
    fn is_keep(&self) -> bool {
        matches!(self, Change::Keep)
    }
}

/// A value and the 1-based line of the file where it stands.
#[derive(Debug, Clone)]
struct Placed<T> {
    line: u32,
    value: T,
}

/// Makes the corrections of the file `text`; returns those that could not be made.
///
/// # Errors
///
/// Everything that is wrong in the file; the document is then unchanged.
fn apply_text(document: &mut Document, text: &str) -> Result<Vec<Remark>, Vec<Remark>> {
    let sidecar = parse::parse(text)?;
    Ok(apply::apply(&sidecar, document))
}

/// The position of the section with this identifier.
fn position(document: &Document, id: &str) -> Option<usize> {
    document.sections.iter().position(|section| section.id == id)
}

/// The sections that contain a section, from the nearest.
fn ancestors<'d>(
    document: &'d Document,
    section: &'d Section,
) -> impl Iterator<Item = &'d Section> {
    let above = |section: &&'d Section| document.section(section.parent.as_deref()?);
    // No more than there are sections: parents in a circle must not hang.
    std::iter::successors(Some(section), above).skip(1).take(document.sections.len())
}

#[cfg(test)]
mod tests;
