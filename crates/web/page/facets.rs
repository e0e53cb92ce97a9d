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
pub(crate) fn facets(asked: &Asked, mut counts: Facets) -> Markup {
    html! {
        section.facettes #affiner aria-labelledby="affiner-t" {
            h2 #affiner-t { "Affiner" }
            @for facet in Facet::ALL {
                (self::facet(asked, facet, facet.counts(&mut counts)))
            }
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

/// Each value of a filter: its label, the value, and the search without it.
pub(crate) fn applied(asked: &Asked) -> Vec<(String, String, Asked)> {
    let of_facet = |facet: Facet| {
        let label = format!("{} : ", facet.label());
        let token =
            move |value: &String| (label.clone(), name(facet, value), asked.toggled(facet, value));
        asked.values(facet).iter().map(token)
    };
    let mut applied: Vec<_> = Facet::ALL.into_iter().flat_map(of_facet).collect();
    let period = match (asked.from, asked.to) {
        (None, None) => None,
        (Some(from), None) => Some(("Depuis : ", from.to_string())),
        (None, Some(to)) => Some(("Jusqu'en : ", to.to_string())),
        (Some(from), Some(to)) => Some(("Période : ", format!("{from} à {to}"))),
    };
    applied.extend(period.map(|(label, value)| (label.to_owned(), value, asked.without_period())));
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
    let row = |own: &FacetCount| Row {
        label: name(facet, &own.value),
        count: own.count,
        on: asked.has(facet, &own.value),
        address: asked.toggled(facet, &own.value).address(),
    };
    let mut rows: Vec<Row> = counts.iter().map(row).collect();
    if facet == Facet::Year {
        rows.sort_by(|a, b| b.label.cmp(&a.label));
    }
    let more = if facet == Facet::Year {
        period(asked)
    } else {
        html! {}
    };
    block(facet.label(), &rows, asked.narrows(facet), &more)
}

/// From one year to another.
fn period(asked: &Asked) -> Markup {
    let year = |year: Option<i16>| year.map_or(String::new(), |year| year.to_string());
    html! {
        form.periode action="/recherche" method="get" {
            @for (name, value) in asked.hidden(Facet::Year) {
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
                    details open[folded.iter().any(|row| row.on)] {
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
