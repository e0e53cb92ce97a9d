//! What happened, then what to do, in French.

use axum::http::StatusCode;
use axum::http::header::{self, HeaderMap, HeaderValue};
use maud::{Markup, html};
use serde_json::json;

use super::layout::{Frame, Tab, page, waited_for};
use crate::trouble::Trouble;
use crate::typography::T;

/// The page of a trouble.
pub(crate) fn html(trouble: &Trouble) -> (StatusCode, HeaderMap, Markup) {
    html_of(trouble, "")
}

/// The page of a trouble with a search, which stays in the field.
pub(crate) fn html_of(trouble: &Trouble, q: &str) -> (StatusCode, HeaderMap, Markup) {
    let calm = matches!(trouble, Trouble::Building | Trouble::Crowded | Trouble::TooLong);
    let waiting = matches!(trouble, Trouble::Building);
    let main = html! {
        div.page.bloc { div.message.calme[calm] data-attendre[waiting] {
            h1 { (T(trouble.title())) }
            @if waiting && !q.is_empty() {
                p { (T("Votre recherche « ")) b { (q) } (T(" » est gardée.")) }
            }
            (told(trouble))
        } }
    };
    let frame = Frame {
        title: trouble.title().to_owned(),
        tab: Tab::None,
        is_tab: false,
        query: Some(q),
        kept: None,
    };
    let page = if waiting { waited_for(&frame, &main) } else { page(&frame, &main) };
    (trouble.status(), headers(trouble), page)
}

/// The same for a program.
pub(crate) fn json(trouble: &Trouble) -> (StatusCode, HeaderMap, String) {
    let mut headers = headers(trouble);
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    let body = json!({ "error": trouble.title(), "detail": detail(trouble) });
    (trouble.status(), headers, format!("{body}\n"))
}

fn headers(trouble: &Trouble) -> HeaderMap {
    let mut headers = HeaderMap::new();
    if let Some(seconds) = trouble.retry_after() {
        headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    headers
}

/// What the person who looks after Glane needs to know.
fn detail(trouble: &Trouble) -> Option<&str> {
    match trouble {
        Trouble::NoIndex(why) | Trouble::Unreadable(why) | Trouble::Unclear(why) => Some(why),
        Trouble::NoSection(id) | Trouble::NoDocument(id) => Some(id),
        _ => None,
    }
}

fn told(trouble: &Trouble) -> Markup {
    html! {
        @match trouble {
            Trouble::NoIndex(_) => {
                p { (T("L'index est le dossier où Glane range le texte des documents. Sans lui, la \
                       recherche ne peut rien trouver. Vos documents n'ont rien perdu.")) }
                ol {
                    li { (T("Si les documents sont sur un disque externe ou une clé, branchez-le, \
                            puis choisissez « Réessayer ».")) }
                    li { (T("Si Glane vient d'être installée, il reste à lui indiquer vos \
                            documents, dans un terminal : ")) code { "glane index DOSSIER" } "." }
                    li { (T("Sinon, envoyez le détail ci-dessous à la personne qui a installé \
                            Glane.")) }
                }
            }
            Trouble::Building => {
                p { (T("Glane lit vos documents pour la première fois. Cette page se rechargera \
                       d'elle-même dès que ce sera fait.")) }
            }
            Trouble::Crowded => {
                p { (T("Trop de pages sont demandées à la fois. Rien n'est perdu : réessayez dans \
                       quelques secondes.")) }
            }
            Trouble::TooLong => {
                p { (T("Glane s'est arrêtée d'attendre après quelques secondes. Les mots laissés \
                       ouverts au début (*tion) sont les plus longs à chercher : précisez les \
                       premières lettres, ou ajoutez un mot.")) }
            }
            Trouble::Unreadable(_) => {
                p { (T("Un fichier de l'index est abîmé. Vos documents n'ont rien perdu : l'index \
                       se refait à partir d'eux, dans un terminal : "))
                    code { "glane index --rebuild" } "." }
            }
            Trouble::Broken => {
                p { (T("C'est un défaut de Glane. Notez l'adresse de cette page : elle suffit pour \
                       le retrouver.")) }
            }
            Trouble::NoSection(_) => {
                p { (T("Le document a été retiré ou relu depuis que cette adresse a été notée, ou \
                       l'adresse est incomplète. Une recherche avec quelques mots de son titre le \
                       retrouvera s'il y est encore.")) }
            }
            Trouble::NoDocument(_) => {
                p { (T("Il a été retiré ou renommé depuis que cette adresse a été notée, ou \
                       l'adresse est incomplète.")) }
                p { a href="/documents" { "Voir tous les documents" } }
            }
            Trouble::NoPage => {
                p { (T("L'adresse est peut-être incomplète, ou mal recopiée.")) }
            }
            Trouble::NoMethod => {
                p { (T("Cette adresse existe, mais ne se consulte pas ainsi.")) }
            }
            Trouble::LongQuery | Trouble::LongAddress => {
                p { (T("Quelques mots suffisent : Glane n'en cherche qu'une trentaine à la fois.")) }
            }
            Trouble::Unclear(why) => { p { (T(why)) } }
            Trouble::Dossier(why) => { p { (T(why)) } }
            Trouble::NoExcerpt => {
                p { (T("Il a peut-être été retiré dans une autre fenêtre.")) }
                p { a href="/dossier" { "Ouvrir le dossier" } }
            }
            Trouble::Host => {
                p { (T("Pour que d'autres sites ne puissent pas lire vos documents à travers le \
                       navigateur, Glane ne répond qu'à l'adresse affichée quand elle a été \
                       lancée, par exemple ")) code { "http://127.0.0.1:7878/" } "." }
            }
            Trouble::Origin => {
                p { (T("Un autre site a essayé de changer quelque chose ici : Glane a refusé. Si \
                       vous venez de Glane elle-même, rechargez la page et recommencez.")) }
            }
        }
        div.actions {
            @if trouble.retry_after().is_some() || matches!(trouble, Trouble::NoIndex(_)) {
                a.bouton.plein href="" { "Réessayer" }
            }
            @if matches!(trouble, Trouble::Building) {
                a.bouton.discret href="/dossier" { "Ouvrir le dossier en attendant" }
            }
            a.bouton href="/" { (T("Revenir à l'accueil")) }
            a.bouton.discret href="/aide" { "Aide" }
        }
        @if let Some(detail) = detail(trouble) {
            details.replier { summary { "Détail à transmettre" } p { code { (detail) } } }
        }
    }
}
