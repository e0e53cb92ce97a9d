//! An open index: what it holds, for searching, showing and reporting.

use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use fixedbitset::FixedBitSet;
use glane_analysis::{Language, Word};
use glane_document::{Document, Section};
use tantivy::fastfield::Column;
use tantivy::schema::{Field, Value};
use tantivy::{DocAddress, DocId, Searcher, SegmentReader, TantivyDocument, TantivyError};

use crate::boundaries::Boundaries;
use crate::catalogue::Catalogue;
use crate::departed;
use crate::families::Families;
use crate::generation::{self, Current};
use crate::manifest::{Acronyms, Counts, Manifest};
use crate::open::{self, OpenError};
use crate::schema::Fields;
use crate::sources::Source;
use crate::stored::StoredPassage;
use crate::words;
use crate::zones::Zones;

/// An index open for reading: the generation that was live when it was opened.
pub struct Index {
    dir: PathBuf,
    generation: u64,
    manifest: Manifest,
    fields: Fields,
    searcher: Searcher,
    families: Families,
    catalogue: OnceLock<Catalogue>,
    boundaries: OnceLock<Vec<Boundaries>>,
    zones: OnceLock<Vec<Zones>>,
    documents: OnceLock<Vec<Column<u64>>>,
    departed: Vec<Option<Arc<FixedBitSet>>>,
}

/// What an index is and holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Status {
    /// The live generation's number.
    pub generation: u64,
    /// When it was built, in UTC: `2025-03-04T10:20:30Z`.
    pub created_at: String,
    /// Where the sources were, as the build was told.
    pub corpus: String,
    /// What it holds.
    pub counts: Counts,
    /// Its size on disk.
    pub bytes: u64,
    /// Identifies the rules of analysis.
    pub fingerprint: String,
}

/// Why something cannot be read from an open index.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// tantivy could not read one of its files.
    #[error(
        "l'index « {path} » est endommagé ({source}) : lancer « glane index --rebuild \
         --index {path} », ou supprimer ce dossier et recommencer",
        path = path.display()
    )]
    Engine {
        /// The index's folder.
        path: PathBuf,
        /// tantivy's reason.
        source: TantivyError,
    },
    /// A stored passage is not one.
    #[error(
        "l'index « {path} » est endommagé (passage illisible) : lancer « glane index --rebuild \
         --index {path} », ou supprimer ce dossier et recommencer",
        path = path.display()
    )]
    Stored {
        /// The index's folder.
        path: PathBuf,
    },
}

impl Index {
    /// Opens the live generation of the index in `dir`.
    ///
    /// # Errors
    ///
    /// [`OpenError`] says what is wrong and what to do.
    pub fn open(dir: &Path) -> Result<Index, OpenError> {
        let open::Opened { generation, manifest, fields, searcher, families } = open::open(dir)?;
        let segments = searcher.segment_readers().iter();
        let departed = segments.map(|segment| departed::read(segment).map(Arc::new)).collect();
        Ok(Index {
            dir: dir.to_owned(),
            generation,
            manifest,
            fields,
            searcher,
            families,
            catalogue: OnceLock::new(),
            boundaries: OnceLock::new(),
            zones: OnceLock::new(),
            documents: OnceLock::new(),
            departed,
        })
    }

    /// Whether another generation was published since this one was opened: one small file is read.
    ///
    /// What cannot be told is no: the generation that is open can still be read.
    pub fn is_outdated(&self) -> bool {
        let current = generation::current(&self.dir);
        matches!(current, Ok(Current::Generation(live)) if live != self.generation)
    }

    /// Whether a first generation is being written in `dir`, where none was ever published; or was,
    /// when whoever wrote it was stopped.
    pub fn is_being_built(dir: &Path) -> bool {
        let never = matches!(generation::current(dir), Ok(Current::Absent));
        never && generation::all(dir).is_ok_and(|generations| !generations.is_empty())
    }

    /// What the index is and holds.
    pub fn status(&self) -> Status {
        Status {
            generation: self.generation,
            created_at: self.manifest.created_at.clone(),
            corpus: self.manifest.corpus.clone(),
            counts: self.manifest.counts.clone(),
            bytes: self.manifest.files.values().sum(),
            fingerprint: self.manifest.fingerprint.clone(),
        }
    }

    /// The sources of the corpus in order of identifier, those that could not be read included.
    ///
    /// # Errors
    ///
    /// [`OpenError`] when the list is damaged, or gone with a generation that two others followed.
    pub fn sources(&self) -> Result<Vec<Source>, OpenError> {
        open::sources_of(&self.dir, self.generation, &self.manifest)
    }

    /// tantivy's view of the passages.
    pub fn searcher(&self) -> &Searcher {
        &self.searcher
    }

    /// The fields of the passages.
    pub fn fields(&self) -> &Fields {
        &self.fields
    }

    /// How many words the passages have in a searched field, as their lengths tell.
    ///
    /// tantivy keeps a total of its own, but only guesses what passages that left take away.
    pub fn words_in(&self, field: Field) -> u64 {
        let name = self.searcher.schema().get_field_name(field);
        self.manifest.lengths.get(name).copied().unwrap_or_default()
    }

    /// How many words each passage has, its head included, by segment: positions of the analyzer.
    ///
    /// # Errors
    ///
    /// [`TantivyError`] when a file is damaged.
    pub fn words(&self) -> Result<Vec<Vec<u64>>, TantivyError> {
        let segments = self.searcher.segment_readers().iter();
        segments.map(|segment| words::read(segment, &self.fields)).collect()
    }

    /// The acronyms that the documents spell out.
    pub fn acronyms(&self) -> &Acronyms {
        &self.manifest.acronyms
    }

    /// The languages other than French in which words are written: none in most indexes.
    pub fn other_languages(&self) -> Vec<Language> {
        let languages = self.manifest.counts.languages.keys();
        let known = languages.filter_map(|code| Language::from_code(code));
        known.filter(|language| *language != Language::French).collect()
    }

    /// The distinct values of what filters by name.
    ///
    /// # Errors
    ///
    /// [`ReadError::Engine`] when a file is damaged.
    pub fn catalogue(&self) -> Result<&Catalogue, ReadError> {
        if let Some(catalogue) = self.catalogue.get() {
            return Ok(catalogue);
        }
        let read = Catalogue::read(&self.searcher, &self.fields, &self.departed);
        let catalogue = read.map_err(|source| self.damaged(source))?;
        Ok(self.catalogue.get_or_init(|| catalogue))
    }

    /// The passages of a segment that are not in the index any more, though its postings, counts and
    /// dictionaries still have them; `None` where there are none.
    pub fn departed(&self, segment: u32) -> Option<&Arc<FixedBitSet>> {
        self.departed.get(segment as usize)?.as_ref()
    }

    /// Where sections end, by segment.
    ///
    /// # Errors
    ///
    /// [`TantivyError`] when a file is damaged.
    pub fn boundaries(&self) -> Result<&[Boundaries], TantivyError> {
        if let Some(boundaries) = self.boundaries.get() {
            return Ok(boundaries);
        }
        let segments = self.searcher.segment_readers().iter();
        let read = |segment| Boundaries::read(segment, &self.fields);
        let boundaries = segments.map(read).collect::<tantivy::Result<Vec<_>>>()?;
        Ok(self.boundaries.get_or_init(|| boundaries))
    }

    /// The passages beside the text, by segment.
    ///
    /// # Errors
    ///
    /// [`TantivyError`] when a file is damaged.
    pub fn zones(&self) -> Result<&[Zones], TantivyError> {
        if let Some(zones) = self.zones.get() {
            return Ok(zones);
        }
        let segments = self.searcher.segment_readers().iter();
        let read = |segment| Zones::read(segment, &self.fields);
        let zones = segments.map(read).collect::<tantivy::Result<Vec<_>>>()?;
        Ok(self.zones.get_or_init(|| zones))
    }

    /// The forms that the index holds, or once held, of the family of `word`, which are spelt alike
    /// up to number and gender or derived from each other: those that share its stem or, in other
    /// languages than French, its key.
    pub fn family(&self, word: &Word) -> Vec<Word> {
        self.families.of(word)
    }

    /// The names under which what line ends cut off from other words stands in the index, where that
    /// may be `word`.
    pub fn fragments(&self, word: &Word) -> Vec<Word> {
        self.families.fragments_of(word)
    }

    /// The passage at `address`.
    ///
    /// # Errors
    ///
    /// [`ReadError`] when it cannot be read.
    pub fn passage(&self, address: DocAddress) -> Result<StoredPassage, ReadError> {
        let entry: TantivyDocument =
            self.searcher.doc(address).map_err(|source| self.damaged(source))?;
        let json = entry.get_first(self.fields.stored).and_then(|value| value.as_str());
        json.and_then(|json| serde_json::from_str(json).ok())
            .ok_or_else(|| ReadError::Stored { path: self.dir.clone() })
    }

    /// The document and the section, both without text, of the passage at `address`.
    ///
    /// # Errors
    ///
    /// [`ReadError`] when they cannot be read.
    pub fn heading(&self, address: DocAddress) -> Result<(Document, Section), ReadError> {
        let DocAddress { segment_ord, doc_id } = address;
        let at = |doc_id| self.passage(DocAddress::new(segment_ord, doc_id));
        let boundaries = self.boundaries().map_err(|source| self.damaged(source))?;
        let section = at(boundaries[segment_ord as usize].section_of(doc_id).start)?.section;
        let document = at(self.first_of_document(address)?)?.document;
        match (document, section) {
            (Some(document), Some(section)) => Ok((*document, *section)),
            _ => Err(ReadError::Stored { path: self.dir.clone() }),
        }
    }

    /// Wraps what tantivy reports while this index is read.
    pub fn damaged(&self, source: TantivyError) -> ReadError {
        ReadError::Engine { path: self.dir.clone(), source }
    }

    /// The first passage of the document of the passage at `address`.
    fn first_of_document(&self, address: DocAddress) -> Result<DocId, ReadError> {
        let DocAddress { segment_ord, doc_id } = address;
        let columns = self.documents().map_err(|source| self.damaged(source))?;
        let document = |passage| columns[segment_ord as usize].first(passage);
        let own = document(doc_id);
        let before = (0..doc_id).rev().find(|before| document(*before) != own);
        Ok(before.map_or(0, |before| before + 1))
    }

    /// The number of the document of each passage, by segment.
    ///
    /// # Errors
    ///
    /// [`TantivyError`] when a file is damaged.
    pub fn documents(&self) -> Result<&[Column<u64>], TantivyError> {
        if let Some(documents) = self.documents.get() {
            return Ok(documents);
        }
        let segments = self.searcher.segment_readers().iter();
        let read = |segment: &SegmentReader| segment.fast_fields().u64("document_ordinal");
        let documents = segments.map(read).collect::<tantivy::Result<Vec<_>>>()?;
        Ok(self.documents.get_or_init(|| documents))
    }
}
