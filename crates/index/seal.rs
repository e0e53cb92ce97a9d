//! The end of a generation: it is read back, counted, and described.

use std::collections::BTreeMap;
use std::io;
use std::path::Path;

use tantivy::Searcher;
use tantivy::fieldnorm::FieldNormReader;

use crate::failure::BuildError;
use crate::families::{self, FAMILIES};
use crate::ledger::{Ledger, SHARES};
use crate::manifest::{self, Counts, MANIFEST, Manifest};
use crate::schema::Fields;
use crate::sources::SOURCES;
use crate::{FORMAT, files};

/// A generation that is whole but for its description.
pub(crate) struct Seal<'a> {
    /// Its folder.
    pub(crate) path: &'a Path,
    /// Where the sources are.
    pub(crate) corpus: String,
    /// What it holds of each.
    pub(crate) ledger: Ledger,
}

impl Seal<'_> {
    /// Opens the generation as a reader would, counts, and writes the manifest, last of all files;
    /// returns what it holds and its size.
    pub(crate) fn close(
        self,
        index: &tantivy::Index,
        fields: &Fields,
    ) -> Result<(Counts, u64), BuildError> {
        let engine = |source| BuildError::Engine { path: self.path.to_owned(), source };
        let searcher = index.reader().map_err(engine)?.searcher();
        let counts = self.ledger.counts();
        self.verify(&searcher, counts.passages)?;
        let lengths = lengths(&searcher, fields).map_err(engine)?;
        let families = families::write(&searcher, fields).map_err(engine)?;
        let io = |source| BuildError::Io { path: self.path.to_owned(), source };
        let bytes = self.describe(counts.clone(), lengths, &families).map_err(io)?;
        Ok((counts, bytes))
    }

    /// That everything is there, and nothing that left.
    fn verify(&self, searcher: &Searcher, expected: usize) -> Result<(), BuildError> {
        let found = searcher.num_docs();
        if found != expected as u64 {
            let found = usize::try_from(found).unwrap_or(usize::MAX);
            return Err(BuildError::Incomplete { path: self.path.to_owned(), expected, found });
        }
        Ok(())
    }

    fn describe(
        &self,
        counts: Counts,
        lengths: BTreeMap<String, u64>,
        families: &[u8],
    ) -> io::Result<u64> {
        let [sources, shares] = self.ledger.write(self.path)?;
        files::replace(self.path, FAMILIES, families)?;
        let mut names = BTreeMap::new();
        let is_ours = |name: &String| !name.ends_with(".lock") && name != MANIFEST;
        for name in files::names(self.path)?.into_iter().filter(is_ours) {
            if let Some(length) = files::length(&self.path.join(&name))? {
                names.insert(name, length);
            }
        }
        let bytes = names.values().sum();
        let meta = files::read(&self.path.join(manifest::META))?.unwrap_or_default();
        let manifest = Manifest {
            format: FORMAT,
            fingerprint: manifest::fingerprint(),
            created_at: files::now(),
            corpus: self.corpus.clone(),
            counts,
            files: names,
            hashes: [
                (manifest::META, &meta[..]),
                (SOURCES, &sources),
                (SHARES, &shares),
                (FAMILIES, families),
            ]
            .map(|(name, bytes)| (name.to_owned(), manifest::hash(bytes)))
            .into(),
            lengths,
            acronyms: self.ledger.acronyms(),
        };
        files::replace(self.path, MANIFEST, &serde_json::to_vec(&manifest)?)?;
        self.path.parent().map_or(Ok(()), files::sync_dir)?;
        Ok(bytes)
    }
}

/// The words of each searched field, added up from the lengths that its passages are known by.
fn lengths(searcher: &Searcher, fields: &Fields) -> tantivy::Result<BTreeMap<String, u64>> {
    let mut lengths = BTreeMap::new();
    for field in fields.searched() {
        let mut words = 0;
        for segment in searcher.segment_readers() {
            let norms = segment.get_fieldnorms_reader(field)?;
            let length = |passage| FieldNormReader::id_to_fieldnorm(norms.fieldnorm_id(passage));
            words += segment.doc_ids_alive().map(|passage| u64::from(length(passage))).sum::<u64>();
        }
        lengths.insert(searcher.schema().get_field_name(field).to_owned(), words);
    }
    Ok(lengths)
}
