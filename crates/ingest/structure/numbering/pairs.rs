//! Numbers and the first of what they contain, in texts too short to number more: `2. Bilan`, then `2.1
//! Recettes`; `2 – Finances`, then `A – Emprunt`.

use super::{Part, candidates, has_text_below, in_order, lettered, nested};
use crate::line::Line;

/// The parts right below which the first of their own parts stands, above text. Each vouches for the
/// other, and both for those that count up to them.
pub(super) fn parts(lines: &[Line<'_>], skipped: &[bool]) -> Vec<Part> {
    let below = |at: usize| {
        let next = (at + 1..lines.len().min(at + 4)).find(|&next| !lines[next].is_blank())?;
        (!skipped[next]).then_some(next)
    };
    let own = |first: &Part| {
        let next = below(first.line)?;
        let opens = format!("{}.1", first.printed);
        let number = nested(next, &lines[next]).filter(|second| second.printed == opens);
        let second = number.or_else(|| lettered(next, &lines[next], b'A'))?;
        let alone = below(next).is_some_and(|text| {
            let line = &lines[text];
            nested(text, line).is_none() && lettered(text, line, b'B').is_none()
        });
        (alone && has_text_below(lines, next)).then_some(second)
    };
    let numbered = || {
        let figure = |part: &Part| part.printed.starts_with(char::is_numeric);
        candidates(lines, skipped).filter(figure)
    };
    let mut parts: Vec<Part> = numbered()
        .filter_map(|first| own(&first).map(|second| [first, second]))
        .flatten()
        .collect();
    let Some(last) = parts.iter().rev().find(|part| part.level == 0).cloned() else { return parts };
    let counted = in_order(numbered().collect(), lines);
    if counted.contains(&last) {
        let up_to = counted.into_iter().filter(|part| part.line < last.line);
        let others: Vec<Part> = up_to.filter(|part| !parts.contains(part)).collect();
        parts.extend(others);
        parts.sort_by_key(|part| part.line);
    }
    parts
}

#[cfg(test)]
mod tests {
    use crate::line::lines;
    use crate::structure::numbering;

    #[track_caller]
    fn check(text: &str, expect: &[&str]) {
        let lines = lines(text);
        let parts = numbering::parts(&lines, &vec![false; lines.len()]);
        let found: Vec<&str> = parts.iter().map(|part| part.printed.as_str()).collect();
        assert_eq!(found, expect);
    }

    #[test]
    fn a_part_and_its_first_part_vouch_for_each_other() {
        check(
            "Note.\n2. Bilan de la saison\n2.1 Recettes\nLes entrées ont baissé.\n",
            &["2", "2.1"],
        );
        check("2. Bilan de la saison\n2.2 Recettes\nLes entrées ont baissé.\n", &[]);
        check("2. Bilan de la saison\n2.1 Recettes\n2.2 Dépenses\n", &[]);
    }

    #[test]
    fn a_letter_below_a_number_vouches_for_those_before() {
        let adopted = "1 - Adoption du dernier compte rendu\nIl est adopté.\n\n";
        check(
            &format!("{adopted}2 – BUDGET\nA – Emprunt\nLe conseil en débat.\n"),
            &["1", "2", "A"],
        );
        check(&format!("{adopted}2 – BUDGET\nA – Emprunt\nB – Vote\n"), &[]);
        check(&format!("{adopted}2 – BUDGET\nLe conseil en débat.\n"), &[]);
    }
}
