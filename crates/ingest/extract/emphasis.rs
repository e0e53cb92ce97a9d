//! How letters stand out from those around them.

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

/// How far apart the channels of what is no grey are, of 255.
const NO_GREY: u8 = 48;

/// Whether a colour, in hexadecimal digits, is neither black nor grey.
pub(super) fn is_coloured(colour: &str) -> bool {
    let digits = colour.trim_start_matches('#');
    let channel = |at: usize| u8::from_str_radix(digits.get(2 * at..2 * at + 2)?, 16).ok();
    let Some([red, green, blue]) =
        (digits.len() == 6).then(|| Some([channel(0)?, channel(1)?, channel(2)?])).flatten()
    else {
        return false;
    };
    red.max(green).max(blue) - red.min(green).min(blue) >= NO_GREY
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
    fn what_stands_out_most_counts() {
        let (on, off) = (Some(true), Some(false));
        let face = Face { underlined: on, italic: on, ..Face::default() };
        assert_eq!(face.emphasis(), Emphasis::Underlined);
        let plain = Face { underlined: off, ..Face::default() };
        assert_eq!(plain.over(face).emphasis(), Emphasis::Italic);
        assert_eq!(Face { bold: on, ..plain }.over(face).emphasis(), Emphasis::Bold);
    }
}
