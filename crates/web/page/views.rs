//! The ways in which one search is looked at.

use maud::{Markup, html};

use crate::asked::Asked;

/// One of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Way {
    /// The sections, best first.
    Excerpts,
    /// One line an occurrence.
    Concordance,
    /// How many, year by year.
    Evolution,
    /// Who speaks there.
    Speakers,
}

const WAYS: [(Way, &str, &str); 4] = [
    (Way::Excerpts, "/recherche", "Extraits"),
    (Way::Concordance, "/concordance", "Concordance"),
    (Way::Evolution, "/evolution", "Évolution"),
    (Way::Speakers, "/intervenants", "Intervenants"),
];

/// Links to each of them; a search without words has but one.
pub(crate) fn views(asked: &Asked, here: Way) -> Markup {
    let asked = Asked { page: 1, ..asked.clone() };
    html! {
        @if !asked.q.is_empty() {
            div.page { nav.vues aria-label="Vues de cette recherche" { ul role="list" {
                @for (way, path, label) in WAYS {
                    li { a href=(asked.address_of(path))
                        aria-current=[(way == here).then_some("page")] { (label) } }
                }
            } } }
        }
    }
}
