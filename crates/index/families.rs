//! The forms that an index holds, by family.
//!
//! Passages are indexed by the forms of their words alone: key and stem are told by the form, and
//! a form stands in many passages. A search on a wider level asks for all forms of its family,
//! which stand together in one file of the generation, a line each, in order:
//!
//! ```text
//! fr:particip⇥participations⇥participation⇥particip
//! ```
//!
//! that is, language and family, form, key, stem. The family is the stem; forms of other languages
//! than French, where accents may part the stems of one key, are in the family of their key as
//! well. What line ends cut off from words is in the family of what [opens](fragment_opening) its
//! name.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use glane_analysis::{Analyzer, Language, Word, fragment_opening, is_fragment};
use tantivy::directory::error::OpenReadError;
use tantivy::directory::{Directory as _, MmapDirectory, OwnedBytes};
use tantivy::{Searcher, TantivyError};

use crate::schema::Fields;
use crate::terms::{Level, encode};

/// The name of the file in a generation's folder.
pub(crate) const FAMILIES: &str = "families.tsv";

/// The families of an index.
pub(crate) struct Families(OwnedBytes);

impl Families {
    /// Those of a generation: the file is mapped, not read.
    pub(crate) fn open(directory: &MmapDirectory) -> Result<Families, TantivyError> {
        let file = directory.open_read(Path::new(FAMILIES)).map_err(TantivyError::from)?;
        let bytes = file
            .read_bytes()
            .map_err(|error| OpenReadError::wrap_io_error(error, Path::new(FAMILIES).to_owned()))?;
        Ok(Families(bytes))
    }

    /// The forms that share the stem of `word` or, in other languages than French, its key.
    pub(crate) fn of(&self, word: &Word) -> Vec<Word> {
        let families = families(word).into_iter();
        families.flat_map(|family| self.family(word.language, &family)).collect()
    }

    /// The names of what line ends cut off from words, where that may be `word`.
    pub(crate) fn fragments_of(&self, word: &Word) -> Vec<Word> {
        self.family(word.language, &fragment_opening(&word.key))
    }

    fn family(&self, language: Language, family: &str) -> Vec<Word> {
        let name = format!("{}:{family}\t", language.code());
        let lines = self.0[self.first_from(name.as_bytes())..].split(|byte| *byte == b'\n');
        let own = lines.map_while(|line| line.strip_prefix(name.as_bytes()));
        own.filter_map(|line| read(language, line)).collect()
    }

    /// Where the first line stands that comes no sooner than `wanted`.
    fn first_from(&self, wanted: &[u8]) -> usize {
        let bytes: &[u8] = &self.0;
        let (mut low, mut high) = (0, bytes.len());
        while low < high {
            let middle = low + (high - low) / 2;
            let before = bytes[low..middle].iter().rposition(|byte| *byte == b'\n');
            let start = before.map_or(low, |at| low + at + 1);
            let end = bytes[middle..high].iter().position(|byte| *byte == b'\n');
            let end = end.map_or(high, |at| middle + at);
            match &bytes[start..end] < wanted {
                true => low = (end + 1).min(high),
                false => high = start,
            }
        }
        low
    }
}

/// The file for what the segments of `searcher` hold.
pub(crate) fn write(searcher: &Searcher, fields: &Fields) -> tantivy::Result<Vec<u8>> {
    let mut analyzer = Analyzer::new();
    let mut lines = BTreeSet::new();
    for language in Language::ALL {
        for form in forms(searcher, fields, language)? {
            let word = match opening(&form) {
                Some(_) => Arc::new(named(language, &form)),
                None => analyzer.word_in(language, &form),
            };
            let Word { key, stem, .. } = &*word;
            for family in families(&word) {
                lines.insert(format!("{}:{family}\t{form}\t{key}\t{stem}\n", language.code()));
            }
        }
    }
    Ok(lines.into_iter().collect::<String>().into_bytes())
}

/// A fragment is its own key and stem.
fn named(language: Language, name: &str) -> Word {
    let [form, key, stem] = [name; 3].map(str::to_owned);
    Word { language, form, key, stem }
}

/// What the name of a fragment starts with; `None` of what is none.
fn opening(form: &str) -> Option<String> {
    let (part, _) = form.get(1..).filter(|_| is_fragment(form))?.split_once('-')?;
    Some(fragment_opening(part))
}

fn families(Word { language, form, key, stem }: &Word) -> Vec<String> {
    if let Some(opening) = opening(form) {
        return vec![opening];
    }
    let key = (*language != Language::French && key != stem).then_some(key);
    [Some(stem), key].into_iter().flatten().cloned().collect()
}

/// The forms of words in `language`.
fn forms(
    searcher: &Searcher,
    fields: &Fields,
    language: Language,
) -> tantivy::Result<BTreeSet<String>> {
    let prefix = encode(language, Level::Form, "");
    let mut forms = BTreeSet::new();
    for segment in searcher.segment_readers() {
        for field in fields.searched() {
            let inverted = segment.inverted_index(field)?;
            let mut terms = inverted.terms().range().ge(&prefix).into_stream()?;
            while terms.advance() {
                let Some(form) = terms.key().strip_prefix(prefix.as_bytes()) else { break };
                let form = std::str::from_utf8(form).ok();
                let is_line = |form: &&str| !form.contains(['\t', '\n']);
                if let Some(form) = form.filter(is_line).filter(|form| !forms.contains(*form)) {
                    forms.insert(form.to_owned());
                }
            }
        }
    }
    Ok(forms)
}

/// What follows the family on a line.
fn read(language: Language, line: &[u8]) -> Option<Word> {
    let mut columns = std::str::from_utf8(line).ok()?.split('\t').map(str::to_owned);
    let [form, key, stem] = [columns.next()?, columns.next()?, columns.next()?];
    Some(Word { language, form, key, stem })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn families(lines: &[&str]) -> Families {
        Families(OwnedBytes::new(lines.concat().into_bytes()))
    }

    fn word(stem: &str) -> Word {
        let [form, key, stem] = [stem; 3].map(str::to_owned);
        Word { language: Language::French, form, key, stem }
    }

    #[track_caller]
    fn check(families: &Families, stem: &str, expect: &[&str]) {
        let forms: Vec<String> = families.of(&word(stem)).into_iter().map(|own| own.form).collect();
        assert_eq!(forms, expect, "{stem}");
    }

    #[test]
    fn the_forms_of_a_family_are_found() {
        let families = families(&[
            "en:loi\tloi\tloi\tloi\n",
            "fr:aid\taide\taide\taid\n",
            "fr:aid\taidés\taide\taid\n",
            "fr:aid\taidons\taidon\taid\n",
            "fr:aider\taider\taider\taider\n",
            "fr:loi\tlois\tloi\tloi\n",
        ]);
        check(&families, "aid", &["aide", "aidés", "aidons"]);
        check(&families, "aider", &["aider"]);
        check(&families, "loi", &["lois"]);
        for none in ["", "a", "aide", "aidee", "z"] {
            check(&families, none, &[]);
        }
    }

    #[test]
    fn what_line_ends_cut_off_is_found_by_its_key() {
        let families = families(&[
            "fr:-lisation-\t-lisation-demobilisation\t-lisation-demobilisation\t-lisation-demobilisation\n",
            "fr:lisation\tlisation\tlisation\tlisation\n",
        ]);
        let names: Vec<String> =
            families.fragments_of(&word("lisation")).into_iter().map(|own| own.form).collect();
        assert_eq!(names, ["-lisation-demobilisation"]);
        assert_eq!(opening(&names[0]).as_deref(), Some("-lisation-"));
        check(&families, "lisation", &["lisation"]);
    }

    #[test]
    fn a_file_that_is_no_list_of_families_has_none() {
        for lines in ["", "\n", "\n\n", "fr:aid", "fr:aid\t", "fr:aid\taide\n", "\u{0}\t\n"] {
            check(&families(&[lines]), "aid", &[]);
        }
        check(&families(&["fr:aid\taide\taide\taid"]), "aid", &["aide"]);
    }

    #[test]
    fn every_line_is_found_among_many() {
        let mut lines: Vec<String> =
            (0..500).map(|own| format!("fr:m{own}\tm{own}s\tm{own}\tm{own}\n")).collect();
        lines.sort();
        let families = families(&lines.iter().map(String::as_str).collect::<Vec<_>>());
        for own in 0..500 {
            check(&families, &format!("m{own}"), &[&format!("m{own}s")]);
        }
    }
}
