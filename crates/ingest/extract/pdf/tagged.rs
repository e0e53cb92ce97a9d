//! Words that a tagged PDF tells to stand in the cells of tables → these tables.

use std::collections::{BTreeMap, HashMap};

use super::grid::{self, Table};
use super::line;
use super::tags::{Cell, Place, Tags};
use super::word::Word;
use crate::extract::markdown::Block;
use crate::extract::spans::Rows;

/// The words of a page, those of each table that its tags tell made one, unless it only lays out the
/// page.
pub(super) fn with_tables(words: Vec<Word>, tags: &Tags) -> Vec<Word> {
    let place = |word: &Word| word.mark?.cell.filter(|_| word.angle == 0);
    let mut held: BTreeMap<u32, Cells> = BTreeMap::new();
    for word in &words {
        if let Some(Place { table, row, cell }) = place(word) {
            held.entry(table).or_default().entry((row, cell)).or_default().push(word.clone());
        }
    }
    if held.is_empty() {
        return words;
    }
    let numbers: HashMap<u32, usize> = held.keys().copied().zip(0..).collect();
    let places = words.iter().map(|word| numbers.get(&place(word)?.table).copied()).collect();
    let tables = held.into_iter().map(|(table, cells)| text(&cells, table, tags)).collect();
    grid::replaced(words, places, tables)
}

/// The words of the cells of a table, by row and by place in it.
type Cells = HashMap<(u32, u32), Vec<Word>>;

/// A table as Markdown writes it, of the rows that have words among these.
fn text(cells: &Cells, table: u32, tags: &Tags) -> Option<Table> {
    let mut used: Vec<u32> = cells.keys().map(|(row, _)| *row).collect();
    used.sort_unstable();
    used.dedup();
    let shapes = tags.rows(table);
    let shapes: Vec<(u32, &[Cell])> = used
        .into_iter()
        .filter_map(|row| Some((row, shapes.get(row as usize)?.as_slice())))
        .collect();
    let spans = spans_fit(&shapes);
    let columns = if spans { None } else { Some(columns(cells, &shapes)) };
    let words = || cells.values().flatten();
    let left = words().map(|word| word.left).fold(f64::INFINITY, f64::min);
    let right = words().map(|word| word.right).fold(left, f64::max);
    let ends = ends(cells);
    let mut rows = Rows::default();
    for (row, shape) in shapes {
        let mut next = 0;
        for (cell, at) in shape.iter().zip(0..) {
            let Some(words) = cells.get(&(row, at)) else {
                if spans {
                    rows.push(Vec::new(), cell.columns, cell.rows);
                }
                continue;
            };
            let held = blocks(words, ends.get(&at).copied().unwrap_or_default());
            let Some(columns) = &columns else {
                rows.push(held, cell.columns, cell.rows);
                continue;
            };
            let column = column(columns, words).max(next);
            (next..column).for_each(|_| rows.push(Vec::new(), 1, 1));
            rows.push(held, 1, 1);
            next = column + 1;
        }
        rows.end_row();
    }
    Some(Table { text: grid::text(rows.finish())?, left, right })
}

/// Whether all rows are as wide as what their cells span: some software does not tell it, or leaves
/// cells out.
fn spans_fit(rows: &[(u32, &[Cell])]) -> bool {
    let mut widths = Vec::with_capacity(rows.len());
    // How many columns cells of rows above take, and in how many rows still.
    let mut taken: Vec<(usize, usize)> = Vec::new();
    for (_, cells) in rows {
        let own: usize = cells.iter().map(|cell| cell.columns).sum();
        widths.push(own + taken.iter().map(|(columns, _)| columns).sum::<usize>());
        taken.extend(cells.iter().map(|cell| (cell.columns, cell.rows)));
        taken.iter_mut().for_each(|(_, rows)| *rows -= 1);
        taken.retain(|(_, rows)| *rows > 0);
    }
    widths.windows(2).all(|pair| pair[0] == pair[1])
}

/// Where columns stand: where the cells of the rows do that have most of them.
fn columns(cells: &Cells, rows: &[(u32, &[Cell])]) -> Vec<(f64, f64)> {
    let most = rows.iter().map(|(_, cells)| cells.len()).max().unwrap_or_default();
    let mut columns = vec![(f64::INFINITY, f64::NEG_INFINITY); most];
    for (row, _) in rows.iter().filter(|(_, cells)| cells.len() == most) {
        for (column, at) in columns.iter_mut().zip(0..) {
            for word in cells.get(&(*row, at)).into_iter().flatten() {
                *column = (column.0.min(word.left), column.1.max(word.right));
            }
        }
    }
    columns.retain(|(left, right)| left <= right);
    columns
}

/// The column that words stand in, or nearest to.
fn column(columns: &[(f64, f64)], words: &[Word]) -> usize {
    let left = words.iter().map(|word| word.left).fold(f64::INFINITY, f64::min);
    let away = |(from, to): (f64, f64)| (from - left).max(left - to).max(0.0);
    let nearest = (0..columns.len()).min_by(|&a, &b| {
        let (one, other) = (columns[a], columns[b]);
        away(one)
            .total_cmp(&away(other))
            .then((one.0 - left).abs().total_cmp(&(other.0 - left).abs()))
    });
    nearest.unwrap_or_default()
}

/// Where the lines end of cells that stand at one place in their rows.
fn ends(cells: &Cells) -> HashMap<u32, f64> {
    let mut ends: HashMap<u32, f64> = HashMap::new();
    for ((_, at), words) in cells {
        let end = ends.entry(*at).or_insert(f64::NEG_INFINITY);
        *end = words.iter().map(|word| word.right).fold(*end, f64::max);
    }
    ends
}

/// The paragraphs of a cell.
fn blocks(words: &[Word], end: f64) -> Vec<Block> {
    let mut blocks = Vec::new();
    let part = |word: &Word| word.mark.map(|mark| mark.part);
    for words in words.chunk_by(|one, next| part(one) == part(next)) {
        blocks.extend(grid::paragraphs(line::lines(words.to_vec()), end));
    }
    blocks
}

#[cfg(test)]
mod tests {
    use pdf_extract::Object;

    use super::super::read;
    use super::super::sample::{Sample, Tag, dictionary, name, written};

    /// Pieces of text at places, numbered from 0.
    fn page(pieces: &[(u32, u32, &str)]) -> Sample {
        let shown = pieces.iter().enumerate().map(|(number, (left, base, text))| {
            format!("/P <</MCID {number}>> BDC BT /F 12 Tf {left} {base} Td ({text}) Tj ET EMC ")
        });
        Sample::default().content(shown.collect::<String>().into_bytes())
    }

    #[track_caller]
    fn check(sample: Sample, expect: &str) {
        let text = read(&sample.bytes()).unwrap().text;
        assert_eq!(text.trim_end_matches('\x0c').trim_end(), expect);
    }

    const FULL: &str = "Les agents accueillent, orientent et accompagnent les habitants";

    #[test]
    fn headings_are_what_tags_tell() {
        let text = [
            (72, 770, "Se loger"),
            (72, 756, FULL),
            (72, 742, "Se nourrir"),
            (72, 728, FULL),
            (72, 714, "Se soigner"),
        ];
        let tags = [("H1", 0), ("P", 1), ("H2", 2), ("P", 3), ("H2", 4)];
        let tags = tags.map(|(kind, number)| Tag::piece(kind, number));
        check(
            page(&text).tagged(vec![Tag::of("Document", tags.into())]),
            &format!("# Se loger\n{FULL}\n## Se nourrir\n{FULL}\n## Se soigner"),
        );
    }

    #[test]
    fn kinds_may_be_styles_and_names_of_the_writer() {
        let text =
            [(72, 770, "Se loger"), (72, 756, FULL), (72, 742, "Se nourrir"), (72, 728, FULL)];
        let tags = [("Titre 1", 0), ("Corps", 1), ("Intertitre", 2), ("Corps", 3)];
        let tags = tags.map(|(kind, number)| Tag::piece(kind, number));
        let roles =
            [("Titre 1", "P"), ("Corps", "P"), ("Intertitre", "Rubrique"), ("Rubrique", "H2")];
        let sample = page(&text).tagged(tags.into());
        check(
            roles.iter().fold(sample, |sample, (kind, role)| sample.role(kind, role)),
            &format!("# Se loger\n{FULL}\n## Se nourrir\n{FULL}"),
        );
    }

    #[test]
    fn paragraphs_are_what_tags_tell_unless_each_line_is_one() {
        let text = [(72, 770, FULL), (72, 756, FULL), (72, 742, FULL), (72, 728, "chaque jour")];
        let two = vec![
            Tag::of("P", vec![Tag::Piece(0), Tag::Piece(1)]),
            Tag::of("P", vec![Tag::Piece(2), Tag::piece("Span", 3)]),
        ];
        check(page(&text).tagged(two), &format!("{FULL} {FULL}\n{FULL} chaque jour"));
        let four = (0..4).map(|number| Tag::piece("P", number)).collect();
        check(page(&text).tagged(four), &format!("{FULL} {FULL} {FULL} chaque jour"));
    }

    #[test]
    fn items_have_their_marks_and_depth() {
        let text = [
            (72, 770, "o"),
            (90, 770, "lundi"),
            (90, 756, "Se loger"),
            (90, 742, "o"),
            (108, 742, "au bourg"),
            (72, 728, "2."),
            (90, 728, "mardi"),
            (72, 700, FULL),
            (72, 672, FULL),
        ];
        let item = |label: i64, body: Vec<Tag>| {
            Tag::of("LI", vec![Tag::piece("Lbl", label), Tag::of("LBody", body)])
        };
        let inner = Tag::of("L", vec![item(3, vec![Tag::piece("P", 4)])]);
        let first = item(0, vec![Tag::Piece(1), Tag::Piece(2), inner]);
        let list = Tag::of("L", vec![first, item(5, vec![Tag::Piece(6)])]);
        check(
            page(&text).tagged(vec![list]),
            &format!("- lundi\n  Se loger\n  - au bourg\n2. mardi\n{FULL} {FULL}"),
        );
    }

    fn table(rows: Vec<Vec<Tag>>) -> Vec<Tag> {
        vec![Tag::of("Table", rows.into_iter().map(|row| Tag::of("TR", row)).collect())]
    }

    const CELLS: [(u32, u32, &str); 6] = [
        (72, 770, "Heure"),
        (172, 770, "Titre"),
        (372, 770, "Salle"),
        (72, 750, "9h30"),
        (172, 750, "Se loger"),
        (372, 750, "B"),
    ];

    #[test]
    fn tables_need_no_rules() {
        let row = |from: i64| (from..from + 3).map(|number| Tag::piece("TD", number)).collect();
        check(
            page(&CELLS).tagged(table(vec![row(0), row(3)])),
            "| Heure | Titre | Salle |\n|---|---|---|\n| 9h30 | Se loger | B |",
        );
    }

    #[test]
    fn a_cell_that_is_left_out_leaves_its_column_empty() {
        let cells = |numbers: &[i64]| numbers.iter().map(|&n| Tag::piece("TD", n)).collect();
        let text = [&CELLS[..4], &CELLS[5..]].concat();
        check(
            page(&text).tagged(table(vec![cells(&[0, 1, 2]), cells(&[3, 4])])),
            "| Heure | Titre | Salle |\n|---|---|---|\n| 9h30 |  | B |",
        );
    }

    #[test]
    fn cells_span_as_they_are_told_to() {
        let cells = |numbers: &[i64]| numbers.iter().map(|&n| Tag::piece("TD", n)).collect();
        let set = dictionary(&[("O", name("Table")), ("ColSpan", Object::Integer(2))]);
        let wide = Tag::Element("TD", set, vec![Tag::Piece(4)]);
        check(
            page(&CELLS[..5])
                .tagged(table(vec![cells(&[0, 1, 2]), vec![Tag::piece("TD", 3), wide]])),
            "| Heure | Titre | Salle |\n|---|---|---|\n| 9h30 | Se loger |  |",
        );
    }

    #[test]
    fn a_tree_may_be_as_wrong_as_it_likes() {
        let text = [(72, 770, "Se loger"), (72, 756, "Se nourrir")];
        let tags =
            vec![Tag::piece("P", 9), Tag::of("TR", vec![Tag::piece("TD", 0)]), Tag::Piece(1)];
        let mut document = page(&text).tagged(tags).document();
        let elements: Vec<_> = document
            .objects
            .iter()
            .filter_map(|(id, object)| {
                object.as_dict().ok().filter(|element| element.has(b"S")).map(|_| *id)
            })
            .collect();
        // Each element holds the first, which holds itself.
        for id in &elements {
            let element = document.get_dictionary_mut(*id).unwrap();
            element.set("K", vec![Object::Integer(0), elements[0].into()]);
        }
        let text = read(&written(document)).unwrap().text;
        assert_eq!(text, "Se loger\nSe nourrir\n\x0c");
    }
}
