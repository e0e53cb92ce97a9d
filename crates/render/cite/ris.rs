//! Records of Research Information Systems: a tag, two spaces, a hyphen, a space and a value a line.
//!
//! Tags are those under which reference managers file a paper of a conference: `T2` is the name of the
//! event, `C3` the title of its proceedings, `C1` its place.

use glane_document::DocumentKind;
use glane_query::{CitedPerson, Reference};

use super::one_line;

/// The record of a reference, its line ends included.
pub(super) fn record(reference: &Reference) -> String {
    let mut record = String::new();
    for (tag, value) in fields(reference) {
        let value = one_line(&value);
        if !value.is_empty() {
            record.push_str(&format!("{tag}  - {value}\r\n"));
        }
    }
    record.push_str("ER  - \r\n\r\n");
    record
}

fn fields(reference: &Reference) -> Vec<(&'static str, String)> {
    let known = |text: &Option<String>| text.clone().unwrap_or_default();
    let mut fields = vec![("TY", kind(reference).to_owned())];
    fields.extend(reference.authors().into_iter().map(|person| ("AU", name(person))));
    let title = reference.full_title();
    match (&reference.part, reference.kind) {
        (Some(part), DocumentKind::Proceedings) => fields.extend([
            ("TI", part.clone()),
            ("C3", title),
            ("T2", known(&reference.event)),
            ("C1", known(&reference.place)),
        ]),
        (Some(part), _) => {
            fields.extend([("TI", part.clone()), ("T2", title), ("CY", known(&reference.place))]);
        }
        (None, _) => fields.extend([("TI", title), ("CY", known(&reference.place))]),
    }
    if let Some(date) = reference.days().iter().min() {
        let day = date.day.map(|day| format!("{day:02}")).unwrap_or_default();
        fields.push(("PY", date.year.to_string()));
        fields.push(("DA", format!("{}/{:02}/{day}/", date.year, date.month)));
    }
    if let Some(pages) = reference.pages {
        let bracketed = |number: u32| match pages.first.counted {
            true => format!("[{number}]"),
            false => number.to_string(),
        };
        fields.push(("SP", bracketed(pages.first.number)));
        if pages.last != pages.first {
            fields.push(("EP", bracketed(pages.last.number)));
        }
        if let Some(sheets) = pages.sheets().filter(|_| reference.is_pdf) {
            fields.push(("N1", format!("p. {sheets} du PDF")));
        }
    }
    fields.extend(reference.organisers.iter().map(|name| ("PB", name.clone())));
    fields.extend(reference.keywords.iter().map(|word| ("KW", word.clone())));
    fields.push(("LA", known(&reference.language)));
    fields.push(("ID", reference.id.clone()));
    fields
}

fn kind(reference: &Reference) -> &'static str {
    match (&reference.part, reference.kind) {
        (Some(_), DocumentKind::Proceedings) => "CPAPER",
        (Some(_), _) => "CHAP",
        (None, DocumentKind::Proceedings) => "BOOK",
        (None, _) => "RPRT",
    }
}

/// `Le Gallou, Solenne`: commas part a name, so that none is left inside one.
fn name(person: &CitedPerson) -> String {
    let part = |text: &str| text.replace(',', " ");
    let family = part(&person.family_with_particle());
    match &person.given {
        Some(given) => format!("{family}, {}", part(given)),
        None => family,
    }
}
