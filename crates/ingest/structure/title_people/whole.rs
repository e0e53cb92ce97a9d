//! People whom a heading names that is kept whole: `Ouverture, par Zoé Lanteri`.

use std::sync::LazyLock;

use glane_document::{Function, Speaker};

use super::after::LEAST_TITLE;
use super::sure::is_work;
use crate::pattern::{Pattern, folded_pattern, pattern};
use crate::structure::first_names::is_first_name;
use crate::structure::name::{self, Form, Trust};
use crate::structure::{cue, date, speaker};
use crate::words::{fold, prefix};

/// A title and the people whom a label announces in the brackets that end it: `Se loger (présidence : Zoé
/// Lanteri)`, `Visite du quai (guide : Luc Perrot, Ville d'Orn)`.
pub(crate) fn people_labelled_last(title: &str) -> Option<(&str, Vec<Speaker>)> {
    let (before, inside) = title.trim_end_matches('.').strip_suffix(')')?.rsplit_once(" (")?;
    let (label, _) = inside.split_once(':')?;
    let noun = label.trim();
    // « guide », « accompagnatrice » lead a visit.
    let leads = ["guide", "guides", "accompagnateur", "accompagnatrice"].contains(&noun);
    let named = inside[label.len() + 1..].trim_start();
    let people = match leads {
        true => speaker::people(named, Trust::Announced, Function::Speaker),
        false => speaker::announced_in(inside),
    };
    let known = |person: &Speaker| {
        name::parse(&person.as_written, Trust::Announced)
            .is_some_and(|name| name.form <= Form::Initial)
    };
    let told = before.chars().count() >= LEAST_TITLE && people.iter().any(known);
    told.then_some((before, people))
}

/// The people that a title names after `par` or `avec`, without what follows each.
pub(crate) fn people_of_title(title: &str) -> Vec<Speaker> {
    const CUES: [&str; 6] =
        [" en présence de ", " en présence d'", " par ", " avec ", "(avec ", "(par "];
    let Some((cue, at)) = CUES.iter().find_map(|cue| Some((cue, title.find(cue)? + cue.len())))
    else {
        let within =
            || title.split([':', '–', '—']).skip(1).find_map(|part| who_speaks(part.trim()));
        let found = person_of_dated(title).or_else(|| who_speaks(title)).or_else(within);
        let found = found.or_else(|| who_answers(title)).or_else(|| person_in_brackets(title));
        return found.into_iter().collect();
    };
    let after = cue::without_role(&title[at..]);
    if is_work(&title[..at - cue.len()]) {
        return Vec::new();
    }
    let Some(first) = name::parse(after, Trust::Announced) else {
        return of_interview(title, after);
    };
    // « par » alone announces whom no list of first names knows.
    let rest = after[first.len..].trim_start();
    let set_apart = rest.is_empty() || rest.starts_with([',', '(', ')']) || rest.starts_with("et ");
    let by = cue.contains("par") && set_apart;
    if first.form > Form::Initial && !by {
        return Vec::new();
    }
    let people = speaker::people(after, Trust::Announced, Function::Speaker);
    let by = by || first.form == Form::Initial && ends_with_initials(after, &people);
    if first.form > Form::Known && !by {
        return Vec::new();
    }
    let known = |person: &Speaker| by || speaker::has_known_first_name(person);
    let bare = |person| Speaker { role: None, organisation: None, ..person };
    people.into_iter().filter(known).map(bare).collect()
}

/// Whether a text holds nothing but names, one of which has initials: `Z. Lanteri et L. Perrot`.
fn ends_with_initials(text: &str, people: &[Speaker]) -> bool {
    let mut rest = text.to_owned();
    for person in people {
        rest = rest.replacen(&person.as_written, "", 1);
    }
    let mut words = rest.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let initials = |person: &Speaker| {
        person.as_written.split(' ').next().is_some_and(|first| first.ends_with('.'))
    };
    people.iter().any(initials) && words.all(|word| matches!(word, "et" | "and"))
}

/// The first name of the person an interview is with: `Entretien avec Zoé, libraire`.
fn of_interview(title: &str, after: &str) -> Vec<Speaker> {
    static INTERVIEW: LazyLock<Pattern> =
        LazyLock::new(|| folded_pattern(r"^(?:entretien|entrevue|interview|rencontre) "));
    let first = after.split([',', ' ', ':']).next().unwrap_or_default();
    let alone = after[first.len()..].is_empty() || after[first.len()..].starts_with([',', ':']);
    if !(alone && is_first_name(first) && INTERVIEW.is_match(&fold(title))) {
        return Vec::new();
    }
    vec![Speaker::new(first, first, Function::Speaker)]
}

/// The person whom a heading names after its date: `Séminaire, 13 avril 2018, Zoé Lanteri`.
fn person_of_dated(title: &str) -> Option<Speaker> {
    let (before, last) = title.rsplit_once([',', '–', '—', ':'])?;
    let last = last.trim();
    let name = name::parse(last, Trust::Announced)
        .filter(|name| !name.given.is_empty() && name.len == last.len())?;
    (!date::dates(before, Some(2000)).is_empty())
        .then(|| Speaker::new(&name.display(), last, Function::Speaker))
}

/// The longest words before the name of who speaks, in bytes: `Communication inaugurale de `.
const LONGEST_SPEECH: usize = 60;

/// The person whose speech a heading is about: `Conférence inversée de Zoé Lanteri`.
pub(crate) fn who_speaks(title: &str) -> Option<Speaker> {
    static SPEECH: LazyLock<Pattern> = LazyLock::new(|| {
        folded_pattern(
            r"^(?:(?:conference|intervention|expose|temoignage|allocution|discours|keynote|pleniere|communication|lecture|interview|entrevue)(?: [a-z]+)? (?:de |du |d')|(?:[a-z]+ )?(?:keynote|talk|lecture|presentation|workshop)(?: [a-z]+)? by )$",
        )
    });
    let start = prefix(title, LONGEST_SPEECH);
    let opens = |&(at, _): &(usize, &str)| SPEECH.is_match(&fold(&title[..at]));
    let joints = ["de ", "du ", "by "].into_iter().flat_map(|joint| start.match_indices(joint));
    let joints = joints.map(|(at, joint)| (at + joint.len(), joint));
    let joints =
        joints.chain(start.match_indices(['\'', '’']).map(|(at, joint)| (at + joint.len(), joint)));
    let (at, _) = joints.filter(opens).min_by_key(|(at, _)| *at)?;
    // « Keynote by Ysor Belkant »: « de » may join anything, « by » names who speaks.
    let by = title[..at].ends_with("by ");
    let trust = if by { Trust::Announced } else { Trust::Text };
    let sure = |name: &name::Name| by && !name.given.is_empty() || name.form <= Form::Known;
    let name = name::parse(&title[at..], trust).filter(sure)?;
    let after = &title[at + name.len..];
    let apart = [" avec", " sur", ",", " (", " :", " –", " -"];
    let apart = after.trim().is_empty() || apart.iter().any(|mark| after.starts_with(mark));
    apart.then(|| Speaker::new(&name.display(), &title[at..at + name.len], Function::Speaker))
}

/// The person whom an interview is with: `Vivre au bourg : Zoé Lanteri répond à nos questions`.
fn who_answers(title: &str) -> Option<Speaker> {
    static ANSWERS: LazyLock<Pattern> = LazyLock::new(|| {
        pattern(
            r" (?:répond(?:ent)?|a répondu) à (?:nos|vos|mes|quelques|\p{Ll}+|[0-9]+) questions?",
        )
    });
    let end = ANSWERS.find(title)?.start();
    let before = &title[..end];
    let start = before.rfind([':', '–', '—', '|', '.']).map_or(0, |mark| mark + 1);
    let name = before[start..].trim_start_matches(|c: char| !c.is_alphabetic());
    let found = name::parse(name, Trust::Announced).filter(|found| found.len == name.len())?;
    Some(Speaker::new(&found.display(), name, Function::Speaker))
}

/// The person whom a heading ends with, body included: `Les aides au logement (Zoé Lanteri - CNRS)`.
fn person_in_brackets(title: &str) -> Option<Speaker> {
    let (before, inside) = title.strip_suffix(')')?.rsplit_once(" (")?;
    let (written, body) = [" - ", " – ", " — "].iter().find_map(|mark| inside.split_once(mark))?;
    let name = name::parse(written, Trust::Announced)
        .filter(|name| name.form <= Form::Known && name.len == written.len())?;
    let body = Some(body.trim()).filter(|body| body.starts_with(char::is_uppercase))?;
    let bare = Speaker::new(&name.display(), written, Function::Speaker);
    (before.len() > LEAST_TITLE).then(|| Speaker { organisation: Some(body.to_owned()), ..bare })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The people of a heading kept whole.
    fn people(title: &str) -> Vec<String> {
        people_of_title(title).into_iter().map(|person| person.name).collect()
    }

    #[test]
    fn a_speech_may_follow_the_name_of_the_session() {
        assert_eq!(
            people("apprendre dehors : conférence de Zoé Lanteri sur « la classe au jardin »"),
            ["Zoé Lanteri"]
        );
        assert_eq!(people("apprendre dehors : conférence de presse"), Vec::<String>::new());
    }

    #[test]
    fn who_speaks_may_be_told_in_english() {
        assert_eq!(people("Opening keynote by Ysor Belkant"), ["Ysor Belkant"]);
        assert_eq!(people("Workshop by the river"), Vec::<String>::new());
        assert_eq!(people("Side by Side"), Vec::<String>::new());
    }

    #[test]
    fn initials_may_follow_avec() {
        assert_eq!(
            people("retour sur la journée avec L. Perrot et È. Tarn"),
            ["L. Perrot", "È. Tarn"]
        );
        assert_eq!(people("retour avec la classe de CM2"), Vec::<String>::new());
    }
}
