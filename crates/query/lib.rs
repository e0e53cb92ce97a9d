//! From what a reader types to an answer that can be cited.

mod answer;

pub use answer::{Answer, Facet, FacetCount, Facets, Hit, SectionRef, Snippet};
