//! The files of a corpus: the only place of this crate that touches the disk.

use std::collections::{BTreeMap, HashSet};
use std::io;
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use crate::{IngestError, Look, Looks, Selection, SidecarNotice};

/// What a corpus holds.
#[derive(Debug, Default)]
pub struct Found {
    /// The sources, in order of identifier.
    pub sources: Vec<SourceFile>,
    /// Files and folders that cannot be reached.
    pub unreachable: Vec<IngestError>,
    /// Sidecars that correct no source of the corpus.
    pub orphans: Vec<SidecarNotice>,
    /// How many files have an extension of no format that is read, by extension.
    pub other_formats: BTreeMap<String, usize>,
    /// What the sources and all sidecars look like.
    pub looks: Looks,
}

/// A file of the corpus.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct SourceFile {
    /// Path relative to the corpus, with `/`: the document's identifier.
    pub id: String,
    /// Where to read it.
    pub path: PathBuf,
}

/// The largest sidecar that is read, in bytes: nobody writes as much by hand.
const MAX_SIDECAR_BYTES: u64 = 4 << 20;

/// What the name of a sidecar ends with.
const SIDECAR: &str = ".glane.toml";

/// The sources under `root`, those that cannot be reached, and sidecars without a source.
///
/// A `root` that is a file is its only source, whatever `selection` says. Hidden and temporary files are left out, links are
/// not followed, and `README.md` files describe a folder rather than belong to its documents.
///
/// # Errors
///
/// [`IngestError::Read`] when `root` itself cannot be read, [`IngestError::NoDocument`] when it is a
/// sidecar.
#[expect(clippy::disallowed_methods, reason = "this is the source reader")]
pub fn discover(root: &Path, selection: &Selection) -> Result<Found, IngestError> {
    let read_error = |source| IngestError::Read { path: root.to_owned(), source };
    let metadata = std::fs::metadata(root).map_err(read_error)?;
    if metadata.is_file() && is_sidecar(root) {
        return Err(IngestError::NoDocument { path: root.to_owned() });
    }
    if metadata.is_file() {
        return Ok(alone(root));
    }
    std::fs::read_dir(root).map_err(read_error)?;
    let (mut found, mut sidecars) = (Found::default(), Vec::new());
    let walk = WalkDir::new(root).min_depth(1);
    for entry in walk.into_iter().filter_entry(|entry| !is_left_out(entry.file_name())) {
        match entry {
            Ok(entry) if !entry.file_type().is_file() => {}
            Ok(entry) if is_sidecar(entry.path()) => {
                found.look(&entry);
                sidecars.push(entry.into_path());
            }
            Ok(entry) => {
                let source = SourceFile::under(root, entry.path());
                if selection.takes(&source.id) {
                    found.look(&entry);
                    found.sources.push(source);
                } else if let Some(extension) = selection.leaves_format(&source.id) {
                    *found.other_formats.entry(extension).or_default() += 1;
                }
            }
            Err(error) => found.unreachable.push(unreachable_entry(root, error)),
        }
    }
    // Folders are read in the order of the disk.
    found.sources.sort();
    found.unreachable.sort_by_cached_key(ToString::to_string);
    sidecars.sort();
    found.orphans = orphans(&found.sources, sidecars);
    Ok(found)
}

impl Found {
    /// Keeps what a file looks like.
    fn look(&mut self, entry: &DirEntry) {
        if let Ok(metadata) = entry.metadata() {
            self.looks.insert(entry.path(), Look::of(&metadata));
        }
    }
}

/// A file given by name, and the sidecars beside it.
fn alone(path: &Path) -> Found {
    let source = SourceFile::alone(path);
    let mut looks = Looks::default();
    for file in source.sidecars().iter().map(PathBuf::as_path).chain([path]) {
        if let Ok(look) = Look::at(file) {
            looks.insert(file, look);
        }
    }
    Found { sources: vec![source], looks, ..Found::default() }
}

/// The sidecars that no source would read.
fn orphans(sources: &[SourceFile], sidecars: Vec<PathBuf>) -> Vec<SidecarNotice> {
    if sidecars.is_empty() {
        return Vec::new();
    }
    let expected: HashSet<PathBuf> = sources.iter().flat_map(SourceFile::sidecars).collect();
    let alone = sidecars.into_iter().filter(|path| !expected.contains(path));
    let orphan = |path: PathBuf| {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
        let name = name.unwrap_or_default();
        SidecarNotice::orphan(path, name.strip_suffix(SIDECAR).unwrap_or(&name))
    };
    alone.map(orphan).collect()
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
        let id = relative.to_string_lossy();
        let id = match std::path::MAIN_SEPARATOR {
            '/' => id.into_owned(),
            other => id.replace(other, "/"),
        };
        SourceFile { id, path: path.to_owned() }
    }

    /// Where corrections of this source are looked for, first come first: `actes.txt.glane.toml`,
    /// then `actes.glane.toml`, which other formats of one document may share.
    ///
    /// The document of a source depends on these files as on the source itself: who remembers what
    /// was indexed has to look at all of them. A `.jsonl` holds documents of other names, so only
    /// the file that bears its full name is about it.
    pub fn sidecars(&self) -> Vec<PathBuf> {
        let beside = |name: Option<&std::ffi::OsStr>| {
            let mut name = name?.to_owned();
            name.push(SIDECAR);
            Some(self.path.with_file_name(name))
        };
        let stem = self.path.file_stem().filter(|_| !self.id.ends_with(".jsonl"));
        let mut paths: Vec<PathBuf> =
            [beside(self.path.file_name()), beside(stem)].into_iter().flatten().collect();
        paths.dedup();
        paths
    }

    /// The bytes of the file.
    ///
    /// # Errors
    ///
    /// [`IngestError::Read`] when it cannot be read, [`IngestError::TooLarge`] beyond `limit` bytes.
    pub(crate) fn read(&self, limit: u64) -> Result<Vec<u8>, IngestError> {
        read(&self.path, limit)
    }

    /// The [sidecars](Self::sidecars) that exist.
    pub(crate) fn present_sidecars(&self) -> impl Iterator<Item = PathBuf> {
        self.sidecars().into_iter().filter(|path| path.is_file())
    }

    /// The first of the [sidecars](Self::sidecars) that exists, and those that it hides.
    ///
    /// # Errors
    ///
    /// [`IngestError::Read`] when it cannot be read, [`IngestError::TooLarge`] beyond 4 MiB.
    pub(crate) fn read_sidecar(&self) -> Result<Option<SidecarFile>, IngestError> {
        let mut present = self.present_sidecars();
        let Some(path) = present.next() else { return Ok(None) };
        let bytes = read(&path, MAX_SIDECAR_BYTES)?;
        Ok(Some(SidecarFile { path, bytes, hidden: present.collect() }))
    }
}

/// The corrections beside a source, as they were read.
#[derive(Debug)]
pub(crate) struct SidecarFile {
    /// The file.
    pub(crate) path: PathBuf,
    /// What it holds.
    pub(crate) bytes: Vec<u8>,
    /// Sidecars of the same source that come after it, hence are not read.
    pub(crate) hidden: Vec<PathBuf>,
}

#[expect(clippy::disallowed_methods, reason = "this is the source reader")]
fn read(path: &Path, limit: u64) -> Result<Vec<u8>, IngestError> {
    let read_error = |source| IngestError::Read { path: path.to_owned(), source };
    let bytes = std::fs::metadata(path).map_err(read_error)?.len();
    if bytes > limit {
        return Err(IngestError::TooLarge { path: path.to_owned(), bytes, limit });
    }
    std::fs::read(path).map_err(read_error)
}

fn is_sidecar(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().ends_with(SIDECAR))
}

fn is_left_out(name: &std::ffi::OsStr) -> bool {
    let name = name.to_string_lossy();
    name.starts_with('.') || name.starts_with('~') || name.ends_with('~') || name == "README.md"
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
        let found = discover(folder.path(), &Selection::default()).unwrap();
        let ids: Vec<&str> = found.sources.iter().map(|source| source.id.as_str()).collect();
        assert_eq!(ids, ["2019/actes.md", "a.TXT", "b.txt"]);
        assert!(found.unreachable.is_empty());
    }

    #[test]
    fn hidden_temporary_and_foreign_files_are_left_out() {
        let folder = folder(&[".cache/x.txt", "~$note.txt", "note.txt~", "photo.jpg", "README.md"]);
        let found = discover(folder.path(), &Selection::default()).unwrap();
        assert_eq!(found.sources, []);
        assert_eq!(found.other_formats, BTreeMap::from([("jpg".to_owned(), 1)]));
    }

    #[test]
    fn a_file_is_its_only_source() {
        let folder = folder(&["note.data"]);
        let found = discover(&folder.path().join("note.data"), &Selection::default()).unwrap();
        assert_eq!(found.sources[0].id, "note.data");
    }

    #[test]
    fn a_sidecar_is_no_source_and_an_orphan_is_told() {
        let names = ["a.txt", "a.glane.toml", "b.txt", "b.txt.glane.toml", "c.pdf.glane.toml"];
        let folder = folder(&names);
        let found = discover(folder.path(), &Selection::default()).unwrap();
        assert_eq!(found.sources.len(), 2);
        let orphans: Vec<String> = found.orphans.iter().map(ToString::to_string).collect();
        assert_eq!(orphans.len(), 1, "{orphans:?}");
        assert!(orphans[0].contains("« c.pdf »"), "{orphans:?}");
    }

    #[test]
    fn a_sidecar_given_by_name_is_refused() {
        let folder = folder(&["a.txt", "a.glane.toml"]);
        let refused = discover(&folder.path().join("a.glane.toml"), &Selection::default())
            .unwrap_err()
            .to_string();
        assert!(refused.contains("corrige un document"), "{refused}");
    }

    #[test]
    fn the_sidecar_with_the_full_name_comes_first() {
        let folder = folder(&["a.txt", "a.glane.toml", "a.txt.glane.toml"]);
        let source = SourceFile::alone(&folder.path().join("a.txt"));
        let read = source.read_sidecar().unwrap().unwrap();
        assert!(read.path.ends_with("a.txt.glane.toml"));
        assert_eq!(read.hidden, [folder.path().join("a.glane.toml")]);
    }

    #[test]
    fn the_stem_alone_is_not_about_documents_as_they_are() {
        let folder = folder(&["a.jsonl", "a.glane.toml"]);
        assert_eq!(discover(folder.path(), &Selection::default()).unwrap().orphans.len(), 1);
    }

    #[test]
    fn a_missing_folder_is_named() {
        let error = discover(Path::new("nulle-part"), &Selection::default()).unwrap_err();
        assert!(error.to_string().contains("« nulle-part »"), "{error}");
    }
}
