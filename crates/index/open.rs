//! Opening an index: the live generation, or the reason why it cannot be searched.

use std::io;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use tantivy::directory::MmapDirectory;
use tantivy::{ReloadPolicy, Searcher};

use crate::families::{FAMILIES, Families};
use crate::generation::{self, Current};
use crate::ledger::SHARES;
use crate::manifest::{self, MANIFEST, Manifest};
use crate::schema::{self, Fields};
use crate::sources::{self, SOURCES, Source, Sources};
use crate::{FORMAT, files, tokenizer};

/// Up to so many bytes, every checksum is verified at each opening: some ten milliseconds.
const CHECKED_UP_TO: u64 = 32 << 20;

/// Why an index cannot be searched.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// Nothing was ever indexed there.
    #[error("il n'y a pas d'index dans « {path} » : lancer « glane index --index {path} »", path = path.display())]
    Missing {
        /// The index's folder.
        path: PathBuf,
    },
    /// It was built under other rules of storage or analysis.
    #[error(
        "l'index « {path} » a été construit par une autre version de Glane : lancer « glane index --index {path} »",
        path = path.display()
    )]
    Incompatible {
        /// The index's folder.
        path: PathBuf,
    },
    /// A file is missing, cut short or altered.
    #[error(
        "l'index « {path} » est endommagé ({what}) : lancer « glane index --rebuild \
         --index {path} », ou supprimer ce dossier et recommencer",
        path = path.display()
    )]
    Corrupt {
        /// The index's folder.
        path: PathBuf,
        /// What is wrong, in French.
        what: String,
    },
    /// The system refuses.
    #[error("« {path} » ne peut pas être lu ({source}) : vérifier les droits", path = path.display())]
    Io {
        /// What was to be read.
        path: PathBuf,
        /// The system's reason.
        source: io::Error,
    },
}

/// The parts of an open generation.
pub(crate) struct Opened {
    pub(crate) generation: u64,
    pub(crate) manifest: Manifest,
    pub(crate) fields: Fields,
    pub(crate) searcher: Searcher,
    pub(crate) families: Families,
}

/// Opens the live generation of the index in `dir`.
pub(crate) fn open(dir: &Path) -> Result<Opened, OpenError> {
    let mut generation = live(dir)?;
    loop {
        match open_generation(dir, generation) {
            Ok(opened) => return Ok(opened),
            Err(error) => {
                // While this one was being opened, others may have followed and removed it.
                let newer = live(dir)?;
                if newer == generation {
                    return Err(error);
                }
                generation = newer;
            }
        }
    }
}

/// What the live generation of the index in `dir` holds of each source. Only who holds the lock
/// may ask: nobody else publishes then.
pub(crate) fn sources(dir: &Path) -> Result<Sources, OpenError> {
    let Opened { generation, manifest, .. } = open(dir)?;
    let bytes = read_hashed(dir, &generation::path(dir, generation), SOURCES, &manifest)?;
    let (head, records) = sources::parse(&bytes).ok_or_else(|| altered(dir, SOURCES))?;
    let Manifest { files, counts, .. } = manifest;
    Ok(Sources { generation, files, counts, head, records })
}

/// What a generation of the index in `dir` holds of each source, for who has it open.
pub(crate) fn sources_of(
    dir: &Path,
    generation: u64,
    manifest: &Manifest,
) -> Result<Vec<Source>, OpenError> {
    let bytes = read_hashed(dir, &generation::path(dir, generation), SOURCES, manifest)?;
    let (_, records) = sources::parse(&bytes).ok_or_else(|| altered(dir, SOURCES))?;
    Ok(records)
}

fn open_generation(dir: &Path, generation: u64) -> Result<Opened, OpenError> {
    let path = generation::path(dir, generation);
    let manifest = read_manifest(dir, &path)?;
    check_files(dir, &path, &manifest)?;
    let (fields, searcher, families) = open_searcher(dir, &path, &manifest)?;
    Ok(Opened { generation, manifest, fields, searcher, families })
}

fn live(dir: &Path) -> Result<u64, OpenError> {
    let current = generation::current(dir)
        .map_err(|source| OpenError::Io { path: dir.join(generation::CURRENT), source })?;
    match current {
        Current::Generation(generation) => Ok(generation),
        Current::Absent => Err(OpenError::Missing { path: dir.to_owned() }),
        Current::Illegible => Err(corrupt(dir, "CURRENT est illisible")),
    }
}

/// All that is read of a manifest before its format is known.
#[derive(Deserialize)]
struct AnyManifest {
    format: u32,
}

fn read_manifest(dir: &Path, path: &Path) -> Result<Manifest, OpenError> {
    let file = path.join(MANIFEST);
    let bytes = files::read(&file)
        .map_err(|source| OpenError::Io { path: file, source })?
        .ok_or_else(|| corrupt(dir, format!("{MANIFEST} manque")))?;
    let illegible = |_| corrupt(dir, format!("{MANIFEST} est illisible"));
    let AnyManifest { format } = serde_json::from_slice(&bytes).map_err(illegible)?;
    if format != FORMAT {
        return Err(OpenError::Incompatible { path: dir.to_owned() });
    }
    let manifest: Manifest = serde_json::from_slice(&bytes).map_err(illegible)?;
    if !manifest.is_readable() {
        return Err(OpenError::Incompatible { path: dir.to_owned() });
    }
    Ok(manifest)
}

/// Lengths first: tantivy maps files and trusts them.
fn check_files(dir: &Path, path: &Path, manifest: &Manifest) -> Result<(), OpenError> {
    for (name, expected) in &manifest.files {
        let file = path.join(name);
        let length = files::length(&file)
            .map_err(|source| OpenError::Io { path: file.clone(), source })?
            .ok_or_else(|| corrupt(dir, format!("{name} manque")))?;
        if length != *expected {
            return Err(corrupt(dir, format!("{name} a changé de taille")));
        }
    }
    // tantivy's list of segments carries no checksum of its own.
    read_hashed(dir, path, manifest::META, manifest).map(drop)
}

fn open_searcher(
    dir: &Path,
    path: &Path,
    manifest: &Manifest,
) -> Result<(Fields, Searcher, Families), OpenError> {
    let (schema, fields) = schema::schema();
    let damaged = |error: tantivy::TantivyError| corrupt(dir, error.to_string());
    let directory = MmapDirectory::open(path).map_err(|error| damaged(error.into()))?;
    let families = Families::open(&directory).map_err(damaged)?;
    let index = tantivy::Index::open(directory).map_err(damaged)?;
    if index.schema() != schema {
        return Err(OpenError::Incompatible { path: dir.to_owned() });
    }
    if manifest.files.values().sum::<u64>() <= CHECKED_UP_TO {
        check_sums(dir, &index)?;
        for name in [SOURCES, SHARES, FAMILIES] {
            read_hashed(dir, path, name, manifest)?;
        }
    }
    tokenizer::register(&index);
    let reader =
        index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into().map_err(damaged)?;
    Ok((fields, reader.searcher(), families))
}

fn check_sums(dir: &Path, index: &tantivy::Index) -> Result<(), OpenError> {
    let files = index.validate_checksum().map_err(|error| corrupt(dir, error.to_string()))?;
    match files.iter().min() {
        None => Ok(()),
        Some(file) => Err(altered(dir, &file.to_string_lossy())),
    }
}

/// A file whose hash the manifest holds.
fn read_hashed(
    dir: &Path,
    path: &Path,
    name: &str,
    manifest: &Manifest,
) -> Result<Vec<u8>, OpenError> {
    let path = path.join(name);
    let bytes = files::read(&path).map_err(|source| OpenError::Io { path, source })?;
    let hash = manifest.hashes.get(name);
    bytes.filter(|bytes| hash == Some(&manifest::hash(bytes))).ok_or_else(|| altered(dir, name))
}

fn altered(dir: &Path, name: &str) -> OpenError {
    corrupt(dir, format!("{name} est altéré"))
}

fn corrupt(dir: &Path, what: impl Into<String>) -> OpenError {
    OpenError::Corrupt { path: dir.to_owned(), what: what.into() }
}
