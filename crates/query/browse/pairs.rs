//! Which keywords are declared together.

use std::collections::HashMap;

use glane_analysis::Analyzer;
use glane_index::Index;
use serde::Serialize;

use super::{Browsing, Places, Spellings, has, keywords_of, label_key};
use crate::SearchError;
use crate::names::fold;

/// A keyword that sections declare beside another.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PairEntry {
    /// The keyword asked for, as it is printed most often.
    pub with: String,
    /// The other.
    pub label: String,
    /// Sections that declare both.
    pub together: usize,
    /// Documents with such a section.
    pub documents: usize,
    /// Sections that declare the keyword asked for.
    pub with_sections: usize,
    /// Sections that declare the other.
    pub sections: usize,
    /// How typical they are of each other, 14 at most: 14 + log2(2·both / (one + other)), after
    /// P. Rychlý, “A Lexicographer-Friendly Association Score”, RASLAN 2008.
    pub log_dice: f64,
}

/// The keywords that sections declare beside `with`, the most typical first: the keyword that is this
/// one in any spelling, else each that has its words. The pattern of `browsing` picks among the others.
///
/// # Errors
///
/// [`SearchError`] when a filter names an unknown kind or language, or the index is damaged.
pub fn keyword_pairs(
    index: &Index,
    browsing: &Browsing,
    with: &str,
) -> Result<Vec<PairEntry>, SearchError> {
    let mut analyzer = Analyzer::new();
    let mut spellings: HashMap<String, Spellings> = HashMap::new();
    let mut sections: Vec<(String, Vec<String>)> = Vec::new();
    browsing.each_section(index, |document, section, rank| {
        let mut own = Vec::new();
        for label in keywords_of(document, section, rank) {
            let key = label_key(&mut analyzer, label);
            spellings.entry(key.clone()).or_default().add(label);
            own.push(key);
        }
        own.sort_unstable();
        own.dedup();
        if !own.is_empty() {
            sections.push((document.id.clone(), own));
        }
    })?;
    let labels: HashMap<String, String> =
        spellings.into_iter().map(|(key, own)| (key, own.in_order().0)).collect();
    let asked = asked(&mut analyzer, &labels, with);
    let mut pairs = count(&sections, &asked, &labels);
    pairs.retain(|pair| has(&mut analyzer, &pair.label, &browsing.pattern));
    pairs.sort_by(|a, b| {
        let by_score = b.log_dice.total_cmp(&a.log_dice).then(b.together.cmp(&a.together));
        by_score.then_with(|| (fold(&a.with), fold(&a.label)).cmp(&(fold(&b.with), fold(&b.label))))
    });
    Ok(pairs)
}

/// The keys of the keywords that are meant.
fn asked(analyzer: &mut Analyzer, labels: &HashMap<String, String>, with: &str) -> Vec<String> {
    let key = label_key(analyzer, with);
    if labels.contains_key(&key) {
        return vec![key];
    }
    let having = labels.iter().filter(|(_, label)| has(analyzer, label, with));
    having.map(|(key, _)| key.clone()).collect()
}

fn count(
    sections: &[(String, Vec<String>)],
    asked: &[String],
    labels: &HashMap<String, String>,
) -> Vec<PairEntry> {
    let mut alone: HashMap<&str, usize> = HashMap::new();
    let mut together: HashMap<(&str, &str), Places> = HashMap::new();
    for (document, own) in sections {
        own.iter().for_each(|key| *alone.entry(key).or_default() += 1);
        for with in own.iter().filter(|key| asked.contains(key)) {
            for other in own.iter().filter(|key| *key != with) {
                let places = together.entry((with, other)).or_default();
                places.sections += 1;
                places.documents.insert(document.clone());
            }
        }
    }
    let pair = |((with, other), places): ((&str, &str), Places)| {
        let (with_sections, sections) = (alone[with], alone[other]);
        PairEntry {
            with: labels[with].clone(),
            label: labels[other].clone(),
            together: places.sections,
            documents: places.documents.len(),
            with_sections,
            sections,
            log_dice: log_dice(places.sections, with_sections, sections),
        }
    };
    together.into_iter().map(pair).collect()
}

/// 14 + log2 of Dice's coefficient.
fn log_dice(both: usize, one: usize, other: usize) -> f64 {
    let [both, one, other] = [both, one, other].map(|count| count as f64);
    14.0 + (2.0 * both / (one + other)).log2()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn log_dice_is_14_for_those_that_are_always_together() {
        assert!((log_dice(5, 5, 5) - 14.0).abs() < 1e-12);
        // Half as often together: one less.
        assert!((log_dice(5, 10, 10) - 13.0).abs() < 1e-12);
    }
}
