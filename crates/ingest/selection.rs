//! Which files of a folder are documents to read.

use std::path::Path;

use globset::{GlobBuilder, GlobSet, GlobSetBuilder};

/// Extensions that are taken from a folder where nothing says what to take. What a file is, its
/// bytes decide.
const EXTENSIONS: [&str; 12] =
    ["txt", "org", "md", "markdown", "text", "jsonl", "pdf", "docx", "odt", "html", "htm", "xhtml"];

/// Which files of a folder are read.
#[derive(Debug, Clone, Default)]
pub struct Selection {
    /// Taken whatever their extension; `None` takes the extensions of known formats.
    include: Option<GlobSet>,
    exclude: GlobSet,
}

/// A pattern that cannot be read.
#[derive(Debug, thiserror::Error)]
#[error("« {pattern} » n'est pas un motif de noms de fichiers")]
pub struct PatternError {
    /// The pattern.
    pub pattern: String,
}

impl Selection {
    /// The files that a pattern of `include` names and none of `exclude`; an empty `include` names
    /// those with the extension of a format that is read.
    ///
    /// A pattern is a glob (`*`, `?`, `[ab]`, `{a,b}`, `**`), whatever the case. It is about the path
    /// relative to the folder, or the name alone when it holds no `/`.
    ///
    /// # Errors
    ///
    /// [`PatternError`] for the first pattern that is no glob.
    pub fn new(include: &[String], exclude: &[String]) -> Result<Selection, PatternError> {
        let include = if include.is_empty() { None } else { Some(set(include)?) };
        Ok(Selection { include, exclude: set(exclude)? })
    }

    /// Whether a file is read; `id` is its path relative to the folder, with `/`.
    pub(crate) fn takes(&self, id: &str) -> bool {
        let included = match &self.include {
            Some(include) => include.is_match(id),
            None => has_known_extension(Path::new(id)),
        };
        included && (self.exclude.is_empty() || !self.exclude.is_match(id))
    }

    /// The extension of a file that is left only because its format is not read.
    pub(crate) fn leaves_format(&self, id: &str) -> Option<String> {
        let asked = self.include.is_none() && !self.exclude.is_match(id);
        let extension = Path::new(id).extension()?.to_string_lossy().to_lowercase();
        (asked && !has_known_extension(Path::new(id))).then_some(extension)
    }
}

fn set(patterns: &[String]) -> Result<GlobSet, PatternError> {
    let mut set = GlobSetBuilder::new();
    let told = |pattern: &String| PatternError { pattern: pattern.clone() };
    for pattern in patterns {
        let path = pattern.trim_start_matches("./").trim_end_matches('/');
        // A folder stands for what it holds.
        let anywhere = if path.contains('/') { path.to_owned() } else { format!("**/{path}") };
        for glob in [format!("{anywhere}/**"), anywhere] {
            let glob =
                GlobBuilder::new(&glob).case_insensitive(true).literal_separator(true).build();
            set.add(glob.map_err(|_| told(pattern))?);
        }
    }
    set.build().map_err(|_| PatternError { pattern: patterns.join(" ") })
}

fn has_known_extension(path: &Path) -> bool {
    let extension = path.extension().map(|extension| extension.to_string_lossy().to_lowercase());
    extension.is_some_and(|extension| EXTENSIONS.contains(&extension.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn selection(include: &[&str], exclude: &[&str]) -> Selection {
        let owned = |patterns: &[&str]| -> Vec<String> {
            patterns.iter().map(|&pattern| pattern.to_owned()).collect()
        };
        Selection::new(&owned(include), &owned(exclude)).unwrap()
    }

    #[test]
    fn known_extensions_are_taken_by_default() {
        let all = Selection::default();
        assert!(all.takes("2019/actes.PDF") && all.takes("note.md"));
        assert!(!all.takes("photo.jpg") && !all.takes("sans-extension"));
    }

    #[test]
    fn a_pattern_without_a_folder_is_about_names_anywhere() {
        let some = selection(&["*.pdf", "CR-*"], &["*-brouillon.*"]);
        assert!(some.takes("2019/actes.pdf") && some.takes("a/b/cr-12"));
        assert!(!some.takes("2019/actes-brouillon.pdf") && !some.takes("note.md"));
    }

    #[test]
    fn a_folder_stands_for_what_it_holds() {
        let some = selection(&[], &["archives", "2019/perso/"]);
        assert!(!some.takes("archives/a.pdf") && !some.takes("x/archives/b/a.pdf"));
        assert!(!some.takes("2019/perso/a.txt") && some.takes("2020/perso/a.txt"));
        assert!(!selection(&["2019/*.pdf"], &[]).takes("2019/b/a.pdf"));
    }

    #[test]
    fn what_is_no_pattern_is_named() {
        let error = Selection::new(&["[a".to_owned()], &[]).unwrap_err();
        assert!(error.to_string().contains("« [a »"), "{error}");
    }
}
