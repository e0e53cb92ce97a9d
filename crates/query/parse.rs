//! What a reader types → a query. Anything is one.

mod lex;

use crate::query::{Node, Query};
use lex::{Token, lex};

/// How deep brackets may stand in each other; deeper ones are left out.
const MAX_DEPTH: usize = 24;

/// The longest query that is read, in bytes: what is beyond is left out.
pub(crate) const MAX_BYTES: usize = 8_000;

/// Parses a query.
///
/// Words side by side hold together more tightly than `ET`, and `ET` more tightly than `OU`. What
/// is no well-formed operator, bracket, quotation or field is words.
pub fn parse(text: &str) -> Query {
    let text = &text[..text.floor_char_boundary(MAX_BYTES)];
    let tokens = lex(text);
    let mut parser = Parser { tokens: &tokens, at: 0 };
    let mut nodes = Vec::new();
    while parser.at < tokens.len() {
        push(&mut nodes, parser.any(0));
        // A bracket that nothing opened.
        parser.at += 1;
    }
    match nodes.pop() {
        Some(Node::Sequence(parts)) if nodes.is_empty() => Query { nodes: parts },
        last => {
            nodes.extend(last);
            Query { nodes }
        }
    }
}

struct Parser<'t> {
    tokens: &'t [Token],
    at: usize,
}

impl Parser<'_> {
    fn next(&self) -> Option<&Token> {
        self.tokens.get(self.at)
    }

    /// Whether an operand may start at a token.
    fn opens(&self, at: usize) -> bool {
        !matches!(self.tokens.get(at), None | Some(Token::Close | Token::Or(_) | Token::And(_)))
    }

    /// Parts that `OU` joins.
    fn any(&mut self, depth: usize) -> Option<Node> {
        let mut parts: Vec<Node> = self.all(depth).into_iter().collect();
        while let Some(Token::Or(_)) = self.next() {
            self.at += 1;
            match self.all(depth) {
                Some(Node::Any(inner)) => parts.extend(inner),
                part => parts.extend(part),
            }
        }
        alone_or(parts, Node::Any)
    }

    /// Parts that `ET` joins.
    fn all(&mut self, depth: usize) -> Option<Node> {
        let mut parts: Vec<Node> = self.sequence(depth).into_iter().collect();
        while let Some(Token::And(_)) = self.next() {
            self.at += 1;
            match self.sequence(depth) {
                Some(Node::All(inner)) if inner.len() > 1 => parts.extend(inner),
                part => parts.extend(part),
            }
        }
        alone_or(parts, Node::All)
    }

    /// Parts side by side.
    fn sequence(&mut self, depth: usize) -> Option<Node> {
        let mut parts = Vec::new();
        loop {
            match self.next() {
                None | Some(Token::Close) => break,
                // An operator joins what stands on both sides; else it is a word.
                Some(Token::And(word) | Token::Or(word)) => {
                    if !parts.is_empty() && self.opens(self.at + 1) {
                        break;
                    }
                    push(&mut parts, Some(as_word(word)));
                    self.at += 1;
                }
                Some(_) => {
                    let part = self.part(depth);
                    push(&mut parts, part);
                }
            }
        }
        alone_or(parts, Node::Sequence)
    }

    /// One part, with its sign.
    fn part(&mut self, depth: usize) -> Option<Node> {
        let token = self.next()?.clone();
        self.at += 1;
        match token {
            Token::Word(word) => Some(Node::Words(word)),
            Token::Leaf(node) => Some(node),
            Token::Not(_) | Token::Plus | Token::Open if depth >= MAX_DEPTH => None,
            Token::Not(word) if !self.opens(self.at) => Some(as_word(&word)),
            Token::Not(sign) => {
                let (part, hyphen) = (self.part(depth + 1)?, sign == "-");
                Some(Node::Without { part: Box::new(part), hyphen })
            }
            Token::Plus => self.part(depth + 1).map(|part| Node::All(vec![part])),
            Token::Open => {
                let inside = self.any(depth + 1);
                if matches!(self.next(), Some(Token::Close)) {
                    self.at += 1;
                }
                inside
            }
            Token::Close | Token::And(_) | Token::Or(_) => None,
        }
    }
}

/// An operator that joins nothing: in lower case, so that it joins nothing when written either.
fn as_word(operator: &str) -> Node {
    Node::Words(operator.to_lowercase())
}

/// Adds a part: words go on with the words before them, a sequence inside another is part of it.
fn push(parts: &mut Vec<Node>, part: Option<Node>) {
    match (parts.last_mut(), part) {
        (_, None) => {}
        (Some(Node::Words(before)), Some(Node::Words(words))) => {
            before.push(' ');
            before.push_str(&words);
        }
        (_, Some(Node::Sequence(inner))) => {
            inner.into_iter().for_each(|part| push(parts, Some(part)));
        }
        (_, Some(part)) => parts.push(part),
    }
}

fn alone_or(mut parts: Vec<Node>, join: fn(Vec<Node>) -> Node) -> Option<Node> {
    match parts.len() {
        0 | 1 => parts.pop(),
        _ => Some(join(parts)),
    }
}

#[cfg(test)]
mod tests;
