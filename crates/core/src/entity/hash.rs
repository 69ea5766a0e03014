//! Numbers for strings and features, the same on every machine.

use crate::text::vocabulary;

/// FNV-1a, fed piece by piece.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hash(pub u32);

impl Default for Hash {
    fn default() -> Self {
        Self::SEED
    }
}

impl Hash {
    /// The hash of nothing.
    pub const SEED: Self = Self(vocabulary::EMPTY);

    /// With the bytes of `text` added.
    #[must_use]
    pub fn text(self, text: &str) -> Self {
        Self(text.bytes().fold(self.0, vocabulary::feed))
    }

    /// With the bytes of `text` added, ASCII letters as small ones.
    #[must_use]
    pub fn lower(self, text: &str) -> Self {
        Self(text.bytes().map(|byte| byte.to_ascii_lowercase()).fold(self.0, vocabulary::feed))
    }

    /// With a number added.
    #[must_use]
    pub const fn number(self, number: u32) -> Self {
        let mixed = (self.0 ^ number).wrapping_mul(0x9e37_79b1);
        Self(mixed ^ (mixed >> 15))
    }
}

/// Number of bits in the key of a stored feature or word.
pub const KEY_BITS: u32 = 24;

/// The key under which something is stored.
pub fn key(hash: Hash) -> u32 {
    let mixed = hash.0.wrapping_mul(0x85eb_ca6b);
    (mixed ^ (mixed >> 13)) >> (32 - KEY_BITS)
}
