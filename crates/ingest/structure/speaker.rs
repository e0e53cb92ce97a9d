//! People announced in a line: `Prénom NOM, fonction, organisme`, `Animé par …`, `Avec A et B`.

mod after_title;
mod byline;
mod role;

use glane_document::{Function, Rule, Speaker};
use memchr::memchr;

use crate::line::Line;
use crate::structure::cue::{self, Announcement};
use crate::structure::first_names::is_first_name;
use crate::structure::name::{self, Form, Name, Trust};
use crate::words::{Folded, Text, prefix};
use role::{role, share_organisation};

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

/// The people whom a sentence announces: `avec Zoé Lanteri, animé par Luc Perrot`.
pub(crate) fn announced_in(text: &str) -> Vec<Speaker> {
    let text = Text::new(text.to_owned());
    announced(text.both()).unwrap_or_default()
}

fn announced(text: Folded<'_>) -> Option<Vec<Speaker>> {
    if let Some(found) = cue::announcement(text) {
        let rest = found.rest.trim_start_matches(|c: char| !c.is_alphanumeric());
        // « Présidence de M. Perrot »
        let rest = ["de ", "d'", "d’"].iter().find_map(|of| rest.strip_prefix(of)).unwrap_or(rest);
        let mut people = people(rest, Trust::Announced, found.function);
        if people.is_empty() {
            people = first_names(rest, found.function);
        }
        if !people.is_empty() {
            // « avec Zoé Lanteri, juriste, animé par Luc Perrot »
            let others = within(text);
            others.for_each(|other| {
                if people.iter().all(|person| person.name != other.name) {
                    people.push(other);
                }
            });
            return Some(people);
        }
    }
    let people: Vec<Speaker> = within(text).collect();
    (!people.is_empty()).then_some(people)
}

/// The people whom the announcements inside a line name.
fn within(text: Folded<'_>) -> impl Iterator<Item = Speaker> {
    let found = cue::announcements_within(text).into_iter();
    found.flat_map(|found| in_sentence(&found))
}

/// The people announced inside a sentence: only sure names, and not what the next sentence says.
fn in_sentence(found: &Announcement<'_>) -> Vec<Speaker> {
    let rest = cue::without_role(found.rest);
    let ends = |&(at, _): &(usize, &str)| {
        rest[..at].chars().rev().take_while(|c| c.is_lowercase()).count() >= 3
    };
    let sentence = rest.match_indices(". ").find(ends).map_or(rest, |(at, _)| &rest[..at]);
    let sentence = before_attendance(sentence);
    let sure = |name: &Name| {
        let after = &sentence[name.len..];
        name.form != Form::Plain || is_introduced(after) || in_company(after)
    };
    // « Entretien avec Luc Perrot sur le site … » refers to what others published.
    let elsewhere = |name: &Name| sentence[name.len..].starts_with(" sur le site");
    let appears = |name: &Name| sure(name) && !elsewhere(name);
    match name::parse(sentence, Trust::Announced).filter(appears) {
        Some(_) => people(sentence, Trust::Announced, found.function),
        None => Vec::new(),
    }
}

/// What stands before a list of those present or absent that the same line holds.
fn before_attendance(sentence: &str) -> &str {
    const LISTS: [&str; 6] = [
        "Étaient présent",
        "Etaient présent",
        "Présents",
        "Absents",
        "Membres présents",
        "PRÉSENTS",
    ];
    let starts = LISTS.iter().filter_map(|list| sentence.find(list));
    starts.min().map_or(sentence, |at| sentence[..at].trim_end())
}

/// People of whom an announcement gives but the first names: `Rapporteuse : Zoé`.
fn first_names(text: &str, function: Function) -> Vec<Speaker> {
    let parts: Vec<&str> = text
        .split([',', '&'])
        .flat_map(|part| part.split(" et "))
        .map(|part| part.trim_matches(|c: char| !c.is_alphabetic()))
        .collect();
    if !parts.iter().all(|part| part.starts_with(char::is_uppercase) && is_first_name(part)) {
        return Vec::new();
    }
    let person = |name: &&str| Speaker::new(name, name, function);
    parts.iter().map(person).collect()
}

/// Whether a sure name follows at once in the same list: `…, Zoé Lanteri et Luc Perrot`.
fn in_company(after: &str) -> bool {
    let next = [", ", " et ", " & "].iter().find_map(|joint| after.strip_prefix(joint));
    next.and_then(|next| name::parse(next, Trust::Text))
        .is_some_and(|name| name.form <= Form::Known)
}

/// Whether what follows a name says who bears it: a body in brackets, or a role.
fn is_introduced(after: &str) -> bool {
    let after = after.trim_start();
    let bracket = after.strip_prefix('(').and_then(|rest| rest.split(')').next());
    bracket.is_some_and(|inside| inside.chars().any(char::is_alphabetic))
        || after.starts_with(',') && cue::names_role(prefix(after, 60))
}

/// A line that starts with a name.
fn listed(line: &Line<'_>, text: &str, zone: Zone) -> Option<Vec<Speaker>> {
    if let Some(inside) = line.plain.strip_prefix('(') {
        let whole = zone == Zone::Slot && inside.ends_with(')') && !inside.contains('(');
        return whole
            .then(|| people(inside.trim_end_matches(')'), Trust::Announced, Function::Speaker));
    }
    let bold =
        line.bold_start.as_deref().is_some_and(|bold| !bold.is_empty() && text.starts_with(bold));
    let (trust, function) = match zone {
        Zone::Announced(function) => (Trust::Announced, function),
        Zone::Head | Zone::Slot | Zone::Body | Zone::Paragraph => (Trust::Text, Function::Speaker),
    };
    let trust = if bold { Trust::Announced } else { trust };
    let trust = if zone == Zone::Slot { Trust::Announced } else { trust };
    let surest = || match trust {
        Trust::Text => line.name().cloned(),
        Trust::Announced | Trust::Introduced => {
            name::parse(text, trust).filter(|name| line.is_whole(&text[..name.len]))
        }
    };
    let with_initials = || {
        let name = text.contains('(').then(|| name::parse(text, Trust::Announced)).flatten();
        name.filter(|name| initials_after(name, &text[name.len..]))
    };
    let first = surest().or_else(with_initials)?;
    let trust = if first.form == Form::Plain { Trust::Announced } else { trust };
    let after = text[first.len..].trim_start();
    // « Dons AFLLU : 3 890 € » is a line of figures.
    let figures = after.strip_prefix(':').map(|rest| rest.trim_start_matches([' ', '+', '-']));
    if figures.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit())) {
        return None;
    }
    if is_reference(line, &text[..first.len]) {
        return None;
    }
    let set_apart = is_set_apart(after);
    let short = text.chars().count() <= 300;
    let fits = match (zone, first.form) {
        (_, Form::Civility) => {
            let listed = line.item || matches!(zone, Zone::Announced(_));
            listed && short && after.starts_with([',', '('])
        }
        (Zone::Announced(_), Form::Capitals | Form::Known) => short || set_apart,
        (Zone::Announced(_), _) => short,
        _ if initials_after(&first, after) => true,
        (Zone::Slot, Form::Plain) => short && (after.starts_with([',', '(']) || after.is_empty()),
        (_, Form::Plain) => bold && set_apart && (line.item || cue::names_role(after)),
        (Zone::Paragraph, Form::Capitals | Form::Known) => {
            after.starts_with(',') && text.len() > first.len + 12
        }
        (Zone::Head | Zone::Slot, Form::Capitals) => true,
        (Zone::Head | Zone::Slot, _) => set_apart && short,
        (_, Form::Capitals) => set_apart,
        _ => set_apart && (line.item || bold) && short && !after.starts_with(':'),
    };
    fits.then(|| people(text, trust, function)).filter(|people| !people.is_empty())
}

/// Whether a line names who made a work: a link after a colon, or a title in emphasis and a year.
fn is_reference(line: &Line<'_>, name: &str) -> bool {
    let Some((_, after)) = line.raw.split_once(name) else { return false };
    let after = after.trim_start_matches(['*', '_', ']', ' ']);
    let linked = after.strip_prefix(':').is_some_and(|rest| rest.trim_start().starts_with('['));
    let emphasis = after.trim_start_matches([',', ' ']).starts_with(['*', '_']);
    let dated = || after.split(|c: char| !c.is_ascii_digit()).any(|number| number.len() == 4);
    linked || emphasis && dated()
}

/// Whether a name is followed by its own initials: `Zoé Lanteri (ZL)`.
fn initials_after(name: &Name, after: &str) -> bool {
    let Some(inside) = after.trim_start().strip_prefix('(').and_then(|rest| rest.split(')').next())
    else {
        return false;
    };
    let full = format!("{} {}", name.given, name.family);
    let initials = full.split([' ', '-']).filter_map(|part| part.chars().next());
    let initials: String = initials.flat_map(char::to_uppercase).collect();
    inside.len() >= 2 && initials == inside.to_uppercase()
}

/// A label, then names: `L'analyse des experts : A. B et C. D`.
fn labelled(line: &Line<'_>, text: &str, zone: Zone) -> Option<Vec<Speaker>> {
    let listed = line.item || matches!(zone, Zone::Head | Zone::Slot);
    memchr(b':', text.as_bytes())?;
    if !listed {
        return labelled_role(text);
    }
    let (label, rest) = text.split_once(" : ").or_else(|| text.split_once(": "))?;
    let short = label.chars().count() <= 60 && rest.chars().count() <= 160;
    if !short {
        return None;
    }
    let mut people = people(rest, Trust::Text, Function::Speaker);
    if people.is_empty() {
        // A body may come first: « CNFPT et Zoé LANTERI ».
        let (_, second) = rest.split_once(" et ")?;
        people = self::people(second, Trust::Text, Function::Speaker);
    }
    let ends_with_name =
        people.last().is_some_and(|last| last.role.is_none() || rest.starts_with(&last.as_written));
    (ends_with_name && !people.is_empty()).then_some(people)
}

/// A short line with a label, one name and a role without a comma: `Archives : Zoé Lanteri
/// responsable de la médiation`.
fn labelled_role(text: &str) -> Option<Vec<Speaker>> {
    let (label, rest) = text.split_once(" : ")?;
    let short = label.chars().count() <= 60 && text.chars().count() <= 160;
    let name = name::parse(rest, Trust::Text).filter(|name| name.form <= Form::Known)?;
    let after = rest[name.len..].trim_start();
    let role = after.starts_with(char::is_lowercase)
        && cue::is_role(after.split(' ').next().unwrap_or_default());
    (short && role && !text.ends_with('.')).then(|| people(rest, Trust::Text, Function::Speaker))
}

/// The people of a list: names at its start and after its separators, with what follows each.
pub(crate) fn people(text: &str, trust: Trust, function: Function) -> Vec<Speaker> {
    let names = names(text, trust);
    let mut speakers: Vec<Speaker> = Vec::new();
    for (rank, (start, name)) in names.iter().enumerate() {
        let end = names.get(rank + 1).map_or(text.len(), |(next, _)| *next);
        let (role, organisation) = role(&text[start + name.len..end]);
        let written = &text[*start..start + name.len];
        let bare = Speaker::new(&name.display(), written, function);
        speakers.push(Speaker { role, organisation, ..bare });
    }
    share_organisation(&mut speakers);
    speakers
}

fn names(text: &str, trust: Trust) -> Vec<(usize, Name)> {
    let announced = trust == Trust::Announced;
    let mut names: Vec<(usize, Name)> = Vec::new();
    let mut at = 0;
    while let Some(skip) = text[at..].find(char::is_alphanumeric) {
        let start = at + skip;
        let joint = ["et ", "and "].into_iter().find(|joint| text[start..].starts_with(joint));
        let start = start + joint.map_or(0, str::len);
        let between =
            names.last().map(|(last, name): &(usize, Name)| &text[last + name.len..start]);
        let joined = between.is_none_or(is_joint);
        // « Zoé Lanteri – Zone Critique »: what a dash parts from a name is no name alike.
        let dashed = between.is_some_and(|between| between.contains(['-', '–', '—']));
        let comma = text[..start].trim_end().ends_with(',') && !names.is_empty();
        let sure = |name: &Name| match name.form {
            Form::Capitals => true,
            // After a comma, « Paul Sabatier » may be a university; a list announced is of people.
            Form::Known => !comma || announced && is_set_apart(&text[start + name.len..]),
            // « Ève Tarn, Pays Vert » ends with a place.
            Form::Plain => {
                let after = text[start + name.len..].trim_start();
                let apart = !after.is_empty() && is_set_apart(after);
                let opens = start == 0 || !names.is_empty();
                joined && !dashed && (opens || apart) && (!comma || announced && apart)
            }
            _ => joined && (!comma || announced),
        };
        let found =
            name::parse(&text[start..], if joined { trust } else { Trust::Text }).filter(sure);
        at = match found {
            Some(name) => {
                let end = start + name.len;
                names.push((start, name));
                end
            }
            None if names.is_empty() && !announced => return names,
            None => start,
        };
        match next_separator(&text[at..]) {
            Some(skip) => at += skip,
            None => break,
        }
    }
    names
}

/// Whether what follows a name sets it apart.
fn is_set_apart(after: &str) -> bool {
    let after = after.trim_start();
    matches!(after, "" | ".")
        || after.starts_with([',', '(', '–', '—', '-', ':', ';', '/', '&', '|'])
        || after.starts_with("du ")
        || ["et ", "and ", "de "].iter().any(|joint| {
            after.strip_prefix(joint).is_some_and(|next| next.starts_with(char::is_uppercase))
        })
}

/// Whether only separators stand between two names, but for a body in brackets.
fn is_joint(between: &str) -> bool {
    let after = match between.trim_start().strip_prefix('(') {
        Some(inside) => inside.split_once(')').map_or("(", |(_, after)| after),
        None => between,
    };
    after
        .split(|c: char| !c.is_alphanumeric())
        .all(|word| matches!(word, "" | "et" | "ou" | "avec" | "and"))
}

/// Bytes to the end of the next separator of a list of people.
fn next_separator(text: &str) -> Option<usize> {
    const SEPARATORS: [&str; 10] =
        [" et ", " & ", ";", " / ", ", ", ") ", "/", " – ", " - ", " and "];
    // What stands in brackets lists bodies, not people.
    let opening = text.find('(');
    let brackets = opening.and_then(|open| Some(open..open + text[open..].find(')')?));
    let outside = |at: &usize| brackets.as_ref().is_none_or(|inside| !inside.contains(at));
    let opens = |byte: u8| SEPARATORS.iter().any(|mark| mark.as_bytes()[0] == byte);
    let starts = (0..text.len()).filter(|&at| opens(text.as_bytes()[at]));
    starts.filter(outside).find_map(|at| {
        let mark = SEPARATORS.iter().find(|mark| text[at..].starts_with(**mark))?;
        Some(at + mark.len())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::line::lines;

    #[track_caller]
    fn check(text: &str, zone: Zone, expect: &[(&str, Option<&str>, Option<&str>)]) {
        let found = speakers(&lines(text)[0], zone);
        let found: Vec<_> = found
            .iter()
            .map(|s| (s.name.as_str(), s.role.as_deref(), s.organisation.as_deref()))
            .collect();
        assert_eq!(found, expect);
    }

    #[test]
    fn a_name_then_its_role() {
        check(
            "Lise TARDIEU, directrice du CCAS",
            Zone::Head,
            &[("Lise Tardieu", Some("directrice du CCAS"), None)],
        );
        check(
            "- **Nadia Ferrouk**, juriste, Ville d'Orn",
            Zone::Body,
            &[("Nadia Ferrouk", Some("juriste, Ville d'Orn"), Some("Ville d'Orn"))],
        );
        check("Luc TARDIEU (CNFPT)", Zone::Body, &[("Luc Tardieu", None, Some("CNFPT"))]);
        check("Luc, TARDIEU, conseiller", Zone::Head, &[("Luc Tardieu", Some("conseiller"), None)]);
    }

    #[test]
    fn several_names_share_a_line() {
        check(
            "A. Roc et G. Tarn du collectif « Gué »",
            Zone::Announced(Function::Speaker),
            &[
                ("A. Roc", None, Some("collectif « Gué »")),
                ("G. Tarn", None, Some("collectif « Gué »")),
            ],
        );
        check(
            "Par Lise ROC, cheffe, Luc TARN, agent, et Ève OR",
            Zone::Body,
            &[
                ("Lise Roc", Some("cheffe"), None),
                ("Luc Tarn", Some("agent"), None),
                ("Ève Or", None, None),
            ],
        );
    }

    #[test]
    fn an_announcement_may_give_first_names_alone() {
        check(
            "Rapporteuses : Zoé et Nadia",
            Zone::Head,
            &[("Zoé", None, None), ("Nadia", None, None)],
        );
        check("Rapporteur : Bureau", Zone::Head, &[]);
    }

    #[test]
    fn an_announcement_inside_a_line_is_read() {
        check(
            "Travail de groupe coordonné par A. Roc et Ph. Tarn",
            Zone::Body,
            &[("A. Roc", None, None), ("Ph. Tarn", None, None)],
        );
    }

    #[test]
    fn bodies_in_brackets_are_no_people() {
        check(
            "Intervenante : Ysoria BELKANT (doctorante, Institut Vert, Orn) et Luc TARN",
            Zone::Head,
            &[
                ("Ysoria Belkant", Some("doctorante, Institut Vert, Orn"), None),
                ("Luc Tarn", None, None),
            ],
        );
    }

    #[test]
    fn an_organisation_is_no_person_but_does_not_hide_one() {
        check("- Les principes : CNFPT et Luc TARN", Zone::Body, &[("Luc Tarn", None, None)]);
        check("- Les principes : CNFPT et SNDG", Zone::Body, &[]);
        check(
            "- L'avis des experts : Luc TARN et Ève OR",
            Zone::Body,
            &[("Luc Tarn", None, None), ("Ève Or", None, None)],
        );
    }

    #[test]
    fn a_label_introduces_a_name_and_its_role() {
        let line = "Archives : Zoé Lanteri responsable de la médiation";
        check(line, Zone::Body, &[("Zoé Lanteri", Some("responsable de la médiation"), None)]);
        check("Bilan : Zoé Lanteri a relu la charte", Zone::Body, &[]);
    }

    #[test]
    fn who_made_a_work_introduces_nobody() {
        check("* Zoé Lanteri, *Le Jardin*, 2017. Vidéo", Zone::Body, &[]);
        check("- Zoé Lanteri : [Le Jardin](a.html)", Zone::Body, &[]);
        let talk = "- Zoé Lanteri - [Zone Critique](a.html)";
        check(talk, Zone::Body, &[("Zoé Lanteri", Some("Zone Critique"), None)]);
    }

    #[test]
    fn prose_introduces_nobody() {
        check("Nadia Ferrouk a rappelé que l'accueil reste premier.", Zone::Body, &[]);
        check("Nadia Ferrouk a rappelé que l'accueil reste premier.", Zone::Head, &[]);
        check("La directrice, Lise Tardieu, a conclu.", Zone::Body, &[]);
    }
}
