//! Which address is answered by which page.

use std::sync::Arc;

use axum::Router;
use axum::extract::rejection::PathRejection;
use axum::extract::{DefaultBodyLimit, Path, RawQuery, State};
use axum::middleware;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use maud::Markup;

use crate::asked::{Asked, Values};
use crate::desk::{Desk, Open};
use crate::page::workshop::Shown;
use crate::page::{self, error};
use crate::server::Config;
use crate::trouble::Trouble;
use crate::{assets, guard};

/// The largest form, in bytes: the notes of a dossier.
const LARGEST_FORM: usize = 1 << 20;

type Shared = Arc<Desk>;

/// The pages of an index, as a service that needs no socket.
pub fn router(config: &Config) -> Router {
    let desk = Arc::new(Desk::new(config));
    Router::new()
        .route("/recherche", get(results))
        .route("/atelier/{id}", get(workshop))
        .route("/", get(home))
        .route("/documents", get(documents))
        .route("/document/{id}", get(document))
        .route("/intervenants", get(speakers))
        .route("/themes", get(themes))
        .route("/mots-cles", get(keywords))
        .route("/sigles", get(acronyms))
        .route("/aide", get(async || page::help::help()))
        .route("/statique/{name}", get(assets::get))
        .route("/favicon.ico", get(async || Redirect::permanent("/statique/icone.svg")))
        .fallback(async || error::html(&Trouble::NoPage))
        .method_not_allowed_fallback(async || error::html(&Trouble::NoMethod))
        .layer(DefaultBodyLimit::max(LARGEST_FORM))
        .layer(middleware::from_fn_with_state(config.bound, guard::guard))
        .with_state(desk)
}

/// A page of the index, or why there is none.
async fn made(
    desk: &Shared,
    make: impl FnOnce(&Open) -> Result<Markup, Trouble> + Send + 'static,
) -> Response {
    match desk.make(make).await {
        Ok(page) => page.into_response(),
        Err(trouble) => error::html(&trouble).into_response(),
    }
}

fn values(query: Option<String>) -> Values {
    Values::read(query.unwrap_or_default().as_bytes())
}

async fn results(State(desk): State<Shared>, RawQuery(query): RawQuery) -> Response {
    let asked = Asked::read(&values(query));
    made(&desk, move |open| page::results::results(&open.index, &asked?)).await
}

async fn workshop(
    State(desk): State<Shared>,
    id: Result<Path<String>, PathRejection>,
    RawQuery(query): RawQuery,
) -> Response {
    let Ok(Path(id)) = id else { return error::html(&Trouble::NoPage).into_response() };
    let values = values(query);
    let asked = Asked::read(&values);
    let at = values.number("passage").unwrap_or(1);
    let plain = values.get("surlignage") == "non";
    made(&desk, move |open| {
        let shown = Shown { asked: asked?, at, plain };
        page::workshop::workshop(&open.index, &id, &shown)
    })
    .await
}

async fn home(State(desk): State<Shared>) -> Response {
    made(&desk, |open| page::home::home(&open.index, open.shelf()?)).await
}

async fn documents(State(desk): State<Shared>, RawQuery(query): RawQuery) -> Response {
    let values = values(query);
    made(&desk, move |open| page::browse::documents(&open.index, open.shelf()?, &values)).await
}

async fn document(
    State(desk): State<Shared>,
    id: Result<Path<String>, PathRejection>,
    RawQuery(query): RawQuery,
) -> Response {
    let Ok(Path(id)) = id else { return error::html(&Trouble::NoPage).into_response() };
    let values = values(query);
    made(&desk, move |open| page::browse::document(&open.index, &id, &values)).await
}

async fn speakers(State(desk): State<Shared>, RawQuery(query): RawQuery) -> Response {
    let values = values(query);
    made(&desk, move |open| page::browse::speakers(&open.index, open.shelf()?, &values)).await
}

async fn themes(State(desk): State<Shared>) -> Response {
    made(&desk, |open| Ok(page::browse::themes(open.shelf()?))).await
}

async fn keywords(State(desk): State<Shared>) -> Response {
    made(&desk, |open| Ok(page::browse::keywords(open.shelf()?))).await
}

async fn acronyms(State(desk): State<Shared>) -> Response {
    made(&desk, |open| Ok(page::browse::acronyms(&open.index))).await
}
