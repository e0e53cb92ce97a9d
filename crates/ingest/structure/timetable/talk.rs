//! Cells that name who speaks, then the title: `ZOÉ LANTERI - Se loger`, `Luc Perrot : Manger`.

use glane_document::{Function, Speaker};

use crate::structure::name::{self, Trust};
use crate::structure::timetable::column::full;
use crate::structure::timetable::rows::{Cell, Row};
use crate::structure::{cue, speaker};
use crate::words::{prefix, starts_upper};

/// What stands between who speaks and the title.
const MARKS: [&str; 5] = [" – ", " — ", " - ", " : ", ": "];

/// How many words make of what stands after a name a title rather than a body: `Ville d'Orn`.
const TITLE_WORDS: usize = 4;

/// How many words a name takes at most.
const MAX_NAME: usize = 6;

/// The people of a cell and the title after them.
pub(super) fn talk(cell: &Cell, function: Function) -> Option<(Vec<Speaker>, String)> {
    let text = cell.plain.as_str();
    let marks = MARKS.iter().filter_map(|mark| Some((text.find(mark)?, mark.len())));
    let (cut, mark) = marks.min()?;
    let title = text[cut + mark..].trim_matches(['«', '»', '“', '”', '"', ' ', '\u{a0}']);
    let people = people(&text[..cut], function)?;
    starts_upper(title).then(|| (people, title.to_owned()))
}

/// Whether most full cells of a column hold people, each with a title: `Zoé Lanteri - CNRS` and
/// `Zoé Lanteri - directrice` say whose.
pub(super) fn are_talks(rows: &[Row], at: usize) -> bool {
    let titled = |cell: &&Cell| {
        talk(cell, Function::Speaker).is_some_and(|(_, title)| {
            let emphasised = cell.raw.trim_end().ends_with(['*', '_', '»', '”']);
            let long = title.split(' ').nth(TITLE_WORDS - 1).is_some();
            emphasised || long && !cue::names_role(prefix(&title, 40))
        })
    };
    let titled = full(rows, at).filter(titled).count();
    titled >= 2 && titled * 2 > full(rows, at).count()
}

/// The people of a text that holds nothing else: the column says that they are, in any letters.
fn people(text: &str, function: Function) -> Option<Vec<Speaker>> {
    let text = text.trim();
    let body = name::parse(text, Trust::Announced)
        .is_some_and(|name| text[name.len..].trim_start().starts_with(['(', ',']));
    if body && text.contains('(') {
        return Some(speaker::people(text, Trust::Announced, function));
    }
    let commas = text.split([',', ';', '/', '&']);
    let parts = commas.flat_map(|part| part.split(" et ")).map(str::trim);
    let parts = parts.map(|part| part.strip_prefix("et ").unwrap_or(part));
    parts.map(|part| Some(Speaker::new(&whole_name(part)?, part, function))).collect()
}

/// The name that a text is, capitals lowered.
fn whole_name(text: &str) -> Option<String> {
    let lowered = name::lowered(text);
    let words: Vec<&str> = lowered.split(' ').collect();
    if let Some(name) = name::parse(&lowered, Trust::Announced)
        && name.len == lowered.len()
        && !name.given.is_empty()
    {
        return Some(name.display());
    }
    let fits = |word: &&str| {
        let letters = |c: char| c.is_alphabetic() || matches!(c, '-' | '‑' | '\'' | '’' | '.');
        word.chars().all(letters) && (starts_upper(word) || word.len() <= 3)
    };
    let named = (2..=MAX_NAME).contains(&words.len())
        && words.iter().all(fits)
        && starts_upper(words[0])
        && words.last().is_some_and(|word| starts_upper(word))
        && !words.iter().any(|word| cue::is_common(word));
    named.then_some(lowered)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(cell: &str, expect: Option<(&[&str], &str)>) {
        let found = talk(&Cell::new(cell), Function::Speaker);
        let found = found.as_ref().map(|(people, title)| {
            (people.iter().map(|person| person.name.as_str()).collect::<Vec<_>>(), title.as_str())
        });
        assert_eq!(found, expect.map(|(people, title)| (people.to_vec(), title)));
    }

    #[test]
    fn who_speaks_stands_before_the_title() {
        check("YSORIA BELKANT - *Se loger*", Some((&["Ysoria Belkant"], "Se loger")));
        check("ZOé BEN AMIR – Se loger", Some((&["Zoé Ben Amir"], "Se loger")));
        check("Luc Perrot : « Manger bio »", Some((&["Luc Perrot"], "Manger bio")));
        check("Luc Perrot et ÈVE TARN — Lire", Some((&["Luc Perrot", "Ève Tarn"], "Lire")));
        check("Luc Perrot (Ville d'Orn) - Lire", Some((&["Luc Perrot"], "Lire")));
    }

    #[test]
    fn what_is_no_name_is_left_in_the_title() {
        check("Ouverture des travaux - Se loger", None);
        check("Table Ronde : Se loger", None);
        check("Ysoria Belkant", None);
        check("Ysoria Belkant - directrice", None);
    }

    #[test]
    fn bodies_and_roles_are_no_titles() {
        let rows = |cells: [&str; 2]| {
            cells.map(|cell| Row { lines: 0..1, cells: vec![Cell::new(cell)] }).to_vec()
        };
        assert!(are_talks(&rows(["ZOÉ TARN - *Lire*", "LUC PERROT - *Écrire*"]), 0));
        assert!(are_talks(
            &rows(["Zoé Tarn - Lire à voix haute ici", "Luc Roc - À qui sont nos rues"]),
            0
        ));
        assert!(!are_talks(&rows(["Zoé Tarn - Ville d'Orn", "Luc Perrot - CNRS"]), 0));
        assert!(!are_talks(
            &rows(["Zoé Tarn - Directrice de la ville d'Orn", "Luc Roc - Maire de la ville d'Orn"]),
            0
        ));
    }
}
