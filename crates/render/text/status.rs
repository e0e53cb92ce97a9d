//! The state of an index.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::io::{self, Write};

use glane_document::DocumentKind;
use glane_query::language_label;

use super::phrase::unread;
use crate::count::grouped;
use crate::wrap::wrapped;
use crate::{LastRun, StatusReport, Style, counted, french_dates};

/// Writes what an index holds.
///
/// # Errors
///
/// What `out` reports.
pub fn status(report: &StatusReport, style: &Style, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "{}", style.strong(&format!("Index « {} »", report.index)))?;
    writeln!(out, "Construit le {} depuis « {} »", moment(&report.created_at), report.corpus)?;
    writeln!(
        out,
        "{}, {}, {}",
        counted(report.documents, "document", "documents"),
        counted(report.sections, "section", "sections"),
        counted(report.passages, "passage", "passages"),
    )?;
    for (kind, count) in most_first(&report.kinds) {
        writeln!(out, "- {} : {count}", label(kind))?;
    }
    if report.languages.keys().any(|code| code != "fr") {
        let named = |(code, count)| format!("{} {count}", language_label(code).unwrap_or(code));
        let languages: Vec<String> = most_first(&report.languages).into_iter().map(named).collect();
        writeln!(out, "Sections par langue : {}", languages.join(", "))?;
    }
    if let Some((first, last)) = report.years {
        let years = if first == last { first.to_string() } else { format!("de {first} à {last}") };
        writeln!(out, "Années : {years}")?;
    }
    if report.undated > 0 {
        writeln!(out, "Sans date : {}", counted(report.undated, "document", "documents"))?;
    }
    if let Some(told) = unread(report.unread) {
        writeln!(out, "{told}")?;
    }
    for source in &report.unread_sources {
        wrapped("- ", &source.message, style.width, out)?;
    }
    let free = report.free_bytes.map(|free| format!(" ({} libres)", size(free)));
    writeln!(out, "Taille : {}{}", size(report.bytes), free.unwrap_or_default())?;
    match &report.last_run {
        Some(run) => last_run(run, out),
        None => Ok(()),
    }
}

/// When the index was last compared with its sources, and how that went.
fn last_run(run: &LastRun, out: &mut impl Write) -> io::Result<()> {
    let failed = counted(run.failed, "fichier en échec", "fichiers en échec");
    let outcome = match run.status.as_str() {
        "done" => "à jour".to_owned(),
        "unchanged" => "rien à faire".to_owned(),
        "partial" => format!("à jour, sauf {failed}"),
        "refused" => "refusée, trop de retraits".to_owned(),
        _ => "en échec, l'index est resté le même".to_owned(),
    };
    let code = run.exit_code;
    writeln!(out, "Dernière indexation : {}, {outcome} (code {code})", moment(&run.ended_at))?;
    match &run.last_success_at {
        Some(success) if *success != run.ended_at => {
            writeln!(out, "Dernière réussie : {}", moment(success))
        }
        _ => Ok(()),
    }
}

/// Names by their count, then in order.
fn most_first(counts: &BTreeMap<String, usize>) -> Vec<(&str, usize)> {
    let mut counts: Vec<_> = counts.iter().map(|(name, &count)| (name.as_str(), count)).collect();
    counts.sort_by_key(|&(_, count)| Reverse(count));
    counts
}

/// `2025-03-04T10:20:30Z` as `4 mars 2025 à 10:20 UTC`; anything else as it stands.
pub(super) fn moment(created_at: &str) -> String {
    let Some((day, time)) = created_at.split_once('T') else { return created_at.to_owned() };
    match (day.parse().ok().and_then(|day| french_dates(&[day])), time.get(..5)) {
        (Some(day), Some(time)) => format!("{day} à {time} UTC"),
        _ => created_at.to_owned(),
    }
}

fn label(kind: &str) -> &str {
    DocumentKind::ALL
        .into_iter()
        .find(|known| known.as_str() == kind)
        .map_or(kind, |kind| kind.label())
}

/// Bytes in the unit that a reader expects.
fn size(bytes: u64) -> String {
    match bytes {
        0..1_000 => format!("{bytes} octets"),
        1_000..1_000_000 => format!("{} ko", bytes / 1_000),
        _ => {
            let tenths = bytes / 100_000;
            format!("{},{} Mo", grouped(tenths / 10), tenths % 10)
        }
    }
}

#[cfg(test)]
mod tests {
    use expect_test::expect;
    use glane_query::Unread;

    use super::*;
    use crate::UnreadSource;

    #[test]
    fn a_state_gives_counts_years_and_size() {
        let report = StatusReport {
            index: "./index".to_owned(),
            corpus: "./corpus".to_owned(),
            created_at: "2025-03-04T10:20:30Z".to_owned(),
            generation: 2,
            documents: 12,
            sections: 118,
            passages: 1402,
            bytes: 2_345_678,
            years: Some((2015, 2025)),
            kinds: BTreeMap::from([("minutes".to_owned(), 1), ("proceedings".to_owned(), 3)]),
            languages: BTreeMap::from([("en".to_owned(), 2), ("fr".to_owned(), 116)]),
            undated: 1,
            unread: Unread { sources: 3, pages: 112, ..Unread::default() },
            unread_sources: vec![UnreadSource {
                path: "numérisé.pdf".to_owned(),
                code: "no_text".to_owned(),
                message: "« numérisé.pdf » n'a que des images".to_owned(),
                pages: Some(112),
            }],
            last_run: Some(LastRun {
                status: "refused".to_owned(),
                exit_code: 4,
                ended_at: "2025-03-06T02:30:00Z".to_owned(),
                last_success_at: Some("2025-03-05T02:30:00Z".to_owned()),
                age_s: Some(90_000),
                failed: 0,
            }),
            free_bytes: Some(12_300_000_000),
        };
        let mut out = Vec::new();
        status(&report, &Style::default(), &mut out).unwrap();
        let text = String::from_utf8(out).unwrap().replace('\u{202f}', " ");
        expect![[r#"
            Index « ./index »
            Construit le 4 mars 2025 à 10:20 UTC depuis « ./corpus »
            12 documents, 118 sections, 1 402 passages
            - Actes : 3
            - Compte rendu : 1
            Sections par langue : français 116, anglais 2
            Années : de 2015 à 2025
            Sans date : 1 document
            3 documents (112 pages) sans texte exploitable, non interrogés
            - « numérisé.pdf » n'a que des images
            Taille : 2,3 Mo (12 300,0 Mo libres)
            Dernière indexation : 6 mars 2025 à 02:30 UTC, refusée, trop de retraits (code 4)
            Dernière réussie : 5 mars 2025 à 02:30 UTC
        "#]]
        .assert_eq(&text);
    }
}
