//! Citations in the styles of the Citation Style Language, in French.

use std::sync::OnceLock;

use glane_query::Reference;
use hayagriva::archive::{ArchivedStyle, locales};
use hayagriva::citationberg::json::{DateValue, Item, NameItem, NameValue, Value};
use hayagriva::citationberg::taxonomy::Locator;
use hayagriva::citationberg::{IndependentStyle, Locale, LocaleCode, Style, StyleClass};
use hayagriva::{
    BibliographyDriver, BibliographyRequest, CitationItem, CitationRequest, LocatorPayload,
    SpecificLocator,
};

use super::csl;

/// A style of the Citation Style Language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CitationStyle(ArchivedStyle);

/// Short names for what is asked for most.
const SHORT: [(&str, &str); 4] = [
    ("chicago", "chicago-notes"),
    ("harvard", "harvard-cite-them-right"),
    ("mla", "modern-language-association"),
    ("iso690-author-date", "iso-690-author-date"),
];

impl CitationStyle {
    /// The style with this name, as <https://www.zotero.org/styles> gives it, or a short one.
    pub fn named(name: &str) -> Option<CitationStyle> {
        let full = SHORT.iter().find(|(short, _)| *short == name).map_or(name, |(_, full)| full);
        let style = ArchivedStyle::by_name(full)?;
        matches!(style.get(), Style::Independent(_)).then_some(CitationStyle(style))
    }

    /// Each of `references` as a line: its entry in a bibliography, else the citation itself.
    pub(super) fn cite(self, references: &[&Reference]) -> Vec<String> {
        let Style::Independent(style) = self.0.get() else { return Vec::new() };
        references.iter().map(|reference| cite(&style, reference)).collect()
    }
}

/// Styles of notes print the page in the note only; the others, in the entry.
fn cite(style: &IndependentStyle, reference: &Reference) -> String {
    let Ok(mut item) = serde_json::from_value::<Item>(csl::item(reference)) else {
        return reference.iso690();
    };
    let notes = style.settings.class == StyleClass::Note;
    prepare(&mut item, notes);
    let pages = reference.pages.map(|pages| pages.numbers()).filter(|_| notes);
    let locator =
        pages.as_ref().map(|pages| SpecificLocator(Locator::Page, LocatorPayload::Str(pages)));
    let french = || Some(LocaleCode("fr-FR".to_owned()));
    let mut driver = BibliographyDriver::new();
    let cited = CitationItem::with_locator(&item, locator);
    driver.citation(CitationRequest::new(vec![cited], style, french(), french_locales(), None));
    let rendered = driver.finish(BibliographyRequest {
        style,
        locale: french(),
        locale_files: french_locales(),
    });
    let entry = rendered.bibliography.and_then(|list| list.items.into_iter().next());
    let line = match entry.filter(|_| !notes) {
        Some(entry) => format!("{:#}", entry.content),
        None => rendered.citations.iter().map(|own| format!("{:#}", own.citation)).collect(),
    };
    super::one_line(&line)
}

/// Makes an item one that the processor prints as it is meant.
fn prepare(Item(fields): &mut Item, notes: bool) {
    // In these styles a paper of a conference stands in a journal, and loses its event.
    fields.insert("type".to_owned(), Value::String(kind(fields.get("type"))));
    // The processor refuses a span of days, and reads a note for fields.
    fields.retain(|name, _| !matches!(name.as_str(), "event-date" | "note" | "keyword"));
    for value in fields.values_mut() {
        match value {
            Value::Date(DateValue::DateParts { date_parts, .. }) => date_parts.0.truncate(1),
            // Without this it takes an article for a particle: `Gallou, Solenne Le`.
            Value::Names(names) => names.iter_mut().for_each(keep_whole),
            _ => {}
        }
    }
    if notes {
        // The note cites the page itself.
        fields.remove("page");
    }
}

fn kind(given: Option<&Value>) -> String {
    let given = given.and_then(Value::to_str).unwrap_or_default();
    if given == "paper-conference" { "chapter".to_owned() } else { given.into_owned() }
}

fn keep_whole(name: &mut NameValue) {
    if let NameValue::Item(NameItem { non_dropping_particle, .. }) = name {
        non_dropping_particle.get_or_insert_default();
    }
}

/// The terms of French styles, read once: it takes a few milliseconds.
fn french_locales() -> &'static [Locale] {
    static LOCALES: OnceLock<Vec<Locale>> = OnceLock::new();
    LOCALES.get_or_init(|| {
        let french =
            |locale: &Locale| locale.lang.as_ref().is_some_and(|code| code.0.starts_with("fr"));
        locales().into_iter().filter(french).collect()
    })
}
