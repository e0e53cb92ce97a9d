//! Fragments of a word that a hyphen cut at the end of a line: `démobi-` and `lisation`.
//!
//! Whether `porte-` and `parole` are two words or `démobi-` and `lisation` one cannot be told from
//! the text. Both readings are kept: the word put together again, and at its position each fragment
//! under a name of its own, which holds the key of the fragment and that of the whole. A search for
//! a fragment's word asks for the name where the corpus does not write the whole as one word.

use crate::token::Word;

/// What the name of a fragment starts with, and what parts its keys: no word starts so.
const MARK: char = '-';

/// The fragment `part` of a word cut at the end of a line that is `whole` once put together.
pub(crate) fn fragment(part: &Word, whole: &Word) -> Word {
    let name = [&opening(&part.key), &*whole.key].concat();
    Word { language: part.language, form: name.clone(), key: name.clone(), stem: name }
}

/// What the names of all fragments with the key `part` start with; the key of the whole follows.
pub fn opening(part: &str) -> String {
    format!("{MARK}{part}{MARK}")
}

/// Whether a form is the name of a fragment.
pub fn is_fragment(form: &str) -> bool {
    form.starts_with(MARK)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Analyzer;

    #[test]
    fn a_fragment_is_named_after_itself_and_the_whole() {
        let mut analyzer = Analyzer::new();
        let tokens = analyzer.tokens("démobi-\nlisations");
        let forms: Vec<&str> = tokens.iter().map(|token| &*token.word.form).collect();
        let names = ["-demobi-demobilisation", "-lisation-demobilisation"];
        assert_eq!(forms, [&["démobilisations"], &names[..]].concat());
        assert!(names.iter().all(|name| is_fragment(name)) && !is_fragment("démobilisations"));
        assert!(names[1].starts_with(&opening("lisation")));
    }
}
