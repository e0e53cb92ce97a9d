//! Legal references: `L. 262-1`, `L262-1` and `art. L.262-1` are one, and `n° 2016-1088` is a law.

use std::ops::Range;

/// A reference, by its parts: the letter of the code if there is one, then the numbers.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Reference {
    /// The spelling under which it is found whole: `l262-1`, `2016-1088`.
    pub(crate) spelling: String,
    /// Bytes of the text, in order.
    pub(crate) parts: Vec<Range<usize>>,
}

impl Reference {
    /// Bytes of the text from the first part to the last.
    pub(crate) fn range(&self) -> Range<usize> {
        let start = self.parts.first().map_or(0, |part| part.start);
        start..self.parts.last().map_or(start, |part| part.end)
    }
}

/// Reads the reference that starts with `run`.
pub(crate) fn read(text: &str, run: &Range<usize>) -> Option<Reference> {
    match text.as_bytes()[run.start] {
        b'L' | b'R' | b'D' | b'A' | b'l' | b'r' | b'd' | b'a' => article(text, run.start),
        b'1'..=b'9' => law(text, run),
        _ => None,
    }
}

/// An article of a code: a letter, a dot and a space or not, and numbers that hyphens part.
fn article(text: &str, start: usize) -> Option<Reference> {
    let letter = start..start + 1;
    let rest = &text[letter.end..];
    let after_dot = rest.strip_prefix('.');
    let after_space = after_dot.unwrap_or(rest).strip_prefix([' ', '\u{a0}']);
    // Il a 12-14 ans: after a small letter, a space alone makes no article.
    if after_space.is_some()
        && after_dot.is_none()
        && text[letter.clone()].contains(char::is_lowercase)
    {
        return None;
    }
    let rest = after_space.or(after_dot).unwrap_or(rest);
    let numbers = numbers(text, text.len() - rest.len())?;
    if !numbers.first().is_some_and(|first| (2..=4).contains(&first.len())) {
        return None;
    }
    let spelling = [&text[letter.clone()], &hyphenated(text, &numbers)].concat();
    Some(Reference { spelling, parts: [vec![letter], numbers].concat() })
}

/// A law or decree: a year and a number that is no year. Before 2000 the year had two digits.
fn law(text: &str, run: &Range<usize>) -> Option<Reference> {
    let numbers = numbers(text, run.start)?;
    let [year, number] = numbers.as_slice() else { return None };
    let is_law = match year.len() {
        4 => is_year(&text[year.clone()]) && is_number_of_law(&text[number.clone()]),
        2 => is_law_of_last_century(&text[year.clone()], &text[number.clone()]),
        _ => false,
    };
    is_law.then(|| Reference { spelling: hyphenated(text, &numbers), parts: numbers })
}

fn is_year(digits: &str) -> bool {
    digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20"))
}

fn is_number_of_law(digits: &str) -> bool {
    (3..=4).contains(&digits.len()) && !is_year(digits)
}

/// `83-634`, `84-53`: from 1945 on. An interval never goes down, and no page or age range that
/// starts after 45 reaches into hundreds.
fn is_law_of_last_century(year: &str, number: &str) -> bool {
    let is_down = number.len() == 2 && number < year;
    year >= "45" && (is_number_of_law(number) || is_down)
}

fn hyphenated(text: &str, numbers: &[Range<usize>]) -> String {
    let numbers: Vec<_> = numbers.iter().map(|number| &text[number.clone()]).collect();
    numbers.join("-")
}

/// Two numbers or more, parted by hyphens, of which the last ends a word.
fn numbers(text: &str, mut at: usize) -> Option<Vec<Range<usize>>> {
    let mut numbers = Vec::new();
    loop {
        let length = text[at..].bytes().take_while(u8::is_ascii_digit).count();
        let end = at + length;
        if length == 0 || text[end..].starts_with(char::is_alphanumeric) {
            return None;
        }
        numbers.push(at..end);
        match text[end..].strip_prefix('-') {
            Some(_) => at = end + 1,
            None => return (numbers.len() > 1).then_some(numbers),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::run;

    #[track_caller]
    fn check(text: &str, expect: Option<(&str, &str)>) {
        let reference = read(text, &(0..run::end(text, 0)));
        let shown = reference.as_ref().map(|found| (&text[found.range()], found.spelling.as_str()));
        assert_eq!(shown, expect, "{text}");
    }

    #[test]
    fn an_article_is_one_however_its_letter_is_written() {
        check("L. 262-1 du", Some(("L. 262-1", "L262-1")));
        check("L.262-1", Some(("L.262-1", "L262-1")));
        check("L262-1-2.", Some(("L262-1-2", "L262-1-2")));
        check("R. 421-5", Some(("R. 421-5", "R421-5")));
        check("l262-1", Some(("l262-1", "l262-1")));
    }

    #[test]
    fn a_law_is_a_year_and_a_number() {
        check("2016-1088 du", Some(("2016-1088", "2016-1088")));
        check("2018-217", Some(("2018-217", "2018-217")));
        check("83-634 du", Some(("83-634", "83-634")));
        check("84-53", Some(("84-53", "84-53")));
    }

    #[test]
    fn years_are_no_law() {
        check("2018-2019", None);
        check("2018-19", None);
        check("2018-09-12", None);
        check("12-14", None);
        check("60-75 ans", None);
        check("04-67", None);
        check("83-1984", None);
    }

    #[test]
    fn a_letter_with_other_things_after_it_is_no_article() {
        check("L'accès", None);
        check("L. 2", None);
        check("La 262-1", None);
        check("A 12-b", None);
        check("a 12-14 ans", None);
    }
}
