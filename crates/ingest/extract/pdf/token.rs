//! The operators of a content stream, one by one, without a copy of the whole.

/// What an operator works on.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Operand {
    /// A number; what is no number in its place is 0.
    Number(f64),
    /// The bytes of a string.
    Text(Vec<u8>),
    /// A name, without its slash.
    Name(Vec<u8>),
    /// Strings and numbers between brackets, however deep.
    Array(Vec<Operand>),
    /// A dictionary, with the number that it gives to marked content.
    Properties(Option<f64>),
    /// What no operator about text needs: a boolean.
    Other,
}

/// The most operands that are kept: no operator takes more, an array may.
const MAX_OPERANDS: usize = 1 << 16;

/// Reads the operators of a content stream.
#[derive(Debug)]
pub(super) struct Operators<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Operators<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Operators<'a> {
        Operators { bytes, at: 0 }
    }

    /// The next operator; its operands replace those in `operands`.
    pub(super) fn next(&mut self, operands: &mut Vec<Operand>) -> Option<&'a [u8]> {
        operands.clear();
        // The array that is open, and the brackets and dictionaries around what is read.
        let (mut array, mut depth, mut dictionaries) = (None::<Vec<Operand>>, 0usize, 0usize);
        // The number of marked content, and whether it comes next.
        let (mut marked, mut numbered) = (None, false);
        loop {
            self.skip_space();
            let byte = *self.bytes.get(self.at)?;
            let value = match byte {
                b'(' => Operand::Text(self.literal()),
                b'<' if self.peek(1) == Some(b'<') => {
                    self.at += 2;
                    dictionaries += 1;
                    continue;
                }
                b'>' if self.peek(1) == Some(b'>') => {
                    self.at += 2;
                    dictionaries = dictionaries.saturating_sub(1);
                    Operand::Properties(marked)
                }
                b'<' => Operand::Text(self.hexadecimal()),
                b'/' => Operand::Name(self.name()),
                b'[' => {
                    self.at += 1;
                    depth += 1;
                    array.get_or_insert_default();
                    continue;
                }
                b']' => {
                    self.at += 1;
                    depth = depth.saturating_sub(1);
                    match array.take() {
                        Some(open) if depth > 0 => {
                            array = Some(open);
                            continue;
                        }
                        Some(whole) => Operand::Array(whole),
                        None => continue,
                    }
                }
                b'+' | b'-' | b'.' | b'0'..=b'9' => Operand::Number(self.number()),
                b')' | b'>' | b'{' | b'}' => {
                    self.at += 1;
                    continue;
                }
                _ => match self.word() {
                    b"true" | b"false" | b"null" => Operand::Other,
                    // An operator ends whatever was left open before it.
                    word => {
                        operands.extend(array.take().map(Operand::Array));
                        if word == b"ID" {
                            self.skip_image();
                        }
                        return Some(word);
                    }
                },
            };
            if dictionaries > 0 {
                if let (true, Operand::Number(number)) = (numbered, &value) {
                    marked = Some(*number);
                }
                numbered = matches!(&value, Operand::Name(name) if name == b"MCID");
            }
            let into = array.as_mut().unwrap_or(operands);
            if dictionaries == 0 && into.len() < MAX_OPERANDS {
                into.push(value);
            }
        }
    }

    fn peek(&self, ahead: usize) -> Option<u8> {
        self.bytes.get(self.at + ahead).copied()
    }

    fn skip_space(&mut self) {
        while let Some(byte) = self.peek(0) {
            if byte == b'%' {
                let rest = &self.bytes[self.at..];
                self.at += memchr::memchr2(b'\n', b'\r', rest).unwrap_or(rest.len());
            } else if is_space(byte) {
                self.at += 1;
            } else {
                return;
            }
        }
    }

    /// What follows as long as it is neither space nor a mark.
    fn word(&mut self) -> &'a [u8] {
        let rest = &self.bytes[self.at..];
        let length = rest.iter().position(|&byte| is_space(byte) || is_mark(byte));
        // A byte at least, lest nothing is ever read.
        let word = &rest[..length.unwrap_or(rest.len()).max(1)];
        self.at += word.len();
        word
    }

    fn number(&mut self) -> f64 {
        let rest = &self.bytes[self.at..];
        let is_digit = |&byte: &u8| byte.is_ascii_digit() || matches!(byte, b'+' | b'-' | b'.');
        let length = rest.iter().take_while(|byte| is_digit(byte)).count().max(1);
        self.at += length;
        let digits = std::str::from_utf8(&rest[..length]).unwrap_or_default();
        // Some producers write `--5` and `5-3`, which readers take for -5 and 5.
        let negative = digits.starts_with('-');
        let digits = digits.trim_start_matches(['-', '+']);
        let digits = digits.split(['-', '+']).next().unwrap_or_default();
        let value = digits.parse::<f64>().unwrap_or_default();
        if negative { -value } else { value }
    }

    fn name(&mut self) -> Vec<u8> {
        self.at += 1;
        let rest = &self.bytes[self.at..];
        let length = rest.iter().position(|&byte| is_space(byte) || is_mark(byte));
        let raw = &rest[..length.unwrap_or(rest.len())];
        self.at += raw.len();
        let mut name = Vec::with_capacity(raw.len());
        let mut at = 0;
        while at < raw.len() {
            let code = raw
                .get(at + 1..at + 3)
                .and_then(|hex| u8::from_str_radix(std::str::from_utf8(hex).ok()?, 16).ok());
            match code {
                Some(code) if raw[at] == b'#' => {
                    name.push(code);
                    at += 3;
                }
                _ => {
                    name.push(raw[at]);
                    at += 1;
                }
            }
        }
        name
    }

    fn hexadecimal(&mut self) -> Vec<u8> {
        self.at += 1;
        let (mut text, mut high) = (Vec::new(), None);
        while let Some(byte) = self.peek(0) {
            self.at += 1;
            let digit = match byte {
                b'0'..=b'9' => byte - b'0',
                b'a'..=b'f' => byte - b'a' + 10,
                b'A'..=b'F' => byte - b'A' + 10,
                b'>' => break,
                _ => continue,
            };
            match high.take() {
                Some(high) => text.push(high << 4 | digit),
                None => high = Some(digit),
            }
        }
        text.extend(high.map(|high| high << 4));
        text
    }

    fn literal(&mut self) -> Vec<u8> {
        self.at += 1;
        let (mut text, mut depth) = (Vec::new(), 1);
        while let Some(byte) = self.peek(0) {
            self.at += 1;
            match byte {
                b'(' => depth += 1,
                b')' => depth -= 1,
                b'\\' => {
                    text.extend(self.escaped());
                    continue;
                }
                _ => {}
            }
            if depth == 0 {
                break;
            }
            text.push(byte);
        }
        text
    }

    /// The byte after a backslash; none for a line that goes on.
    fn escaped(&mut self) -> Option<u8> {
        let byte = self.peek(0)?;
        self.at += 1;
        Some(match byte {
            b'n' => b'\n',
            b'r' => b'\r',
            b't' => b'\t',
            b'b' => 8,
            b'f' => 12,
            b'\r' => {
                self.at += usize::from(self.peek(0) == Some(b'\n'));
                return None;
            }
            b'\n' => return None,
            b'0'..=b'7' => {
                let mut code = u32::from(byte - b'0');
                for _ in 0..2 {
                    let Some(digit @ b'0'..=b'7') = self.peek(0) else { break };
                    code = code * 8 + u32::from(digit - b'0');
                    self.at += 1;
                }
                // Beyond three octal digits of a byte, the high bit is ignored.
                u8::try_from(code & 0xff).unwrap_or_default()
            }
            other => other,
        })
    }

    /// Skips the bytes of an image that stands in the content itself.
    fn skip_image(&mut self) {
        let rest = &self.bytes[self.at..];
        let end = memchr::memmem::find_iter(rest, b"EI").find(|&at| {
            let after = rest.get(at + 2).copied();
            at > 0 && is_space(rest[at - 1]) && after.is_none_or(is_space)
        });
        self.at += end.map_or(rest.len(), |end| end + 2);
    }
}

fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\n' | b'\r' | b'\t' | 0 | 12)
}

fn is_mark(byte: u8) -> bool {
    matches!(byte, b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(content: &[u8]) -> Vec<(String, Vec<Operand>)> {
        let (mut operators, mut operands, mut all) =
            (Operators::new(content), Vec::new(), Vec::new());
        while let Some(operator) = operators.next(&mut operands) {
            all.push((String::from_utf8_lossy(operator).into_owned(), operands.clone()));
        }
        all
    }

    #[track_caller]
    fn check(content: &[u8], expect: &[(&str, &[Operand])]) {
        let read = all(content);
        let read: Vec<(&str, &[Operand])> =
            read.iter().map(|(operator, operands)| (&operator[..], &operands[..])).collect();
        assert_eq!(read, expect);
    }

    fn text(text: &str) -> Operand {
        Operand::Text(text.as_bytes().to_vec())
    }

    fn name(name: &str) -> Operand {
        Operand::Name(name.as_bytes().to_vec())
    }

    #[test]
    fn strings_are_unescaped() {
        check(
            br"(a\(b\)(c)\101\n\
d) Tj <414 > Tj",
            &[("Tj", &[text("a(b)(c)A\nd")]), ("Tj", &[text("A@")])],
        );
    }

    #[test]
    fn numbers_are_read_as_readers_do() {
        let numbers = [0.5, -5.0, 5.0, -3.0].map(Operand::Number);
        check(b".5 --5 5-3 -3. x", &[("x", &numbers)]);
    }

    #[test]
    fn arrays_are_flat_and_dictionaries_left_out() {
        let array = Operand::Array(vec![text("a"), Operand::Number(-120.0), text("b")]);
        check(b"[(a)[-120](b)]TJ", &[("TJ", &[array])]);
        let none = Operand::Properties(None);
        check(b"/Span <</A (x) /B [1 2]>> BDC", &[("BDC", &[name("Span"), none])]);
    }

    #[test]
    fn the_number_of_marked_content_is_kept() {
        let number = Operand::Properties(Some(7.0));
        let marked = [("BDC", &[name("P"), number][..])];
        check(b"/P <</Lang (fr) /MCID 7 /B 3>> BDC", &marked);
        check(b"/P<</A<</B 1>>/MCID 7>>BDC", &marked);
    }

    #[test]
    fn images_and_comments_are_skipped() {
        check(
            b"BI /W 1 ID \x00(EI[\x01\n EI Q % rien\n/F#31 q",
            &[
                ("BI", &[]),
                ("ID", &[name("W"), Operand::Number(1.0)]),
                ("Q", &[]),
                ("q", &[name("F1")]),
            ],
        );
    }

    #[test]
    fn rubbish_ends() {
        for content in [&b"((((("[..], b"[[[[[", b"<<<<", b"}{)>", b"\xff\xfe", b"<", b"/", b"\\"] {
            all(content);
        }
    }
}
