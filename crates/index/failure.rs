//! Why an index could not be written.

use std::io;
use std::path::PathBuf;

use tantivy::TantivyError;

/// Why a build stopped. The live generation, if there is one, is as it was.
#[derive(Debug, thiserror::Error)]
pub enum BuildError {
    /// Another build holds the lock: try again later.
    #[error(
        "une autre indexation de « {path} » est en cours ({holder}) : attendre sa fin, puis relancer",
        path = path.display()
    )]
    Busy {
        /// The index's folder.
        path: PathBuf,
        /// What the holder wrote of itself; may be empty.
        holder: String,
    },
    /// The folder holds something that no index would hold.
    #[error(
        "« {path} » contient « {entry} », qui n'appartient pas à un index : choisir un autre \
         dossier avec --index, ou déplacer ce fichier",
        path = path.display()
    )]
    Foreign {
        /// The folder.
        path: PathBuf,
        /// The first name that is not ours.
        entry: String,
    },
    /// The folder cannot be read or written.
    #[error(
        "« {path} » ne peut pas être écrit ({source}) : vérifier les droits et la place libre",
        path = path.display()
    )]
    Io {
        /// What was to be read or written.
        path: PathBuf,
        /// The system's reason.
        source: io::Error,
    },
    /// The live generation cannot be continued.
    #[error(
        "l'index « {path} » est endommagé ({source}) : lancer « glane index --rebuild »",
        path = path.display()
    )]
    Damaged {
        /// The generation's folder.
        path: PathBuf,
        /// What is wrong with it.
        source: io::Error,
    },
    /// tantivy could not write the generation.
    #[error(
        "l'index « {path} » n'a pas pu être écrit ({source}) : vérifier les droits et la place \
         libre, puis relancer",
        path = path.display()
    )]
    Engine {
        /// The generation's folder.
        path: PathBuf,
        /// tantivy's reason.
        source: TantivyError,
    },
    /// What was written is not what was added.
    #[error(
        "l'index « {path} » a été écrit incomplètement ({found} passages au lieu de {expected}) : \
         relancer l'indexation avec --rebuild",
        path = path.display()
    )]
    Incomplete {
        /// The generation's folder.
        path: PathBuf,
        /// Passages that the generation should hold.
        expected: usize,
        /// Passages found in it.
        found: usize,
    },
}
