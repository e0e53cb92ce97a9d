//! Each token names the rule that made it.

use glane_analysis::{Analyzer, Rule};

#[track_caller]
fn check(text: &str, expect: &[Rule]) {
    let rules: Vec<_> = Analyzer::new().tokens(text).iter().map(|token| token.rule).collect();
    assert_eq!(rules, expect, "{text:?}");
}

#[test]
fn words_elisions_and_compounds_are_told_apart() {
    check("mot", &[Rule::Word]);
    check("l'accès", &[Rule::Elision, Rule::Word]);
    check("non-recours", &[Rule::Part, Rule::Joined, Rule::Part]);
}

#[test]
fn a_cut_word_is_told_from_a_compound_by_its_prefix() {
    check("démobi-\nlisation", &[Rule::LineEnd, Rule::Fragment, Rule::Fragment]);
    check("non-\nrecours", &[Rule::Part, Rule::Joined, Rule::Part]);
}

#[test]
fn capitals_stand_out_among_small_letters_only() {
    check("le CCAS", &[Rule::Word, Rule::Acronym]);
    check("LE CCAS", &[Rule::Word, Rule::Word]);
    check("le bilan LE CCAS", &[Rule::Word, Rule::Word, Rule::Word, Rule::Acronym]);
    check("le CE hier", &[Rule::Word, Rule::Acronym, Rule::Word]);
    check("CCAS", &[Rule::Word]);
    check("C.C.A.S.", &[Rule::Acronym]);
}

#[test]
fn the_other_rules_name_themselves() {
    check("élu·e", &[Rule::Inclusive, Rule::Inclusive]);
    check("1 400 000", &[Rule::Number]);
    check("2e", &[Rule::Ordinal, Rule::Number]);
    check("St Denis", &[Rule::Abbreviation, Rule::Word]);
    check("a@b.fr", &[Rule::Part, Rule::Address, Rule::Part, Rule::Part]);
}

#[test]
fn labels_are_french() {
    assert_eq!(Rule::Joined.label(), "forme soudée");
}
