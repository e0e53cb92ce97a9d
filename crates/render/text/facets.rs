//! Counts under an answer, one compact line per facet.

use std::io::{self, Write};

use glane_document::SectionKind;
use glane_query::{Facet, FacetCount, Facets};

use super::phrase::DOT;
use crate::Style;
use crate::wrap::wrapped;

/// How many values of a facet are shown.
const SHOWN: usize = 6;

/// Writes the facets that tell sections apart: a facet with one value says nothing.
pub(crate) fn facets(facets: &Facets, style: &Style, out: &mut impl Write) -> io::Result<()> {
    let kinds: Facet = facets.kinds.iter().map(with_label).collect();
    for (name, facet) in
        [("Années", &facets.years), ("Documents", &facets.documents), ("Natures", &kinds)]
    {
        if facet.len() > 1 {
            wrapped(&format!("{name} : "), &compact(facet), style.width, out)?;
        }
    }
    Ok(())
}

/// The French name of a kind that the index knows by its JSON name.
fn with_label(count: &FacetCount) -> FacetCount {
    let kind = SectionKind::ALL.into_iter().find(|kind| kind.as_str() == count.value);
    let value = kind.map_or_else(|| count.value.clone(), |kind| kind.label().to_owned());
    FacetCount { value, count: count.count }
}

fn compact(facet: &Facet) -> String {
    let shown: Vec<String> = facet
        .iter()
        .take(SHOWN)
        .map(|value| format!("{} ({})", value.value, value.count))
        .collect();
    let others = if facet.len() > SHOWN { "…" } else { "" };
    let list = shown.join(DOT);
    if others.is_empty() { list } else { format!("{list}{DOT}{others}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facet(values: &[(&str, usize)]) -> Facet {
        values.iter().map(|&(value, count)| FacetCount { value: value.to_owned(), count }).collect()
    }

    #[test]
    fn facets_with_one_value_are_left_out() {
        let counts = Facets {
            years: facet(&[("2024", 3)]),
            kinds: facet(&[("workshop", 2), ("plenary", 1)]),
            ..Facets::default()
        };
        let mut out = Vec::new();
        facets(&counts, &Style::default(), &mut out).unwrap();
        assert_eq!(String::from_utf8(out).unwrap(), "Natures : Atelier (2) · Plénière (1)\n");
    }

    #[test]
    fn long_facets_end_with_an_ellipsis() {
        let values = facet(&[("a", 1), ("b", 1), ("c", 1), ("d", 1), ("e", 1), ("f", 1), ("g", 1)]);
        assert!(compact(&values).ends_with("f (1) · …"));
    }
}
