//! The answers to a search.

use glane_index::Index;
use glane_query::{Answer, Detail, FacetCount, Facets, Search, search};
use glane_render::counted;
use maud::{Markup, html};

use super::layout::{Frame, Tab, page};
use super::views::{Way, views};
use super::{empty, facets, hit};
use crate::asked::{Asked, Facet, Order, PAGE};
use crate::desk::{Kept, View};
use crate::trouble::Trouble;
use crate::typography::T;

/// The page of a search; without words nor filters, a word on how to search.
pub(crate) fn results(view: &View, asked: &Asked) -> Result<Markup, Trouble> {
    let (index, kept) = (&view.index, view.kept());
    let (title, main) = if asked.q.is_empty() && !asked.is_filtered() {
        ("Rechercher".to_owned(), nothing_asked())
    } else {
        let answer = search(index, &asked.search())?;
        match answer.total {
            0 => (
                format!("Aucun résultat pour « {} »", asked.q),
                empty::empty(index, asked, &answer)?,
            ),
            _ => (heading(asked, &answer), found(index, asked, &answer, &kept)?),
        }
    };
    let frame =
        Frame { title, tab: Tab::Search, is_tab: false, query: Some(&asked.q), kept: kept.count() };
    Ok(page(&frame, &html! { div #resultats { (main) } }))
}

fn nothing_asked() -> Markup {
    html! {
        div.page.bloc {
            h1 { "Que cherchez-vous ?" }
            p { (T("Écrivez quelques mots dans le champ ci-dessus, ou partez ")) a href="/" {
                (T("des thèmes et des mots-clés")) } "." }
        }
    }
}

fn heading(asked: &Asked, answer: &Answer) -> String {
    let count = counted_sections(asked, answer.total);
    match asked.q.is_empty() {
        true => count,
        false => format!("{count} pour « {} »", asked.q),
    }
}

fn counted_sections(asked: &Asked, count: usize) -> String {
    match asked.values(Facet::Kind) {
        [kind] if kind == "workshop" => counted(count, "atelier", "ateliers"),
        _ => counted(count, "section", "sections"),
    }
}

fn found(index: &Index, asked: &Asked, answer: &Answer, kept: &Kept) -> Result<Markup, Trouble> {
    let counts = choices(index, asked, answer)?;
    Ok(html! {
        (views(asked, Way::Excerpts))
        div.page {
            div.tete {
                h1 #titre {
                    (T(counted_sections(asked, answer.total)))
                    @if !asked.q.is_empty() {
                        " pour " span.requete { (T("« ")) (asked.q) (T(" »")) }
                    }
                }
                p.total { (totals(answer)) }
                (notes(asked, answer))
                div.reglages {
                    (facets::tokens(asked))
                    (orders(asked))
                }
                p.vers-affiner { a href="#affiner" { "Affiner ces résultats" } }
            }
            div.deux {
                div {
                    ol.resultats role="list" { @for (at, own) in (1..).zip(&answer.hits) {
                        li { (hit::hit(asked, at, own, kept)) }
                    } }
                    (pages(asked, answer))
                }
                (facets::facets(asked, counts))
            }
        }
    })
}

fn totals(answer: &Answer) -> Markup {
    let partly = answer.total - answer.complete.min(answer.total);
    html! {
        (T(counted(answer.passages, "passage", "passages"))) " dans "
        (T(counted(answer.documents, "document", "documents")))
        @if partly > 0 && answer.complete > 0 {
            (T(format!(" ; tous les mots dans {}", counted(answer.complete, "section", "sections"))))
        }
    }
}

/// What was understood otherwise than written, with the way back.
fn notes(asked: &Asked, answer: &Answer) -> Markup {
    let literal = Asked { exact: true, page: 1, ..asked.clone() };
    let loose = Asked { exact: false, page: 1, ..asked.clone() };
    html! {
        @if !answer.notes.is_empty() || asked.exact || !asked.unclear_years.is_empty() {
            ul.notes role="list" {
                @for year in &asked.unclear_years {
                    li { (T("Année « ")) (year) (T(" » non comprise : filtre ignoré.")) }
                }
                @for note in &answer.notes { li { (T(note)) } }
                @if asked.exact {
                    li { (T("Seuls les mots tels que vous les avez écrits sont cherchés. "))
                        a href=(loose.address()) { (T("Chercher aussi leurs autres formes")) } }
                } @else if !answer.notes.is_empty() && !asked.q.is_empty() {
                    li { a href=(literal.address()) {
                        (T("Chercher seulement les mots tels qu'ils sont écrits")) } }
                }
            }
        }
    }
}

fn orders(asked: &Asked) -> Markup {
    html! {
        div.tri {
            span #tri-t { "Trier par" }
            ul role="list" aria-labelledby="tri-t" { @for order in Order::ALL {
                @let other = Asked { order, page: 1, ..asked.clone() };
                li { a href=(other.address()) aria-current=[(order == asked.order).then_some("true")] {
                    (order.label())
                } }
            } }
        }
    }
}

fn pages(asked: &Asked, answer: &Answer) -> Markup {
    let at = |page: usize| Asked { page, ..asked.clone() }.address();
    let (first, last) = ((asked.page - 1) * PAGE + 1, (asked.page - 1) * PAGE + answer.hits.len());
    html! {
        nav.pages aria-label="Pages de résultats" {
            @if answer.hits.is_empty() {
                span.doux { (T("Il n'y a pas de page ")) (asked.page) "." }
            } @else {
                span.doux { (T(format!("Sections {first} à {last} sur {}", answer.total))) }
            }
            div.actions {
                @if asked.page > 1 {
                    a.bouton href=(at(asked.page - 1)) rel="prev" { "Page précédente" }
                }
                @if last < answer.total && !answer.hits.is_empty() {
                    a.bouton href=(at(asked.page + 1)) rel="next" { "Page suivante" }
                }
            }
        }
    }
}

/// The values to choose from. Where a filter is applied, its facet shows what else it could be: the
/// counts are those of the search without it.
fn choices(index: &Index, asked: &Asked, answer: &Answer) -> Result<Facets, Trouble> {
    let mut choices = answer.facets.clone();
    for facet in Facet::ALL.into_iter().filter(|facet| asked.narrows(*facet)) {
        let own = facet.counts(&mut choices);
        *own = std::mem::take(facet.counts(&mut counts(index, &asked.without(facet))?));
        // An applied value never vanishes from its list.
        for value in asked.values(facet) {
            if own.iter().all(|other| other.value != *value) {
                let count = count(index, &asked.only(facet, value))?.total;
                own.push(FacetCount { value: value.clone(), count });
            }
        }
    }
    Ok(choices)
}

fn counts(index: &Index, asked: &Asked) -> Result<Facets, Trouble> {
    if asked.q.is_empty() && !asked.is_filtered() {
        return Ok(Facets::default());
    }
    Ok(count(index, asked)?.facets)
}

/// An answer without hits.
pub(crate) fn count(index: &Index, asked: &Asked) -> Result<Answer, Trouble> {
    Ok(search(index, &Search { limit: 0, offset: 0, detail: Detail::Brief, ..asked.search() })?)
}
