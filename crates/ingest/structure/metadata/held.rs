//! The sentences that say when an event is held, or was.

use std::borrow::Cow;
use std::sync::LazyLock;

use glane_document::Document;

use crate::pattern::{Pattern, rare_pattern};
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
            r"\b(?:aur(?:a|ont|ait) lieu|a eu lieu|ont eu lieu|se tien(?:dra|t|dront)|s'est tenue?|tenue?s? (?:le|en|a|au)|organisee?s? (?:par|le|a|au|en)|se deroule(?:ra|ront|nt)?|s'est deroulee?|rendez-vous|recueillis|reuni(?:e|s|es)? le|se sont (?:retrouve|reuni|rassemble)[es]*|(?:est|sont) organisee?s?|vous (?:invite|convie|propose|attend)[a-z]*|inviter|recevons|recevrons|accueillons|accueillerons)\b|^(?:dates?(?: et horaires?| et lieu)?|quand)(?: ?\(s\))? ?[:?]|^(?:compte[- ]rendu (?:de (?:la |l')?)?)?(?:reunion|seance|assemblee generale|atelier|entretien|journee|rencontre) du\b",
        )
    });
    let mut searched = 0;
    let mut held = Held::default();
    let lines = document.sections.iter().flat_map(|section| {
        let dates = section.title.as_deref().is_some_and(heads_date);
        section.text.lines().map(move |line| (line, dates))
    });
    for (line, dates) in lines {
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
    fn when_the_next_one_is_held_is_told_where_nothing_else_is() {
        let next = "La prochaine réunion aura lieu le 7 juin.";
        check(&format!("La journée a eu lieu le 3 mai. {next}"), "La journée a eu lieu le 3 mai");
        check(next, next);
    }
}
