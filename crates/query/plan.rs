//! A parsed query and an index → what is searched, and what is said of it.

mod restrict;
mod words;

use crate::expand;
use crate::fault::Fault;
use crate::filter::Narrowing;
use crate::lexicon::Lexicon;
use crate::need::{Need, Share};
use crate::query::{Node, Query};
use crate::typed::Typed;
use crate::unit::{Slot, Unit, Way};
use crate::{compound, weights};
pub(crate) use words::Reading;

/// What is searched.
#[derive(Debug, Clone)]
pub(crate) struct Plan {
    /// In the order of the query.
    pub(crate) units: Vec<Unit>,
    /// What a section must have.
    pub(crate) need: Need,
    /// How much of the query each unit is.
    pub(crate) share: Share,
    /// What the whole query is restricted to.
    pub(crate) narrowing: Narrowing,
    /// The parts of the query that say so, as it is printed.
    pub(crate) restrictions: Vec<String>,
    /// Neighbours whose nearness counts.
    pub(crate) pairs: Vec<Pair>,
    /// What was reinterpreted, in French.
    pub(crate) notes: Vec<String>,
    /// Words that were left out because they say too little.
    pub(crate) ignored: Vec<String>,
}

/// Two units that are words and neighbours in the query.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Pair {
    /// The indexes of both in [`Plan::units`].
    pub(crate) units: [usize; 2],
    /// How many positions lie between them in the query.
    pub(crate) gap: u32,
}

/// What a part of a query asks for.
struct Part {
    need: Need,
    share: Share,
}

impl Part {
    fn nothing() -> Part {
        Part { need: Need::nothing(), share: Share::nothing() }
    }
}

/// How a part of a query is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mode {
    /// The more of it the better.
    Ranked,
    /// An operator asks for it.
    Asked,
    /// It is left out.
    LeftOut,
}

/// Plans the search of `query`.
pub(crate) fn plan(lexicon: &mut Lexicon<'_>, query: &Query) -> Result<Plan, Fault> {
    let mut planner = Planner { content: words::content(lexicon, &query.nodes), plan: Plan::new() };
    let Part { need, share } = planner.sequence(lexicon, &query.nodes, Mode::Ranked, true)?;
    let mut plan = planner.plan;
    plan.need = need;
    plan.share = share;
    if plan.share.units() == 0 && plan.need.units() == 0 {
        words::add_stop_words(lexicon, &mut plan, &query.nodes);
    }
    plan.search_all();
    plan.tell_what_is_cut();
    Ok(plan)
}

impl Plan {
    fn new() -> Plan {
        Plan {
            units: Vec::new(),
            need: Need::nothing(),
            share: Share::nothing(),
            narrowing: Narrowing::default(),
            restrictions: Vec::new(),
            pairs: Vec::new(),
            notes: Vec::new(),
            ignored: Vec::new(),
        }
    }

    /// The index of a unit, which is added unless it is there or there are too many.
    fn index_of(&mut self, unit: Unit) -> Option<usize> {
        let known = self.units.iter().position(|known| known.ways == unit.ways);
        known.or_else(|| {
            (self.units.len() < weights::MAX_UNITS).then(|| {
                self.units.push(unit);
                self.units.len() - 1
            })
        })
    }

    /// What only leaves out is asked of all sections.
    fn search_all(&mut self) {
        if self.share.units() == 0 && self.need.only_leaves_out() {
            let label = "tout".to_owned();
            self.units.push(Unit { label, ways: vec![Way::Holds(Narrowing::default())] });
        }
    }

    fn tell_what_is_cut(&mut self) {
        if self.units.len() >= weights::MAX_UNITS {
            self.notes.push(format!(
                "La requête est longue : seuls ses {} premiers mots sont cherchés.",
                weights::MAX_UNITS
            ));
        }
    }

    /// What words are missing from a section with these units, as typed.
    pub(crate) fn missing(&self, present: u64) -> Vec<String> {
        let missing = self.share.missing(present).into_iter();
        missing.map(|unit| self.units[unit].label.clone()).collect()
    }
}

struct Planner {
    plan: Plan,
    /// How many words of the query are not function words.
    content: usize,
}

impl Planner {
    /// Parts side by side; `whole` where they are the query itself.
    fn sequence(
        &mut self,
        lexicon: &mut Lexicon<'_>,
        nodes: &[Node],
        mode: Mode,
        whole: bool,
    ) -> Result<Part, Fault> {
        let (mut needs, mut shares) = (Vec::new(), Vec::new());
        let mut at = 0;
        while let Some(node) = nodes.get(at) {
            at += 1;
            let narrowing = match whole {
                true => restrict::whole(lexicon, node)?,
                false => None,
            };
            if let Some(narrowing) = narrowing {
                self.plan.narrowing.add(narrowing);
                self.plan.restrictions.push(node.to_string());
                continue;
            }
            let cut = compound::cut_by_hyphen(lexicon, node, nodes.get(at))?;
            let part = match cut {
                Some(cut) => {
                    at += 1;
                    self.plan.notes.push(cut.note);
                    self.node(lexicon, &Node::Words(cut.words), mode)?
                }
                None => self.node(lexicon, node, mode)?,
            };
            needs.push(part.need);
            shares.push(part.share);
        }
        Ok(Part { need: Need::All(needs), share: Share::Sum(shares) })
    }

    fn node(&mut self, lexicon: &mut Lexicon<'_>, node: &Node, mode: Mode) -> Result<Part, Fault> {
        match node {
            Node::Words(text) => {
                let typed = lexicon.read(text);
                self.words(lexicon, &typed, mode)
            }
            Node::Phrase { words, within } => self.phrase(lexicon, words, *within, mode),
            Node::Exact(word) => {
                let terms = expand::exact(lexicon, word);
                Ok(self.unit(format!("={word}"), Way::Terms(terms), Mode::Asked))
            }
            Node::Pattern(pattern) => {
                let terms = expand::pattern(lexicon, pattern)?;
                self.tell_expansion(pattern, &terms);
                Ok(self.unit(pattern.clone(), Way::Terms(terms.terms), mode))
            }
            Node::Fuzzy { word, edits } => {
                let terms = expand::near(lexicon, word, *edits)?;
                self.tell_expansion(&node.to_string(), &terms);
                Ok(self.unit(node.to_string(), Way::Terms(terms.terms), mode))
            }
            Node::Restriction(restriction) => self.restriction(lexicon, restriction, mode),
            Node::Without { part, .. } => {
                let left_out = self.node(lexicon, part, Mode::LeftOut)?;
                if left_out.need.units() == 0 {
                    // Function words alone leave nothing out.
                    return Ok(Part::nothing());
                }
                self.plan.notes.push(format!("Sections avec « {part} » écartées."));
                Ok(Part { need: Need::Not(Box::new(left_out.need)), share: Share::nothing() })
            }
            Node::Sequence(parts) => self.sequence(lexicon, parts, mode, false),
            Node::All(parts) => {
                let mode = if mode == Mode::Ranked { Mode::Asked } else { mode };
                self.sequence(lexicon, parts, mode, false)
            }
            Node::Any(parts) => {
                let mode = if mode == Mode::Ranked { Mode::Asked } else { mode };
                let (mut needs, mut shares) = (Vec::new(), Vec::new());
                for part in parts {
                    let Part { need, share } = self.node(lexicon, part, mode)?;
                    // Function words alone are no alternative.
                    if need.units() != 0 {
                        needs.push(need);
                        shares.push(share);
                    }
                }
                if needs.is_empty() {
                    return Ok(Part::nothing());
                }
                Ok(Part { need: Need::Any(needs), share: Share::Best(shares) })
            }
        }
    }

    /// What one unit asks for.
    fn unit(&mut self, label: String, way: Way, mode: Mode) -> Part {
        let Some(unit) = self.plan.index_of(Unit { label, ways: vec![way] }) else {
            return Part::nothing();
        };
        let need = match mode {
            Mode::Ranked => Need::nothing(),
            Mode::Asked | Mode::LeftOut => Need::Owns(unit),
        };
        Part { need, share: Share::Unit(unit) }
    }

    fn phrase(
        &mut self,
        lexicon: &mut Lexicon<'_>,
        words: &str,
        within: Option<u32>,
        mode: Mode,
    ) -> Result<Part, Fault> {
        let typed = lexicon.read(words);
        let slots = typed.slots(0, typed.words.len());
        if slots.is_empty() {
            return Ok(Part::nothing());
        }
        let label = format!("« {} »", typed.label(0, slots.len()));
        let way = match within.filter(|_| slots.len() > 1) {
            Some(within) => Way::Near(slots, within),
            None => {
                let joined = compound::joined_forms(lexicon, &typed)?;
                Way::Places([slots].into_iter().chain(joined).collect())
            }
        };
        let part = self.unit(label, way, mode);
        // A phrase is asked for by its quotation marks, wherever it stands.
        Ok(match (mode, &part.share) {
            (Mode::Ranked, Share::Unit(unit)) => Part { need: Need::Has(*unit), ..part },
            _ => part,
        })
    }

    fn tell_expansion(&mut self, typed: &str, found: &expand::Expansion) {
        if found.cut {
            self.plan.notes.push(format!(
                "« {typed} » : seuls les {} mots les plus fréquents sont cherchés.",
                weights::MAX_EXPANSIONS
            ));
        }
    }
}

fn word_unit(label: &str, slot: &Slot) -> Unit {
    Unit { label: label.to_owned(), ways: vec![Way::Word(slot.clone())] }
}

/// The words of a part of a query, as typed.
fn typed_words(lexicon: &mut Lexicon<'_>, node: &Node) -> Typed {
    match node {
        Node::Words(text) | Node::Phrase { words: text, .. } => lexicon.read(text),
        _ => Typed::default(),
    }
}
