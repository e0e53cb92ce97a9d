//! Tables written as HTML inside a text: cells on lines of their own or not, over rows or columns.

mod reader;

use html5gum::{DefaultEmitter, Token, Tokenizer};
use memchr::memmem;

use crate::line::Line;
use crate::structure::timetable::rows::Table;
use reader::Reader;

/// Whether a table starts on a line.
pub(super) fn opens(line: &Line<'_>) -> bool {
    line.raw.contains('<') && (find(&line.raw, "<table").is_some())
}

/// Where a tag starts, in small letters or capitals.
fn find(text: &str, tag: &str) -> Option<usize> {
    memmem::find(text.as_bytes(), tag.as_bytes())
        .or_else(|| memmem::find(text.as_bytes(), tag.to_ascii_uppercase().as_bytes()))
}

/// The table that starts on a line, if it has rows, and the line after it.
///
/// One that is never closed goes on to the next table or the end of the text, and takes the lines
/// of its rows only.
pub(super) fn table(lines: &[Line<'_>], start: usize) -> (Option<Table>, usize) {
    let (end, closed) = reach(lines, start);
    let mut text = String::new();
    let mut starts = Vec::with_capacity(end - start);
    for line in &lines[start..end] {
        starts.push(text.len());
        text.push_str(&line.raw);
        text.push('\n');
    }
    let mut emitter = DefaultEmitter::<usize>::new_with_span();
    // Scripts and styles hold no elements.
    emitter.naively_switch_states(true);
    let mut reader = Reader::new(text.len());
    for token in Tokenizer::new_with_emitter(text.as_str(), emitter) {
        let Ok(token) = token;
        let line = |at: usize| start + starts.partition_point(|&start| start <= at).max(1) - 1;
        match token {
            Token::StartTag(tag) => reader.open(&tag, line(tag.span.start)),
            Token::EndTag(tag) if !reader.close(&tag.name, line(tag.span.start)) => break,
            Token::String(text) => reader.text(&String::from_utf8_lossy(&text)),
            _ => {}
        }
    }
    let table = reader.finish();
    let end = match &table {
        Some(table) if !closed => table.lines.end,
        _ => end,
    };
    (table.map(|table| Table { lines: table.lines.start..end, ..table }), end)
}

/// The line after the table that starts on a line, and whether the table is closed.
fn reach(lines: &[Line<'_>], start: usize) -> (usize, bool) {
    for (at, line) in lines.iter().enumerate().skip(start) {
        let (open, close) = (find(&line.raw, "<table"), find(&line.raw, "</table"));
        // Tables that lay a page out hold others: those are read.
        if at > start && open.is_some_and(|open| close.is_none_or(|close| open < close)) {
            return (at, false);
        }
        if close.is_some_and(|close| at > start || open.is_none_or(|open| open < close)) {
            return (at + 1, true);
        }
    }
    (lines.len(), false)
}

#[cfg(test)]
mod tests {
    use crate::line::lines;
    use crate::structure::timetable::rows::{Row, tables};

    /// The rows of the first table of a text: their lines, from 0, and cells.
    #[track_caller]
    fn check(text: &str, expect: &[&str]) {
        let found = tables(&lines(text));
        let row = |row: &Row| {
            let cells: Vec<&str> = row.cells.iter().map(|cell| cell.plain.as_str()).collect();
            format!("{:?} {}", row.lines, cells.join(" | "))
        };
        let rows: Vec<String> = found[0].rows.iter().map(row).collect();
        assert_eq!(rows, expect, "{found:?}");
    }

    #[test]
    fn a_row_has_the_lines_of_its_cells() {
        check(
            "<table>\n<tr>\n<td>9h\n<td><b>Se</b>\nloger\n</tr>\n<tr><td>10&nbsp;h</td><td>Thé &amp; café</td></tr>\n</table>\n",
            &["1..6 9h | Se loger", "6..7 10 h | Thé & café"],
        );
    }

    #[test]
    fn words_that_elements_part_are_not_glued() {
        check(
            "<table><tr><td>9h<td>Zoé TARN<span class='badge'>Salle 2</span><td>Zoé Tarn<span>Quai</span><td><span>L</span>ire au <span>G</span>UÉ</table>\n",
            &["0..1 9h | Zoé TARN Salle 2 | Zoé Tarn Quai | Lire au GUÉ"],
        );
    }

    #[test]
    fn a_table_may_stand_on_one_line() {
        check(
            "Après.\n<TABLE><TR><TD>9h<TD>Écouter<TR><TD>10h<TD>Lire</TABLE>\n",
            &["1..2 9h | Écouter", "1..2 10h | Lire"],
        );
    }

    #[test]
    fn cells_fill_the_rows_and_columns_that_they_span() {
        check(
            "<table><tr><td rowspan=2>9h</td><td>Lire</td><td>A</td></tr>\n<tr><td colspan=\"2\">Écrire</td></tr>\n<tr><td colspan=0>10h</td><td rowspan=x>Manger</td></tr></table>",
            &["0..1 9h | Lire | A", "1..2 9h | Écrire | Écrire", "2..3 10h | Manger"],
        );
    }

    #[test]
    fn a_bomb_of_spans_is_not_unfolded() {
        let row = "<tr><td rowspan=9999 colspan=9999>Une longue séance</td></tr>\n";
        let text = format!("<table>{}</table>", row.repeat(40));
        let cells: usize = tables(&lines(&text))[0].rows.iter().map(|row| row.cells.len()).sum();
        assert!(cells < 2 * text.len(), "{cells}");
    }

    #[test]
    fn an_open_table_ends_with_its_last_row() {
        let text =
            "<table>\n<tr><td>9h</td><td>Lire\n\nTexte.\n\n<table>\n<tr><td>10h<td>Dire</table>\n";
        let found = tables(&lines(text));
        assert_eq!(found[0].lines, 1..2);
        assert_eq!(found[0].rows[0].cells[1].plain, "Lire");
        assert_eq!(found[1].rows[0].cells[1].plain, "Dire");
    }

    #[test]
    fn a_caption_is_apart_and_a_heading_in_it_is_none() {
        let table = |caption: &str| {
            let rows = "<tr>\n<th>Heure</th>\n<th>Titre</th>\n</tr>\n<tr><td>9h</td></tr>\n";
            let text = format!("<table>\n<caption>{caption}</caption>\n{rows}</table>\n");
            tables(&lines(&text)).remove(0)
        };
        let plain = table("Le matin");
        assert_eq!(plain.caption, Some((1..2, "Le matin".to_owned())));
        assert_eq!(plain.header, ["Heure", "Titre"]);
        let headed = table("<h4>Le matin</h4>");
        assert_eq!((headed.caption, headed.lines), (None, 2..8));
    }

    #[test]
    fn what_is_commented_out_is_no_row() {
        check("<table><tr><td>9h<td>Lire</tr><!-- <tr><td>10h --></table>", &["0..1 9h | Lire"]);
    }
}
