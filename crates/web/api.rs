//! The same answers for programs: those that the command line gives with `--format json`.

use std::ops::RangeInclusive;

use glane_query::{Detail, Filters, Group, Search, Sort, explain, search};
use glane_render::json_line;
use serde::Serialize;

use crate::asked::{MOST_VALUES, Values};
use crate::desk::View;
use crate::trouble::Trouble;

/// What can be asked, in the terms of `OpenAPI` 3.1.
pub(crate) const DESCRIPTION: &str = include_str!("static/openapi.json");

/// The most hits of one answer: a spreadsheet's worth is for the command line.
const MOST_HITS: usize = 100;
/// The longest query, in characters.
const LONGEST_QUERY: usize = 2_000;
/// What narrows a search: each may be given several times, one of its values is then enough.
const FILTERS: [&str; 10] = [
    "speaker", "theme", "keyword", "kind", "zone", "language", "document", "event", "place", "year",
];
/// What else a search is asked by, once each.
const ONCE: [&str; 6] = ["q", "group", "sort", "explain", "limit", "offset"];

/// The answer to a search: an empty one where nothing is asked.
pub(crate) fn found(view: &View, values: &Values) -> Result<String, Trouble> {
    let asked = asked(values)?;
    line(&search(&view.index, &asked)?)
}

/// A section or a document, whole.
pub(crate) fn shown(view: &View, values: &Values) -> Result<String, Trouble> {
    known(values, &["id"], &[])?;
    let id = values.get("id");
    if let Some((mut document, section)) = view.index.section(id)? {
        document.sections = vec![section];
        return line(&document);
    }
    match view.index.document(id)? {
        Some(document) => line(&document),
        None => Err(Trouble::NoSection(id.to_owned())),
    }
}

/// What a query searches.
pub(crate) fn explained(view: &View, values: &Values) -> Result<String, Trouble> {
    known(values, &["q"], &[])?;
    if !values.has("q") {
        return Err(Trouble::Unclear("« q » manque".to_owned()));
    }
    line(&explain(&view.index, &query(values)?)?)
}

fn line(value: &impl Serialize) -> Result<String, Trouble> {
    let mut json = Vec::new();
    json_line(value, &mut json).map_err(|_| Trouble::Broken)?;
    String::from_utf8(json).map_err(|_| Trouble::Broken)
}

/// A program that misspells a parameter must be told: the answer would be that of another question.
fn known(values: &Values, once: &[&str], repeated: &[&str]) -> Result<(), Trouble> {
    let mut seen: Vec<&str> = Vec::new();
    for (name, _) in values.pairs() {
        let twice = seen.contains(&name) && !repeated.contains(&name);
        if twice || !once.contains(&name) && !repeated.contains(&name) {
            return Err(Trouble::Unclear(format!(
                "« {name} » n'est pas attendu ici, ou y est deux fois ; connus : {}",
                [once, repeated].concat().join(", ")
            )));
        }
        seen.push(name);
    }
    Ok(())
}

fn query(values: &Values) -> Result<String, Trouble> {
    let query = values.get("q");
    match query.chars().count() > LONGEST_QUERY {
        true => Err(Trouble::LongQuery),
        false => Ok(query.to_owned()),
    }
}

fn filters(values: &Values) -> Result<Filters, Trouble> {
    if let Some(name) = FILTERS.iter().find(|name| values.all(name).count() > MOST_VALUES) {
        return Err(Trouble::Unclear(format!("« {name} » a plus de {MOST_VALUES} valeurs")));
    }
    for name in ["kind", "zone", "language"] {
        if values.all(name).any(str::is_empty) {
            return Err(Trouble::Unclear(format!("« {name} » est vide")));
        }
    }
    Ok(Filters {
        speaker: values.each("speaker"),
        theme: values.each("theme"),
        keyword: values.each("keyword"),
        kind: values.each("kind"),
        zone: values.each("zone"),
        language: values.each("language"),
        document: values.each("document"),
        event: values.each("event"),
        place: values.each("place"),
        years: values.all("year").map(years).collect::<Result<_, _>>()?,
    })
}

fn asked(values: &Values) -> Result<Search, Trouble> {
    known(values, &ONCE, &FILTERS)?;
    Ok(Search {
        query: query(values)?,
        filters: filters(values)?,
        group: one_of(
            values,
            "group",
            &[
                ("section", Group::Section),
                ("passage", Group::Passage),
                ("document", Group::Document),
            ],
        )?,
        sort: one_of(
            values,
            "sort",
            &[
                ("relevance", Sort::Relevance),
                ("date", Sort::Date),
                ("oldest", Sort::Oldest),
                ("document", Sort::Document),
            ],
        )?,
        detail: one_of(values, "explain", &[("false", Detail::Full), ("true", Detail::Explained)])?,
        limit: number(values, "limit", 10, MOST_HITS)?,
        offset: number(values, "offset", 0, 1_000_000)?,
    })
}

/// `2019`, `2015..2019`, `2015..` or `..2019`.
fn years(given: &str) -> Result<RangeInclusive<i16>, Trouble> {
    let unclear = || Trouble::Unclear(format!("« {given} » n'est pas une année ni un intervalle"));
    let year = |text: &str, otherwise: i16| match text {
        "" => Some(otherwise),
        text => text.parse().ok().filter(|year| text.len() <= 4 && *year > 0),
    };
    let (first, last) = given.split_once("..").unwrap_or((given, given));
    let known = !(first.is_empty() && last.is_empty());
    let range = year(first, i16::MIN).zip(year(last, i16::MAX)).filter(|_| known);
    range.map(|(first, last)| first..=last).ok_or_else(unclear)
}

/// The value that a name stands for; the first where it is not given.
fn one_of<T: Copy>(values: &Values, name: &str, known: &[(&str, T)]) -> Result<T, Trouble> {
    let given = if values.has(name) { values.get(name) } else { known[0].0 };
    known.iter().find(|(own, _)| *own == given).map(|(_, value)| *value).ok_or_else(|| {
        let known: Vec<&str> = known.iter().map(|(own, _)| *own).collect();
        Trouble::Unclear(format!("« {name} » est l'un de : {}", known.join(", ")))
    })
}

fn number(values: &Values, name: &str, otherwise: usize, most: usize) -> Result<usize, Trouble> {
    if !values.has(name) {
        return Ok(otherwise);
    }
    let given: Option<usize> = values.get(name).parse().ok();
    given
        .filter(|number| *number <= most)
        .ok_or_else(|| Trouble::Unclear(format!("« {name} » est un nombre de 0 à {most}")))
}
