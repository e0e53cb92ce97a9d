//! Hits as the run of an evaluation: `topic Q0 docno rank score tag`, which `trec_eval` and
//! `ir_measures` read.

use std::io::{self, Write};

use glane_query::Answer;

/// The last column: which system made the run.
const TAG: &str = "glane";

/// Writes the hits of `answer` as those of the topic `topic`.
///
/// Evaluators sort by score again, and break ties in their own way: scores here strictly decrease,
/// by as little as single precision can tell, whatever the order of the hits. White space in an
/// identifier would make columns of it, and is written as in an address: `%20`.
///
/// # Errors
///
/// What `out` reports.
pub fn trec_run(topic: &str, answer: &Answer, out: &mut impl Write) -> io::Result<()> {
    let mut least = f32::INFINITY;
    for hit in &answer.hits {
        least = hit.score.min(below(least));
        writeln!(out, "{topic} Q0 {} {} {least} {TAG}", one_word(&hit.id), hit.rank)?;
    }
    Ok(())
}

/// A number that single precision tells from `score`, and is less.
fn below(score: f32) -> f32 {
    score - score.abs().max(1.0) * 4.0 * f32::EPSILON
}

fn one_word(id: &str) -> String {
    let mut word = String::with_capacity(id.len());
    let mut bytes = [0; 4];
    for character in id.chars() {
        if character.is_whitespace() {
            let encoded = character.encode_utf8(&mut bytes).bytes();
            word.extend(encoded.map(|byte| format!("%{byte:02X}")));
        } else {
            word.push(character);
        }
    }
    word
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_of_an_identifier_does_not_make_columns() {
        assert_eq!(one_word("actes.txt#atelier-10"), "actes.txt#atelier-10");
        assert_eq!(one_word("Mes actes\u{a0}2019.txt"), "Mes%20actes%C2%A02019.txt");
    }

    #[test]
    fn what_is_below_is_less_at_any_size() {
        for score in [1e9, 30.0, 1.0, 1e-9, 0.0, -1e-9, -50.0] {
            assert!(below(score) < score, "{score}");
        }
    }
}
