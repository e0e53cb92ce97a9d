//! The least that still fails of a case: fewer lines, then fewer bytes.

use crate::invariants::{Case, fault, kind};

/// How many shorter cases are tried.
const ATTEMPTS: usize = 2_000;

/// The shortest case found that fails as `found` does.
pub(crate) fn least(case: &Case, found: &str) -> Case {
    let same = |bytes: &[u8]| {
        let shorter = Case { id: case.id.clone(), bytes: bytes.to_vec() };
        fault(&shorter).is_some_and(|other| kind(&other) == kind(found))
    };
    let lines: Vec<&[u8]> = case.bytes.split_inclusive(|&byte| byte == b'\n').collect();
    let mut attempts = ATTEMPTS;
    let lines = without(lines, &mut attempts, |lines| same(&lines.concat()));
    let bytes = without(lines.concat(), &mut attempts, same);
    Case { bytes, ..case.clone() }
}

/// What is left once no part of a list, halves first, can go.
fn without<T: Clone>(
    mut list: Vec<T>,
    attempts: &mut usize,
    fails: impl Fn(&[T]) -> bool,
) -> Vec<T> {
    let mut size = list.len().div_ceil(2);
    while size > 0 && *attempts > 0 {
        let (mut start, before) = (0, list.len());
        while start < list.len() && *attempts > 0 {
            let end = list.len().min(start + size);
            let rest = [&list[..start], &list[end..]].concat();
            *attempts -= 1;
            if fails(&rest) { list = rest } else { start = end }
        }
        // The last round goes on as long as something goes.
        size = if size == 1 && list.len() < before { 1 } else { size / 2 };
    }
    list
}
