//! Numbers: `1.400.000`, `1 400 000` and `1400000` are one word, and so are `12,5` and `12.5`.

use std::ops::Range;

use crate::run;

/// A number written in groups or with decimals.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Number {
    /// Where it ends, in bytes of the text.
    pub(crate) end: usize,
    /// Its digits without groups, with a dot before the decimals: `1400000`, `12.5`.
    pub(crate) value: String,
    /// Where the second group starts if it may be a number of its own: in `atelier 3 200
    /// personnes`, a space does not tell.
    pub(crate) doubt: Option<usize>,
    /// What it is in units, where it counts millions or milliards.
    pub(crate) scaled: Option<Scaled>,
}

/// `1,4 million`: a number in units.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Scaled {
    /// The noun, in bytes of the text.
    pub(crate) noun: Range<usize>,
    /// The digits in units: `1400000`.
    pub(crate) value: String,
}

/// The nouns that count units by so many zeros.
const SCALES: [(&str, usize); 4] =
    [("million", 6), ("millions", 6), ("milliard", 9), ("milliards", 9)];

/// Reads the number whose first digits are `run`.
pub(crate) fn read(text: &str, run: &Range<usize>) -> Option<Number> {
    let first = &text[run.clone()];
    if !first.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let mut number = Number { end: run.end, value: first.to_owned(), doubt: None, scaled: None };
    if continues_reference(&text[..run.start]) {
        return Some(number);
    }
    let is_grouped = read_groups(text, &mut number);
    read_decimals(text, &mut number, is_grouped);
    number.scaled = scaled(text, &number);
    Some(number)
}

/// Whether digits after `before` go on with a date, a list or a reference: the rest of 12.03.2019.
fn continues_reference(before: &str) -> bool {
    let before = before.strip_suffix(['.', ',']).unwrap_or_default();
    before.ends_with(|last: char| last.is_ascii_digit())
}

fn read_groups(text: &str, number: &mut Number) -> Option<char> {
    if number.value.len() > 3 || number.value.starts_with('0') {
        return None;
    }
    let first_end = number.end;
    let separator =
        text[first_end..].chars().next().filter(|c| matches!(c, '.' | ' ' | '\u{a0}'))?;
    let mut groups = 0;
    while let Some(group) = group_after(text, number.end, separator) {
        number.value.push_str(group);
        number.end += separator.len_utf8() + 3;
        groups += 1;
    }
    // What a dot follows is a date, an address or a reference: 12.345.67.
    if separator == '.'
        && text[number.end..].starts_with('.')
        && digits_at(text, number.end + 1) > 0
    {
        number.value.truncate(first_end.min(number.value.len() - 3 * groups));
        number.end = first_end;
        return None;
    }
    let second = first_end + separator.len_utf8();
    let in_doubt = groups == 1 && separator == ' ' && !text[second..].starts_with('0');
    number.doubt = in_doubt.then_some(second);
    (groups > 0).then_some(separator)
}

/// Three digits and no more, after a separator.
fn group_after(text: &str, end: usize, separator: char) -> Option<&str> {
    let start = end + text[end..].chars().next().filter(|&c| c == separator)?.len_utf8();
    let is_group =
        digits_at(text, start) == 3 && !text[start + 3..].starts_with(char::is_alphanumeric);
    is_group.then(|| &text[start..start + 3])
}

fn read_decimals(text: &str, number: &mut Number, grouped_by: Option<char>) {
    let is_mark = |mark: char| mark == ',' || (mark == '.' && grouped_by != Some('.'));
    if !text[number.end..].starts_with(is_mark) {
        return;
    }
    let start = number.end + 1;
    let end = start + digits_at(text, start);
    // In a list (1,2,3), a date (12.03.2019) or a reference (2.1.3), no mark is decimal.
    let goes_on = text[end..].starts_with(char::is_alphanumeric)
        || (text[end..].starts_with(['.', ',']) && digits_at(text, end + 1) > 0);
    if start == end || goes_on {
        return;
    }
    let decimals = text[start..end].trim_end_matches('0');
    if !decimals.is_empty() {
        number.value.push('.');
        number.value.push_str(decimals);
    }
    number.end = end;
    number.doubt = None;
}

/// The number in units, where a noun after it says what it counts.
fn scaled(text: &str, number: &Number) -> Option<Scaled> {
    let rest =
        text[number.end..].strip_prefix([' ', '\u{a0}']).filter(|_| number.doubt.is_none())?;
    let start = text.len() - rest.len();
    let noun = run::at(rest, 0);
    let (_, zeros) = SCALES.iter().find(|(name, _)| noun.eq_ignore_ascii_case(name))?;
    let (units, decimals) = number.value.split_once('.').unwrap_or((&number.value, ""));
    let zeros = zeros.checked_sub(decimals.len())?;
    let digits = [units, decimals, &"0".repeat(zeros)].concat();
    let value = digits.trim_start_matches('0').to_owned();
    (!value.is_empty()).then(|| Scaled { noun: start..start + noun.len(), value })
}

fn digits_at(text: &str, at: usize) -> usize {
    text.as_bytes()[at..].iter().take_while(|byte| byte.is_ascii_digit()).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Option<Number> {
        let first = text.bytes().take_while(u8::is_ascii_alphanumeric).count();
        read(text, &(0..first))
    }

    #[track_caller]
    fn check(text: &str, written: &str, value: &str) {
        let number = number(text).unwrap();
        assert_eq!((&text[..number.end], number.value.as_str()), (written, value), "{text}");
    }

    #[test]
    fn groups_join_whatever_parts_them() {
        check("1.400.000 euros", "1.400.000", "1400000");
        check("1 400 000 euros", "1 400 000", "1400000");
        check("1\u{a0}400\u{a0}000", "1\u{a0}400\u{a0}000", "1400000");
        check("1400000", "1400000", "1400000");
    }

    #[test]
    fn decimals_follow_a_comma_or_a_dot() {
        check("12,5 %", "12,5", "12.5");
        check("12.5 %", "12.5", "12.5");
        check("12,50 €", "12,50", "12.5");
        check("1 400,00 €", "1 400,00", "1400");
    }

    #[test]
    fn a_year_starts_no_group() {
        check("2019 100 personnes", "2019", "2019");
    }

    #[test]
    fn dates_lists_and_references_are_not_decimals() {
        check("12.03.2019", "12", "12");
        check("1,2,3", "1", "1");
        check("2.1.3", "2", "2");
        check("12.345.67", "12", "12");
    }

    #[test]
    fn the_end_of_a_sentence_is_no_decimal() {
        check("2019. Puis", "2019", "2019");
        check("3, puis", "3", "3");
    }

    #[track_caller]
    fn check_doubt(text: &str, second: Option<&str>) {
        assert_eq!(number(text).unwrap().doubt.map(|start| &text[start..]), second, "{text}");
    }

    #[test]
    fn two_groups_parted_by_a_plain_space_are_in_doubt() {
        check_doubt("3 200", Some("200"));
        check_doubt("3\u{a0}200", None);
        check_doubt("10 000", None);
        check_doubt("1 400 500", None);
    }

    #[test]
    fn the_rest_of_a_date_is_no_decimal() {
        let text = "12.03.2019";
        assert_eq!(read(text, &(3..5)).map(|number| number.value).as_deref(), Some("03"));
    }

    #[test]
    fn a_word_is_no_number() {
        assert_eq!(number("2e"), None);
    }
}
