//! From what a reader types to an answer that can be cited.

mod answer;
mod search;

pub use answer::{Answer, Facet, FacetCount, Facets, Hit, SectionRef, Snippet};
pub use search::{Filters, Search, SearchError, search};
