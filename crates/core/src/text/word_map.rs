//! Maps from words that are asked for often: a quick hash instead of one that withstands attacks.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};

/// Hashes the words of a map.
pub type WordState = BuildHasherDefault<WordHasher>;

/// Values by a word that is part of the program.
pub type WordMap<T> = HashMap<&'static str, T, WordState>;

/// Words that are part of the program.
pub type WordSet = HashSet<&'static str, WordState>;

/// A quick hash for short words (that of Firefox, by eight bytes a step). Nothing hostile can be
/// among the words that are stored.
#[derive(Clone, Copy, Debug, Default)]
pub struct WordHasher(u64);

impl Hasher for WordHasher {
    fn write(&mut self, bytes: &[u8]) {
        for chunk in bytes.chunks(8) {
            let mut word = [0; 8];
            word[..chunk.len()].copy_from_slice(chunk);
            self.0 = (self.0.rotate_left(5) ^ u64::from_le_bytes(word)).wrapping_mul(0x517c_c1b7_2722_0a95);
        }
    }

    fn finish(&self) -> u64 {
        self.0.rotate_left(26)
    }
}
