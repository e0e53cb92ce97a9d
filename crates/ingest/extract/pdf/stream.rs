//! The bytes of a stream, unfolded within a limit.

use std::io::Read;

use pdf_extract::{Dictionary, Document, Object, Stream};

use super::object::Lookup;

/// The most that one stream may unfold to, in bytes: two hundred times a dense page.
pub(super) const MAX_UNFOLDED: usize = 64 << 20;

/// The longest stream in a filter whose output cannot be bounded, in bytes: it unfolds to less than
/// 1,400 times as much.
const MAX_UNBOUNDED: usize = 256 << 10;

/// The stream unfolds to more than is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct TooLarge;

/// What a stream holds once its filters are undone; nothing when one of them is not known.
///
/// # Errors
///
/// When that is more than [`MAX_UNFOLDED`].
pub(super) fn unfold(document: &Document, stream: &Stream) -> Result<Vec<u8>, TooLarge> {
    let filters = filters(document, &stream.dict);
    let mut bytes = stream.content.clone();
    for (filter, parameters) in filters {
        bytes = match &filter[..] {
            b"FlateDecode" | b"Fl" if !is_predicted(&parameters) => inflate(&bytes, MAX_UNFOLDED)?,
            b"FlateDecode" | b"Fl" => {
                inflate(&bytes, MAX_UNFOLDED)?;
                undo(b"FlateDecode", parameters, bytes)
            }
            b"ASCIIHexDecode" | b"AHx" => unhex(&bytes),
            b"ASCII85Decode" | b"A85" => undo(b"ASCII85Decode", parameters, bytes),
            b"LZWDecode" | b"LZW" if bytes.len() > MAX_UNBOUNDED => return Err(TooLarge),
            b"LZWDecode" | b"LZW" => undo(b"LZWDecode", parameters, bytes),
            _ => return Ok(Vec::new()),
        };
    }
    if bytes.len() > MAX_UNFOLDED { Err(TooLarge) } else { Ok(bytes) }
}

/// The filters of a stream with their parameters, first to undo first.
fn filters(document: &Document, dictionary: &Dictionary) -> Vec<(Vec<u8>, Dictionary)> {
    let entry = |long: &[u8], short: &[u8]| {
        document.entry(dictionary, long).or_else(|| document.entry(dictionary, short))
    };
    let names = match entry(b"Filter", b"F") {
        Some(Object::Name(name)) => vec![name.clone()],
        Some(Object::Array(names)) => names
            .iter()
            .filter_map(|name| document.resolved(name)?.as_name().ok())
            .map(<[u8]>::to_vec)
            .collect(),
        _ => Vec::new(),
    };
    let parameters = entry(b"DecodeParms", b"DP");
    let of = |at: usize| match parameters {
        Some(Object::Dictionary(one)) if at == 0 => one.clone(),
        Some(Object::Array(each)) => each
            .get(at)
            .and_then(|one| document.resolved(one)?.as_dict().ok().cloned())
            .unwrap_or_default(),
        _ => Dictionary::new(),
    };
    names.into_iter().enumerate().map(|(at, name)| (name, of(at))).collect()
}

fn is_predicted(parameters: &Dictionary) -> bool {
    parameters.get(b"Predictor").and_then(Object::as_i64).is_ok_and(|predictor| predictor > 1)
}

/// Inflates `bytes`; those that are damaged give what comes before the damage.
///
/// # Errors
///
/// When that is more than `limit` bytes.
pub(super) fn inflate(bytes: &[u8], limit: usize) -> Result<Vec<u8>, TooLarge> {
    let most = limit as u64 + 1;
    let mut unfolded = Vec::new();
    // An error is the end of what can be read.
    let _ = flate2::read::ZlibDecoder::new(bytes).take(most).read_to_end(&mut unfolded);
    if unfolded.is_empty() && bytes.len() > 2 {
        let raw = flate2::read::DeflateDecoder::new(&bytes[2..]);
        let _ = raw.take(most).read_to_end(&mut unfolded);
    }
    if unfolded.len() > limit { Err(TooLarge) } else { Ok(unfolded) }
}

/// Undoes one filter by the parser's own means.
fn undo(filter: &[u8], parameters: Dictionary, bytes: Vec<u8>) -> Vec<u8> {
    let mut dictionary = Dictionary::new();
    dictionary.set("Filter", Object::Name(filter.to_vec()));
    dictionary.set("DecodeParms", parameters);
    Stream::new(dictionary, bytes).decompressed_content().unwrap_or_default()
}

fn unhex(bytes: &[u8]) -> Vec<u8> {
    let digits: Vec<u8> = bytes
        .iter()
        .take_while(|&&byte| byte != b'>')
        .filter_map(|&byte| char::from(byte).to_digit(16))
        .filter_map(|digit| u8::try_from(digit).ok())
        .collect();
    digits.chunks(2).map(|pair| pair[0] << 4 | pair.get(1).unwrap_or(&0)).collect()
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    fn deflated(bytes: &[u8]) -> Vec<u8> {
        let mut encoder = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
        encoder.write_all(bytes).unwrap();
        encoder.finish().unwrap()
    }

    fn stream(filters: &[&str], bytes: Vec<u8>) -> Stream {
        let filters = filters.iter().map(|name| Object::Name(name.as_bytes().to_vec())).collect();
        let mut dictionary = Dictionary::new();
        dictionary.set("Filter", Object::Array(filters));
        Stream::new(dictionary, bytes)
    }

    #[test]
    fn filters_are_undone_in_order() {
        let hex: String = deflated(b"BT ET").iter().map(|byte| format!("{byte:02x}")).collect();
        let stream = stream(&["ASCIIHexDecode", "FlateDecode"], format!("{hex}>").into_bytes());
        assert_eq!(unfold(&Document::new(), &stream), Ok(b"BT ET".to_vec()));
    }

    #[test]
    fn what_unfolds_beyond_the_limit_is_refused() {
        let stream = stream(&["FlateDecode"], deflated(&vec![b' '; MAX_UNFOLDED + 1]));
        assert_eq!(unfold(&Document::new(), &stream), Err(TooLarge));
    }

    #[test]
    fn what_comes_before_damage_is_read() {
        let text: Vec<u8> = (0..20_000u32).flat_map(u32::to_le_bytes).collect();
        let mut bytes = deflated(&text);
        bytes.truncate(bytes.len() / 2);
        let read = inflate(&bytes, MAX_UNFOLDED).unwrap();
        assert!(!read.is_empty() && text.starts_with(&read));
    }

    #[test]
    fn an_image_filter_gives_nothing() {
        assert_eq!(unfold(&Document::new(), &stream(&["DCTDecode"], vec![1])), Ok(Vec::new()));
    }
}
