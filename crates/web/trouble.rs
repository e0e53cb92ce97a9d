//! Why a page cannot be shown.

use axum::http::StatusCode;
use glane_dossier::StoreError;
use glane_index::ReadError;
use glane_query::SearchError;

/// Why a page cannot be shown, as far as the reader can do something about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Trouble {
    /// There is no index that can be read; with the reason.
    NoIndex(String),
    /// A first index is being written.
    Building,
    /// Too many pages are being made.
    Crowded,
    /// The page takes too long.
    TooLong,
    /// Something of the index cannot be read; with the reason.
    Unreadable(String),
    /// The thread that made the page ended before it.
    Broken,
    /// No section has this identifier.
    NoSection(String),
    /// No document has this identifier.
    NoDocument(String),
    /// Nothing has this address.
    NoPage,
    /// The address exists, for another method.
    NoMethod,
    /// What was typed is too long.
    LongQuery,
    /// The address is too long.
    LongAddress,
    /// What was asked for means nothing; with what.
    Unclear(String),
    /// The dossier cannot be read or written; with the reason.
    Dossier(String),
    /// The dossier has no such excerpt.
    NoExcerpt,
    /// The request names another host.
    Host,
    /// The request was sent by another site.
    Origin,
}

impl Trouble {
    /// What HTTP calls it.
    pub(crate) fn status(&self) -> StatusCode {
        match self {
            Trouble::NoIndex(_) | Trouble::Building | Trouble::Crowded | Trouble::TooLong => {
                StatusCode::SERVICE_UNAVAILABLE
            }
            Trouble::Unreadable(_) | Trouble::Broken | Trouble::Dossier(_) => {
                StatusCode::INTERNAL_SERVER_ERROR
            }
            Trouble::NoSection(_)
            | Trouble::NoDocument(_)
            | Trouble::NoPage
            | Trouble::NoExcerpt => StatusCode::NOT_FOUND,
            Trouble::NoMethod => StatusCode::METHOD_NOT_ALLOWED,
            Trouble::LongQuery | Trouble::Unclear(_) => StatusCode::BAD_REQUEST,
            Trouble::LongAddress => StatusCode::URI_TOO_LONG,
            Trouble::Host => StatusCode::MISDIRECTED_REQUEST,
            Trouble::Origin => StatusCode::FORBIDDEN,
        }
    }

    /// After how many seconds to try again, where that may help.
    pub(crate) fn retry_after(&self) -> Option<u32> {
        match self {
            Trouble::Building => Some(10),
            Trouble::Crowded | Trouble::TooLong => Some(5),
            _ => None,
        }
    }

    /// What happened, as a heading.
    pub(crate) fn title(&self) -> &'static str {
        match self {
            Trouble::NoIndex(_) => "Glane ne trouve pas son index",
            Trouble::Building => "L'index est en cours de mise à jour",
            Trouble::Crowded => "Glane est très occupée",
            Trouble::TooLong => "Cette recherche prend trop de temps",
            Trouble::Unreadable(_) => "L'index ne peut pas être lu",
            Trouble::Broken => "Cette page n'a pas pu être préparée",
            Trouble::NoSection(_) => "Cet atelier n'est plus dans l'index",
            Trouble::NoDocument(_) => "Ce document n'est pas dans l'index",
            Trouble::NoPage => "Cette page n'existe pas",
            Trouble::NoMethod => "Cette action n'est pas possible ici",
            Trouble::LongQuery => "Cette recherche est trop longue",
            Trouble::LongAddress => "Cette adresse est trop longue",
            Trouble::Unclear(_) => "Ce filtre n'est pas compris",
            Trouble::Dossier(_) => "Le dossier ne peut pas être lu ou écrit",
            Trouble::NoExcerpt => "Cet extrait n'est plus dans le dossier",
            Trouble::Host => "Cette adresse n'est pas celle de Glane",
            Trouble::Origin => "Cette action vient d'un autre site",
        }
    }
}

impl From<SearchError> for Trouble {
    fn from(error: SearchError) -> Trouble {
        match error {
            SearchError::Read(error) => error.into(),
            error => Trouble::Unclear(error.to_string()),
        }
    }
}

impl From<StoreError> for Trouble {
    fn from(error: StoreError) -> Trouble {
        Trouble::Dossier(error.to_string())
    }
}

impl From<ReadError> for Trouble {
    fn from(error: ReadError) -> Trouble {
        Trouble::Unreadable(error.to_string())
    }
}
