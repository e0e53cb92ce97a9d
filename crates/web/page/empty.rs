//! No answer: other ways to ask, each with what it finds.

use glane_index::Index;
use glane_query::Answer;
use glane_render::counted;
use maud::{Markup, html};

use super::facets;
use super::results::count;
use crate::asked::{Asked, Facet};
use crate::trouble::Trouble;
use crate::typography::T;

/// How many ways of each sort are tried at most.
const TRIED: usize = 6;
/// How many neighbouring keywords are shown at most.
const KEYWORDS: usize = 10;
/// How many letters a keyword shares with a word to be its neighbour.
const SHARED: usize = 5;

/// What is said of a search that finds nothing.
pub(crate) fn empty(index: &Index, asked: &Asked, answer: &Answer) -> Result<Markup, Trouble> {
    let suggested = ways(index, asked, answer.suggestions.iter().cloned())?;
    let shorter = shorter(&asked.q).into_iter().filter(|way| !answer.suggestions.contains(way));
    let shorter = ways(index, asked, shorter)?;
    let unfiltered = match asked.is_filtered() && !asked.q.is_empty() {
        true => count(index, &asked.without_filters())?.total,
        false => 0,
    };
    let keywords = keywords(index, &asked.q)?;
    let documents = index.status().counts.documents;
    Ok(html! {
        div.page.bloc {
            h1 #titre {
                "Aucun résultat"
                @if !asked.q.is_empty() {
                    " pour " span.requete { (T("« ")) (asked.q) (T(" »")) }
                }
            }
            p.doux {
                (T(searched(documents)))
                @if asked.is_filtered() { ", avec vos filtres" } "."
            }
            @if !answer.notes.is_empty() {
                ul.notes role="list" { @for note in &answer.notes { li { (T(note)) } } }
            }
            div.pistes {
                (section("Vouliez-vous dire", &suggested))
                (section("Avec un mot de moins", &shorter))
                @if asked.is_filtered() {
                    section {
                        h2 { "Sans vos filtres" }
                        @if unfiltered > 0 {
                            p { a href=(asked.without_filters().address()) {
                                (T(counted(unfiltered, "section", "sections"))) " sans aucun filtre" } }
                        }
                        (facets::tokens(asked))
                    }
                }
                @if !keywords.is_empty() {
                    section {
                        h2 { (T("Mots-clés voisins")) }
                        ul.nuage role="list" { @for keyword in &keywords {
                            @let other = Asked::default().only(Facet::Keyword, keyword);
                            li { a href=(other.address()) { (keyword) } }
                        } }
                    }
                }
                @if suggested.is_empty() && shorter.is_empty() && keywords.is_empty() && unfiltered == 0 {
                    section {
                        h2 { "Autrement" }
                        p { (T("Essayez un mot plus général, ou partez ")) a href="/" {
                            (T("des thèmes et des mots-clés")) } "." }
                    }
                }
            }
        }
    })
}

fn searched(documents: usize) -> String {
    match documents {
        0 => "L'index ne contient aucun document".to_owned(),
        1 => "Le seul document de l'index a été parcouru".to_owned(),
        _ => format!("Les {documents} documents ont été parcourus"),
    }
}

struct Way {
    query: String,
    address: String,
    count: usize,
}

fn section(title: &str, ways: &[Way]) -> Markup {
    html! {
        @if !ways.is_empty() {
            section {
                h2 { (title) }
                ul role="list" { @for way in ways {
                    li { a href=(way.address) { (way.query) } (T(" : "))
                        (T(counted(way.count, "section", "sections"))) }
                } }
            }
        }
    }
}

/// Those of other queries that find something.
fn ways(
    index: &Index,
    asked: &Asked,
    queries: impl Iterator<Item = String>,
) -> Result<Vec<Way>, Trouble> {
    let mut ways = Vec::new();
    for query in queries.take(TRIED) {
        let other = Asked { q: query.clone(), page: 1, ..asked.clone() };
        let count = count(index, &other)?.total;
        if count > 0 {
            ways.push(Way { query, address: other.address(), count });
        }
    }
    Ok(ways)
}

/// The query without each of its words in turn. What is between marks is left as it is: without its
/// marks it would ask for something else.
fn shorter(query: &str) -> Vec<String> {
    let words: Vec<&str> = query.split_whitespace().collect();
    let plain = !query.contains(['"', '«', '»', '(', ')']);
    if !plain || words.len() < 2 {
        return Vec::new();
    }
    let without = |left_out: usize| {
        let kept = words.iter().enumerate().filter(|(at, _)| *at != left_out);
        kept.map(|(_, word)| *word).collect::<Vec<_>>().join(" ")
    };
    let says = |at: &usize| words[*at].chars().count() > 3;
    (0..words.len()).filter(says).map(without).collect()
}

/// Keywords that begin like a word of the query.
fn keywords(index: &Index, query: &str) -> Result<Vec<String>, Trouble> {
    let fold = |text: &str| glane_analysis::fold(&text.to_lowercase());
    let starts: Vec<String> = fold(query)
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| word.chars().count() >= SHARED)
        .map(|word| word.chars().take(SHARED).collect())
        .collect();
    let near = |keyword: &&String| {
        let folded = fold(keyword);
        let mut words = folded.split(|letter: char| !letter.is_alphanumeric());
        words.any(|word| starts.iter().any(|start| word.starts_with(start)))
    };
    Ok(index.catalogue()?.keywords.iter().filter(near).take(KEYWORDS).cloned().collect())
}

#[cfg(test)]
mod tests {
    use super::shorter;

    #[test]
    fn each_word_that_says_something_is_left_out_in_turn() {
        assert_eq!(shorter("accueil des usagers"), ["des usagers", "accueil des"]);
        assert!(shorter("accueil").is_empty());
        assert!(shorter("\"accueil des usagers\"").is_empty());
    }
}
