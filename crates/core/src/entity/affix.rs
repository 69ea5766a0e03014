//! The first and last letters of words.

use crate::entity::group::{self, Feature, Kind};
use crate::entity::hash::Hash;

/// Longest affix, in letters.
pub const LONGEST: usize = 4;

/// Length of the affixes that tell of a neighbour, in letters.
pub const OF_NEIGHBOUR: usize = 3;

/// How far from a token those tell of it, in tokens.
pub const REACH: usize = 1;

/// Length of the affixes that make a value of a kind together with the shorter ones.
pub const SHORT: usize = 2;

/// Small letters, of which two make a value.
const LETTERS: u32 = 26;

/// Number of values that two letters in one of two writings make.
pub const VALUES: u32 = LETTERS * LETTERS * 2;

/// The value of two letters at an end of a word; others than "a" to "z" make none.
pub fn value(letters: &[char], is_capital: bool) -> Option<u32> {
    let number = |letter: &char| letter.is_ascii_lowercase().then(|| u32::from(*letter) - u32::from('a'));
    let [first, second] = letters.first_chunk::<SHORT>()?;
    Some((number(first)? * LETTERS + number(second)?) << 1 | u32::from(is_capital))
}

/// The letters that make a value, and whether the word has a capital.
fn letters(value: u32) -> ([char; SHORT], bool) {
    let letter = |number: u32| char::from(b'a' + number as u8);
    ([letter((value >> 1) / LETTERS), letter((value >> 1) % LETTERS)], value & 1 == 1)
}

/// The hashes of the first letter, the first two and so on; for the last letters these are told backwards.
pub fn hashes(kind: Kind, letters: &[char]) -> impl Iterator<Item = Hash> {
    let mut hash = Hash::default();
    let template = if kind == Kind::Opening { 20 } else { 24 };
    letters.iter().zip(template..).map(move |(&letter, template)| {
        hash = hash.number(u32::from(letter));
        group::hashed(template, hash.0)
    })
}

/// Emits the features of a value.
pub fn features(kind: Kind, value: u32, emit: &mut impl FnMut(Feature)) {
    let (letters, is_capital) = letters(value);
    let slot = group::in_writing(is_capital) + group::REACH;
    hashes(kind, &letters).for_each(|hash| emit(Feature { hash, slot }));
}

#[cfg(test)]
mod tests {
    use super::{letters, value};

    #[test]
    fn two_letters_are_a_value_and_back() {
        for (two, is_capital) in [(['a', 'a'], false), (['z', 'y'], true), (['m', 'z'], false)] {
            assert_eq!(value(&[two[0], two[1], 'x'], is_capital).map(letters), Some((two, is_capital)));
        }
        assert_eq!([value(&['a'], true), value(&['a', '-'], true), value(&['é', 'a'], true)], [None; 3]);
    }
}
