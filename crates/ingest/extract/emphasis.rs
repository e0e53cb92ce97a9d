//! How letters stand out from those around them.

use std::collections::BTreeMap;

/// How much letters stand out, the least first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(super) enum Emphasis {
    /// Not at all.
    #[default]
    None,
    Italic,
    Coloured,
    Underlined,
    Bold,
}

impl Emphasis {
    /// How much more than half of the letters stand out, given runs with how many letters each has.
    pub(super) fn of_most(runs: impl Iterator<Item = (Emphasis, usize)>) -> Emphasis {
        let mut letters = BTreeMap::<Emphasis, usize>::new();
        runs.for_each(|(emphasis, count)| *letters.entry(emphasis).or_default() += count);
        let all: usize = letters.values().sum();
        let mut so_far = 0;
        let most = letters.into_iter().rev().find(|(_, count)| {
            so_far += count;
            2 * so_far > all
        });
        most.map_or(Emphasis::None, |(emphasis, _)| emphasis)
    }
}

impl From<bool> for Emphasis {
    /// The emphasis of letters in bold, or not.
    fn from(bold: bool) -> Emphasis {
        if bold { Emphasis::Bold } else { Emphasis::None }
    }
}

/// What a style sets of letters; `None` leaves it to what is below.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Face {
    pub(super) bold: Option<bool>,
    pub(super) underlined: Option<bool>,
    pub(super) coloured: Option<bool>,
    pub(super) italic: Option<bool>,
}

impl Face {
    /// Takes from `other` what is open.
    pub(super) fn fall_back(&mut self, other: Face) {
        self.bold = self.bold.or(other.bold);
        self.underlined = self.underlined.or(other.underlined);
        self.coloured = self.coloured.or(other.coloured);
        self.italic = self.italic.or(other.italic);
    }

    /// It over `other`, which is below.
    pub(super) fn over(mut self, other: Face) -> Face {
        self.fall_back(other);
        self
    }

    /// How much letters so set stand out.
    pub(super) fn emphasis(self) -> Emphasis {
        let on = |set: Option<bool>| set.unwrap_or_default();
        match self {
            Face { bold, .. } if on(bold) => Emphasis::Bold,
            Face { underlined, .. } if on(underlined) => Emphasis::Underlined,
            Face { coloured, .. } if on(coloured) => Emphasis::Coloured,
            Face { italic, .. } if on(italic) => Emphasis::Italic,
            _ => Emphasis::None,
        }
    }
}

/// Whether a weight is that of bold letters, as style sheets write it.
pub(super) fn is_bold(weight: &str) -> bool {
    weight == "bold" || weight.parse::<u16>().is_ok_and(|weight| weight >= 600)
}

/// How far apart the channels of what is no grey are, of 1.
const NO_GREY: f64 = 0.2;

/// Whether a colour is neither white, grey nor black: its red, green and blue, or cyan, magenta, yellow
/// and black, from 0 to 1.
pub(super) fn is_colour(channels: &[f64]) -> bool {
    let spread = |channels: &[f64]| {
        let most = channels.iter().copied().fold(0.0, f64::max);
        most - channels.iter().copied().fold(1.0, f64::min)
    };
    match channels {
        [_, _, _] => spread(channels) >= NO_GREY,
        [inks @ .., black] if inks.len() == 3 => spread(inks) * (1.0 - black) >= NO_GREY,
        _ => false,
    }
}

/// Whether a colour in six hexadecimal digits is neither white, grey nor black.
pub(super) fn is_coloured(colour: &str) -> bool {
    let digits = colour.trim_start_matches('#');
    let channel = |at: usize| {
        let value = u8::from_str_radix(digits.get(2 * at..2 * at + 2)?, 16).ok()?;
        Some(f64::from(value) / 255.0)
    };
    let channels: Option<Vec<f64>> = (0..3).map(channel).collect();
    digits.len() == 6 && channels.is_some_and(|channels| is_colour(&channels))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn greys_are_no_colours() {
        let coloured = |colours: &[&str]| colours.iter().all(|colour| is_coloured(colour));
        assert!(coloured(&["1F4E79", "#c00000"]));
        for grey in ["000000", "#333333", "auto", "", "é12345", "FFF"] {
            assert!(!is_coloured(grey), "{grey}");
        }
    }

    #[test]
    fn inks_are_told_as_light_is() {
        assert!(is_colour(&[0.8, 0.3, 0.0, 0.2]) && is_colour(&[0.1, 0.3, 0.6]));
        assert!(!is_colour(&[0.0, 0.0, 0.0, 1.0]) && !is_colour(&[0.9, 0.0, 0.0, 0.9]));
        assert!(!is_colour(&[0.4]) && !is_colour(&[]));
    }

    #[test]
    fn most_letters_tell_how_a_text_is_set() {
        let of_most = |runs: &[(Emphasis, usize)]| Emphasis::of_most(runs.iter().copied());
        assert_eq!(of_most(&[(Emphasis::Bold, 5), (Emphasis::None, 5)]), Emphasis::None);
        let runs = [(Emphasis::Bold, 3), (Emphasis::Underlined, 3), (Emphasis::None, 5)];
        assert_eq!(of_most(&runs), Emphasis::Underlined);
        assert_eq!(of_most(&[]), Emphasis::None);
    }

    #[test]
    fn what_stands_out_most_counts() {
        let (on, off) = (Some(true), Some(false));
        let face = Face { underlined: on, italic: on, ..Face::default() };
        assert_eq!(face.emphasis(), Emphasis::Underlined);
        let plain = Face { underlined: off, ..Face::default() };
        assert_eq!(plain.over(face).emphasis(), Emphasis::Italic);
        assert_eq!(Face { bold: on, ..plain }.over(face).emphasis(), Emphasis::Bold);
    }
}
