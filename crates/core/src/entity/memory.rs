//! What is known of words, kept from article to article: most words of an article stood in others before.

use silang_fast::lanes::{LANES, Rows};

use crate::entity::Grammar;
use crate::entity::case::CASES;
use crate::entity::group::OFFSETS;
use crate::entity::hash::Hash;
use crate::entity::lexicon::Cues;
use crate::entity::sums::Wide;
use crate::entity::wordlist::WordFacts;
use crate::text::vocabulary::Vocabulary;

/// What a grammar knows of a word.
#[derive(Clone, Copy, Debug, Default)]
pub struct Known {
    /// What the word tells of names.
    pub cues: Cues,
    /// What a corpus tells of it written small.
    pub small: WordFacts,
    /// What a corpus tells of it with a capital.
    pub capital: WordFacts,
    /// Its own rows of weights.
    pub rows: Rows,
}

impl Known {
    /// Looks a word up by its hash.
    fn new(grammar: &Grammar, hash: Hash) -> Self {
        let [small, capital] = grammar.words.both(hash);
        Self { cues: grammar.lexicon.cues_of(hash), small, capital, rows: grammar.model.of_word(hash) }
    }
}

/// What is known of words, and what they say at each offset.
///
/// It holds nothing that an article makes, so what is found does not depend on what was read before. It belongs to one
/// grammar.
#[derive(Clone, Debug, Default)]
pub struct WordMemory {
    words: Vocabulary,
    /// By word.
    known: Vec<Known>,
    /// By word, for each case one past its row in `sums`, or 0.
    rows: Vec<[u16; CASES]>,
    sums: Vec<Wide>,
}

impl WordMemory {
    /// Sums that are kept, at most (of 160 bytes).
    const SUMS: usize = 12_000;

    /// Words that are kept from one article to the next, at most.
    const WORDS: usize = 24_000;

    /// Forgets everything if there is too much; the numbers of words that were given before are void.
    pub fn make_room(&mut self) {
        if self.sums.len() >= Self::SUMS || self.known.len() >= Self::WORDS {
            *self = Self::default();
        }
    }

    /// Makes room for so many more words at once.
    pub fn expect(&mut self, words: usize) {
        let words = words.min(Self::WORDS);
        self.known.reserve(words);
        self.rows.reserve(words);
        self.sums.reserve(words.min(Self::SUMS - self.sums.len()));
    }

    /// The number of a folded word with that hash.
    pub fn number(&mut self, grammar: &Grammar, word: &str, hash: Hash) -> usize {
        let number = self.words.number(word, hash.0).index();
        if number == self.known.len() {
            self.known.push(Known::new(grammar, hash));
            self.rows.push([0; CASES]);
        }
        number
    }

    /// What is known of a word.
    pub fn known(&self, number: usize) -> Known {
        self.known.get(number).copied().unwrap_or_default()
    }

    /// What a word says at each offset in a case, made by `make` when it is not known yet.
    pub fn sums(&mut self, number: usize, case: usize, make: impl FnOnce(&mut Wide)) -> Wide {
        let row = self.rows.get(number).map_or(0, |rows| usize::from(rows[case]));
        if let Some(sums) = row.checked_sub(1).and_then(|row| self.sums.get(row)) {
            return *sums;
        }
        let mut sums = [[0; LANES]; OFFSETS];
        make(&mut sums);
        if let Some(rows) = self.rows.get_mut(number).filter(|_| self.sums.len() < Self::SUMS) {
            self.sums.push(sums);
            rows[case] = self.sums.len() as u16;
        }
        sums
    }
}

#[cfg(test)]
mod tests {
    use super::WordMemory;
    use crate::entity::Grammar;
    use crate::entity::hash::Hash;

    #[test]
    fn sums_are_made_once_and_never_too_many_are_kept() {
        let (grammar, mut memory) = (Grammar::default(), WordMemory::default());
        let mut made = 0;
        for round in 0..2 {
            let mut number = 0_i16;
            while usize::from(number.cast_unsigned()) <= WordMemory::SUMS {
                let word = number.to_string();
                let at = memory.number(&grammar, &word, Hash::default().text(&word));
                let sums = memory.sums(at, 1, |sums| {
                    sums[0][0] = number;
                    made += 1;
                });
                assert_eq!(sums[0][0], number);
                number += 1;
            }
            assert_eq!((memory.sums.len(), made), (WordMemory::SUMS, WordMemory::SUMS + 1 + round));
        }
        memory.make_room();
        assert!(memory.known.is_empty());
    }
}
