//! Bytes → text: byte-order mark, then strict UTF-8, then a guess among legacy encodings.

use std::sync::LazyLock;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, ISO_8859_15, MACINTOSH, UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::pattern::{Pattern, pattern};

/// Text decoded from bytes.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Decoded {
    /// The text, without byte-order mark.
    pub(crate) text: String,
    /// What should be told to the reader, in French.
    pub(crate) warning: Option<String>,
}

/// The text of `bytes`, or `None` when they are not text.
pub(crate) fn decode(bytes: &[u8]) -> Option<Decoded> {
    decode_labelled(bytes, None)
}

/// The text of `bytes`, which say that they are in the encoding of this label.
///
/// Where they are UTF-8 they are read so whatever they say: no text of another encoding is by
/// chance, and pages that were converted keep their old label.
pub(crate) fn decode_labelled(bytes: &[u8], label: Option<&str>) -> Option<Decoded> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let (text, lossy) = encoding.decode_without_bom_handling(&bytes[mark..]);
        return readable(text.into_owned(), encoding, lossy);
    }
    if let Some(encoding) = utf16_without_mark(bytes) {
        let (text, lossy) = encoding.decode_without_bom_handling(bytes);
        return readable(text.into_owned(), encoding, lossy);
    }
    if is_binary(bytes) {
        return None;
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Some(Decoded { text: text.to_owned(), warning: None });
    }
    let labelled = label.and_then(|label| Encoding::for_label(label.as_bytes()));
    if let Some(encoding) = labelled.filter(|encoding| *encoding != encoding_rs::UTF_8) {
        let (text, lossy) = encoding.decode_without_bom_handling(bytes);
        let read = readable(text.into_owned(), encoding, lossy)?;
        return Some(Decoded { warning: read.warning.filter(|_| lossy), ..read });
    }
    legacy(bytes)
}

/// The encoding that a page or an XML file declares in its first bytes.
pub(crate) fn label(bytes: &[u8]) -> Option<String> {
    static LABEL: LazyLock<Pattern> = LazyLock::new(|| {
        pattern(
            r#"(?i)(?:\bcharset|<\?xml[^>]{0,80}\sencoding)\s*=\s*["']?\s*([a-z0-9_:.-]{3,30})"#,
        )
    });
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(2048)]);
    LABEL.captures(&start).map(|found| found[1].to_owned())
}

fn legacy(bytes: &[u8]) -> Option<Decoded> {
    // One bad byte in an otherwise UTF-8 file is damage, not another encoding.
    let text = String::from_utf8_lossy(bytes);
    let damaged = text.matches('\u{fffd}').count();
    let accented = text.chars().filter(|c| !c.is_ascii() && *c != '\u{fffd}').count();
    if accented > damaged {
        let warning =
            format!("{damaged} octet(s) illisible(s) dans un texte UTF-8, remplacé(s) par �");
        return Some(Decoded { text: text.into_owned(), warning: Some(warning) });
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guess = detector.guess(Some(b"fr"), Utf8Detection::Deny);
    let guess = if guess.is_single_byte() { guess } else { WINDOWS_1252 };
    // What the detector does not know, or takes for its neighbour, French tells.
    let candidates = [guess, ISO_8859_15, MACINTOSH].map(|encoding| {
        let (text, lossy) = encoding.decode_without_bom_handling(bytes);
        (encoding, text, lossy)
    });
    let mut best = 0;
    for (at, (_, text, _)) in candidates.iter().enumerate() {
        if french_letters(text) > french_letters(&candidates[best].1) {
            best = at;
        }
    }
    let (encoding, text, lossy) = candidates.into_iter().nth(best)?;
    readable(text.into_owned(), encoding, lossy)
}

/// How many letters that only French words hold stand beside a letter, in some 64 kB.
fn french_letters(text: &str) -> usize {
    const LETTERS: &str = "éèêëàâùûîïôçœÉÈÊÀÇÎÔŒ";
    let mut before = ' ';
    let mut count = 0;
    for c in text.chars().take(1 << 16) {
        let beside = LETTERS.contains(before) && c.is_ascii_alphabetic();
        count += usize::from(beside || LETTERS.contains(c) && before.is_ascii_alphabetic());
        before = c;
    }
    count
}

fn readable(text: String, encoding: &'static Encoding, lossy: bool) -> Option<Decoded> {
    let controls = text.chars().filter(|&c| is_stray_control(c)).count();
    if controls * 50 > text.chars().count() {
        return None;
    }
    let name = encoding.name();
    let warning = if lossy {
        format!("texte lu comme {name}, avec des octets illisibles remplacés par �")
    } else {
        format!("texte lu comme {name}")
    };
    let silent =
        !lossy && (encoding == encoding_rs::UTF_8 || encoding == UTF_16LE || encoding == UTF_16BE);
    Some(Decoded { text, warning: (!silent).then_some(warning) })
}

/// UTF-16 without a mark has a zero in every second byte of Latin text.
fn utf16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(512)];
    if sample.len() < 4 || bytes.len() % 2 == 1 {
        return None;
    }
    let zeros = |parity: usize| sample.iter().skip(parity).step_by(2).filter(|&&b| b == 0).count();
    let half = sample.len() / 2;
    match (zeros(0) * 10 > half * 8, zeros(1) * 10 > half * 8) {
        (false, true) => Some(UTF_16LE),
        (true, false) => Some(UTF_16BE),
        _ => None,
    }
}

/// Whether bytes hold a zero, or too many controls, as no text file does.
fn is_binary(bytes: &[u8]) -> bool {
    let sample = &bytes[..bytes.len().min(1 << 16)];
    let controls = sample.iter().filter(|&&b| is_stray_control(char::from(b)) && b < 0x20).count();
    sample.contains(&0) || controls * 50 > sample.len()
}

fn is_stray_control(c: char) -> bool {
    c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\x0c' | '\x0b' | '\u{85}')
}

#[cfg(test)]
mod tests {
    use super::*;

    const SENTENCE: &str = "L’accès aux droits, à Montfleury : « être reçu, écouté, orienté ».";

    #[track_caller]
    fn check(bytes: &[u8], expect: &str) {
        assert_eq!(decode(bytes).map(|decoded| decoded.text).as_deref(), Some(expect));
    }

    #[test]
    fn utf8_is_read_with_and_without_a_mark() {
        check(SENTENCE.as_bytes(), SENTENCE);
        check(format!("\u{feff}{SENTENCE}").as_bytes(), SENTENCE);
        assert_eq!(decode(SENTENCE.as_bytes()).unwrap().warning, None);
    }

    #[test]
    fn utf16_is_read_with_and_without_a_mark() {
        let units: Vec<u8> = SENTENCE.encode_utf16().flat_map(u16::to_le_bytes).collect();
        check(&units, SENTENCE);
        check(&[&[0xff, 0xfe], &units[..]].concat(), SENTENCE);
    }

    #[test]
    fn windows_1252_is_read_and_told() {
        let (bytes, _, _) = WINDOWS_1252.encode(SENTENCE);
        let decoded = decode(&bytes).unwrap();
        assert_eq!(decoded.text, SENTENCE);
        assert!(decoded.warning.unwrap().contains("windows-1252"));
    }

    #[test]
    fn french_tells_the_encodings_that_detectors_mistake() {
        // « L'œuvre de Noël » in ISO-8859-15, « été réunis » in MacRoman.
        check(b"L'\xbduvre de No\xebl", "L'œuvre de Noël");
        check(
            b"Les \x8elus ont \x8et\x8e r\x8eunis \x88 la mairie",
            "Les élus ont été réunis à la mairie",
        );
        let (bytes, _, _) = WINDOWS_1252.encode("Un c\u{153}ur, 1\u{bd} heure, l\u{2019}été");
        check(&bytes, "Un cœur, 1½ heure, l’été");
    }

    #[test]
    fn a_bad_byte_in_utf8_is_replaced_and_told() {
        let mut bytes = SENTENCE.as_bytes().to_vec();
        bytes.push(0xff);
        let decoded = decode(&bytes).unwrap();
        assert!(decoded.text.starts_with(SENTENCE) && decoded.text.ends_with('\u{fffd}'));
        assert!(decoded.warning.unwrap().contains("1 octet"));
    }

    #[test]
    fn binary_is_no_text() {
        assert_eq!(decode(b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0"), None);
        assert_eq!(decode(b"PK\x03\x04\x14\x06\x08\x01\x02\x03"), None);
    }

    #[test]
    fn nothing_is_text() {
        check(b"", "");
    }
}
