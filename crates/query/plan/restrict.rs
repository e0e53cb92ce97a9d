//! What a query restricts: `intervenant:Lanteri`, `titre:logement`, `avant:2015`.

use super::{Mode, Need, Part, Planner, Share};
use crate::fault::Fault;
use crate::field::{self, Field, Restriction};
use crate::filter::Narrowing;
use crate::lexicon::Lexicon;
use crate::query::Node;
use crate::unit::{Unit, Way};
use crate::{Filters, SearchError};

impl Planner {
    /// A restriction among other parts.
    pub(super) fn restriction(
        &mut self,
        lexicon: &mut Lexicon<'_>,
        restriction: &Restriction,
        mode: Mode,
    ) -> Result<Part, Fault> {
        let mut units = Vec::new();
        if let Some(narrowing) = narrowing(lexicon, restriction)? {
            units.push(Way::Holds(narrowing));
        } else if matches!(restriction.field, Field::Title | Field::Workshop) {
            units.extend(in_title(lexicon, restriction));
            if restriction.field == Field::Workshop {
                let filters = Filters { kind: vec!["workshop".to_owned()], ..Filters::default() };
                units.extend(resolve(lexicon, &filters)?.map(Way::Holds));
            }
        }
        if units.is_empty() {
            // Its value means nothing here: the words are searched.
            let text = restriction.value.clone();
            let note = format!("« {restriction} » lu comme des mots.");
            self.plan.notes.push(note);
            let typed = lexicon.read(&text);
            return self.words(lexicon, &typed, mode);
        }
        let mut needs = Vec::new();
        for way in units {
            let unit = Unit { label: restriction.to_string(), ways: vec![way] };
            needs.extend(self.plan.index_of(unit).map(Need::Has));
        }
        Ok(Part { need: Need::All(needs), share: Share::nothing() })
    }
}

/// What a restriction leaves, where it is one of exact values; `None` for words of a heading, and
/// where its value is not known.
fn narrowing(lexicon: &Lexicon<'_>, restriction: &Restriction) -> Result<Option<Narrowing>, Fault> {
    let value = || vec![restriction.value.clone()];
    let mut filters = Filters::default();
    match restriction.field {
        Field::Speaker => filters.speaker = value(),
        Field::Keyword => filters.keyword = value(),
        Field::Theme => filters.theme = value(),
        Field::Kind => filters.kind = value(),
        Field::Zone => filters.zone = value(),
        Field::Document => filters.document = value(),
        Field::Language => filters.language = value(),
        Field::Event => filters.event = value(),
        Field::Place => filters.place = value(),
        Field::Year => {
            let years = field::years(&restriction.value).map(|(from, to)| from..=to);
            filters.years = years.into_iter().collect();
        }
        Field::Before | Field::After => {
            let period = field::period(&restriction.value);
            let days = period.map(|days| match restriction.field {
                Field::Before => 0..=days.start() - 1,
                _ => days.end() + 1..=i64::MAX,
            });
            return Ok(days.map(Narrowing::days));
        }
        Field::Title | Field::Workshop => return Ok(None),
    }
    resolve(lexicon, &filters)
}

/// What a part of a query restricts the whole of it to; `None` where it asks for something else.
///
/// Only passages have a zone: where one is left out, a section is not left out with its notes.
pub(super) fn whole(lexicon: &Lexicon<'_>, node: &Node) -> Result<Option<Narrowing>, Fault> {
    match node {
        Node::Restriction(restriction) => narrowing(lexicon, restriction),
        Node::Without { part, .. } => Ok(match &**part {
            Node::Restriction(Restriction { field: Field::Zone, value }) => {
                Narrowing::but_zone(lexicon.index, value)
            }
            _ => None,
        }),
        _ => Ok(None),
    }
}

/// What filters leave; `None` where a kind, a zone or a language is not known.
fn resolve(lexicon: &Lexicon<'_>, filters: &Filters) -> Result<Option<Narrowing>, Fault> {
    match Narrowing::resolve(lexicon.index, filters) {
        Ok(narrowing) => Ok(Some(narrowing)),
        Err(SearchError::Read(error)) => Err(Fault::Read(error)),
        Err(_) => Ok(None),
    }
}

/// The words of a heading, one after the other; those of a workshop's number with its noun.
fn in_title(lexicon: &mut Lexicon<'_>, restriction: &Restriction) -> Option<Way> {
    let value = &restriction.value;
    let numbered = restriction.field == Field::Workshop && value.chars().count() <= 4;
    let text = match numbered && value.chars().all(|c| c.is_ascii_digit() || "IVX".contains(c)) {
        true => format!("atelier {value}"),
        false => value.clone(),
    };
    let typed = lexicon.read(&text);
    let slots = typed.slots(0, typed.words.len());
    (!slots.is_empty()).then(|| Way::InField(lexicon.index.fields().title, slots))
}
