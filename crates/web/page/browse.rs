//! Lists to go through without a query: documents, people, themes, keywords, acronyms.

use glane_document::Section;
use glane_index::Index;
use glane_query::{Entry, Volume, appearance, surname};
use glane_render::{counted, french_dates};
use maud::{Markup, html};

use super::hit::role;
use super::layout::{Frame, Tab, page};
use super::views::{Way, views};
use super::workshop::heading;
use crate::asked::{self, Asked, Facet, Values, address};
use crate::desk::View;
use crate::trouble::Trouble;
use crate::typography::{T, W};

/// How many documents or people a page shows.
const PAGE: usize = 60;

/// `2015 à 2019`, `2019`, or nothing.
pub(crate) fn years(years: Option<(i16, i16)>) -> String {
    match years {
        None => String::new(),
        Some((first, last)) if first == last => first.to_string(),
        Some((first, last)) => format!("de {first} à {last}"),
    }
}

/// All documents, latest first.
pub(crate) fn documents(view: &View, values: &Values) -> Result<Markup, Trouble> {
    let (index, shelf) = (&view.index, view.shelf()?);
    let window = Window::new(shelf.documents.len(), values.number("page"));
    let list = volumes(index, &shelf.documents[window.range()])?;
    let main = html! {
        div.page {
            div.tete {
                h1 { "Documents" }
                p.total { (T(counted(shelf.documents.len(), "document", "documents")))
                    (T(", les plus récents d'abord ; ceux qui n'ont pas de date, à la fin.")) }
            }
            (list)
            (window.turning("Pages de la liste des documents", "/documents", &[]))
        }
    };
    Ok(page(&frame(view, "Documents", Tab::Documents), &main))
}

/// Documents, each with what it is.
pub(crate) fn volumes(index: &Index, volumes: &[Volume]) -> Result<Markup, Trouble> {
    let mut rows = Vec::with_capacity(volumes.len());
    for volume in volumes {
        rows.push((volume, volume.document(index)?));
    }
    Ok(html! {
        ul.docs role="list" { @for (volume, document) in &rows {
            @let facts = [document.event.clone().filter(|event| !document.display_title().contains(event.as_str())),
                french_dates(&document.dates), document.place.clone()];
            li {
                a href=(asked::document(&document.id)) { (document.display_title()) }
                span.doux {
                    (document.kind.label())
                    @for fact in facts.iter().flatten() { ", " (fact) }
                    ". " (T(counted(volume.sections, "section", "sections")))
                }
            }
        } }
    })
}

/// One document: what it says of itself, and its sections.
pub(crate) fn document(view: &View, id: &str, values: &Values) -> Result<Markup, Trouble> {
    let outline = view.index.outline(id)?.ok_or_else(|| Trouble::NoDocument(id.to_owned()))?;
    let document = outline.document;
    let title = document.display_title().to_owned();
    let wanted = values.number("page").and_then(|page| u32::try_from(page).ok());
    let at = wanted.and_then(|wanted| {
        let pages = document.sections.iter().map(|section| section.page);
        pages.enumerate().rfind(|(_, page)| page.is_some_and(|page| page <= wanted))
    });
    let at = at.map(|(place, _)| place);
    let event = document.event.clone().filter(|event| !title.contains(event.as_str()));
    let facts = [event, french_dates(&document.dates), document.place.clone()];
    let inside = Asked::default().only(Facet::Document, document.stem());
    let main = html! {
        div.page {
            p.fil { a href="/documents" { "← Tous les documents" } }
            div.tete {
                p.genre { (document.kind.label()) }
                h1 { (W(&title)) }
                @if let Some(subtitle) = &document.subtitle { p.chapeau { (subtitle) } }
                p.source {
                    @for (at, fact) in facts.iter().flatten().enumerate() { @if at > 0 { ", " } (fact) }
                    @if !document.organisers.is_empty() {
                        (T(". Organisation : ")) (document.organisers.join(", "))
                    }
                }
                p.doux.petit { (T("Fichier : ")) code { (document.id) } }
                p { a href=(inside.address()) { (T("Chercher dans ce document")) } }
            }
            @if let (Some(wanted), Some(_)) = (wanted, at) {
                p.notes { (T(format!("La page {wanted} est dans la section signalée ci-dessous."))) }
            }
            h2 { "Sections" }
            ol.docs.plan role="list" { @for (place, section) in document.sections.iter().enumerate() {
                (entry(&document.id, section, at == Some(place)))
            } }
        }
    };
    Ok(page(&frame(view, &title, Tab::Documents), &main))
}

fn entry(document: &str, section: &Section, here: bool) -> Markup {
    let id = format!("{document}#{}", section.id);
    let names: Vec<&str> = section.speakers.iter().map(|own| own.name.as_str()).collect();
    html! {
        li class=[section.parent.is_some().then_some("sous")] {
            a href=(asked::section(&id, "")) aria-current=[here.then_some("true")] { (heading(section)) }
            span.doux {
                (section.kind.label())
                @if let Some(page) = section.page { ", p. " (page) }
                @if !names.is_empty() { ". " (names.join(", ")) }
            }
        }
    }
}

/// Who speaks, by letter or by name; of a search, those who speak in what it finds.
pub(crate) fn speakers(view: &View, values: &Values) -> Result<Markup, Trouble> {
    let (index, shelf) = (&view.index, view.shelf()?);
    let (name, letter) = (values.get("nom"), values.get("lettre"));
    let of_search = Asked::read(values)?;
    let within: Option<Vec<Entry>> = match of_search.q.is_empty() {
        true => None,
        false => Some(heard_in(index, &of_search)?),
    };
    let all = within.as_deref().unwrap_or(&shelf.speakers);
    let wanted = |own: &&Entry| {
        (name.is_empty() || has_words(&own.value, name))
            && (letter.is_empty() || initial(&own.value) == letter.chars().next().unwrap_or(' '))
    };
    let found: Vec<&Entry> = all.iter().filter(wanted).collect();
    let window = Window::new(found.len(), values.number("page"));
    let mut rows = Vec::new();
    for own in &found[window.range()] {
        rows.push((*own, appearance(index, &own.value)?));
    }
    let letters: Vec<char> = all.iter().map(|own| initial(&own.value)).collect();
    let main = html! {
        (views(&of_search, Way::Speakers))
        div.page {
            div.tete {
                h1 { "Intervenantes et intervenants"
                    @if within.is_some() { (T(" : ")) span.requete { (T("« ")) (of_search.q) (T(" »")) } } }
                p.total { (T(counted(found.len(), "nom", "noms")))
                    (T(". Une personne figure sous un seul nom ; chaque passage garde le nom tel que \
                        le document l'imprime.")) }
            }
            form.recherche role="search" action="/intervenants" method="get" {
                label for="nom" { "Chercher un nom" }
                div.ligne {
                    input.champ type="search" #nom name="nom" value=(name) autocomplete="off";
                    button.bouton.plein type="submit" { "Chercher" }
                }
            }
            nav aria-label="Première lettre du nom" { ul.lettres role="list" {
                @for own in 'A'..='Z' {
                    @if letters.contains(&own) {
                        @let pairs = [("q", of_search.q.clone()), ("lettre", own.to_string())];
                        li { a href=(address("/intervenants", &pairs))
                            aria-current=[(letter == own.to_string()).then_some("true")] { (own) } }
                    } @else { li { span aria-hidden="true" { (own) } } }
                }
                @if !letter.is_empty() || !name.is_empty() {
                    li { a.tous href=(address("/intervenants", &[("q", of_search.q.clone())])) { "Tous" } }
                }
            } }
            @for (at, (own, appearance)) in rows.iter().enumerate() {
                @let letter = initial(&own.value);
                @if at == 0 || initial(&rows[at - 1].0.value) != letter {
                    h2.lettre-titre { (letter) }
                }
                (person(own, appearance.as_ref().map(role).as_deref(), &of_search.q))
            }
            @if rows.is_empty() { p { (T("Aucun nom ne convient.")) } }
            (window.turning("Pages de la liste des noms", "/intervenants",
                &[("q", of_search.q.clone()), ("nom", name.to_owned()), ("lettre", letter.to_owned())]))
        }
    };
    Ok(page(&frame(view, "Intervenantes et intervenants", Tab::Speakers), &main))
}

fn person(own: &Entry, role: Option<&str>, q: &str) -> Markup {
    let asked = Asked { q: q.to_owned(), ..Asked::default() };
    let asked = asked.only(Facet::Speaker, &own.value);
    let role = role.filter(|role| !role.is_empty()).unwrap_or("rôle non indiqué");
    html! {
        div.personne {
            a.nom href=(asked.address()) { (own.value) }
            span.role { (role) }
            span.nb.doux {
                (T(counted(own.sections, "section", "sections")))
                @if own.years.is_some() { ", " (years(own.years)) }
            }
        }
    }
}

/// Those who speak in the sections that a search finds.
fn heard_in(index: &Index, asked: &Asked) -> Result<Vec<Entry>, Trouble> {
    let facet = super::results::count(index, asked)?.facets.speakers;
    let mut entries: Vec<Entry> = facet
        .into_iter()
        .map(|own| Entry { value: own.value, sections: own.count, years: None })
        .collect();
    entries.sort_by_key(|own| fold(surname(&own.value)));
    Ok(entries)
}

/// The letter under which someone is listed.
fn initial(name: &str) -> char {
    let folded = fold(surname(name));
    let first = folded.chars().find(|letter| letter.is_alphanumeric());
    first.map_or('#', |letter| letter.to_ascii_uppercase())
}

/// Whether each word of `typed` begins a part of a name.
fn has_words(name: &str, typed: &str) -> bool {
    let (name, typed) = (fold(name), fold(typed));
    let apart = |letter: char| !letter.is_alphanumeric();
    let parts: Vec<&str> = name.split(apart).collect();
    let mut words = typed.split(apart).filter(|word| !word.is_empty());
    words.all(|word| parts.iter().any(|part| part.starts_with(word)))
}

fn fold(text: &str) -> String {
    glane_analysis::fold(&text.to_lowercase())
}

/// The themes, each with its sections.
pub(crate) fn themes(view: &View) -> Result<Markup, Trouble> {
    let shelf = view.shelf()?;
    let main = html! {
        div.page {
            div.tete {
                h1 { "Les ateliers, par thème" }
                p.total { (T("Les thèmes sont ceux que les documents annoncent.")) }
            }
            @if shelf.themes.is_empty() { p { (T("Aucun document n'annonce de thème.")) } }
            (theme_list(&shelf.themes))
        }
    };
    Ok(page(&frame(view, "Thèmes", Tab::None), &main))
}

/// Themes as links to what they hold.
pub(crate) fn theme_list(themes: &[Entry]) -> Markup {
    html! {
        ul.themes role="list" { @for own in themes {
            @let asked = Asked::default().only(Facet::Theme, &own.value);
            li { a href=(asked.address()) {
                span { (own.value) }
                span.nb { (own.sections) span.vh { " sections" } }
            } }
        } }
    }
}

/// The keywords, most frequent first.
pub(crate) fn keywords(view: &View) -> Result<Markup, Trouble> {
    let shelf = view.shelf()?;
    let main = html! {
        div.page {
            div.tete {
                h1 { (T("Mots-clés")) }
                p.total { (T(counted(shelf.keywords.len(), "mot-clé déclaré", "mots-clés déclarés")))
                    (T(" par les documents, tels qu'ils les écrivent ; les plus fréquents d'abord.")) }
            }
            ul.nuage role="list" { @for own in &shelf.keywords {
                @let asked = Asked::default().only(Facet::Keyword, &own.value);
                li { a href=(asked.address()) {
                    (own.value) " " span.nb { (own.sections) span.vh { " sections" } }
                } }
            } }
        }
    };
    Ok(page(&frame(view, "Mots-clés", Tab::None), &main))
}

/// The acronyms that documents spell out.
pub(crate) fn acronyms(view: &View) -> Markup {
    let acronyms = view.index.acronyms();
    let main = html! {
        div.page {
            div.tete {
                h1 { "Sigles" }
                p.total { (T("Ceux que les documents développent. Chercher l'un trouve aussi l'autre.")) }
            }
            @if acronyms.is_empty() { p { (T("Aucun document ne développe de sigle.")) } } @else {
                div.defile.donnees role="region" aria-labelledby="h-sigles" tabindex="0" { table {
                    caption.vh #h-sigles { "Sigles et leurs développements" }
                    thead { tr { th scope="col" { "Sigle" } th scope="col" { "Développement" }
                        th.n scope="col" { "Documents" } } }
                    tbody { @for (acronym, expansions) in acronyms {
                        @for (at, (expansion, documents)) in expansions.iter().enumerate() { tr {
                            th scope="row" { a href=(asked::search(acronym)) { (acronym) }
                                @if at > 0 { span.vh { " (autre sens)" } } }
                            td { (expansion) }
                            td.n { (documents) }
                        } }
                    } }
                } }
            }
        }
    };
    page(&frame(view, "Sigles", Tab::None), &main)
}

fn frame(view: &View, title: &str, tab: Tab) -> Frame<'static> {
    let query = (tab != Tab::Speakers).then_some("");
    Frame { title: title.to_owned(), tab, is_tab: true, query, kept: view.kept().count() }
}

/// A page of a list.
struct Window {
    page: usize,
    total: usize,
}

impl Window {
    fn new(total: usize, page: Option<usize>) -> Window {
        let last = total.div_ceil(PAGE).max(1);
        Window { page: page.unwrap_or(1).clamp(1, last), total }
    }

    fn range(&self) -> std::ops::Range<usize> {
        let start = (self.page - 1) * PAGE;
        start..(start + PAGE).min(self.total)
    }

    fn turning(&self, label: &str, path: &str, pairs: &[(&str, String)]) -> Markup {
        let to = |page: usize| {
            let mut pairs = pairs.to_vec();
            pairs.push(("page", page.to_string()));
            address(path, &pairs)
        };
        let range = self.range();
        html! {
            @if self.total > PAGE {
                nav.pages aria-label=(label) {
                    span.doux { (range.start + 1) " à " (range.end) " sur " (self.total) }
                    div.actions {
                        @if self.page > 1 { a.bouton href=(to(self.page - 1)) rel="prev" { "Page précédente" } }
                        @if range.end < self.total {
                            a.bouton href=(to(self.page + 1)) rel="next" { "Page suivante" }
                        }
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_by_the_start_of_any_part() {
        assert!(has_words("Étienne Le Gallou-Saint", "gal étie"));
        assert!(!has_words("Étienne Le Gallou-Saint", "allou"));
        assert!(has_words("Ève", ""));
    }

    #[test]
    fn people_are_under_the_letter_of_their_surname() {
        assert_eq!(initial("Anne d'Évreux"), 'E');
        assert_eq!(initial("42"), '4');
        assert_eq!(initial("…"), '#');
    }

    #[test]
    fn a_page_beyond_the_last_is_the_last() {
        let window = Window::new(PAGE + 1, Some(9));
        assert_eq!(window.range(), PAGE..PAGE + 1);
        assert_eq!(Window::new(0, Some(3)).range(), 0..0);
    }
}
