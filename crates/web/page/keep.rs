//! What adds to the dossier, and takes away again: a form with one button, without script too.

use glane_dossier::Excerpt;
use maud::{Markup, html};

use super::icon;
use crate::desk::Kept;

/// What a button adds.
#[derive(Debug)]
pub(crate) struct Keep<'a> {
    /// The section: `actes.txt#atelier-4`.
    pub(crate) section: &'a str,
    /// The ranks of passages, with commas; empty for the whole section.
    pub(crate) passages: &'a str,
    /// The query that they were found by.
    pub(crate) q: &'a str,
    /// Where to come back to.
    pub(crate) back: &'a str,
    /// The identifier of what tells this button from the others.
    pub(crate) title: &'a str,
    /// What the button says.
    pub(crate) label: &'a str,
    /// Whether it is what the page is for.
    pub(crate) main: bool,
}

/// Adds a section, or takes its excerpt away where it is kept.
pub(crate) fn section(keep: &Keep<'_>, kept: &Kept) -> Markup {
    let own = kept.of(keep.section);
    let action = if own.is_some() { "/dossier/retirer" } else { "/dossier/ajouter" };
    html! {
        form action=(action) method="post" data-garder=(keep.label) {
            input type="hidden" name="section" value=(keep.section);
            input type="hidden" name="passages" value=(keep.passages);
            input type="hidden" name="q" value=(keep.q);
            input type="hidden" name="retour" value=(keep.back);
            @if let Some(own) = own { input type="hidden" name="extrait" value=(own.id); }
            button.bouton.plein[keep.main && own.is_none()].fait[own.is_some()] type="submit"
                aria-describedby=(keep.title) {
                (icon::plus()) (icon::check())
                span { (if own.is_some() { "Dans le dossier" } else { keep.label }) }
                @if own.is_some() { span.vh { "\u{a0}: le retirer" } }
            }
        }
    }
}

/// Adds one paragraph of a section, or says that it is kept.
pub(crate) fn paragraph(
    keep: &Keep<'_>,
    range: &std::ops::Range<usize>,
    own: Option<&Excerpt>,
) -> Markup {
    let holds = |own: &&Excerpt| {
        own.pieces
            .iter()
            .any(|piece| piece.range.start <= range.start && range.end <= piece.range.end)
    };
    html! {
        @match own.filter(holds) {
            Some(own) => p.prendre {
                a.bouton.petit.fait href={ "/dossier#f" (own.id) } {
                    (icon::check()) "Dans le dossier" }
            },
            None => form.prendre action="/dossier/ajouter" method="post" data-garder=(keep.label) {
                input type="hidden" name="section" value=(keep.section);
                input type="hidden" name="octets" value={ (range.start) "-" (range.end) };
                input type="hidden" name="q" value=(keep.q);
                input type="hidden" name="retour" value=(keep.back);
                button.bouton.discret.petit type="submit" {
                    (icon::plus()) (icon::check()) span { (keep.label) } }
            },
        }
    }
}
