//! What can go wrong while an index is read.

use glane_index::{Index, ReadError};
use tantivy::TantivyError;

use crate::SearchError;

/// A reading error, before the index that it comes from is named.
#[derive(Debug)]
pub(crate) enum Fault {
    /// tantivy could not read one of its files.
    Engine(TantivyError),
    /// What was read is not what was written.
    Read(ReadError),
}

impl Fault {
    /// The error that a caller sees.
    pub(crate) fn of(self, index: &Index) -> SearchError {
        SearchError::Read(match self {
            Fault::Engine(source) => index.damaged(source),
            Fault::Read(error) => error,
        })
    }
}

impl From<TantivyError> for Fault {
    fn from(error: TantivyError) -> Fault {
        Fault::Engine(error)
    }
}

impl From<ReadError> for Fault {
    fn from(error: ReadError) -> Fault {
        Fault::Read(error)
    }
}

impl From<std::io::Error> for Fault {
    fn from(error: std::io::Error) -> Fault {
        Fault::Engine(error.into())
    }
}
