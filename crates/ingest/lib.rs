//! From a source file to a structured document and its passages.
//!
//! # Overview
//!
//! The steps, in order, one module each:
//!
//! 1. [`discover`] lists the [`SourceFile`]s of a corpus;
//! 2. [`ingest`] reads one and extracts its text;
//! 3. the cleaner sets furniture apart: contents, running heads, link invitations, captions;
//! 4. [`structure`] finds headings, speakers, keywords, times, and builds the [`Document`];
//! 5. what the file says of itself fills what its text leaves open;
//! 6. the corrections of a sidecar, where there is one beside the source, are made;
//! 7. [`passages`] cuts its sections into the units of retrieval.
//!
//! Structure is found by layout and cues, never by a list of known documents. Nothing is lost:
//! each line of a source is in the text of exactly one section or in recorded furniture.
//!
//! # Example
//!
//! ```
//! let text = "Atelier 4\n\nAccueillir sans trier\n\nMot clé : Accueil\n\nZoé LANTERI, directrice du CCAS\n\nL'atelier a réuni trente agents.\n";
//! let document = glane_ingest::structure("actes.txt", "actes.txt", text);
//! let workshop = document.section("atelier-4").unwrap();
//! assert_eq!(workshop.title.as_deref(), Some("Accueillir sans trier"));
//! assert_eq!(workshop.speakers[0].name, "Zoé Lanteri");
//! assert_eq!(glane_ingest::passages(&document).len(), 1);
//! ```

mod clean;
mod extract;
mod line;
mod look;
mod markup;
mod passages;
mod pattern;
mod properties;
mod selection;
mod sidecar;
mod source;
mod structure;
mod words;
mod zones;

use std::path::PathBuf;

use glane_document::Document;

use extract::Extracted;
pub use extract::{ExtractedText, Extractor, Format, InProcess, Properties, Refusal};
pub use look::{Look, Looks, digest, nanoseconds};
pub use passages::passages;
pub use selection::{PatternError, Selection};
pub use sidecar::{Remark, SidecarNotice};
pub use source::{Found, SourceFile, discover};
pub use structure::{Detection, Options, structure, structure_with};

/// Why a file or folder could not be read. Messages are French and name the path.
#[derive(Debug, thiserror::Error)]
pub enum IngestError {
    /// The folder or file is missing or unreadable.
    #[error("« {path} » ne peut pas être lu : {reason}", path = path.display(), reason = french_reason(source))]
    Read {
        /// What was to be read.
        path: PathBuf,
        /// The system's reason.
        source: std::io::Error,
    },
    /// The file is beyond the limit on size.
    #[error(
        "« {path} » est trop volumineux : {bytes} octets, la limite est de {limit} (l'option \
         --max-size la change)",
        path = path.display()
    )]
    TooLarge {
        /// The file.
        path: PathBuf,
        /// Its size in bytes.
        bytes: u64,
        /// The limit in bytes.
        limit: u64,
    },
    /// The file gave no text.
    #[error("« {path} » est laissé de côté : {refusal}", path = path.display())]
    Refused {
        /// The file.
        path: PathBuf,
        /// Why.
        refusal: Refusal,
    },
    /// A sidecar where a document was expected.
    #[error(
        "« {path} » est laissé de côté : il corrige un document, donner le nom de ce document",
        path = path.display()
    )]
    NoDocument {
        /// The sidecar.
        path: PathBuf,
    },
    /// The corrections beside a source are wrong.
    #[error(
        "« {path} » n'est pas appliqué, son document est lu sans lui :{}",
        remarks.iter().map(|remark| format!("\n  {remark}")).collect::<String>(),
        path = path.display()
    )]
    Sidecar {
        /// The sidecar.
        path: PathBuf,
        /// What is wrong in it, by line.
        remarks: Vec<Remark>,
    },
}

/// Identifies the code that reads sources: documents read by another may be others.
///
/// It is a digest of the sources of the crates that this one is made of, taken when it is compiled.
pub const READER: &str = env!("GLANE_READER");

/// What a source file gave.
#[derive(Debug)]
pub struct Ingested {
    /// One document, or as many as a `.jsonl` holds.
    pub documents: Vec<Document>,
    /// Why the sidecar was left aside: the documents are as the machine found them.
    pub refused: Option<IngestError>,
    /// What else is to be said of the sidecar, mostly corrections that could not be made.
    pub notices: Vec<SidecarNotice>,
}

/// How sources are read.
#[derive(Clone, Copy)]
pub struct Reading<'a> {
    /// Reads what is no text.
    pub extractor: &'a dyn Extractor,
    /// The largest file that is read, in bytes.
    pub max_bytes: u64,
}

impl Reading<'_> {
    /// The limit on size where nobody sets another, in bytes.
    pub const MAX_BYTES: u64 = 256 << 20;

    /// Reads in this process, up to the usual size.
    pub fn in_process() -> Reading<'static> {
        Reading { extractor: &InProcess, max_bytes: Reading::MAX_BYTES }
    }
}

/// The documents of one source file, corrected by its sidecar.
///
/// A sidecar never costs a document: what is wrong with it is in the value and, for who meets the
/// document later, in [`Document::warnings`].
///
/// # Errors
///
/// [`IngestError`] when the file cannot be read, is too large, or gives no text.
pub fn ingest(source: &SourceFile, reading: Reading<'_>) -> Result<Ingested, IngestError> {
    let bytes = source.read(reading.max_bytes)?;
    let extracted = extract::extract(&source.id, &bytes, reading.extractor)
        .map_err(|refusal| IngestError::Refused { path: source.path.clone(), refusal })?;
    Ok(match extracted {
        Extracted::Documents(documents) => {
            let notices = sidecar::ignored(source);
            Ingested { documents, refused: None, notices }
        }
        Extracted::Text(format, extracted) => {
            let name = source.path.to_string_lossy();
            let mut document = structure(&source.id, &name, &extracted.text);
            format.as_str().clone_into(&mut document.format);
            document.warnings.extend(extracted.warnings);
            document.unread_pages = extracted.unread_pages;
            properties::fill(&mut document, &extracted.properties);
            let found = (!document.from_properties.is_empty()).then(|| document.clone());
            let (refused, notices) = sidecar::correct(source, &mut document);
            if let Some(found) = found {
                properties::unmark_changed(&mut document, &found);
            }
            Ingested { documents: vec![document], refused, notices }
        }
    })
}

fn french_reason(error: &std::io::Error) -> String {
    match error.kind() {
        std::io::ErrorKind::NotFound => "il n'existe pas".to_owned(),
        std::io::ErrorKind::PermissionDenied => "l'accès est refusé (droits de lecture)".to_owned(),
        _ => error.to_string(),
    }
}
