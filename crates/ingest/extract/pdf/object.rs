//! Looks into the dictionaries of a PDF, through references, without errors to pass on.

use pdf_extract::{Dictionary, Document, Object};

/// The nearest whole number.
#[expect(clippy::cast_possible_truncation, reason = "a number beyond becomes the greatest one")]
pub(super) fn whole(number: f64) -> i64 {
    number.round() as i64
}

/// What an entry is, wherever it stands.
pub(super) trait Lookup {
    /// What an object refers to, or itself.
    fn resolved<'a>(&'a self, object: &'a Object) -> Option<&'a Object>;

    /// An entry of a dictionary.
    fn entry<'a>(&'a self, dictionary: &'a Dictionary, key: &[u8]) -> Option<&'a Object> {
        self.resolved(dictionary.get(key).ok()?)
    }

    /// An entry that is a name.
    fn name<'a>(&'a self, dictionary: &'a Dictionary, key: &[u8]) -> Option<&'a [u8]> {
        self.entry(dictionary, key)?.as_name().ok()
    }

    /// An entry that is an array.
    fn array<'a>(&'a self, dictionary: &'a Dictionary, key: &[u8]) -> Option<&'a [Object]> {
        self.entry(dictionary, key)?.as_array().ok().map(Vec::as_slice)
    }

    /// An entry that is a dictionary.
    fn dictionary<'a>(&'a self, dictionary: &'a Dictionary, key: &[u8]) -> Option<&'a Dictionary> {
        self.entry(dictionary, key)?.as_dict().ok()
    }

    /// The first element of an entry that is an array of dictionaries.
    fn first_dictionary<'a>(
        &'a self,
        dictionary: &'a Dictionary,
        key: &[u8],
    ) -> Option<&'a Dictionary> {
        self.resolved(self.array(dictionary, key)?.first()?)?.as_dict().ok()
    }

    /// An entry that is a number.
    fn number(&self, dictionary: &Dictionary, key: &[u8]) -> Option<f64> {
        self.as_number(dictionary.get(key).ok()?)
    }

    /// An object that is a number.
    fn as_number(&self, object: &Object) -> Option<f64> {
        match self.resolved(object)? {
            Object::Integer(number) => Some(*number as f64),
            Object::Real(number) => Some(f64::from(*number)),
            _ => None,
        }
    }
}

impl Lookup for Document {
    fn resolved<'a>(&'a self, object: &'a Object) -> Option<&'a Object> {
        self.dereference(object).ok().map(|(_, object)| object)
    }
}
