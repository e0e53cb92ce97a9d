//! The zones of a text as people name them.

use glane_document::Zone;

use crate::SearchError;
use crate::names::fold;

/// Other names, folded and in the singular.
const SYNONYMS: [(&str, Zone); 9] = [
    ("corp", Zone::Body),
    ("text", Zone::Body),
    ("footnote", Zone::Note),
    ("note de bas de page", Zone::Note),
    ("biblio", Zone::Bibliography),
    ("reference", Zone::Bibliography),
    ("reference bibliographique", Zone::Bibliography),
    ("legend", Zone::Caption),
    ("tab", Zone::Table),
];

/// The zone that `name` names, in JSON's English or in French, in the singular or the plural.
///
/// # Errors
///
/// [`SearchError::UnknownZone`] lists the names there are.
pub(crate) fn parse(name: &str) -> Result<Zone, SearchError> {
    let folded = fold(name.trim());
    let singular = |word: &str| match word.strip_suffix(['s', 'x']) {
        Some(single) if word.len() > 3 => single.to_owned(),
        _ => word.to_owned(),
    };
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let given = words.map(singular).collect::<Vec<_>>().join(" ");
    let is_own = |zone: &Zone| given == zone.as_str() || given == fold(zone.label());
    let synonym = || SYNONYMS.iter().find(|(name, _)| *name == given).map(|(_, zone)| *zone);
    Zone::ALL.into_iter().find(is_own).or_else(synonym).ok_or_else(|| SearchError::UnknownZone {
        given: name.to_owned(),
        valid: Zone::ALL.into_iter().map(described).collect(),
    })
}

fn described(zone: Zone) -> String {
    format!("{} ({})", zone.as_str(), zone.label().to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zones_are_named_in_both_languages_in_any_number() {
        for zone in Zone::ALL {
            assert_eq!(parse(zone.as_str()).unwrap(), zone);
            assert_eq!(parse(zone.label()).unwrap(), zone);
        }
        for (name, zone) in [
            ("notes", Zone::Note),
            ("NOTE", Zone::Note),
            ("biblio", Zone::Bibliography),
            ("bibliographies", Zone::Bibliography),
            ("legende", Zone::Caption),
            ("légendes", Zone::Caption),
            ("Tableaux", Zone::Table),
            ("tables", Zone::Table),
            ("texte", Zone::Body),
        ] {
            assert_eq!(parse(name).unwrap(), zone, "{name}");
        }
    }

    #[test]
    fn an_unknown_zone_is_answered_with_those_there_are() {
        let error = parse("marge").unwrap_err().to_string();
        assert!(error.contains("« marge »") && error.contains("caption (légende)"), "{error}");
    }
}
