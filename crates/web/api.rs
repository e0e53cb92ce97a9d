//! The same answers for programs: those that the command line gives with `--format json`.

use glane_query::{Detail, Filters, Group, Search, Sort, explain, search};
use glane_render::json_line;
use serde::Serialize;

use crate::asked::Values;
use crate::desk::View;
use crate::trouble::Trouble;

/// What can be asked, in the terms of `OpenAPI` 3.1.
pub(crate) const DESCRIPTION: &str = include_str!("static/openapi.json");

/// The most hits of one answer: a spreadsheet's worth is for the command line.
const MOST_HITS: usize = 100;
/// The longest query, in characters.
const LONGEST_QUERY: usize = 2_000;

/// The answer to a search: an empty one where nothing is asked.
pub(crate) fn found(view: &View, values: &Values) -> Result<String, Trouble> {
    let asked = asked(values)?;
    line(&search(&view.index, &asked)?)
}

/// A section or a document, whole.
pub(crate) fn shown(view: &View, values: &Values) -> Result<String, Trouble> {
    known(values, &["id"])?;
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
    known(values, &["q"])?;
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
fn known(values: &Values, names: &[&str]) -> Result<(), Trouble> {
    let mut seen: Vec<&str> = Vec::new();
    for (name, _) in values.pairs() {
        if !names.contains(&name) || seen.contains(&name) {
            return Err(Trouble::Unclear(format!(
                "« {name} » n'est pas attendu ici, ou y est deux fois ; connus : {}",
                names.join(", ")
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

fn asked(values: &Values) -> Result<Search, Trouble> {
    known(
        values,
        &[
            "q", "speaker", "theme", "keyword", "kind", "language", "document", "place", "year",
            "group", "sort", "explain", "limit", "offset",
        ],
    )?;
    for name in ["kind", "language"] {
        if values.has(name) && values.get(name).is_empty() {
            return Err(Trouble::Unclear(format!("« {name} » est vide")));
        }
    }
    let filters = Filters {
        speaker: values.some("speaker"),
        theme: values.some("theme"),
        keyword: values.some("keyword"),
        kind: values.some("kind"),
        language: values.some("language"),
        document: values.some("document"),
        place: values.some("place"),
        years: years(values)?,
    };
    Ok(Search {
        query: query(values)?,
        filters,
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
            &[("relevance", Sort::Relevance), ("date", Sort::Date), ("document", Sort::Document)],
        )?,
        detail: one_of(values, "explain", &[("false", Detail::Full), ("true", Detail::Explained)])?,
        limit: number(values, "limit", 10, MOST_HITS)?,
        offset: number(values, "offset", 0, 1_000_000)?,
    })
}

/// `2019`, `2015..2019`, `2015..` or `..2019`.
fn years(values: &Values) -> Result<Option<std::ops::RangeInclusive<i16>>, Trouble> {
    if !values.has("year") {
        return Ok(None);
    }
    let given = values.get("year");
    let unclear = || Trouble::Unclear(format!("« {given} » n'est pas une année ni un intervalle"));
    let year = |text: &str, otherwise: i16| match text {
        "" => Some(otherwise),
        text => text.parse().ok().filter(|year| text.len() <= 4 && *year > 0),
    };
    let (first, last) = given.split_once("..").unwrap_or((given, given));
    let known = !(first.is_empty() && last.is_empty());
    let range = year(first, i16::MIN).zip(year(last, i16::MAX)).filter(|_| known);
    range.map(|(first, last)| Some(first..=last)).ok_or_else(unclear)
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
