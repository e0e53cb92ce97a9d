//! What a reader asks, as a tree, and how it is written.

use std::fmt;

use crate::field::Restriction;

/// A parsed query.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query {
    /// What is asked, in order: more of it is better. Empty when nothing but white space was typed.
    pub nodes: Vec<Node>,
}

/// A part of a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Node {
    /// Words as typed but for the white space: the more of them a section has, the better.
    Words(String),
    /// Words to be found one after the other, or all within a few words of each other.
    Phrase {
        /// As typed but for the white space.
        words: String,
        /// How many other words may stand among them, in any order: `"a b"~5`.
        within: Option<u32>,
    },
    /// A word as it is written, accents, number and gender included: `=mot`.
    Exact(String),
    /// A word of which a part is left open: `préc*`.
    Pattern(String),
    /// A word or one a few letters away: `mot~`, `mot~2`.
    Fuzzy {
        /// As typed.
        word: String,
        /// How many letters may differ; by the word's length where none is typed.
        edits: Option<u8>,
    },
    /// What the section or its document must be: `année:2019`.
    Restriction(Restriction),
    /// What the section must not have.
    Without {
        /// What is left out.
        part: Box<Node>,
        /// Whether a hyphen glued to it says so, rather than a word: `-mot`.
        hyphen: bool,
    },
    /// Parts in order, in brackets: more of them is better.
    Sequence(Vec<Node>),
    /// Parts that the section must all have; one alone is written `+mot`.
    All(Vec<Node>),
    /// Parts of which the section must have one.
    Any(Vec<Node>),
}

impl Query {
    /// The same with each word asked for as it is written, function words left out where there are
    /// others. Phrases, patterns and restrictions stay.
    pub fn literal(&self) -> Query {
        Query { nodes: literal(&self.nodes) }
    }
}

fn literal(nodes: &[Node]) -> Vec<Node> {
    nodes.iter().flat_map(literal_parts).collect()
}

fn literal_parts(node: &Node) -> Vec<Node> {
    match node {
        Node::Words(words) => exact_words(words),
        Node::Sequence(parts) => vec![Node::Sequence(literal(parts))],
        Node::All(parts) => vec![Node::All(joined(parts))],
        Node::Any(parts) => vec![Node::Any(joined(parts))],
        other => vec![other.clone()],
    }
}

/// Each part stays one.
fn joined(parts: &[Node]) -> Vec<Node> {
    let one = |part: &Node| {
        let mut literal = literal_parts(part);
        if literal.len() == 1 { literal.remove(0) } else { Node::Sequence(literal) }
    };
    parts.iter().map(one).collect()
}

fn exact_words(words: &str) -> Vec<Node> {
    let apart = |c: char| c.is_whitespace() || matches!(c, '\'' | '’');
    let all: Vec<&str> = words.split(apart).filter(|word| !word.is_empty()).collect();
    let says = |word: &&str| !glane_analysis::is_stop_word(&word.to_lowercase());
    let told: Vec<&str> = all.iter().copied().filter(|word| says(word) && word.len() > 1).collect();
    let kept = if told.is_empty() { all } else { told };
    kept.into_iter().map(|word| Node::Exact(word.to_owned())).collect()
}

/// How tightly a part holds together when written, from the loosest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Hold {
    Any,
    All,
    Sequence,
    Atom,
    /// Always in brackets.
    Bracket,
}

impl Node {
    fn hold(&self) -> Hold {
        match self {
            Node::Any(_) => Hold::Any,
            Node::All(parts) if parts.len() > 1 => Hold::All,
            Node::Sequence(_) => Hold::Sequence,
            Node::Words(words) if words.contains(' ') => Hold::Sequence,
            _ => Hold::Atom,
        }
    }

    /// A hyphen is glued to a letter or a bracket.
    fn least_after_hyphen(&self) -> Hold {
        match self {
            Node::Without { .. } | Node::All(_) => Hold::Bracket,
            _ => Hold::Atom,
        }
    }

    /// Writes the part, in brackets where it holds less tightly than asked for.
    fn write(&self, f: &mut fmt::Formatter<'_>, least: Hold) -> fmt::Result {
        if self.hold() < least {
            return write!(f, "({self})");
        }
        write!(f, "{self}")
    }
}

fn write_joined(
    f: &mut fmt::Formatter<'_>,
    parts: &[Node],
    joint: &str,
    least: Hold,
) -> fmt::Result {
    for (rank, part) in parts.iter().enumerate() {
        if rank > 0 {
            f.write_str(joint)?;
        }
        part.write(f, least)?;
    }
    Ok(())
}

impl fmt::Display for Node {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Node::Words(words) => f.write_str(words),
            Node::Phrase { words, within: None } => write!(f, "« {words} »"),
            Node::Phrase { words, within: Some(within) } => write!(f, "« {words} »~{within}"),
            Node::Exact(word) => write!(f, "={word}"),
            Node::Pattern(pattern) => f.write_str(pattern),
            Node::Fuzzy { word, edits: None } => write!(f, "{word}~"),
            Node::Fuzzy { word, edits: Some(edits) } => write!(f, "{word}~{edits}"),
            Node::Restriction(restriction) => restriction.fmt(f),
            Node::Without { part, hyphen } => {
                f.write_str(if *hyphen { "-" } else { "SAUF " })?;
                part.write(f, if *hyphen { part.least_after_hyphen() } else { Hold::Atom })
            }
            Node::Sequence(parts) => write_sequence(f, parts),
            Node::All(parts) => match &parts[..] {
                [alone] => {
                    f.write_str("+")?;
                    alone.write(f, Hold::Atom)
                }
                _ => write_joined(f, parts, " ET ", Hold::Sequence),
            },
            Node::Any(parts) => write_joined(f, parts, " OU ", Hold::All),
        }
    }
}

/// Words need no brackets among other parts.
fn write_sequence(f: &mut fmt::Formatter<'_>, parts: &[Node]) -> fmt::Result {
    for (rank, part) in parts.iter().enumerate() {
        if rank > 0 {
            f.write_str(" ")?;
        }
        match part {
            Node::Words(words) => f.write_str(words)?,
            part => part.write(f, Hold::Atom)?,
        }
    }
    Ok(())
}

impl fmt::Display for Query {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.nodes[..] {
            [alone] => alone.fmt(f),
            parts => write_sequence(f, parts),
        }
    }
}

#[cfg(test)]
mod tests {
    #[track_caller]
    fn check(query: &str, literal: &str) {
        assert_eq!(crate::parse(query).literal().to_string(), literal);
    }

    #[test]
    fn each_word_is_asked_for_as_it_is_written() {
        check("accueil des usagers", "=accueil =usagers");
        check("l'accès OU \"file d'attente\"", "=accès OU « file d'attente »");
        check("préca* année:2019 aide", "préca* année:2019 =aide");
    }

    #[test]
    fn function_words_alone_are_kept() {
        check("des", "=des");
    }
}
