//! The phenomena of written French that a search must see through: the table of acceptance.
//!
//! Each [`Row`] is a phenomenon, under its number in the specification of the analysis, and each
//! [`Line`] of it a query with small texts, one document each. A text in which words stand in
//! square brackets must answer, with these very bytes marked; a text without brackets must not.
//! All is indexed and searched as a corpus would be.
//!
//! What needs a source file to be read (page furniture, zones, speakers, dates) has its rows in
//! `tests/testsuite/phenomena.rs`, which runs the binary; the rules alone are tested beside them,
//! in `glane_analysis`.
#![expect(clippy::unwrap_used, reason = "a test that cannot index or search has failed")]

mod shelf;
mod table;

mod acronyms;
mod compounds;
mod inclusive;
mod numbers;
mod signs;
mod words;

use table::Row;

/// The rows of which a file must be read, tested in `tests/testsuite/phenomena.rs`.
const FROM_FILES: [u32; 4] = [21, 29, 33, 34];

/// How many lines a row needs at least.
const LEAST_LINES: usize = 3;

fn rows() -> impl Iterator<Item = &'static Row> {
    let groups =
        [words::ROWS, compounds::ROWS, inclusive::ROWS, acronyms::ROWS, numbers::ROWS, signs::ROWS];
    groups.into_iter().flatten()
}

#[test]
fn every_phenomenon_has_its_lines() {
    for number in 1..=36 {
        let row = rows().find(|row| row.number == number);
        assert!(row.is_some() || FROM_FILES.contains(&number), "row {number} is nowhere");
    }
    for row in rows() {
        let count = row.lines.len();
        assert!(count >= LEAST_LINES, "row {} « {} » has {count} lines", row.number, row.name);
    }
}

#[test]
fn words_are_found_however_they_are_written() {
    table::check(words::ROWS);
}

#[test]
fn compounds_are_found_hyphenated_spaced_and_solid() {
    table::check(compounds::ROWS);
}

#[test]
fn inclusive_writing_is_both_genders() {
    table::check(inclusive::ROWS);
}

#[test]
fn acronyms_are_found_with_dots_and_spelt_out() {
    table::check(acronyms::ROWS);
}

#[test]
fn numbers_and_references_are_found_in_each_spelling() {
    table::check(numbers::ROWS);
}

#[test]
fn signs_and_line_ends_leave_words_whole() {
    table::check(signs::ROWS);
}
