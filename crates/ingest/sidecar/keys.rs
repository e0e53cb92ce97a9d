//! The keys that a sidecar may hold, and what to say of another.

use super::value::nearest;

/// A part of the file, with keys of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// The top of the file, about the document.
    Document,
    /// One `[[person]]`.
    Person,
    /// One `[[section]]`.
    Section,
    /// One speaker of a section.
    Speaker,
}

impl Part {
    /// The keys of the part, as `inspect` names them where it has them.
    pub(super) fn keys(self) -> &'static [&'static str] {
        match self {
            Part::Document => &[
                "title",
                "subtitle",
                "kind",
                "event",
                "dates",
                "place",
                "organisers",
                "language",
                "page_offset",
                "person",
                "section",
            ],
            Part::Person => &["name", "merge", "split", "within", "remove"],
            Part::Section => &[
                "id",
                "heading",
                "starts_with",
                "starts_at",
                "not_a_section",
                "number",
                "title",
                "kind",
                "theme",
                "parent",
                "page",
                "date",
                "start",
                "end",
                "language",
                "keywords",
                "speakers",
                "add_speakers",
                "remove_speakers",
            ],
            Part::Speaker => &["name", "as_written", "role", "organisation", "function"],
        }
    }

    /// What to say of a key that the part does not have.
    pub(super) fn unknown(self, key: &str) -> String {
        if let Some(near) = nearest(key, self.keys().iter().copied()) {
            return format!("la clé « {key} » n'existe pas ; peut-être « {near} » ?");
        }
        match [Part::Document, Part::Person, Part::Section]
            .into_iter()
            .find(|part| part.keys().contains(&key))
        {
            // TOML gives a key to the table above it, wherever its author meant it to be.
            Some(Part::Document) => format!(
                "« {key} » se place en haut du fichier, avant le premier [[person]] ou [[section]]"
            ),
            Some(Part::Person) => format!("« {key} » se place sous un [[person]]"),
            Some(_) => format!("« {key} » se place sous un [[section]]"),
            None => {
                format!(
                    "la clé « {key} » n'existe pas ; choisir parmi : {}",
                    self.keys().join(", ")
                )
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_key_is_answered_with_the_nearest_or_with_all() {
        assert!(Part::Document.unknown("titel").ends_with("peut-être « title » ?"));
        assert!(Part::Person.unknown("couleur").contains("name, merge, split"));
    }

    #[test]
    fn a_key_of_another_part_is_sent_there() {
        assert!(Part::Section.unknown("page_offset").contains("en haut du fichier"));
        assert!(Part::Document.unknown("heading").contains("[[section]]"));
        assert!(Part::Section.unknown("merge").contains("[[person]]"));
    }
}
