//! What a large clean corpus tells of words: how they are written and in which company they stand.

use crate::entity::hash::{Hash, KEY_BITS, key};
use crate::entity::packed::{Reader, write_number};
use crate::entity::table::Table;

/// What is known of one word in one writing (small or with a capital).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WordFacts {
    /// Number of its fine class by neighbours; 0 for unknown words.
    pub fine: u16,
    /// Number of its coarse class by neighbours; 0 for unknown words.
    pub coarse: u8,
    /// How often it has a capital inside sentences: 0 unknown, 1 (almost never) to 5 (almost always).
    pub capital: u8,
}

/// Facts of words, looked up by a hash of the word and its writing.
#[derive(Clone, Debug, Default)]
pub struct WordList {
    table: Table,
    facts: Vec<WordFacts>,
}

/// The key of a folded word in one of its two writings.
pub fn word_key(word: Hash, capital: bool) -> u32 {
    key(word.number(u32::from(capital) + 1))
}

impl WordList {
    /// Reads what [`pack`] wrote.
    pub fn unpack(bytes: &[u8]) -> Self {
        let mut reader = Reader::new(bytes);
        let classes = reader.number() as usize;
        let coarse = reader.take(classes);
        let words = (reader.number() as usize).min(bytes.len());
        let mut last = 0u32;
        let keys: Vec<u32> = (0..words)
            .map(|_| {
                last = last.wrapping_add(reader.number()) & ((1 << KEY_BITS) - 1);
                last
            })
            .collect();
        let low = reader.take(words);
        let high = reader.take(words);
        let facts = low.iter().zip(high).map(|(&low, &high)| {
            let fine = u16::from(low) | u16::from(high & 3) << 8;
            let coarse = coarse.get(usize::from(fine)).copied().unwrap_or(0);
            WordFacts { fine, coarse, capital: high >> 2 }
        });
        Self { facts: facts.collect(), table: Table::new(&keys) }
    }

    /// What is known of a word in that writing, or else in the other one.
    pub fn facts(&self, word: Hash, capital: bool) -> WordFacts {
        self.both(word)[usize::from(capital)]
    }

    /// What is known of a word written small and with a capital; what is unknown of one is taken from the other.
    pub fn both(&self, word: Hash) -> [WordFacts; 2] {
        let find = |capital| self.table.row(word_key(word, capital)).and_then(|row| self.facts.get(row)).copied();
        let (small, capital) = (find(false), find(true));
        [small.or(capital), capital.or(small)].map(Option::unwrap_or_default)
    }
}

/// Packs facts by sorted, distinct key; `coarse` gives the coarse class of each fine one (below 1024).
pub fn pack(coarse: &[u8], words: &[(u32, WordFacts)]) -> Vec<u8> {
    let mut bytes = Vec::new();
    write_number(&mut bytes, coarse.len() as u32);
    bytes.extend(coarse);
    write_number(&mut bytes, words.len() as u32);
    let mut last = 0;
    for &(key, _) in words {
        write_number(&mut bytes, key - last);
        last = key;
    }
    bytes.extend(words.iter().map(|(_, facts)| facts.fine as u8));
    bytes.extend(words.iter().map(|(_, facts)| (facts.fine >> 8) as u8 & 3 | facts.capital << 2));
    bytes
}

#[cfg(test)]
mod tests {
    use super::{WordFacts, WordList, pack, word_key};
    use crate::entity::hash::Hash;

    #[test]
    fn facts_come_back() {
        let word = Hash::default().text("kota");
        let facts = WordFacts { fine: 2, coarse: 9, capital: 3 };
        let list = WordList::unpack(&pack(&[0, 0, 9], &[(word_key(word, false), facts)]));
        assert_eq!(list.facts(word, false), facts);
        assert_eq!(list.facts(word, true), facts);
        assert_eq!(list.facts(Hash::default().text("desa"), false), WordFacts::default());
    }

    #[test]
    fn broken_bytes_do_no_harm() {
        for length in 0..6 {
            let list = WordList::unpack(&[255; 6][..length]);
            assert_eq!(list.facts(Hash::default(), true).capital, 0);
        }
    }
}
