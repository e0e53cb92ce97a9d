//! What a reader may choose among: filters of a search, orders of its results.

use glane_query::{FacetCount, Facets, Sort};

/// A filter of a search, by its name in addresses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Facet {
    /// The heading of a theme.
    Theme,
    /// The year of the document.
    Year,
    /// The kind of section.
    Kind,
    /// An event.
    Event,
    /// A document.
    Document,
    /// Someone who speaks.
    Speaker,
    /// A declared keyword.
    Keyword,
    /// The place of the event.
    Place,
}

impl Facet {
    /// In the order in which they are shown.
    pub(crate) const ALL: [Facet; 8] = [
        Facet::Theme,
        Facet::Year,
        Facet::Kind,
        Facet::Event,
        Facet::Document,
        Facet::Speaker,
        Facet::Keyword,
        Facet::Place,
    ];

    /// Its name in addresses.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Facet::Theme => "theme",
            Facet::Year => "annee",
            Facet::Kind => "type",
            Facet::Event => "evenement",
            Facet::Document => "document",
            Facet::Speaker => "intervenant",
            Facet::Keyword => "mot",
            Facet::Place => "lieu",
        }
    }

    /// Its values in an answer.
    pub(crate) fn counts(self, counts: &mut Facets) -> &mut Vec<FacetCount> {
        match self {
            Facet::Theme => &mut counts.themes,
            Facet::Year => &mut counts.years,
            Facet::Kind => &mut counts.kinds,
            Facet::Event => &mut counts.events,
            Facet::Document => &mut counts.documents,
            Facet::Speaker => &mut counts.speakers,
            Facet::Keyword => &mut counts.keywords,
            Facet::Place => &mut counts.places,
        }
    }

    /// What a reader calls it.
    pub(crate) fn label(self) -> &'static str {
        match self {
            Facet::Theme => "Thème",
            Facet::Year => "Année",
            Facet::Kind => "Type",
            Facet::Event => "Événement",
            Facet::Document => "Document",
            Facet::Speaker => "Intervenant·e",
            Facet::Keyword => "Mot-clé",
            Facet::Place => "Lieu",
        }
    }
}

/// The order of results.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Order {
    /// Best first.
    #[default]
    Relevance,
    /// Latest first.
    Latest,
    /// Earliest first.
    Oldest,
    /// As documents are read.
    Reading,
}

impl Order {
    /// All, in the order in which they are shown.
    pub(crate) const ALL: [Order; 4] =
        [Order::Relevance, Order::Latest, Order::Oldest, Order::Reading];

    /// Its name in addresses; the usual one has none.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Order::Relevance => "",
            Order::Latest => "recent",
            Order::Oldest => "ancien",
            Order::Reading => "document",
        }
    }

    /// What a reader calls it.
    pub(crate) fn label(self) -> &'static str {
        match self {
            Order::Relevance => "pertinence",
            Order::Latest => "plus récents",
            Order::Oldest => "plus anciens",
            Order::Reading => "ordre des documents",
        }
    }

    /// What the query crate calls it.
    pub(crate) fn sort(self) -> Sort {
        match self {
            Order::Relevance => Sort::Relevance,
            Order::Latest => Sort::Date,
            Order::Oldest => Sort::Oldest,
            Order::Reading => Sort::Document,
        }
    }
}
