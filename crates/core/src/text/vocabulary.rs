//! The distinct words of one text, numbered, so that a lookup is done once a word and not once a token.

use crate::text::word_map::WordMap;

/// Number of a distinct folded word inside one document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
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
    /// Open addressing.
    slots: Vec<Slot>,
}

/// A place for a word, found by its hash.
#[derive(Clone, Copy, Debug, Default)]
struct Slot {
    /// Of the word that it holds; most words that are asked for and not there need nothing else.
    hash: u32,
    /// The number of the word plus one, or 0.
    next: u32,
}

impl Slot {
    /// The word that it holds, if any.
    fn word(self) -> Option<WordId> {
        self.next.checked_sub(1).map(WordId)
    }
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
        let slot = self.slot(folded, hash);
        if let Some(known) = self.slots[slot].word() {
            self.letters.truncate(start);
            return known;
        }
        self.add(slot, hash)
    }

    /// The number of a folded form with that hash, new or known.
    pub(crate) fn number(&mut self, folded: &str, hash: u32) -> WordId {
        self.make_room();
        let slot = self.slot(folded, hash);
        if let Some(known) = self.slots[slot].word() {
            return known;
        }
        self.letters.push_str(folded);
        self.add(slot, hash)
    }

    /// Adds the word whose letters are the last ones stored.
    fn add(&mut self, slot: usize, hash: u32) -> WordId {
        self.entries.push(Entry { end: self.letters.len() as u32, hash });
        self.slots[slot] = Slot { hash, next: self.entries.len() as u32 };
        WordId(self.entries.len() as u32 - 1)
    }

    fn make_room(&mut self) {
        if self.entries.len() * 2 >= self.slots.len() {
            self.grow();
        }
    }

    /// The slot that holds a folded word or is free for it.
    fn slot(&self, folded: &str, hash: u32) -> usize {
        let mask = self.slots.len() - 1;
        let mut at = self.first_slot(hash);
        while let Some(known) = self.slots[at].word() {
            if self.slots[at].hash == hash && self.word(known) == folded {
                break;
            }
            at = (at + 1) & mask;
        }
        at
    }

    fn first_slot(&self, hash: u32) -> usize {
        (hash.wrapping_mul(0x9e37_79b1) >> 8) as usize & (self.slots.len() - 1)
    }

    fn grow(&mut self) {
        self.slots = vec![Slot::default(); (self.slots.len() * 2).max(256)];
        let mask = self.slots.len() - 1;
        for (next, entry) in (1..).zip(&self.entries) {
            let mut at = self.first_slot(entry.hash);
            while self.slots[at].next > 0 {
                at = (at + 1) & mask;
            }
            self.slots[at] = Slot { hash: entry.hash, next };
        }
    }

    /// The number of a folded form, if it stands in the text.
    pub fn find(&self, folded: &str) -> Option<WordId> {
        self.find_hashed(folded, hash(folded))
    }

    /// The number of a folded form with that hash, if it stands in the text.
    pub(crate) fn find_hashed(&self, folded: &str, hash: u32) -> Option<WordId> {
        if self.slots.is_empty() {
            return None;
        }
        self.slots[self.slot(folded, hash)].word()
    }

    /// The folded form with this number.
    pub fn word(&self, id: WordId) -> &str {
        let start = id.index().checked_sub(1).and_then(|before| self.entries.get(before)).map_or(0, |entry| entry.end);
        let end = self.entries.get(id.index()).map_or(start, |entry| entry.end);
        self.letters.get(start as usize..end as usize).unwrap_or_default()
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
