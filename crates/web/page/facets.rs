//! What can narrow a search, with counts; and what narrows it, to be removed.

use glane_document::{Document, SectionKind};
use glane_query::{FacetCount, Facets};
use glane_render::counted;
use maud::{Markup, html};

use super::icon;
use crate::asked::{Asked, Facet};
use crate::typography::T;

/// How many values of a facet are shown before the others are folded.
const SHOWN: usize = 6;

/// The facets of a search.
pub(crate) fn facets(asked: &Asked, counts: &Facets) -> Markup {
    html! {
        section.facettes #affiner aria-labelledby="affiner-t" {
            h2 #affiner-t { "Affiner" }
            (facet(asked, Facet::Theme, &counts.themes))
            (years(asked, &counts.years))
            (facet(asked, Facet::Kind, &counts.kinds))
            (facet(asked, Facet::Document, &counts.documents))
            (facet(asked, Facet::Speaker, &counts.speakers))
            (facet(asked, Facet::Keyword, &counts.keywords))
            (facet(asked, Facet::Place, &counts.places))
        }
    }
}

/// What narrows the search, one token each.
pub(crate) fn tokens(asked: &Asked) -> Markup {
    let tokens = applied(asked);
    html! {
        @if !tokens.is_empty() {
            div.filtres {
                span #filtres-t { (T("Filtres :")) }
                ul role="list" aria-labelledby="filtres-t" { @for (label, value, without) in &tokens {
                    li { a.jeton href=(without.address()) {
                        span.vh { "Retirer le filtre " } (T(label)) (value) " " (icon::cross())
                    } }
                } }
                a href=(asked.without_filters().address()) { "Tout retirer" }
            }
        }
    }
}

/// Each filter: its label, its value, and the search without it.
pub(crate) fn applied(asked: &Asked) -> Vec<(String, String, Asked)> {
    let of_facet = |facet: Facet| {
        let value = asked.filter(facet)?;
        Some((format!("{} : ", facet.label()), name(facet, value), asked.with(facet, None)))
    };
    let mut applied: Vec<_> = Facet::ALL.into_iter().filter_map(of_facet).collect();
    let period = match (asked.from, asked.to) {
        (None, None) => None,
        (Some(from), None) => Some(("Depuis : ", from.to_string())),
        (None, Some(to)) => Some(("Jusqu'en : ", to.to_string())),
        (Some(from), Some(to)) if from == to => Some(("Année : ", from.to_string())),
        (Some(from), Some(to)) => Some(("Période : ", format!("{from} à {to}"))),
    };
    applied
        .extend(period.map(|(label, value)| (label.to_owned(), value, asked.between(None, None))));
    applied
}

/// A value as a reader knows it.
fn name(facet: Facet, value: &str) -> String {
    match facet {
        Facet::Kind => {
            let kind = SectionKind::ALL.into_iter().find(|kind| kind.as_str() == value);
            kind.map_or_else(|| value.to_owned(), |kind| kind.label().to_owned())
        }
        Facet::Document => Document::new(value, "").stem().to_owned(),
        _ => value.to_owned(),
    }
}

/// A facet that leaves no choice is not shown, unless it is applied.
fn facet(asked: &Asked, facet: Facet, counts: &[FacetCount]) -> Markup {
    let applied = asked.filter(facet);
    let is_applied = |value: &str| applied.is_some_and(|own| own == value);
    let rows = counts.iter().map(|own| {
        let on = is_applied(&own.value);
        let other = asked.with(facet, (!on).then_some(&own.value));
        Row { label: name(facet, &own.value), count: own.count, on, address: other.address() }
    });
    let rows: Vec<Row> = rows.collect();
    block(facet.label(), &rows, applied.is_some(), &html! {})
}

fn years(asked: &Asked, counts: &[FacetCount]) -> Markup {
    let rows = counts.iter().filter_map(|own| {
        let year: i16 = own.value.parse().ok()?;
        let on = asked.from == Some(year) && asked.to == Some(year);
        let other =
            if on { asked.between(None, None) } else { asked.between(Some(year), Some(year)) };
        Some(Row { label: own.value.clone(), count: own.count, on, address: other.address() })
    });
    let rows: Vec<Row> = rows.collect();
    let applied = asked.from.is_some() || asked.to.is_some();
    block("Année", &rows, applied, &period(asked))
}

/// From one year to another.
fn period(asked: &Asked) -> Markup {
    let year = |year: Option<i16>| year.map_or(String::new(), |year| year.to_string());
    html! {
        form.periode action="/recherche" method="get" {
            @for (name, value) in asked.hidden(&[]) {
                input type="hidden" name=(name) value=(value);
            }
            label for="de" { "De" }
            input.champ #de name="de" inputmode="numeric" value=(year(asked.from)) maxlength="4";
            label for="a" { "à" }
            input.champ #a name="a" inputmode="numeric" value=(year(asked.to)) maxlength="4";
            button.bouton.discret type="submit" { "Filtrer" span.vh { " par années" } }
        }
    }
}

struct Row {
    label: String,
    count: usize,
    on: bool,
    address: String,
}

fn block(title: &str, rows: &[Row], applied: bool, more: &Markup) -> Markup {
    let (shown, folded) = rows.split_at(SHOWN.min(rows.len()));
    html! {
        @if rows.len() > 1 || applied {
            div.facette {
                h3 { (title) }
                ul role="list" { @for row in shown { li { (value(row)) } } }
                @if !folded.is_empty() {
                    details {
                        summary { "et " (counted(folded.len(), "autre", "autres"))
                            span.vh { ", " (title) } }
                        ul role="list" { @for row in folded { li { (value(row)) } } }
                    }
                }
            }
            (more)
        }
    }
}

fn value(row: &Row) -> Markup {
    let noun = if row.count < 2 { " section" } else { " sections" };
    html! {
        a href=(row.address) aria-current=[row.on.then_some("true")] {
            span { (row.label) @if row.on { span.vh { (T(", filtre appliqué : le retirer")) } } }
            span.nb { (row.count) span.vh { (noun) } }
        }
    }
}
