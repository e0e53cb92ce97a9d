//! A dossier as bytes: one JSON object that names its format and version.

use serde::{Deserialize, Serialize};

use crate::Dossier;

/// What tells a dossier from any other JSON object.
const FORMAT: &str = "glane-dossier";

/// The version that is written; earlier ones are read.
const VERSION: u32 = 1;

/// What stands in the file.
#[derive(Serialize, Deserialize)]
struct Envelope<D> {
    format: String,
    version: u32,
    #[serde(flatten)]
    dossier: D,
}

/// What every version has.
#[derive(Deserialize)]
struct Head {
    format: String,
    version: u32,
}

/// Why bytes are not a dossier.
#[derive(Debug, thiserror::Error)]
pub enum FileError {
    /// Not JSON, cut short, or of another shape.
    #[error("ce n'est pas un dossier lisible ({0})")]
    Damaged(#[source] serde_json::Error),
    /// JSON of something else.
    #[error("ce fichier n'est pas un dossier de Glane")]
    Foreign,
    /// Written by a later version.
    #[error(
        "ce dossier a été écrit par une version plus récente de Glane (format {0}, lu : {VERSION})"
    )]
    Newer(u32),
}

/// Reads a dossier.
///
/// # Errors
///
/// [`FileError`] says why the bytes are not one.
pub fn read(bytes: &[u8]) -> Result<Dossier, FileError> {
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    let value: serde_json::Value = serde_json::from_slice(bytes).map_err(FileError::Damaged)?;
    let head = Head::deserialize(&value).map_err(|_| FileError::Foreign)?;
    match (head.format == FORMAT, head.version) {
        (false, _) => Err(FileError::Foreign),
        (true, VERSION) => Dossier::deserialize(value).map_err(FileError::Damaged),
        (true, later) => Err(FileError::Newer(later)),
    }
}

/// The dossier as indented JSON, which a person may read, with a line end.
pub fn write(dossier: &Dossier) -> Vec<u8> {
    let envelope = Envelope { format: FORMAT.to_owned(), version: VERSION, dossier };
    // Plain data with string keys always serialises.
    let mut bytes = serde_json::to_vec_pretty(&envelope).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dossier_reads_back_from_its_own_bytes() {
        let dossier =
            Dossier { title: "L’accueil".to_owned(), revision: 4, ..Dossier::default() };
        assert_eq!(read(&write(&dossier)).unwrap(), dossier);
    }

    #[test]
    fn what_is_not_a_dossier_is_told_apart() {
        for bytes in [&b""[..], b"{", b"\xff\xfe", b"{\"format\": 3"] {
            assert!(matches!(read(bytes), Err(FileError::Damaged(_))), "{bytes:?}");
        }
        for bytes in [&b"[]"[..], b"{}", br#"{"format": "autre", "version": 1}"#] {
            assert!(matches!(read(bytes), Err(FileError::Foreign)), "{bytes:?}");
        }
        let later = br#"{"format": "glane-dossier", "version": 7}"#;
        assert!(matches!(read(later), Err(FileError::Newer(7))));
        let wrong = br#"{"format": "glane-dossier", "version": 1, "excerpts": 3}"#;
        assert!(matches!(read(wrong), Err(FileError::Damaged(_))));
    }
}
