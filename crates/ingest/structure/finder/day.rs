//! Lines that tell the day of what follows: `Mardi 3 octobre 2023, salle B204`.

use super::Finder;
use crate::structure::date;
use crate::structure::heading::is_room;
use crate::words::prefix;

impl Finder<'_> {
    /// Remembers the day of a line that states one and nothing else: what follows is on it.
    pub(super) fn note_day(&mut self, at: usize, first: bool) {
        let line = &self.lines[at];
        // « Mardi », then « 3 octobre 2023 ».
        let weekday = || at > 0 && date::is_weekday(self.lines[at - 1].plain.folded());
        let marked = first || line.bold || line.level.is_some();
        let bare = line.plain.len() < 60 && (marked || weekday());
        let own = bare.then(|| date::leading(line.plain.both(), self.years.of(at))).flatten();
        if let Some((day, rest)) = own
            && rest.chars().filter(|c| c.is_alphabetic()).count() < 12
        {
            self.day = Some(day);
        } else if line.bold
            && first
            && let Some((day, rest)) = date::leading(line.plain.both(), self.years.of(at))
            && (is_room(prefix(rest, 60)) || rest.starts_with("à "))
        {
            // « Mardi 3 octobre 2023, salle B204 de la mairie »
            self.day = Some(day);
        }
    }
}
