//! How many edits make one word of another: misspellings of names and of queries.

/// Whether `a` becomes `b` by at most `most` insertions, deletions, substitutions or swaps of
/// neighbours (Damerau–Levenshtein, optimal string alignment).
pub fn within(a: &str, b: &str, most: usize) -> bool {
    if most == 1 {
        return within_one(a, b);
    }
    distance(a, b, most).is_some()
}

/// One edit at most: what stands between the common start and the common end tells.
fn within_one(a: &str, b: &str) -> bool {
    let start = a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count();
    let mut a = a.chars().skip(start).collect::<Vec<char>>();
    let mut b = b.chars().skip(start).collect::<Vec<char>>();
    while let (Some(last), Some(other)) = (a.last(), b.last())
        && last == other
    {
        a.pop();
        b.pop();
    }
    match (&a[..], &b[..]) {
        ([] | [_], [] | [_]) => true,
        ([a0, a1], [b0, b1]) => a0 == b1 && a1 == b0,
        _ => false,
    }
}

/// The number of edits that make `b` of `a` (Damerau–Levenshtein, optimal string alignment), in
/// characters; `None` beyond `most`.
pub fn distance(a: &str, b: &str, most: usize) -> Option<usize> {
    let a: Vec<char> = a.chars().collect();
    let b: Vec<char> = b.chars().collect();
    if a.len().abs_diff(b.len()) > most {
        return None;
    }
    let mut before: Vec<usize> = Vec::new();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let next = next_row(&a, &b, i, &row, &before);
        if next.iter().all(|edits| *edits > most) {
            return None;
        }
        before = std::mem::replace(&mut row, next);
    }
    row.last().copied().filter(|edits| *edits <= most)
}

fn next_row(a: &[char], b: &[char], i: usize, row: &[usize], before: &[usize]) -> Vec<usize> {
    let mut next = Vec::with_capacity(row.len());
    next.push(i);
    for j in 1..=b.len() {
        let cost = usize::from(a[i - 1] != b[j - 1]);
        let mut edits = (row[j] + 1).min(next[j - 1] + 1).min(row[j - 1] + cost);
        let swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
        if swapped {
            edits = edits.min(before[j - 2] + 1);
        }
        next.push(edits);
    }
    next
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(a: &str, b: &str, expect: Option<usize>) {
        assert_eq!(distance(a, b, 2), expect);
        assert_eq!(distance(b, a, 2), expect);
        assert_eq!(within(a, b, 1), expect.is_some_and(|edits| edits <= 1), "{a} {b}");
    }

    #[test]
    fn each_kind_of_edit_counts_one() {
        check("ferrouk", "ferrouk", Some(0));
        check("ferouk", "ferrouk", Some(1));
        check("ferrouc", "ferrouk", Some(1));
        check("frerouk", "ferrouk", Some(1));
        check("freouk", "ferrouk", Some(2));
    }

    #[test]
    fn more_edits_than_allowed_are_none() {
        check("accueil", "recueil", Some(2));
        check("accueil", "cercueil", None);
        check("", "abc", None);
        check("", "ab", Some(2));
    }
}
