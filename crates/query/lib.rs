//! From what a reader types to an answer that can be cited.

mod answer;
mod search;

mod parse;

mod acronym;
mod compound;
mod lexicon;
mod person;
mod plan;
mod typed;
mod unit;

mod evidence;
mod filter;
mod kind;
mod order;
mod positions;
mod rank;
mod segment;
mod weights;

mod citation;
mod dates;
mod facets;
mod mark;
mod snippet;
mod suggest;

mod edit;
mod fault;
mod names;

pub use answer::{Answer, Facet, FacetCount, Facets, Hit, SectionRef, Snippet};
pub use parse::{Clause, Query, parse};
pub use search::{Filters, Search, SearchError, search};
