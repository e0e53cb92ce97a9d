//! The files of a corpus: the only place of this crate that touches the disk.

use std::io;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use crate::IngestError;

/// A file of the corpus.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct SourceFile {
    /// Path relative to the corpus, with `/`: the document's identifier.
    pub id: String,
    /// Where to read it.
    pub path: PathBuf,
}

/// The largest source that is read, in bytes.
const MAX_BYTES: u64 = 256 << 20;

/// Extensions that are taken from a folder; a file given by name is read whatever its name.
const EXTENSIONS: [&str; 5] = ["txt", "md", "markdown", "text", "jsonl"];

/// The sources under `root` in order of identifier, and those that cannot be reached.
///
/// A `root` that is a file is its only source. Hidden and temporary files are left out, links are
/// not followed, and `README.md` files describe a folder rather than belong to its documents.
///
/// # Errors
///
/// [`IngestError::Read`] when `root` itself cannot be read.
#[expect(clippy::disallowed_methods, reason = "this is the source reader")]
pub fn discover(root: &Path) -> Result<(Vec<SourceFile>, Vec<IngestError>), IngestError> {
    let read_error = |source| IngestError::Read { path: root.to_owned(), source };
    let metadata = std::fs::metadata(root).map_err(read_error)?;
    if metadata.is_file() {
        return Ok((vec![SourceFile::alone(root)], Vec::new()));
    }
    std::fs::read_dir(root).map_err(read_error)?;
    let (mut sources, mut errors) = (Vec::new(), Vec::new());
    let walk = WalkDir::new(root).min_depth(1).sort_by_file_name();
    for entry in walk.into_iter().filter_entry(|entry| !is_left_out(entry.file_name())) {
        match entry {
            Ok(entry) if entry.file_type().is_file() && has_known_extension(entry.path()) => {
                sources.push(SourceFile::under(root, entry.path()));
            }
            Ok(_) => {}
            Err(error) => errors.push(unreachable_entry(root, error)),
        }
    }
    sources.sort();
    Ok((sources, errors))
}

impl SourceFile {
    /// A file outside any folder: its name is its identifier.
    pub fn alone(path: &Path) -> SourceFile {
        let name =
            path.file_name().map_or_else(|| path.to_string_lossy(), |name| name.to_string_lossy());
        SourceFile { id: name.into_owned(), path: path.to_owned() }
    }

    fn under(root: &Path, path: &Path) -> SourceFile {
        let relative = path.strip_prefix(root).unwrap_or(path);
        let parts: Vec<_> = relative.iter().map(|part| part.to_string_lossy()).collect();
        SourceFile { id: parts.join("/"), path: path.to_owned() }
    }

    /// The bytes of the file.
    ///
    /// # Errors
    ///
    /// [`IngestError::Read`] when it cannot be read, [`IngestError::TooLarge`] beyond 256 MiB.
    #[expect(clippy::disallowed_methods, reason = "this is the source reader")]
    pub(crate) fn read(&self) -> Result<Vec<u8>, IngestError> {
        let read_error = |source| IngestError::Read { path: self.path.clone(), source };
        let bytes = std::fs::metadata(&self.path).map_err(read_error)?.len();
        if bytes > MAX_BYTES {
            return Err(IngestError::TooLarge { path: self.path.clone(), bytes, limit: MAX_BYTES });
        }
        std::fs::read(&self.path).map_err(read_error)
    }
}

fn is_left_out(name: &std::ffi::OsStr) -> bool {
    let name = name.to_string_lossy();
    name.starts_with('.') || name.starts_with('~') || name.ends_with('~') || name == "README.md"
}

fn has_known_extension(path: &Path) -> bool {
    let extension = path.extension().map(|extension| extension.to_string_lossy().to_lowercase());
    extension.is_some_and(|extension| EXTENSIONS.contains(&extension.as_str()))
}

fn unreachable_entry(root: &Path, error: walkdir::Error) -> IngestError {
    let path = error.path().unwrap_or(root).to_owned();
    let source = error.into_io_error().unwrap_or_else(|| io::Error::other("boucle de liens"));
    IngestError::Read { path, source }
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "these tests are about files")]
mod tests {
    use super::*;

    fn folder(names: &[&str]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for name in names {
            let path = folder.path().join(name);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, "texte").unwrap();
        }
        folder
    }

    #[test]
    fn sources_are_relative_and_in_order() {
        let folder = folder(&["b.txt", "2019/actes.md", "a.TXT"]);
        let (sources, errors) = discover(folder.path()).unwrap();
        let ids: Vec<&str> = sources.iter().map(|source| source.id.as_str()).collect();
        assert_eq!(ids, ["2019/actes.md", "a.TXT", "b.txt"]);
        assert!(errors.is_empty());
    }

    #[test]
    fn hidden_temporary_and_foreign_files_are_left_out() {
        let folder = folder(&[".cache/x.txt", "~$note.txt", "note.txt~", "photo.jpg", "README.md"]);
        assert_eq!(discover(folder.path()).unwrap().0, []);
    }

    #[test]
    fn a_file_is_its_only_source() {
        let folder = folder(&["note.data"]);
        let (sources, _) = discover(&folder.path().join("note.data")).unwrap();
        assert_eq!(sources[0].id, "note.data");
    }

    #[test]
    fn a_missing_folder_is_named() {
        let error = discover(Path::new("nulle-part")).unwrap_err();
        assert!(error.to_string().contains("« nulle-part »"), "{error}");
    }
}
