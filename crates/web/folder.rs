//! What is done to the dossier: forms → changes of its file.

use std::ops::Range;

use axum::http::HeaderValue;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use glane_document::PartialDate;
use glane_dossier::{Added, Dossier, Excerpt, Store, pick};
use glane_render::{Handout, HandoutFormat, Parts, handout};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use crate::asked::Values;
use crate::desk::View;
use crate::trouble::Trouble;

/// How a change ended, for the page that asked for it.
#[derive(Debug)]
pub(crate) struct Done {
    /// What is said.
    pub(crate) said: String,
    /// The excerpt that was added; `None` where it was taken away.
    pub(crate) excerpt: Option<u64>,
    /// How many there are now.
    pub(crate) count: usize,
}

/// Keeps what a form names: passages of a section, bytes of it, or all of it.
pub(crate) fn add(view: &View, form: &Values) -> Result<Done, Trouble> {
    let section = form.get("section");
    let q = form.some("q");
    let excerpts = named(view, section, form, q.as_deref())?;
    let (added, dossier) = view.store.change(|dossier| {
        let added = excerpts.into_iter().map(|excerpt| dossier.add(excerpt));
        added.reduce(|first, next| match (first, next) {
            (Added::New(id), _) => Added::New(id),
            (Added::Present(_), next) => next,
            (first, _) => first,
        })
    })?;
    let count = dossier.excerpts.len();
    Ok(match added {
        Some(Added::New(id)) => done("Ajouté au dossier.", Some(id), count),
        Some(Added::Extended(id)) => done("Ajouté à l'extrait de cette section.", Some(id), count),
        Some(Added::Present(id)) => done("Déjà dans le dossier.", Some(id), count),
        None => return Err(Trouble::NoSection(section.to_owned())),
    })
}

fn named(
    view: &View,
    section: &str,
    form: &Values,
    q: Option<&str>,
) -> Result<Vec<Excerpt>, Trouble> {
    let ranges: Vec<Range<usize>> = form.all("octets").filter_map(range).collect();
    let parts = form.get("passages").split(',').filter(|part| !part.is_empty());
    let parts: Vec<String> = parts.map(|part| format!("{section}@{part}")).collect();
    let ids = if parts.is_empty() || !ranges.is_empty() { vec![section.to_owned()] } else { parts };
    let mut excerpts = Vec::new();
    for id in ids {
        excerpts.extend(pick(&view.index, &id, &ranges, q)?);
    }
    Ok(excerpts)
}

/// `12-240`.
fn range(text: &str) -> Option<Range<usize>> {
    let (start, end) = text.split_once('-')?;
    let range = start.parse().ok()?..end.parse().ok()?;
    (range.start < range.end).then_some(range)
}

/// Takes an excerpt away.
pub(crate) fn remove(store: &Store, form: &Values) -> Result<Done, Trouble> {
    let id = form.get("extrait").parse().map_err(|_| Trouble::NoExcerpt)?;
    let (_, dossier) = store.change(|dossier| dossier.remove(id))?;
    // What another window took away is away.
    Ok(done("Retiré du dossier.", None, dossier.excerpts.len()))
}

/// Keeps what the dossier's page holds, then does what its button asks for.
pub(crate) fn edit(store: &Store, form: &Values) -> Result<Done, Trouble> {
    let (said, dossier) = store.change(|dossier| {
        write_down(dossier, form);
        act(dossier, form)
    })?;
    Ok(done(&said, None, dossier.excerpts.len()))
}

/// Title, presentation and notes, as far as the form has them.
fn write_down(dossier: &mut Dossier, form: &Values) {
    if form.has("titre") {
        dossier.rename(form.get("titre"));
    }
    if form.has("intro") {
        dossier.present(form.get("intro"));
    }
    for (name, note) in form.pairs() {
        if let Some(id) = name.strip_prefix("note-").and_then(|id| id.parse().ok()) {
            dossier.annotate(id, note);
        }
    }
}

fn act(dossier: &mut Dossier, form: &Values) -> String {
    let id = |name: &str| form.get(name).parse::<u64>().ok();
    let placed = |place: Option<usize>, count: usize| match place {
        Some(place) => format!("Extrait placé en position {place} sur {count}."),
        None => "Cet extrait n'est plus dans le dossier.".to_owned(),
    };
    let count = dossier.excerpts.len();
    if let Some(id) = id("monter") {
        placed(dossier.raise(id), count)
    } else if let Some(id) = id("descendre") {
        placed(dossier.lower(id), count)
    } else if let Some(id) = id("retirer") {
        dossier.remove(id);
        "Retiré du dossier.".to_owned()
    } else if let Some(id) = id("garder") {
        let name = format!("garder-{id}");
        let kept: Vec<usize> = form.all(&name).filter_map(|at| at.parse().ok()).collect();
        match dossier.trim(id, &kept) {
            true => "Extrait raccourci.".to_owned(),
            false => "Extrait gardé tel quel.".to_owned(),
        }
    } else if form.get("vider") == "oui" {
        dossier.clear();
        "Dossier vidé.".to_owned()
    } else {
        "Dossier enregistré.".to_owned()
    }
}

/// The dossier as a file, after what the form holds is kept.
pub(crate) fn export(store: &Store, form: &Values, format: &str) -> Result<Response, Trouble> {
    let format = HandoutFormat::from_extension(format)
        .ok_or_else(|| Trouble::Unclear(format!("« {format} » n'est pas un format de dossier")))?;
    let (_, dossier) = store.change(|dossier| write_down(dossier, form))?;
    let mut bytes = Vec::new();
    let written = handout(&of(&dossier, parts(form)), format, &mut bytes);
    written.map_err(|error| Trouble::Dossier(error.to_string()))?;
    let name = format!("{}.{}", dossier.display_title(), format.extension());
    let encoded = utf8_percent_encode(&name, NON_ALPHANUMERIC);
    let plain = format!("dossier.{}", format.extension());
    let disposition = format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{encoded}");
    let disposition =
        HeaderValue::from_str(&disposition).unwrap_or(HeaderValue::from_static("attachment"));
    let kind = HeaderValue::from_static(format.media_type());
    Ok(([(CONTENT_TYPE, kind), (CONTENT_DISPOSITION, disposition)], bytes).into_response())
}

/// A dossier as it is handed out today.
pub(crate) fn of(dossier: &Dossier, parts: Parts) -> Handout<'_> {
    Handout { dossier, date: today(), parts }
}

/// What boxes that are ticked ask for; a form without any of these boxes asks for everything.
fn parts(form: &Values) -> Parts {
    if !form.has("choix") {
        return Parts::ALL;
    }
    Parts { contents: form.has("sommaire"), notes: form.has("notes"), boxes: form.has("cadres") }
}

fn today() -> Option<PartialDate> {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).ok()?;
    glane_index::timestamp(since.as_secs()).get(..10)?.parse().ok()
}

fn done(said: &str, excerpt: Option<u64>, count: usize) -> Done {
    Done { said: said.to_owned(), excerpt, count }
}
