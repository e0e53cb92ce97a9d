//! What a concordance searches: the plan of a search whose parts are all asked for.

use glane_index::Index;

use super::Concordance;
use crate::fault::Fault;
use crate::lexicon::Lexicon;
use crate::parse::parse;
use crate::plan::{Plan, plan};
use crate::query::{Node, Query};
use crate::segment::Segment;

/// What is searched, and what is left out among it.
pub(super) fn plans(
    index: &Index,
    segments: &[Segment<'_>],
    asked: &Concordance,
) -> Result<(Plan, Option<Plan>), Fault> {
    let mut lexicon = Lexicon::new(index, segments);
    let (query, are_side_by_side) = all_asked(parse(&asked.query));
    let mut planned = plan(&mut lexicon, &query)?;
    if are_side_by_side && planned.share.parts() > 1 {
        planned.notes.push(SIDE_BY_SIDE.to_owned());
    }
    if planned.share.units() == 0 {
        planned.notes.push(NOTHING.to_owned());
    }
    if !planned.ignored.is_empty() {
        let ignored = planned.ignored.join(" », « ");
        planned.notes.push(format!("Trop courants, non comptés : « {ignored} »."));
    }
    let except = match &asked.except {
        Some(except) => Some(plan(&mut lexicon, &all_asked(parse(except)).0)?),
        None => None,
    };
    Ok((planned, except))
}

const NOTHING: &str = "La requête ne demande aucun mot du texte : elle n'a pas d'occurrence.";

const SIDE_BY_SIDE: &str = "Mots côte à côte : chacun est une occurrence, dans les sections qui les \
                            ont tous ; pour l'expression, l'écrire entre guillemets.";

/// A query whose parts side by side are all asked for, and whether it has words side by side.
fn all_asked(query: Query) -> (Query, bool) {
    let is_restriction = |node: &Node| matches!(node, Node::Restriction(_));
    let (mut nodes, parts): (Vec<Node>, Vec<Node>) =
        query.nodes.into_iter().partition(is_restriction);
    let are_several = |node: &Node| matches!(node, Node::Words(words) if words.contains(' '));
    let side_by_side = parts.len() > 1 || parts.iter().any(are_several);
    if !parts.is_empty() {
        nodes.push(Node::All(parts));
    }
    (Query { nodes }, side_by_side)
}
