//! Who does what at a meeting, by a short name: `Animation : Louise`, `Prise de notes : Paul`.

use std::sync::LazyLock;

use crate::line::Line;
use crate::pattern::{Pattern, folded_pattern};

/// The longest line that gives somebody a part, in bytes.
const MAX_LINE: usize = 80;

/// The names that a line gives after a part that is played at meetings; no other text is a name.
pub(super) fn named<'t>(line: &'t Line<'_>) -> Vec<&'t str> {
    static PART: LazyLock<Pattern> = LazyLock::new(|| {
        folded_pattern(
            r"^(?:prises? de notes?|notes?|compte[- ]rendu|(?:co-?)?secretaires?|secretariat|scribes?|relecture|(?:redact|animat|facilitat|moderat)(?:ion|eur|rice)[a-z()·./-]*|president[es]*|presidence|gardien(?:ne)?s? du temps)(?: d[eu] (?:la )?(?:seance|reunion|compte[- ]rendu)| par)? ?: ?",
        )
    });
    if line.plain.len() > MAX_LINE || line.code {
        return Vec::new();
    }
    let Some(names) = PART.after(line.words()) else { return Vec::new() };
    let names = names.split([',', '&', '/']).flat_map(|part| part.split(" et "));
    names.map(|name| name.trim_matches(|c: char| !c.is_alphanumeric())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::line::lines;

    #[test]
    fn parts_at_a_meeting_are_given_by_short_names() {
        assert_eq!(named(&lines("**Prise de notes** : Zoé et Luc")[0]), ["Zoé", "Luc"]);
        assert_eq!(named(&lines("Secrétaire de séance : Zoé")[0]), ["Zoé"]);
        assert_eq!(named(&lines("Animateur·rices : Zoé, Luc")[0]), ["Zoé", "Luc"]);
        assert!(named(&lines("Secrétaire : voir plus bas, dans la liste des membres du bureau de l'association d'Orn")[0]).is_empty());
        assert!(named(&lines("Jardin : Zoé")[0]).is_empty());
    }
}
