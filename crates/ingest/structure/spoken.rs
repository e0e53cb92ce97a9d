//! Marked-up names that return above what their bearers say: turns, where they look like headings.

use std::collections::HashMap;

use super::first_names::is_first_name;
use super::tag::sole_name;
use crate::line::Line;

/// How many turns of people who speak more than once make such headings turns.
const MANY_TURNS: usize = 4;

/// How many people must speak more than once.
const MANY_VOICES: usize = 2;

/// Makes plain lines of the headings of a level most of which are names that return: `### Zoé
/// Lanteri`, again and again above a few sentences.
///
/// A programme names a person once or twice among its titles; a text of turns has hardly any title.
pub(super) fn lower(lines: &mut [Line<'_>]) {
    for level in 1..=6 {
        let turns = turns(lines, level);
        turns.into_iter().for_each(|at| lines[at].level = None);
    }
}

/// The headings of a level that are who speaks, where most are: names that return, and full names.
fn turns(lines: &[Line<'_>], level: u8) -> Vec<usize> {
    let heads = || (0..lines.len()).filter(|&at| lines[at].level == Some(level));
    let voice = |at: usize| {
        let name = sole_name(&lines[at].plain).filter(|_| stands_above_text(lines, at))?;
        Some((at, name))
    };
    let voices: Vec<(usize, &str)> = heads().filter_map(voice).collect();
    let mut times: HashMap<&str, usize> = HashMap::new();
    voices.iter().for_each(|(_, name)| *times.entry(name).or_default() += 1);
    let again = || times.iter().filter(|(_, count)| **count > 1);
    let returning: usize = again().map(|(_, count)| count).sum();
    let known = again().filter(|(name, _)| is_first_name(first_part(name)));
    let all = heads().filter(|&at| !lines[at].is_blank()).count();
    let spoken = returning >= MANY_TURNS
        && returning * 2 > all
        && known.take(MANY_VOICES).count() == MANY_VOICES;
    if !spoken {
        return Vec::new();
    }
    let speaks = |name: &str| times[name] > 1 || first_part(name) != name;
    voices.iter().filter(|(_, name)| speaks(name)).map(|(at, _)| *at).collect()
}

fn first_part(name: &str) -> &str {
    name.split([' ', '-', '_']).next().unwrap_or(name)
}

/// Whether what stands below a heading is text.
fn stands_above_text(lines: &[Line<'_>], at: usize) -> bool {
    lines[at + 1..].iter().find(|line| !line.is_blank()).is_some_and(Line::goes_on)
}

#[cfg(test)]
mod tests {
    use crate::structure::structure;

    #[track_caller]
    fn check(text: &str, titles: &[&str], people: &[&str]) {
        let document = structure("a", "a.md", text);
        let found = document.sections.iter().filter_map(|section| section.title.as_deref());
        assert_eq!(found.collect::<Vec<_>>(), titles);
        let found = document.people.iter().map(|person| person.name.as_str());
        assert_eq!(found.collect::<Vec<_>>(), people);
    }

    fn turn(name: &str) -> String {
        format!(
            "### {name}\n\nLe gué se passe à pied, et depuis longtemps, quand il fait beau.\n\n"
        )
    }

    #[test]
    fn names_that_return_as_headings_are_turns() {
        let turns = turn("Zoé Lanteri :") + &turn("Luc Perrot :");
        check(
            &format!("# Passer le gué\n\n{}", turns.repeat(2)),
            &[],
            &["Zoé Lanteri", "Luc Perrot"],
        );
        // Each has its place in the recording.
        let turns = |minute: u8| {
            turn(&format!("Zoé Lanteri (00:{minute:02})"))
                + &turn(&format!("Luc Perrot (01:{minute:02})"))
        };
        check(
            &format!("# Passer le gué\n\n{}{}", turns(10), turns(20)),
            &[],
            &["Zoé Lanteri", "Luc Perrot"],
        );
        // A machine wrote them.
        let turns = turn("zoe-lanteri：") + &turn("luc-perrot：");
        check(
            &format!("# Passer le gué\n\n{}", turns.repeat(3)),
            &[],
            &["Zoe Lanteri", "Luc Perrot"],
        );
    }

    #[test]
    fn names_that_return_among_titles_are_headings() {
        let named = turn("Zoé Lanteri") + &turn("Luc Perrot");
        let titled = turn("Se loger") + &turn("Se nourrir") + &turn("Se soigner");
        let document = structure("a", "a.md", &format!("# Gués\n\n{named}{titled}{named}{titled}"));
        assert_eq!(document.sections.len(), 11);
        let once = format!("# Gués\n\n{named}{}", turn("Ève Tarn"));
        assert_eq!(structure("a", "a.md", &once).sections.len(), 4);
    }
}
