//! Turns tagged with a short name: `ZL : …`, `Louise : …`, `Perrot : …`, `Louise propose …`.

mod attendance;
mod brief;
mod full;
mod held;
mod noun;
mod office;
mod present;
mod presented;
mod told;
mod voice;

use std::collections::{HashMap, HashSet};

use glane_document::{DocumentKind, Function, FurnitureKind, Rule, Speaker};
use memchr::memchr;

use crate::line::Line;
use crate::structure::cue;
use crate::structure::draft::Draft;
use crate::structure::first_names::is_first_name;
use crate::words::{Openings, canonical, fold, is_upper};
use present::{Present, said};
pub(crate) use voice::sole_name;

/// How many turns by first names alone make a text one of turns.
const MANY_TURNS: usize = 3;

/// The shortest turn, in bytes: « Zoé : 3 » is a line of figures.
const SHORTEST_TURN: usize = 15;

/// Gives each section the people whose tags open its lines.
///
/// A tag is the initials of a person introduced with them (`Zoé Lanteri (ZL)`), a name on the list
/// of those present, or a first name in a text where such turns return. `genre` is what the cover
/// tells the document to be: minutes report turns without a colon.
pub(crate) fn give_turns(
    drafts: &mut [Draft],
    lines: &[Line<'_>],
    furniture: &[Option<FurnitureKind>],
    genre: Option<DocumentKind>,
) {
    held::give_to_sections(drafts);
    let mut tags = initials(drafts);
    let mut present = attendance::attendance(lines);
    // Where those present are listed, others are only told about.
    let unlisted = genre == Some(DocumentKind::Minutes) && present.is_empty();
    let first = if unlisted { told::first_names(lines, furniture) } else { Vec::new() };
    for (tag, speaker) in told::introduced(lines).into_iter().chain(first) {
        present.entry(tag).or_insert(speaker);
    }
    for (tag, speaker) in present.clone().into_iter().chain(first_names(lines, furniture)) {
        tags.entry(tag).or_insert(speaker);
    }
    for (tag, speaker) in presented::presented(drafts, lines, furniture) {
        tags.entry(tag).or_insert(speaker);
    }
    let voices = voice::voices(lines, furniture, drafts);
    let full = full::full_names(lines, furniture);
    if tags.is_empty() && voices.is_empty() && full.is_empty() {
        return;
    }
    let openings = Openings::of(present.keys().map(String::as_str));
    let present = Present { tags: present, openings };
    for draft in drafts {
        let mut known: HashSet<String> =
            draft.speakers.iter().map(|speaker| speaker.name.clone()).collect();
        for at in draft.lines.clone().filter(|&at| furniture[at].is_none() && !lines[at].code) {
            let tagged = tag(&lines[at]).and_then(|tag| Some((tag, tags.get(&canonical(tag))?)));
            let alone = || {
                let voice = if voices.is_empty() { None } else { voice::voice(lines, at) }?;
                Some((voice.name, voices.get(&canonical(voice.name))?))
            };
            let short = || brief::turn(lines, at, &tags);
            let whole = || {
                let name = if full.is_empty() { None } else { full::opening(&lines[at]) }?;
                Some((name, full.get(&canonical(name))?))
            };
            let found = match tagged.or_else(alone).or_else(short).or_else(whole) {
                Some(tagged) => vec![tagged],
                None => said(&lines[at], &present),
            };
            for (tag, turn) in found {
                if known.insert(turn.name.clone()) {
                    draft.speakers.push(Speaker { as_written: tag.to_owned(), ..turn.clone() });
                } else if let Some(known) = bare(&mut draft.speakers, &turn.name) {
                    known.rule = turn.rule;
                }
            }
        }
    }
}

/// Somebody of whom nothing but the name is known.
fn bare<'s>(speakers: &'s mut [Speaker], name: &str) -> Option<&'s mut Speaker> {
    let bare = |one: &&mut Speaker| one.role.is_none() && one.organisation.is_none();
    speakers.iter_mut().filter(bare).find(|one| one.name == name)
}

/// What stands before the colon of a turn.
fn tag<'t>(line: &'t Line<'_>) -> Option<&'t str> {
    label(line).filter(|(_, turn)| turn.len() >= SHORTEST_TURN).map(|(tag, _)| tag)
}

/// What stands before the first colon of a line, short as a name is, and what stands after it.
fn label<'t>(line: &'t Line<'_>) -> Option<(&'t str, &'t str)> {
    if line.code {
        return None;
    }
    let text = line.words().printed;
    let colon = memchr(b':', text.as_bytes())?;
    let (tag, turn) = (text[..colon].trim(), &text[colon + 1..]);
    (tag.len() <= 40 && tag.split(' ').count() <= 3).then_some((tag, turn))
}

/// The people introduced with their initials, which are then no organisation.
fn initials(drafts: &mut [Draft]) -> HashMap<String, Speaker> {
    let mut tags = HashMap::new();
    for speaker in drafts.iter_mut().flat_map(|draft| &mut draft.speakers) {
        let initials: String =
            speaker.name.split([' ', '-']).filter_map(|part| part.chars().next()).collect();
        if let Some(tag) =
            speaker.organisation.take_if(|tag| tag.to_uppercase() == initials.to_uppercase())
        {
            tags.entry(canonical(&tag)).or_insert(Speaker {
                role: None,
                rule: Some(Rule::Turn),
                ..speaker.clone()
            });
        }
    }
    tags
}

/// First names that open several turns.
fn first_names(
    lines: &[Line<'_>],
    furniture: &[Option<FurnitureKind>],
) -> HashMap<String, Speaker> {
    let own = lines.iter().zip(furniture).filter(|(_, furniture)| furniture.is_none());
    let mut turns: HashMap<&str, usize> = HashMap::new();
    for tag in own.filter_map(|(line, _)| tag(line)) {
        let word = !tag.contains(' ') && !is_upper(tag) && !cue::is_common(tag);
        if word && tag.starts_with(char::is_uppercase) && !is_label(tag) {
            *turns.entry(tag).or_default() += 1;
        }
    }
    let known: usize =
        turns.iter().filter(|(tag, _)| is_first_name(tag)).map(|(_, count)| count).sum();
    if known < MANY_TURNS {
        return HashMap::new();
    }
    // Who answers again and again beside a known first name is a person too.
    turns.retain(|tag, count| is_first_name(tag) || *count >= MANY_TURNS);
    let nouns = noun::nouns(lines, turns.keys().filter(|tag| !is_first_name(tag)));
    let speaks = |(tag, _): &(&str, usize)| !nouns.contains(&canonical(tag));
    let tags = turns.into_iter().filter(speaks);
    tags.map(|(name, _)| (canonical(name), speaker(name, name))).collect()
}

/// Whether a word before a colon labels what follows in minutes and interviews.
fn is_label(tag: &str) -> bool {
    const LABELS: [&str; 33] = [
        "question",
        "reponse",
        "remarque",
        "proposition",
        "exemple",
        "attention",
        "resultat",
        "objectif",
        "objet",
        "sujet",
        "titre",
        "theme",
        "lieu",
        "date",
        "duree",
        "action",
        "decision",
        "deliberation",
        "resolution",
        "motion",
        "vote",
        "idee",
        "contexte",
        "constat",
        "conclusion",
        "point",
        "rapport",
        "note",
        "info",
        "avis",
        "retour",
        "suite",
        "topic",
    ];
    let folded = fold(tag);
    LABELS.contains(&folded.trim_end_matches('s'))
}

fn speaker(name: &str, written: &str) -> Speaker {
    Speaker { rule: Some(Rule::Turn), ..Speaker::new(name, written, Function::Speaker) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::line::lines;

    #[test]
    fn those_present_may_speak_under_their_initials() {
        let list = "Présents : Zoé Lanteri (ZL), Ève Tarn (ET), Luc Perrot (CNRS)\n\n";
        check(
            &format!(
                "{list}ZL présente le budget de l'année.\n\nET propose de repeindre la salle.\n\nCNRS propose un bail.\n"
            ),
            &["Zoé Lanteri", "Ève Tarn"],
        );
    }

    #[test]
    fn those_present_speak_after_other_sentences_and_clauses() {
        check(
            "Présents : Louise, Paul, Ève\n\nComme il est tard, Louise propose de finir. Paul, absent, se tait.\n\nIl pleut. Ève parle du toit.\n",
            &["Louise", "Ève"],
        );
    }

    #[test]
    fn those_present_may_speak_after_their_civility() {
        check(
            "Présents : M. Luc Perrot, Mme Zoé Lanteri, Mme Ève Tarn\n\nMme Lanteri propose un vote. M. Perrot demande un délai.\n",
            &["Mme Zoé Lanteri", "M. Luc Perrot"],
        );
    }

    #[test]
    fn those_present_are_charged_with_the_meeting() {
        let present = "Présents : Louise, Paul, Ève\n\n";
        check(
            &format!("{present}**Prise de notes** : Louise\nAnimation : Ève\n"),
            &["Louise", "Ève"],
        );
        check(&format!("{present}Excusée : Louise\nPrise de notes : Louise Tarn\n"), &[]);
    }

    #[test]
    fn whom_prose_introduces_speaks_under_initials() {
        check(
            "Chacun interroge Monsieur Luc Perrot (LP) sur le bail. LP répond qu'il est signé.\n",
            &["Luc Perrot"],
        );
        check("Chacun interroge Monsieur Luc Perrot (LP) sur le bail, dit LP.\n", &[]);
    }

    #[test]
    fn nobody_speaks_in_code() {
        let turn = "Zoé : la suite de la commande";
        assert!(tag(&lines(turn)[0]).is_some());
        assert_eq!(tag(&lines(&format!("```sh\n{turn}\n```\n"))[1]), None);
    }

    #[track_caller]
    pub(super) fn check(text: &str, expect: &[&str]) {
        let lines = lines(text);
        let mut drafts = crate::structure::draft::drafts(&lines, Vec::new(), Vec::new());
        give_turns(&mut drafts, &lines, &vec![None; lines.len()], None);
        let found: Vec<&str> =
            drafts[0].speakers.iter().map(|speaker| speaker.name.as_str()).collect();
        assert_eq!(found, expect);
    }

    #[test]
    fn those_present_speak_under_their_short_names() {
        check(
            "Présents : zoe (Zoé Lanteri), Filou, Ève Tarn\n\nZoe : je propose de commencer.\nFilou : il faut un ordre du jour.\n",
            &["Zoé Lanteri", "Filou"],
        );
    }

    #[test]
    fn those_present_speak_anywhere_in_a_paragraph() {
        let present = "Présents : Ysoria Belkant, Luc Perrot, Ève Tarn, Paul Roc\n\n";
        check(
            &format!(
                "{present}Comme il est tard, Ysoria propose d'ajourner. Luc s'est proposé pour le bail. On remercie Ève, Paul est absent.\n\nPrise de notes : Ève\n"
            ),
            &["Ysoria Belkant", "Luc Perrot", "Ève Tarn"],
        );
    }

    #[test]
    fn those_present_speak_after_the_label_of_a_point() {
        check(
            "Présents : Ysoria Belkant, Luc Perrot, Ève Tarn, Paul Roc\n\n1. **Jardin** : Ysoria et Luc ont présenté le plan. Ève le recopiera. Paul propose un vote.\n",
            &["Ysoria Belkant", "Luc Perrot", "Paul Roc"],
        );
    }

    #[test]
    fn first_names_that_return_are_turns() {
        check(
            "Zoé : je propose de commencer.\nLouis : il faut un ordre du jour.\nZoé : alors je le rédige.\n",
            &["Zoé", "Louis"],
        );
        check("Marie : salle de réunion du premier étage\n", &[]);
        let turns = "Zoé : je propose de commencer.\nYsorie : il faut un ordre du jour.\nQuestion : qui le rédige ?\n";
        check(&turns.repeat(3), &["Zoé", "Ysorie"]);
    }

    #[test]
    fn those_present_speak_by_one_of_their_names() {
        let present = "Présents : Ysoria Belkant, Luc Perrot, Luc Tarn\n\n";
        check(
            &format!("{present}Présentation par Ysoria du nouveau plan\nPerrot propose un vote.\n"),
            &["Ysoria Belkant", "Luc Perrot"],
        );
        check(&format!("{present}Luc propose un vote.\nPerrot est arrivé.\n"), &[]);
    }
}
