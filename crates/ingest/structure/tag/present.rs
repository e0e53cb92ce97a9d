//! Those on the lists of people present, where prose says that they speak.

use std::collections::HashMap;
use std::sync::LazyLock;

use glane_document::Speaker;
use memchr::memmem;

use super::office;
use crate::line::Line;
use crate::structure::turn;
use crate::words::{Openings, canonical, capitals, prefix};

static PAR: LazyLock<memmem::Finder<'static>> = LazyLock::new(|| memmem::Finder::new(" par "));

/// How far into a line « par » may name who speaks, in bytes.
const MAX_BEFORE: usize = 80;

/// Those on the lists of people present, by their tags.
pub(super) struct Present {
    pub(super) tags: HashMap<String, Speaker>,
    pub(super) openings: Openings,
}

impl Present {
    /// The word at a byte of a text, and who bears it as a tag.
    fn word<'t>(&self, text: &'t str, at: usize) -> Option<(&'t str, &Speaker)> {
        if !self.openings.may_open(text, at) {
            return None;
        }
        let end = text[at..].find(|c: char| !c.is_alphabetic() && c != '-');
        let word = &text[at..end.map_or(text.len(), |end| at + end)];
        let named = word.starts_with(char::is_uppercase);
        named.then(|| Some((word, self.tags.get(&canonical(word))?))).flatten()
    }
}

/// Who of those present a line says to speak, by a short name: `Louise propose …`,
/// `Louise et Paul ont présenté …`, `Présentation par Louise`.
pub(super) fn said<'t, 'p>(
    line: &'t Line<'_>,
    present: &'p Present,
) -> Vec<(&'t str, &'p Speaker)> {
    if present.tags.is_empty() || line.is_blank() {
        return Vec::new();
    }
    let text = line.words().printed;
    let word = |at: usize| present.word(text, at);
    let opens = |at: usize| {
        let Some(one) = word(at) else { return Vec::new() };
        let after = &text[at + one.0.len()..];
        if turn::says_of_present(after) {
            return vec![one];
        }
        // « Louise et Paul ont présenté »
        let next = text.len() - after.len() + " et ".len();
        let other = after.starts_with(" et ").then(|| word(next)).flatten();
        let both = other.filter(|other| {
            let after = text[next + other.0.len()..].strip_prefix(" ont ");
            after.is_some_and(|after| turn::says_of_present(&format!(" a {}", prefix(after, 40))))
        });
        both.map_or(Vec::new(), |other| vec![one, other])
    };
    let by = || {
        let start = prefix(text, MAX_BEFORE + " par".len()).as_bytes();
        let at = PAR.find(start)? + " par ".len();
        word(at).filter(|(word, _)| {
            !text[at + word.len()..].starts_with(" ") || {
                // « par Louise Perrot » is a name of its own.
                let next = text[at + word.len()..].trim_start();
                !next.starts_with(char::is_uppercase)
            }
        })
    };
    let said = after_label(line, text);
    let starts = |at: &usize| {
        present.openings.may_open(text, *at)
            && (opens_sentence(text, *at)
                || text[..*at].ends_with(", ")
                || said.is_some_and(|said| said == *at))
    };
    let mut found: Vec<_> = capitals(text).filter(starts).flat_map(opens).collect();
    found.extend(
        office::named(line)
            .into_iter()
            .filter_map(|name| Some((name, present.tags.get(&canonical(name))?))),
    );
    if found.is_empty() { by().into_iter().collect() } else { found }
}

/// Where what a label in bold announces starts: `**Jardin** : Louise propose …`.
fn after_label(line: &Line<'_>, text: &str) -> Option<usize> {
    let label = line.bold_start.as_deref().filter(|bold| text.starts_with(bold))?;
    let said = text[label.len()..].trim_start_matches([' ', ':', '.', '–']);
    (!said.is_empty()).then_some(text.len() - said.len())
}

/// Whether a sentence starts at a byte of a text.
pub(super) fn opens_sentence(text: &str, at: usize) -> bool {
    const CIVILITIES: [&str; 5] = ["M. ", "Mme ", "Mlle ", "Monsieur ", "Madame "];
    let before = &text[..at];
    let civil = CIVILITIES.iter().find_map(|civility| before.strip_suffix(civility));
    let before = civil.unwrap_or(before);
    before.is_empty()
        || before.strip_suffix(' ').is_some_and(|before| before.ends_with(['.', '?', '!']))
}
