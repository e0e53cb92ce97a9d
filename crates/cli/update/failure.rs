//! Why a source is not in the index, in a word for programs and a sentence for people.

use glane_index::Failure;
use glane_ingest::{IngestError, Refusal};

/// The code of a file beyond the limit on size.
pub(crate) const TOO_LARGE: &str = "too_large";

/// What is recorded of an error.
pub(crate) fn of(error: &IngestError) -> Failure {
    let pages = match error {
        IngestError::Refused { refusal: Refusal::NoText { pages }, .. } => Some(*pages),
        _ => None,
    };
    Failure { code: code(error).to_owned(), message: error.to_string(), pages }
}

/// Whether reading the same bytes again may give something else.
pub(crate) fn may_pass(error: &IngestError) -> bool {
    matches!(error, IngestError::Read { .. })
}

fn code(error: &IngestError) -> &'static str {
    match error {
        IngestError::Read { source, .. } => match source.kind() {
            std::io::ErrorKind::PermissionDenied => "permission",
            std::io::ErrorKind::NotFound => "absent",
            _ => "io",
        },
        IngestError::TooLarge { .. } => TOO_LARGE,
        IngestError::NoDocument { .. } => "no_document",
        IngestError::Sidecar { .. } => "sidecar",
        IngestError::Refused { refusal, .. } => match refusal {
            Refusal::Foreign(_) => "format",
            Refusal::Binary => "binary",
            Refusal::Empty => "empty",
            Refusal::Encrypted => "encrypted",
            Refusal::NoText { .. } => "no_text",
            Refusal::Unmapped => "unmapped",
            Refusal::Truncated(_) => "truncated",
            Refusal::Malformed(_) => "malformed",
            Refusal::TooLarge(_) => "unfolds",
            Refusal::OutOfMemory => "memory",
            Refusal::TimedOut { .. } => "timeout",
            Refusal::Crashed(_) => "crash",
        },
    }
}
