//! Headers that nothing marks: told by what they announce, or by the page before.

use crate::line::Line;
use crate::structure::timetable::column::announces;
use crate::structure::timetable::rows::{self, Table};

/// A table whose header nothing marks, with it.
pub(super) fn with_header(mut table: Table) -> Table {
    if table.header.is_empty() {
        let first = table.rows.iter().take(3).position(announces);
        let header = first.map(|at| table.rows.remove(at).cells).unwrap_or_default();
        table.header = header.into_iter().map(|cell| cell.plain).collect();
    }
    table
}

/// Gives a table that starts a page the header of the one that ends the page before, where it has as
/// many columns and no header of its own: what is marked as one is its first row.
pub(super) fn continued(tables: &mut [Table], lines: &[Line<'_>], skipped: &[bool]) {
    for at in 1..tables.len() {
        let (above, below) = tables.split_at_mut(at);
        let (above, table) = (&above[at - 1], &mut below[0]);
        if goes_on(above, table, lines, skipped) {
            let first = rows::row(lines, table.lines.start);
            if first.cells.iter().any(|cell| !cell.plain.is_empty()) && !table.header.is_empty() {
                table.rows.insert(0, first);
            }
            table.header.clone_from(&above.header);
        }
    }
}

fn goes_on(above: &Table, table: &Table, lines: &[Line<'_>], skipped: &[bool]) -> bool {
    let between = above.lines.end..table.lines.start;
    let (last, first) = (&lines[above.lines.end - 1], &lines[table.lines.start]);
    if first.sheet == last.sheet
        || above.header.is_empty()
        || table.header == above.header
        || !between.clone().all(|at| lines[at].is_blank() || skipped[at])
    {
        return false;
    }
    let row = rows::row(lines, table.lines.start);
    row.cells.len() == above.header.len() && !announces(&row)
}

#[cfg(test)]
mod tests {
    use super::super::table::tables;
    use crate::line::lines;

    const FIRST: &str =
        "| Heure | Titre | Par |\n|---|---|---|\n| 9h30 | Se loger | Zoé Lanteri |\n";

    #[track_caller]
    fn check(second: &str, expect: &[&str]) {
        let text = format!("{FIRST}\n12\n\x0c{second}");
        let lines = lines(&text);
        let skipped: Vec<bool> = lines.iter().map(|line| &*line.plain == "12").collect();
        let found = tables(&lines, &skipped, None);
        let sessions = found.iter().flat_map(|table| &table.sessions).map(|session| {
            let people: Vec<&str> = session.people.iter().map(|who| who.name.as_str()).collect();
            format!("{}: {}", session.title.as_deref().unwrap_or_default(), people.join(", "))
        });
        assert_eq!(sessions.collect::<Vec<_>>(), expect);
    }

    #[test]
    fn a_table_over_two_pages_has_one_header() {
        let rows =
            "| 10h30 | Se nourrir | Luc Perrot |\n|---|---|---|\n| 11h | Lire | Ève Tarn |\n";
        check(rows, &["Se loger: Zoé Lanteri", "Se nourrir: Luc Perrot", "Lire: Ève Tarn"]);
        let timed = "|  |  |  |\n|---|---|---|\n| 10h30 | Se nourrir | Luc Perrot |\n";
        check(timed, &["Se loger: Zoé Lanteri", "Se nourrir: Luc Perrot"]);
    }

    #[test]
    fn a_table_of_its_own_keeps_its_header() {
        let own = "| Horaire | Salle | Titre |\n|---|---|---|\n| 10h30 | B | Se nourrir |\n";
        check(own, &["Se loger: Zoé Lanteri", "Se nourrir: "]);
        let wider =
            "| 10h30 | B | Se nourrir | Luc |\n|---|---|---|---|\n| 11h | C | Lire | Ève |\n";
        assert_eq!(super::super::table::tables(&lines(wider), &[false; 3], None).len(), 1);
        let text = format!(
            "{FIRST}\nLe repas est offert.\n\x0c| 10h30 | Se nourrir | Luc Perrot |\n|---|---|---|\n"
        );
        let lines = lines(&text);
        let found = tables(&lines, &vec![false; lines.len()], None);
        assert_eq!(found[0].lines, 0..4);
    }
}
