//! Rooms beside titles: `salle B204 : Habiter la ville`, `Habiter la ville (salle B204)`.

use std::sync::LazyLock;

use crate::pattern::{Pattern, folded_pattern};
use crate::words::{fold, starts_upper};

/// Whether a text says where rather than what: `salle B204`, `dans l'amphi Tarn`, `@ Ville d'Orn`.
pub(crate) fn is_room(text: &str) -> bool {
    static ROOM: LazyLock<Pattern> = LazyLock::new(|| {
        folded_pattern(
            r"^(?:(?:in |dans )(?:the |la |l'|le )?)?(?:salle|amphi(?:theatre)?|auditorium|room|visio(?:conference)?|en ligne|en direct (?:sur|depuis)|bibliotheque|maison|campus|batiment|cest?|gmt|utc|heure (?:de paris|locale))\b",
        )
    });
    // « @ Ville d'Orn » may be followed by who speaks.
    text.starts_with('@') || ROOM.is_match(&fold(text)) && text.chars().count() < 90
}

/// Whether a line lists where something is held, the last of it from afar: `Orn, musée du gué | Tarn,
/// halle | En direct sur la chaîne du musée`.
pub(crate) fn lists_places(line: &str) -> bool {
    line.contains(" | ") && line.split(" | ").any(is_room)
}

/// A title without the room in brackets at its end: `Habiter la ville (salle B204)`.
pub(crate) fn without_room(title: &str) -> &str {
    let room = title.strip_suffix(')').and_then(|title| title.rsplit_once('('));
    let place = |room: &str| {
        is_room(["la ", "l'", "l’"].iter().find_map(|a| room.strip_prefix(a)).unwrap_or(room))
    };
    let titled = room.filter(|(before, room)| !before.trim().is_empty() && place(room));
    titled.map_or(title, |(before, _)| before.trim_end())
}

/// A title without the room that stands before it: `salle B204 : Habiter la ville`.
pub(super) fn after_room(text: &str) -> &str {
    let parted = [" : ", ": ", " – ", " — "].iter().find_map(|mark| text.split_once(mark));
    let set = |room: &str| ["in ", "dans ", "@"].iter().any(|joint| room.starts_with(joint));
    let titled = parted.filter(|(room, title)| {
        room.len() <= MAX_ROOM && is_room(room) && (starts_upper(title) || set(room))
    });
    titled.map_or(text, |(_, title)| title)
}

/// The longest room before a title, in bytes.
const MAX_ROOM: usize = 40;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::structure::heading::slotted;

    #[test]
    fn a_room_after_a_title_is_left_out_of_it() {
        let heading = slotted("9h-10h : Habiter la ville (Amphi Tarn)").unwrap();
        assert_eq!(heading.title.as_deref(), Some("Habiter la ville"));
        let heading = slotted("9h-10h, salle B204 : Habiter la ville").unwrap();
        assert_eq!(heading.title.as_deref(), Some("Habiter la ville"));
        assert_eq!(without_room("Habiter (en commun)"), "Habiter (en commun)");
        let heading = slotted("9:00 - 10:00 in Amphi : k3: habiter la ville").unwrap();
        assert_eq!(heading.title.as_deref(), Some("k3: habiter la ville"));
    }

    #[test]
    fn places_in_a_row_are_no_title() {
        assert!(lists_places("Orn, musée du gué | Tarn, halle | En direct sur le site"));
        assert!(!lists_places("Habiter la ville | Se loger au bourg"));
        assert!(!is_room("Dans la rue") && is_room("@ Ville d'Orn, quai du gué"));
    }
}
