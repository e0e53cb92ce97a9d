//! People whom a sentence lists with brackets: their bodies in them, or themselves.

use std::ops::Range;
use std::sync::LazyLock;

use glane_document::{Function, Speaker};
use memchr::memchr_iter;

use super::report::tells_of_talk;
use super::speaker_at;
use crate::line::Line;
use crate::pattern::{Pattern, folded_pattern};
use crate::structure::name::{self, Form, Trust};
use crate::structure::speaker;

/// People whom a sentence lists with their bodies: `Zoé Lanteri (CNRS), Luc Perrot (Ville d'Orn)`.
pub(crate) fn in_brackets(line: &Line<'_>) -> Vec<Speaker> {
    let text = &*line.plain;
    let found = with_bodies(text);
    let joined = |one: &Range<usize>, next: &Range<usize>| {
        let between = text.get(one.end..next.start).unwrap_or("?");
        between
            .split_whitespace()
            .all(|word| matches!(word, "," | ";" | "&" | "et" | "ou" | "puis"))
    };
    let mut people = Vec::new();
    for run in found.chunk_by(joined) {
        if let [first, .., last] = run {
            let listed = &text[first.start..last.end];
            people.extend(speaker::people(listed, Trust::Announced, Function::Speaker));
        }
    }
    people
}

/// People of whose talks a sentence tells, with their bodies: `Zoé Lanteri (CNRS) a retracé la vie du
/// gué, tandis que Luc Perrot (Ville d'Orn) en a étudié les cartes`.
pub(crate) fn told_with_bodies(line: &Line<'_>) -> Vec<Speaker> {
    let text = &*line.plain;
    if !text.contains(" (") {
        return Vec::new();
    }
    let found = with_bodies(text);
    let told = found.into_iter().filter(|range| tells_of_talk(&text[range.end..]));
    let told = told.map(|range| &text[range]);
    told.flat_map(|one| speaker::people(one, Trust::Announced, Function::Speaker)).collect()
}

/// Where names stand with bodies in brackets after them.
fn with_bodies(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let brackets = memchr_iter(b'(', text.as_bytes()).filter(|&at| text[..at].ends_with(' '));
    for at in brackets.map(|bracket| bracket - 1) {
        let Some(close) = text[at..].find(')').map(|length| at + length + 1) else { break };
        let body = &text[at + 2..close - 1];
        if body.starts_with(char::is_uppercase)
            && !cites(body)
            && body.chars().filter(|c| c.is_alphabetic()).count() >= 2
            && let Some(start) = name_before(text, at)
        {
            found.push(start..close);
        }
    }
    found
}

/// Whether what stands in brackets cites a work by its year: `Z. Lanteri, 1974`.
fn cites(body: &str) -> bool {
    let (before, year) = body.rsplit_once(' ').unwrap_or(("", body));
    before.ends_with(',') && year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit())
}

/// The longest list of people in brackets, in bytes.
const MAX_LISTED: usize = 400;

/// People listed in brackets by a sentence that says what they do: `organisées par l'action
/// « Images » (P. Tarn, Z. Lanteri)`.
pub(crate) fn listed_in_brackets(line: &Line) -> Vec<Speaker> {
    static DOES: LazyLock<Pattern> = LazyLock::new(|| {
        folded_pattern(
            r"\b(?:co-?)?(?:organise|anime|coordonne|preside|porte|pilote)[est()·./-]*\b",
        )
    });
    if !line.plain.contains('(') || !DOES.is_match(line.plain.folded()) {
        return Vec::new();
    }
    let function = match line.plain.folded() {
        text if text.contains("organise") || text.contains("coordonne") => Function::Organiser,
        _ => Function::Moderator,
    };
    let inside = line.plain.split('(').skip(1).filter_map(|part| part.split(')').next());
    inside
        .filter(|inside| inside.contains(',') && inside.len() <= MAX_LISTED)
        .map(|inside| speaker::people(inside, Trust::Announced, function))
        .filter(|people| people.len() >= 2 && people.iter().all(|person| person.role.is_none()))
        .flatten()
        .collect()
}

/// The person in brackets who speaks for what a label in bold says, before a colon: `**Côté bourg (Zoé
/// Lanteri)** : …`.
pub(crate) fn in_label(line: &Line<'_>) -> Option<Speaker> {
    let bold = line.bold_start.as_deref()?.trim_end_matches([':', ' ', '\u{a0}']);
    let (label, inside) = bold.strip_suffix(')')?.rsplit_once(" (")?;
    let after = line.plain.strip_prefix(bold)?.trim_start();
    let name = name::parse(inside, Trust::Text)?;
    let own = name.len == inside.len() && name.form <= Form::Known;
    let said = after.starts_with(':') && !label.is_empty();
    (own && said).then(|| speaker_at(&name, inside))
}

/// Where the name starts that ends at byte `end` of a text.
fn name_before(text: &str, end: usize) -> Option<usize> {
    let words = text[..end].rmatch_indices(' ').map(|(at, _)| at + 1).take(4);
    let mut starts: Vec<usize> = words.collect();
    if starts.len() < 4 {
        starts.push(0);
    }
    // The longest name wins: « Anne de La Tour » ends with « La Tour ».
    starts.into_iter().rev().find(|&start| {
        name::parse(&text[start..end], Trust::Announced)
            .is_some_and(|name| start + name.len == end && !name.given.is_empty())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::line::lines;

    #[test]
    fn a_label_ends_with_who_speaks_for_it() {
        let name = |text: &str| in_label(&lines(text)[0]).map(|person| person.name);
        assert_eq!(name("- **Côté bourg (Zoé Lanteri)** :").as_deref(), Some("Zoé Lanteri"));
        assert_eq!(name("**Le gué (Luc Perrot) :** il est fermé.").as_deref(), Some("Luc Perrot"));
        assert_eq!(name("**Le gué (Zoé Lanteri)** est un livre."), None);
        assert_eq!(name("**Le gué (fermé)** : il est fermé."), None);
    }

    #[test]
    fn a_year_in_brackets_cites_a_work() {
        let found = |text: &str| in_brackets(&lines(text)[0]).len();
        assert_eq!(
            found("On lit Zoé Lanteri (Z. Lanteri, 1974) et Luc Perrot (L. Perrot, 1981)."),
            0
        );
        assert_eq!(found("On écoute Zoé Lanteri (CNRS) et Luc Perrot (Ville d'Orn)."), 2);
    }

    #[test]
    fn what_a_sentence_tells_of_talks_names_who_gave_them() {
        let text = "Zoé Lanteri (Musée d'Orn), qui, depuis Tarn, a retracé la vie du gué, tandis que Luc Perrot (CNRS) s'est penché sur les cartes d'Ève Tarn (IGN).";
        check_all(&told_with_bodies(&lines(text)[0]), &["Zoé Lanteri", "Luc Perrot"]);
        check_all(&told_with_bodies(&lines("Selon Zoé Lanteri (CNRS), il pleut.")[0]), &[]);
    }

    #[track_caller]
    fn check_all(found: &[Speaker], expect: &[&str]) {
        let found: Vec<&str> = found.iter().map(|speaker| speaker.name.as_str()).collect();
        assert_eq!(found, expect);
    }

    #[test]
    fn bodies_in_brackets_tell_a_list_of_people() {
        let text = "Venez débattre avec nous : Ysoria Belkant (CNRS), Luc de La Roche (Ville d'Orn) et Ève Tarn (UNSA).";
        check_all(
            &in_brackets(&lines(text)[0]),
            &["Ysoria Belkant", "Luc de La Roche", "Ève Tarn"],
        );
        let text =
            "La Ville (SCHS) et le Département (Pôle social) cosignent, selon Zoé Lanteri (2012).";
        check_all(&in_brackets(&lines(text)[0]), &[]);
    }
}
