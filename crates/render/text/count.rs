//! Counts by part, for a person.

use std::io::{self, Write};

use glane_query::{CountCell, CountRow, CountTable, Dimension};

use super::grid::{Grid, bar};
use super::phrase::DOT;
use crate::count::grouped;
use crate::number::{decimal, specificity};
use crate::wrap::wrapped;
use crate::{Style, counted};

/// Columns of a bar.
const BAR: usize = 14;

/// Writes the whole, then the parts: one query in full with bars, several side by side.
///
/// # Errors
///
/// What `out` reports.
pub fn count(table: &CountTable, style: &Style, out: &mut impl Write) -> io::Result<()> {
    for (query, cell) in table.queries.iter().zip(&table.total.cells) {
        wrapped("", &whole(query, cell), style.width, out)?;
    }
    if table.rows.is_empty() {
        return Ok(());
    }
    writeln!(out)?;
    match &table.queries[..] {
        [_] => one(table, style, out)?,
        _ => several(table, style, out)?,
    }
    foot(table, style, out)
}

/// `« non-recours » : 27 occurrences · 12 sections · 6 documents · 34 512 mots · 7,82 pour 10 000`
fn whole(query: &str, cell: &CountCell) -> String {
    let number = |count: u64, one: &str, more: &str| {
        counted(usize::try_from(count).unwrap_or(usize::MAX), one, more)
    };
    let facts = [
        number(cell.occurrences, "occurrence", "occurrences"),
        number(cell.passages, "passage", "passages"),
        number(cell.sections, "section", "sections"),
        number(cell.documents, "document", "documents"),
        format!("sur {}", number(cell.words, "mot", "mots")),
        format!("{} pour 10 000", decimal(cell.per_10_000, 2)),
    ];
    format!("« {query} » : {}", facts.join(DOT))
}

fn one(table: &CountTable, style: &Style, out: &mut impl Write) -> io::Result<()> {
    let most = table.rows.iter().flat_map(|row| &row.cells).map(|cell| cell.per_10_000);
    let most = most.fold(0.0, f64::max);
    let heads = ["occ.", "pass.", "sect.", "doc.", "mots", "/10 000", "spécif."];
    let row = |row: &CountRow| {
        let cell = row.cells.first().copied().unwrap_or_default();
        let counts = [cell.occurrences, cell.passages, cell.sections, cell.documents, cell.words];
        let rate = [decimal(cell.per_10_000, 2), specificity(cell.specificity, cell.is_banal())];
        names(table, row).chain(counts.map(grouped)).chain(rate).collect()
    };
    let bars: Vec<String> = table
        .rows
        .iter()
        .map(|row| bar(row.cells.first().map_or(0.0, |cell| cell.per_10_000), most, BAR))
        .collect();
    let grid = Grid {
        names: table.by.len(),
        head: heads_of(table).chain(heads.map(str::to_owned)).collect(),
        rows: table.rows.iter().map(row).collect(),
    };
    grid.write(style, (&bars, BAR + 2), out)
}

fn several(table: &CountTable, style: &Style, out: &mut impl Write) -> io::Result<()> {
    let numbered = |heads: [&str; 3], number: usize| heads.map(|head| format!("{head} ({number})"));
    let heads = (1..=table.queries.len())
        .flat_map(|number| numbered(["occ.", "/10 000", "spécif."], number));
    let row = |row: &CountRow| {
        let words = row.cells.first().map_or(0, |cell| cell.words);
        let cells = row.cells.iter().flat_map(|cell| {
            [
                grouped(cell.occurrences),
                decimal(cell.per_10_000, 2),
                specificity(cell.specificity, cell.is_banal()),
            ]
        });
        names(table, row).chain([grouped(words)]).chain(cells).collect()
    };
    let grid = Grid {
        names: table.by.len(),
        head: heads_of(table).chain(["mots".to_owned()]).chain(heads).collect(),
        rows: table.rows.iter().map(row).collect(),
    };
    grid.write(style, (&[], 0), out)?;
    writeln!(out)?;
    for (number, query) in (1..).zip(&table.queries) {
        writeln!(out, "({number}) « {query} »")?;
    }
    Ok(())
}

fn heads_of(table: &CountTable) -> impl Iterator<Item = String> {
    table.by.iter().map(|dimension| dimension_label(*dimension).to_owned())
}

fn names(table: &CountTable, row: &CountRow) -> impl Iterator<Item = String> {
    let named =
        |(dimension, name): (&Dimension, &Option<String>)| part_label(*dimension, name.as_deref());
    table.by.iter().zip(&row.part).map(named).collect::<Vec<_>>().into_iter()
}

fn foot(table: &CountTable, style: &Style, out: &mut impl Write) -> io::Result<()> {
    writeln!(out)?;
    if table.left_out > 0 {
        let parts = counted(table.left_out, "groupe", "groupes");
        writeln!(out, "{parts} sans occurrence (--zeros les montre).")?;
    }
    let text = "Spécificité de Lafon : puissance de dix de la probabilité d'un tel écart, + au-delà \
                de la part attendue, − en deçà ; ns : le hasard l'explique.";
    wrapped("", text, style.width, out)?;
    if table.by.iter().any(|dimension| dimension.overlaps()) {
        let text = "Une section compte pour chacun de ses intervenants : les groupes se recouvrent, \
                    leur somme dépasse l'ensemble.";
        wrapped("", text, style.width, out)?;
    }
    Ok(())
}

/// What the parts of a dimension are, in French.
pub(crate) fn dimension_label(dimension: Dimension) -> &'static str {
    match dimension {
        Dimension::Year => "année",
        Dimension::Event => "événement",
        Dimension::Document => "document",
        Dimension::Section => "section",
        Dimension::Kind => "sorte",
        Dimension::Speaker => "intervenant",
        Dimension::Theme => "thème",
        Dimension::Place => "lieu",
    }
}

/// What a part is called: kinds in French, and what the documents do not say.
pub(crate) fn part_label(dimension: Dimension, name: Option<&str>) -> String {
    let kinds = glane_document::SectionKind::ALL;
    match (dimension, name) {
        (_, None) => match dimension {
            Dimension::Year => "(sans date)".to_owned(),
            _ => format!("(sans {})", dimension_label(dimension)),
        },
        (Dimension::Kind, Some(name)) => {
            let kind = kinds.into_iter().find(|kind| kind.as_str() == name);
            kind.map_or_else(|| name.to_owned(), |kind| kind.label().to_lowercase())
        }
        (_, Some(name)) => name.to_owned(),
    }
}
