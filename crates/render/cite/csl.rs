//! Items of the Citation Style Language, as JSON.

use glane_document::{DocumentKind, PartialDate};
use glane_query::{CitedPerson, Reference};
use serde_json::{Map, Value, json};

use super::one_line;

/// The item of a reference.
pub(super) fn item(reference: &Reference) -> Value {
    let mut item = Map::new();
    let mut set = |name: &str, value: Option<String>| {
        let value = value.map(|value| one_line(&value)).filter(|value| !value.is_empty());
        item.extend(value.map(|value| (name.to_owned(), Value::String(value))));
    };
    set("id", Some(reference.id.clone()));
    set("type", Some(kind(reference).to_owned()));
    match &reference.part {
        Some(part) => {
            set("title", Some(part.clone()));
            set("container-title", Some(reference.full_title()));
        }
        None => set("title", Some(reference.full_title())),
    }
    // A title that names the event already says it.
    let event = reference.event.clone().filter(|event| !reference.title.contains(event.as_str()));
    set("event-title", event);
    set("event-place", reference.place.clone());
    let organisers = reference.organisers.join(", ");
    set("publisher", Some(organisers));
    set("publisher-place", reference.place.clone());
    set("page", reference.pages.map(|pages| pages.numbers()));
    set("language", reference.language.clone());
    set("keyword", Some(reference.keywords.join(", ")));
    let sheets = reference.pages.and_then(|pages| pages.sheets()).filter(|_| reference.is_pdf);
    set("note", sheets.map(|sheets| format!("p. {sheets} du PDF")));
    let authors: Vec<Value> = reference.authors().into_iter().map(name).collect();
    if !authors.is_empty() {
        item.insert("author".to_owned(), Value::Array(authors));
    }
    item.extend(date(reference.days()).map(|date| ("issued".to_owned(), date)));
    item.extend(date(&reference.dates).map(|date| ("event-date".to_owned(), date)));
    Value::Object(item)
}

/// A section of proceedings stands in a book, for styles, more than in a journal: they then print the
/// book's title behind “in”, and its event.
fn kind(reference: &Reference) -> &'static str {
    match (&reference.part, reference.kind) {
        (Some(_), DocumentKind::Proceedings) => "paper-conference",
        (Some(_), _) => "chapter",
        (None, DocumentKind::Proceedings) => "book",
        (None, _) => "report",
    }
}

fn name(person: &CitedPerson) -> Value {
    let family = one_line(&person.family);
    match (&person.given, &person.particle) {
        (Some(given), Some(particle)) => json!({
            "family": family,
            "given": one_line(given),
            "non-dropping-particle": one_line(particle),
        }),
        (Some(given), None) => json!({ "family": family, "given": one_line(given) }),
        (None, _) => json!({ "literal": one_line(&person.full_name()) }),
    }
}

/// From the first to the last day; `None` without one.
fn date(dates: &[PartialDate]) -> Option<Value> {
    let (first, last) = (dates.iter().min()?, dates.iter().max()?);
    let days = if first == last { vec![parts(first)] } else { vec![parts(first), parts(last)] };
    Some(json!({ "date-parts": days }))
}

fn parts(date: &PartialDate) -> Vec<i32> {
    let day = date.day.map(i32::from);
    [i32::from(date.year), i32::from(date.month)].into_iter().chain(day).collect()
}
