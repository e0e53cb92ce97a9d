//! Chance that can be repeated.

/// A generator of numbers: `SplitMix64`, by Steele, Lea and Flood (2014).
pub(crate) struct Draw(u64);

impl Draw {
    /// The generator that a seed starts.
    pub(crate) fn new(seed: u64) -> Draw {
        Draw(seed)
    }

    /// What starts another generator where this one is.
    pub(crate) fn seed(&self) -> u64 {
        self.0
    }

    /// A number from 0 to `end`, left out; 0 where there is none.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() >> 32).unwrap_or_default() % end.max(1)
    }

    /// Any byte.
    pub(crate) fn byte(&mut self) -> u8 {
        self.next().to_le_bytes()[0]
    }

    /// A range of a list of `length`, at most `most` long.
    pub(crate) fn range(&mut self, length: usize, most: usize) -> std::ops::Range<usize> {
        let start = self.below(length + 1);
        start..start + self.below(most.min(length - start) + 1)
    }

    /// One of a list that is not empty.
    pub(crate) fn one<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.below(of.len())]
    }

    /// Whether a chance of one in `times` comes up.
    pub(crate) fn once_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }
}
