//! Why a file gave no text.

use serde::{Deserialize, Serialize};

/// Why a file gave no text. Displayed as a French clause about the file: « il est chiffré… ».
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Refusal {
    /// A format that is not read, by its French name.
    #[error("c'est un fichier {0}, format qui n'est pas lu")]
    Foreign(String),
    /// Neither text nor a known format.
    #[error("ce n'est pas un fichier texte (contenu binaire)")]
    Binary,
    /// No byte at all.
    #[error("le fichier est vide")]
    Empty,
    /// A password is needed.
    #[error("il est chiffré : l'enregistrer sans mot de passe, puis le réimporter")]
    Encrypted,
    /// Pages that are images.
    #[error(
        "ce PDF ne contient que des images ({pages} page(s) sans texte) ; le passer à la \
         reconnaissance de caractères (OCR), puis le réimporter"
    )]
    NoText {
        /// How many pages were seen.
        pages: usize,
    },
    /// Text whose letters the file does not tell.
    #[error(
        "son texte n'est pas lisible (caractères sans correspondance) ; le passer à la \
         reconnaissance de caractères (OCR), puis le réimporter"
    )]
    Unmapped,
    /// The file ends too early.
    #[error("il est tronqué ({0})")]
    Truncated(String),
    /// The bytes do not follow their format.
    #[error("il est illisible ({0})")]
    Malformed(String),
    /// What it unfolds to is beyond a limit.
    #[error("il est trop volumineux une fois déplié ({0})")]
    TooLarge(String),
    /// The reader ran out of memory.
    #[error("le lire demande trop de mémoire")]
    OutOfMemory,
    /// The reader took too long.
    #[error("le lire prend plus de {seconds} secondes")]
    TimedOut {
        /// The limit.
        seconds: u64,
    },
    /// The reader stopped without an answer.
    #[error("le lecteur s'est arrêté sur ce fichier ({0})")]
    Crashed(String),
}
