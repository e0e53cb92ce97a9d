//! Lines no wider than asked, with a hanging indent.

use std::io::{self, Write};

/// Writes `text` as lines of at most `width` columns: the first after `first`, the others indented
/// as far. ANSI sequences take no column; a word wider than a line stands alone, whole.
pub(crate) fn wrapped(
    first: &str,
    text: &str,
    width: usize,
    out: &mut (impl Write + ?Sized),
) -> io::Result<()> {
    let indent = columns(first);
    write!(out, "{first}")?;
    let mut column = indent;
    for word in words(text) {
        let length = columns(&word);
        if column > indent && column + 1 + length > width {
            write!(out, "\n{:indent$}", "")?;
            column = indent;
        } else if column > indent {
            write!(out, " ")?;
            column += 1;
        }
        write!(out, "{word}")?;
        column += length;
    }
    writeln!(out)
}

/// The words of `text`. French sets guillemets and double punctuation apart with a space: they
/// keep to the word they belong to, so that no line starts with `»` or ends with `«`.
fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for word in text.split([' ', '\n', '\t']).filter(|word| !word.is_empty()) {
        match words.last_mut() {
            Some(last) if last.ends_with('«') || closes(word) => {
                last.push(' ');
                last.push_str(word);
            }
            _ => words.push(word.to_owned()),
        }
    }
    words
}

fn closes(word: &str) -> bool {
    word.starts_with(['»', ':', ';', '!', '?', '…', '·'])
}

/// The columns that `text` takes on a terminal, ANSI sequences left out.
pub(crate) fn columns(text: &str) -> usize {
    let mut count = 0;
    let mut escaped = false;
    for character in text.chars() {
        match (escaped, character) {
            (false, '\u{1b}') => escaped = true,
            (true, 'm') => escaped = false,
            (true, _) => {}
            (false, _) => count += 1,
        }
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(first: &str, text: &str, width: usize, expect: &str) {
        let mut out = Vec::new();
        wrapped(first, text, width, &mut out).unwrap();
        assert_eq!(String::from_utf8(out).unwrap(), expect);
    }

    #[test]
    fn following_lines_hang_under_the_first_word() {
        check("1. ", "un deux trois quatre", 11, "1. un deux\n   trois\n   quatre\n");
    }

    #[test]
    fn a_word_wider_than_the_line_stands_whole() {
        check("", "a anticonstitutionnellement b", 10, "a\nanticonstitutionnellement\nb\n");
    }

    #[test]
    fn guillemets_stay_with_their_words() {
        check("", "dire « oui » ou « non »", 12, "dire « oui »\nou « non »\n");
    }

    #[test]
    fn colour_takes_no_column() {
        check("", "\u{1b}[1mun\u{1b}[0m deux", 7, "\u{1b}[1mun\u{1b}[0m deux\n");
    }
}
