//! What is known of words, kept from article to article: most words of an article stood in others before.

use silang_fast::lanes::Rows;

use crate::entity::Grammar;
use crate::entity::case::CASES;
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
    /// What a corpus tells of it with a capital, looked up when it is first read so.
    pub capital: Option<WordFacts>,
    /// Its own rows of weights.
    pub rows: Rows,
}

impl Known {
    /// Looks a word up by its hash.
    fn new(grammar: &Grammar, hash: Hash) -> Self {
        let small = grammar.words.facts(hash, false);
        Self { cues: grammar.lexicon.cues_of(hash), small, capital: None, rows: grammar.model.of_word(hash) }
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
    /// By word, for each case its row in `said`, or 0.
    rows: Vec<[u16; CASES]>,
    /// The first is a spare one for what is not kept.
    said: Vec<Said>,
}

/// How much of what a word says is summed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd)]
pub enum Part {
    /// What it says as a word, at all offsets.
    Word,
    /// What its letters say too, of the token itself and those beside it.
    Letters,
}

/// What a word says at each offset.
#[derive(Clone, Copy, Debug, Default)]
struct Said {
    sums: Wide,
    /// How much of it, if anything.
    much: Option<Part>,
}

impl WordMemory {
    /// Sums that are kept, at most (of 160 bytes).
    const SUMS: usize = 12_000;

    /// Words that are kept from one article to the next, at most.
    const WORDS: usize = 24_000;

    /// Forgets everything if there is too much; the numbers of words that were given before are void.
    pub fn make_room(&mut self) {
        if self.said.len() >= Self::SUMS || self.known.len() >= Self::WORDS {
            *self = Self::default();
        }
    }

    /// Makes room for so many more words at once.
    pub fn expect(&mut self, words: usize) {
        let words = words.min(Self::WORDS);
        self.known.reserve(words);
        self.rows.reserve(words);
        self.said.reserve((words + 1).min(Self::SUMS - self.said.len()));
    }

    /// The number of a folded word with that hash; `is_capital` if it is to be known with a capital too.
    pub fn number(&mut self, grammar: &Grammar, word: &str, hash: Hash, is_capital: bool) -> usize {
        let number = self.words.number(word, hash.0).index();
        if number == self.known.len() {
            self.known.push(Known::new(grammar, hash));
            self.rows.push([0; CASES]);
        }
        if is_capital {
            self.known[number].capital.get_or_insert_with(|| grammar.words.facts(hash, true));
        }
        number
    }

    /// What is known of a word.
    pub fn known(&self, number: usize) -> Known {
        self.known.get(number).copied().unwrap_or_default()
    }

    /// What a word says at each offset in a case, at least that much of it; `add` adds what is not known yet.
    pub fn sums(&mut self, number: usize, case: usize, much: Part, mut add: impl FnMut(Part, &mut Wide)) -> &Wide {
        let row = self.row(number, case);
        let said = &mut self.said[row];
        let had = said.much;
        for part in [Part::Word, Part::Letters].into_iter().filter(|part| Some(*part) > had && *part <= much) {
            add(part, &mut said.sums);
            said.much = Some(part);
        }
        &said.sums
    }

    /// The row of a word in a case in `said`: its own, a new one while there is room, or else the spare one, emptied.
    fn row(&mut self, number: usize, case: usize) -> usize {
        if self.said.is_empty() {
            self.said.push(Said::default());
        }
        let row = self.rows.get(number).map_or(0, |rows| usize::from(rows[case]));
        if row != 0 {
            return row;
        }
        if let Some(rows) = self.rows.get_mut(number).filter(|_| self.said.len() < Self::SUMS) {
            rows[case] = self.said.len() as u16;
            self.said.push(Said::default());
            return self.said.len() - 1;
        }
        self.said[0] = Said::default();
        0
    }
}

#[cfg(test)]
mod tests {
    use super::{Part, WordMemory};
    use crate::entity::Grammar;
    use crate::entity::hash::Hash;
    use silang_fast::lanes::{LANES, Sum};

    #[test]
    fn sums_are_made_once_and_never_too_many_are_kept() {
        let (grammar, mut memory) = (Grammar::default(), WordMemory::default());
        let mut made = 0;
        for round in 0..2 {
            let mut number = 0_i16;
            while usize::from(number.cast_unsigned()) <= WordMemory::SUMS {
                let word = number.to_string();
                let at = memory.number(&grammar, &word, Hash::default().text(&word), false);
                let sums = memory.sums(at, 1, Part::Word, |_, sums| {
                    sums[0] = Sum::of(&[number; LANES]);
                    made += 1;
                });
                assert_eq!(sums[0].scores()[0], number);
                number += 1;
            }
            assert_eq!((memory.said.len(), made), (WordMemory::SUMS, WordMemory::SUMS + 1 + 2 * round));
        }
        memory.make_room();
        assert!(memory.known.is_empty());
    }
    #[test]
    fn letters_are_added_once_to_what_the_word_says() {
        let (grammar, mut memory) = (Grammar::default(), WordMemory::default());
        let at = memory.number(&grammar, "kota", Hash::default().text("kota"), true);
        let mut sums = |much| {
            let score = |part| if part == Part::Word { 1 } else { 10 };
            let sums = memory.sums(at, 0, much, |part, sums| sums[0].add(&Sum::of(&[score(part); LANES])));
            sums[0].scores()[0]
        };
        assert_eq!([Part::Word, Part::Letters, Part::Word, Part::Letters].map(&mut sums), [1, 11, 11, 11]);
        assert!(memory.known(at).capital.is_some());
    }
}
