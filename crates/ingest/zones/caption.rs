//! Captions: `Tableau 3 : …`, `Figure 2 – …`, `Légende : …`, and what is said under a table.

use crate::words::with_folded;

/// The nouns that a number follows, folded.
const NOUNS: [&str; 13] = [
    "tableau",
    "tab",
    "figure",
    "fig",
    "graphique",
    "graph",
    "carte",
    "schema",
    "diagramme",
    "illustration",
    "image",
    "photo",
    "photographie",
];

/// Those of a text in English: a French workshop has discussion tables.
const ENGLISH: [&str; 3] = ["table", "chart", "map"];

/// What a table or a caption is followed by.
const LEGENDS: [&str; 5] = ["source", "sources", "lecture", "champ", "note de lecture"];

/// What may stand between the number of a caption and its words.
const SEPARATORS: [char; 6] = [':', '.', '-', '–', '—', '|'];

/// The longest word of those above, in bytes as printed.
const MAX_WORD: usize = 16;

/// Whether a line opens a caption.
pub(super) fn is_caption(line: &str, english: bool) -> bool {
    // An image is often an ornament: only words like those of a caption make it one.
    let line = unmarked(line);
    let line = line.strip_prefix("![").map_or(line, unmarked);
    let Some((word, rest)) = first_word(line) else { return false };
    with_folded(word, |word| match word {
        "legende" => is_announced(rest),
        _ => (NOUNS.contains(&word) || english && ENGLISH.contains(&word)) && is_numbered(rest),
    })
}

/// Whether a line says what a table or figure is to be read with.
pub(super) fn is_legend(line: &str) -> bool {
    let line = unmarked(line);
    let Some((words, rest)) = line.split_once(':') else { return false };
    let words = words.trim_end();
    words.len() <= MAX_WORD
        && !rest.trim().is_empty()
        && with_folded(words, |words| LEGENDS.contains(&words))
}

/// Without the marks of emphasis, quotation or list before the first word.
fn unmarked(line: &str) -> &str {
    line.trim_start_matches(['*', '_', ' ', '>', '\t'])
}

fn first_word(line: &str) -> Option<(&str, &str)> {
    let length = line.find(|c: char| !c.is_alphabetic())?;
    (1..=MAX_WORD).contains(&length).then(|| line.split_at(length))
}

/// ` : la passerelle`.
fn is_announced(rest: &str) -> bool {
    let rest = rest.trim_start_matches(['*', '_', ' ', '\u{a0}', '\u{202f}']);
    rest.starts_with(':') && rest.contains(char::is_alphabetic)
}

/// ` n° 3.1 : les demandes`: a number, a separator, words.
fn is_numbered(rest: &str) -> bool {
    let space = [' ', '\u{a0}', '\u{202f}'];
    let rest = rest.trim_start_matches('.').trim_start_matches(space);
    let rest =
        ["n°", "N°", "nº", "no "].iter().find_map(|mark| rest.strip_prefix(mark)).unwrap_or(rest);
    let rest = rest.trim_start_matches(space);
    let arabic = |c: char| c.is_ascii_digit();
    let length = match rest.chars().next() {
        // `3`, `3.1`, `2-b`: what goes on without a space is the number.
        Some(c) if arabic(c) => rest.find(|c: char| !(c.is_alphanumeric() || c == '.' || c == '-')),
        Some('A'..='Z') => rest.find(|c: char| !c.is_ascii_uppercase()),
        _ => None,
    };
    let Some(length) = length else { return false };
    let (number, rest) = rest.split_at(length);
    if number.len() > 6 {
        return false;
    }
    let ends = number.ends_with(['.', '-']);
    let rest = rest.trim_start_matches(['*', '_']).trim_start_matches(space);
    (ends || rest.starts_with(SEPARATORS)) && rest.contains(char::is_alphabetic)
}
