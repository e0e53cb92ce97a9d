//! What files looked like at the last run and what their bytes were, so that those that look alike
//! need not be read: a memory, which may be lost or damaged without harm.

use std::collections::HashMap;
use std::fmt::Write;
use std::path::{Path, PathBuf};

use glane_ingest::Look;

/// A file written so shortly before it was looked at may be written again without looking
/// different: the coarsest clock of a file system (FAT) counts by two seconds.
const MARGIN: i64 = 2_000_000_000;

/// The first word of the file; another one for another way of writing it.
const MARK: &str = "glane-seen-1";

/// What files looked like, and the digests of their bytes.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Seen {
    /// When they were looked at, in nanoseconds since 1970.
    taken: i64,
    files: HashMap<PathBuf, (Look, String)>,
}

impl Seen {
    /// Nothing yet, looked at from this moment on.
    pub(crate) fn new(taken: i64) -> Seen {
        Seen { taken, files: HashMap::new() }
    }

    /// What was written; nothing of what cannot be read.
    pub(crate) fn parse(bytes: &[u8]) -> Seen {
        let text = std::str::from_utf8(bytes).unwrap_or_default();
        let (head, lines) = text.split_once('\n').unwrap_or_default();
        let taken = head.strip_prefix(MARK).and_then(|taken| taken.trim().parse().ok());
        let Some(taken) = taken else { return Seen::default() };
        Seen { taken, files: lines.lines().filter_map(file).collect() }
    }

    /// The digest of a file that looks as it did, if that can be told.
    pub(crate) fn digest(&self, path: &Path, look: &Look) -> Option<&str> {
        let (before, digest) = self.files.get(path)?;
        let settled = before.modified < self.taken.saturating_sub(MARGIN);
        (before == look && settled).then_some(digest)
    }

    /// Remembers a file. One whose path takes more than a line is read again each time.
    pub(crate) fn add(&mut self, path: &Path, look: Look, digest: &str) {
        if path.to_str().is_some_and(|path| !path.contains('\n')) {
            self.files.insert(path.to_owned(), (look, digest.to_owned()));
        }
    }

    /// Forgets a file, which will be read again.
    pub(crate) fn forget(&mut self, path: &Path) {
        self.files.remove(path);
    }

    pub(crate) fn to_text(&self) -> String {
        let mut lines: Vec<(&PathBuf, &(Look, String))> = self.files.iter().collect();
        lines.sort_unstable_by_key(|(path, _)| *path);
        let mut text = format!("{MARK} {}\n", self.taken);
        for (path, (look, digest)) in lines {
            let Look { size, modified, inode } = look;
            let path = path.display();
            // Writing to a string cannot fail.
            let _ = writeln!(text, "{size}\t{modified}\t{inode}\t{digest}\t{path}");
        }
        text
    }
}

fn file(line: &str) -> Option<(PathBuf, (Look, String))> {
    let mut parts = line.splitn(5, '\t');
    let look = Look {
        size: parts.next()?.parse().ok()?,
        modified: parts.next()?.parse().ok()?,
        inode: parts.next()?.parse().ok()?,
    };
    let digest = parts.next()?.to_owned();
    Some((PathBuf::from(parts.next()?), (look, digest)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOOK: Look = Look { size: 5, modified: 1_000, inode: 7 };

    fn seen(taken: i64) -> Seen {
        let mut seen = Seen::new(taken);
        seen.add("a\tb.txt".as_ref(), LOOK, "d1");
        seen.add("c\nd.txt".as_ref(), LOOK, "d2");
        Seen::parse(seen.to_text().as_bytes())
    }

    #[test]
    fn a_file_that_looks_as_it_did_has_its_digest() {
        let seen = seen(MARGIN + 2_000);
        assert_eq!(seen.digest("a\tb.txt".as_ref(), &LOOK), Some("d1"));
        for other in
            [Look { size: 6, ..LOOK }, Look { modified: 9, ..LOOK }, Look { inode: 8, ..LOOK }]
        {
            assert_eq!(seen.digest("a\tb.txt".as_ref(), &other), None, "{other:?}");
        }
        assert_eq!(seen.digest("c\nd.txt".as_ref(), &LOOK), None);
    }

    #[test]
    fn a_file_written_just_before_or_in_the_future_is_not_trusted() {
        for taken in [MARGIN, 1_000, 0, -MARGIN] {
            assert_eq!(seen(taken).digest("a\tb.txt".as_ref(), &LOOK), None, "{taken}");
        }
    }

    #[test]
    fn what_is_damaged_is_nothing_seen() {
        let text = seen(MARGIN + 2_000).to_text();
        for damaged in ["", "{}", &text.replace(MARK, "x"), &text[..20]] {
            assert!(Seen::parse(damaged.as_bytes()).files.is_empty(), "{damaged}");
        }
        assert!(Seen::parse(b"\xff\xfe").files.is_empty());
    }
}
