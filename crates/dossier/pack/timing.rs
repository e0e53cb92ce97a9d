//! What fits in a session.

use serde::{Deserialize, Serialize};

use crate::Dossier;

/// How long a session is, and how it is spent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Timing {
    /// The length of the session; `None` where only the number of excerpts counts.
    pub minutes: Option<u32>,
    /// Words read aloud in a minute.
    pub words_per_minute: u32,
    /// Minutes of discussion for each excerpt.
    pub discussion: u32,
}

impl Timing {
    /// Words read aloud in a minute, by adults, when nobody says otherwise.
    ///
    /// M. Brysbaert, “How many words do we read per minute?”, *Journal of Memory and Language* 109
    /// (2019), finds 183 in 77 studies; S. Trauzettel-Klosinski and K. Dietz, “Standardized
    /// assessment of reading performance”, *IOVS* 53 (2012), 184 ± 29 over 17 languages, French
    /// among them. Rounded down.
    pub const WORDS_PER_MINUTE: u32 = 180;

    /// Minutes of discussion for each excerpt when nobody says otherwise: our own choice, with which
    /// a dozen excerpts fill two hours.
    pub const DISCUSSION: u32 = 8;

    /// The minutes that `excerpts` of `words` words in all take, rounded up.
    pub fn spent(&self, excerpts: usize, words: usize) -> usize {
        words.div_ceil(self.words_per_minute.max(1) as usize) + excerpts * self.discussion as usize
    }

    /// Whether so many excerpts fit in the session.
    pub fn fits(&self, excerpts: usize, words: usize) -> bool {
        self.minutes.is_none_or(|minutes| self.spent(excerpts, words) <= minutes as usize)
    }

    /// The minutes that a dossier takes, rounded up.
    pub fn of(&self, dossier: &Dossier) -> usize {
        let words = dossier.excerpts.iter().map(crate::Excerpt::words).sum();
        self.spent(dossier.excerpts.len(), words)
    }
}

impl Default for Timing {
    fn default() -> Timing {
        Timing {
            minutes: None,
            words_per_minute: Timing::WORDS_PER_MINUTE,
            discussion: Timing::DISCUSSION,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_session_is_reading_and_discussion() {
        let timing = Timing { minutes: Some(20), ..Timing::default() };
        assert_eq!(timing.spent(2, 360), 18);
        assert_eq!(timing.spent(2, 361), 19);
        assert!(timing.fits(2, 720) && !timing.fits(2, 721));
        assert!(Timing::default().fits(1_000, 1_000_000), "without a length everything fits");
    }
}
