//! One source file → its text, one file per format.

mod archive;
mod compose;
mod content;
mod decode;
mod docx;
mod emphasis;
mod format;
mod fragment;
mod html;
mod jsonl;
mod length;
mod lettering;
mod markdown;
mod numeral;
mod odt;
mod org;
mod parted;
mod pdf;
mod properties;
mod refusal;
mod spans;
mod styled;
mod text;
mod tree;
mod typst;
mod xml;

use glane_document::{Document, Warning};

pub(crate) use decode::decode;
pub use format::Format;
pub use refusal::Refusal;
pub use text::{ExtractedText, Properties};

/// Reads the formats that a crafted file might turn against their parser.
///
/// A parser may run out of memory, of stack or of time, which no error value tells: who reads files
/// of others hands them to another process.
pub trait Extractor: Sync {
    /// The text of `bytes`, which are of a [risky](Format::is_risky) format.
    ///
    /// # Errors
    ///
    /// Why the file gave no text.
    fn extract(&self, format: Format, bytes: &[u8]) -> Result<ExtractedText, Refusal>;
}

/// Reads in this process: for files that one trusts, and for the process apart.
#[derive(Debug, Clone, Copy, Default)]
pub struct InProcess;

impl Extractor for InProcess {
    fn extract(&self, format: Format, bytes: &[u8]) -> Result<ExtractedText, Refusal> {
        match format {
            Format::Text | Format::Jsonl => text(bytes),
            Format::Pdf => pdf::read(bytes),
            Format::Docx => docx::read(bytes),
            Format::Odt => odt::read(bytes),
            Format::Html => html::read(bytes),
        }
    }
}

/// What the bytes of a source hold.
#[derive(Debug)]
pub(crate) enum Extracted {
    /// A text whose structure is to be found.
    Text(Format, ExtractedText),
    /// Documents that are structured already.
    Documents(Vec<Document>),
}

/// Reads `bytes`; `id` names the source they come from.
///
/// # Errors
///
/// Why the file gave neither text nor documents.
pub(crate) fn extract(
    id: &str,
    bytes: &[u8],
    extractor: &dyn Extractor,
) -> Result<Extracted, Refusal> {
    let format = Format::of(id, bytes)?;
    match format {
        Format::Jsonl => {
            let text = compose::composed(decode(bytes).ok_or(Refusal::Binary)?.text);
            let documents = jsonl::documents(id, &text);
            documents.map(Extracted::Documents).map_err(Refusal::Malformed)
        }
        Format::Text => text(bytes).map(|text| Extracted::Text(format, text.composed())),
        _ => extractor.extract(format, bytes).map(|text| Extracted::Text(format, text.composed())),
    }
}

fn text(bytes: &[u8]) -> Result<ExtractedText, Refusal> {
    let decoded = decode(bytes).ok_or(Refusal::Binary)?;
    let warning = decoded.warning.map(|message| Warning { line: None, message });
    let warnings = warning.into_iter().collect();
    let rewritten = match &decoded.text {
        text if org::is_org(text) => Some(org::markdown(text)),
        text if typst::is_typst(text) => Some(typst::markdown(text)),
        text => parted::parted(text),
    };
    let text = rewritten.unwrap_or(decoded.text);
    Ok(ExtractedText { text, warnings, ..ExtractedText::default() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_binary_is_refused() {
        let refused = extract("note.txt", b"\0\x01\x02\x03 abc", &InProcess).unwrap_err();
        assert_eq!(refused, Refusal::Binary);
    }

    #[test]
    fn accents_that_follow_their_letters_are_composed() {
        let written = "# Se\u{301}ance\n".as_bytes();
        let Ok(Extracted::Text(_, read)) = extract("note.md", written, &InProcess) else {
            panic!()
        };
        assert_eq!(read.text, "# Séance\n");
    }
}
