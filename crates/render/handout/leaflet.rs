//! What a handout says, before any format.

use glane_dossier::Excerpt;

use super::Handout;
use super::clean::{clean, lines, shortened};
use super::reference::{reference, source, span};
use crate::counted;

/// More words than this do not fit on a page with their box: such an excerpt may be cut.
const ONE_PAGE: usize = 380;

/// Characters of the title that fit in a footer, beside the page.
const SHORT_TITLE: usize = 70;

/// The bookmark of the sources.
pub(super) const SOURCES: &str = "sources";

/// The bookmark of the excerpt of this rank, from 1.
pub(super) fn bookmark(rank: usize) -> String {
    format!("extrait_{rank}")
}

/// A handout, ready to be laid out: every text is clean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Leaflet {
    /// The title.
    pub(super) title: String,
    /// Paragraphs under the title.
    pub(super) presentation: Vec<String>,
    /// What the title page says at its foot: a label and what it is.
    pub(super) facts: Vec<(&'static str, String)>,
    /// The day it was prepared on, as ISO 8601 writes it.
    pub(super) date: Option<String>,
    /// Whether excerpts are listed after the title page.
    pub(super) contents: bool,
    /// The excerpts, in order.
    pub(super) entries: Vec<Entry>,
    /// The documents, each once.
    pub(super) sources: Vec<Source>,
}

/// An excerpt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entry {
    /// `2. Atelier 4 — …`.
    pub(super) heading: String,
    /// Paragraphs by piece: something of the section stands between two pieces.
    pub(super) pieces: Vec<Vec<String>>,
    /// The ISO 639-1 code of its language, where it is not French.
    pub(super) language: Option<String>,
    /// Who says it, where and when.
    pub(super) reference: String,
    /// The declared keywords, on one line; empty without.
    pub(super) keywords: String,
    /// The paragraphs of the note.
    pub(super) note: Vec<String>,
    /// Whether there is a box to write in.
    pub(super) boxed: bool,
    /// Whether it fits on a page: it is not cut then.
    pub(super) whole: bool,
}

/// A document, in a list of sources.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Source {
    /// Its title.
    pub(super) title: String,
    /// What follows the title, a comma first.
    pub(super) rest: String,
}

impl Leaflet {
    /// What `handout` says.
    pub(super) fn of(handout: &Handout<'_>) -> Leaflet {
        let dossier = handout.dossier;
        let entry = |(rank, excerpt)| Entry::of(rank, excerpt, handout);
        Leaflet {
            title: clean(dossier.display_title()),
            presentation: lines(&dossier.presentation),
            facts: facts(handout),
            date: handout.date.map(|date| date.to_string()),
            contents: handout.parts.contents && !dossier.excerpts.is_empty(),
            entries: (1..).zip(&dossier.excerpts).map(entry).collect(),
            sources: sources(&dossier.excerpts),
        }
    }

    /// The title as it stands in the footer.
    pub(super) fn short_title(&self) -> String {
        shortened(&self.title, SHORT_TITLE)
    }
}

impl Entry {
    /// The number and the title of the heading.
    pub(super) fn numbered(&self) -> (&str, &str) {
        self.heading.split_once(". ").unwrap_or(("", &self.heading))
    }

    fn of(rank: usize, excerpt: &Excerpt, handout: &Handout<'_>) -> Entry {
        let pieces = excerpt.pieces.iter().map(|piece| {
            piece.paragraphs().iter().map(|paragraph| clean(paragraph)).collect::<Vec<_>>()
        });
        let note = if handout.parts.notes { lines(&excerpt.note) } else { Vec::new() };
        let words = excerpt.words() + excerpt.note.split_whitespace().count();
        Entry {
            heading: format!("{rank}. {}", clean(&glane_query::plain(&excerpt.title))),
            pieces: pieces.filter(|piece| !piece.is_empty()).collect(),
            language: excerpt.language.clone().filter(|code| code != "fr" && is_code(code)),
            reference: clean(&reference(excerpt)),
            keywords: clean(&excerpt.keywords.join(", ")),
            note,
            boxed: handout.parts.boxes,
            whole: words <= ONE_PAGE,
        }
    }
}

/// Whether a kept language is a code; a file of someone else's may hold anything there.
fn is_code(language: &str) -> bool {
    matches!(language.len(), 2..=3) && language.bytes().all(|byte| byte.is_ascii_lowercase())
}

fn facts(handout: &Handout<'_>) -> Vec<(&'static str, String)> {
    let excerpts = &handout.dossier.excerpts;
    let documents = counted(sources(excerpts).len(), "document", "documents");
    let years = span(excerpts).map_or_else(String::new, |years| format!(", {years}"));
    let mut facts =
        vec![("Extraits", excerpts.len().to_string()), ("Sources", format!("{documents}{years}"))];
    if let Some(date) = handout.date {
        facts.push(("Préparé le", format!("{}, avec Glane", date.french())));
    }
    facts
}

/// The documents in the order of their first excerpt, each once.
fn sources(excerpts: &[Excerpt]) -> Vec<Source> {
    let mut seen: Vec<&str> = Vec::new();
    let mut sources = Vec::new();
    for origin in excerpts.iter().map(|excerpt| &excerpt.origin) {
        if !seen.contains(&origin.id.as_str()) {
            seen.push(&origin.id);
            sources.push(Source { title: clean(&origin.title), rest: clean(&source(origin)) });
        }
    }
    sources
}
