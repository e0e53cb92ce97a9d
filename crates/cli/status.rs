//! `glane status`: what the index holds and how fresh it is, for a person or a probe.

use std::time::Duration;

use glane_document::ranges;
use glane_index::{Index, Note, Source, Status, timestamp};
use glane_render::{LastRun, StatusReport, UnreadSource, json_line, text};

use crate::args::{Format, Global, StatusArgs};
use crate::disk;
use crate::exit::Exit;
use crate::streams::Streams;
use crate::update::report::{Report, now};

/// Reports on the index; fails where it is older than is asked.
pub(crate) fn run(global: &Global, args: &StatusArgs, streams: &Streams) -> anyhow::Result<Exit> {
    let index = Index::open(&global.index)?;
    let status = index.status();
    let unread_sources = if args.verbose > 0 { unread(&index)? } else { Vec::new() };
    let left = glane_index::note(&global.index, Note::LastRun);
    let last = left.as_deref().and_then(Report::parse).map(|report| last_run(&report));
    let age = last.as_ref().and_then(|last| last.age_s);
    let report = StatusReport {
        unread_sources,
        last_run: last,
        free_bytes: disk::free(&global.index),
        ..report(global.index.display().to_string(), status)
    };
    streams.answer(|out| match args.output.format {
        Format::Text => text::status(&report, streams.style(), out),
        Format::Json => json_line(&report, out),
    })?;
    match args.max_age {
        Some(limit) if age.is_none_or(|age| Duration::from_secs(age) > limit) => {
            let age = age.map_or("jamais".to_owned(), |age| format!("il y a {} min", age / 60));
            streams.say(&format!("glane : l'index n'est pas à jour ; dernière réussie : {age}"));
            Ok(Exit::Failed)
        }
        _ => Ok(Exit::Done),
    }
}

/// The sources of which nothing could be read, and those that have pages without text.
fn unread(index: &Index) -> anyhow::Result<Vec<UnreadSource>> {
    let told = index.sources()?.into_iter().flat_map(|source| match source.is_unread() {
        true => failures(source),
        false => without_text(source).into_iter().collect(),
    });
    Ok(told.collect())
}

fn failures(Source { id, failures, .. }: Source) -> Vec<UnreadSource> {
    let told = failures.into_iter().map(|failure| UnreadSource {
        path: id.clone(),
        code: failure.code,
        message: failure.message,
        pages: failure.pages,
    });
    told.collect()
}

fn without_text(Source { id, unread_pages, .. }: Source) -> Option<UnreadSource> {
    let which = match unread_pages.len() {
        0 => return None,
        1 => "page",
        _ => "pages",
    };
    let message = format!(
        "« {id} » : {which} {} sans texte (images), à passer à la reconnaissance de caractères (OCR)",
        ranges(&unread_pages)
    );
    let pages = Some(unread_pages.len());
    Some(UnreadSource { path: id, code: "pages_without_text".to_owned(), message, pages })
}

fn last_run(report: &Report) -> LastRun {
    let status = serde_json::to_value(report.status).unwrap_or_default();
    LastRun {
        status: status.as_str().unwrap_or_default().to_owned(),
        exit_code: report.exit_code,
        ended_at: timestamp(report.ended_at),
        last_success_at: report.last_success_at.map(timestamp),
        // A clock that went back has seen no time pass.
        age_s: report.last_success_at.map(|at| now().saturating_sub(at)),
        failed: report.failed.len(),
    }
}

fn report(index: String, status: Status) -> StatusReport {
    StatusReport {
        index,
        corpus: status.corpus,
        created_at: status.created_at,
        generation: status.generation,
        documents: status.counts.documents,
        sections: status.counts.sections,
        passages: status.counts.passages,
        bytes: status.bytes,
        years: status.counts.years,
        kinds: status.counts.kinds,
        languages: status.counts.languages,
        undated: status.counts.undated,
        unread: status.counts.unread,
        unread_sources: Vec::new(),
        last_run: None,
        free_bytes: None,
    }
}
