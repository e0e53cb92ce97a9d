use proptest::prelude::*;

use super::*;

/// The query as a tree, in brackets.
#[track_caller]
fn check(text: &str, expect: &str) {
    assert_eq!(shown(&parse(text).nodes), expect, "{text:?}");
}

fn shown(nodes: &[Node]) -> String {
    nodes.iter().map(node).collect::<Vec<_>>().join(" ")
}

fn node(part: &Node) -> String {
    match part {
        Node::Words(words) => format!("[{words}]"),
        Node::Without { part, .. } => format!("not({})", node(part)),
        Node::Sequence(parts) => format!("seq({})", shown(parts)),
        Node::All(parts) => format!("all({})", shown(parts)),
        Node::Any(parts) => format!("any({})", shown(parts)),
        leaf => leaf.to_string(),
    }
}

#[test]
fn every_quotation_mark_makes_a_phrase() {
    for text in ["\"reste à charge\"", "« reste à charge »", "“reste à charge”"] {
        check(text, "« reste à charge »");
    }
    check("loi «aide  sociale» 2015", "[loi] « aide sociale » [2015]");
    check("\"reste charge\"~5", "« reste charge »~5");
    check("l'aide « sociale", "[l'aide sociale]");
    check(" \u{a0}\n", "");
    check("« »", "");
}

#[test]
fn operators_join_what_stands_on_both_sides() {
    check("aide ET logement", "all([aide] [logement])");
    check("aide sociale OU rsa ET caf", "any([aide sociale] all([rsa] [caf]))");
    check("(aide OU rsa) logement", "any([aide] [rsa]) [logement]");
    check("aide AND (rsa OR caf)", "all([aide] any([rsa] [caf]))");
    check("aide et logement ou rsa", "[aide et logement ou rsa]");
}

#[test]
fn an_operator_without_operands_is_a_word() {
    check("ET", "[et]");
    check("OU habiter", "[ou habiter]");
    check("habiter OU", "[habiter ou]");
    check("aide SAUF", "[aide sauf]");
    check("aide ET OU rsa", "any([aide et] [rsa])");
}

#[test]
fn what_is_left_out_is_marked_by_a_word_or_a_glued_hyphen() {
    check("recours SAUF gracieux", "[recours] not([gracieux])");
    check("recours -gracieux NOT \"à titre\"", "[recours] not([gracieux]) not(« à titre »)");
    check("recours -(gracieux OU amiable)", "[recours] not(any([gracieux] [amiable]))");
    check("non - recours", "[non - recours]");
    check("non-recours", "[non-recours]");
    check("+aide logement", "all([aide]) [logement]");
}

#[test]
fn signs_glued_to_words_ask_for_forms() {
    check("=Élus préc* logment~ habita~1", "=Élus préc* logment~ habita~1");
    check("2 * 3 a* ~ =", "[2 * 3 a* ~ =]");
    check("l'accès* aux", "l'accès* [aux]");
}

#[test]
fn known_fields_restrict_and_others_are_words() {
    check("année:2015..2019 lieu:« La Rochelle »", "année:2015..2019 lieu:« La Rochelle »");
    check("speaker:Warin -type:pause", "intervenant:Warin not(type:pause)");
    check("année:bientôt Qui : l'usager note:3", "[année:bientôt Qui : l'usager note:3]");
    check("(année:2019)", "année:2019");
}

#[test]
fn brackets_inside_words_are_theirs() {
    check("agent(e)s notifié(e)", "[agent(e)s notifié(e)]");
    check("(les agent(e)s) OU élu(e)", "any([les agent(e)s] [élu(e)])");
    check("a) b (c", "[a) b c]");
    check("((((aide))))", "[aide]");
}

#[test]
fn deep_and_long_queries_are_bounded() {
    let deep = format!("{}mot{}", "(".repeat(5_000), ")".repeat(5_000));
    assert!(parse(&deep).nodes.len() <= 1);
    let long = "mot ".repeat(100_000);
    assert!(parse(&long).to_string().len() <= MAX_BYTES);
}

/// Pieces that mean something, so that chance makes queries rather than noise.
fn typed() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[ -~«»“”é·]{0,8}",
        Just("ET".to_owned()),
        Just("OU".to_owned()),
        Just("SAUF ".to_owned()),
        Just("(".to_owned()),
        Just(")".to_owned()),
        Just("« aide sociale »~3".to_owned()),
        Just("année:2019".to_owned()),
        Just("-mot".to_owned()),
    ];
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.join(" "))
}

/// Parts as they are after reading: no sequence in a sequence, words not beside words.
fn tree() -> impl Strategy<Value = Node> {
    let word = "[a-zé]{1,6}";
    let leaf = prop_oneof![
        prop::collection::vec(word, 1..3).prop_map(|words| Node::Words(words.join(" "))),
        (word, prop::option::of(0u32..9))
            .prop_map(|(words, within)| Node::Phrase { words, within }),
        word.prop_map(Node::Exact),
        "[a-z]{2,5}\\*".prop_map(Node::Pattern),
        (word, prop::option::of(1u8..3)).prop_map(|(word, edits)| Node::Fuzzy { word, edits }),
        (2000i16..2030).prop_map(|year| Node::Restriction(
            crate::field::Restriction::new(crate::field::Field::Year, &year.to_string()).unwrap()
        )),
    ];
    leaf.prop_recursive(4, 24, 3, |inner| {
        let parts = || prop::collection::vec(inner.clone(), 2..4);
        prop_oneof![
            (inner.clone(), any::<bool>())
                .prop_map(|(part, hyphen)| Node::Without { part: Box::new(part), hyphen }),
            inner.clone().prop_map(|part| Node::All(vec![part])),
            parts().prop_map(Node::All),
            parts().prop_map(Node::Any),
            parts().prop_map(Node::Sequence),
        ]
    })
}

/// A part as reading gives it back.
fn settled(part: Node) -> Option<Node> {
    let several = |parts: Vec<Node>, join: fn(Vec<Node>) -> Node, own: fn(Node) -> Vec<Node>| {
        alone_or(parts.into_iter().filter_map(settled).flat_map(own).collect(), join)
    };
    match part {
        Node::Without { part, hyphen } => {
            settled(*part).map(|part| Node::Without { part: Box::new(part), hyphen })
        }
        Node::All(parts) if parts.len() == 1 => {
            parts.into_iter().next().and_then(settled).map(|part| Node::All(vec![part]))
        }
        Node::All(parts) => several(parts, Node::All, |part| match part {
            Node::All(inner) if inner.len() > 1 => inner,
            part => vec![part],
        }),
        Node::Any(parts) => several(parts, Node::Any, |part| match part {
            Node::Any(inner) => inner,
            part => vec![part],
        }),
        Node::Sequence(parts) => {
            let mut joined = Vec::new();
            parts.into_iter().for_each(|part| push(&mut joined, settled(part)));
            alone_or(joined, Node::Sequence)
        }
        leaf => Some(leaf),
    }
}

proptest! {
    #[test]
    fn any_string_parses_and_prints_to_a_fixed_point(text in ".{0,60}") {
        let printed = parse(&text).to_string();
        prop_assert_eq!(parse(&printed).to_string(), printed);
    }

    #[test]
    fn what_readers_type_prints_to_a_fixed_point(text in typed()) {
        let printed = parse(&text).to_string();
        prop_assert_eq!(parse(&printed).to_string(), printed);
    }

    #[test]
    fn a_query_is_read_as_it_was_written(part in tree()) {
        let part = settled(part);
        let nodes = match part {
            Some(Node::Sequence(parts)) => parts,
            part => part.into_iter().collect(),
        };
        let query = Query { nodes };
        prop_assert_eq!(parse(&query.to_string()), query);
    }
}
