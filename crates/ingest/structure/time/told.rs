//! Hours told by the words before them: a date, a label, the kind of a session.

use std::sync::LazyLock;

use glane_document::TimeOfDay;

use super::{Slot, TIME, has_time, range, slot, time};
use crate::pattern::{Pattern, folded_pattern, pattern};

/// The months as they are printed.
const MONTHS: &str =
    "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre";

/// The slot of a line that dates an event: a range, or a time after `à`.
pub(crate) fn after_date(line: &str) -> Option<Slot> {
    static AT: LazyLock<Pattern> = LazyLock::new(|| {
        pattern(&format!(
            r"(?i:\bà(?: partir de)?|,|dès|\b(?:{MONTHS})(?: [0-9]{{4}})?)\s+([0-9]{{1,2}})\s?[hH](?:eures?)?\s?([0-5][0-9])?(?-u:\b)",
        ))
    });
    // « 3 mai 2018 - 10:00 »
    static DATED: LazyLock<Pattern> = LazyLock::new(|| {
        pattern(&format!(
            r"(?i:\b(?:{MONTHS}) [0-9]{{4}}(?: ?[-–,]| à)?) ([0-9]{{1,2}}):([0-5][0-9])(?-u:\b)"
        ))
    });
    range(line).or_else(|| {
        let found = AT.captures(line).or_else(|| DATED.captures(line))?;
        let minutes = found.get(2).map_or(Ok(0), |minutes| minutes.as_str().parse()).ok()?;
        Some(Slot { start: TimeOfDay::new(found[1].parse().ok()?, minutes)?, end: None })
    })
}

/// The slot of a folded line that labels when a meeting starts and, where stated, ends: `heure de
/// debut : 18h / heure de fin : 19h45`; or that reports it: `la seance est ouverte a 18h05 par …`.
pub(crate) fn labelled(folded: &str) -> Option<Slot> {
    static LABELLED: LazyLock<Pattern> = LazyLock::new(|| {
        folded_pattern(&format!(
            r"^(heure de )?(?:debut|ouverture)(?: de (?:la )?(?:seance|reunion))? ?: ?{TIME}(?:.{{1,40}}?\b(?:heure de )?(?:fin|cloture)[^:0-9]{{0,30}}: ?{TIME})?"
        ))
    });
    let Some(found) = LABELLED.captures(folded) else { return opened(folded) };
    let slot = Slot { start: time(&found, 2)?, end: time(&found, 5) };
    // « Ouverture : 9h » may be that of a shop.
    (found.get(1).is_some() || slot.end.is_some()).then_some(slot)
}

/// The range that a folded line labels, and nothing else: `horaires : 14h - 15h30`.
pub(crate) fn labelled_range(folded: &str) -> Option<Slot> {
    static RANGE: LazyLock<Pattern> = LazyLock::new(|| {
        folded_pattern(&format!(
            r"^(?:horaires?|heures?|creneau|quand) ?: ?(?:de )?{TIME} ?(?:-|–|—|a|>) ?{TIME} ?\.?$"
        ))
    });
    let found = RANGE.captures(folded)?;
    Some(Slot { start: time(&found, 1)?, end: time(&found, 4) })
}

/// When a folded line says that a meeting was opened.
fn opened(folded: &str) -> Option<Slot> {
    static OPENED: LazyLock<Pattern> = LazyLock::new(|| {
        folded_pattern(&format!(
            r"^(?:(?:la |l')(?:seance|reunion|assemblee)(?: generale| pleniere)?(?: ordinaire| extraordinaire)? (?:(?:est|a ete)(?: declaree)? ouverte|(?:debute|commence|s'ouvre|a debute|a commence|s'est ouverte)) a|(?:debut (?:effectif|de (?:la )?(?:seance|reunion)|de l'assemblee)|ouverture de (?:la )?(?:seance|reunion))(?: generale)? ?(?::|a)) ?{TIME}"
        ))
    });
    let found = OPENED.captures(folded)?;
    Some(Slot { start: time(&found, 1)?, end: None })
}

/// The day of a month that a text gives with an hour right after, and that hour: `jeudi 3 mai à 13h30`,
/// `le 3 mai, vers 17 heures`, `3 mai 2018 de 9h à 12h`.
pub(crate) fn after_day(text: &str) -> Option<(&str, Slot)> {
    static AFTER: LazyLock<Pattern> = LazyLock::new(|| {
        pattern(&format!(
            r"\b(?i:[0-9]{{1,2}}(?:er)? (?:{MONTHS})(?: [0-9]{{4}})?,? (?:à partir de |à |vers |dès |de )){TIME}(?:\s?(?:-|–|à|et)\s?{TIME})?"
        ))
    });
    if !has_time(text) {
        return None;
    }
    let found = AFTER.captures(text)?;
    let hour = found.get(1)?.start();
    Some((&text[found.get(0)?.start()..hour], slot(&found)?))
}

/// The slot of a short folded line that says nothing but when a session is: `conference de 17h a 18h.`
pub(crate) fn of_session(folded: &str) -> Option<Slot> {
    static SESSION: LazyLock<Pattern> = LazyLock::new(|| {
        folded_pattern(&format!(
            r"^(?:conference|table[ -]ronde|atelier|seance|session|debat|intervention|expose|rencontre|projection|plenier)e?(?: :)? (?:de |entre )?{TIME} ?(?:-|–|—|a|et) ?{TIME} ?\.?$"
        ))
    });
    let found = SESSION.captures(folded)?;
    Some(Slot { start: time(&found, 1)?, end: time(&found, 4) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_say_when_a_meeting_starts_and_ends() {
        let found = |line| {
            labelled(line).map(|slot| (slot.start.to_string(), slot.end.map(|end| end.to_string())))
        };
        let evening = Some(("18:15".to_owned(), Some("19:45".to_owned())));
        assert_eq!(found("heure de debut : 18h15 / heure de fin prevue : 19h45"), evening);
        assert_eq!(found("ouverture de seance : 18h15, cloture : 19h45"), evening);
        assert_eq!(found("heure de debut : 19h"), Some(("19:00".to_owned(), None)));
        assert_eq!(found("ouverture : 9h"), None);
        let opened = found("la seance est ouverte a 18h05 par la presidente.");
        assert_eq!(opened, Some(("18:05".to_owned(), None)));
        assert_eq!(found("la mairie est ouverte a 9h"), None);
    }

    #[test]
    fn a_line_may_say_nothing_but_when_a_session_is() {
        let start = |line| of_session(line).map(|slot| slot.start.to_string());
        assert_eq!(start("conference de 17h a 18h.").as_deref(), Some("17:00"));
        assert_eq!(start("atelier : 9h30 - 11h").as_deref(), Some("09:30"));
        assert_eq!(start("atelier de 14h a 15h en salle des fetes"), None);
        assert_eq!(start("mairie : 9h-17h"), None);
    }

    #[test]
    fn a_dated_line_may_give_one_time() {
        let start = |line| after_date(line).map(|slot| slot.start.to_string());
        assert_eq!(start("le 3 mai 2018 - 10:00 au 4 mai 2018 - 16:00").as_deref(), Some("10:00"));
        assert_eq!(start("le 3 mai 2018, environ 10:00"), None);
        assert_eq!(start("Le 14 octobre 2020 à 18 h 30").as_deref(), Some("18:30"));
        assert_eq!(start("Jeudi 3 mai, de 9h à 17h").as_deref(), Some("09:00"));
        assert_eq!(start("Le 14 octobre 2020"), None);
        assert_eq!(start("Débat mercredi 22 mai 18h30").as_deref(), Some("18:30"));
    }
}
