//! Titles of the records of meetings: `Assemblée générale du 3 mai 2018`.

use std::sync::LazyLock;

use glane_document::DocumentKind;

use super::genre;
use crate::pattern::{Pattern, folded_pattern};
use crate::structure::date;
use crate::words::fold;

/// Whether a heading is that of the record of one meeting: it tells that genre, or names a meeting and
/// its day: `Assemblée générale du 3 mai 2018`.
pub(crate) fn titles_record(heading: &str) -> bool {
    let record = matches!(genre(heading), Some(DocumentKind::Minutes)) && heading.contains(' ');
    let dated = || date::dates(heading, Some(date::ANY_YEAR)).iter().any(|date| date.day.is_some());
    record || names_meeting(heading) && dated()
}

/// Whether a title names the meeting of a body: `Assemblée générale`, `Comité de pilotage`.
pub(crate) fn names_meeting(title: &str) -> bool {
    static MEETING: LazyLock<Pattern> = LazyLock::new(|| {
        folded_pattern(
            r"^(?:[a-z'-]+ )?(?:assemblees? generales?|ag[eo]?|reunions?|seance (?:publique|pleniere|du)|conseils?|comites?|commissions?|bureau|gt|groupe de travail|copil|cotech|ca|cse|chsct)\b",
        )
    });
    MEETING.is_match(&fold(title))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_meeting_and_its_day_title_a_record() {
        assert!(titles_record("Assemblée générale du 3/05/2018 à 9h"));
        assert!(titles_record("Procès-verbal de l'assemblée générale"));
        assert!(!titles_record("Réunion du toit") && !titles_record("Atelier du 3 mai 2018"));
        assert!(names_meeting("Conseil de quartier du gué") && !names_meeting("Se réunir"));
    }
}
