//! Word pairs that must share a key and pairs that must not.
//!
//! The lists are measured, not shipped: `GLANE_WORD_PAIRS` names the folder that holds
//! `must_join.tsv` and `must_not_join.tsv`, a heading and then one pair a line.

use std::path::PathBuf;

use glane_analysis::Analyzer;

#[expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "the lists stand outside the tree, and a run without them must say so"
)]
fn pairs(file: &str) -> Vec<(String, String)> {
    let Ok(folder) = std::env::var("GLANE_WORD_PAIRS") else {
        println!("skipped: GLANE_WORD_PAIRS does not name the folder of {file}");
        return Vec::new();
    };
    let path = PathBuf::from(folder).join(file);
    let lines = std::fs::read_to_string(&path).expect("the folder holds both lists");
    let pair = |line: &str| {
        let mut fields = line.split('\t').map(str::to_owned);
        Some((fields.next()?, fields.next()?))
    };
    lines.lines().skip(1).filter_map(pair).collect()
}

fn key(word: &str) -> String {
    Analyzer::new().tokens(word).iter().map(|token| token.word.key.clone()).collect()
}

#[test]
fn pairs_of_one_word_share_their_key() {
    let apart: Vec<_> =
        pairs("must_join.tsv").into_iter().filter(|(a, b)| key(a) != key(b)).collect();
    assert!(apart.is_empty(), "{apart:?}");
}

#[test]
fn pairs_of_two_words_have_two_keys() {
    let merged: Vec<_> =
        pairs("must_not_join.tsv").into_iter().filter(|(a, b)| key(a) == key(b)).collect();
    assert!(merged.is_empty(), "{merged:?}");
}
