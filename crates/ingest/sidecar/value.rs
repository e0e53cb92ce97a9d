//! Reads one value of a sidecar, or says in French what was expected and at which line.

use glane_analysis::edit;
use glane_document::{PartialDate, TimeOfDay};
use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

use super::anchor::compact;
use super::{Change, Placed, Remark};

/// A key as it stands in the file.
pub(super) type Key<'t> = Spanned<DeString<'t>>;
/// A value as it stands in the file.
pub(super) type Value<'t> = Spanned<DeValue<'t>>;

/// Reads values and gathers what is wrong with them.
pub(super) struct Reader<'t> {
    text: &'t str,
    remarks: Vec<Remark>,
}

/// A value that is one of a few, with the names that it goes by.
pub(super) trait Named: Copy + 'static {
    /// Every value.
    fn all() -> &'static [Self];
    /// The name in JSON.
    fn name(self) -> &'static str;
    /// The French name.
    fn label(self) -> &'static str;
}

impl<'t> Reader<'t> {
    /// Reads the values of the file `text`.
    pub(super) fn new(text: &'t str) -> Reader<'t> {
        Reader { text, remarks: Vec::new() }
    }

    /// What was wrong, by line.
    pub(super) fn into_remarks(self) -> Vec<Remark> {
        let mut remarks = self.remarks;
        remarks.sort();
        remarks
    }

    /// The 1-based line of a value.
    pub(super) fn line<T>(&self, value: &Spanned<T>) -> u32 {
        line_at(self.text, value.span().start)
    }

    /// Says what is wrong with a value.
    pub(super) fn refuse<T>(&mut self, value: &Spanned<T>, message: impl Into<String>) {
        let line = self.line(value);
        self.refuse_line(line, message);
    }

    /// Says what is wrong at a line.
    pub(super) fn refuse_line(&mut self, line: u32, message: impl Into<String>) {
        self.remarks.push(Remark::new(line, message));
    }

    fn mistaken(&mut self, key: &Key<'_>, value: &Value<'_>, expected: &str) {
        let found = french_type(value.get_ref());
        self.refuse(value, format!("« {} » attend {expected}, et non {found}", key.get_ref()));
    }

    /// A text on one line.
    fn string(&mut self, key: &Key<'_>, value: &Value<'_>) -> Option<String> {
        let DeValue::String(text) = value.get_ref() else {
            self.mistaken(key, value, "un texte entre guillemets");
            return None;
        };
        let lines = text.split(['\n', '\r', '\t']).map(str::trim);
        Some(lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" "))
    }

    /// A text to be compared or a name: it holds a letter or a digit.
    pub(super) fn words(&mut self, key: &Key<'_>, value: &Value<'_>) -> Option<Placed<String>> {
        let text = self.string(key, value)?;
        if compact(&text).is_empty() {
            self.refuse(value, format!("« {} » est vide", key.get_ref()));
            return None;
        }
        Some(Placed { line: self.line(value), value: text })
    }

    /// A text; `""` says that there is none.
    pub(super) fn text(&mut self, key: &Key<'_>, value: &Value<'_>) -> Change<String> {
        self.string(key, value).map_or(Change::Keep, |text| set_unless(text.is_empty(), text))
    }

    /// A text, or a whole number that is meant as one: `number = 10`.
    pub(super) fn label(&mut self, key: &Key<'_>, value: &Value<'_>) -> Change<String> {
        match value.get_ref() {
            DeValue::Integer(number) => Change::Set(number.as_str().to_owned()),
            _ => self.text(key, value),
        }
    }

    /// A two-letter code of language.
    pub(super) fn language(&mut self, key: &Key<'_>, value: &Value<'_>) -> Change<String> {
        let change = self.text(key, value);
        if let Change::Set(code) = &change
            && (code.len() != 2 || !code.bytes().all(|letter| letter.is_ascii_lowercase()))
        {
            let expected = "attendu un code de langue sur deux lettres : fr, en, es, de, it, pt";
            self.refuse(value, format!("« {code} » ; {expected}"));
        }
        change
    }

    /// A whole number among `range`.
    pub(super) fn whole(
        &mut self,
        key: &Key<'_>,
        value: &Value<'_>,
        range: std::ops::RangeInclusive<i64>,
    ) -> Option<i64> {
        let read = match value.get_ref() {
            DeValue::Integer(number) => i64::from_str_radix(number.as_str(), number.radix()).ok(),
            _ => {
                self.mistaken(key, value, "un nombre entier");
                return None;
            }
        };
        let inside = read.filter(|number| range.contains(number));
        if inside.is_none() {
            let (least, most) = range.into_inner();
            self.refuse(value, format!("« {} » va de {least} à {most}", key.get_ref()));
        }
        inside
    }

    /// A printed page; `""` says that it is unknown.
    pub(super) fn page(&mut self, key: &Key<'_>, value: &Value<'_>) -> Change<u32> {
        if value.get_ref().as_str().is_some_and(|text| text.trim().is_empty()) {
            return Change::Clear;
        }
        let page = self.whole(key, value, 1..=99_999).and_then(|page| u32::try_from(page).ok());
        page.map_or(Change::Keep, Change::Set)
    }

    /// `true` or `false`.
    pub(super) fn flag(&mut self, key: &Key<'_>, value: &Value<'_>) -> bool {
        let flag = value.get_ref().as_bool();
        if flag.is_none() {
            self.mistaken(key, value, "true ou false, sans guillemets");
        }
        flag.unwrap_or_default()
    }

    /// A date, between quotes or not; `""` says that it is unknown.
    pub(super) fn date(&mut self, key: &Key<'_>, value: &Value<'_>) -> Change<PartialDate> {
        let expected = "une date de la forme \"AAAA-MM-JJ\" ou \"AAAA-MM\"";
        self.parsed(key, value, expected, |text| text.parse().ok())
    }

    /// A time of day, between quotes or not; `""` says that it is unknown.
    pub(super) fn time(&mut self, key: &Key<'_>, value: &Value<'_>) -> Change<TimeOfDay> {
        self.parsed(key, value, "une heure de la forme \"HH:MM\"", |text| {
            // A French reader writes 9h30 and 14h.
            let text = text.replace(" ", "").replace(['h', 'H'], ":");
            let minutes = if text.ends_with(':') { "00" } else { "" };
            format!("{text}{minutes}").parse().ok()
        })
    }

    fn parsed<T>(
        &mut self,
        key: &Key<'_>,
        value: &Value<'_>,
        expected: &str,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Change<T> {
        let written = match value.get_ref() {
            DeValue::String(text) if text.trim().is_empty() => return Change::Clear,
            DeValue::String(text) => text.trim().to_owned(),
            // TOML has dates and times of its own, which say no more than their letters here.
            DeValue::Datetime(_) => self.text.get(value.span()).unwrap_or_default().to_owned(),
            _ => {
                self.mistaken(key, value, expected);
                return Change::Keep;
            }
        };
        parse(&written).map_or_else(
            || {
                self.refuse(value, format!("« {written} » n'est pas {expected}"));
                Change::Keep
            },
            Change::Set,
        )
    }

    /// One of a few values, by its name in JSON or in French.
    pub(super) fn named<T: Named>(&mut self, key: &Key<'_>, value: &Value<'_>) -> Option<T> {
        let given = self.string(key, value)?;
        let wanted = compact(&given);
        let is_meant =
            |known: &T| compact(known.name()) == wanted || compact(known.label()) == wanted;
        let found = T::all().iter().copied().find(is_meant);
        if found.is_none() {
            let described = |&known: &T| format!("{} ({})", known.name(), known.label());
            let known: Vec<String> = T::all().iter().map(described).collect();
            let message = format!(
                "« {given} » ne convient pas à « {} » ; choisir parmi : {}",
                key.get_ref(),
                known.join(", ").to_lowercase()
            );
            self.refuse(value, message);
        }
        found
    }

    /// A list, each element read by `read`.
    pub(super) fn list<T>(
        &mut self,
        key: &Key<'_>,
        value: &Value<'_>,
        mut read: impl FnMut(&mut Self, &Value<'_>) -> Option<T>,
    ) -> Vec<T> {
        let DeValue::Array(elements) = value.get_ref() else {
            self.mistaken(key, value, "une liste entre crochets");
            return Vec::new();
        };
        elements.iter().filter_map(|element| read(self, element)).collect()
    }

    /// A list of texts; empty ones are left out.
    pub(super) fn texts(&mut self, key: &Key<'_>, value: &Value<'_>) -> Vec<String> {
        let texts = self.list(key, value, |reader, element| reader.string(key, element));
        texts.into_iter().filter(|text| !text.is_empty()).collect()
    }

    /// A list of names, or one alone.
    pub(super) fn names(&mut self, key: &Key<'_>, value: &Value<'_>) -> Vec<Placed<String>> {
        match value.get_ref() {
            DeValue::String(_) => self.words(key, value).into_iter().collect(),
            _ => self.list(key, value, |reader, element| reader.words(key, element)),
        }
    }

    /// The tables under `[[key]]`, each read by `read`, which is given its line.
    pub(super) fn tables<T>(
        &mut self,
        key: &Key<'_>,
        value: &Value<'_>,
        mut read: impl FnMut(&mut Self, u32, &DeTable<'_>) -> Option<T>,
    ) -> Vec<T> {
        if value.get_ref().is_table() {
            let name = key.get_ref();
            self.refuse(key, format!("écrire [[{name}]], entre doubles crochets"));
            return Vec::new();
        }
        self.list(key, value, |reader, element| {
            let line = reader.line(element);
            match element.get_ref() {
                DeValue::Table(table) => read(reader, line, table),
                _ => {
                    reader.mistaken(key, element, "une table");
                    None
                }
            }
        })
    }
}

/// The line of the byte `at`, from 1.
pub(super) fn line_at(text: &str, at: usize) -> u32 {
    let before = &text.as_bytes()[..at.min(text.len())];
    let ends = before.iter().filter(|&&byte| byte == b'\n').count();
    u32::try_from(ends + 1).unwrap_or(u32::MAX)
}

/// The name that `given` may have been meant for.
pub(super) fn nearest<'n>(
    given: &str,
    names: impl IntoIterator<Item = &'n str>,
) -> Option<&'n str> {
    let near = names.into_iter().filter_map(|name| Some((edit::distance(given, name, 2)?, name)));
    near.min_by_key(|(edits, _)| *edits).map(|(_, name)| name)
}

fn set_unless<T>(is_absent: bool, value: T) -> Change<T> {
    if is_absent { Change::Clear } else { Change::Set(value) }
}

/// What a value is, with its article.
fn french_type(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "un texte",
        DeValue::Integer(_) => "un nombre",
        DeValue::Float(_) => "un nombre à virgule",
        DeValue::Boolean(_) => "true ou false",
        DeValue::Datetime(_) => "une date ou une heure",
        DeValue::Array(_) => "une liste",
        DeValue::Table(_) => "une table",
    }
}
