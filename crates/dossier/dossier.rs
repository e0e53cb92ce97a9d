//! What is kept, and what can be done to it.

use serde::{Deserialize, Serialize};

use crate::Excerpt;

/// Excerpts that a reader keeps, in the order of the session they are for.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Dossier {
    /// Grows with each change that is kept: who read another number read another state.
    pub revision: u64,
    /// What the handout is called; empty when nobody said.
    pub title: String,
    /// What stands under the title: for whom, when; empty when nobody said.
    pub presentation: String,
    /// In order.
    pub excerpts: Vec<Excerpt>,
    /// The last number given to an excerpt; a number is never given twice.
    pub last_id: u64,
}

/// What adding an excerpt did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Added {
    /// It is a new excerpt, the last, with this number.
    New(u64),
    /// Its section was there, as this excerpt, which now has these words too.
    Extended(u64),
    /// All its words were there, in this excerpt.
    Present(u64),
}

impl Dossier {
    /// The title, or the one that stands for none.
    pub fn display_title(&self) -> &str {
        if self.title.trim().is_empty() { "Dossier" } else { self.title.trim() }
    }

    /// The excerpt with this number.
    pub fn get(&self, id: u64) -> Option<&Excerpt> {
        self.excerpts.iter().find(|excerpt| excerpt.id == id)
    }

    /// The excerpt of a section, named as `actes.txt#atelier-4`.
    pub fn holding(&self, section: &str) -> Option<&Excerpt> {
        self.excerpts.iter().find(|excerpt| excerpt.section == section)
    }

    /// Adds an excerpt at the end, or its words to the excerpt of the same section.
    pub fn add(&mut self, mut excerpt: Excerpt) -> Added {
        let same = self.excerpts.iter_mut().find(|kept| kept.section == excerpt.section);
        if let Some(kept) = same {
            return match kept.extend(&excerpt) {
                true => Added::Extended(kept.id),
                false => Added::Present(kept.id),
            };
        }
        self.last_id = self.last_id.saturating_add(1);
        excerpt.id = self.last_id;
        self.excerpts.push(excerpt);
        Added::New(self.last_id)
    }

    /// Removes an excerpt, and returns it; `None` when it is not there (any more).
    pub fn remove(&mut self, id: u64) -> Option<Excerpt> {
        self.place(id).map(|at| self.excerpts.remove(at))
    }

    /// Moves an excerpt one place towards the start. Returns its new place, from 1.
    pub fn raise(&mut self, id: u64) -> Option<usize> {
        let at = self.place(id)?;
        let to = at.saturating_sub(1);
        self.excerpts.swap(at, to);
        Some(to + 1)
    }

    /// Moves an excerpt one place towards the end. Returns its new place, from 1.
    pub fn lower(&mut self, id: u64) -> Option<usize> {
        let at = self.place(id)?;
        let to = (at + 1).min(self.excerpts.len() - 1);
        self.excerpts.swap(at, to);
        Some(to + 1)
    }

    /// Keeps only these paragraphs of an excerpt, counted from 0 as in
    /// [`Excerpt::paragraphs`]. Numbers beyond the last are passed over; where nothing would be left,
    /// nothing is trimmed. Returns whether something was.
    pub fn trim(&mut self, id: u64, paragraphs: &[usize]) -> bool {
        self.excerpts.iter_mut().any(|excerpt| excerpt.id == id && excerpt.trim(paragraphs))
    }

    /// Writes the note of an excerpt, in place of the one before. Returns whether it is there.
    pub fn annotate(&mut self, id: u64, note: &str) -> bool {
        let Some(at) = self.place(id) else { return false };
        note.trim().clone_into(&mut self.excerpts[at].note);
        true
    }

    /// Gives the dossier a title, on one line.
    pub fn rename(&mut self, title: &str) {
        self.title = title.split_whitespace().collect::<Vec<_>>().join(" ");
    }

    /// Says what the dossier is for.
    pub fn present(&mut self, presentation: &str) {
        presentation.trim().clone_into(&mut self.presentation);
    }

    /// Removes everything but the revision and the last number given.
    pub fn clear(&mut self) {
        *self = Dossier { revision: self.revision, last_id: self.last_id, ..Dossier::default() };
    }

    fn place(&self, id: u64) -> Option<usize> {
        self.excerpts.iter().position(|excerpt| excerpt.id == id)
    }
}

#[cfg(test)]
mod tests {
    use glane_document::{Document, Section};

    use super::*;
    use crate::excerpt;

    /// An excerpt of the paragraphs `range` of a section named `section`.
    fn of(section: &str, range: std::ops::Range<usize>) -> Excerpt {
        let document = Document::new("a.txt", "");
        let text = "Un premier point.\n\nUn deuxième.\n\nLe dernier.".to_owned();
        let section = Section { id: section.to_owned(), text, ..Section::default() };
        excerpt(&document, &section, &[range], None).unwrap()
    }

    fn three() -> Dossier {
        let mut dossier = Dossier::default();
        for section in ["x", "y", "z"] {
            dossier.add(of(section, 0..17));
        }
        dossier
    }

    fn order(dossier: &Dossier) -> Vec<u64> {
        dossier.excerpts.iter().map(|excerpt| excerpt.id).collect()
    }

    #[test]
    fn excerpts_move_one_place_and_stop_at_the_ends() {
        let mut dossier = three();
        assert_eq!(dossier.raise(3), Some(2));
        assert_eq!(order(&dossier), [1, 3, 2]);
        assert_eq!((dossier.raise(1), dossier.lower(2)), (Some(1), Some(3)));
        assert_eq!(order(&dossier), [1, 3, 2]);
        assert_eq!(dossier.lower(1), Some(2));
        assert_eq!(order(&dossier), [3, 1, 2]);
        assert_eq!(dossier.raise(9), None);
    }

    #[test]
    fn a_number_is_never_given_twice() {
        let mut dossier = three();
        assert!(dossier.remove(3).is_some() && dossier.remove(3).is_none());
        assert_eq!(dossier.add(of("z", 0..17)), Added::New(4));
        dossier.clear();
        assert!(dossier.excerpts.is_empty());
        assert_eq!(dossier.add(of("z", 0..17)), Added::New(5));
    }

    #[test]
    fn words_of_a_section_that_is_there_join_its_excerpt() {
        let mut dossier = Dossier::default();
        assert_eq!(dossier.add(of("x", 34..45)), Added::New(1));
        assert_eq!(dossier.add(of("x", 0..17)), Added::Extended(1));
        assert_eq!(dossier.add(of("x", 34..45)), Added::Present(1));
        assert_eq!(dossier.excerpts[0].paragraphs(), ["Un premier point.", "Le dernier."]);
    }

    #[test]
    fn trimming_keeps_the_paragraphs_asked_for_and_never_all_of_them_out() {
        let mut dossier = Dossier::default();
        dossier.add(of("x", 0..45));
        assert!(!dossier.trim(1, &[]) && !dossier.trim(1, &[7]) && !dossier.trim(2, &[0]));
        assert!(dossier.trim(1, &[2, 0]));
        assert_eq!(dossier.excerpts[0].paragraphs(), ["Un premier point.", "Le dernier."]);
        assert_eq!(dossier.excerpts[0].pieces.len(), 2);
    }

    #[test]
    fn notes_and_titles_are_kept_without_their_margins() {
        let mut dossier = three();
        assert!(dossier.annotate(2, " lire à voix haute\n") && !dossier.annotate(9, "x"));
        assert_eq!(dossier.get(2).unwrap().note, "lire à voix haute");
        dossier.rename("  L'accueil,\n un métier ");
        assert_eq!(dossier.display_title(), "L'accueil, un métier");
    }
}
