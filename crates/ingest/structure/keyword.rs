//! Keyword lines, under any label: `Mots clés : a, b`, `Nuage de mots : a`, `Keywords – a ; b`.

use std::sync::LazyLock;

use glane_document::Keyword;

use crate::pattern::{Pattern, folded_pattern};
use crate::words::Folded;

static LABEL: LazyLock<Pattern> = LazyLock::new(|| {
    // A short label that opens with « mot », « nuage » or « keyword »: scans damage the rest.
    folded_pattern(
        r"^(?:les )?(?:mots?|nuages?|key ?words?|descripteurs?|tags?)\b[^:.,;]{0,16}?(?: *: *| +[-|] +)",
    )
});

/// The keywords of a keyword line; `None` for any other line.
pub(crate) fn keywords(line: Folded<'_>) -> Option<Vec<Keyword>> {
    if line.printed.len() > 300 {
        return None;
    }
    LABEL.after(line).map(split)
}

/// Cuts a list of keywords at its separators.
pub(crate) fn split(list: &str) -> Vec<Keyword> {
    split_at(list, if list.contains(';') { &[';'] } else { &[',', ';', '•', '·', '|', '/'] })
}

/// Cuts the keywords of a field of front matter: a slash without spaces is of one that stands inside
/// another, `eau/gué`.
pub(crate) fn split_field(field: &str) -> Vec<Keyword> {
    let inside = field.contains('/') && !field.contains([';', ' ']);
    if inside { split_at(field, &[',', '•', '·', '|']) } else { split(field) }
}

fn split_at(list: &str, separators: &[char]) -> Vec<Keyword> {
    list.split(separators)
        .map(|keyword| keyword.trim().trim_end_matches('.').trim())
        .filter(|keyword| !keyword.is_empty())
        .map(|keyword| Keyword(keyword.to_owned()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Text;

    #[track_caller]
    fn check(line: &str, expect: Option<&[&str]>) {
        let line = Text::new(line.to_owned());
        let found = keywords(line.both());
        let found: Option<Vec<&str>> =
            found.as_ref().map(|found| found.iter().map(|keyword| keyword.0.as_str()).collect());
        assert_eq!(found.as_deref(), expect);
    }

    #[test]
    fn labels_vary() {
        check("Mot clé : Engagement", Some(&["Engagement"]));
        check("Mots-clés : accueil, écoute", Some(&["accueil", "écoute"]));
        check("MOTS CLEFS – santé ; accès aux soins", Some(&["santé", "accès aux soins"]));
        check("Nuage de mots : confiance", Some(&["confiance"]));
        check("Keywords: access, rights", Some(&["access", "rights"]));
    }

    #[test]
    fn a_damaged_label_is_read() {
        check("Mot dé : Transition", Some(&["Transition"]));
    }

    #[test]
    fn prose_is_no_keyword_line() {
        check("Mots et maux du service public", None);
        check("Motion de soutien : le conseil vote", None);
        check("Le mot d'ordre : tenir", None);
    }

    #[test]
    fn a_keyword_of_a_field_may_stand_inside_another() {
        let found = |field: &str| split_field(field).into_iter().map(|of| of.0).collect::<Vec<_>>();
        assert_eq!(found("eau/gué"), ["eau/gué"]);
        assert_eq!(found("eau / gué"), ["eau", "gué"]);
        assert_eq!(found("eau,gué"), ["eau", "gué"]);
    }

    #[test]
    fn a_semicolon_keeps_commas_inside_a_keyword() {
        check("Mots clés : eau, air ; sols", Some(&["eau, air", "sols"]));
    }
}
