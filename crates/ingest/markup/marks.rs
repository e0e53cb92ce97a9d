//! Tells at once the texts that hold no mark.

use std::sync::LazyLock;

use memchr::memmem;

/// What a byte tells of the text that it stands in.
#[derive(Clone, Copy)]
enum Mark {
    /// Nothing.
    None,
    /// A rule, where another such byte follows.
    Rule,
    /// A rule too, or an icon, where a small letter follows.
    Colon,
    /// Perhaps a no-break or other space.
    Space,
    /// Perhaps a character by its name, where a letter or `#` follows.
    Entity,
    /// Markup, or white space.
    Always,
}

const MARKS: [Mark; 256] = {
    let mut marks = [Mark::None; 256];
    let mut byte: u8 = 0;
    loop {
        marks[byte as usize] = match byte {
            b' ' => Mark::None,
            b'-' | b'|' | b'=' => Mark::Rule,
            b':' => Mark::Colon,
            0xC2 | 0xE1..=0xE3 => Mark::Space,
            b'&' => Mark::Entity,
            0..b' ' | b'*' | b'_' | b'`' | b'\\' | b'[' | b'<' | b'{' => Mark::Always,
            _ => Mark::None,
        };
        if byte == u8::MAX {
            break marks;
        }
        byte += 1;
    }
};

static DOUBLE_SPACE: LazyLock<memmem::Finder<'_>> = LazyLock::new(|| memmem::Finder::new("  "));

/// Whether a trimmed text holds neither markup nor white space to collapse: most lines do not.
pub(super) fn is_plain(text: &str) -> bool {
    let bytes = text.as_bytes();
    let plain = |at: usize| match MARKS[usize::from(bytes[at])] {
        Mark::None => true,
        Mark::Rule => !bytes.get(at + 1).is_some_and(|&next| is_rule_mark(char::from(next))),
        Mark::Colon => !bytes
            .get(at + 1)
            .is_some_and(|&next| next.is_ascii_lowercase() || is_rule_mark(char::from(next))),
        Mark::Space => !text[at..].starts_with(char::is_whitespace),
        Mark::Entity => {
            !bytes.get(at + 1).is_some_and(|&next| next.is_ascii_alphabetic() || next == b'#')
        }
        Mark::Always => false,
    };
    let marked = |byte: &u8| !matches!(MARKS[usize::from(*byte)], Mark::None);
    let mut next = 0;
    let mut marks = std::iter::from_fn(|| {
        next += bytes[next..].iter().position(marked)? + 1;
        Some(next - 1)
    });
    !(text.starts_with('|') || text.ends_with('|'))
        && marks.all(plain)
        && DOUBLE_SPACE.find(bytes).is_none()
}

/// Whether a word only draws a line: `---`, `| |`, `||`.
pub(super) fn is_rule(word: &str) -> bool {
    word.len() > 1 && word.chars().all(is_rule_mark)
}

fn is_rule_mark(c: char) -> bool {
    matches!(c, '-' | '|' | ':' | '=' | '_')
}
