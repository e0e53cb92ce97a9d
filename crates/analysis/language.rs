//! The languages that are analysed: French in full, the others by their stemmer.

/// A language that has a stemmer.
///
/// Text in any other is analysed as French.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum Language {
    /// The language of the corpus.
    #[default]
    French,
    /// English.
    English,
    /// Spanish.
    Spanish,
    /// German.
    German,
    /// Italian.
    Italian,
    /// Portuguese.
    Portuguese,
}

impl Language {
    /// Every language, French first.
    pub const ALL: [Language; 6] = [
        Language::French,
        Language::English,
        Language::Spanish,
        Language::German,
        Language::Italian,
        Language::Portuguese,
    ];

    /// The ISO 639-1 code.
    pub fn code(self) -> &'static str {
        match self {
            Language::French => "fr",
            Language::English => "en",
            Language::Spanish => "es",
            Language::German => "de",
            Language::Italian => "it",
            Language::Portuguese => "pt",
        }
    }

    /// The language with this ISO 639-1 code, in lower case.
    pub fn from_code(code: &str) -> Option<Language> {
        Language::ALL.into_iter().find(|language| language.code() == code)
    }

    /// Its French name.
    pub fn label(self) -> &'static str {
        match self {
            Language::French => "français",
            Language::English => "anglais",
            Language::Spanish => "espagnol",
            Language::German => "allemand",
            Language::Italian => "italien",
            Language::Portuguese => "portugais",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_reads_back_from_its_code() {
        for language in Language::ALL {
            assert_eq!(Language::from_code(language.code()), Some(language));
        }
        assert_eq!(Language::from_code("br"), None);
    }
}
