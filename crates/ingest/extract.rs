//! One source file → its text, one file per format.

mod decode;
mod jsonl;

use glane_document::{Document, Warning};

pub(crate) use decode::decode;

/// What the bytes of a source hold.
#[derive(Debug)]
pub(crate) enum Extracted {
    /// A text whose structure is to be found.
    Text {
        /// The text as decoded.
        text: String,
        /// What the decoder found odd.
        warnings: Vec<Warning>,
    },
    /// Documents that are structured already.
    Documents(Vec<Document>),
}

/// Reads `bytes`; `id` names the source they come from.
///
/// # Errors
///
/// A French reason when the bytes are neither text nor documents.
pub(crate) fn extract(id: &str, bytes: &[u8]) -> Result<Extracted, String> {
    if let Some(format) = foreign_format(bytes) {
        return Err(format!("c'est un fichier {format}, format qui n'est pas encore lu"));
    }
    let Some(decoded) = decode(bytes) else {
        return Err("ce n'est pas un fichier texte (contenu binaire)".to_owned());
    };
    if id.ends_with(".jsonl") {
        return jsonl::documents(id, &decoded.text).map(Extracted::Documents);
    }
    let warning = decoded.warning.map(|message| Warning { line: None, message });
    Ok(Extracted::Text { text: decoded.text, warnings: warning.into_iter().collect() })
}

/// The name of a known binary format, by its first bytes.
fn foreign_format(bytes: &[u8]) -> Option<&'static str> {
    const SIGNATURES: [(&[u8], &str); 7] = [
        (b"%PDF-", "PDF"),
        (b"PK\x03\x04", "ZIP (DOCX, ODT…)"),
        (b"\xd0\xcf\x11\xe0", "Word ancien (.doc)"),
        (b"\x89PNG", "image PNG"),
        (b"\xff\xd8\xff", "image JPEG"),
        (b"{\\rtf", "RTF"),
        (b"\x1f\x8b", "compressé gzip"),
    ];
    SIGNATURES.iter().find(|(signature, _)| bytes.starts_with(signature)).map(|(_, name)| *name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_known_binary_is_refused_by_its_name() {
        let reason = extract("note.txt", b"%PDF-1.7 ...").unwrap_err();
        assert!(reason.contains("PDF"), "{reason}");
    }

    #[test]
    fn an_unknown_binary_is_refused() {
        let reason = extract("note.txt", b"\0\x01\x02\x03 abc").unwrap_err();
        assert!(reason.contains("binaire"), "{reason}");
    }
}
