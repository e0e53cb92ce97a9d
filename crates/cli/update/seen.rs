//! What files looked like at the last run and what their bytes were, so that those that look alike
//! need not be read: a memory, which may be lost or damaged without harm.

use std::collections::HashMap;
use std::fmt::Write;
use std::path::Path;

use foldhash::fast::RandomState;
use glane_ingest::Look;

/// A file written so shortly before it was looked at may be written again without looking
/// different: the coarsest clock of a file system (FAT) counts by two seconds.
const MARGIN: i64 = 2_000_000_000;

/// No line is shorter: a look, a digest, a name.
const LINE: usize = 64;

/// The first word of the file; another one for another way of writing it.
const MARK: &str = "glane-seen-1";

/// What files looked like, and the digests of their bytes, in a text as it was written.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Seen<'a> {
    /// When they were looked at, in nanoseconds since 1970.
    taken: i64,
    files: HashMap<&'a str, (Look, &'a str), RandomState>,
}

impl<'a> Seen<'a> {
    /// What was written; nothing of what cannot be read.
    pub(crate) fn parse(bytes: &'a [u8]) -> Seen<'a> {
        let text = std::str::from_utf8(bytes).unwrap_or_default();
        let (head, lines) = text.split_once('\n').unwrap_or_default();
        let taken = head.strip_prefix(MARK).and_then(|taken| taken.trim().parse().ok());
        let Some(taken) = taken else { return Seen::default() };
        let mut files =
            HashMap::with_capacity_and_hasher(lines.len() / LINE, RandomState::default());
        files.extend(lines.lines().filter_map(file));
        Seen { taken, files }
    }

    /// The digest of a file that looks as it did, if that can be told.
    pub(crate) fn digest(&self, path: &Path, look: &Look) -> Option<&'a str> {
        let (before, digest) = self.files.get(path.to_str()?)?;
        let settled = before.modified < self.taken.saturating_sub(MARGIN);
        (before == look && settled).then_some(digest)
    }

    /// How many files it knows.
    pub(crate) fn count(&self) -> usize {
        self.files.len()
    }
}

/// What is to be read the next time: files, what they looked like at the moment `taken`, and their
/// digests. A file whose path takes more than a line is left out, and read again each time.
pub(crate) fn to_text<'a>(
    taken: i64,
    files: impl Iterator<Item = (&'a Path, &'a Look, &'a str)>,
) -> String {
    let mut lines: Vec<(&str, &Look, &str)> = files
        .filter_map(|(path, look, digest)| Some((path.to_str()?, look, digest)))
        .filter(|(path, ..)| !path.contains('\n'))
        .collect();
    lines.sort_unstable_by_key(|(path, ..)| *path);
    let mut text = format!("{MARK} {taken}\n");
    for (path, Look { size, modified, inode }, digest) in lines {
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{size}\t{modified}\t{inode}\t{digest}\t{path}");
    }
    text
}

fn file(line: &str) -> Option<(&str, (Look, &str))> {
    let mut parts = line.splitn(5, '\t');
    let look = Look {
        size: parts.next()?.parse().ok()?,
        modified: parts.next()?.parse().ok()?,
        inode: parts.next()?.parse().ok()?,
    };
    let digest = parts.next()?;
    Some((parts.next()?, (look, digest)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOOK: Look = Look { size: 5, modified: 1_000, inode: 7 };

    fn text(taken: i64) -> String {
        let names = ["a\tb.txt", "c\nd.txt"].map(Path::new);
        to_text(taken, names.into_iter().map(|path| (path, &LOOK, "d1")))
    }

    #[track_caller]
    fn check(text: &str, path: &str, look: Look, expect: Option<&str>) {
        assert_eq!(Seen::parse(text.as_bytes()).digest(path.as_ref(), &look), expect);
    }

    #[test]
    fn a_file_that_looks_as_it_did_has_its_digest() {
        let text = text(MARGIN + 2_000);
        check(&text, "a\tb.txt", LOOK, Some("d1"));
        check(&text, "a\tb.txt", Look { size: 6, ..LOOK }, None);
        check(&text, "a\tb.txt", Look { modified: 9, ..LOOK }, None);
        check(&text, "a\tb.txt", Look { inode: 8, ..LOOK }, None);
        check(&text, "c\nd.txt", LOOK, None);
    }

    #[test]
    fn a_file_written_just_before_or_in_the_future_is_not_trusted() {
        for taken in [MARGIN, 1_000, 0, -MARGIN] {
            check(&text(taken), "a\tb.txt", LOOK, None);
        }
    }

    #[test]
    fn what_is_damaged_is_nothing_seen() {
        let text = text(MARGIN + 2_000);
        for damaged in ["", "{}", &text.replace(MARK, "x"), &text[..20]] {
            assert_eq!(Seen::parse(damaged.as_bytes()).count(), 0, "{damaged}");
        }
        assert_eq!(Seen::parse(b"\xff\xfe").count(), 0);
    }
}
