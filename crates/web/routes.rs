//! Which address is answered by which page.

use std::sync::Arc;

use axum::Router;
use axum::body::Bytes;
use axum::extract::rejection::PathRejection;
use axum::extract::{DefaultBodyLimit, Path, RawQuery, State};
use axum::http::Uri;
use axum::http::header::{ACCEPT, CONTENT_DISPOSITION, CONTENT_TYPE, HeaderMap};
use axum::middleware;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use glane_render::CitationFormat;
use maud::Markup;

use crate::asked::{Asked, Values};
use crate::desk::{Desk, View};
use crate::folder::{self, Done};
use crate::page::workshop::Shown;
use crate::page::{self, error};
use crate::server::Config;
use crate::trouble::Trouble;
use crate::{api, assets, guard, typography};

/// The largest form, in bytes: the notes of a dossier.
const LARGEST_FORM: usize = 1 << 20;

type Shared = Arc<Desk>;

/// The pages of an index, as a service that needs no socket.
pub fn router(config: &Config) -> Router {
    let desk = Arc::new(Desk::new(config));
    Router::new()
        .merge(reading())
        .merge(keeping())
        .merge(programs())
        .route("/statique/{name}", get(assets::get))
        .route("/favicon.ico", get(async || Redirect::permanent("/statique/icone.svg")))
        .fallback(missing)
        .method_not_allowed_fallback(refused)
        .layer(DefaultBodyLimit::max(LARGEST_FORM))
        .layer(middleware::from_fn_with_state(config.bound, guard::guard))
        .with_state(desk)
}

/// What is read.
fn reading() -> Router<Shared> {
    Router::new()
        .route("/", get(home))
        .route("/recherche", get(results))
        .route("/concordance", get(concordance))
        .route("/concordance.csv", get(concordance_csv))
        .route("/concordance.txt", get(concordance_txt))
        .route("/evolution", get(evolution))
        .route("/evolution.csv", get(evolution_csv))
        .route("/evolution.svg", get(evolution_svg))
        .route("/atelier/{id}", get(workshop))
        .route("/documents", get(documents))
        .route("/document/{id}", get(document))
        .route("/intervenants", get(speakers))
        .route("/themes", get(themes))
        .route("/mots-cles", get(keywords))
        .route("/sigles", get(acronyms))
        .route("/aide", get(help))
}

/// What the address of a section ends with for its reference alone, and what that is.
const REFERENCES: [(&str, CitationFormat, &str); 2] = [
    (".bib", CitationFormat::Bibtex, "application/x-bibtex; charset=utf-8"),
    (".ris", CitationFormat::Ris, "application/x-research-info-systems; charset=utf-8"),
];

/// What is kept.
fn keeping() -> Router<Shared> {
    Router::new()
        .route("/dossier", get(dossier).post(edit))
        .route("/dossier/ajouter", post(add))
        .route("/dossier/retirer", post(remove))
        .route("/dossier/export", post(export))
        .route("/dossier/imprimer", get(print))
        .route("/dossier/projeter", get(project))
}

/// What programs ask.
fn programs() -> Router<Shared> {
    Router::new()
        .route("/api/search", get(api_search))
        .route("/api/show", get(api_show))
        .route("/api/explain", get(api_explain))
        .route("/api/openapi.json", get(async || as_json(api::DESCRIPTION.to_owned())))
}

async fn missing(uri: Uri) -> Response {
    troubled(&uri, &Trouble::NoPage)
}

async fn refused(uri: Uri) -> Response {
    troubled(&uri, &Trouble::NoMethod)
}

fn troubled(uri: &Uri, trouble: &Trouble) -> Response {
    match uri.path().starts_with("/api/") {
        true => error::json(trouble).into_response(),
        false => error::html(trouble).into_response(),
    }
}

/// A page of the index, or why there is none.
async fn made(
    desk: &Shared,
    make: impl FnOnce(&View) -> Result<Markup, Trouble> + Send + 'static,
) -> Response {
    shown(desk.make(make).await)
}

fn shown(page: Result<impl IntoResponse, Trouble>) -> Response {
    match page {
        Ok(page) => page.into_response(),
        Err(trouble) => error::html(&trouble).into_response(),
    }
}

fn values(query: Option<String>) -> Values {
    Values::read(query.unwrap_or_default().as_bytes())
}

/// A view of a search, or why there is none: what was typed stays in the field.
async fn searched(
    desk: &Shared,
    query: Option<String>,
    make: fn(&View, &Asked, &Values) -> Result<Markup, Trouble>,
) -> Response {
    let values = values(query);
    let typed = values.get("q").to_owned();
    let page = desk.make(move |view| make(view, &Asked::read(&values)?, &values)).await;
    match page {
        Ok(page) => page.into_response(),
        Err(trouble) => error::html_of(&trouble, &typed).into_response(),
    }
}

async fn results(State(desk): State<Shared>, RawQuery(query): RawQuery) -> Response {
    searched(&desk, query, |view, asked, _| page::results::results(view, asked)).await
}

async fn workshop(
    State(desk): State<Shared>,
    id: Result<Path<String>, PathRejection>,
    RawQuery(query): RawQuery,
) -> Response {
    let Ok(Path(id)) = id else { return error::html(&Trouble::NoPage).into_response() };
    // Where a section bears the name of a file of references, it is the file that is meant.
    for (ending, format, kind) in REFERENCES {
        if let Some(id) = id.strip_suffix(ending).map(str::to_owned) {
            let made = desk.make(move |view| page::workshop::reference(view, &id, format)).await;
            return file(made, kind, &format!("reference{ending}"));
        }
    }
    let values = values(query);
    let asked = Asked::read(&values);
    let at = values.number("passage").unwrap_or(1);
    let plain = values.get("surlignage") == "non";
    let choosing = values.get("choisir") == "1";
    made(&desk, move |view| {
        let shown = Shown { asked: asked?, at, plain, choosing };
        page::workshop::workshop(view, &id, &shown)
    })
    .await
}

async fn home(State(desk): State<Shared>) -> Response {
    made(&desk, page::home::home).await
}

async fn documents(State(desk): State<Shared>, RawQuery(query): RawQuery) -> Response {
    let values = values(query);
    made(&desk, move |view| page::browse::documents(view, &values)).await
}

async fn document(
    State(desk): State<Shared>,
    id: Result<Path<String>, PathRejection>,
    RawQuery(query): RawQuery,
) -> Response {
    let Ok(Path(id)) = id else { return error::html(&Trouble::NoPage).into_response() };
    let values = values(query);
    made(&desk, move |view| page::browse::document(view, &id, &values)).await
}

async fn speakers(State(desk): State<Shared>, RawQuery(query): RawQuery) -> Response {
    let values = values(query);
    made(&desk, move |view| page::browse::speakers(view, &values)).await
}

async fn themes(State(desk): State<Shared>) -> Response {
    made(&desk, page::browse::themes).await
}

async fn keywords(State(desk): State<Shared>) -> Response {
    made(&desk, page::browse::keywords).await
}

async fn acronyms(State(desk): State<Shared>) -> Response {
    made(&desk, |view| Ok(page::browse::acronyms(view))).await
}

async fn help(State(desk): State<Shared>) -> Response {
    // The help is there without an index too.
    let kept = desk.keep(|store| Ok(store.read().ok().map(|own| own.excerpts.len()))).await;
    page::help::help(kept.unwrap_or_default()).into_response()
}

async fn dossier(State(desk): State<Shared>) -> Response {
    let page = desk.make(|view| page::dossier::dossier(&view.store, Some(&view.index))).await;
    match page {
        // What was kept outlives the index.
        Err(Trouble::NoIndex(_) | Trouble::Building | Trouble::Unreadable(_)) => {
            shown(desk.keep(|store| page::dossier::dossier(store, None)).await)
        }
        page => shown(page),
    }
}

async fn print(State(desk): State<Shared>) -> Response {
    shown(desk.keep(page::dossier::print).await)
}

async fn project(State(desk): State<Shared>, RawQuery(query): RawQuery) -> Response {
    let values = values(query);
    shown(desk.keep(move |store| page::dossier::project(store, &values)).await)
}

async fn add(State(desk): State<Shared>, headers: HeaderMap, body: Bytes) -> Response {
    let form = Values::read(&body);
    let back = back(&form);
    let done = desk.make(move |view| folder::add(view, &form)).await;
    changed(done, &headers, &back)
}

async fn remove(State(desk): State<Shared>, headers: HeaderMap, body: Bytes) -> Response {
    let form = Values::read(&body);
    let back = back(&form);
    let done = desk.keep(move |store| folder::remove(store, &form)).await;
    changed(done, &headers, &back)
}

async fn edit(State(desk): State<Shared>, headers: HeaderMap, body: Bytes) -> Response {
    let form = Values::read(&body);
    let moved = ["monter", "descendre", "garder"].into_iter().find_map(|name| form.some(name));
    let back = moved
        .filter(|id| id.parse::<u64>().is_ok())
        .map_or("/dossier".to_owned(), |id| format!("/dossier#f{id}"));
    let done = desk.keep(move |store| folder::edit(store, &form)).await;
    changed(done, &headers, &back)
}

async fn export(State(desk): State<Shared>, RawQuery(query): RawQuery, body: Bytes) -> Response {
    let format = values(query).get("format").to_owned();
    let form = Values::read(&body);
    shown(desk.keep(move |store| folder::export(store, &form, &format)).await)
}

/// Where a form comes back to: a page of ours, whatever it says.
fn back(form: &Values) -> String {
    let wanted = form.get("retour");
    let ours = wanted.starts_with('/') && !wanted.starts_with("//") && !wanted.contains('\\');
    let plain = wanted.bytes().all(|byte| byte.is_ascii_graphic());
    if ours && plain { wanted.to_owned() } else { "/dossier".to_owned() }
}

/// What a change answers: the page it came from, or for the script what is to be said.
fn changed(done: Result<Done, Trouble>, headers: &HeaderMap, back: &str) -> Response {
    let accept = headers.get(ACCEPT).and_then(|accept| accept.to_str().ok());
    let script = accept.is_some_and(|accept| accept.starts_with("application/json"));
    match done {
        Ok(done) if script => as_json(
            serde_json::json!({
                "message": typography::typeset(&done.said),
                "extrait": done.excerpt,
                "extraits": done.count,
            })
            .to_string(),
        ),
        Ok(_) => Redirect::to(back).into_response(),
        Err(trouble) if script => error::json(&trouble).into_response(),
        Err(trouble) => error::html(&trouble).into_response(),
    }
}

async fn api_search(State(desk): State<Shared>, RawQuery(query): RawQuery) -> Response {
    let values = values(query);
    answered(desk.make(move |view| api::found(view, &values)).await)
}

async fn api_show(State(desk): State<Shared>, RawQuery(query): RawQuery) -> Response {
    let values = values(query);
    answered(desk.make(move |view| api::shown(view, &values)).await)
}

async fn api_explain(State(desk): State<Shared>, RawQuery(query): RawQuery) -> Response {
    let values = values(query);
    answered(desk.make(move |view| api::explained(view, &values)).await)
}

fn answered(answer: Result<String, Trouble>) -> Response {
    match answer {
        Ok(json) => as_json(json),
        Err(trouble) => error::json(&trouble).into_response(),
    }
}

fn as_json(json: String) -> Response {
    ([(CONTENT_TYPE, "application/json")], json).into_response()
}

async fn concordance(State(desk): State<Shared>, RawQuery(query): RawQuery) -> Response {
    searched(&desk, query, page::concordance::concordance).await
}

async fn concordance_csv(State(desk): State<Shared>, RawQuery(query): RawQuery) -> Response {
    let values = values(query);
    let rows = desk.make(move |view| page::concordance::csv(view, &Asked::read(&values)?, &values));
    file(rows.await, "text/csv; charset=utf-8", "concordance.csv")
}

async fn concordance_txt(State(desk): State<Shared>, RawQuery(query): RawQuery) -> Response {
    let values = values(query);
    let text = desk.make(move |view| page::concordance::txt(view, &Asked::read(&values)?, &values));
    file(text.await, "text/plain; charset=utf-8", "concordance.txt")
}

async fn evolution(State(desk): State<Shared>, RawQuery(query): RawQuery) -> Response {
    searched(&desk, query, page::evolution::evolution).await
}

async fn evolution_csv(State(desk): State<Shared>, RawQuery(query): RawQuery) -> Response {
    let asked = Asked::read(&values(query));
    let rows = desk.make(move |view| page::evolution::csv(view, &asked?));
    file(rows.await, "text/csv; charset=utf-8", "evolution.csv")
}

async fn evolution_svg(State(desk): State<Shared>, RawQuery(query): RawQuery) -> Response {
    let asked = Asked::read(&values(query));
    let image = desk.make(move |view| page::evolution::svg(view, &asked?));
    file(image.await, "image/svg+xml", "evolution.svg")
}

/// What is saved rather than shown.
fn file(made: Result<Vec<u8>, Trouble>, kind: &'static str, name: &str) -> Response {
    let disposition = format!("attachment; filename=\"{name}\"");
    shown(made.map(|bytes| {
        ([(CONTENT_TYPE, kind.to_owned()), (CONTENT_DISPOSITION, disposition)], bytes)
    }))
}
