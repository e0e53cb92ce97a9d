//! `glane search --topics`: a file of queries, answered with one opening of the index.

use std::collections::HashMap;
use std::io;
use std::path::Path;

use anyhow::bail;
use glane_index::Index;
use glane_query::Search;
use glane_render::{Dialect, TopicAnswer, csv_head, csv_rows, json_line, trec_run};
use rayon::prelude::*;
use serde_json::{Map, Value};

use crate::args::SearchFormat;
use crate::exit::Exit;
use crate::streams::Streams;

/// The fields that may identify a topic, in order of preference.
const IDS: [&str; 4] = ["id", "qid", "query_id", "_id"];
/// The fields that may hold its query.
const QUERIES: [&str; 3] = ["query", "text", "title"];

/// One query of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Topic {
    /// How its answer is told from the others.
    id: String,
    query: String,
}

/// Reads the topics of a file, one JSON object a line.
///
/// # Errors
///
/// When the file cannot be read, holds no topic, or has a line that is none: nothing is searched
/// then, since a run that lacks a topic would be scored as one that found nothing.
pub(crate) fn read(path: &Path) -> anyhow::Result<Vec<Topic>> {
    #[expect(clippy::disallowed_methods, reason = "topics are an argument, given as a file")]
    let bytes = match std::fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) => bail!("« {} » ne peut pas être lu : {}", path.display(), reason(&error)),
    };
    parse(&bytes).or_else(|reason| bail!("« {} », {reason}", path.display()))
}

fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "il n'existe pas".to_owned(),
        io::ErrorKind::PermissionDenied => "vérifier les droits de lecture".to_owned(),
        io::ErrorKind::IsADirectory => "c'est un dossier".to_owned(),
        _ => error.to_string(),
    }
}

/// Blank lines are passed over. The error says what is wrong, and on which line.
fn parse(bytes: &[u8]) -> Result<Vec<Topic>, String> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let mut topics = Vec::new();
    let mut lines: HashMap<String, usize> = HashMap::new();
    for (number, line) in (1..).zip(bytes.split(|byte| *byte == b'\n')) {
        if line.trim_ascii().is_empty() {
            continue;
        }
        let topic = topic(line).map_err(|reason| format!("ligne {number} : {reason}"))?;
        if let Some(before) = lines.insert(topic.id.clone(), number) {
            let id = topic.id;
            return Err(format!("ligne {number} : « {id} » est déjà à la ligne {before}"));
        }
        topics.push(topic);
    }
    if topics.is_empty() {
        return Err(format!("aucune requête : {EXPECTED}"));
    }
    Ok(topics)
}

const EXPECTED: &str = "attendu un objet par ligne, {\"id\": \"1\", \"query\": \"non-recours\"}";

fn topic(line: &[u8]) -> Result<Topic, String> {
    let fields: Map<String, Value> = serde_json::from_slice(line)
        .map_err(|error| format!("pas un objet JSON (colonne {}) ; {EXPECTED}", error.column()))?;
    let id = text(&fields, &IDS).ok_or_else(|| missing("l'identifiant", &IDS))?;
    let query = text(&fields, &QUERIES).ok_or_else(|| missing("la requête", &QUERIES))?;
    if id.contains(char::is_whitespace) {
        return Err(format!("l'identifiant « {id} » contient une espace"));
    }
    Ok(Topic { id, query })
}

/// The first of the fields `names` that holds some text, or a number.
fn text(fields: &Map<String, Value>, names: &[&str]) -> Option<String> {
    let mut texts = names.iter().filter_map(|name| match fields.get(*name)? {
        Value::String(text) => Some(text.trim().to_owned()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    });
    texts.find(|text| !text.is_empty())
}

fn missing(what: &str, names: &[&str]) -> String {
    format!("pas de champ « {} » pour {what}", names.join(" » ou « "))
}

/// Answers `topics` and writes their answers in order, once all are known; `search` says all but
/// the query.
pub(crate) fn run(
    topics: &[Topic],
    search: &Search,
    index: &Index,
    (format, dialect): (SearchFormat, Dialect),
    streams: &Streams,
) -> anyhow::Result<Exit> {
    let answers = topics.par_iter().map(|topic| answer(topic, search, index, (format, dialect)));
    let answers = answers.collect::<anyhow::Result<Vec<Written>>>()?;
    streams.answer(|out| {
        if format == SearchFormat::Csv {
            csv_head(dialect, out)?;
        }
        answers.iter().try_for_each(|written| io::Write::write_all(out, &written.bytes))
    })?;
    Ok(if answers.iter().all(|written| written.total == 0) { Exit::Nothing } else { Exit::Done })
}

/// The answer to a topic, ready to be written: much smaller than the answer itself.
struct Written {
    total: usize,
    bytes: Vec<u8>,
}

fn answer(
    topic: &Topic,
    search: &Search,
    index: &Index,
    (format, dialect): (SearchFormat, Dialect),
) -> anyhow::Result<Written> {
    let asked = Search { query: topic.query.clone(), ..search.clone() };
    let answer = glane_query::search(index, &asked)?;
    let mut bytes = Vec::new();
    match format {
        SearchFormat::Csv => csv_rows(&topic.id, &answer, dialect, &mut bytes)?,
        SearchFormat::Trec => trec_run(&topic.id, &answer, &mut bytes)?,
        _ => json_line(&TopicAnswer { topic: &topic.id, answer: &answer }, &mut bytes)?,
    }
    Ok(Written { total: answer.total, bytes })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expect: &[(&str, &str)]) {
        let found = parse(text.as_bytes()).unwrap();
        let found: Vec<(&str, &str)> =
            found.iter().map(|topic| (topic.id.as_str(), topic.query.as_str())).collect();
        assert_eq!(found, expect);
    }

    #[track_caller]
    fn refuse(text: &str, words: &[&str]) {
        let reason = parse(text.as_bytes()).unwrap_err();
        for word in words {
            assert!(reason.contains(word), "no « {word} » in {reason}");
        }
    }

    #[test]
    fn the_usual_names_of_fields_are_known() {
        check(r#"{"id": "1", "query": "droit"}"#, &[("1", "droit")]);
        check(r#"{"qid": 7, "title": "court", "text": "long"}"#, &[("7", "long")]);
        check(r#"{"_id": "q", "title": " seul "}"#, &[("q", "seul")]);
    }

    #[test]
    fn blank_lines_and_marks_of_encoding_are_passed_over() {
        let text = "\u{feff}{\"id\":\"1\",\"query\":\"a\"}\r\n\n  \n{\"id\":\"2\",\"query\":\"b\"}";
        check(text, &[("1", "a"), ("2", "b")]);
    }

    #[test]
    fn a_line_that_is_no_topic_is_named() {
        let good = "{\"id\":\"1\",\"query\":\"a\"}\n";
        refuse(&format!("{good}\n{{\"id\": \"2\""), &["ligne 3", "JSON", "colonne"]);
        refuse(&format!("{good}[1]"), &["ligne 2", "JSON"]);
        refuse(&format!("{good}{{\"query\":\"b\"}}"), &["ligne 2", "l'identifiant", "« qid »"]);
        refuse(&format!("{good}{{\"id\":\"2\",\"query\":\" \"}}"), &["ligne 2", "la requête"]);
        refuse(&format!("{good}{{\"id\":\"a b\",\"query\":\"b\"}}"), &["ligne 2", "« a b »"]);
        refuse(&format!("{good}{good}"), &["ligne 2", "« 1 »", "ligne 1"]);
        refuse("\n", &["aucune requête"]);
    }
}
