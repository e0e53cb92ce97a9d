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

/// Several queries: side by side where there is room, else one below the other.
fn several(table: &CountTable, style: &Style, out: &mut impl Write) -> io::Result<()> {
    let numbers = 1..=table.queries.len();
    let rates = ["/10 000", "spécif."].map(str::to_owned);
    let heads = numbers.flat_map(|number| [format!("({number})")].into_iter().chain(rates.clone()));
    let row = |row: &CountRow| {
        let cells = row.cells.iter().flat_map(figures);
        names(table, row).chain([words(row)]).chain(cells).collect()
    };
    let beside = Grid {
        names: table.by.len(),
        head: heads_of(table).chain(["mots".to_owned()]).chain(heads).collect(),
        rows: table.rows.iter().map(row).collect(),
    };
    match beside.least_width() <= style.width {
        true => beside.write(style, (&[], 0), out)?,
        false => below(table).write(style, (&[], 0), out)?,
    }
    writeln!(out)?;
    for (number, query) in (1..).zip(&table.queries) {
        wrapped("", &format!("({number}) occurrences de « {query} »"), style.width, out)?;
    }
    Ok(())
}

/// Each part on as many rows as there are queries; what it is stands on the first.
fn below(table: &CountTable) -> Grid {
    let rows = table.rows.iter().flat_map(|row| {
        let own: Vec<String> = names(table, row).chain([words(row)]).collect();
        let width = own.len();
        row.cells.iter().enumerate().map(move |(at, cell)| {
            let own = if at == 0 { own.clone() } else { vec![String::new(); width] };
            own.into_iter().chain([format!("({})", at + 1)]).chain(figures(cell)).collect()
        })
    });
    let heads = ["mots", "", "occ.", "/10 000", "spécif."].map(str::to_owned);
    Grid {
        names: table.by.len(),
        head: heads_of(table).chain(heads).collect(),
        rows: rows.collect(),
    }
}

/// Occurrences, frequency and specificity.
fn figures(cell: &CountCell) -> [String; 3] {
    let specificity = specificity(cell.specificity, cell.is_banal());
    [grouped(cell.occurrences), decimal(cell.per_10_000, 2), specificity]
}

/// The words of a part.
fn words(row: &CountRow) -> String {
    grouped(row.cells.first().map_or(0, |cell| cell.words))
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
pub fn part_label(dimension: Dimension, name: Option<&str>) -> String {
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

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};

    use super::*;

    #[track_caller]
    fn check(width: usize, expect: &Expect) {
        let cell = |occurrences| CountCell {
            occurrences,
            passages: occurrences,
            sections: 2,
            documents: 1,
            words: 34_512,
            per_10_000: 7.82,
            specificity: 2.4,
        };
        let cells = vec![cell(27), cell(1_204), cell(3)];
        let part =
            |event: &str| CountRow { part: vec![Some(event.to_owned())], cells: cells.clone() };
        let table = CountTable {
            by: vec![Dimension::Event],
            queries: ["non-recours", "recours", "droit au recours"].map(str::to_owned).to_vec(),
            rows: vec![part("Rencontres nationales de l'accueil"), part("Assises")],
            total: CountRow { part: Vec::new(), cells: cells.clone() },
            left_out: 0,
            notes: Vec::new(),
        };
        let mut out = Vec::new();
        several(&table, &Style { width, ..Style::default() }, &mut out).unwrap();
        let shown = String::from_utf8(out).unwrap().replace('\u{202f}', " ");
        assert!(shown.lines().all(|line| line.chars().count() <= width), "{shown}");
        expect.assert_eq(&shown);
    }

    #[test]
    fn several_queries_stand_side_by_side_where_there_is_room() {
        check(
            100,
            &expect![[r#"
            événement                mots  (1)  /10 000  spécif.    (2)  /10 000  spécif.  (3)  /10 000  spécif.
            Rencontres nationale…  34 512   27     7,82     +2,4  1 204     7,82     +2,4    3     7,82     +2,4
            Assises                34 512   27     7,82     +2,4  1 204     7,82     +2,4    3     7,82     +2,4

            (1) occurrences de « non-recours »
            (2) occurrences de « recours »
            (3) occurrences de « droit au recours »
        "#]],
        );
    }

    #[test]
    fn several_queries_stand_below_each_other_where_there_is_none() {
        check(
            80,
            &expect![[r#"
            événement                             mots        occ.  /10 000  spécif.
            Rencontres nationales de l'accueil  34 512  (1)     27     7,82     +2,4
                                                        (2)  1 204     7,82     +2,4
                                                        (3)      3     7,82     +2,4
            Assises                             34 512  (1)     27     7,82     +2,4
                                                        (2)  1 204     7,82     +2,4
                                                        (3)      3     7,82     +2,4

            (1) occurrences de « non-recours »
            (2) occurrences de « recours »
            (3) occurrences de « droit au recours »
        "#]],
        );
    }
}
