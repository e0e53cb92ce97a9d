//! Cases: a stretch of a sample, damaged a few times.

use crate::draw::Draw;
use crate::hostile::HOSTILE;
use crate::invariants::Case;

/// Makes cases out of samples.
pub(crate) struct Mutator {
    /// The samples in lines, terminators included, as bytes: a case need not be text.
    samples: Vec<Vec<Vec<u8>>>,
}

/// Most cases are some lines of a sample: short texts go by faster and fail with less around.
const STRETCH: usize = 60;

/// How often a case is a whole sample.
const WHOLE: usize = 16;

/// How many times a case is damaged at most.
const CHANGES: usize = 8;

/// The largest case, in bytes.
const MAX_BYTES: usize = 200_000;

impl Mutator {
    /// What mixes `samples`.
    pub(crate) fn new(samples: &[Case]) -> Mutator {
        let lines = |case: &Case| {
            case.bytes.split_inclusive(|&byte| byte == b'\n').map(<[u8]>::to_vec).collect()
        };
        Mutator { samples: samples.iter().map(lines).collect() }
    }

    /// The next case.
    pub(crate) fn case(&self, draw: &mut Draw) -> Case {
        let sample = draw.one(&self.samples);
        let whole = draw.once_in(WHOLE);
        let stretch = if whole { 0..sample.len() } else { draw.range(sample.len(), STRETCH) };
        let mut lines = sample[stretch].to_vec();
        for _ in 0..draw.below(CHANGES) {
            self.change_lines(&mut lines, draw);
        }
        let mut bytes = lines.concat();
        for _ in 0..draw.below(CHANGES / 2) {
            change_bytes(&mut bytes, draw);
        }
        bytes.truncate(MAX_BYTES);
        wrapped(bytes, draw)
    }

    /// One change that keeps lines whole.
    fn change_lines(&self, lines: &mut Vec<Vec<u8>>, draw: &mut Draw) {
        let at = draw.below(lines.len() + 1);
        match draw.below(9) {
            0 => drop(lines.drain(draw.range(lines.len(), 8))),
            1 => {
                let again = lines[draw.range(lines.len(), 8)].to_vec();
                lines.splice(at..at, again);
            }
            2 => {
                let other = draw.one(&self.samples);
                let theirs = other[draw.range(other.len(), 20)].to_vec();
                lines.splice(at..at, theirs);
            }
            3 if at < lines.len() => {
                let other = draw.below(lines.len());
                lines.swap(at, other);
            }
            4 if at < lines.len() => lines[at] = changed_case(&lines[at], draw),
            5 if at < lines.len() => {
                // Two lines become one.
                while lines[at].last().is_some_and(u8::is_ascii_whitespace) {
                    lines[at].pop();
                }
            }
            6 => lines.insert(at, repeated(hostile(draw), draw)),
            7 => {
                let own = lines.get(at).map_or(Vec::new(), Vec::clone);
                lines.splice(at..at, std::iter::repeat_n(own, draw.below(30)));
            }
            _ => lines.insert(at, hostile(draw).as_bytes().to_vec()),
        }
    }
}

/// One change anywhere.
fn change_bytes(bytes: &mut Vec<u8>, draw: &mut Draw) {
    let at = draw.below(bytes.len() + 1);
    match draw.below(6) {
        0 => bytes.truncate(at),
        1 => drop(bytes.drain(draw.range(bytes.len(), 40))),
        2 if at < bytes.len() => bytes[at] ^= 1 << draw.below(8),
        3 => {
            let again = bytes[draw.range(bytes.len(), 40)].repeat(draw.below(40));
            bytes.splice(at..at, again);
        }
        4 => bytes.insert(at, draw.byte()),
        _ => {
            // Between characters, so that most cases stay UTF-8.
            let at = (at..bytes.len()).find(|&at| bytes[at] & 0xC0 != 0x80).unwrap_or(bytes.len());
            bytes.splice(at..at, hostile(draw).bytes());
        }
    }
}

fn hostile(draw: &mut Draw) -> &'static str {
    HOSTILE[draw.below(HOSTILE.len())]
}

/// A piece many times over, now and then far too many times.
fn repeated(piece: &str, draw: &mut Draw) -> Vec<u8> {
    let most = if draw.once_in(50) { 3_000 } else { 40 };
    piece.repeat(1 + draw.below(most)).into_bytes()
}

fn changed_case(line: &[u8], draw: &mut Draw) -> Vec<u8> {
    let text = String::from_utf8_lossy(line);
    if draw.once_in(2) { text.to_uppercase() } else { text.to_lowercase() }.into_bytes()
}

/// The bytes as a file: mostly a text, sometimes in another encoding or as lines of JSON.
fn wrapped(bytes: Vec<u8>, draw: &mut Draw) -> Case {
    let id = *draw.one(&["a.txt", "actes-2019.md", "note.text", "séance du 3 mars 2020.txt"]);
    match draw.below(40) {
        0 => Case { id: id.to_owned(), bytes: utf16(&bytes) },
        1 => Case::of_documents(&String::from_utf8_lossy(&bytes), draw),
        _ => Case { id: id.to_owned(), bytes },
    }
}

fn utf16(bytes: &[u8]) -> Vec<u8> {
    let text = String::from_utf8_lossy(bytes);
    let units = std::iter::once(0xFEFF).chain(text.encode_utf16());
    units.flat_map(u16::to_le_bytes).collect()
}
