//! Rows that hold several sessions: in cells beside each other, or as lines of one cell.

use crate::structure::heading::labelled;
use crate::structure::timetable::column::Column;
use crate::structure::timetable::rows::{Cell, Place, Row};
use crate::structure::timetable::table::broken;

/// Whether the cells of a row each hold a session beside the others: the row above says in one cell
/// what they are, and its times reach into them.
pub(super) fn stands_beside(columns: &[Column], above: &Row, row: &Row) -> bool {
    let of = |row: &Row, wanted: Column| -> Vec<Place> {
        let cells = columns.iter().zip(&row.cells).filter(|(column, _)| **column == wanted);
        cells.filter(|(_, cell)| !cell.plain.is_empty()).map(|(_, cell)| cell.place).collect()
    };
    let times = of(row, Column::Time);
    let heads = of(above, Column::Title);
    let titles = of(row, Column::Title);
    let wide = heads.len() > 1 && heads[1..].iter().all(|place| *place == Place::Left);
    let beside = titles.iter().filter(|place| **place == Place::Own).count() > 1;
    wide && beside && !times.is_empty() && times.iter().all(|place| *place == Place::Above)
}

/// The rows that the titles of one would be, each on its own.
pub(super) fn each_alone(columns: &[Column], row: &Row) -> Vec<Row> {
    let title = |at: &usize| columns.get(*at) == Some(&Column::Title);
    let alone = |kept: usize| {
        let empty = |(at, cell): (usize, &Cell)| match at != kept && title(&at) {
            true => Cell::new(""),
            false => cell.clone(),
        };
        Row { cells: row.cells.iter().enumerate().map(empty).collect(), ..row.clone() }
    };
    let own = |at: &usize| title(at) && row.cells[*at].place == Place::Own;
    let full = |at: &usize| !row.cells[*at].plain.is_empty();
    (0..row.cells.len()).filter(|at| own(at) && full(at)).map(alone).collect()
}

/// The rows that the lines of a title would be, each on its own, where all are numbered labels: `Atelier
/// 1 : Lire`, then `Atelier 2 : Écrire`. Who speaks in a cell of their own is not said of which.
pub(super) fn each_label(columns: &[Column], row: &Row) -> Vec<Row> {
    let of = |wanted: fn(&Column) -> bool| {
        let cells = columns.iter().zip(&row.cells).enumerate();
        cells.filter(move |(_, (column, cell))| wanted(column) && cell.is_own())
    };
    let mut titles = of(|column| *column == Column::Title);
    let people = of(|column| matches!(column, Column::People(_) | Column::Talk(_))).count();
    let (Some((at, (_, cell))), None, 0) = (titles.next(), titles.next(), people) else {
        return Vec::new();
    };
    let parts = broken(&cell.raw);
    let numbered = |part: &String| {
        labelled(part).is_some_and(|label| label.number.is_some() && label.title.is_some())
    };
    if parts.len() < 2 || !parts.iter().all(numbered) {
        return Vec::new();
    }
    let with = |part: &String| {
        let mut row = row.clone();
        row.cells[at] = Cell::new(part);
        row
    };
    parts.iter().map(with).collect()
}
