//! The text of a sidecar becomes rules, or remarks on all that is wrong in it.
//!
//! The tree that the TOML parser gives is read by hand rather than through serde: every mistake is
//! told and not the first only, each with its line, in French.

use glane_document::{DocumentKind, Function, PartialDate, SectionKind};
use toml::de::{DeTable, DeValue};

use super::anchor::Anchor;
use super::keys::Part;
use super::value::{Key, Named, Reader, Value};
use super::{Change, PersonRule, Placed, Remark, SectionRule, Sidecar, SpeakerRule, syntax};

/// The rules of a file.
///
/// # Errors
///
/// What is wrong, in order of line.
pub(super) fn parse(text: &str) -> Result<Sidecar, Vec<Remark>> {
    let (root, errors) = DeTable::parse_recoverable(text);
    if !errors.is_empty() {
        return Err(syntax::remarks(text, &errors));
    }
    let mut reader = Reader::new(text);
    let sidecar = reader.sidecar(root.get_ref());
    let remarks = reader.into_remarks();
    if remarks.is_empty() { Ok(sidecar) } else { Err(remarks) }
}

impl Reader<'_> {
    fn sidecar(&mut self, table: &DeTable<'_>) -> Sidecar {
        let mut sidecar = Sidecar::default();
        for (key, value) in table {
            match key.get_ref().as_ref() {
                "title" => sidecar.title = self.text(key, value),
                "subtitle" => sidecar.subtitle = self.text(key, value),
                "kind" => sidecar.kind = self.named(key, value),
                "event" => sidecar.event = self.text(key, value),
                "dates" => sidecar.dates = Some(self.dates(key, value)),
                "place" => sidecar.place = self.text(key, value),
                "organisers" => sidecar.organisers = Some(self.texts(key, value)),
                "language" => sidecar.language = self.language(key, value),
                "page_offset" => {
                    sidecar.page_offset =
                        self.whole(key, value, -99_999..=99_999).unwrap_or_default();
                }
                "person" => sidecar.people = self.tables(key, value, Reader::person),
                "section" => sidecar.sections = self.tables(key, value, Reader::section),
                _ => self.unknown(Part::Document, key),
            }
        }
        sidecar
    }

    fn unknown(&mut self, part: Part, key: &Key<'_>) {
        self.refuse(key, part.unknown(key.get_ref()));
    }

    fn dates(&mut self, key: &Key<'_>, value: &Value<'_>) -> Vec<PartialDate> {
        let mut dates = self.list(key, value, |reader, element| match reader.date(key, element) {
            Change::Set(date) => Some(date),
            _ => None,
        });
        dates.sort_unstable();
        dates.dedup();
        dates
    }

    fn person(&mut self, line: u32, table: &DeTable<'_>) -> Option<PersonRule> {
        let (mut name, mut within, mut remove) = (None, None, false);
        let (mut merge, mut split) = (Vec::new(), Vec::new());
        for (key, value) in table {
            match key.get_ref().as_ref() {
                "name" => name = self.words(key, value),
                "merge" => merge = self.names(key, value),
                "split" => split = self.names(key, value),
                "within" => within = self.words(key, value),
                "remove" => remove = self.flag(key, value),
                _ => self.unknown(Part::Person, key),
            }
        }
        self.check_person(line, table);
        Some(PersonRule { name: name?, merge, split, within, remove })
    }

    /// What the keys of a person say together.
    fn check_person(&mut self, line: u32, table: &DeTable<'_>) {
        let given = |key: &str| table.contains_key(key);
        let message = match () {
            () if !given("name") => "il manque « name », le nom de la personne",
            () if given("remove") && (given("merge") || given("split")) => {
                "remove ne va pas avec merge ni avec split : en faire deux [[person]]"
            }
            () if given("within") && !given("split") => "within ne va qu'avec split",
            () if given("merge") || given("split") || given("remove") => return,
            () => "que faire de cette personne ? Ajouter merge, split ou remove = true",
        };
        self.refuse_line(line, message);
    }

    fn section(&mut self, line: u32, table: &DeTable<'_>) -> Option<SectionRule> {
        let anchor = Anchor { line, ..Anchor::default() };
        let mut rule = SectionRule { anchor, ..SectionRule::default() };
        for (key, value) in table {
            match key.get_ref().as_ref() {
                "id" => rule.anchor.id = self.words(key, value),
                "heading" => rule.anchor.heading = self.words(key, value),
                "starts_with" => rule.anchor.starts_with = self.words(key, value),
                "starts_at" => rule.anchor.starts_at = self.words(key, value),
                "not_a_section" => rule.not_a_section = self.flag(key, value),
                "number" => rule.number = self.label(key, value),
                "title" => rule.title = self.text(key, value),
                "kind" => rule.kind = self.named(key, value),
                "theme" => rule.theme = self.text(key, value),
                "parent" => rule.parent = self.parent(key, value),
                "page" => rule.page = self.page(key, value),
                "date" => rule.date = self.date(key, value),
                "start" => rule.start = self.time(key, value),
                "end" => rule.end = self.time(key, value),
                "language" => rule.language = self.language(key, value),
                "keywords" => rule.keywords = Some(self.texts(key, value)),
                "speakers" => rule.speakers = Some(self.speakers(key, value)),
                "add_speakers" => rule.add_speakers = self.speakers(key, value),
                "remove_speakers" => rule.remove_speakers = self.names(key, value),
                _ => self.unknown(Part::Section, key),
            }
        }
        self.check_section(line, table, &rule);
        Some(rule)
    }

    /// What the keys of a section say together.
    fn check_section(&mut self, line: u32, table: &DeTable<'_>, rule: &SectionRule) {
        let anchors = ["id", "heading", "starts_with", "starts_at"];
        if !anchors.iter().any(|key| table.contains_key(*key)) {
            let message = "de quelle section s'agit-il ? Ajouter heading (son titre), starts_with \
                           (ses premiers mots), id, ou starts_at (un titre qui n'a pas été vu)";
            self.refuse_line(line, message);
        }
        if !rule.not_a_section {
            return;
        }
        let other =
            |key: &&str| *key == "starts_at" || !anchors.contains(key) && *key != "not_a_section";
        let keys = table.keys().map(|key| key.get_ref().as_ref());
        if let Some(key) = keys.into_iter().find(other) {
            self.refuse_line(line, format!("not_a_section ne va pas avec « {key} »"));
        }
    }

    /// The identifier of a section; `""` says that no section contains this one.
    fn parent(&mut self, key: &Key<'_>, value: &Value<'_>) -> Option<Placed<String>> {
        let line = self.line(value);
        match self.text(key, value) {
            Change::Keep => None,
            Change::Clear => Some(Placed { line, value: String::new() }),
            Change::Set(value) => Some(Placed { line, value }),
        }
    }

    /// Speakers, each a name or a table.
    fn speakers(&mut self, key: &Key<'_>, value: &Value<'_>) -> Vec<SpeakerRule> {
        self.list(key, value, |reader, element| match element.get_ref() {
            DeValue::Table(table) => reader.speaker(element, table),
            _ => {
                let name = reader.words(key, element)?.value;
                Some(SpeakerRule { name, ..SpeakerRule::default() })
            }
        })
    }

    fn speaker(&mut self, element: &Value<'_>, table: &DeTable<'_>) -> Option<SpeakerRule> {
        let mut rule = SpeakerRule::default();
        for (key, value) in table {
            match key.get_ref().as_ref() {
                "name" => rule.name = self.words(key, value)?.value,
                "as_written" => rule.as_written = Some(self.words(key, value)?.value),
                "role" => rule.role = self.text(key, value),
                "organisation" => rule.organisation = self.text(key, value),
                "function" => rule.function = self.named(key, value),
                _ => self.unknown(Part::Speaker, key),
            }
        }
        if rule.name.is_empty() {
            self.refuse(element, "il manque « name », le nom de la personne");
            return None;
        }
        Some(rule)
    }
}

macro_rules! named {
    ($($kind:ty),*) => {$(
        impl Named for $kind {
            fn all() -> &'static [$kind] {
                &<$kind>::ALL
            }
            fn name(self) -> &'static str {
                self.as_str()
            }
            fn label(self) -> &'static str {
                <$kind>::label(self)
            }
        }
    )*};
}

named!(DocumentKind, SectionKind, Function);
