//! Turns that say little, or whose tag stands alone: `Zoé : vannerie`, `**Zoé**` above what she says.

use std::collections::HashMap;

use glane_document::Speaker;

use super::label;
use crate::line::Line;
use crate::words::{canonical, fold};

/// The longest tag, in bytes.
const MAX_TAG: usize = 40;

/// The shortest text below a tag that stands alone, in bytes.
const MIN_SAID: usize = 40;

/// The tag and the person of such a turn, where `tags` are those of the text.
pub(super) fn turn<'t, 's>(
    lines: &'t [Line<'_>],
    at: usize,
    tags: &'s HashMap<String, Speaker>,
) -> Option<(&'t str, &'s Speaker)> {
    before_colon(lines, at, tags).or_else(|| alone(lines, at, tags))
}

/// The tag and the person of a turn of a word or two, in bold or right below a turn: `Zoé : vannerie`.
/// What it says is no number, nor whether its person came.
fn before_colon<'t, 's>(
    lines: &'t [Line<'_>],
    at: usize,
    tags: &'s HashMap<String, Speaker>,
) -> Option<(&'t str, &'s Speaker)> {
    const CAME: [&str; 6] = ["absen", "excus", "presen", "oui", "non", "ok"];
    let (tag, turn) = label(&lines[at])?;
    let bold = || lines[at].bold_start.as_deref().is_some_and(|bold| bold.starts_with(tag));
    let below = || {
        let above = at.checked_sub(1).and_then(|above| super::tag(&lines[above]));
        above.is_some_and(|above| tags.contains_key(&canonical(above)))
    };
    let turn = fold(turn.trim().trim_end_matches(['.', '!', '?', ' ']));
    let says = turn.len() >= 4
        && turn.chars().all(|c| c.is_alphabetic() || " '’-".contains(c))
        && !CAME.iter().any(|came| turn.starts_with(came));
    let person = tags.get(&canonical(tag)).filter(|_| says)?;
    (bold() || below()).then_some((tag, person))
}

/// The tag and the person of a line in bold that is the tag of turns, above what is said: `**Zoé**`, then
/// `Bonjour à tous …`.
fn alone<'t, 's>(
    lines: &'t [Line<'_>],
    at: usize,
    tags: &'s HashMap<String, Speaker>,
) -> Option<(&'t str, &'s Speaker)> {
    let line = &lines[at];
    let text = line.words().printed.trim_end_matches([':', ' ']);
    let alone = line.bold && !line.item && line.level.is_none() && text.len() <= MAX_TAG;
    let person = alone.then(|| tags.get(&canonical(text))).flatten()?;
    let said = lines.get(at + 1).is_some_and(|said| said.goes_on() && said.plain.len() >= MIN_SAID);
    said.then_some((text, person))
}

#[cfg(test)]
mod tests {
    use crate::structure::tag::tests::check;

    #[test]
    fn a_turn_of_a_word_stands_below_another() {
        let list = "Présents : Zoé Lanteri, Ève Tarn, Luc Perrot\n\nZoé : un atelier de couture\n";
        check(&format!("{list}Ève : vannerie\n"), &["Zoé Lanteri", "Ève Tarn"]);
        check(&format!("{list}Ève : excusée\n"), &["Zoé Lanteri"]);
        check(&format!("{list}Ève : 12 euros\n"), &["Zoé Lanteri"]);
        check(&format!("{list}\nÈve : vannerie\n"), &["Zoé Lanteri"]);
    }

    #[test]
    fn a_tag_in_bold_may_stand_alone_or_before_a_word() {
        let turns = "**Zoé** : je propose de commencer.\n\n**Luc** : il faut un ordre du jour.\n\n**Zoé** : alors je le rédige.\n\n";
        let said = "On s'était donné une heure pour tout dire, elle est passée.";
        check(&format!("{turns}**Ève** : Bonsoir\n"), &["Zoé", "Luc"]);
        check(
            &format!("**Luc** : Bonsoir !\n\n{}", turns.replace("**Luc**", "**Ève**")),
            &["Zoé", "Ève"],
        );
        check(&format!("**Luc**\n{said}\n\n{turns}"), &["Luc", "Zoé"]);
        check(&format!("**Ève**\n{said}\n\n{turns}"), &["Zoé", "Luc"]);
    }
}
