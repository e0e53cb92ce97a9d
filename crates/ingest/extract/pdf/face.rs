//! Whether the letters of a font are bold, or italic.

use pdf_extract::{Dictionary, Document};

use super::object::{Lookup, whole};
use crate::extract::emphasis::Face;

/// What the name of a font or its description says of its letters.
pub(super) fn face(document: &Document, font: &Dictionary) -> Face {
    const FORCE_BOLD: i64 = 1 << 18;
    let name = document.name(font, b"BaseFont").unwrap_or_default().to_ascii_lowercase();
    // Before the plus sign stand six letters at random.
    let name = name.splitn(2, |&byte| byte == b'+').last().unwrap_or_default();
    let says =
        |marks: &[&[u8]]| marks.iter().any(|mark| memchr::memmem::find(name, mark).is_some());
    let descendant = document.first_dictionary(font, b"DescendantFonts");
    let descriptor = document.dictionary(descendant.unwrap_or(font), b"FontDescriptor");
    let number = |key| descriptor.and_then(|descriptor| document.number(descriptor, key));
    let bold = says(&[b"bold", b"black", b"heavy", b"demi", b"extrabd"])
        || number(b"FontWeight").is_some_and(|weight| weight >= 600.0)
        || number(b"Flags").is_some_and(|flags| whole(flags) & FORCE_BOLD != 0);
    let italic = says(&[b"italic", b"oblique"]);
    Face { bold: Some(bold), italic: Some(italic), ..Face::default() }
}
