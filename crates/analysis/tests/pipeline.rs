//! Each rule in the pipeline: the tokens of a short text.

use glane_analysis::Analyzer;

/// Tokens as `key@position`, with the span if it is not 1.
#[track_caller]
fn check(text: &str, expect: &str) {
    let tokens = Analyzer::new().tokens(text);
    let shown: Vec<_> = tokens
        .iter()
        .map(|token| match token.span {
            1 => format!("{}@{}", token.word.key, token.position),
            span => format!("{}@{}+{span}", token.word.key, token.position),
        })
        .collect();
    assert_eq!(shown.join(" "), expect, "{text:?}");
}

/// The stretch of the text as given behind each token.
#[track_caller]
fn check_offsets(text: &str, expect: &[&str]) {
    let tokens = Analyzer::new().tokens(text);
    let slices: Vec<_> = tokens.iter().map(|token| &text[token.offset.clone()]).collect();
    assert_eq!(slices, expect, "{text:?}");
}

#[track_caller]
fn check_forms(text: &str, expect: &[&str]) {
    let tokens = Analyzer::new().tokens(text);
    let forms: Vec<_> = tokens.iter().map(|token| token.word.form.as_str()).collect();
    assert_eq!(forms, expect, "{text:?}");
}

#[test]
fn an_elided_article_is_a_word_of_its_own() {
    check("l'accès", "l@0 acce@1");
    check("L’ACCÈS", "l@0 acce@1");
    check("qu'aujourd'hui", "qu@0 aujourdhui@1");
    check_offsets("D’AILLEURS", &["D", "AILLEURS"]);
}

#[test]
fn lexical_apostrophes_make_one_word() {
    check("aujourd'hui", "aujourdhui@0");
    check("aujourdhui", "aujourdhui@0");
    check("prud' hommes", "prudhomme@0");
    check("aujourd’ hui même", "aujourdhui@0 meme@1");
    check("prud' et homme", "prud@0 et@1 homme@2");
    check("les prud’hommes", "les@0 prudhomme@1");
    check("une presqu'île", "une@0 presquil@1");
    check_forms("quelqu'un", &["quelqu'un"]);
    check_offsets("Aujourd’hui,", &["Aujourd’hui"]);
}

#[test]
fn a_name_with_an_apostrophe_is_whole_and_in_parts() {
    check("O'Brien", "o@0 obrien@0+2 brien@1");
    check("d'Ornano", "d@0 ornano@1");
}

#[test]
fn a_compound_is_joined_besides_its_parts() {
    check("un non-recours aux aides", "un@0 non@1 nonrecour@1+2 recour@2 aux@3 aide@4");
    check("non‑recours", "non@0 nonrecour@0+2 recour@1");
    check("nonrecours", "nonrecour@0");
    check_offsets("non-recours", &["non", "non-recours", "recours"]);
}

#[test]
fn three_parts_join_in_pairs_too() {
    check("vis-à-vis", "vis@0 visa@0+2 visavi@0+3 a@1 avi@1+2 vis@2");
}

#[test]
fn a_compound_after_an_article_starts_after_it() {
    check("l'auto-entrepreneur", "l@0 auto@1 autoentrepreneu@1+2 entrepreneu@2");
    check("main-d'œuvre", "main@0 maind@0+2 maindoeuvre@0+3 d@1 doeuvre@1+2 oeuvre@2");
}

#[test]
fn clitics_do_not_join() {
    check("a-t-il", "a@0 t@1 il@2");
    check("est-ce", "est@0 ce@1");
    check("ceux-là", "ceu@0 la@1");
}

#[test]
fn saints_are_saints_however_short() {
    check("St-Étienne", "saint@0 saintetien@0+2 etien@1");
    check("Saint-Étienne", "saint@0 saintetien@0+2 etien@1");
    check("st etienne", "saint@0 etien@1");
}

#[test]
fn inclusive_writing_is_both_genders_at_one_position() {
    for text in ["agent·e·s du", "agent.e.s du", "agent-e-s du", "agent(e)s du", "agent/e/s du"] {
        check(text, "agent@0 agent@0 du@1");
    }
    check_forms("usager·ère·s", &["usagers", "usagères"]);
    check_offsets("un agent(e)s.", &["un", "agent(e)s", "agent(e)s"]);
}

#[test]
fn inclusive_writing_reaches_into_compounds() {
    check_forms(
        "vice-président·e",
        &["vice", "viceprésident", "viceprésidente", "président", "présidente"],
    );
    check_forms("l'élu·e", &["l", "élu", "élue"]);
}

#[test]
fn a_plural_in_brackets_takes_no_position() {
    check("commune(s) du", "commune@0 du@1");
}

#[test]
fn a_sentence_without_a_space_is_two_words() {
    check("la fin.Le", "la@0 fin@1 le@2");
}

#[test]
fn dots_and_capitals_do_not_change_an_acronym() {
    check("le C.C.A.S. de", "le@0 ccas@1 de@2");
    check("le CCAS de", "le@0 ccas@1 de@2");
    check("ccas", "ccas@0");
    check_offsets("au C.C.A.S.", &["au", "C.C.A.S."]);
}

#[test]
fn a_heading_in_capitals_is_made_of_ordinary_words() {
    check("ATELIERS PRECARITE", "atelier@0 precarite@1");
    check("atelier précarité", "atelier@0 precarite@1");
}

#[test]
fn numbers_are_one_word_however_grouped() {
    for text in ["1.400.000 €", "1 400 000 €", "1\u{202f}400\u{a0}000 €", "1400000 €"] {
        check(text, "1400000@0");
    }
    check("12,5 % et", "12.5@0 et@1");
    check_offsets("à 1 400 000 €", &["à", "1 400 000"]);
}

#[test]
fn two_groups_that_may_be_two_numbers_are_found_as_both() {
    check("atelier 3 200 places", "atelier@0 3@1 3200@1+2 200@2 place@3");
}

#[test]
fn years_joined_by_a_hyphen_stay_two_numbers() {
    check("2018-2019", "2018@0 2019@1");
    check("12/03/2019", "12@0 03@1 2019@2");
    check("12.03.2019", "12@0 03@1 2019@2");
}

#[test]
fn ordinals_meet_in_either_numerals() {
    check("XXIe siècle", "xxie@0 21e@0 21@0 siecle@1");
    check("21ème siècle", "21e@0 21@0 siecle@1");
    check("le 1er juin", "le@0 1e@1 1@1 juin@2");
}

#[test]
fn a_numbered_workshop_is_found_by_its_digits() {
    check("atelier III", "atelier@0 iii@1 3@1");
    check("atelier n° 3", "atelier@0 3@1");
    check("Atelier I.", "atelier@0 i@1 1@1");
}

#[test]
fn numerals_in_small_letters_are_read_where_ranks_are_sure() {
    check("atelier iii", "atelier@0 iii@1 3@1");
    check("xxie siècle", "xxie@0 21e@0 21@0 siecle@1");
    check("XXIE SIÈCLE", "xxie@0 21e@0 21@0 siecle@1");
    check("atelier vie quotidienne", "atelier@0 vie@1 quotidien@2");
}

#[test]
fn a_capital_i_elsewhere_is_no_number() {
    check("Partie de Charles I hier", "partie@0 de@1 charle@2 i@3 hier@4");
}

#[test]
fn a_range_of_centuries_is_found_by_each() {
    check("XVe-XVIe", "xve@0 15e@0 15@0 xvexvie@0+2 xvie@1 16e@1 16@1");
}

#[test]
fn a_legal_reference_is_whole_and_in_parts() {
    for text in ["L. 262-1", "L.262-1", "L262-1"] {
        check(text, "l@0 l262-1@0+3 262@1 1@2");
    }
    check("loi n° 2016-1088", "loi@0 2016@1 2016-1088@1+2 1088@2");
    check("loi 83-634", "loi@0 83@1 83-634@1+2 634@2");
    check("art. L262-1", "article@0 l@1 l262-1@1+3 262@2 1@3");
}

#[test]
fn addresses_are_whole_and_in_parts() {
    check("contact@mairie.fr.", "contact@0 contact@mairie.fr@0+3 mairi@1 fr@2");
    check("voir www.droits.fr/aide", "voir@0 droit@1 droits.fr/aide@1+3 fr@2 aide@3");
    check("#AccesAuxDroits", "acce@0 accesauxdroit@0+3 aux@1 droit@2");
}

#[test]
fn millions_are_counted_in_units() {
    check("1,4 million d'euros", "1.4@0 1400000@0+2 million@1 d@2 euro@3");
    check("12 MILLIARDS", "12@0 12000000000@0+2 milliard@1");
    check("3 200 millions", "3@0 3200@0+2 200@1 million@2");
    check("1,4 millionnaire", "1.4@0 millionnaire@1");
}

#[test]
fn a_word_cut_at_a_line_end_is_whole_again() {
    check(
        "la démobi-\nlisation",
        "la@0 demobilisation@1 -demobi-demobilisation@1 -lisation-demobilisation@1",
    );
    check("ensemb-\nle", "ensemble@0 -ensemb-ensemble@0 -le-ensemble@0");
    check_offsets("démobi-\n lisation", &["démobi-\n lisation", "démobi", "lisation"]);
}

#[test]
fn soft_hyphens_and_ligatures_leave_no_trace() {
    check("recon\u{ad}\nnaissance, conﬂit", "reconnaissance@0 conflit@1");
    check_offsets("l’aﬃliation", &["l", "aﬃliation"]);
}

#[test]
fn two_spellings_of_a_word_are_one() {
    check("renouvèlement renouvellement", "renouvellement@0 renouvellement@1");
    check_offsets("les clefs", &["les", "clefs"]);
}

#[test]
fn quotes_and_dashes_are_separators() {
    check("« non » – “oui” ; ‹ 'si' ›", "non@0 oui@1 si@2");
    check("• agent ➢ \u{f0b7}maire", "agent@0 maire@1");
}

#[test]
fn nothing_but_signs_has_no_tokens() {
    check("", "");
    check("– … ' - « » (e", "e@0");
}
