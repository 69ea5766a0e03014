//! What a large clean corpus tells of words: how they are written and in which company they stand.

use silang_fast::packed::{Chance, Coder, Reader, Shares, Writer};
use silang_fast::table::Table;

use crate::entity::hash::{Hash, key};

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

impl WordFacts {
    fn bits(self) -> u32 {
        u32::from(self.fine) | u32::from(self.coarse) << 16 | u32::from(self.capital) << 24
    }

    fn of_bits(bits: u32) -> Self {
        Self { fine: bits as u16, coarse: (bits >> 16) as u8, capital: (bits >> 24) as u8 }
    }
}

/// Bits of a fine class.
const FINE_BITS: u32 = 10;

/// Facts of words, looked up by a hash of the word and its writing.
#[derive(Clone, Debug, Default)]
pub struct WordList {
    /// Facts as bits, by key.
    table: Table,
}

/// The key of a folded word in one of its two writings.
pub fn word_key(word: Hash, capital: bool) -> u32 {
    key(word.number(u32::from(capital) + 1))
}

impl WordList {
    /// Reads what [`pack`] wrote.
    pub fn unpack(bytes: &[u8]) -> Self {
        let mut reader = Reader::new(bytes);
        let coarse: Vec<u8> = (0..reader.count(0)).map(|_| reader.plain(8, 0) as u8).collect();
        let keys = reader.keys(&[]);
        let mut form = FactsForm::new(&mut reader, &[]);
        let facts = keys.iter().map(|_| form.facts(&mut reader, &coarse, WordFacts::default()).bits());
        Self { table: Table::new(&keys, facts) }
    }

    /// What is known of a word in that writing, or else in the other one.
    pub fn facts(&self, word: Hash, capital: bool) -> WordFacts {
        let find = |capital| self.table.get(word_key(word, capital)).map(WordFacts::of_bits);
        find(capital).or_else(|| find(!capital)).unwrap_or_default()
    }
}

/// What is learnt of facts of words.
struct FactsForm {
    fine: Shares,
    /// By coarse class.
    capital: Vec<[Chance; 8]>,
}

impl FactsForm {
    /// Of the facts of these words.
    fn new(coder: &mut impl Coder, words: &[(u32, WordFacts)]) -> Self {
        let fine = || {
            let mut counts = vec![0; 1 << FINE_BITS];
            words.iter().for_each(|(_, facts)| counts[usize::from(facts.fine)] += 1);
            counts
        };
        Self { fine: coder.shares(1 << FINE_BITS, fine), capital: vec![[Chance::EVEN; 8]; 256] }
    }

    /// The facts of one word; `coarse` gives the coarse class of each fine one.
    fn facts(&mut self, coder: &mut impl Coder, coarse: &[u8], facts: WordFacts) -> WordFacts {
        let fine = coder.value(&self.fine, u32::from(facts.fine)) as u16;
        let coarse = coarse.get(usize::from(fine)).copied().unwrap_or(0);
        let capital = coder.choice(&mut self.capital[usize::from(coarse)], 3, u32::from(facts.capital)) as u8;
        WordFacts { fine, coarse, capital }
    }
}

/// Packs facts by sorted, distinct key; `coarse` gives the coarse class of each fine one (below 1024).
pub fn pack(coarse: &[u8], words: &[(u32, WordFacts)]) -> Vec<u8> {
    let mut writer = Writer::default();
    writer.count(coarse.len());
    for &class in coarse {
        writer.plain(8, u32::from(class));
    }
    writer.keys(&words.iter().map(|(key, _)| *key).collect::<Vec<_>>());
    let mut form = FactsForm::new(&mut writer, words);
    for (_, facts) in words {
        form.facts(&mut writer, coarse, *facts);
    }
    writer.finish()
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
