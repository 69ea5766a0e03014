//! Maps from words that are asked for often.

use std::collections::HashSet;
use std::hash::{BuildHasherDefault, Hasher};

use crate::text::vocabulary::{Vocabulary, hash};

/// Hashes the words of a set.
pub type WordState = BuildHasherDefault<WordHasher>;

/// Words that are part of the program.
pub type WordSet = HashSet<&'static str, WordState>;

/// Values by folded word. They are found by the hash that a document's vocabulary keeps of each of its words anyway, so that
/// a word that is not there costs one look; see [`Vocabulary::values`].
#[derive(Clone, Debug)]
pub struct WordMap<T> {
    words: Vocabulary,
    /// By word.
    values: Vec<T>,
}

impl<T> Default for WordMap<T> {
    fn default() -> Self {
        Self { words: Vocabulary::default(), values: Vec::new() }
    }
}

impl<T> WordMap<T> {
    /// The value of a folded word.
    pub fn get(&self, word: &str) -> Option<&T> {
        self.get_hashed(word, hash(word))
    }

    /// The value of a folded word with that hash.
    #[inline]
    pub fn get_hashed(&self, word: &str, hash: u32) -> Option<&T> {
        self.values.get(self.words.find_hashed(word, hash)?.index())
    }

    /// The value of a folded word, at first `value`.
    pub fn or_insert(&mut self, word: &str, value: T) -> &mut T {
        let at = self.words.number(word, hash(word)).index();
        if at == self.values.len() {
            self.values.push(value);
        }
        &mut self.values[at]
    }

    /// The value of a folded word, at first the default.
    pub fn or_default(&mut self, word: &str) -> &mut T
    where
        T: Default,
    {
        self.or_insert(word, T::default())
    }

    /// The same words, with what `value` makes of their values.
    pub fn map<U>(self, value: impl FnMut(T) -> U) -> WordMap<U> {
        WordMap { words: self.words, values: self.values.into_iter().map(value).collect() }
    }

    /// The words with their values, in the order in which they came.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &T)> {
        self.words.iter().zip(&self.values)
    }

    /// The values, in the order in which their words came.
    pub fn values_mut(&mut self) -> impl Iterator<Item = &mut T> {
        self.values.iter_mut()
    }
}

impl<'a, T> FromIterator<(&'a str, T)> for WordMap<T> {
    /// Of a word that comes twice the first value counts.
    fn from_iter<I: IntoIterator<Item = (&'a str, T)>>(rows: I) -> Self {
        let mut made = Self::default();
        for (word, value) in rows {
            made.or_insert(word, value);
        }
        made
    }
}

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

#[cfg(test)]
mod tests {
    use super::WordMap;
    use crate::text::vocabulary::Vocabulary;

    #[test]
    fn words_of_a_document_have_the_values_of_the_map() {
        let mut map: WordMap<u8> = [("dan", 1), ("atau", 2), ("dan", 3)].into_iter().collect();
        *map.or_default("yang") += 4;
        let mut words = Vocabulary::default();
        for word in ["Yang", "lain", "dan"] {
            words.intern(word);
        }
        let values: Vec<_> = words.values(&map).map(Option::<&u8>::copied).collect();
        assert_eq!(values, [Some(4), None, Some(1)]);
        assert_eq!((map.get("atau"), map.get("tetapi"), WordMap::<u8>::default().get("")), (Some(&2), None, None));
        assert_eq!(map.iter().map(|(word, _)| word).collect::<Vec<_>>(), ["dan", "atau", "yang"]);
    }
}
