//! A section, whole: its text with pages in the margin and matches marked, and what surrounds it.

use std::ops::Range;

use glane_document::{Section, SectionKind, Speaker};
use glane_query::{Reading, Reference, Similar, read, similar};
use glane_render::{CitationFormat, citation, french_dates};
use maud::{Markup, html};

use super::hit::{foreign, role};
use super::icon;
use super::inline::Marked;
use super::keep::{self, Keep};
use super::layout::{Frame, Tab, page};
use super::paragraphs::{Block, Form, blocks};
use crate::asked::{self, Asked, Facet};
use crate::desk::{self, Kept};
use crate::trouble::Trouble;
use crate::typography::{T, W};

/// How many sections like this one are shown.
const CLOSE: usize = 4;

/// How a section is shown.
#[derive(Debug, Clone, Default)]
pub(crate) struct Shown {
    /// The search that it was found by, to go back to.
    pub(crate) asked: Asked,
    /// The match that the reader is at, from 1.
    pub(crate) at: usize,
    /// Whether matches are left unmarked.
    pub(crate) plain: bool,
    /// Whether paragraphs can be chosen, several at once.
    pub(crate) choosing: bool,
}

/// The reference of a section, for a program that keeps references.
pub(crate) fn reference(
    desk: &desk::View,
    id: &str,
    format: CitationFormat,
) -> Result<Vec<u8>, Trouble> {
    let reading = read(&desk.index, id, "")?.ok_or_else(|| Trouble::NoSection(id.to_owned()))?;
    let reference = Reference::to_section(&reading.document, &reading.section);
    Ok(format!("{}\n", citation(&reference, format)).into_bytes())
}

/// The page of a section.
pub(crate) fn workshop(desk: &desk::View, id: &str, shown: &Shown) -> Result<Markup, Trouble> {
    let (index, kept) = (&desk.index, desk.kept());
    let query = if shown.plain { String::new() } else { shown.asked.query() };
    let reading = read(index, id, &query)?.ok_or_else(|| Trouble::NoSection(id.to_owned()))?;
    let close = similar(index, &reading, CLOSE)?;
    let view = View::new(&reading, shown, &kept);
    let main = html! {
        (view.head())
        (view.turning())
        div.page.deux {
            (view.text())
            (view.side(&close))
        }
        (view.neighbours())
    };
    let title = format!("{} – {}", heading(&reading.section), reading.document.display_title());
    let frame = Frame {
        title,
        tab: Tab::Search,
        is_tab: false,
        query: Some(&shown.asked.q),
        kept: kept.count(),
    };
    Ok(page(&frame, &main))
}

/// What a section is called.
pub(crate) fn heading(section: &Section) -> String {
    let label = section.label();
    if label.is_empty() { section.kind.label().to_owned() } else { label }
}

struct View<'a> {
    reading: &'a Reading,
    shown: &'a Shown,
    kept: &'a Kept,
    id: String,
    /// Where the body starts: what stands before is shown apart.
    body: usize,
    /// Matches of the body; those of the head are not turned to.
    matches: Vec<Range<usize>>,
    at: usize,
    /// This very page.
    back: String,
}

impl<'a> View<'a> {
    fn new(reading: &'a Reading, shown: &'a Shown, kept: &'a Kept) -> View<'a> {
        let Reading { section, .. } = reading;
        let head = section.head.min(section.text.len());
        let body = if section.text.is_char_boundary(head) { head } else { 0 };
        let body = if section.text[body..].trim().is_empty() { 0 } else { body };
        let in_body = reading.matches.iter().filter(|own| own.start >= body).cloned();
        let matches: Vec<Range<usize>> = in_body.collect();
        let at = shown.at.clamp(usize::from(!matches.is_empty()), matches.len());
        let id = format!("{}#{}", reading.document.id, section.id);
        let back = shown.asked.address_of(&asked::section(&id, ""));
        View { reading, shown, kept, id, body, matches, at, back }
    }

    /// This page, with other parameters.
    fn address(&self, more: &[(&str, String)]) -> String {
        let path = self.back.clone();
        let joint = if path.contains('?') { "&" } else { "?" };
        let more = asked::address("", more);
        match more.strip_prefix('?') {
            Some(more) => format!("{path}{joint}{more}"),
            None => path,
        }
    }

    fn head(&self) -> Markup {
        let Reading { document, section, .. } = self.reading;
        let asked = &self.shown.asked;
        let dates = match section.date {
            Some(date) => french_dates(&[date]),
            None => french_dates(&document.dates),
        };
        let event = document.event.clone();
        let event = event.filter(|event| !document.display_title().contains(event.as_str()));
        let slot = section.start.map(|start| match section.end {
            Some(end) => format!("{start}–{end}"),
            None => start.to_string(),
        });
        let facts = [event, dates, slot, document.place.clone(), self.pages()];
        let numbered =
            section.number.as_ref().map(|number| format!("{} {number}", section.kind.label()));
        let title = section.title.clone().unwrap_or_else(|| heading(section));
        html! {
            div.page {
                p.fil {
                    @if !asked.q.is_empty() || asked.is_filtered() {
                        a href=(asked.address()) {
                            "← Revenir aux résultats"
                            @if !asked.q.is_empty() { (T(" pour « ")) (asked.q) (T(" »")) }
                        }
                    } @else {
                        a href=(asked::document(&document.id)) { "← " (document.display_title()) }
                    }
                }
                div.atelier-tete {
                    p.genre {
                        (numbered.unwrap_or_else(|| section.kind.label().to_owned()))
                        @if let Some(theme) = &section.theme { ", " (theme) }
                    }
                    h1 #titre { (W(&title)) }
                    p.source {
                        b { a href=(asked::document(&document.id)) { (document.display_title()) } }
                        @for fact in facts.iter().flatten() { ", " (fact) }
                    }
                    div.actions { (self.keeping()) }
                    ul.liens role="list" {
                        li { @if self.shown.choosing {
                            a href=(self.address(&[])) { "Ne plus choisir de passages" }
                        } @else {
                            a href=(self.address(&[("choisir", "1".to_owned())])) {
                                (T("Choisir d'autres passages")) }
                        } }
                        li { a href=(asked::document(&document.id)) { "Sommaire du document" } }
                        @if !asked.q.is_empty() {
                            li { @if self.shown.plain {
                                a href=(self.address(&[])) { "Surligner les mots cherchés" }
                            } @else {
                                a href=(self.address(&[("surlignage", "non".to_owned())])) {
                                    "Lire sans surlignage" }
                            } }
                        }
                    }
                }
            }
        }
    }

    /// What keeps the whole section, or takes its excerpt away.
    fn keeping(&self) -> Markup {
        let label = match self.reading.section.kind {
            SectionKind::Workshop => "Ajouter l’atelier au dossier",
            _ => "Ajouter la section au dossier",
        };
        let keep = Keep { label, main: true, ..self.keep("titre") };
        keep::section(&keep, self.kept)
    }

    fn keep(&self, title: &'a str) -> Keep<'_> {
        Keep {
            section: &self.id,
            passages: "",
            q: &self.shown.asked.q,
            back: &self.back,
            title,
            label: "Ajouter ce passage",
            main: false,
        }
    }

    /// `p. 42 à 47`, as far as pages are known.
    fn pages(&self) -> Option<String> {
        let section = &self.reading.section;
        let first = section.page.or_else(|| section.pages.first().map(|start| start.page))?;
        match section.pages.last().map(|start| start.page).filter(|last| *last > first) {
            Some(last) => Some(format!("p. {first} à {last}")),
            None => Some(format!("p. {first}")),
        }
    }

    /// From one match to the next.
    fn turning(&self) -> Markup {
        let (count, at) = (self.matches.len(), self.at);
        let to = |at: usize| format!("{}#m{at}", self.address(&[("passage", at.to_string())]));
        html! {
            @if count > 0 {
                nav.tourne aria-label="Passages trouvés dans cette section" { div.page {
                    p #ou aria-live="polite" aria-atomic="true" {
                        "Passage " b { (at) } " sur " (count)
                    }
                    div.actions {
                        a.bouton.discret href=(to(if at > 1 { at - 1 } else { count })) data-tourne="-1" {
                            (icon::up()) "Précédent" }
                        a.bouton.discret href=(to(if at < count { at + 1 } else { 1 })) data-tourne="1" {
                            (icon::down()) "Suivant" }
                    }
                } }
            } @else if !self.shown.asked.q.is_empty() && !self.shown.plain {
                div.page { p.notes { (T("Les mots cherchés figurent dans le titre, les mots-clés ou les \
                    noms, non dans le texte ci-dessous.")) } }
            }
        }
    }

    fn text(&self) -> Markup {
        let Reading { section, markup, .. } = self.reading;
        let text = &section.text;
        let marked = Marked { text, matches: &self.matches, hidden: markup, here: self.at };
        let head = Marked { text, matches: &self.reading.matches, hidden: markup, here: 0 };
        let mut page = None;
        let mut passages = self.reading.passages.iter().peekable();
        let content = html! {
                @if self.body > 0 {
                    details.entete-imprime { summary { "En-tête, tel que le document l’imprime" }
                        @for block in &blocks(&text[..self.body], 0) {
                            p.para { (head.unnumbered(&block.range)) }
                        }
                    }
                }
                @for block in &blocks(text, self.body) {
                    @while let Some(passage) = passages.next_if(|own| own.offset <= block.range.start) {
                        span id={ "passage-" (passage.ordinal) } {}
                    }
                    @let own = section.page_at(block.range.start);
                    @let turned = own.filter(|_| own != page);
                    @let () = page = own;
                    @if self.shown.choosing { (choice(block)) }
                    (set(block, turned, &marked))
                    @if !self.shown.choosing && self.matches_in(&block.range) {
                        (keep::paragraph(&self.keep("titre"), &block.range, self.kept.of(&self.id)))
                    }
                }
                @if text.trim().is_empty() {
                    p.para.doux { (T("Le document n'a que ce titre, sans texte.")) }
                }
                @for passage in passages { span id={ "passage-" (passage.ordinal) } {} }
        };
        let language = foreign(section.language.as_deref());
        html! {
            @if self.shown.choosing {
                form.reglure.choix #texte lang=[language] action="/dossier/ajouter" method="post" {
                    input type="hidden" name="section" value=(self.id);
                    input type="hidden" name="q" value=(self.shown.asked.q);
                    input type="hidden" name="retour" value=(self.back);
                    (content)
                    p.actions.prendre-tout lang="fr" { button.bouton.plein type="submit" {
                        "Ajouter les passages cochés" } }
                }
            } @else {
                div.reglure #texte lang=[language] { (content) }
            }
        }
    }

    fn matches_in(&self, range: &Range<usize>) -> bool {
        let first = self.matches.partition_point(|own| own.end <= range.start);
        self.matches.get(first).is_some_and(|own| own.start < range.end)
    }

    fn side(&self, close: &[Similar]) -> Markup {
        let Reading { document, section, citation, .. } = self.reading;
        let address = asked::section(&format!("{}#{}", document.id, section.id), "");
        html! {
            div.cote {
                section aria-labelledby="h-cit" {
                    h2 #h-cit { "Citer cette section" }
                    div.boite {
                        p.cite #c-at { (citation) }
                        p.actions { button.bouton.discret type="button" data-copier="c-at" hidden {
                            "Copier la citation" } }
                        p.doux { (T("Pour Zotero ou un autre logiciel : "))
                            a href=(format!("{address}.bib")) { "BibTeX" } ", "
                            a href=(format!("{address}.ris")) { "RIS" } }
                    }
                }
                section aria-labelledby="h-int" {
                    h2 #h-int { "Intervenantes et intervenants" }
                    @if section.speakers.is_empty() {
                        p.doux { (T("Nom non indiqué dans le document.")) }
                    } @else {
                        ul role="list" { @for speaker in &section.speakers { (person(speaker)) } }
                    }
                }
                section aria-labelledby="h-mc" {
                    h2 #h-mc { (T("Mots-clés")) }
                    @if section.keywords.is_empty() {
                        p.doux { (T("Ce document n'indique pas de mots-clés ici.")) }
                    } @else {
                        ul.nuage role="list" { @for keyword in &section.keywords {
                            @let other = Asked::default().only(Facet::Keyword, &keyword.0);
                            li { a href=(other.address()) { (keyword.0) } }
                        } }
                    }
                }
                @if !close.is_empty() {
                    section aria-labelledby="h-pr" {
                        h2 #h-pr { "Autres ateliers proches" }
                        ul.proches role="list" { @for other in close { (like(other)) } }
                    }
                }
            }
        }
    }

    fn neighbours(&self) -> Markup {
        let (before, after) = (self.reading.before(), self.reading.after());
        let path = |section: &Section| {
            let id = format!("{}#{}", self.reading.document.id, section.id);
            asked::section(&id, &self.shown.asked.q)
        };
        html! {
            div.page { nav.pages aria-label="Sections voisines" {
                @if let Some(before) = before {
                    a href=(path(before)) rel="prev" {
                        "← " span.vh { (T("Section précédente : ")) } (heading(before)) }
                }
                @if let Some(after) = after {
                    a href=(path(after)) rel="next" {
                        span.vh { (T("Section suivante : ")) } (heading(after)) " →" }
                }
            } }
        }
    }
}

/// What picks a block, among others.
fn choice(block: &Block) -> Markup {
    let Range { start, end } = block.range;
    html! {
        @if block.form != Form::Heading {
            p.case lang="fr" {
                input type="checkbox" id={ "b" (start) } name="octets" value={ (start) "-" (end) };
                label for={ "b" (start) } { "Prendre ce passage" }
            }
        }
    }
}

/// A block, with its page in the margin where that is another one than before.
fn set(block: &Block, page: Option<u32>, marked: &Marked<'_>) -> Markup {
    let id = page.map(|page| format!("p{page}"));
    let margin = html! {
        @if let Some(page) = page {
            a.renvoi href={ "#p" (page) } { "p. " (page) }
        }
    };
    html! {
        @match block.form {
            Form::Heading => h2 id=[id] { (margin) (marked.heading(&block.range)) },
            Form::Item => p.para.puce id=[id] { (margin) (marked.part(&block.range)) },
            Form::Paragraph => p.para id=[id] { (margin) (marked.part(&block.range)) },
        }
    }
}

fn person(speaker: &Speaker) -> Markup {
    let theirs = Asked::default().only(Facet::Speaker, &speaker.name);
    let role = role(speaker);
    html! {
        li {
            a href=(theirs.address()) { (speaker.name) }
            @if !role.is_empty() { span.role { (role) } }
            @if speaker.as_written.to_lowercase() != speaker.name.to_lowercase() {
                span.role { (T("écrit « ")) (speaker.as_written) (T(" »")) }
            }
        }
    }
}

fn like(other: &Similar) -> Markup {
    let document = &other.document;
    let year = document.year().map(|year| year.to_string());
    let page = other.section.page.map(|page| format!("p. {page}"));
    let facts = [year, page];
    html! {
        li {
            a href=(asked::section(&other.id, "")) { (heading(&other.section)) }
            span.role {
                (document.display_title())
                @for fact in facts.iter().flatten() { ", " (fact) }
                @if !other.shared.is_empty() {
                    (T(". En commun : ")) (other.shared.join(", "))
                }
            }
        }
    }
}
