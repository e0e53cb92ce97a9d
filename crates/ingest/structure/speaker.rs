//! People announced in a line: `Prénom NOM, fonction, organisme`, `Animé par …`, `Avec A et B`.

mod after_title;
mod announced;
mod byline;
mod labelled;
mod list;
mod listed;
mod role;

use glane_document::{Function, Rule, Speaker};

use crate::line::Line;
use crate::structure::cue;
use crate::structure::first_names::is_first_name;
use crate::words::Text;
use announced::announced;
pub(crate) use announced::announced_in;
use labelled::labelled;
pub(crate) use list::{introduced, is_set_apart, people};
use listed::listed;

/// Where a line stands in its section.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Zone {
    /// Between the heading and the first prose.
    Head,
    /// The same under a title with a time, whose people often stand on the next line.
    Slot,
    /// After an announcement such as `Intervenants :`.
    Announced(Function),
    /// In the body.
    Body,
    /// In the body, at the start of a paragraph, in a text where paragraphs often start with people.
    Paragraph,
}

/// The longest line, in bytes, that introduces people.
pub(crate) const MAX_BYTES: usize = 2_000;

/// The people that a line introduces; empty for prose.
pub(crate) fn speakers(line: &Line<'_>, zone: Zone) -> Vec<Speaker> {
    if line.plain.len() > MAX_BYTES {
        return Vec::new();
    }
    let text = line.words();
    let found = announced(text).map(|people| (people, Rule::Announced));
    let found = found.or_else(|| Some((listed(line, text.printed, zone)?, Rule::Listed)));
    let found = found.or_else(|| Some((labelled(line, text.printed, zone)?, Rule::LabelledNames)));
    let found = found.or_else(|| Some((vec![byline::byline(line)?], Rule::Listed)));
    let titled = || match zone {
        Zone::Slot if text.printed.contains(" par ") => {
            (after_title::by_last(text.printed), Rule::Announced)
        }
        Zone::Head | Zone::Slot => (after_title::after_title(text.printed), Rule::Listed),
        _ => (Vec::new(), Rule::Listed),
    };
    let found = found.or_else(|| Some(titled()));
    found.map(|(people, rule)| by_rule(people, rule)).unwrap_or_default()
}

/// Whether a person's first name is one that the list knows.
pub(crate) fn has_known_first_name(person: &Speaker) -> bool {
    is_first_name(person.name.split(' ').next().unwrap_or_default())
}

/// People with the rule that found them, but for those that a rule found already.
pub(crate) fn by_rule(mut people: Vec<Speaker>, rule: Rule) -> Vec<Speaker> {
    for person in &mut people {
        person.rule.get_or_insert(rule);
    }
    people
}

/// The function that a line gives to the people of the lines below: `Intervenants :`.
pub(crate) fn opens_list(line: &Line<'_>) -> Option<Function> {
    if line.plain.len() > MAX_BYTES {
        return None;
    }
    let text = line.words();
    let short = text.printed.ends_with(':') && text.printed.chars().count() <= 60
        || line.bold && text.printed.len() <= 60;
    let found = short.then(|| cue::announcement(text)).flatten()?;
    let rest = found.rest.trim_matches(|c: char| !c.is_alphanumeric());
    (rest.chars().count() <= 25).then_some(found.function)
}

/// The function that a heading gives to the people under it: `Les intervenants`.
pub(crate) fn function_of(heading: &str) -> Option<Function> {
    let heading = ["Les ", "Nos ", "LES "]
        .iter()
        .find_map(|the| heading.strip_prefix(the))
        .unwrap_or(heading);
    let heading = Text::new(heading.to_owned());
    let found = cue::announcement(heading.both())?;
    found.rest.trim_matches(|c: char| !c.is_alphanumeric()).is_empty().then_some(found.function)
}

#[cfg(test)]
mod tests;
