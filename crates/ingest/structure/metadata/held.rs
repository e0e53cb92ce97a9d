//! The sentences that say when an event is held, or was.

use std::borrow::Cow;
use std::sync::LazyLock;

use glane_document::Document;

use crate::pattern::{Pattern, folded_pattern, rare_pattern};
use crate::structure::date;
use crate::words::{canonical, fold};

/// How much of a text is searched for the sentence that says when the event is held, in bytes.
const MAX_SEARCHED: usize = 1 << 16;

/// The sentences that say when an event is held, each on a line.
#[derive(Debug, Default)]
pub(super) struct Held {
    /// Those of the event itself.
    pub(super) own: String,
    /// Those of the next one, which an invitation is about and minutes end with.
    pub(super) next: String,
}

impl Held {
    /// Those that give a date: of the event itself, else of the next one.
    pub(super) fn told(&self) -> &str {
        let own = !date::dates(&self.own, Some(2000)).is_empty();
        if own { &self.own } else { &self.next }
    }
}

/// The sentences that say when the event is held: `La journée aura lieu le …`, `Date : …`.
pub(super) fn held_sentences(document: &Document) -> Held {
    static HELD: LazyLock<Pattern> = LazyLock::new(|| {
        rare_pattern(
            r"\b(?:aur(?:a|ont|ait) lieu|a eu lieu|ont eu lieu|se tien(?:dra|t|dront)|s'est tenue?|tenue?s? (?:le|en|a|au)|organisee?s? (?:par|le|a|au|en)|se deroule(?:ra|ront|nt)?|s'est deroulee?|rendez-vous|recueillis|reuni(?:e|s|es)? le|(?:conseil|comite)[a-z' -]{0,40} s'est (?:installe|reuni)|se sont (?:retrouve|reuni|rassemble)[es]*|(?:est|sont) organisee?s?|(?:sera|seront|serez|etes|sont) (?:[a-z]+ )?(?:invite|convie)[es·.()-]*|vous (?:invite|convie|propose|attend)[a-z]*|inviter|recevons|recevrons|accueillons|accueillerons|(?:podcast|episode|emission|entretien|interview|video|conference|debat|rencontre|table ronde)s? (?:a ete |ont ete )?(?:enregistre|realise|filme)e?s? (?:le|en))\b|^(?:dates?(?: et horaires?| et lieu)?|quand)(?: ?\(s\))? ?[:?]|^(?:compte[- ]rendu (?:de (?:la |l')?)?)?(?:reunion|seance|assemblee generale|atelier|entretien|journee|rencontre) du\b",
        )
    });
    let mut searched = 0;
    let mut held = Held::default();
    let lines = document.sections.iter().flat_map(|section| {
        let title = section.title.as_deref();
        let heads = |heads: fn(&str) -> bool| title.is_some_and(heads);
        let (dates, calendar) = (heads(heads_date), heads(heads_calendar));
        section.text.lines().map(move |line| (line, dates, calendar))
    });
    for (line, dates, calendar) in lines {
        if searched > MAX_SEARCHED {
            break;
        }
        searched += line.len() + 1;
        if !line.bytes().any(|byte| byte.is_ascii_digit()) {
            continue;
        }
        let line = line.trim();
        let marked = line.bytes().any(|byte| matches!(byte, b'*' | b'_'));
        let line = if marked { Cow::Owned(line.replace(['*', '_'], "")) } else { line.into() };
        let dates = dates || calendar && is_of_event(&line);
        for sentence in line.split(". ") {
            let folded = fold(sentence);
            if !dates && !HELD.is_match(&folded) {
                continue;
            }
            // What was held ends with when the next one will be.
            let of_next = folded.contains("prochain");
            let found = if of_next { &mut held.next } else { &mut held.own };
            found.push_str(sentence);
            found.push('\n');
        }
    }
    held
}

/// Whether what stands under a heading says when: `Date et lieu`.
fn heads_date(title: &str) -> bool {
    const WHEN: [&str; 9] = [
        "date",
        "dates",
        "quand",
        "date et lieu",
        "dates et lieu",
        "lieu et date",
        "date et heure",
        "date et horaires",
        "date heure et lieu",
    ];
    title.len() < 40 && WHEN.contains(&canonical(title).as_str())
}

/// Whether a heading is that of a calendar, which holds deadlines beside the event: `Dates importantes`.
fn heads_calendar(title: &str) -> bool {
    const CALENDARS: [&str; 8] = [
        "dates importantes",
        "dates cles",
        "dates a retenir",
        "dates limites",
        "calendrier",
        "echeances",
        "echeancier",
        "important dates",
    ];
    title.len() < 40 && CALENDARS.contains(&canonical(title).as_str())
}

/// Whether a line of a calendar is that of the event itself: `12 mai 2026 — Colloque`, `Tenue du
/// congrès : 3 juin`, but not `12 mai — Inscription au colloque`.
fn is_of_event(line: &str) -> bool {
    static EVENT: LazyLock<Pattern> = LazyLock::new(|| {
        folded_pattern(
            r"^(?:(?:dates?|tenue|deroulement) (?:du |de la |de l'|des ))?(?:le |la |l'|les )?(?:symposium|colloque|congres|conference|journees?|seminaire|workshop|ecole d'ete|rencontres?|assises|forum|evenement|webinaire|hackathon)\b",
        )
    });
    const MARKS: [&str; 4] = [" — ", " – ", " : ", " - "];
    let line = line.trim_start_matches(['-', '•', '*', ' ']);
    let Some((before, after)) = MARKS.iter().find_map(|mark| line.split_once(mark)) else {
        return false;
    };
    let days = |text: &str| !date::dates(text, Some(2000)).is_empty();
    let event = |text: &str| EVENT.is_match(&fold(text.trim()));
    !is_deadline(line) && (days(before) && event(after) || event(before) && days(after))
}

/// Whether words tell until when something may be done.
fn is_deadline(text: &str) -> bool {
    static DEADLINE: LazyLock<Pattern> = LazyLock::new(|| {
        folded_pattern(
            r"\b(?:date limite|limite|soumission|inscriptions?|depot|notification|acceptation|avis|resume|proposition|envoi|reponse|publication|programme)",
        )
    });
    DEADLINE.is_match(&fold(text))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::structure::structure;

    #[track_caller]
    fn check(text: &str, expect: &str) {
        assert_eq!(held_sentences(&structure("a", "a.md", text)).told().trim_end(), expect);
    }

    #[test]
    fn sentences_and_headings_say_when() {
        check(
            "Les voisins se sont retrouvés le 3 mai. Il pleuvait.",
            "Les voisins se sont retrouvés le 3 mai",
        );
        check(
            "# Date et lieu\n\nLe 3 mai à 18h\n\n# Suite\n\nLe 4 mai il pleut.",
            "Le 3 mai à 18h",
        );
    }

    #[test]
    fn a_calendar_tells_when_the_event_is_beside_deadlines() {
        let told = |heading: &str, lines: &str, expect: &str| {
            check(&format!("# Le bourg\n\nUn texte.\n\n## {heading}\n\n{lines}"), expect);
        };
        let event = "- **8–9 juin 2026** — Colloque des jeunes\n";
        let deadlines = "- 3 mai 2026 — Dépôt des résumés\n- 1er juin — Inscription au colloque\n";
        told(
            "Dates importantes",
            &format!("{deadlines}{event}"),
            "- 8–9 juin 2026 — Colloque des jeunes",
        );
        told("Calendrier", &format!("{deadlines}- Colloque : date limite, 3 mai\n"), "");
        told("Les maires", event, "");
    }

    #[test]
    fn whoever_is_invited_is_told_when() {
        let told = "Toutes et tous seront également invité·e·s à la fête du 3 mai 2019, à Orn";
        check(told, told);
        check("La loi du 3 mai 2019 invite chacun à trier", "");
    }

    #[test]
    fn a_recording_dates_what_it_records() {
        let told = "Entretien enregistré le 3 mai 2019 par Zoé Lanteri";
        check(told, told);
        check("L'association est enregistrée le 3 mai 2019", "");
    }

    #[test]
    fn a_council_that_met_says_when() {
        let told = "Le conseil municipal d'Orn s'est installé ce dimanche 3 mai à 10 heures.";
        check(told, told);
        check("Zoé Lanteri s'est installée au bourg le 3 mai.", "");
    }

    #[test]
    fn when_the_next_one_is_held_is_told_where_nothing_else_is() {
        let next = "La prochaine réunion aura lieu le 7 juin.";
        check(&format!("La journée a eu lieu le 3 mai. {next}"), "La journée a eu lieu le 3 mai");
        check(next, next);
    }
}
