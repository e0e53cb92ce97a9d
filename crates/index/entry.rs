//! A document and its passages → tantivy documents.

use glane_analysis::Language;
use glane_document::{Document, Function, Passage, Section, SectionKind, Speaker, Zone};
use tantivy::TantivyDocument;
use tantivy::schema::Field;

use crate::schema::{FIRST, Fields};
use crate::stored::StoredPassage;
use crate::tokenizer;

/// The numbers that a document and its sections are given.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Ordinals {
    /// The document's.
    pub(crate) document: u64,
    /// The first section's; the others follow.
    pub(crate) section: u64,
}

/// How many sections [`entries`] makes of a document: at least one.
pub(crate) fn section_count(document: &Document) -> usize {
    document.sections.len().max(1)
}

/// One tantivy document per passage, in order.
///
/// A document has at least one section and a section at least one passage here, so that a title
/// without text is found too.
pub(crate) fn entries(
    fields: &Fields,
    document: &Document,
    passages: &[Passage],
    ordinals: Ordinals,
) -> Vec<TantivyDocument> {
    let fallback = [Section::default()];
    let sections =
        if document.sections.is_empty() { &fallback[..] } else { &document.sections[..] };
    let mut entries = Vec::with_capacity(passages.len());
    for (index, section) in sections.iter().enumerate() {
        let language = language(section);
        let subject = Subject { fields, document, section, language, ordinals, index };
        let mut first = true;
        for passage in passages.iter().filter(|passage| passage.section == index) {
            entries.push(subject.entry(passage.clone(), std::mem::replace(&mut first, false)));
        }
        if first {
            entries.push(subject.entry(without_text(index, section), true));
        }
    }
    entries
}

/// The language as whose a section's words are read: French where it is undecided or not one
/// that has a stemmer.
pub fn language(section: &Section) -> Language {
    section.language.as_deref().and_then(Language::from_code).unwrap_or_default()
}

fn without_text(index: usize, section: &Section) -> Passage {
    let text = String::new();
    Passage {
        section: index,
        ordinal: 1,
        offset: 0,
        text,
        head: 0,
        page: section.page,
        sheet: section.sheet_at(0),
        zone: Zone::Body,
    }
}

/// What the passages of one section have in common.
struct Subject<'a> {
    fields: &'a Fields,
    document: &'a Document,
    section: &'a Section,
    language: Language,
    ordinals: Ordinals,
    index: usize,
}

impl Subject<'_> {
    fn entry(&self, passage: Passage, first: bool) -> TantivyDocument {
        let mut entry = TantivyDocument::new();
        self.add_filters(&mut entry);
        if first {
            entry.add_text(self.fields.opening, FIRST);
            self.add_heading(&mut entry);
            self.add_people(&mut entry);
            self.add_document(&mut entry);
        }
        self.add_text(&mut entry, &passage);
        entry.add_text(self.fields.zone, passage.zone.as_str());
        self.add_stored(&mut entry, passage, first);
        entry
    }

    fn add_filters(&self, entry: &mut TantivyDocument) {
        let (fields, section) = (self.fields, self.section);
        entry.add_text(fields.kind, section.kind.as_str());
        entry.add_text(fields.source, &self.document.id);
        add_texts(
            entry,
            fields.speaker,
            distinct(heard(section).map(|speaker| speaker.name.as_str())),
        );
        add_texts(entry, fields.keyword, distinct(self.keywords()));
        add_texts(entry, fields.theme_label, self.theme());
        add_texts(entry, fields.place, self.document.place.as_deref());
        add_texts(entry, fields.event, self.document.event.as_deref());
        add_texts(entry, fields.language, section.language.as_deref());
        add_number(entry, fields.year, self.document.year().map(i64::from));
        add_number(entry, fields.date, self.day());
        entry.add_u64(fields.section, self.ordinals.section + self.index as u64);
        entry.add_u64(fields.document_ordinal, self.ordinals.document);
    }

    /// The section's keywords; those of the whole document count once, with its first section.
    fn keywords(&self) -> impl Iterator<Item = &str> {
        let whole = if self.index == 0 { &self.document.keywords[..] } else { &[] };
        self.section.keywords.iter().chain(whole).map(|keyword| keyword.0.as_str())
    }

    fn add_heading(&self, entry: &mut TantivyDocument) {
        let (fields, section) = (self.fields, self.section);
        self.add_own(entry, fields.title, &section.label());
        entry.add_text(fields.head, section.kind.label());
        for keyword in self.keywords() {
            self.add_own(entry, fields.keywords, keyword);
        }
        add_texts(entry, fields.theme, self.theme());
    }

    fn add_people(&self, entry: &mut TantivyDocument) {
        for speaker in heard(self.section) {
            entry.add_text(self.fields.names, &speaker.name);
            if speaker.as_written != speaker.name {
                entry.add_text(self.fields.names, &speaker.as_written);
            }
        }
        for speaker in &self.section.speakers {
            let unheard = (!is_heard(speaker)).then_some(&speaker.name);
            let told = [unheard, speaker.role.as_ref(), speaker.organisation.as_ref()];
            add_texts(entry, self.fields.head, told.into_iter().flatten());
        }
    }

    fn add_document(&self, entry: &mut TantivyDocument) {
        let Document { title, subtitle, event, place, organisers, .. } = self.document;
        let stated = [title, subtitle, event, place].into_iter().flatten();
        add_texts(entry, self.fields.document, stated.chain(organisers));
    }

    fn add_text(&self, entry: &mut TantivyDocument, passage: &Passage) {
        let (head, text) =
            passage.text.split_at_checked(passage.head).unwrap_or(("", &passage.text));
        self.add_own(entry, self.fields.head, head);
        self.add_own(entry, self.fields.text, text);
        entry.add_u64(self.fields.head_words, tokenizer::words(self.language, head));
    }

    /// Adds words of the section's own, which are in its language; what surrounds it may not be.
    fn add_own(&self, entry: &mut TantivyDocument, field: Field, text: &str) {
        match self.language {
            Language::French => entry.add_text(field, text),
            other => {
                let counts = field == self.fields.text;
                entry.add_pre_tokenized_text(field, tokenizer::cut(other, text, counts));
            }
        }
    }

    fn add_stored(&self, entry: &mut TantivyDocument, passage: Passage, first: bool) {
        let section = first.then(|| Box::new(untold(self.section)));
        let document = (first && self.index == 0).then(|| Box::new(bare(self.document)));
        let stored = StoredPassage { passage, section, document };
        // Plain data with string keys always serialises.
        if let Ok(json) = serde_json::to_string(&stored) {
            entry.add_text(self.fields.stored, json);
        }
    }

    /// A theme's own section stands in its theme, as those that it contains.
    fn theme(&self) -> Option<String> {
        let own = || (self.section.kind == SectionKind::Theme).then(|| self.section.label());
        self.section.theme.clone().or_else(own).filter(|theme| !theme.is_empty())
    }

    fn day(&self) -> Option<i64> {
        let date = self.section.date.or(self.document.dates.first().copied())?;
        let day = i64::from(date.day.unwrap_or(0));
        Some(i64::from(date.year) * 10_000 + i64::from(date.month) * 100 + day)
    }
}

/// Organisers and contacts are named in a section without being heard in it.
fn heard(section: &Section) -> impl Iterator<Item = &Speaker> {
    section.speakers.iter().filter(|speaker| is_heard(speaker))
}

/// Whether someone is heard in a section, rather than named in it as an organiser or a contact.
pub fn is_heard(speaker: &Speaker) -> bool {
    matches!(speaker.function, Function::Speaker | Function::Moderator | Function::Author)
}

fn untold(section: &Section) -> Section {
    Section { text: String::new(), ..section.clone() }
}

fn bare(document: &Document) -> Document {
    let document = Document { sections: Vec::new(), furniture: Vec::new(), ..document.clone() };
    Document { warnings: Vec::new(), ..document }
}

fn distinct<'a>(values: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut seen = Vec::new();
    for value in values {
        if !seen.contains(&value) {
            seen.push(value);
        }
    }
    seen
}

fn add_texts(
    entry: &mut TantivyDocument,
    field: Field,
    texts: impl IntoIterator<Item: AsRef<str>>,
) {
    for text in texts {
        entry.add_text(field, text);
    }
}

fn add_number(entry: &mut TantivyDocument, field: Field, number: Option<i64>) {
    if let Some(number) = number {
        entry.add_i64(field, number);
    }
}
