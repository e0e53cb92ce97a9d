//! `glane dossier`: the excerpts that a reader keeps.

use anyhow::{Context, bail};
use glane_dossier::{Added, Dossier, Store, pick};
use glane_index::Index;
use glane_render::{counted, json_line, text};

use crate::args::{DossierAction, DossierArgs, Format, Global, HandoutArgs};
use crate::exit::Exit;
use crate::handout::{self, Beside};
use crate::open::open_or_build;
use crate::pack;
use crate::streams::Streams;

/// Does what is asked to the dossier; without anything, lists it.
pub(crate) fn run(global: &Global, args: &DossierArgs, streams: &Streams) -> anyhow::Result<Exit> {
    let store = args.file.store()?;
    match args.action.as_ref().unwrap_or(&DossierAction::List) {
        DossierAction::List => list(global, &store, args.format(), streams),
        DossierAction::Add { ids } => add(global, &store, ids, streams),
        DossierAction::Show { number } => show(&store, *number, args.format(), streams),
        DossierAction::Export(to) => export(&store, to, streams),
        DossierAction::Clear { force } => clear(&store, *force, streams),
    }
}

fn list(global: &Global, store: &Store, format: Format, streams: &Streams) -> anyhow::Result<Exit> {
    let mut dossier = store.read()?;
    if dossier.excerpts.is_empty() {
        streams.say("Aucun extrait pour l'instant.");
    } else if let Ok(index) = Index::open(&global.index) {
        pack::warn(&mut dossier, &index, streams)?;
    }
    streams.answer(|out| match format {
        Format::Text => text::dossier(&dossier, streams.style(), out),
        Format::Json => json_line(&dossier, out),
    })?;
    Ok(if dossier.excerpts.is_empty() { Exit::Nothing } else { Exit::Done })
}

/// Adds all of them or none.
fn add(global: &Global, store: &Store, ids: &[String], streams: &Streams) -> anyhow::Result<Exit> {
    let index = open_or_build(global, streams)?;
    let mut excerpts = Vec::with_capacity(ids.len());
    for id in ids {
        excerpts.push(pick(&index, id, &[], None)?.with_context(|| {
            format!(
                "aucune section ne s'appelle « {id} » : « glane search » donne les identifiants"
            )
        })?);
    }
    let keep = |dossier: &mut Dossier| -> Vec<Added> {
        excerpts.into_iter().map(|excerpt| dossier.add(excerpt)).collect()
    };
    let (added, dossier) = store.change(keep)?;
    let new = added.iter().filter(|added| !matches!(added, Added::Present(_))).count();
    if streams.watched() {
        streams.say(&format!("{} ; le dossier en a {}.", told(new), dossier.excerpts.len()));
    }
    Ok(Exit::Done)
}

fn told(new: usize) -> String {
    format!(
        "{} ou complété{}",
        counted(new, "extrait ajouté", "extraits ajoutés"),
        if new < 2 { "" } else { "s" }
    )
}

fn show(store: &Store, number: usize, format: Format, streams: &Streams) -> anyhow::Result<Exit> {
    let dossier = store.read()?;
    let Some(excerpt) = number.checked_sub(1).and_then(|at| dossier.excerpts.get(at)) else {
        bail!("il n'y a pas d'extrait {number} : le dossier en a {}", dossier.excerpts.len());
    };
    streams.answer(|out| match format {
        Format::Text => text::excerpt(excerpt, streams.style(), out),
        Format::Json => json_line(excerpt, out),
    })?;
    Ok(Exit::Done)
}

fn export(store: &Store, to: &HandoutArgs, streams: &Streams) -> anyhow::Result<Exit> {
    let dossier = store.read()?;
    if dossier.excerpts.is_empty() {
        streams.say("Aucun extrait pour l'instant : aucun document n'a été écrit.");
        return Ok(Exit::Nothing);
    }
    handout::write(&dossier, to, Beside::Nothing, streams)?;
    Ok(Exit::Done)
}

/// Notes were written by hand: they are not lost for a word typed too fast.
fn clear(store: &Store, force: bool, streams: &Streams) -> anyhow::Result<Exit> {
    let count = store.read()?.excerpts.len();
    if count > 0 && !force {
        let kept = counted(count, "extrait serait retiré", "extraits seraient retirés");
        streams.say(&format!("glane : {kept}, avec les notes ; --force confirme"));
        return Ok(Exit::Refused);
    }
    store.change(Dossier::clear)?;
    Ok(Exit::Done)
}
