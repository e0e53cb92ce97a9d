//! BibTeX entries, with the fields of BibLaTeX for what BibTeX has none for and ignores.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use glane_document::{DocumentKind, PartialDate};
use glane_query::{CitedPerson, PageSpan, Reference};

use super::one_line;

/// Keys given so far, since two identifiers may differ in signs that no key has.
#[derive(Debug, Default)]
pub(super) struct Keys(BTreeSet<String>);

impl Keys {
    /// The key of a reference, a number behind it where it is taken.
    fn give(&mut self, reference: &Reference) -> String {
        let base = reference.key();
        let mut key = base.clone();
        let mut number = 2;
        while !self.0.insert(key.clone()) {
            key = format!("{base}-bis{number}");
            number += 1;
        }
        key
    }
}

/// The entry of a reference, its line end included.
pub(super) fn entry(reference: &Reference, keys: &mut Keys) -> String {
    let mut entry = format!("@{}{{{},\n", kind(reference), keys.give(reference));
    for (name, value) in fields(reference) {
        if !value.is_empty() {
            // Writing to a string does not fail.
            let _ = writeln!(entry, "  {name} = {{{value}}},");
        }
    }
    entry.push_str("}\n\n");
    entry
}

fn kind(reference: &Reference) -> &'static str {
    match (&reference.part, reference.kind) {
        (Some(_), DocumentKind::Proceedings) => "inproceedings",
        (Some(_), _) => "incollection",
        (None, DocumentKind::Proceedings) => "proceedings",
        (None, _) => "misc",
    }
}

/// The fields in the order that bibliographies print them; empty where nothing is known.
fn fields(reference: &Reference) -> Vec<(&'static str, String)> {
    let text = |text: &Option<String>| text.as_deref().map(escaped).unwrap_or_default();
    let title = escaped(&reference.full_title());
    // Inner braces keep capitals as they are printed.
    let titles = match &reference.part {
        Some(part) => [("title", format!("{{{}}}", escaped(part))), ("booktitle", title)],
        None => [("title", format!("{{{title}}}")), ("booktitle", String::new())],
    };
    let authors: Vec<String> = reference.authors().into_iter().map(name).collect();
    let organisers: Vec<String> =
        reference.organisers.iter().map(|name| format!("{{{}}}", escaped(name))).collect();
    let keywords: Vec<String> = reference.keywords.iter().map(|word| escaped(word)).collect();
    let first = reference.days().iter().min();
    let mut fields = vec![("author", authors.join(" and "))];
    fields.extend(titles);
    fields.extend([
        ("eventtitle", text(&reference.event)),
        ("venue", text(&reference.place)),
        ("eventdate", span(reference.days())),
        ("year", first.map(|date| date.year.to_string()).unwrap_or_default()),
        ("month", first.map(|date| date.month.to_string()).unwrap_or_default()),
        ("pages", pages(reference)),
        ("organization", organisers.join(" and ")),
        ("address", text(&reference.place)),
        ("keywords", keywords.join(", ")),
        ("langid", reference.language.as_deref().and_then(language).unwrap_or_default().to_owned()),
        ("note", escaped(&note(reference).unwrap_or_default())),
    ]);
    fields
}

/// `Le Gallou, Solenne`; each part in braces where a word in it would part names.
fn name(person: &CitedPerson) -> String {
    let part = |text: &str| {
        let escaped = escaped(text);
        let parts_names = escaped.split(' ').any(|word| word.eq_ignore_ascii_case("and"));
        if parts_names || escaped.contains(',') { format!("{{{escaped}}}") } else { escaped }
    };
    let family = part(&person.family_with_particle());
    match &person.given {
        Some(given) => format!("{family}, {}", part(given)),
        // A lone name is not to be taken apart.
        None => format!("{{{family}}}"),
    }
}

/// `16`, `16--17`, or `16+` where the last page is not known.
fn pages(reference: &Reference) -> String {
    let numbers = |pages: PageSpan| match pages.open {
        true => format!("{}+", pages.first.number),
        false => pages.numbers().replace('-', "--"),
    };
    reference.pages.map(numbers).unwrap_or_default()
}

/// What no other field has room for: the page that a viewer shows.
fn note(reference: &Reference) -> Option<String> {
    let sheets = reference.pages.and_then(|pages| pages.sheets()).filter(|_| reference.is_pdf)?;
    Some(format!("p. {sheets} du PDF"))
}

/// `2023-03-14/2023-03-15`, the dates of ISO 8601 that BibLaTeX reads.
fn span(dates: &[PartialDate]) -> String {
    match (dates.iter().min(), dates.iter().max()) {
        (Some(first), Some(last)) if first != last => format!("{first}/{last}"),
        (Some(first), _) => first.to_string(),
        _ => String::new(),
    }
}

/// The name that babel gives to a language.
fn language(code: &str) -> Option<&'static str> {
    Some(match code {
        "fr" => "french",
        "en" => "english",
        "es" => "spanish",
        "de" => "german",
        "it" => "italian",
        "pt" => "portuguese",
        _ => return None,
    })
}

/// Text as LaTeX reads it, on one line. Braces become commands, since BibTeX counts them even behind
/// a backslash.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in one_line(text).chars() {
        match letter {
            '{' => escaped.push_str("{\\textbraceleft}"),
            '}' => escaped.push_str("{\\textbraceright}"),
            '\\' => escaped.push_str("{\\textbackslash}"),
            '~' => escaped.push_str("{\\textasciitilde}"),
            '^' => escaped.push_str("{\\textasciicircum}"),
            '%' | '&' | '$' | '#' | '_' => escaped.extend(['\\', letter]),
            letter => escaped.push(letter),
        }
    }
    escaped
}
