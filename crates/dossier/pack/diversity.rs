//! Many voices rather than one: what keeps a pack from repeating itself.

use std::collections::{HashMap, HashSet};

use glane_analysis::fold;
use glane_document::{Function, Speaker};

use crate::Excerpt;

/// The most excerpts in which one person speaks.
const A_SPEAKER: usize = 2;
/// The most excerpts of one document.
const A_DOCUMENT: usize = 3;
/// How many words in a row make a shingle.
const SHINGLE: usize = 4;
/// Two excerpts that share this part of their shingles, or more, are one: the resemblance of
/// A. Z. Broder, “On the resemblance and containment of documents”, SEQUENCES 1997.
const RESEMBLANCE: f64 = 0.8;

/// What the excerpts chosen so far hold.
#[derive(Debug, Default)]
pub(super) struct Diversity {
    speakers: HashMap<String, usize>,
    documents: HashMap<String, usize>,
    shingles: Vec<HashSet<Vec<String>>>,
}

impl Diversity {
    /// Whether a document has all the excerpts that it may have.
    pub(super) fn is_full_of_document(&self, source: &str) -> bool {
        self.documents.get(source).is_some_and(|count| *count >= A_DOCUMENT)
    }

    /// Whether one of `speakers` has.
    pub(super) fn is_full_of_speakers(&self, speakers: &[Speaker]) -> bool {
        let full = |name: String| self.speakers.get(&name).is_some_and(|count| *count >= A_SPEAKER);
        names(speakers).into_iter().any(full)
    }

    /// Whether an excerpt says what another one said.
    pub(super) fn repeats(&self, excerpt: &Excerpt) -> bool {
        let own = shingles(excerpt);
        self.shingles.iter().any(|other| resemblance(&own, other) >= RESEMBLANCE)
    }

    /// Counts an excerpt that was chosen.
    pub(super) fn count(&mut self, excerpt: &Excerpt) {
        *self.documents.entry(excerpt.origin.id.clone()).or_default() += 1;
        for name in names(&excerpt.speakers) {
            *self.speakers.entry(name).or_default() += 1;
        }
        self.shingles.push(shingles(excerpt));
    }
}

/// Who speaks, each once, without accents and capitals. Who only moderates a day does not speak in
/// each of its workshops.
fn names(speakers: &[Speaker]) -> HashSet<String> {
    let speak =
        |speaker: &&Speaker| matches!(speaker.function, Function::Speaker | Function::Author);
    speakers.iter().filter(speak).map(|speaker| fold(&speaker.name.to_lowercase())).collect()
}

/// Every run of [`SHINGLE`] words, without marks, accents and capitals; the whole where it is shorter.
fn shingles(excerpt: &Excerpt) -> HashSet<Vec<String>> {
    let text = excerpt.paragraphs().join(" ").to_lowercase();
    let words = fold(&text);
    let words: Vec<String> = words
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect();
    match words.len() {
        0..SHINGLE => HashSet::from([words]),
        _ => words.windows(SHINGLE).map(<[String]>::to_vec).collect(),
    }
}

/// What two sets share, of what they hold: 0 to 1 (Jaccard).
fn resemblance(one: &HashSet<Vec<String>>, other: &HashSet<Vec<String>>) -> f64 {
    let shared = one.intersection(other).count();
    let all = one.len() + other.len() - shared;
    if all == 0 { 1.0 } else { shared as f64 / all as f64 }
}

#[cfg(test)]
mod tests {
    use glane_document::{Document, Section};

    use super::*;

    fn of(document: &str, text: &str) -> Excerpt {
        let section = Section { text: text.to_owned(), ..Section::default() };
        crate::excerpt(&Document::new(document, ""), &section, &[0..text.len()], None).unwrap()
    }

    const TEXT: &str = "L'accueil est la vitrine de la mairie, dit-on, mais personne ne demande à celle \
                        qui la tient ce qu'elle y voit passer du matin au soir.";

    #[test]
    fn the_same_words_under_other_marks_repeat() {
        let mut diversity = Diversity::default();
        diversity.count(&of("a", TEXT));
        let other =
            TEXT.replace('\'', "’").replace("dit-on", "DIT ON").replace("à celle", "a\ncelle");
        assert!(diversity.repeats(&of("b", &other)));
        assert!(diversity.repeats(&of("b", &format!("{TEXT} Et puis ?"))));
        assert!(!diversity.repeats(&of("b", &TEXT[..60])));
        assert!(!diversity.repeats(&of("b", "Rien de tel n'a été dit ici ce jour-là.")));
    }

    #[test]
    fn resemblance_is_shared_over_all() {
        let set = |text: &str| shingles(&of("a", text));
        let half = resemblance(&set("un deux trois quatre cinq"), &set("un deux trois quatre six"));
        assert!((half - 1.0 / 3.0).abs() < 1e-9, "{half}");
    }

    #[test]
    fn a_speaker_has_two_excerpts_and_a_document_three() {
        let mut diversity = Diversity::default();
        let mut excerpt = of("a", TEXT);
        let moderator = Speaker::new("Luc Roux", "", Function::Moderator);
        excerpt.speakers =
            vec![Speaker::new("Zoé Caron", "", Function::Speaker), moderator.clone()];
        let zoe = [Speaker::new("ZOE CARON", "", Function::Speaker)];
        diversity.count(&excerpt);
        assert!(!diversity.is_full_of_speakers(&zoe));
        diversity.count(&excerpt);
        assert!(
            diversity.is_full_of_speakers(&zoe) && !diversity.is_full_of_speakers(&[moderator])
        );
        assert!(!diversity.is_full_of_document("a"));
        diversity.count(&excerpt);
        assert!(diversity.is_full_of_document("a") && !diversity.is_full_of_document("b"));
    }
}
