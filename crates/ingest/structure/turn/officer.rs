//! Who holds a meeting: its chair, its secretary, and who convened it by office.

use std::sync::LazyLock;

use glane_document::Speaker;

use super::report::joined;
use super::speaker_at;
use crate::line::Line;
use crate::pattern::{Pattern, folded_pattern};
use crate::structure::name::{self, Trust};
use crate::words::{capitals, fold, prefix};

/// What stands before the name of an officer, folded: `Secrétaire de séance : `, `désigne comme
/// secrétaire de séance `.
static BEFORE: LazyLock<Pattern> = LazyLock::new(|| {
    folded_pattern(
        r"\b(?:(?:secretaires?|president[es·./()-]*|animat(?:eur|rice)) de (?:la )?s[c]?eance(?: (?:designe|nomme|elu)[es·./()-]*)? ?(?::|est|sera|,|–|-)?|redact(?:eur|rice)(?: du (?:compte[ -]rendu|proces[ -]verbal))? ?:) ?(?:m\. |mme |mlle |monsieur |madame |mademoiselle )?$",
    )
});

/// What stands before an officer's civility where the body they sit for comes first: `Secrétaire de
/// séance : commune d'Orn - `.
static BODY_BEFORE: LazyLock<Pattern> = LazyLock::new(|| {
    folded_pattern(
        r"\b(?:secretaires?|president[es·./()-]*) de (?:la )?s[c]?eance ?: [^:;.]{3,60}(?:,| -) $",
    )
});

/// What stands after it: ` est désignée secrétaire de séance`, `, secrétaire de séance`.
static AFTER: LazyLock<Pattern> = LazyLock::new(|| {
    folded_pattern(
        r"^,? ?(?:(?:est|a ete|sont|ont ete|sera|seront)(?: [a-z]+)?,? (?:designe|nomme|elu|choisi)[es·./()-]*\b[^.;:]{0,60}?\b(?:(?:secretaire|president)[es·./()-]* de (?:la )?s[c]?eance|fonctions? de secretaire|secretaires?(?:[.,;]|$| par\b| conform))|(?:assure|remplit|assurera) (?:le|la|les) (?:secretariat|presidence|fonctions? de (?:secretaire|president[e]?))|(?:comme |en qualite de |en tant que |est )?(?:secretaire|presidente?) de (?:la )?s[c]?eance)",
    )
});

/// What stands right before the name of who convened a meeting, and the office after it.
static CONVENED: LazyLock<[Pattern; 2]> = LazyLock::new(|| {
    [
        r" (?:par|de) (?:m\. |mme |monsieur |madame )?$",
        r"^, (?:l[ea] |son |sa )?(?:president|maire)e?\b",
    ]
    .map(folded_pattern)
});

/// How much of the text before a name is read, in bytes, and how much after it.
const NEAR: (usize, usize) = (260, 160);

/// The people whom a line names as the officers of a meeting.
pub(crate) fn officers(line: &Line<'_>) -> Vec<Speaker> {
    let text = &*line.plain;
    if !may_name(line.plain.folded()) {
        return Vec::new();
    }
    let mut people: Vec<Speaker> = Vec::new();
    let mut end = 0;
    for at in capitals(text) {
        if at < end {
            continue;
        }
        let before = &text[text.floor_char_boundary(at.saturating_sub(NEAR.0))..at];
        let before = fold(before);
        let labelled = BEFORE.is_match(&before)
            || name::opens_with_civility(&text[at..]) && BODY_BEFORE.is_match(&before);
        let trust = if labelled { Trust::Announced } else { Trust::Text };
        let Some(name) = name::parse(&text[at..], trust) else { continue };
        let mut found = vec![speaker_at(&name, &text[at..at + name.len])];
        end = at + name.len;
        while let Some((start, other)) = joined(text, end) {
            end = start + other.len;
            found.push(speaker_at(&other, &text[start..end]));
        }
        let after = fold(prefix(&text[end..], NEAR.1));
        let convenes = || {
            let [by, office] = &*CONVENED;
            before.contains("convo") && by.is_match(&before) && office.is_match(&after)
        };
        if labelled || AFTER.is_match(&after) || convenes() {
            people.extend(found);
        }
    }
    people
}

/// Whether a folded line may name officers: most do not.
fn may_name(folded: &str) -> bool {
    (folded.contains("secretaire")
        || folded.contains("president")
        || folded.contains("secretariat"))
        && ["seance", "designe", "nomme", "elu", "assure", "remplit", "convo"]
            .iter()
            .any(|word| folded.contains(word))
        || folded.contains("convo") && folded.contains("maire")
        // « Rédacteur : Luc Perrot » may sign an article.
        || folded.contains("redact")
            && ["compte rendu", "compte-rendu", "proces-verbal"]
                .iter()
                .any(|record| folded.contains(record))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::line::lines;

    #[track_caller]
    fn check(text: &str, expect: &[&str]) {
        let found = officers(&lines(text)[0]);
        let found: Vec<&str> = found.iter().map(|person| person.name.as_str()).collect();
        assert_eq!(found, expect);
    }

    #[test]
    fn labels_and_sentences_name_officers() {
        check("Secrétaire de séance : Ysoria BELKANT", &["Ysoria Belkant"]);
        check("Secrétaire de séance : Commune d'Orn - M. Luc Perrot", &["Luc Perrot"]);
        check("Secrétaire de séance : absente. Commune d'Orn - M. Luc Perrot", &[]);
        check("(Compte rendu du 3 mai 2019 / Rédacteur : Luc Perrot)", &["Luc Perrot"]);
        check("Rédactrice du compte-rendu : Mme Tarn", &["Tarn"]);
        check("Rédacteur : Luc Perrot", &[]);
        check("A été élue secrétaire de séance Mme Ève Tarn.", &["Ève Tarn"]);
        check("Mme Ève Tarn est désignée à l'unanimité secrétaire de séance.", &["Ève Tarn"]);
        check("M. Perrot a été nommé pour remplir les fonctions de secrétaire", &["Perrot"]);
        check(
            "Zoé Lanteri et Luc Perrot sont nommés président et secrétaire de séance.",
            &["Zoé Lanteri", "Luc Perrot"],
        );
    }

    #[test]
    fn who_convenes_by_office_holds_the_meeting() {
        check("La convocation a été faite le 3 mai par Zoé Lanteri, Présidente.", &["Zoé Lanteri"]);
        check("La convocation a été portée par Zoé Lanteri, stagiaire.", &[]);
    }

    #[test]
    fn other_secretaries_hold_nothing() {
        check("Zoé Lanteri, secrétaire générale, est absente de la séance.", &[]);
        check("Luc Perrot a été élu président de l'association en 2010.", &[]);
    }
}
