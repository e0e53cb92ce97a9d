//! Languages as people name them.

use glane_analysis::Language;
use glane_index::Index;

use crate::SearchError;
use crate::names::fold;

/// The French name of a language, by its ISO 639-1 code: `anglais`. `None` where it has no
/// stemmer here.
pub fn language_label(code: &str) -> Option<&'static str> {
    Language::from_code(code).map(Language::label)
}

/// The ISO 639-1 code of the language that `name` names: a code, or a French name.
///
/// # Errors
///
/// [`SearchError::UnknownLanguage`] lists the names there are.
pub(crate) fn parse(index: &Index, name: &str) -> Result<String, SearchError> {
    let given = fold(name.trim());
    let named = |language: &Language| [language.code(), &fold(language.label())].contains(&&*given);
    if let Some(language) = Language::ALL.iter().find(|language| named(language)) {
        return Ok(language.code().to_owned());
    }
    // Imported documents may be in any language.
    let others = index.status().counts.languages;
    if others.contains_key(&given) {
        return Ok(given);
    }
    let described = |language: Language| format!("{} ({})", language.code(), language.label());
    let valid = Language::ALL.into_iter().map(described);
    Err(SearchError::UnknownLanguage { given: name.to_owned(), valid: valid.collect() })
}
