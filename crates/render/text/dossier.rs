//! The dossier, and what a pack left out.

use std::io::{self, Write};

use glane_dossier::{Dossier, Excerpt, Passed};

use crate::handout::reference;
use crate::wrap::wrapped;
use crate::{Style, counted};

/// Writes a dossier: its title, then each excerpt in a few lines, and the time that it takes.
///
/// # Errors
///
/// What `out` reports.
pub fn dossier(dossier: &Dossier, style: &Style, out: &mut impl Write) -> io::Result<()> {
    if dossier.excerpts.is_empty() {
        return Ok(());
    }
    wrapped("", &style.strong(dossier.display_title()), style.width, out)?;
    for (rank, excerpt) in (1..).zip(&dossier.excerpts) {
        let words = counted(excerpt.words(), "mot", "mots");
        wrapped(
            &format!("{rank:>2}. "),
            &format!("{} ({words})", excerpt.title),
            style.width,
            out,
        )?;
        wrapped("    ", &reference(excerpt), style.width, out)?;
        if !excerpt.note.is_empty() {
            wrapped("    Note : ", &excerpt.note, style.width, out)?;
        }
    }
    match duration(dossier) {
        Some(time) => wrapped("Durée : ", &time, style.width, out),
        None => Ok(()),
    }
}

/// Writes an excerpt whole.
///
/// # Errors
///
/// What `out` reports.
pub fn excerpt(excerpt: &Excerpt, style: &Style, out: &mut impl Write) -> io::Result<()> {
    wrapped("", &style.strong(&excerpt.title), style.width, out)?;
    for (rank, piece) in excerpt.pieces.iter().enumerate() {
        if rank > 0 {
            wrapped("  ", "[…]", style.width, out)?;
        }
        for paragraph in piece.paragraphs() {
            wrapped("  ", &paragraph, style.width, out)?;
        }
    }
    wrapped("→ ", &excerpt.citation, style.width, out)?;
    if !excerpt.note.is_empty() {
        wrapped("Note : ", &excerpt.note, style.width, out)?;
    }
    Ok(())
}

/// The time that a dossier made from a recipe takes, and what that rests on.
pub(crate) fn duration(dossier: &Dossier) -> Option<String> {
    let timing = dossier.recipe.as_ref()?.timing;
    let (speed, discussion) = (timing.words_per_minute, timing.discussion);
    Some(format!(
        "environ {}, lecture à voix haute ({speed} mots par minute) et {discussion} min de \
         discussion par extrait.",
        hours(timing.of(dossier))
    ))
}

/// `45 min`, `1 h`, `1 h 05`.
fn hours(minutes: usize) -> String {
    match (minutes / 60, minutes % 60) {
        (0, minutes) => format!("{minutes} min"),
        (hours, 0) => format!("{hours} h"),
        (hours, minutes) => format!("{hours} h {minutes:02}"),
    }
}

/// Why sections were passed over, in a list.
pub fn passed(passed: &Passed) -> String {
    let reasons = [
        (passed.incomplete, "où manquent plusieurs mots"),
        (passed.speaker, "d'une personne entendue deux fois"),
        (passed.document, "d'un document cité trois fois"),
        (passed.duplicate, "qui répètent un autre extrait"),
        (passed.short, "trop courtes"),
        (passed.time, "trop longues pour le temps qui reste"),
    ];
    let told = reasons.iter().filter(|(count, _)| *count > 0);
    told.map(|(count, reason)| format!("{reason} : {count}")).collect::<Vec<_>>().join(" ; ")
}

#[cfg(test)]
mod tests {
    use glane_dossier::{Piece, Recipe, Timing};
    use glane_query::Filters;

    use super::*;

    fn sample() -> Dossier {
        let piece =
            Piece { text: "Elle voit tout.\n\nElle se tait.".to_owned(), ..Piece::default() };
        let mut kept =
            Excerpt { title: "Atelier 4".to_owned(), pieces: vec![piece], ..Excerpt::default() };
        kept.origin.title = "Actes".to_owned();
        kept.citation = "« Atelier 4 », in Actes.".to_owned();
        kept.note = "Lire.".to_owned();
        let recipe = Recipe {
            query: "accueil".to_owned(),
            filters: Filters::default(),
            most: 12,
            timing: Timing { minutes: Some(120), ..Timing::default() },
        };
        Dossier {
            title: "Accueil".to_owned(),
            excerpts: vec![kept],
            recipe: Some(recipe),
            ..Dossier::default()
        }
    }

    #[test]
    fn a_dossier_says_its_excerpts_and_its_time() {
        let mut out = Vec::new();
        dossier(&sample(), &Style::default(), &mut out).unwrap();
        expect_test::expect![[r#"
            Accueil
             1. Atelier 4 (6 mots)
                Actes.
                Note : Lire.
            Durée : environ 9 min, lecture à voix haute (180 mots par minute) et 8 min de discussion par
                    extrait.
        "#]]
        .assert_eq(&String::from_utf8(out).unwrap());
    }

    #[test]
    fn an_excerpt_is_shown_whole_with_its_citation() {
        let mut out = Vec::new();
        excerpt(&sample().excerpts[0], &Style::default(), &mut out).unwrap();
        expect_test::expect![[r#"
            Atelier 4
              Elle voit tout.
              Elle se tait.
            → « Atelier 4 », in Actes.
            Note : Lire.
        "#]]
        .assert_eq(&String::from_utf8(out).unwrap());
    }

    #[test]
    fn time_is_said_in_hours() {
        assert_eq!([45, 60, 65].map(hours), ["45 min", "1 h", "1 h 05"]);
    }

    #[test]
    fn reasons_that_did_not_count_are_not_said() {
        let passed_over = Passed { speaker: 2, short: 1, ..Passed::default() };
        assert_eq!(
            passed(&passed_over),
            "d'une personne entendue deux fois : 2 ; trop courtes : 1"
        );
    }
}
