//! Inclusive writing: `agent·e·s`, `agent.e.s`, `agent-e-s`, `agent(e)s` and `agent/e/s` are the
//! masculine and the feminine at one position.
//!
//! The feminine is rebuilt (`acteur·rice`, `usager·ère`), and only an ending that fits its
//! masculine is read. That, more than the list of endings, tells `un.e` from the end of a sentence
//! and `citoyen-ne` from `prends-le`.

pub(crate) mod feminine;

use std::ops::Range;

use crate::run;

use feminine::{feminine, is_pair, plural, singular};

/// The longest ending, in bytes; a word beyond it is a word of its own.
const LONGEST: usize = 8;

/// A word in inclusive writing.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Inclusive {
    /// Where it ends, in bytes of the text.
    pub(crate) end: usize,
    /// The masculine in lower case, in the number that is written.
    pub(crate) masculine: String,
    /// The feminine in lower case; `None` for a plural in brackets, `commune(s)`.
    pub(crate) feminine: Option<String>,
}

/// The ending after a masculine, as written.
struct Ending<'a> {
    text: &'a str,
    is_plural: bool,
    end: usize,
}

/// Reads the word whose masculine is `base` of the text.
pub(crate) fn read(text: &str, base: &Range<usize>) -> Option<Inclusive> {
    let mark = text[base.end..].chars().next()?;
    let ending = match mark {
        '·' | '.' | '-' | '/' => after_mark(text, base.end, mark),
        '(' => in_brackets(text, base.end),
        _ => None,
    }?;
    let base = &text[base.clone()];
    // Sentences begin with a capital, and endings in capitals follow words in capitals.
    let is_in_capitals = |word: &str| !word.contains(char::is_lowercase);
    if base.chars().nth(1).is_none()
        || !base.chars().all(|c| c.is_alphabetic() || c == '\'')
        || (ending.text.contains(char::is_uppercase) && !is_in_capitals(base))
    {
        return None;
    }
    let both = genders(&base.to_lowercase(), &ending.text.to_lowercase(), &ending, mark)?;
    Some(Inclusive { end: ending.end, masculine: both.0, feminine: both.1 })
}

fn genders(
    base: &str,
    written: &str,
    ending: &Ending<'_>,
    mark: char,
) -> Option<(String, Option<String>)> {
    let marks_number = matches!(mark, '(' | '·') && matches!(written, "s" | "x" | "aux");
    if marks_number && !ending.is_plural && !base.ends_with(['s', 'x']) {
        return Some((base.to_owned(), None));
    }
    if mark != '-' && is_pair(base, written) {
        let number = if ending.is_plural { plural } else { str::to_owned };
        return Some((number(base), Some(number(written))));
    }
    let in_plural = written.strip_suffix('s').filter(|singular| !singular.is_empty());
    let is_plural = ending.is_plural || in_plural.is_some();
    let written = in_plural.unwrap_or(written);
    if !is_plural {
        return Some((base.to_owned(), Some(feminine(base, written)?)));
    }
    let feminine = feminine(singular(base), written).or_else(|| feminine(base, written))?;
    Some((plural(base), Some(plural(&feminine))))
}

/// `·e`, `·e·s`, `·es`.
fn after_mark(text: &str, at: usize, mark: char) -> Option<Ending<'_>> {
    let start = at + mark.len_utf8();
    let ending = run::at(text, start);
    let mut end = start + ending.len();
    if ending.is_empty() || ending.len() > LONGEST {
        return None;
    }
    let plural = text[end..].strip_prefix(mark).map(|rest| run::at(rest, 0));
    let is_plural = plural.is_some_and(|plural| plural.eq_ignore_ascii_case("s"));
    if is_plural {
        end += mark.len_utf8() + 1;
    }
    // A hyphen that leads on belongs to a compound: porte-e-s-là is none of ours.
    let leads_on =
        mark == '-' && text[end..].starts_with('-') && !run::at(text, end + 1).is_empty();
    (!leads_on).then_some(Ending { text: ending, is_plural, end })
}

/// `(e)`, `(e)s`, `(e)(s)`, `(es)`, `(-e)`.
fn in_brackets(text: &str, at: usize) -> Option<Ending<'_>> {
    let start = at + 1 + usize::from(text[at + 1..].starts_with(['-', '.']));
    let ending = run::at(text, start);
    let mut end = start + ending.len();
    if ending.is_empty() || ending.len() > LONGEST || !text[end..].starts_with(')') {
        return None;
    }
    end += 1;
    let plural = ["(s)", "(S)", "s", "S"].iter().find(|plural| text[end..].starts_with(**plural));
    end += plural.map_or(0, |plural| plural.len());
    run::at(text, end).is_empty().then_some(Ending {
        text: ending,
        is_plural: plural.is_some(),
        end,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expect: &str) {
        let read = read(text, &(0..run::end(text, 0)));
        let forms = read.as_ref().map_or_else(
            || "–".to_owned(),
            |word| {
                let feminine = word.feminine.as_deref().unwrap_or("–");
                format!("{} {} {}", &text[..word.end], word.masculine, feminine)
            },
        );
        assert_eq!(forms, expect, "{text}");
    }

    #[test]
    fn the_middle_dot_joins_both_genders() {
        check("agent·e·s de", "agent·e·s agents agentes");
        check("agent·e.", "agent·e agent agente");
        check("agent·es", "agent·es agents agentes");
    }

    #[test]
    fn the_full_stop_joins_where_the_ending_fits() {
        check("agent.e.s.", "agent.e.s agents agentes");
        check("un.e", "un.e un une");
        check("tou.te.s", "tou.te.s tous toutes");
    }

    #[test]
    fn the_end_of_a_sentence_joins_nothing() {
        check("fin.Le", "–");
        check("fin.le", "–");
        check("final.Le", "–");
        check("agent. E", "–");
    }

    #[test]
    fn the_hyphen_joins_where_the_ending_fits() {
        check("agent-e-s", "agent-e-s agents agentes");
        check("chargé-es", "chargé-es chargés chargées");
    }

    #[test]
    fn hyphenated_words_join_nothing() {
        check("est-ce", "–");
        check("prends-le", "–");
        check("dit-elle", "–");
        check("non-recours", "–");
        check("agent-e-s-là", "–");
    }

    #[test]
    fn brackets_join_both_genders() {
        check("agent(e)s", "agent(e)s agents agentes");
        check("agent(e)(s)", "agent(e)(s) agents agentes");
        check("notifié(e)", "notifié(e) notifié notifiée");
        check("travailleur(euse)s", "travailleur(euse)s travailleurs travailleuses");
    }

    #[test]
    fn a_plural_in_brackets_is_no_gender() {
        check("commune(s) et", "commune(s) commune –");
        check("lieu(x)", "lieu(x) lieu –");
    }

    #[test]
    fn other_brackets_join_nothing() {
        check("agent(voir", "–");
        check("maire(s)ville", "–");
        check("loi(2016)", "–");
    }

    #[test]
    fn the_slash_joins_both_genders() {
        check("notifié/e", "notifié/e notifié notifiée");
        check("élu/e/s", "élu/e/s élus élues");
        check("et/ou", "–");
    }

    #[test]
    fn a_changed_stem_is_rebuilt() {
        check("usager·ère·s", "usager·ère·s usagers usagères");
        check("acteur·rice·s", "acteur·rice·s acteurs actrices");
        check("chef·fe", "chef·fe chef cheffe");
        check("tou·te·s", "tou·te·s tous toutes");
        check("ceux·celles", "ceux·celles ceux celles");
        check("il·elle·s", "il·elle·s ils elles");
        check("municipaux·ales", "municipaux·ales municipaux municipales");
    }

    #[test]
    fn a_plural_masculine_gives_its_feminine() {
        check("élus·es", "élus·es élus élues");
        check("anglais·es", "anglais·es anglais anglaises");
        check("nombreux·ses", "nombreux·ses nombreux nombreuses");
    }

    #[test]
    fn capitals_join_like_small_letters() {
        check("AGENT·E·S", "AGENT·E·S agents agentes");
        check("Élu·e", "Élu·e élu élue");
    }
}
