//! The bodies that organise an event.

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::clean::front_matter::FrontMatter;
use crate::pattern::{Pattern, pattern};
use crate::structure::cover::Cover;
use crate::structure::name;
use crate::words::{Text, canonical, fold};

static ACRONYM: LazyLock<Pattern> = LazyLock::new(|| pattern(r"^\p{Lu}[\p{Lu}\d-]{2,9}$"));

/// How many bodies are kept.
const MAX_BODIES: usize = 8;

/// How many words the name of a body has at most.
const MAX_WORDS: usize = 12;

/// The bodies of a field, those that invite or organise on the cover, and the acronyms that it explains.
pub(super) fn named(cover: &Cover<'_>, front: &FrontMatter) -> Vec<String> {
    static INVITES: LazyLock<Pattern> = LazyLock::new(|| {
        pattern(r"^(.{3,90}?) (?:vous )?(?:proposent?|organisent?|invitent|invite)\b")
    });
    static BY: LazyLock<Pattern> =
        LazyLock::new(|| pattern(r"(?i)\borganisée?s? par ([^.;:()]{3,90})"));
    let mut found: Vec<String> = front
        .all(&["organisateurs", "organisateur", "organisers", "organizer"])
        .map(str::to_owned)
        .collect();
    let may_name = |text: &&Text<'_>| {
        let folded = text.folded();
        ["propose", "organise", "invite"].iter().any(|verb| folded.contains(verb))
    };
    let mut naming = cover.blocks.iter().filter(may_name);
    let named = naming.find_map(|text| INVITES.captures(text).or_else(|| BY.captures(text)));
    if let Some(named) = named {
        let bodies = named[1].split([',', ';']).flat_map(|part| part.split(" et "));
        found.extend(bodies.map(without_article).filter(|body| is_body(body)));
    }
    // « Zoé Lanteri, directrice de la maison de services (MDS) » works there.
    let of_bodies =
        cover.blocks.iter().filter(|block| name::parse(block, name::Trust::Text).is_none());
    let in_brackets = of_bodies.flat_map(|text| text.split(['(', ')']).skip(1).step_by(2));
    found.extend(in_brackets.filter(|text| ACRONYM.is_match(text)).map(str::to_owned));
    let mut seen = HashSet::new();
    found.retain(|body| seen.insert(canonical(body)));
    found.truncate(MAX_BODIES);
    found
}

/// Whether a text may name a body: « ces rencontres s'adressent à tous » goes on with the sentence.
fn is_body(text: &str) -> bool {
    const GOES_ON: [&str; 14] = [
        "ce",
        "ces",
        "cet",
        "cette",
        "il",
        "elle",
        "nous",
        "vous",
        "qui",
        "accueilli",
        "accueillie",
        "dans",
        "pour",
        "avec",
    ];
    let first = fold(text.split(' ').next().unwrap_or_default()).into_owned();
    text.chars().any(char::is_uppercase)
        && !GOES_ON.contains(&first.as_str())
        && text.split(' ').count() <= MAX_WORDS
}

fn without_article(body: &str) -> String {
    let body = body.trim();
    let short = ["le ", "la ", "les ", "l'", "l’", "Le ", "La ", "Les ", "L'", "L’"]
        .iter()
        .find_map(|article| body.strip_prefix(article));
    short.unwrap_or(body).trim().to_owned()
}

#[cfg(test)]
mod tests {
    use crate::structure::structure;

    #[track_caller]
    fn check(text: &str, expect: &[&str]) {
        assert_eq!(structure("a", "a.md", text).organisers, expect);
    }

    #[test]
    fn who_organises_is_named_and_nothing_else() {
        check(
            "# Habiter\n\nJournée organisée par la Ville d'Orn, le Gué et les Amis de la halle.\n",
            &["Ville d'Orn", "Gué", "Amis de la halle"],
        );
        check(
            "# Habiter\n\nJournée organisée par la Ville d'Orn, ces rencontres visent les Ornois.\n",
            &["Ville d'Orn"],
        );
        check("# Habiter\n\nCentre des métiers du bois (CMB)\n\nIl pleut.\n", &["CMB"]);
        check("# Habiter\n\n- Zoé Lanteri, juriste à la maison du bois (CMB)\n\nIl pleut.\n", &[]);
    }
}
