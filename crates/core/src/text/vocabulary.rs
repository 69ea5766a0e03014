//! The distinct words of one text, numbered, so that a lookup is done once a word and not once a token.

use std::ops::Range;

use crate::text::word_map::WordMap;

/// Number of a distinct folded word inside one document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WordId(u32);

impl WordId {
    /// Index into a table with one entry for each word of the vocabulary.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// A distinct word: where its letters end in the common store, and their hash.
#[derive(Clone, Copy, Debug)]
struct Entry {
    end: u32,
    hash: u32,
}

/// The distinct folded words of one document, in order of first occurrence.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    letters: String,
    entries: Vec<Entry>,
    /// Open addressing: for each slot what tells most words that are not in it apart from the one that is, or 0. Of all that a
    /// list of words takes, only this is looked at for a word that is not there, so that it stays in the nearest cache.
    tags: Vec<u8>,
    /// By slot the word that it holds.
    slots: Vec<WordId>,
}

/// The hash (FNV-1a) of no letters.
pub const EMPTY: u32 = 0x811c_9dc5;

/// The hash of some letters with one more byte.
pub const fn feed(hash: u32, byte: u8) -> u32 {
    (hash ^ byte as u32).wrapping_mul(0x0100_0193)
}

/// The hash (FNV-1a) of a folded word.
pub fn hash(folded: &str) -> u32 {
    folded.bytes().fold(EMPTY, feed)
}

/// A hash whose upper bits depend on all of its bits.
fn spread(hash: u32) -> u32 {
    hash.wrapping_mul(0x9e37_79b1)
}

/// The highest bits of a hash, which no slot's number depends on, and one that is never 0.
fn tag(hash: u32) -> u8 {
    (spread(hash) >> 25) as u8 | 0x80
}

/// The form under which words are looked up: lower case, one kind of apostrophe.
///
/// ```
/// assert_eq!(silang_core::fold("Jum’at"), "jum'at");
/// ```
pub fn fold(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    fold_onto(&mut folded, word);
    folded
}

/// Adds the folded form of `word` to `folded`.
fn fold_onto(folded: &mut String, word: &str) {
    if word.is_ascii() {
        let start = folded.len();
        folded.push_str(word);
        if let Some(added) = folded.get_mut(start..) {
            added.make_ascii_lowercase();
        }
        return;
    }
    let straight = |c| if matches!(c, '’' | 'ʼ' | '`') { '\'' } else { c };
    folded.extend(word.chars().flat_map(char::to_lowercase).map(straight));
}

impl Vocabulary {
    /// The number of `word`'s folded form, new or known.
    pub(crate) fn intern(&mut self, word: &str) -> WordId {
        self.make_room();
        let start = self.letters.len();
        fold_onto(&mut self.letters, word);
        let folded = self.letters.get(start..).unwrap_or_default();
        let hash = hash(folded);
        match self.slot(folded, hash) {
            Ok(known) => {
                self.letters.truncate(start);
                known
            }
            Err(free) => self.add(free, hash),
        }
    }

    /// The number of a folded form with that hash, new or known.
    pub(crate) fn number(&mut self, folded: &str, hash: u32) -> WordId {
        self.make_room();
        self.slot(folded, hash).unwrap_or_else(|free| {
            self.letters.push_str(folded);
            self.add(free, hash)
        })
    }

    /// Adds the word whose letters are the last ones stored.
    fn add(&mut self, slot: usize, hash: u32) -> WordId {
        let word = WordId(self.entries.len() as u32);
        self.entries.push(Entry { end: self.letters.len() as u32, hash });
        (self.tags[slot], self.slots[slot]) = (tag(hash), word);
        word
    }

    fn make_room(&mut self) {
        if self.entries.len() * 2 >= self.tags.len() {
            self.grow();
        }
    }

    /// The word of a folded form with that hash, or the slot that is free for it.
    fn slot(&self, folded: &str, hash: u32) -> Result<WordId, usize> {
        let (mask, tag) = (self.tags.len() - 1, tag(hash));
        let mut at = self.first_slot(hash);
        while self.tags[at] != 0 {
            let word = self.slots[at];
            if self.tags[at] == tag && self.letters.as_bytes().get(self.range(word)) == Some(folded.as_bytes()) {
                return Ok(word);
            }
            at = (at + 1) & mask;
        }
        Err(at)
    }

    fn first_slot(&self, hash: u32) -> usize {
        (spread(hash) >> 8) as usize & (self.tags.len() - 1)
    }

    fn grow(&mut self) {
        let count = (self.tags.len() * 2).max(256);
        (self.tags, self.slots) = (vec![0; count], vec![WordId::default(); count]);
        for (word, entry) in (0..).map(WordId).zip(&self.entries) {
            let mut at = self.first_slot(entry.hash);
            while self.tags[at] != 0 {
                at = (at + 1) & (count - 1);
            }
            (self.tags[at], self.slots[at]) = (tag(entry.hash), word);
        }
    }

    /// The number of a folded form, if it stands in the text.
    pub fn find(&self, folded: &str) -> Option<WordId> {
        self.find_hashed(folded, hash(folded))
    }

    /// The number of a folded form with that hash, if it stands in the text.
    pub(crate) fn find_hashed(&self, folded: &str, hash: u32) -> Option<WordId> {
        if self.tags.is_empty() {
            return None;
        }
        self.slot(folded, hash).ok()
    }

    /// The folded form with this number.
    pub fn word(&self, id: WordId) -> &str {
        self.letters.get(self.range(id)).unwrap_or_default()
    }

    /// Where the letters of a word stand among those of all.
    fn range(&self, id: WordId) -> Range<usize> {
        let start = id.index().checked_sub(1).and_then(|before| self.entries.get(before)).map_or(0, |entry| entry.end);
        let end = self.entries.get(id.index()).map_or(start, |entry| entry.end);
        start as usize..end as usize
    }

    /// The folded forms in order of their numbers.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &str> {
        (0..self.entries.len()).map(|number| self.word(WordId(number as u32)))
    }

    /// The hash (FNV-1a) of each folded form, in order of their numbers.
    pub fn hashes(&self) -> impl ExactSizeIterator<Item = u32> {
        self.entries.iter().map(|entry| entry.hash)
    }

    /// How many distinct words there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// What a map holds of each word, in order of their numbers.
    pub fn values<'a, T>(&'a self, map: &'a WordMap<T>) -> impl ExactSizeIterator<Item = Option<&'a T>> {
        self.iter().zip(self.hashes()).map(|(word, hash)| map.get_hashed(word, hash))
    }

    /// One value for each word, computed once: `table[token.word.index()]`.
    pub fn table<T>(&self, value: impl FnMut(&str) -> T) -> Vec<T> {
        self.iter().map(value).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{Vocabulary, hash};

    #[test]
    fn words_keep_their_numbers_however_many_there_are() {
        let mut words = Vocabulary::default();
        let written: Vec<String> = (0..2000).map(|number| format!("Kata{number}É")).collect();
        let ids: Vec<_> = written.iter().map(|word| words.intern(word)).collect();
        assert!(written.iter().zip(&ids).all(|(word, id)| words.intern(&word.to_uppercase()) == *id));
        assert_eq!((words.len(), words.word(ids[7]), words.find("kata7é")), (2000, "kata7é", Some(ids[7])));
        assert_eq!((words.find("lain"), Vocabulary::default().find("lain")), (None, None));
        assert!(words.hashes().zip(words.iter()).all(|(known, word)| known == hash(word)));
    }
}
