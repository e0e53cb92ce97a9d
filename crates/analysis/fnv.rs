//! The hash FNV-1a of 64 bits (Fowler, Noll, Vo), the same on every platform and in every run.
//!
//! The standard library promises neither for its own hashes. For words of some ten bytes it is
//! also the quicker one.

use std::hash::Hasher;

/// The state of a hash under way.
#[derive(Debug, Clone, Copy)]
pub struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Fnv {
        Fnv(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for Fnv {
    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, hash: u64) {
        let mut fnv = Fnv::default();
        fnv.write(text.as_bytes());
        assert_eq!(fnv.finish(), hash, "{text}");
    }

    #[test]
    fn the_published_vectors_hold() {
        check("", 0xcbf2_9ce4_8422_2325);
        check("a", 0xaf63_dc4c_8601_ec8c);
        check("foobar", 0x8594_4171_f739_67e8);
    }
}
