//! Feminines and plurals, rebuilt from the endings of inclusive writing: `usager` and `ère` make
//! `usagère`.

/// An ending as written, the end of the masculine that it needs, and the end of the feminine.
/// The first line that fits decides.
pub(crate) const ENDINGS: &[(&str, &str, &str)] = &[
    ("ice", "teur", "trice"),
    ("ice", "eur", "rice"),
    ("rice", "teur", "trice"),
    ("rice", "eur", "rice"),
    ("trice", "teur", "trice"),
    ("euse", "eur", "euse"),
    ("euse", "eux", "euse"),
    ("se", "eur", "euse"),
    ("se", "eux", "euse"),
    ("se", "oux", "ouse"),
    ("sse", "e", "esse"),
    ("esse", "e", "esse"),
    // The accent is often forgotten: usager-e-s.
    ("e", "er", "ère"),
    ("ère", "er", "ère"),
    ("ere", "er", "ere"),
    ("ière", "ier", "ière"),
    ("iere", "ier", "iere"),
    ("ète", "et", "ète"),
    ("ive", "if", "ive"),
    ("ve", "f", "ve"),
    ("fe", "f", "ffe"),
    ("onne", "on", "onne"),
    ("enne", "en", "enne"),
    ("ienne", "ien", "ienne"),
    ("ne", "n", "nne"),
    ("elle", "el", "elle"),
    ("elle", "eau", "elle"),
    ("lle", "eau", "elle"),
    ("le", "eau", "elle"),
    ("le", "l", "lle"),
    ("ale", "al", "ale"),
    ("ale", "aux", "ale"),
    ("te", "tou", "toute"),
    ("te", "t", "tte"),
    ("he", "c", "che"),
    ("che", "c", "che"),
    ("que", "c", "que"),
    ("que", "que", "que"),
    ("ue", "g", "gue"),
    ("une", "un", "une"),
    ("ée", "é", "ée"),
];

/// Words written out in full on both sides of the mark.
pub(crate) const PAIRS: &[(&str, &str)] = &[
    ("celui", "celle"),
    ("ceux", "celles"),
    ("il", "elle"),
    ("ils", "elles"),
    ("eux", "elles"),
    ("lui", "elle"),
    ("un", "une"),
    ("du", "de"),
    ("le", "la"),
    ("les", "les"),
    ("mon", "ma"),
    ("ton", "ta"),
    ("son", "sa"),
    ("tous", "toutes"),
];

/// Ends of masculines whose last s is no plural: `anglais·es`, `inclus·es`, `divers·es`.
const SINGULAR_IN_S: &[&str] =
    &["ais", "ois", "as", "cis", "clus", "fus", "gris", "mis", "pris", "quis", "sis", "vers"];

/// The feminine singular that `ending` makes of a masculine, if it fits.
pub(super) fn feminine(masculine: &str, ending: &str) -> Option<String> {
    if ending == "e" && !masculine.ends_with("er") {
        let fits = masculine.ends_with(|end: char| end.is_alphabetic() && !"aeo".contains(end));
        return fits.then(|| [masculine, "e"].concat());
    }
    let (stem, end) = ENDINGS
        .iter()
        .filter(|(written, ..)| *written == ending)
        .find_map(|&(_, needed, end)| Some((masculine.strip_suffix(needed)?, end)))?;
    Some([stem, end].concat())
}

/// Whether the two are the masculine and the feminine of one word, both in full.
pub(super) fn is_pair(masculine: &str, feminine: &str) -> bool {
    PAIRS.contains(&(masculine, feminine))
}

/// The plural of a masculine, which may be one already.
pub(super) fn plural(masculine: &str) -> String {
    match masculine.strip_suffix("al") {
        _ if masculine.ends_with(['s', 'x', 'z']) => masculine.to_owned(),
        Some(stem) => [stem, "aux"].concat(),
        None if masculine.ends_with("eau") => [masculine, "x"].concat(),
        None => [masculine, "s"].concat(),
    }
}

/// The singular of a masculine that may be a plural in -s: `élus`.
pub(super) fn singular(masculine: &str) -> &str {
    let is_singular = SINGULAR_IN_S.iter().any(|end| masculine.ends_with(end));
    masculine.strip_suffix('s').filter(|_| !is_singular).unwrap_or(masculine)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(masculine: &str, ending: &str, expect: &str) {
        assert_eq!(feminine(masculine, ending).as_deref(), Some(expect));
    }

    #[test]
    fn an_e_is_added() {
        check("agent", "e", "agente");
        check("élu", "e", "élue");
        check("délégué", "e", "déléguée");
    }

    #[test]
    fn the_end_of_the_masculine_gives_way() {
        check("usager", "ère", "usagère");
        check("usager", "e", "usagère");
        check("conseiller", "ère", "conseillère");
        check("acteur", "rice", "actrice");
        check("acteur", "trice", "actrice");
        check("ambassadeur", "rice", "ambassadrice");
        check("travailleur", "euse", "travailleuse");
        check("actif", "ve", "active");
        check("nombreux", "se", "nombreuse");
    }

    #[test]
    fn a_consonant_is_doubled() {
        check("citoyen", "ne", "citoyenne");
        check("professionnel", "le", "professionnelle");
        check("chef", "fe", "cheffe");
        check("tou", "te", "toute");
    }

    #[test]
    fn an_ending_that_does_not_fit_makes_no_feminine() {
        for (masculine, ending) in [("prends", "le"), ("est", "ce"), ("fin", "le"), ("maire", "e")]
        {
            assert_eq!(feminine(masculine, ending), None, "{masculine} {ending}");
        }
    }

    #[test]
    fn plurals_are_made_once() {
        assert_eq!(plural("agent"), "agents");
        assert_eq!(plural("municipal"), "municipaux");
        assert_eq!(plural("anglais"), "anglais");
    }

    #[test]
    fn a_plural_base_gives_its_singular() {
        assert_eq!(singular("élus"), "élu");
        assert_eq!(singular("anglais"), "anglais");
    }
}
