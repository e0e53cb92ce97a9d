//! The words met so far, on their three levels.
//!
//! A text repeats few distinct forms, and stemming costs more than everything else: each form is
//! worked out once and its word is shared.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::fold::fold;
use crate::inflection::inflection_key;
use crate::language::Language;
use crate::ordinal;
use crate::short::Short;
use crate::spelling;
use crate::stem::{snowball, stem};
use crate::token::Word;

/// How many spellings are remembered before all are forgotten.
const CAPACITY: usize = 1 << 17;

/// The longest spelling that is remembered, in bytes: longer ones are noise that does not recur.
const LONGEST: usize = 48;

/// Words of one language by the spelling in which they were met.
#[derive(Debug, Clone, Default)]
pub(crate) struct Lexicon {
    language: Language,
    short: FxHashMap<Short, Known>,
    long: FxHashMap<Box<str>, Arc<Word>>,
}

/// What is known of a short spelling.
#[derive(Debug, Clone)]
struct Known {
    word: Arc<Word>,
    /// Whether it is known to be [plain](crate::plain).
    is_plain: bool,
}

impl Lexicon {
    /// An empty lexicon of `language`.
    pub(crate) fn of(language: Language) -> Lexicon {
        Lexicon { language, ..Lexicon::default() }
    }

    /// The language of its words.
    pub(crate) fn language(&self) -> Language {
        self.language
    }

    /// The word for a spelling, in any case.
    pub(crate) fn word(&mut self, spelling: &str) -> Arc<Word> {
        if let Some(word) = self.known(spelling) {
            return Arc::clone(word);
        }
        let form = spelling.to_lowercase();
        let word = match self.known(&form) {
            Some(word) => Arc::clone(word),
            None => {
                let word = Arc::new(self.levels(&form));
                self.remember(&form, &word);
                word
            }
        };
        if word.form != spelling {
            self.remember(spelling, &word);
        }
        word
    }

    /// The word that was met in this spelling, where it is known to be plain.
    pub(crate) fn plain(&self, spelling: Short) -> Option<&Arc<Word>> {
        self.short.get(&spelling).filter(|known| known.is_plain).map(|known| &known.word)
    }

    /// Notes that the word that was met in this spelling is plain.
    pub(crate) fn note_plain(&mut self, spelling: Short) {
        if let Some(known) = self.short.get_mut(&spelling) {
            known.is_plain = true;
        }
    }

    fn known(&self, spelling: &str) -> Option<&Arc<Word>> {
        match Short::of(spelling, &(0..spelling.len())) {
            Some(short) => self.short.get(&short).map(|known| &known.word),
            None => self.long.get(spelling),
        }
    }

    fn remember(&mut self, spelling: &str, word: &Arc<Word>) {
        if self.short.len() + self.long.len() >= CAPACITY {
            self.short.clear();
            self.long.clear();
        }
        let word = Arc::clone(word);
        if let Some(short) = Short::of(spelling, &(0..spelling.len())) {
            self.short.insert(short, Known { word, is_plain: false });
        } else if spelling.len() <= LONGEST {
            self.long.insert(spelling.into(), word);
        }
    }

    /// The three levels of a lower-case form.
    fn levels(&self, form: &str) -> Word {
        // aujourd'hui and aujourdhui are one word.
        let mut folded = fold(form);
        folded.retain(|letter| letter != '\'');
        let (key, stem) = match self.language {
            Language::French => {
                let key = match ordinal::digits(form) {
                    Some(digits) => format!("{digits}e"),
                    None => spelling::usual(inflection_key(&folded)),
                };
                let stem = stem(&key);
                (key, stem)
            }
            // A stemmer knows its language by its accents, which are folded afterwards.
            other => (folded, fold(&snowball(other, form))),
        };
        Word { language: self.language, form: form.to_owned(), key, stem }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(spelling: &str, form: &str, key: &str, stem: &str) {
        let word = Lexicon::default().word(spelling);
        assert_eq!((word.form.as_str(), word.key.as_str(), word.stem.as_str()), (form, key, stem));
    }

    #[test]
    fn a_word_has_three_levels() {
        check("Participations", "participations", "participation", "particip");
        check("ÉLUES", "élues", "elu", "elu");
    }

    #[track_caller]
    fn joins(language: Language, spellings: [&str; 2]) {
        let mut lexicon = Lexicon::of(language);
        let [one, other] = spellings.map(|spelling| lexicon.word(spelling));
        assert_eq!(one.stem, other.stem, "{spellings:?}");
    }

    #[test]
    fn another_language_has_its_own_stemmer() {
        joins(Language::English, ["policies", "policy"]);
        joins(Language::English, ["workshops", "Workshop"]);
        joins(Language::Spanish, ["políticas", "política"]);
        joins(Language::Spanish, ["derechos", "derecho"]);
        joins(Language::German, ["Häuser", "Haus"]);
        joins(Language::Italian, ["servizi", "servizio"]);
        joins(Language::Portuguese, ["direitos", "direito"]);
    }

    #[test]
    fn another_language_keeps_its_number_and_gender_in_its_keys() {
        let word = Lexicon::of(Language::Spanish).word("Políticas");
        let levels = [&word.form, &word.key, &word.stem].map(String::as_str);
        assert_eq!(levels, ["políticas", "politicas", "polit"]);
    }

    #[test]
    fn an_apostrophe_within_a_word_is_left_out_of_its_key() {
        check("aujourd'hui", "aujourd'hui", "aujourdhui", "aujourdhui");
    }

    #[test]
    fn ordinals_share_a_key() {
        check("2ème", "2ème", "2e", "2e");
        check("1ère", "1ère", "1e", "1e");
    }

    #[test]
    fn spellings_of_one_form_share_a_word() {
        let mut lexicon = Lexicon::default();
        let word = lexicon.word("Accès");
        assert!(Arc::ptr_eq(&word, &lexicon.word("accès")));
        assert!(Arc::ptr_eq(&word, &lexicon.word("Accès")));
    }

    #[test]
    fn the_lexicon_is_bounded() {
        let mut lexicon = Lexicon::default();
        for number in 0..=CAPACITY {
            lexicon.word(&number.to_string());
        }
        assert!(lexicon.short.len() + lexicon.long.len() <= CAPACITY);
    }
}
