//! Files and folders that a command makes: whole or not at all, never over another unless told.
#![expect(clippy::disallowed_methods, reason = "they are arguments, asked for by their paths")]

mod unfinished;

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use tempfile::{Builder, NamedTempFile, TempDir};
use unfinished::Unfinished;

/// What a folder of an export has, by which it is told from any other.
const MARK: &str = "metadata.csv";

/// A file on its way to its place.
pub(crate) struct NewFile {
    file: NamedTempFile,
    unfinished: Unfinished,
    path: PathBuf,
    force: bool,
}

impl NewFile {
    /// Begins a file that will stand at `path`.
    ///
    /// # Errors
    ///
    /// When something stands there and `force` is not given, or the folder cannot be written to.
    pub(crate) fn create(path: &Path, force: bool) -> anyhow::Result<NewFile> {
        if path.is_dir() {
            bail!("« {} » est un dossier : donner le nom d'un fichier", path.display());
        }
        refuse_to_replace(path, force)?;
        let (file, unfinished) = temporary(path).with_context(|| told(path))?;
        Ok(NewFile { file, unfinished, path: path.to_owned(), force })
    }

    /// Lets `write` write it.
    pub(crate) fn write(
        &mut self,
        write: impl FnOnce(&mut dyn Write) -> anyhow::Result<()>,
    ) -> anyhow::Result<()> {
        let mut out = BufWriter::new(self.file.as_file_mut());
        write(&mut out)?;
        out.flush().with_context(|| told(&self.path))
    }

    /// Puts it in its place, at once.
    pub(crate) fn publish(self) -> anyhow::Result<()> {
        let NewFile { file, unfinished, path, force } = self;
        let persist = || if force { file.persist(&path) } else { file.persist_noclobber(&path) };
        let kept = unfinished.place(persist);
        kept.map_err(|error| error.error).with_context(|| told(&path))?;
        Ok(())
    }
}

/// A folder on its way to its place.
pub(crate) struct Folder {
    folder: TempDir,
    unfinished: Unfinished,
    path: PathBuf,
}

impl Folder {
    /// Begins a folder that will stand at `path`.
    ///
    /// # Errors
    ///
    /// When something stands there and `force` is not given; when it is something else than such a
    /// folder, whatever is given; when its folder cannot be written to.
    pub(crate) fn create(path: &Path, force: bool) -> anyhow::Result<Folder> {
        refuse_to_replace(path, force)?;
        if path.exists() && !path.join(MARK).is_file() && !is_empty(path) {
            bail!(
                "« {} » n'est pas un dossier exporté : rien n'y sera remplacé, même avec --force",
                path.display()
            );
        }
        let make = || builder(0o777).tempdir_in(parent(path));
        let made = Unfinished::make(make, TempDir::path).with_context(|| told(path));
        let (folder, unfinished) = made?;
        Ok(Folder { folder, unfinished, path: path.to_owned() })
    }

    /// Begins a file in it.
    pub(crate) fn file(&self, name: &str) -> io::Result<BufWriter<File>> {
        File::create(self.folder.path().join(name)).map(BufWriter::new)
    }

    /// Puts it in its place; what stood there is removed once it is.
    pub(crate) fn publish(self) -> anyhow::Result<()> {
        let Folder { folder, unfinished, path } = self;
        unfinished.place(|| Folder::put(folder, &path))
    }

    fn put(folder: TempDir, path: &Path) -> anyhow::Result<()> {
        let aside = path.exists().then(|| builder(0o777).tempdir_in(parent(path)));
        let aside = aside.transpose().with_context(|| told(path))?;
        if let Some(aside) = &aside {
            std::fs::rename(path, aside.path().join("old")).with_context(|| told(path))?;
        }
        let done = std::fs::rename(folder.path(), path).with_context(|| told(path));
        match (&done, &aside) {
            // The temporary name is gone: there is nothing to remove under it.
            (Ok(()), _) => drop(folder.keep()),
            (Err(_), Some(aside)) => {
                // What stood there comes back; if it cannot, it is not removed.
                let back = std::fs::rename(aside.path().join("old"), path);
                if back.is_err() {
                    bail!("l'ancien dossier est gardé dans « {} »", aside.path().display());
                }
            }
            (Err(_), None) => {}
        }
        done
    }
}

fn refuse_to_replace(path: &Path, force: bool) -> anyhow::Result<()> {
    if !force && path.symlink_metadata().is_ok() {
        bail!("« {} » existe déjà : rien n'a été écrit ; --force le remplace", path.display());
    }
    Ok(())
}

fn is_empty(path: &Path) -> bool {
    std::fs::read_dir(path).is_ok_and(|mut entries| entries.next().is_none())
}

/// A file beside `path`, to be put in its place.
pub(crate) fn temporary(path: &Path) -> io::Result<(NamedTempFile, Unfinished)> {
    Unfinished::make(|| builder(0o666).tempfile_in(parent(path)), NamedTempFile::path)
}

fn builder(mode: u32) -> Builder<'static, 'static> {
    let mut builder = Builder::new();
    builder.prefix(".glane-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // As anything that the user creates: the umask takes away what it takes away.
        builder.permissions(std::fs::Permissions::from_mode(mode));
    }
    builder
}

fn parent(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// What is said where `path` cannot be written.
pub(crate) fn told(path: &Path) -> String {
    format!("« {} » n'a pas pu être écrit", path.display())
}
