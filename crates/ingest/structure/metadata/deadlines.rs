//! The deadlines of a call for papers, which tells no other day.

use std::sync::LazyLock;

use glane_document::{Document, PartialDate};

use crate::pattern::{Pattern, folded_pattern};
use crate::structure::date::dates;
use crate::words::fold;

/// How much of a text is searched for deadlines, in bytes.
const MAX_SEARCHED: usize = 1 << 16;

/// How many titles may say that the text is a call: its own, then those of the first sections.
const MAX_TITLES: usize = 3;

/// The days until when a call may be answered; none in another text.
pub(super) fn of_call(document: &Document, year: Option<i16>) -> Vec<PartialDate> {
    static DEADLINE: LazyLock<Pattern> = LazyLock::new(|| {
        folded_pattern(
            r"\b(?:dates? limites?|au plus tard|jusqu'au|avant le|d'ici (?:le|au)|deadline|echeance)\b",
        )
    });
    let sections = document.sections.iter().filter_map(|section| section.title.as_ref());
    let mut titles = document.title.iter().chain(sections).take(MAX_TITLES);
    if !titles.any(|title| is_call(title)) {
        return Vec::new();
    }
    let mut searched = 0;
    let mut found: Vec<PartialDate> = Vec::new();
    for line in document.sections.iter().flat_map(|section| section.text.lines()) {
        searched += line.len() + 1;
        if searched > MAX_SEARCHED {
            break;
        }
        if line.bytes().any(|byte| byte.is_ascii_digit()) {
            let line = line.replace(['*', '_'], "");
            let sentences = line.split(". ").filter(|told| DEADLINE.is_match(&fold(told)));
            found.extend(sentences.flat_map(|told| dates(told, year)));
        }
    }
    found.retain(|date| date.day.is_some());
    found
}

/// Whether a title is that of a call.
fn is_call(title: &str) -> bool {
    static CALL: LazyLock<Pattern> = LazyLock::new(|| {
        folded_pattern(
            r"\b(?:appel a (?:contributions?|communications?|articles?|projets?|candidatures?|propositions?|participation|textes?|posters?)|call for)\b",
        )
    });
    CALL.is_match(&fold(title))
}

#[cfg(test)]
mod tests {
    use crate::structure::metadata::dates::tests::check;

    #[test]
    fn a_call_tells_until_when_it_may_be_answered() {
        let long = "Les gués relient les rives du bourg depuis que les ponts ont été emportés. ";
        let told = "La date limite d'envoi est le **3 mai 2018**. Les textes sont à rendre avant le 7 juin 2018. Le pont fut emporté le 2 mars 1910.";
        let text = |title: &str| format!("# {title}\n\n{}\n\n{told}\n", long.repeat(25));
        check(&text("Appel à contributions"), &["2018-05-03", "2018-06-07"]);
        check(&text("Les gués du bourg"), &[]);
    }
}
