//! What a PDF says of itself, without what its software says in the author's place.

use encoding_rs::{UTF_8, UTF_16BE, UTF_16LE};
use glane_document::PartialDate;
use pdf_extract::{Dictionary, Document, Object};

use super::letters;
use super::object::Lookup;
use super::open::information;
use crate::extract::Properties;

/// The properties that an author may have written.
pub(super) fn of(document: &Document) -> Properties {
    let Some(information) = information(document) else { return Properties::default() };
    let text = |key: &[u8]| text(document, information, key);
    let authors = text(b"Author").filter(|author| !is_machine(author));
    Properties {
        title: text(b"Title").filter(|title| is_title(title)),
        authors: authors.map(|authors| list(&authors, &[';'])).unwrap_or_default(),
        date: text(b"CreationDate").and_then(|date| day(&date)),
        keywords: text(b"Keywords").map(|words| list(&words, &[';', ','])).unwrap_or_default(),
    }
}

fn text(document: &Document, information: &Dictionary, key: &[u8]) -> Option<String> {
    let Some(Object::String(bytes, _)) = document.entry(information, key) else { return None };
    let decoded = decode(bytes);
    let words: Vec<&str> = decoded.split_whitespace().collect();
    Some(words.join(" ")).filter(|text| !text.is_empty())
}

/// A string of text: UTF-16 or UTF-8 with a mark, else the encoding of the format.
pub(super) fn decode(bytes: &[u8]) -> String {
    let text = match bytes {
        [0xfe, 0xff, rest @ ..] => UTF_16BE.decode_without_bom_handling(rest).0.into_owned(),
        [0xff, 0xfe, rest @ ..] => UTF_16LE.decode_without_bom_handling(rest).0.into_owned(),
        [0xef, 0xbb, 0xbf, rest @ ..] => UTF_8.decode_without_bom_handling(rest).0.into_owned(),
        // Some writers leave the mark out.
        _ => match std::str::from_utf8(bytes) {
            Ok(text) => text.to_owned(),
            Err(_) => bytes.iter().map(|&byte| document_letter(byte)).collect(),
        },
    };
    letters::of_glyph(&text)
}

/// A byte of the encoding of the format, which is Latin-1 but for two ranges.
fn document_letter(byte: u8) -> char {
    const LOW: [char; 8] = ['˘', 'ˇ', 'ˆ', '˙', '˝', '˛', '˚', '˜'];
    const HIGH: [char; 33] = [
        '•', '†', '‡', '…', '—', '–', 'ƒ', '⁄', '‹', '›', '−', '‰', '„', '“', '”', '‘', '’', '‚',
        '™', 'ﬁ', 'ﬂ', 'Ł', 'Œ', 'Š', 'Ÿ', 'Ž', 'ı', 'ł', 'œ', 'š', 'ž', '\u{fffd}', '€',
    ];
    match byte {
        0x18..=0x1f => LOW[usize::from(byte - 0x18)],
        0x80..=0xa0 => HIGH[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

/// Whether a title is one: software writes the name of the file, of itself, or a first guess.
fn is_title(title: &str) -> bool {
    const EXTENSIONS: [&str; 17] = [
        ".doc", ".docx", ".odt", ".rtf", ".pdf", ".indd", ".qxd", ".qxp", ".ppt", ".pptx", ".xls",
        ".xlsx", ".pub", ".tex", ".dvi", ".txt", ".ai",
    ];
    const NONE: [&str; 12] = [
        "untitled",
        "sans titre",
        "sans nom",
        "document",
        "titre",
        "title",
        "présentation powerpoint",
        "powerpoint presentation",
        "diapositive 1",
        "mise en page 1",
        "slide 1",
        "print",
    ];
    let folded = title.to_lowercase();
    let numbered = folded.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ');
    let none = NONE.contains(&folded.as_str()) || NONE.contains(&numbered);
    let file = folded.starts_with("microsoft ")
        || EXTENSIONS.iter().any(|extension| folded.ends_with(extension))
        || !folded.contains(' ') && folded.contains('_');
    let letters = title.chars().filter(|c| c.is_alphabetic()).count();
    !none && !file && letters >= 3 && !title.contains(['/', '\\'])
}

/// Whether an author is the account or the software of who wrote.
fn is_machine(author: &str) -> bool {
    const NAMES: [&str; 10] = [
        "admin",
        "administrateur",
        "administrator",
        "user",
        "utilisateur",
        "unknown",
        "inconnu",
        "anonymous",
        "microsoft office user",
        "utilisateur de microsoft office",
    ];
    let folded = author.to_lowercase();
    // One word is an account, « zlanteri », unless it is written as a name is.
    let account = !folded.contains(' ') && (folded == author || author.contains(['@', '\\', '_']));
    NAMES.contains(&folded.as_str()) || account
}

fn list(text: &str, marks: &[char]) -> Vec<String> {
    let parts = text.split(|c| marks.contains(&c)).map(str::trim);
    parts.filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

/// The day of `D:20191115093000+01'00'`, or of what comes close to it.
fn day(date: &str) -> Option<PartialDate> {
    let digits: String = date
        .trim_start_matches("D:")
        .chars()
        .filter(|c| *c != '-' && *c != '/')
        .take_while(char::is_ascii_digit)
        .collect();
    let year: i16 = digits.get(..4)?.parse().ok()?;
    let month = digits.get(4..6)?.parse().ok()?;
    let day = digits.get(6..8).and_then(|day| day.parse().ok());
    // Clocks that were never set say 1904, 1970 or 1980.
    (year > 1980).then(|| PartialDate::new(year, month, day))?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_of_text_are_decoded() {
        assert_eq!(decode(b"\xfe\xff\0\xc9\0t\0\xe9"), "Été");
        assert_eq!(decode(b"\xef\xbb\xbf\xc3\x89"), "É");
        assert_eq!(decode(b"L\x90acc\xe8s \x9c \x84 \xa0"), "L’accès œ — €");
    }

    #[test]
    fn names_of_files_are_no_titles() {
        for title in [
            "Microsoft Word - actes.doc",
            "actes_2019_v3",
            "Untitled",
            "Diapositive 1",
            "actes.indd",
            "12/3",
        ] {
            assert!(!is_title(title), "{title}");
        }
        assert!(is_title("Actes des rencontres d'Orn"));
    }

    #[test]
    fn accounts_are_no_authors() {
        assert!(is_machine("zlanteri") && is_machine("Administrateur"));
        assert!(!is_machine("Zoé Lanteri") && !is_machine("INSET"));
    }

    #[test]
    fn dates_are_read_to_the_day() {
        assert_eq!(day("D:20191115093000+01'00'"), PartialDate::new(2019, 11, Some(15)));
        assert_eq!(day("2019-11-15"), PartialDate::new(2019, 11, Some(15)));
        assert_eq!(day("D:19700101"), None);
        assert_eq!(day("hier"), None);
    }
}
