//! The kinds of section as people name them.

use glane_document::SectionKind;

use crate::SearchError;
use crate::names::fold;

/// Other French names, folded and in the singular.
const SYNONYMS: [(&str, SectionKind); 15] = [
    ("conference", SectionKind::Plenary),
    ("conference pleniere", SectionKind::Plenary),
    ("seance pleniere", SectionKind::Plenary),
    ("panel", SectionKind::Roundtable),
    ("seance", SectionKind::Session),
    ("discour", SectionKind::Address),
    ("ouverture", SectionKind::Address),
    ("axe", SectionKind::Theme),
    ("introduction", SectionKind::Foreword),
    ("avant propo", SectionKind::Foreword),
    ("conclusion", SectionKind::Closing),
    ("bibliographie", SectionKind::References),
    ("dejeuner", SectionKind::Break),
    ("section", SectionKind::Section),
    ("autre", SectionKind::Other),
];

/// The kind that `name` names, in JSON's English or in French, in the singular or the plural.
///
/// # Errors
///
/// [`SearchError::UnknownKind`] lists the names there are.
pub(crate) fn parse(name: &str) -> Result<SectionKind, SearchError> {
    let given = plain(name);
    let own = SectionKind::ALL
        .into_iter()
        .find(|kind| plain(kind.as_str()) == given || plain(kind.label()) == given);
    let synonym = || SYNONYMS.iter().find(|(name, _)| *name == given).map(|(_, kind)| *kind);
    own.or_else(synonym).ok_or_else(|| SearchError::UnknownKind {
        given: name.to_owned(),
        valid: SectionKind::ALL.into_iter().map(described).collect(),
    })
}

fn described(kind: SectionKind) -> String {
    format!("{} ({})", kind.as_str(), kind.label().to_lowercase())
}

/// Folded, in the singular, with spaces only.
pub(crate) fn plain(name: &str) -> String {
    let folded = fold(name);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let single = |word| match str::strip_suffix(word, ['s', 'x']) {
        Some(single) if word.len() > 3 => single,
        _ => word,
    };
    words.map(single).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name: &str, expect: SectionKind) {
        assert_eq!(parse(name).unwrap(), expect);
    }

    #[test]
    fn every_kind_reads_back_from_both_of_its_names() {
        for kind in SectionKind::ALL {
            check(kind.as_str(), kind);
            check(kind.label(), kind);
        }
    }

    #[test]
    fn number_accents_and_hyphens_do_not_matter() {
        check("Ateliers", SectionKind::Workshop);
        check("tables rondes", SectionKind::Roundtable);
        check("table-ronde", SectionKind::Roundtable);
        check("pleniere", SectionKind::Plenary);
        check("avant propos", SectionKind::Foreword);
        check("discours", SectionKind::Address);
    }

    #[test]
    fn an_unknown_kind_is_answered_with_those_there_are() {
        let error = parse("goûter").unwrap_err().to_string();
        assert!(error.contains("« goûter »") && error.contains("workshop (atelier)"), "{error}");
    }
}
