//! The entries of a ZIP archive, unfolded within limits.

use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::Refusal;

/// How many entries an archive may have: a report of a thousand images has some thousand.
const MAX_ENTRIES: usize = 10_000;

/// How large an entry may be once unfolded, in bytes. A thousand pages take some ten megabytes of
/// XML, and what is read takes up to eight times as much memory.
const MAX_ENTRY: u64 = 64 << 20;

/// How large what is read of an archive may be, all told.
const MAX_TOTAL: u64 = 128 << 20;

/// How many times its size an entry may unfold to, beyond the first megabytes: XML that people
/// wrote stays below fifty, a bomb is near the thousand that the method allows.
const MAX_RATIO: u64 = 250;
const ALWAYS_ALLOWED: u64 = 8 << 20;

/// What ends an archive.
const END: &[u8] = b"PK\x05\x06";

/// An archive of which some entries are read.
pub(super) struct Archive<'b> {
    zip: ZipArchive<Cursor<&'b [u8]>>,
    unfolded: u64,
}

impl<'b> Archive<'b> {
    /// Reads the list of entries.
    ///
    /// # Errors
    ///
    /// [`Refusal::Truncated`] for an archive without its end, [`Refusal::TooLarge`] for one of too
    /// many entries.
    pub(super) fn open(bytes: &'b [u8]) -> Result<Archive<'b>, Refusal> {
        let end = memchr::memmem::rfind(bytes, END)
            .ok_or_else(|| Refusal::Truncated("la fin de l'archive manque".to_owned()))?;
        let count = bytes
            .get(end + 10..end + 12)
            .map_or(0, |count| usize::from(count[0]) | usize::from(count[1]) << 8);
        if count > MAX_ENTRIES {
            return Err(Refusal::TooLarge(format!(
                "plus de {MAX_ENTRIES} fichiers dans l'archive"
            )));
        }
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(refusal)?;
        Ok(Archive { zip, unfolded: 0 })
    }

    /// The bytes of an entry, or `None` where there is none of this name.
    ///
    /// # Errors
    ///
    /// [`Refusal::TooLarge`] beyond the limits, [`Refusal::Encrypted`] where it takes a password.
    pub(super) fn read(&mut self, name: &str) -> Result<Option<Vec<u8>>, Refusal> {
        let entry = match self.zip.by_name(name) {
            Ok(entry) => entry,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(error) => return Err(refusal(error)),
        };
        // The size that the archive states is not believed.
        let of_ratio = entry.compressed_size().saturating_mul(MAX_RATIO).max(ALWAYS_ALLOWED);
        let limit = MAX_ENTRY.min(MAX_TOTAL.saturating_sub(self.unfolded)).min(of_ratio);
        let mut bytes = Vec::new();
        entry.take(limit + 1).read_to_end(&mut bytes).map_err(|error| refusal(error.into()))?;
        self.unfolded += bytes.len() as u64;
        if bytes.len() as u64 > limit {
            let megabytes = limit >> 20;
            return Err(Refusal::TooLarge(format!("« {name} » dépasse {megabytes} Mo")));
        }
        Ok(Some(bytes))
    }
}

fn refusal(error: ZipError) -> Refusal {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => Refusal::Encrypted,
        ZipError::Io(error) if error.kind() == std::io::ErrorKind::UnexpectedEof => {
            Refusal::Truncated("une partie de l'archive manque".to_owned())
        }
        error => Refusal::Malformed(format!("archive ZIP : {error}")),
    }
}

/// Writes archives for tests.
#[cfg(test)]
pub(super) mod tests {
    use std::io::Write;

    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::*;

    /// An archive of these entries.
    pub(in crate::extract) fn archive(entries: &[(&str, &[u8])]) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in entries {
            zip.start_file(*name, SimpleFileOptions::default()).unwrap();
            zip.write_all(bytes).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }

    #[test]
    fn entries_are_read_by_name() {
        let bytes = archive(&[("a.xml", b"un"), ("b.xml", b"deux")]);
        let mut archive = Archive::open(&bytes).unwrap();
        assert_eq!(archive.read("b.xml").unwrap().as_deref(), Some(&b"deux"[..]));
        assert_eq!(archive.read("c.xml").unwrap(), None);
    }

    #[test]
    fn a_bomb_is_too_large() {
        let bytes = archive(&[("a.xml", &vec![b' '; 40 << 20])]);
        let refused = Archive::open(&bytes).unwrap().read("a.xml").unwrap_err();
        assert!(matches!(refused, Refusal::TooLarge(_)), "{refused}");
    }

    #[test]
    fn too_many_entries_are_refused() {
        let names: Vec<String> = (0..=MAX_ENTRIES).map(|at| at.to_string()).collect();
        let entries: Vec<(&str, &[u8])> = names.iter().map(|name| (&**name, &b""[..])).collect();
        let refused = Archive::open(&archive(&entries)).err().unwrap();
        assert!(matches!(refused, Refusal::TooLarge(_)), "{refused}");
    }

    #[test]
    fn an_archive_cut_short_is_truncated() {
        let bytes = archive(&[("a.xml", "Se loger à Orn.".repeat(99).as_bytes())]);
        let refused = Archive::open(&bytes[..bytes.len() / 2]).err().unwrap();
        assert!(matches!(refused, Refusal::Truncated(_)), "{refused}");
    }

    #[test]
    fn an_entry_under_a_password_is_encrypted() {
        let mut bytes = archive(&[("a.xml", b"secret")]);
        // The first bit of the flags, in the entry's own head and in the list of entries.
        let listed = memchr::memmem::find(&bytes, b"PK\x01\x02").unwrap();
        bytes[6] |= 1;
        bytes[listed + 8] |= 1;
        let refused = Archive::open(&bytes).unwrap().read("a.xml").unwrap_err();
        assert_eq!(refused, Refusal::Encrypted);
    }
}
