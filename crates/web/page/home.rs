//! The first page: the field, and what there is to find.

use glane_index::Index;
use glane_query::Shelf;
use glane_render::counted;
use maud::{Markup, html};

use super::browse::{volumes, years};
use super::layout::{Frame, Tab, page};
use crate::asked::{Asked, Facet, search};
use crate::desk::View;
use crate::trouble::Trouble;
use crate::typography::T;

/// How many keywords, documents and themes are shown.
const KEYWORDS: usize = 16;
const DOCUMENTS: usize = 5;
const THEMES: usize = 12;
/// How many keywords are given as examples.
const EXAMPLES: usize = 3;

/// The first page.
pub(crate) fn home(view: &View) -> Result<Markup, Trouble> {
    let (index, shelf) = (&view.index, view.shelf()?);
    let main = html! {
        div.page.seuil { div {
            h1 { (T("Retrouver ce qui s'est dit, avec la page et le nom.")) }
            p.chapeau { (T("Actes de colloques, comptes rendus, programmes de formation : Glane cherche \
                dans le texte entier et garde la référence de chaque extrait.")) }
            (field())
            (examples(shelf))
        } }
        div #resultats {}
        div.page.bandes {
            (figures(index, shelf))
            (themes(shelf))
            (keywords(shelf))
            (documents(index, shelf)?)
        }
    };
    let frame = Frame {
        title: "Rechercher dans les actes, comptes rendus et formations".to_owned(),
        tab: Tab::Search,
        is_tab: true,
        query: None,
        kept: view.kept().count(),
    };
    Ok(page(&frame, &main))
}

fn field() -> Markup {
    html! {
        form.recherche role="search" action="/recherche" method="get" {
            label for="q" { (T("Que cherchez-vous ?")) }
            div.ligne {
                input.champ type="search" id="q" name="q" maxlength="2000" autocomplete="off"
                    autocapitalize="none" spellcheck="true" aria-describedby="q-aide";
                button.bouton.plein type="submit" { "Rechercher" }
            }
            p.aide-champ #q-aide {
                (T("Quelques mots suffisent. Entre guillemets, les mots sont cherchés dans cet ordre : \
                    \"file d'attente\". ")) a href="/aide" { "Écrire une recherche" }
            }
        }
    }
}

/// Keywords of the index: examples that find something.
fn examples(shelf: &Shelf) -> Markup {
    html! {
        @if !shelf.keywords.is_empty() {
            div.essais {
                span #essais-t { (T("Par exemple :")) }
                ul role="list" aria-labelledby="essais-t" {
                    @for own in shelf.keywords.iter().take(EXAMPLES) {
                        li { a href=(search(&own.value)) { (own.value.to_lowercase()) } }
                    }
                }
            }
        }
    }
}

fn figures(index: &Index, shelf: &Shelf) -> Markup {
    let counts = index.status().counts;
    let figure = |label: &str, number: usize| html! { div { dt { (T(label)) } dd { (T(counted(number, "", "").trim())) } } };
    html! {
        section.bande.large aria-labelledby="h-index" {
            h2 #h-index { (T("Ce que contient l'index")) }
            dl.chiffres {
                (figure("documents", counts.documents))
                (figure("sections : ateliers, séances, allocutions…", counts.sections))
                (figure("intervenantes et intervenants", shelf.speakers.len()))
                @if let Some((first, last)) = counts.years {
                    div { dt { (T(years(Some((first, last))))) }
                        dd { (counted(usize::try_from(last - first).unwrap_or(0) + 1, "an", "ans")) } }
                }
            }
        }
    }
}

fn themes(shelf: &Shelf) -> Markup {
    html! {
        @if !shelf.themes.is_empty() {
            section.bande aria-labelledby="h-themes" {
                h2 #h-themes { "Les ateliers, par thème" }
                (super::browse::theme_list(&shelf.themes[..THEMES.min(shelf.themes.len())]))
                @if shelf.themes.len() > THEMES {
                    p.replier { a href="/themes" { "Voir les " (shelf.themes.len()) " thèmes" } }
                }
            }
        }
    }
}

fn keywords(shelf: &Shelf) -> Markup {
    html! {
        @if !shelf.keywords.is_empty() {
            section.bande aria-labelledby="h-mots" {
                h2 #h-mots { (T("Mots-clés les plus fréquents")) }
                ul.nuage role="list" { @for own in shelf.keywords.iter().take(KEYWORDS) {
                    @let asked = Asked::default().only(Facet::Keyword, &own.value);
                    li { a href=(asked.address()) {
                        (own.value) " " span.nb { (own.sections) span.vh { " sections" } }
                    } }
                } }
                p.replier {
                    a href="/mots-cles" { (T(format!("Voir les {} mots-clés", shelf.keywords.len()))) }
                    " " a href="/sigles" { "et les sigles" }
                }
            }
        }
    }
}

fn documents(index: &Index, shelf: &Shelf) -> Result<Markup, Trouble> {
    let latest = volumes(index, &shelf.documents[..DOCUMENTS.min(shelf.documents.len())])?;
    Ok(html! {
        @if !shelf.documents.is_empty() {
            section.bande.large aria-labelledby="h-docs" {
                h2 #h-docs { "Documents les plus récents" }
                (latest)
                p.replier { a href="/documents" { "Voir tous les documents" } }
            }
        }
    })
}
