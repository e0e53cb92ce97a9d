//! A full build: every document into a new generation, which then becomes the live one.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use glane_document::{Document, Passage};
use tantivy::indexer::UserOperation;
use tantivy::store::{Compressor, ZstdCompressor};
use tantivy::{IndexSettings, IndexWriter, TantivyError};

use crate::entry::{self, Ordinals};
use crate::generation::{self, Current};
use crate::lock::Lock;
use crate::manifest::{self, Acronyms, Counts, MANIFEST, Manifest};
use crate::schema::{self, Fields};
use crate::tokenizer;
use crate::{FORMAT, files};

/// Bytes of postings that each indexing thread holds before it writes a segment.
const MEMORY_PER_THREAD: usize = 96 << 20;
/// More threads than this write more segments than they save time.
const MAX_THREADS: usize = 8;
/// Up to so many passages, one segment is worth the second it takes to merge.
const ONE_SEGMENT_UP_TO: usize = 20_000;

/// Builds a generation; nothing a reader sees changes before [`publish`](Builder::publish).
///
/// Any number of threads may [`add`](Builder::add) at the same time. A builder that is dropped, or
/// a process that is killed, leaves the live generation as it was; the next build removes what
/// stayed behind.
pub struct Builder {
    dir: PathBuf,
    corpus: String,
    previous: Option<u64>,
    generation: u64,
    fields: Fields,
    writer: IndexWriter,
    tally: Mutex<Tally>,
    _lock: Lock,
}

/// What is known of the documents added so far.
#[derive(Default)]
struct Tally {
    counts: Counts,
    acronyms: Acronyms,
}

/// What a build published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BuildReport {
    /// The new live generation.
    pub generation: u64,
    /// What it holds.
    pub counts: Counts,
    /// Its size on disk.
    pub bytes: u64,
}

/// Why a build stopped. The live generation, if there is one, is as it was.
#[derive(Debug, thiserror::Error)]
pub enum BuildError {
    /// Another build holds the lock: try again later.
    #[error(
        "une autre indexation de « {path} » est en cours ({holder}) : attendre sa fin, puis relancer",
        path = path.display()
    )]
    Busy {
        /// The index's folder.
        path: PathBuf,
        /// What the holder wrote of itself; may be empty.
        holder: String,
    },
    /// The folder holds something that no index would hold.
    #[error(
        "« {path} » contient « {entry} », qui n'appartient pas à un index : choisir un autre \
         dossier avec --index, ou déplacer ce fichier",
        path = path.display()
    )]
    Foreign {
        /// The folder.
        path: PathBuf,
        /// The first name that is not ours.
        entry: String,
    },
    /// The folder cannot be read or written.
    #[error(
        "« {path} » ne peut pas être écrit ({source}) : vérifier les droits et la place libre",
        path = path.display()
    )]
    Io {
        /// What was to be read or written.
        path: PathBuf,
        /// The system's reason.
        source: io::Error,
    },
    /// tantivy could not write the generation.
    #[error(
        "l'index « {path} » n'a pas pu être écrit ({source}) : vérifier les droits et la place \
         libre, puis relancer",
        path = path.display()
    )]
    Engine {
        /// The generation's folder.
        path: PathBuf,
        /// tantivy's reason.
        source: TantivyError,
    },
    /// What was written is not what was added.
    #[error(
        "l'index « {path} » a été écrit incomplètement ({found} passages au lieu de {expected}) : \
         relancer l'indexation",
        path = path.display()
    )]
    Incomplete {
        /// The generation's folder.
        path: PathBuf,
        /// Passages added.
        expected: usize,
        /// Passages found again.
        found: usize,
    },
}

impl Builder {
    /// Takes the lock of the index in `dir`, creating the folder if need be, and starts a
    /// generation. `corpus` is kept for the status: where the sources are.
    ///
    /// # Errors
    ///
    /// [`BuildError::Busy`] when another build runs, [`BuildError::Foreign`] when the folder is
    /// not an index's.
    pub fn new(dir: &Path, corpus: &Path) -> Result<Builder, BuildError> {
        let io = |source| BuildError::Io { path: dir.to_owned(), source };
        if let Some(entry) = generation::foreign(dir).map_err(io)? {
            return Err(BuildError::Foreign { path: dir.to_owned(), entry });
        }
        files::create_dir(dir).map_err(io)?;
        let lock = Lock::take(dir)?;
        let previous = sweep(dir).map_err(io)?;
        let generation = previous.unwrap_or(0) + 1;
        let path = generation::path(dir, generation);
        files::create_dir(&path).map_err(io)?;
        let (fields, writer) =
            open_writer(&path).map_err(|source| BuildError::Engine { path, source })?;
        Ok(Builder {
            dir: dir.to_owned(),
            corpus: corpus.display().to_string(),
            previous,
            generation,
            fields,
            writer,
            tally: Mutex::default(),
            _lock: lock,
        })
    }

    /// Adds a document with its passages, in order of section and rank.
    ///
    /// # Errors
    ///
    /// [`BuildError::Engine`] when an indexing thread stopped, for lack of space mostly.
    pub fn add(&self, document: &Document, passages: &[Passage]) -> Result<(), BuildError> {
        let ordinals = self.tally().register(document);
        let entries = entry::entries(&self.fields, document, passages, ordinals);
        self.tally().counts.passages += entries.len();
        // One batch stays together and in order, in one segment: answers rely on the passages of
        // a section being neighbours.
        let batch: Vec<UserOperation> = entries.into_iter().map(UserOperation::Add).collect();
        self.writer.run(batch).map_err(|source| self.engine(source))?;
        Ok(())
    }

    /// Makes the new generation the live one; keeps the one before, removes the others.
    ///
    /// # Errors
    ///
    /// [`BuildError`] when the generation cannot be completed; the one before stays live.
    pub fn publish(mut self) -> Result<BuildReport, BuildError> {
        let Tally { counts, acronyms } = std::mem::take(&mut *self.tally());
        self.commit(&counts)?;
        let Builder { dir, corpus, previous, generation, fields: _, writer, tally: _, _lock } =
            self;
        let path = generation::path(&dir, generation);
        let engine = |source| BuildError::Engine { path: path.clone(), source };
        let index = writer.index().clone();
        writer.wait_merging_threads().map_err(engine)?;
        verify(&index, &path, counts.passages)?;
        let io = |source| BuildError::Io { path: path.clone(), source };
        let bytes = seal(&path, corpus, counts.clone(), acronyms).map_err(io)?;
        generation::set_current(&dir, generation).map_err(io)?;
        let kept = [generation, previous.unwrap_or(generation)];
        generation::remove_others(&dir, &kept).map_err(io)?;
        Ok(BuildReport { generation, counts, bytes })
    }

    fn commit(&mut self, counts: &Counts) -> Result<(), BuildError> {
        let path = generation::path(&self.dir, self.generation);
        let engine = |source| BuildError::Engine { path: path.clone(), source };
        self.writer.commit().map_err(engine)?;
        let segments = self.writer.index().searchable_segment_ids().map_err(engine)?;
        if counts.passages <= ONE_SEGMENT_UP_TO && segments.len() > 1 {
            self.writer.merge(&segments).wait().map_err(engine)?;
        }
        Ok(())
    }

    fn tally(&self) -> MutexGuard<'_, Tally> {
        self.tally.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn engine(&self, source: TantivyError) -> BuildError {
        BuildError::Engine { path: generation::path(&self.dir, self.generation), source }
    }
}

impl Tally {
    /// Counts a document and numbers it and its sections.
    fn register(&mut self, document: &Document) -> Ordinals {
        let ordinals = Ordinals {
            document: self.counts.documents as u64,
            section: self.counts.sections as u64,
        };
        self.counts.add(document, entry::section_count(document));
        for (acronym, expansion) in &document.acronyms {
            let expansions = self.acronyms.entry(acronym.clone()).or_default();
            *expansions.entry(expansion.clone()).or_default() += 1;
        }
        ordinals
    }
}

/// Removes what an interrupted build left, and says which generation is live.
fn sweep(dir: &Path) -> io::Result<Option<u64>> {
    let Current::Generation(live) = generation::current(dir)? else {
        generation::remove_others(dir, &[])?;
        return Ok(None);
    };
    let before = generation::all(dir)?.into_iter().rfind(|generation| *generation < live);
    generation::remove_others(dir, &[live, before.unwrap_or(live)])?;
    Ok(Some(live))
}

fn open_writer(path: &Path) -> tantivy::Result<(Fields, IndexWriter)> {
    let (schema, fields) = schema::schema();
    let settings = IndexSettings {
        docstore_compression: Compressor::Zstd(ZstdCompressor::default()),
        ..IndexSettings::default()
    };
    let index = tantivy::Index::builder().schema(schema).settings(settings).create_in_dir(path)?;
    tokenizer::register(&index);
    let threads = std::thread::available_parallelism().map_or(1, usize::from).min(MAX_THREADS);
    let writer = index.writer_with_num_threads(threads, threads * MEMORY_PER_THREAD)?;
    Ok((fields, writer))
}

/// Opens the new generation as a reader would, and counts.
fn verify(index: &tantivy::Index, path: &Path, expected: usize) -> Result<(), BuildError> {
    let engine = |source| BuildError::Engine { path: path.to_owned(), source };
    let reader = index.reader().map_err(engine)?;
    let found = reader.searcher().num_docs();
    if found != expected as u64 {
        let found = usize::try_from(found).unwrap_or(usize::MAX);
        return Err(BuildError::Incomplete { path: path.to_owned(), expected, found });
    }
    Ok(())
}

/// Writes the manifest, last of all files; returns the size of the generation.
fn seal(path: &Path, corpus: String, counts: Counts, acronyms: Acronyms) -> io::Result<u64> {
    let mut lengths = BTreeMap::new();
    for name in files::names(path)?.into_iter().filter(|name| !name.ends_with(".lock")) {
        if let Some(length) = files::length(&path.join(&name))? {
            lengths.insert(name, length);
        }
    }
    let bytes = lengths.values().sum();
    let meta = files::read(&path.join(manifest::META))?.unwrap_or_default();
    let manifest = Manifest {
        format: FORMAT,
        fingerprint: manifest::fingerprint(),
        created_at: files::now(),
        corpus,
        counts,
        files: lengths,
        meta_hash: manifest::hash(&meta),
        acronyms,
    };
    files::replace(path, MANIFEST, &serde_json::to_vec(&manifest)?)?;
    if let Some(generations) = path.parent() {
        files::sync_dir(generations)?;
    }
    Ok(bytes)
}
