//! The dossier: excerpts in order, with notes; as it is printed; as it is shown on a wall.

use std::collections::HashMap;

use glane_dossier::{Dossier, Excerpt, Standing, Store, refresh};
use glane_index::Index;
use glane_render::{Parts, counted, handout_body, reference};
use maud::{Markup, PreEscaped, html};

use super::icon;
use super::layout::{Frame, Tab, bare, page};
use crate::asked::{self, Values};
use crate::folder;
use crate::trouble::Trouble;
use crate::typography::{T, W};

/// The dossier. Without an index, what was kept is there all the same.
pub(crate) fn dossier(store: &Store, index: Option<&Index>) -> Result<Markup, Trouble> {
    let dossier = store.read()?;
    let standings = standings(&dossier, index)?;
    let main = html! {
        div.page #dossier {
            div.tete {
                h1 { "Dossier" }
                p.total { (T(total(&dossier))) }
            }
            @if dossier.excerpts.is_empty() { (nothing_kept()) } @else { (form(&dossier, &standings)) }
            p.doux.petit.replier { (T("Le dossier est ce fichier, que vous pouvez copier : "))
                code { (store.path().display()) } }
        }
    };
    let title = match dossier.title.is_empty() {
        true => "Dossier".to_owned(),
        false => format!("Dossier : {}", dossier.title),
    };
    Ok(page(&frame(title, &dossier), &main))
}

fn frame(title: String, dossier: &Dossier) -> Frame<'static> {
    Frame {
        title,
        tab: Tab::Dossier,
        is_tab: true,
        query: Some(""),
        kept: Some(dossier.excerpts.len()),
    }
}

fn standings(dossier: &Dossier, index: Option<&Index>) -> Result<HashMap<u64, Standing>, Trouble> {
    let Some(index) = index else { return Ok(HashMap::new()) };
    Ok(refresh(&mut dossier.clone(), index)?.into_iter().collect())
}

fn total(dossier: &Dossier) -> String {
    let mut sources: Vec<&str> =
        dossier.excerpts.iter().map(|own| own.origin.id.as_str()).collect();
    sources.sort_unstable();
    sources.dedup();
    match dossier.excerpts.len() {
        0 => "Aucun extrait pour l'instant.".to_owned(),
        count => format!(
            "{}, {}. Rangez-les dans l'ordre de votre séance ; ajoutez une note à ceux que vous \
             commenterez.",
            counted(count, "extrait", "extraits"),
            counted(sources.len(), "source", "sources")
        ),
    }
}

fn nothing_kept() -> Markup {
    html! {
        div.pas {
            ol {
                li { (T("Cherchez quelques mots, par exemple ceux du titre de votre séance.")) }
                li { (T("Sous un résultat qui convient, choisissez « Ajouter au dossier ».")) }
                li { (T("Revenez ici pour ranger les extraits, les annoter et préparer le document.")) }
            }
            p.actions.replier { a.bouton.plein href="/" { "Chercher des extraits" } }
        }
    }
}

fn form(dossier: &Dossier, standings: &HashMap<u64, Standing>) -> Markup {
    let last = dossier.excerpts.len();
    html! {
        form #forme action="/dossier" method="post" {
            // The first button of a form is the one that Enter presses.
            button.vh type="submit" name="enregistrer" value="1" tabindex="-1" aria-hidden="true" { "Enregistrer" }
            div.forme {
                div {
                    label for="titre" { "Titre du dossier" }
                    p.indice #titre-i { "Il figurera sur la page de titre du document." }
                    input.champ #titre name="titre" maxlength="300" value=(dossier.title)
                        aria-describedby="titre-i";
                }
                div {
                    label for="intro" { "Présentation (facultatif)" }
                    textarea.champ #intro name="intro" rows="2" { "\n" (dossier.presentation) }
                }
            }
            h2.replier { "Extraits" }
            ol.fiches role="list" { @for (rank, own) in (1..).zip(&dossier.excerpts) {
                (card(rank, last, own, standings.get(&own.id).copied()))
            } }
            p.actions {
                button.bouton.plein type="submit" name="enregistrer" value="1" { "Enregistrer le dossier" }
                " " a.bouton.discret href="/" { (T("Chercher d'autres extraits")) }
            }
            (exports())
            details.replier {
                summary { "Tout retirer" }
                p { (T("Les extraits et vos notes seront perdus.")) }
                button.bouton.retrait type="submit" name="vider" value="oui" { "Vider le dossier" }
            }
        }
    }
}

fn card(rank: usize, last: usize, own: &Excerpt, standing: Option<Standing>) -> Markup {
    let title = format!("ft{}", own.id);
    let paragraphs = own.paragraphs();
    html! {
        li.fiche id={ "f" (own.id) } tabindex="-1" {
            div.fiche-tete {
                h3 id=(title) { span.rang { (rank) span.vh { "." } } (W(&own.title)) }
                div.actions {
                    button.bouton.discret #{ "monter-" (own.id) } type="submit" name="monter"
                        value=(own.id) data-bouge aria-describedby=(title) disabled[rank == 1] {
                        (icon::up()) "Monter" }
                    button.bouton.discret #{ "descendre-" (own.id) } type="submit" name="descendre"
                        value=(own.id) data-bouge aria-describedby=(title) disabled[rank == last] {
                        (icon::down()) "Descendre" }
                }
            }
            div.fiche-corps {
                div lang=[super::hit::foreign(own.language.as_deref())] {
                    @for paragraph in &paragraphs { p.lire { (W(paragraph)) } }
                    p.cite lang="fr" {
                        (reference(own)) " "
                        a href=(asked::section(&own.section, own.query.as_deref().unwrap_or_default())) {
                            (T("Voir dans l'atelier")) }
                    }
                    @match standing {
                        Some(Standing::Changed) => p.doux.petit { (T("Ces mots ne sont plus dans \
                            l'index : le document a changé depuis.")) },
                        Some(Standing::Left) => p.doux.petit { (T("Ce document n'est plus dans \
                            l'index.")) },
                        _ => {}
                    }
                }
                div.note {
                    label for={ "n" (own.id) } { "Votre note" span.vh { (T(" pour l'extrait ")) (rank) } }
                    textarea.champ id={ "n" (own.id) } name={ "note-" (own.id) } rows="3" {
                        "\n" (own.note) }
                }
            }
            (trimming(own, &paragraphs, &title))
            button.bouton.retrait type="submit" name="retirer" value=(own.id) data-bouge
                aria-describedby=(title) { "Retirer du dossier" }
        }
    }
}

/// Which paragraphs are kept, where there are several.
fn trimming(own: &Excerpt, paragraphs: &[String], title: &str) -> Markup {
    html! {
        @if paragraphs.len() > 1 {
            details.replier {
                summary { "Raccourcir" span.vh { (T(" l'extrait")) } }
                fieldset {
                    legend { "Paragraphes à garder" }
                    @for (at, paragraph) in paragraphs.iter().enumerate() {
                        @let id = format!("g{}-{at}", own.id);
                        div.case {
                            input type="checkbox" id=(id) name={ "garder-" (own.id) } value=(at) checked;
                            label for=(id) { (beginning(paragraph)) }
                        }
                    }
                }
                button.bouton.discret type="submit" name="garder" value=(own.id) data-bouge
                    aria-describedby=(title) { "Garder ces paragraphes" }
            }
        }
    }
}

/// The first words of a paragraph.
fn beginning(paragraph: &str) -> String {
    let words: Vec<&str> = paragraph.split(' ').collect();
    match words.len() > 14 {
        true => format!("{} …", words[..14].join(" ")),
        false => paragraph.to_owned(),
    }
}

fn exports() -> Markup {
    let boxes = [
        ("notes", "Vos notes", ", sous chaque extrait"),
        ("cadres", "Un cadre « À discuter »", ", vide, pour écrire pendant la séance"),
        ("sommaire", "Un sommaire", " après la page de titre"),
    ];
    let formats = [
        ("docx", "Word (.docx)"),
        ("odt", "LibreOffice (.odt)"),
        ("html", "Page web (.html)"),
        ("md", "Markdown (.md)"),
    ];
    html! {
        section.exporter aria-labelledby="h-exp" {
            h2 #h-exp { "Préparer le document" }
            div.replier { fieldset {
                legend { "Ce que le document contient" }
                input type="hidden" name="choix" value="1";
                @for (name, strong, rest) in boxes {
                    div.case {
                        input type="checkbox" id={ "o-" (name) } name=(name) value="1" checked;
                        label for={ "o-" (name) } { b { (T(strong)) } (T(rest)) }
                    }
                }
            } }
            div.actions.replier {
                @for (at, (format, label)) in formats.iter().enumerate() {
                    button.bouton.plein[at == 0] type="submit"
                        formaction={ "/dossier/export?format=" (format) } { (label) }
                }
                a.bouton.discret href="/dossier/imprimer" { "Aperçu avant impression" }
                a.bouton.discret href="/dossier/projeter" { "Projeter les extraits" }
            }
        }
    }
}

/// The dossier as it is printed.
pub(crate) fn print(store: &Store) -> Result<Markup, Trouble> {
    let dossier = store.read()?;
    let mut body = Vec::new();
    let written = handout_body(&folder::of(&dossier, Parts::ALL), &mut body);
    written.map_err(|error| Trouble::Dossier(error.to_string()))?;
    let body = String::from_utf8_lossy(&body).into_owned();
    let main = html! {
        div.page {
            div.barre-livret {
                a href="/dossier" { "← Revenir au dossier" }
                div.actions { button.bouton.plein type="button" data-imprimer hidden { "Imprimer" } }
            }
            // The renderer escapes what it writes, as these pages do.
            div.livret { (PreEscaped(body)) }
        }
    };
    let frame = Frame { is_tab: false, ..frame(dossier.display_title().to_owned(), &dossier) };
    Ok(page(&frame, &main))
}

/// One excerpt, large, without notes.
pub(crate) fn project(store: &Store, values: &Values) -> Result<Markup, Trouble> {
    let dossier = store.read()?;
    let count = dossier.excerpts.len();
    let at = values.number("extrait").unwrap_or(1).clamp(1, count.max(1));
    let to = |at: usize| format!("/dossier/projeter?extrait={at}");
    let main = html! {
        @match dossier.excerpts.get(at - 1) {
            None => div.page.bloc { h1 { "Aucun extrait à projeter" } p { a href="/dossier" { "Revenir au dossier" } } },
            Some(own) => {
                article.projete lang=[super::hit::foreign(own.language.as_deref())] {
                    h1 { (W(&own.title)) }
                    blockquote { @for paragraph in own.paragraphs() { p { (W(&paragraph)) } } }
                    p.reference lang="fr" { (reference(own)) }
                }
                nav.pilote aria-label="Extraits du dossier" {
                    @if at > 1 { a.bouton.discret href=(to(at - 1)) rel="prev" { "Précédent" } }
                    span { (at) " sur " (count) }
                    @if at < count { a.bouton.discret href=(to(at + 1)) rel="next" { "Suivant" } }
                    a.quitter href="/dossier" { "Quitter la projection" }
                }
            }
        }
    };
    Ok(bare(&format!("Extrait {at} sur {count}, projection"), &main))
}
