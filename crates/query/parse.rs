//! What a reader types → words and phrases. Anything is a query.

use std::fmt;

/// A parsed query: its clauses in order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query {
    /// Empty when nothing but white space was typed.
    pub clauses: Vec<Clause>,
}

/// A part of a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Clause {
    /// Words outside quotation marks, as typed but for the white space.
    Words(String),
    /// Words inside quotation marks, to be found one after the other.
    Phrase(String),
}

/// Quotation marks that open a phrase, with those that close it.
const QUOTES: [(char, &[char]); 4] =
    [('"', &['"', '”']), ('«', &['»']), ('“', &['”', '"']), ('„', &['“', '”'])];

/// Parses a query. A quotation mark that nothing closes is left out, and what follows it is words.
pub fn parse(text: &str) -> Query {
    let mut clauses = Vec::new();
    let mut rest = text;
    while let Some((before, inside, after)) = next_phrase(rest) {
        push(&mut clauses, before, Clause::Words);
        push(&mut clauses, inside, Clause::Phrase);
        rest = after;
    }
    push(&mut clauses, rest, Clause::Words);
    Query { clauses }
}

/// The text before, inside and after the first closed pair of quotation marks.
fn next_phrase(text: &str) -> Option<(&str, &str, &str)> {
    text.char_indices().find_map(|(start, mark)| {
        let (_, closing) = QUOTES.iter().find(|(opening, _)| *opening == mark)?;
        let inside = start + mark.len_utf8();
        let length = text[inside..].find(*closing)?;
        let (phrase, after) = text[inside..].split_at(length);
        let mut after = after.chars();
        after.next();
        Some((&text[..start], phrase, after.as_str()))
    })
}

fn push(clauses: &mut Vec<Clause>, text: &str, clause: fn(String) -> Clause) {
    let is_mark = |c: char| QUOTES.iter().any(|(open, close)| *open == c || close.contains(&c));
    let words = text.split(|c: char| c.is_whitespace() || is_mark(c));
    let text = words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    if !text.is_empty() {
        clauses.push(clause(text));
    }
}

impl fmt::Display for Query {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (rank, clause) in self.clauses.iter().enumerate() {
            if rank > 0 {
                f.write_str(" ")?;
            }
            match clause {
                Clause::Words(words) => f.write_str(words)?,
                Clause::Phrase(words) => write!(f, "« {words} »")?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn check(text: &str, expect: &[Clause]) {
        assert_eq!(parse(text).clauses, expect);
    }

    fn words(text: &str) -> Clause {
        Clause::Words(text.to_owned())
    }

    fn phrase(text: &str) -> Clause {
        Clause::Phrase(text.to_owned())
    }

    #[test]
    fn every_quotation_mark_makes_a_phrase() {
        for text in ["\"reste à charge\"", "« reste à charge »", "“reste à charge”"] {
            check(text, &[phrase("reste à charge")]);
        }
    }

    #[test]
    fn words_stand_around_phrases() {
        check("loi «aide  sociale» 2015", &[words("loi"), phrase("aide sociale"), words("2015")]);
    }

    #[test]
    fn a_quotation_mark_that_nothing_closes_is_not_a_phrase() {
        check("l'aide « sociale", &[words("l'aide sociale")]);
    }

    #[test]
    fn white_space_is_an_empty_query() {
        check(" \u{a0}\n", &[]);
        check("« »", &[]);
    }

    proptest! {
        #[test]
        fn any_string_parses_and_prints_to_a_fixed_point(text in ".{0,60}") {
            let printed = parse(&text).to_string();
            prop_assert_eq!(parse(&printed).to_string(), printed);
        }
    }
}
