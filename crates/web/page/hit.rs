//! One result: a section, with what is said of it and its best passages.

use glane_document::{SectionKind, Speaker};
use glane_query::{Excerpt, Hit};
use glane_render::french_dates;
use maud::{Markup, html};

use super::inline;
use super::keep::{self, Keep};
use crate::asked::{self, Asked, Facet};
use crate::desk::Kept;
use crate::typography::{T, W};

/// How many speakers are named before the others are folded.
const NAMED: usize = 3;

/// A result and its rank in the page, from 1.
pub(crate) fn hit(asked: &Asked, at: usize, hit: &Hit, kept: &Kept) -> Markup {
    let title = format!("t{at}");
    let passages: Vec<String> =
        hit.excerpts.iter().map(|excerpt| excerpt.passage.to_string()).collect();
    let passages = passages.join(",");
    let year = hit.section.date.or(hit.dates.first().copied()).map(|date| date.year);
    html! {
        article.extrait id={ "r" (at) } aria-labelledby=(title) {
            @if let Some(year) = year { p.repere aria-hidden="true" { (year) } }
            h2 id=(title) { a href=(section(asked, hit)) { (W(heading(hit))) } }
            (source(hit))
            (voices(&hit.speakers))
            @if !hit.keywords.is_empty() {
                div.mots {
                    span.doux { (T("Mots-clés :")) }
                    ul role="list" { @for keyword in &hit.keywords {
                        li { a href=(asked.only(Facet::Keyword, keyword).address()) {
                            (keyword)
                        } }
                    } }
                }
            }
            div.passages lang=[foreign(hit.section.language.as_deref())] {
                @for excerpt in &hit.excerpts { (passage(asked, hit, excerpt)) }
            }
            @if !hit.missing.is_empty() {
                p.doux.petit { (T("Absent ici : ")) (hit.missing.join(", ")) }
            }
            div.actions {
                (keep::section(&Keep {
                    section: &hit.id,
                    passages: &passages,
                    q: &asked.q,
                    back: &format!("{}#r{at}", asked.address()),
                    title: &title,
                    label: "Ajouter au dossier",
                    main: false,
                }, kept))
                a.bouton.discret href=(section(asked, hit)) aria-describedby=(title) {
                    (T(see(hit.section.kind)))
                }
                (citation(&format!("c{at}"), &title, &hit.citation))
            }
        }
    }
}

/// The citation, and what copies it; without script it is shown, to be selected.
fn citation(id: &str, title: &str, citation: &str) -> Markup {
    html! {
        details.citer {
            summary.bouton.discret data-copier=(id) aria-describedby=(title) {
                "Copier la citation"
            }
            p.cite id=(id) { (citation) }
            p.aide-copie { (T("Sélectionnez ce texte, puis copiez-le (Ctrl + C).")) }
        }
    }
}

/// The path of a hit's section, with what is needed to come back.
fn section(asked: &Asked, hit: &Hit) -> String {
    asked.address_of(&asked::section(&hit.id, ""))
}

fn heading(hit: &Hit) -> &str {
    if hit.section.label.is_empty() { hit.section.kind.label() } else { &hit.section.label }
}

fn source(hit: &Hit) -> Markup {
    let dates = match hit.section.date {
        Some(date) => french_dates(&[date]),
        None => french_dates(&hit.dates),
    };
    let event = hit.event.as_ref().filter(|event| !hit.title.contains(event.as_str()));
    let page = hit.page.map(|page| format!("p. {page}"));
    let zone = (!hit.zone.is_body()).then(|| hit.zone.label().to_lowercase());
    let facts = [event.cloned(), dates, hit.place.clone(), page, zone];
    html! {
        p.source {
            b { a href=(asked::document(&hit.source)) { (hit.title) } }
            @for fact in facts.iter().flatten() { ", " (fact) }
        }
    }
}

fn voices(speakers: &[Speaker]) -> Markup {
    // One more name takes no more room than what would fold it.
    let shown = if speakers.len() <= NAMED + 1 { speakers.len() } else { NAMED };
    let (first, others) = speakers.split_at(shown);
    html! {
        @if !first.is_empty() {
            div.voix {
                p { @for (at, speaker) in first.iter().enumerate() {
                    @if at > 0 { " ; " }
                    (voice(speaker))
                } }
                @if !others.is_empty() {
                    details {
                        summary { "et " (others.len()) " autres intervenantes et intervenants" }
                        ul role="list" { @for speaker in others { li { (voice(speaker)) } } }
                    }
                }
            }
        }
    }
}

/// A name, then what is said of the person.
pub(crate) fn voice(speaker: &Speaker) -> Markup {
    let role = role(speaker);
    html! {
        (speaker.name)
        @if !role.is_empty() { span.role { ", " (role) } }
    }
}

/// Role and organisation, as the document gives them, and what else than speaking they do.
pub(crate) fn role(speaker: &Speaker) -> String {
    let other = match speaker.function {
        glane_document::Function::Speaker => None,
        function => Some(function.label()),
    };
    let role = speaker.role.as_deref();
    let beside = |body: &&str| role.is_none_or(|role| !role.contains(body));
    let parts = [role, speaker.organisation.as_deref().filter(beside), other];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn passage(asked: &Asked, hit: &Hit, excerpt: &Excerpt) -> Markup {
    let path = format!("{}#passage-{}", section(asked, hit), excerpt.passage);
    html! {
        p.passage {
            a.renvoi href=(path) {
                @match excerpt.page {
                    Some(page) => { span.vh { "Lire la " } "p. " (page) }
                    None => { span.vh { "Lire le passage " } "§ " (excerpt.passage) }
                }
            }
            " " (inline::snippet(&excerpt.snippet))
        }
    }
}

/// The language of a text that is not French, for those who hear it read.
pub(crate) fn foreign(code: Option<&str>) -> Option<&str> {
    code.filter(|code| *code != "fr")
}

/// What leads to a section of this kind.
fn see(kind: SectionKind) -> &'static str {
    match kind {
        SectionKind::Workshop => "Voir l'atelier",
        SectionKind::Plenary => "Voir la plénière",
        SectionKind::Roundtable => "Voir la table ronde",
        SectionKind::Session => "Voir la session",
        SectionKind::Address => "Voir l'allocution",
        _ => "Voir la section",
    }
}
