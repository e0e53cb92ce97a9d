//! Hours alone on the last line of a block whose first is the title: `Se loger au bourg`, `Zoé
//! Lanteri, juriste`, `de 9h30 à 10h15`.

use std::ops::Range;

use super::Finder;
use super::hours::alone;
use crate::line::Line;
use crate::structure::date;
use crate::structure::heading::Heading;
use crate::structure::time::{Slot, leading_slot};
use crate::words::starts_upper;

/// How many blocks must end with their hours.
const MANY: usize = 3;

/// How many lines such a block has.
const LINES: std::ops::RangeInclusive<usize> = 2..=5;

/// The longest title, in bytes.
const MAX_TITLE: usize = 160;

/// A session whose hours end its block.
#[derive(Debug)]
pub(super) struct HoursLast {
    /// Its title.
    line: usize,
    /// The line of its hours.
    pub(super) hours: usize,
    slot: Slot,
}

impl Finder<'_> {
    /// The title of a block that ends with its hours.
    pub(super) fn by_hours_last(&self, at: usize) -> Option<Heading> {
        let found = self.hours_last.binary_search_by_key(&at, |one| one.line).ok()?;
        let slot = self.hours_last[found].slot;
        Some(self.timed(at, &self.lines[at].plain, slot))
    }

    /// Whether a line holds the hours of the title above.
    pub(super) fn ends_with_hours(&self, at: usize) -> bool {
        self.hours_last.binary_search_by_key(&at, |one| one.hours).is_ok()
    }
}

/// The sessions of a text most of whose hours that stand alone end their blocks.
pub(super) fn hours_last(lines: &[Line<'_>], blocks: &[Range<usize>]) -> Vec<HoursLast> {
    let ends = |block: &Range<usize>| {
        let (line, hours) = (block.start, block.end.checked_sub(1)?);
        let slot = alone(&lines[hours])?;
        let title = &lines[line].plain;
        let own = LINES.contains(&block.len()) && title.len() <= MAX_TITLE && starts_upper(title);
        // « Mardi 3 mai », « 9h30 »: what is held then stands below.
        let dated = slot.end.is_none() && date::is_date_line(title);
        let timed = |at: usize| leading_slot(&lines[at].plain).is_some();
        let plain = block.clone().all(|at| lines[at].goes_on()) && !(line..hours).any(timed);
        (own && plain && !dated).then_some(HoursLast { line, hours, slot })
    };
    let found: Vec<HoursLast> = blocks.iter().filter_map(ends).collect();
    let apart = blocks.iter().flat_map(Clone::clone).filter(|&at| alone(&lines[at]).is_some());
    // Hours without an end are a programme's where they follow each other.
    let open = found.iter().any(|one| one.slot.end.is_none());
    let told = !open || found.is_sorted_by(|one, next| one.slot.start < next.slot.start);
    if found.len() < MANY || apart.count() > found.len() || !told { Vec::new() } else { found }
}

#[cfg(test)]
mod tests {
    use super::super::tests::check_timed as check;
    use super::*;
    use crate::line::{blocks, lines};

    #[test]
    fn hours_may_end_the_blocks_of_their_titles() {
        let talk = |title: &str, who: &str, hours: &str| format!("{title}\n{who}\n{hours}\n\n");
        let text = talk("Se loger au bourg", "Zoé Lanteri, juriste", "de 9h30 à 10h15")
            + &talk("Passer le gué", "Luc Perrot, maire d'Orn", "de 10h15 à 11h")
            + "Clôture par la mairie\nde 11h à 11h30\n";
        check(
            &text,
            &[
                "09:30 Se loger au bourg: Zoé Lanteri",
                "10:15 Passer le gué: Luc Perrot",
                "11:00 Clôture par la mairie: ",
            ],
        );
        // They may have no end.
        let text =
            "Accueil\n8h30\n\n- Le café\n\nSe loger au bourg\nSalle A\n9h\n\nManger\n10h15\n";
        check(text, &["08:30 Accueil: ", "09:00 Se loger au bourg: ", "10:15 Manger: "]);
        let found = |text: &str| {
            let lines = lines(text);
            hours_last(&lines, &blocks(&lines, &vec![false; lines.len()])).len()
        };
        assert_eq!(found(text), 3);
        assert_eq!(found(&text.replace("8h30", "11h")), 0);
        let days = "Mardi 3 mai\n9h\n\nMercredi 4 mai\n10h\n\nJeudi 5 mai\n11h\n";
        assert_eq!(found(days), 0);
        // Above the titles, they are those of what is below.
        let text = "9h30 - 10h15\nSe loger au bourg\n\n10h15 - 11h\nPasser le gué\n\n11h - 11h30\nPartir\n";
        check(text, &["09:30 Se loger au bourg: ", "10:15 Passer le gué: ", "11:00 Partir: "]);
    }
}
