//! What a file is, by its bytes rather than by its name.

use serde::{Deserialize, Serialize};

use super::{Refusal, fragment};

/// A format that is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Format {
    /// Text, Markdown included, in any encoding.
    Text,
    /// Structured documents, one JSON object a line.
    Jsonl,
    /// PDF.
    Pdf,
    /// Word, Office Open XML.
    Docx,
    /// Text in the open format of office suites.
    Odt,
    /// A web page.
    Html,
}

impl Format {
    /// The name used in JSON and in the index.
    pub fn as_str(self) -> &'static str {
        match self {
            Format::Text => "text",
            Format::Jsonl => "jsonl",
            Format::Pdf => "pdf",
            Format::Docx => "docx",
            Format::Odt => "odt",
            Format::Html => "html",
        }
    }

    /// Whether reading it takes a parser that a crafted file might hurt.
    pub fn is_risky(self) -> bool {
        !matches!(self, Format::Text | Format::Jsonl)
    }

    /// The format of `bytes`; the name of the source decides only between kinds of text.
    ///
    /// # Errors
    ///
    /// [`Refusal::Foreign`] for a known format that is not read, [`Refusal::Empty`] for a file
    /// without a byte whose name says that it should be no text.
    pub fn of(name: &str, bytes: &[u8]) -> Result<Format, Refusal> {
        let extension = name.rsplit_once('.').map(|(_, extension)| extension.to_lowercase());
        let named = |names: &[&str]| extension.as_deref().is_some_and(|e| names.contains(&e));
        if bytes.is_empty() && named(&["pdf", "docx", "odt"]) {
            return Err(Refusal::Empty);
        }
        if is_encrypted_package(bytes) {
            return Err(Refusal::Encrypted);
        }
        if let Some(format) = foreign(bytes) {
            return Err(Refusal::Foreign(format.to_owned()));
        }
        if holds(&bytes[..bytes.len().min(1024)], b"%PDF-") {
            return Ok(Format::Pdf);
        }
        if bytes.starts_with(b"PK\x03\x04") {
            return of_archive(bytes);
        }
        Ok(match () {
            () if is_page(bytes, named(&["html", "htm", "xhtml"])) => Format::Html,
            () if named(&["jsonl"]) => Format::Jsonl,
            () if named(&["md", "markdown"]) && fragment::is_html(bytes) => Format::Html,
            () => Format::Text,
        })
    }
}

/// Whether an office document stands under a password, in a container of the old kind.
fn is_encrypted_package(bytes: &[u8]) -> bool {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    bytes.starts_with(b"\xd0\xcf\x11\xe0") && holds(bytes, &name)
}

/// The French name of a known format that is not read, by its first bytes.
fn foreign(bytes: &[u8]) -> Option<&'static str> {
    const SIGNATURES: [(&[u8], &str); 5] = [
        (b"\xd0\xcf\x11\xe0", "d'une ancienne suite bureautique (.doc, .xls, .ppt)"),
        (b"\x89PNG", "image PNG"),
        (b"\xff\xd8\xff", "image JPEG"),
        (b"{\\rtf", "RTF"),
        (b"\x1f\x8b", "compressé gzip"),
    ];
    SIGNATURES.iter().find(|(signature, _)| bytes.starts_with(signature)).map(|(_, name)| *name)
}

/// What a ZIP archive is, by the names and the type that it holds in clear.
fn of_archive(bytes: &[u8]) -> Result<Format, Refusal> {
    // It states its type in the first entry, which is stored as it is.
    let start = &bytes[..bytes.len().min(256)];
    const OPEN_DOCUMENT: &[u8] = b"application/vnd.oasis.opendocument.";
    if holds(start, OPEN_DOCUMENT) {
        return match holds(start, b"application/vnd.oasis.opendocument.text") {
            true => Ok(Format::Odt),
            false => Err(Refusal::Foreign("OpenDocument (tableur, présentation…)".to_owned())),
        };
    }
    const KINDS: [(&[u8], &str); 3] = [
        (b"xl/workbook.xml", "tableur (.xlsx)"),
        (b"ppt/presentation.xml", "présentation (.pptx)"),
        (b"META-INF/container.xml", "livre numérique (.epub)"),
    ];
    // Some software numbers its main part.
    if holds(bytes, b"word/document") {
        return Ok(Format::Docx);
    }
    let kind = KINDS.iter().find(|(entry, _)| holds(bytes, entry)).map(|(_, name)| *name);
    if kind.is_none() && !holds(bytes, b"PK\x05\x06") {
        return Err(Refusal::Truncated("la fin de l'archive manque".to_owned()));
    }
    Err(Refusal::Foreign(kind.unwrap_or("archive ZIP").to_owned()))
}

/// Whether a text is a web page: it says so first, or its name does and it has tags.
fn is_page(bytes: &[u8], named: bool) -> bool {
    let start = &bytes[..bytes.len().min(1024)];
    // A page may be in UTF-16: its zeros are left out.
    let start: Vec<u8> =
        start.iter().filter(|&&byte| byte != 0).map(u8::to_ascii_lowercase).collect();
    let said = start.trim_ascii_start();
    let said = [&b"\xef\xbb\xbf"[..], b"\xff\xfe", b"\xfe\xff"]
        .iter()
        .find_map(|mark| said.strip_prefix(*mark))
        .unwrap_or(said)
        .trim_ascii_start();
    let opens = |tag: &[u8]| said.starts_with(tag);
    let declared = opens(b"<!doctype html") || opens(b"<html") || opens(b"<head");
    let xml = (opens(b"<?xml") || opens(b"<!--")) && holds(said, b"<html");
    declared || xml || named && said.contains(&b'<')
}

fn holds(bytes: &[u8], part: &[u8]) -> bool {
    memchr::memmem::find(bytes, part).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name: &str, bytes: &[u8], expect: Format) {
        assert_eq!(Format::of(name, bytes), Ok(expect), "{name}");
    }

    #[track_caller]
    fn refused(name: &str, bytes: &[u8], expect: &str) {
        let reason = Format::of(name, bytes).unwrap_err().to_string();
        assert!(reason.contains(expect), "{reason}");
    }

    #[test]
    fn bytes_decide_whatever_the_name() {
        check("actes.txt", b"%PDF-1.7\n", Format::Pdf);
        check("actes.pdf", b"\n\n%PDF-1.4\n", Format::Pdf);
        check("actes.pdf", b"Compte rendu", Format::Text);
        check("actes.pdf", b"<!DOCTYPE html><title>Actes</title>", Format::Html);
        check("actes.pdf", b"PK\x03\x04....word/document.xml", Format::Docx);
        check("actes", b"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.text", Format::Odt);
    }

    #[test]
    fn a_name_tells_kinds_of_text_apart() {
        check("lot.jsonl", b"{}", Format::Jsonl);
        check("page.html", b"<p>Bonjour", Format::Html);
        check("note.md", b"<p>Bonjour", Format::Text);
        check("note.md", b"<p>Se loger</p><p>Bail</p>\n".repeat(3).as_slice(), Format::Html);
        check("page.htm", b"sans balise", Format::Text);
        check("page.html", b"\xff\xfe<\0h\0t\0m\0l\0>\0", Format::Html);
    }

    #[test]
    fn what_is_not_read_is_named() {
        refused("photo.txt", b"\x89PNG\r\n", "image PNG");
        refused(
            "budget.odt",
            b"PK\x03\x04application/vnd.oasis.opendocument.spreadsheet",
            "tableur",
        );
        refused("lot.docx", b"PK\x03\x04rien PK\x05\x06", "archive ZIP");
        refused("note.docx", b"PK\x03\x04rien", "tronqué");
        let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
        refused("secret.docx", &[b"\xd0\xcf\x11\xe0", &name[..]].concat(), "chiffré");
        refused("vide.pdf", b"", "vide");
    }
}
