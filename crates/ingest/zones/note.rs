//! Footnotes and endnotes: by their marks, or under their heading.

use glane_document::Zone;

use crate::words::canonical;

/// What announces notes on a line of its own.
const NOTES: [&str; 9] = [
    "notes",
    "notes de bas de page",
    "notes de fin",
    "notes de fin de document",
    "notes et references",
    "notes et sources",
    "footnotes",
    "endnotes",
    "notes bibliographiques",
];

/// What announces a bibliography on a line of its own.
const BIBLIOGRAPHY: [&str; 9] = [
    "bibliographie",
    "bibliographie indicative",
    "bibliographie selective",
    "elements de bibliographie",
    "orientations bibliographiques",
    "references bibliographiques",
    "references",
    "bibliography",
    "works cited",
];

/// The zone that a line or a title announces.
pub(super) fn announced(line: &str) -> Option<Zone> {
    let opens = line.trim_start_matches(|c: char| !c.is_alphabetic());
    if !opens.starts_with(['N', 'n', 'F', 'f', 'E', 'e', 'É', 'B', 'b', 'R', 'r', 'O', 'o', 'W']) {
        return None;
    }
    let words = canonical(line);
    if NOTES.contains(&&*words) {
        return Some(Zone::Note);
    }
    BIBLIOGRAPHY.contains(&&*words).then_some(Zone::Bibliography)
}

/// Whether a line opens a note: `[^2]: …`, `[fn:2] …`, `[2] …`, `² …`, `2. Ibid.`
pub(super) fn is_note(line: &str) -> bool {
    let opens = line.trim_start_matches(' ');
    match opens.as_bytes().first() {
        Some(b'[') => line.len() - opens.len() <= 3 && is_bracketed(opens),
        Some(b'(' | b'0'..=b'9') => is_reference(opens),
        Some(0xC2 | 0xE2) => is_raised(opens),
        _ => false,
    }
}

fn is_bracketed(line: &str) -> bool {
    let Some((call, rest)) = line[1..].split_once(']') else { return false };
    let is_number = |text: &str| {
        (1..=3).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
    };
    if let Some(name) = call.strip_prefix('^') {
        return !name.is_empty() && rest.starts_with(':');
    }
    let is_call = call.strip_prefix("fn:").is_some_and(|name| !name.is_empty()) || is_number(call);
    is_call && rest.starts_with(' ') && rest.contains(char::is_alphabetic)
}

/// `² Voir l'enquête…`: a number above the line, which no list has.
fn is_raised(line: &str) -> bool {
    const RAISED: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    let rest = line.trim_start_matches(RAISED);
    rest.len() < line.len() && rest.trim_start().starts_with(char::is_alphabetic)
}

/// `3. Ibid., p. 12`, `(4) Cf. Bersac`: a number, then what refers to another text.
fn is_reference(line: &str) -> bool {
    let digits = line.trim_start_matches('(').trim_start_matches(|c: char| c.is_ascii_digit());
    let rest = digits.trim_start_matches(['.', ')', ' ', '\u{a0}']);
    if line.len() - digits.len() > 4 || rest.len() == digits.len() {
        return false;
    }
    let length = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
    let (word, after) = rest.split_at(length);
    match &*word.to_lowercase() {
        "ibid" | "ibidem" | "idem" => true,
        "cf" | "id" => after.starts_with('.'),
        "op" | "art" | "loc" => after.trim_start_matches(['.', ' ', '\u{a0}']).starts_with("cit"),
        _ => false,
    }
}
