//! Finds the section that a correction is about, by what the text says.
//!
//! Texts are compared by their letters and digits alone. Another extraction changes line ends,
//! hyphens, typography and markup before it changes letters, and what a reader copies from a screen
//! has none of them as in the source.

use std::ops::Range;

use glane_analysis::ligature;
use glane_document::{Document, Section, SectionKind};

use super::{Placed, Remark};
use crate::words::fold;

/// What designates one section; all that is given must fit.
#[derive(Debug, Default)]
pub(super) struct Anchor {
    /// The line of the sidecar where the correction starts.
    pub(super) line: u32,
    /// The identifier.
    pub(super) id: Option<Placed<String>>,
    /// The title, alone or with kind and number, or the first line as printed.
    pub(super) heading: Option<Placed<String>>,
    /// The first words, heading included or not.
    pub(super) starts_with: Option<Placed<String>>,
    /// The first words of a line where a section starts that was not seen.
    pub(super) starts_at: Option<Placed<String>>,
}

/// What an anchor designates in a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Place {
    /// Index of the section.
    pub(super) section: usize,
    /// The heading, in bytes of the section's text, where the section has to be cut.
    pub(super) heading: Option<Range<usize>>,
}

impl Anchor {
    /// The only place that fits.
    ///
    /// # Errors
    ///
    /// A remark when none fits, or several do.
    pub(super) fn find(&self, document: &Document) -> Result<Place, Remark> {
        let fitting = |&at: &usize| self.fits(&document.sections[at]);
        let sections: Vec<usize> = (0..document.sections.len()).filter(fitting).collect();
        match (&self.starts_at, &sections[..]) {
            (Some(words), _) if !sections.is_empty() => line(document, &sections, words),
            (_, [section]) => Ok(Place { section: *section, heading: None }),
            (_, []) => Err(self.unmatched(document)),
            (_, several) => Err(self.ambiguous(document, several)),
        }
    }

    fn fits(&self, section: &Section) -> bool {
        let fits = |wanted: &Option<Placed<String>>, test: &dyn Fn(&str) -> bool| {
            wanted.as_ref().is_none_or(|wanted| test(&wanted.value))
        };
        fits(&self.id, &|id| section.id == id)
            && fits(&self.heading, &|heading| is_headed(section, heading))
            && fits(&self.starts_with, &|words| starts(section, words))
    }

    /// The conditions in the words of the file, to be told.
    fn described(&self) -> String {
        let parts =
            [("id", &self.id), ("heading", &self.heading), ("starts_with", &self.starts_with)];
        let parts = parts.iter().filter_map(|(name, part)| {
            part.as_ref().map(|part| format!("{name} = « {} »", part.value))
        });
        parts.collect::<Vec<_>>().join(" et ")
    }

    fn unmatched(&self, document: &Document) -> Remark {
        if document.sections.is_empty() {
            return Remark::new(self.line, "le document n'a aucune section à corriger");
        }
        let near = self.id.as_ref().and_then(|id| nearest_id(document, &id.value));
        let remedy = near.map_or_else(
            || "« glane inspect » donne les titres, --format json les identifiants".to_owned(),
            |id| format!("peut-être « {id} » ?"),
        );
        Remark::new(
            self.line,
            format!("aucune section ne répond à {} ; {remedy}", self.described()),
        )
    }

    fn ambiguous(&self, document: &Document, sections: &[usize]) -> Remark {
        let message = format!(
            "{} sections répondent à {} ; choisir avec id : {}",
            sections.len(),
            self.described(),
            ids(document, sections)
        );
        Remark::new(self.line, message)
    }
}

/// The only line among `sections` that starts with `words`.
fn line(document: &Document, sections: &[usize], words: &Placed<String>) -> Result<Place, Remark> {
    let wanted = compact(&words.value);
    let places: Vec<Place> = sections
        .iter()
        .flat_map(|&section| {
            let headings = lines_starting(&document.sections[section].text, &wanted);
            headings.map(move |heading| Place { section, heading: Some(heading) })
        })
        .collect();
    match &places[..] {
        [place] => Ok(opening(&document.sections[place.section], place)),
        [] => Err(Remark::new(
            words.line,
            format!(
                "aucune ligne du texte ne commence par « {} » ; starts_at attend les premiers mots \
                 d'une ligne",
                words.value
            ),
        )),
        several => {
            let mut sections: Vec<usize> = several.iter().map(|place| place.section).collect();
            sections.dedup();
            let message = format!(
                "{} lignes commencent par « {} » (dans {}) ; en donner davantage de mots, ou \
                 ajouter id",
                several.len(),
                words.value,
                ids(document, &sections)
            );
            Err(Remark::new(words.line, message))
        }
    }
}

/// A line that opens its section already needs no cut.
fn opening(section: &Section, place: &Place) -> Place {
    let heading = place
        .heading
        .clone()
        .filter(|heading| section.text[..heading.start].chars().any(char::is_alphanumeric));
    Place { heading, ..place.clone() }
}

/// The lines that start with `wanted`, each to the end of the line where `wanted` ends.
fn lines_starting<'t>(text: &'t str, wanted: &str) -> impl Iterator<Item = Range<usize>> + 't {
    let wanted = wanted.to_owned();
    let mut start = 0;
    let lines = text.split_inclusive(['\n', '\x0c']).map(move |line| {
        start += line.len();
        start - line.len()..start
    });
    lines.filter_map(move |line| {
        // A blank line before would fit as well as the line itself.
        text[line.clone()].chars().any(char::is_alphanumeric).then_some(())?;
        let end = line.start + prefix_len(&text[line.start..], &wanted)?;
        let rest = text[end..].find(['\n', '\x0c']);
        Some(line.start..rest.map_or(text.len(), |at| end + at + 1))
    })
}

/// Whether a heading names a section: its title, its label, or the lines that are printed.
pub(super) fn is_headed(section: &Section, heading: &str) -> bool {
    let wanted = compact(heading);
    let theme = section.theme.clone().filter(|_| section.kind == SectionKind::Theme);
    let first = section.text.lines().find(|line| line.chars().any(char::is_alphanumeric));
    let named = [section.title.clone(), Some(section.label()), theme, first.map(str::to_owned)];
    named.into_iter().flatten().any(|name| compact(&name) == wanted)
}

fn starts(section: &Section, words: &str) -> bool {
    let wanted = compact(words);
    let body = section.text.get(section.head..).unwrap_or_default();
    prefix_len(&section.text, &wanted).is_some() || prefix_len(body, &wanted).is_some()
}

/// How many bytes at the start of a text are `wanted`, which is compact and ends with a word.
fn prefix_len(text: &str, wanted: &str) -> Option<usize> {
    let mut found = letters(text);
    let mut end = 0;
    for letter in wanted.chars() {
        let (at, next) = found.next()?;
        if next != letter {
            return None;
        }
        end = at;
    }
    (!text[end..].starts_with(char::is_alphanumeric)).then_some(end)
}

/// The letters and digits of a text, in lower case and without accents.
pub(super) fn compact(text: &str) -> String {
    letters(text).map(|(_, letter)| letter).collect()
}

/// The letters and digits of a text, folded, each with the byte where its character ends.
fn letters(text: &str) -> impl Iterator<Item = (usize, char)> {
    text.char_indices().flat_map(|(at, c)| {
        let folded = match c {
            c if c.is_ascii() => c.to_ascii_lowercase().to_string(),
            c => ligature(c)
                .map_or_else(|| fold(c.encode_utf8(&mut [0; 4])).into_owned(), str::to_owned),
        };
        let end = at + c.len_utf8();
        let letters: Vec<char> = folded.chars().filter(|c| c.is_alphanumeric()).collect();
        letters.into_iter().map(move |letter| (end, letter))
    })
}

fn nearest_id<'d>(document: &'d Document, id: &str) -> Option<&'d str> {
    let ids = document.sections.iter().map(|section| section.id.as_str());
    super::value::nearest(id, ids)
}

/// Identifiers, as many as one line takes.
fn ids(document: &Document, sections: &[usize]) -> String {
    const NAMED: usize = 6;
    let named = sections.iter().take(NAMED).map(|&at| document.sections[at].id.as_str());
    let mut named = named.collect::<Vec<_>>().join(", ");
    if sections.len() > NAMED {
        named.push('…');
    }
    named
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_accents_typography_and_line_ends_do_not_matter() {
        assert_eq!(compact("**L’ŒUVRE** – ﬁnan-\ncée"), compact("l'oeuvre financée"));
    }

    #[test]
    fn a_prefix_ends_with_a_word() {
        assert_eq!(prefix_len("Accueil, puis", "accueil"), Some(7));
        assert_eq!(prefix_len("Accueillir", "accueil"), None);
        assert_eq!(prefix_len("Accueil", "accueillir"), None);
    }

    #[test]
    fn a_heading_may_run_over_two_lines() {
        let text = "Avant.\n\n## Ouvrir\nles guichets\nTexte.\n";
        let found: Vec<&str> =
            lines_starting(text, &compact("Ouvrir les guichets")).map(|at| &text[at]).collect();
        assert_eq!(found, ["## Ouvrir\nles guichets\n"]);
    }

    #[test]
    fn a_section_is_known_by_its_title_its_label_and_its_first_line() {
        let mut section = Section::new(SectionKind::Workshop);
        section.number = Some("4".to_owned());
        section.title = Some("Accueillir".to_owned());
        section.text = "\nATELIER 4\nAccueillir\n".to_owned();
        for heading in ["accueillir", "Atelier 4 : accueillir", "Atelier 4"] {
            assert!(is_headed(&section, heading), "{heading}");
        }
        assert!(!is_headed(&section, "Atelier 5"));
    }
}
