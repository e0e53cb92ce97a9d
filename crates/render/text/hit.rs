//! One hit of an answer: a passage, a section or a document.

use std::io::{self, Write};

use glane_query::{Group, Hit, Snippet, Why, WhyPart};

use super::phrase::{dotted, event_beside, foreign, named_briefly};
use crate::wrap::{columns, wrapped};
use crate::{Style, french_dates};

/// How many speakers and keywords are named before the others are counted.
const NAMED: usize = 4;

/// Writes a hit: heading, document, people, keywords, snippet, citation, identifier.
///
/// A document is headed by its title, then by its best section, whose people and keywords follow.
pub(crate) fn hit(hit: &Hit, group: Group, style: &Style, out: &mut impl Write) -> io::Result<()> {
    let rank = format!("{:>2}. ", hit.rank);
    let indent = " ".repeat(columns(&rank));
    let mut line = |first: &str, text: &str| -> io::Result<()> {
        if text.is_empty() { Ok(()) } else { wrapped(first, text, style.width, out) }
    };
    if group == Group::Document {
        line(&rank, &style.strong(&hit.title))?;
        line(&indent, &document("", hit))?;
        line(&indent, &best_section(hit))?;
    } else {
        line(&rank, &style.strong(&heading(hit)))?;
        line(&indent, &document(&hit.title, hit))?;
    }
    line(&indent, &labelled(people_label(hit), &named_briefly(&hit.speakers, NAMED)))?;
    line(&indent, &labelled("Mots-clés", &keywords(&hit.keywords)))?;
    line(&indent, &snippet(&hit.snippet, style))?;
    line(&indent, &style.faint(&labelled("Absent ici", &hit.missing.join(", "))))?;
    line(
        &indent,
        &style.faint(&hit.why.as_ref().map(|of| why(hit.score, of)).unwrap_or_default()),
    )?;
    line(&format!("{indent}→ "), &style.faint(&hit.citation))?;
    line(&format!("{indent}$ "), &style.code(&format!("glane show {}", shell_word(&hit.id))))
}

fn heading(hit: &Hit) -> String {
    if hit.section.label.is_empty() {
        hit.section.kind.label().to_owned()
    } else {
        hit.section.label.clone()
    }
}

/// The section that a document is shown by, and how many match.
fn best_section(hit: &Hit) -> String {
    match hit.sections {
        0 | 1 => format!("Section : {}", heading(hit)),
        sections => format!("{sections} sections, d'abord : {}", heading(hit)),
    }
}

/// The document under `title`, and where the passage stands in it.
fn document(title: &str, hit: &Hit) -> String {
    let dates = match hit.section.date {
        Some(date) => french_dates(&[date]),
        None => french_dates(&hit.dates),
    };
    let page = hit.page.map(|page| format!("p. {page}"));
    let zone = (!hit.zone.is_body()).then(|| hit.zone.label().to_lowercase());
    dotted([
        Some(title),
        event_beside(&hit.title, hit.event.as_deref()),
        dates.as_deref(),
        hit.place.as_deref(),
        page.as_deref(),
        zone.as_deref(),
        foreign(hit.section.language.as_deref()).as_deref(),
    ])
}

fn people_label(hit: &Hit) -> &'static str {
    if hit.speakers.len() == 1 { "Avec" } else { "Intervenants" }
}

fn labelled(label: &str, text: &str) -> String {
    if text.is_empty() { String::new() } else { format!("{label} : {text}") }
}

fn keywords(keywords: &[String]) -> String {
    let shown = if keywords.len() <= NAMED + 1 { keywords.len() } else { NAMED };
    let list = keywords[..shown].join(", ");
    match keywords.len() - shown {
        0 => list,
        others => format!("{list} (+ {others})"),
    }
}

/// The text with its matches marked, and an ellipsis where it was cut.
fn snippet(snippet: &Snippet, style: &Style) -> String {
    let mut text = String::new();
    let mut written = 0;
    for range in &snippet.matches {
        text.push_str(&snippet.text[written..range.start]);
        text.push_str(&style.matched(&snippet.text[range.clone()]));
        written = range.end;
    }
    text.push_str(&snippet.text[written..]);
    let before = if snippet.cut_before { "… " } else { "" };
    let after = if snippet.cut_after { " …" } else { "" };
    if text.is_empty() { text } else { format!("« {before}{text}{after} »") }
}

/// `Score 12,4 = 1,9 (part de la requête : 90 %) × (« accès » 4,2 dans le texte + …)`.
fn why(score: f32, why: &Why) -> String {
    let parts: Vec<String> = why.parts.iter().flat_map(terms).collect();
    let share = (why.share * 100.0).round();
    let (score, factor) = (decimal(score), decimal(why.factor));
    format!("Score {score} = {factor} (part de la requête : {share} %) × ({})", parts.join(" + "))
}

fn terms(part: &WhyPart) -> impl Iterator<Item = String> {
    let words = &part.words;
    let term = |value: f32, place: &str| format!("« {words} » {} {place}", decimal(value));
    let text = (part.text > 0.0).then(|| term(part.text, "dans le texte"));
    let headings = (part.headings > 0.0).then(|| term(part.headings, "dans l'en-tête"));
    text.into_iter().chain(headings)
}

/// With one decimal, or two below 1, after a comma.
fn decimal(value: f32) -> String {
    let places = if value < 1.0 { 2 } else { 1 };
    format!("{value:.places$}").replace('.', ",")
}

/// The identifier as a shell reads it: quoted only where it must be.
fn shell_word(id: &str) -> String {
    let plain = |character: char| character.is_alphanumeric() || "#/._-:+,@".contains(character);
    if id.chars().all(plain) && !id.starts_with('#') {
        id.to_owned()
    } else {
        format!("'{}'", id.replace('\'', r"'\''"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn matches_are_marked_and_cuts_are_told() {
        let cut = Snippet {
            text: "le non-recours aux droits".to_owned(),
            matches: vec![3..14, 19..25],
            cut_before: true,
            cut_after: false,
        };
        assert_eq!(snippet(&cut, &Style::default()), "« … le [non-recours] aux [droits] »");
    }

    #[test]
    fn identifiers_are_quoted_only_where_a_shell_needs_it() {
        assert_eq!(shell_word("2019/actes.txt#atelier-10"), "2019/actes.txt#atelier-10");
        assert_eq!(shell_word("l'été 2019.txt#a"), r"'l'\''été 2019.txt#a'");
    }

    #[test]
    fn many_keywords_are_counted() {
        let words: Vec<String> = (1..=7).map(|number| format!("m{number}")).collect();
        assert_eq!(keywords(&words), "m1, m2, m3, m4 (+ 3)");
    }

    #[test]
    fn a_score_is_told_term_by_term() {
        let part = |words: &str, text, headings| WhyPart {
            words: words.to_owned(),
            weight: 3.0,
            text,
            headings,
        };
        let told = Why {
            parts: vec![part("accès", 4.25, 0.0), part("accès … droits", 0.625, 1.5)],
            share: 0.896,
            factor: 9.5,
        };
        assert_eq!(
            why(60.6, &told),
            "Score 60,6 = 9,5 (part de la requête : 90 %) × (« accès » 4,2 dans le texte + « accès \
             … droits » 0,62 dans le texte + « accès … droits » 1,5 dans l'en-tête)"
        );
    }
}
