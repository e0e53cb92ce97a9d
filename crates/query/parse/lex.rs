//! A query in tokens: words, quotations, operators, brackets.

use crate::field::{Field, Restriction};
use crate::query::Node;

/// A token of a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token {
    /// A word and what is glued to it.
    Word(String),
    /// What is a part of a query by itself.
    Leaf(Node),
    /// `ET`, `AND`, as typed.
    And(String),
    /// `OU`, `OR`, as typed.
    Or(String),
    /// `SAUF`, `NOT`, or a hyphen glued to what follows it, as typed.
    Not(String),
    /// A plus sign glued to what follows it.
    Plus,
    /// An opening bracket.
    Open,
    /// A closing bracket.
    Close,
}

/// Quotation marks that open a phrase, with those that close it.
const QUOTES: [(char, &[char]); 4] =
    [('"', &['"', '”']), ('«', &['»']), ('“', &['”', '"']), ('„', &['“', '”'])];

/// The longest distance that a phrase may ask for, in words.
const MAX_WITHIN: u32 = 200;

/// The tokens of a query, in order.
pub(super) fn lex(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut rest = text;
    let mut depth = 0usize;
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c.is_control());
        let Some(first) = rest.chars().next() else { return tokens };
        let after = &rest[first.len_utf8()..];
        let glued = after.starts_with(|c: char| {
            c.is_alphanumeric() || matches!(c, '(' | '=' | '*') || is_quote(c)
        });
        if let Some((node, left)) = quotation(rest) {
            tokens.extend(node.map(Token::Leaf));
            rest = left;
            continue;
        }
        rest = match first {
            '(' => {
                depth += 1;
                tokens.push(Token::Open);
                after
            }
            ')' => {
                if depth > 0 {
                    depth -= 1;
                    tokens.push(Token::Close);
                }
                after
            }
            '-' if glued => {
                tokens.push(Token::Not("-".to_owned()));
                after
            }
            '+' if glued || after.starts_with(['+', '-']) => {
                tokens.push(Token::Plus);
                after
            }
            _ if is_quote(first) => after,
            _ => match restriction(rest) {
                Some((restriction, left)) => {
                    tokens.push(Token::Leaf(Node::Restriction(restriction)));
                    left
                }
                None => {
                    let word = &rest[..word_end(rest, depth > 0)];
                    tokens.push(token(word));
                    &rest[word.len()..]
                }
            },
        };
    }
}

fn is_quote(c: char) -> bool {
    QUOTES.iter().any(|(open, close)| *open == c || close.contains(&c))
}

/// A closed quotation at the start of a text, with its distance, and what is left of the text; no
/// part of a query where nothing stands in it.
fn quotation(text: &str) -> Option<(Option<Node>, &str)> {
    let (inside, rest) = quoted(text)?;
    let words = tidy(inside);
    let (within, rest) = match distance(rest) {
        Some((within, rest)) => (Some(within), rest),
        None => (None, rest),
    };
    let node = (!words.is_empty()).then_some(Node::Phrase { words, within });
    Some((node, rest))
}

/// What stands in the quotation marks that a text opens with, and after them.
fn quoted(text: &str) -> Option<(&str, &str)> {
    let mark = text.chars().next()?;
    let (_, closing) = QUOTES.iter().find(|(opening, _)| *opening == mark)?;
    let inside = &text[mark.len_utf8()..];
    let end = inside.find(*closing)?;
    let mut after = inside[end..].chars();
    after.next();
    Some((&inside[..end], after.as_str()))
}

/// `~5`
fn distance(text: &str) -> Option<(u32, &str)> {
    let digits = text.strip_prefix('~')?;
    let end = digits.find(|c: char| !c.is_ascii_digit()).unwrap_or(digits.len());
    let distance: u32 = digits[..end].parse().ok()?;
    Some((distance.min(MAX_WITHIN), &digits[end..]))
}

/// Words with one space between, and no quotation marks.
fn tidy(text: &str) -> String {
    let words = text.split(|c: char| c.is_whitespace() || c.is_control() || is_quote(c));
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// `année:2019`, `lieu:« La Rochelle »` at the start of a text, and what is left of it.
fn restriction(text: &str) -> Option<(Restriction, &str)> {
    let name_end = text.find(|c: char| !c.is_alphabetic() && c != '-')?;
    let value = text[name_end..].strip_prefix(':')?;
    let field = Field::named(&text[..name_end])?;
    let (given, rest) = quoted(value).unwrap_or_else(|| value.split_at(word_end(value, true)));
    Some((Restriction::new(field, &tidy(given))?, rest))
}

/// Where a word ends: at white space, a quotation mark, or a bracket that is not one of its own, as
/// those of `agent(e)s` are.
fn word_end(text: &str, in_group: bool) -> usize {
    let mut open: Vec<usize> = Vec::new();
    let mut end = text.len();
    for (at, c) in text.char_indices() {
        let own = match c {
            '(' => {
                open.push(at);
                true
            }
            ')' if open.is_empty() => !in_group,
            ')' => open.pop().is_some(),
            c => !(c.is_whitespace() || c.is_control() || is_quote(c)),
        };
        if !own && at > 0 {
            end = at;
            break;
        }
    }
    open.first().copied().filter(|at| *at > 0).unwrap_or(end)
}

/// The token of a word and what is glued to it.
fn token(word: &str) -> Token {
    let owned = || word.to_owned();
    match word {
        "ET" | "AND" => return Token::And(owned()),
        "OU" | "OR" => return Token::Or(owned()),
        "SAUF" | "NOT" => return Token::Not(owned()),
        _ => {}
    }
    let leaf = exact(word).or_else(|| fuzzy(word)).or_else(|| pattern(word));
    leaf.map_or_else(|| Token::Word(owned()), Token::Leaf)
}

/// Letters and digits, and what may stand between those of one word.
fn is_plain(word: &str) -> bool {
    let inner = |c: char| c.is_alphanumeric() || matches!(c, '-' | '\'' | '’' | '‑' | '.' | '·');
    word.starts_with(char::is_alphanumeric)
        && word.ends_with(char::is_alphanumeric)
        && word.chars().all(inner)
}

/// `=mot`, `=R.S.A.`
fn exact(word: &str) -> Option<Node> {
    let word = word.strip_prefix('=')?;
    let word = word.strip_suffix('.').unwrap_or(word);
    if !is_plain(word) {
        return None;
    }
    Some(Node::Exact(word.to_owned()))
}

/// `mot~`, `mot~2`
fn fuzzy(word: &str) -> Option<Node> {
    let (word, edits) = word.split_once('~').filter(|(word, _)| is_plain(word))?;
    let edits = match edits {
        "" => None,
        "1" => Some(1),
        "2" => Some(2),
        _ => return None,
    };
    Some(Node::Fuzzy { word: word.to_owned(), edits })
}

/// How many letters a pattern must show.
const LEAST_LETTERS: usize = 2;

/// `mot*`, `*mot`, `m*t`
fn pattern(word: &str) -> Option<Node> {
    let letters = word.chars().filter(|c| c.is_alphanumeric()).count();
    let parts = word.split('*').filter(|part| !part.is_empty());
    let open = word.contains('*') && letters >= LEAST_LETTERS && parts.into_iter().all(is_plain);
    open.then(|| Node::Pattern(word.to_owned()))
}
