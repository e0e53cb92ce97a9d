//! What surrounds each page: head, menu, foot.

use maud::{DOCTYPE, Markup, html};

use super::icon;
use crate::typography::{T, typeset};

/// A place of the menu.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tab {
    /// Searching, and what comes of it.
    Search,
    /// The documents.
    Documents,
    /// Who speaks.
    Speakers,
    /// The help.
    Help,
    /// The excerpts that are kept.
    Dossier,
    /// None of these.
    None,
}

/// What a page says around its content.
#[derive(Debug)]
pub(crate) struct Frame<'a> {
    /// The title, for the browser's tab and history.
    pub(crate) title: String,
    /// Where the page stands in the menu, and whether it is that very place.
    pub(crate) tab: Tab,
    pub(crate) is_tab: bool,
    /// What the field of the head holds; `None` where the page has its own field.
    pub(crate) query: Option<&'a str>,
    /// How many excerpts are kept; `None` where that is not known.
    pub(crate) kept: Option<usize>,
}

/// After how many seconds a page that is waited for is asked for again, without script.
const PATIENCE: u32 = 20;

/// A whole page.
pub(crate) fn page(frame: &Frame<'_>, main: &Markup) -> Markup {
    whole(frame, &html! {}, main)
}

/// A page that stands for one to come. With script the page itself asks whether it is there; a page
/// is only replaced once, and nothing is typed in it.
pub(crate) fn waited_for(frame: &Frame<'_>, main: &Markup) -> Markup {
    whole(frame, &html! { noscript { meta http-equiv="refresh" content=(PATIENCE); } }, main)
}

fn whole(frame: &Frame<'_>, more: &Markup, main: &Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang="fr" {
            (about(&frame.title, more))
            body {
                a.evitement href="#contenu" { "Aller au contenu" }
                (head(frame))
                main #contenu tabindex="-1" { (main) }
                div.avis #avis role="status" {}
                (foot())
            }
        }
    }
}

/// A page for a wall: its content alone.
pub(crate) fn bare(title: &str, main: &Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang="fr" {
            (about(title, &html! {}))
            body.projection {
                a.evitement href="#contenu" { "Aller au contenu" }
                main #contenu tabindex="-1" { (main) }
            }
        }
    }
}

fn about(title: &str, more: &Markup) -> Markup {
    html! {
        head {
            meta charset="utf-8";
            meta name="viewport" content="width=device-width, initial-scale=1";
            title { (typeset(title)) " – Glane" }
            link rel="icon" href="/statique/icone.svg" type="image/svg+xml";
            link rel="stylesheet" href="/statique/style.css";
            script src="/statique/script.js" defer {}
            (more)
        }
    }
}

fn head(frame: &Frame<'_>) -> Markup {
    let current = |tab| {
        let here = if frame.is_tab { "page" } else { "true" };
        (frame.tab == tab).then_some(here)
    };
    html! {
        header.entete { div.page {
            a.marque href="/" aria-label="Glane, accueil" { (icon::ear()) span { "Glane" } }
            @if let Some(query) = frame.query {
                form.recherche.en-tete role="search" action="/recherche" method="get" {
                    label.vh for="q" { "Rechercher dans les documents" }
                    div.ligne {
                        input.champ type="search" id="q" name="q" value=(query) maxlength="2000"
                            autocomplete="off" autocapitalize="none" spellcheck="true";
                        button.bouton.plein type="submit" { "Rechercher" }
                    }
                }
            }
            nav.menu aria-label="Menu principal" { ul role="list" {
                li { a href="/" aria-current=[current(Tab::Search)] { "Recherche" } }
                li { a href="/documents" aria-current=[current(Tab::Documents)] { "Documents" } }
                li { a href="/intervenants" aria-current=[current(Tab::Speakers)] { "Intervenants" } }
                li { a href="/aide" aria-current=[current(Tab::Help)] { "Aide" } }
                li { a.panier href="/dossier" aria-current=[current(Tab::Dossier)] {
                    "Dossier"
                    @if let Some(kept) = frame.kept {
                        " " span.compte { (kept) span.vh { (if kept < 2 { " extrait" } else { " extraits" }) } }
                    }
                } }
            } }
        } }
    }
}

fn foot() -> Markup {
    html! {
        footer.pied { div.page {
            p { (T("Glane fonctionne sur cet ordinateur, sans connexion. Vos recherches et votre \
                   dossier n'en sortent pas.")) }
            ul role="list" {
                li { a href="/aide" { "Aide" } }
                li { a href="/aide#accessibilite" { "Accessibilité" } }
                li { a href="/aide#donnees" { (T("Où sont mes données ?")) } }
            }
        } }
    }
}
