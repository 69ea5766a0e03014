//! Reporting verbs that lost the space before them or got a letter wrong.

use crate::statement::grammar::{Cue, Forms, Grammar, Tier};
use crate::text::word_map::WordMap;

/// Shortest verb known at the end of a longer word, in letters.
const SHORTEST: usize = 7;

/// Shortest word before it.
const SHORTEST_BEFORE: usize = 3;

/// Shortest verb known in spite of a wrong letter.
const LONG: usize = 9;

/// No verb is longer than this, in bytes: what is looked for in a word does not grow with it.
const LONGEST: usize = 40;

/// What the words that are looked for here have in common, so that almost every other word is passed over at once.
#[derive(Clone, Debug, Default)]
pub struct Verbs {
    /// A set of numbers of [`bit`]: the letters of each verb.
    letters: Vec<u64>,
}

/// Bits of the number of a bit in `Verbs::letters`.
const BITS: u32 = 14;

impl Verbs {
    /// Of the verbs among the cues of a language.
    pub fn new(cues: &WordMap<Cue>) -> Self {
        let mut letters = vec![0; 1 << (BITS - 6)];
        for (verb, _) in cues.iter().filter(|(_, cue)| is_active(**cue)) {
            let bit = bit(letters_of(verb));
            letters[bit >> 6] |= 1 << (bit & 63);
        }
        Self { letters }
    }

    /// Whether one of the verbs may have these letters, in whatever order.
    fn have(&self, letters: u128) -> bool {
        let bit = bit(letters);
        self.letters.get(bit >> 6).is_some_and(|bits| bits >> (bit & 63) & 1 == 1)
    }
}

/// How many there are of each letter of a word, four bits for each.
fn letters_of(word: &str) -> u128 {
    word.bytes().map(letter).fold(0, u128::wrapping_add)
}

/// One of a letter.
fn letter(letter: u8) -> u128 {
    1 << (4 * (letter & 31))
}

fn bit(letters: u128) -> usize {
    let half = (letters >> 64) as u64 ^ (letters as u64).rotate_left(32);
    (half.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (u64::BITS - BITS)) as usize
}

/// The verb that a word holds glued to another one, with its length in bytes, or that it is misspelt.
pub(crate) fn damaged(grammar: &Grammar, word: &str) -> Option<(Cue, Option<usize>)> {
    let glued = glued(grammar, word).map(|(cue, length)| (cue, Some(length)));
    let verb = grammar.is_verb.is_none_or(|is_verb| is_verb(word));
    glued.or_else(|| if verb { mistyped(grammar, word) } else { None }.map(|cue| (cue, None)))
}

/// The active verb that ends a word ("budimengatakan"), and its length in bytes.
fn glued(grammar: &Grammar, word: &str) -> Option<(Cue, usize)> {
    let last = word.len().checked_sub(SHORTEST)?;
    let end = |at: usize| Some((active(grammar, word.get(at..)?)?, word.len() - at));
    let first = SHORTEST_BEFORE.max(word.len().saturating_sub(LONGEST));
    (first..=last).find_map(end)
}

/// The active verb that differs by one letter too many or two that changed places ("menggatakan").
///
/// A letter replaced or missing would too often make another word ("menugaskan", "menegaskan").
fn mistyped(grammar: &Grammar, word: &str) -> Option<Cue> {
    if !(LONG..=LONGEST).contains(&word.len()) || !word.is_ascii() {
        return None;
    }
    let without = |at: usize| Some([word.get(..at)?, word.get(at + 1..)?].concat());
    let turned = |at: usize| {
        let (first, second) = (word.get(at..at + 1)?, word.get(at + 1..at + 2)?);
        Some([word.get(..at)?, second, first, word.get(at + 2..)?].concat())
    };
    let known = |other: Option<String>| other.and_then(|other| active(grammar, &other));
    let letters = letters_of(word);
    let may_be_turned = grammar.verbs.have(letters);
    let may_be = |at: &usize| may_be_turned || grammar.verbs.have(letters.wrapping_sub(letter(word.as_bytes()[*at])));
    (1..word.len()).filter(may_be).find_map(|at| known(without(at)).or_else(|| known(turned(at))))
}

fn active(grammar: &Grammar, word: &str) -> Option<Cue> {
    let cue = grammar.cues.get(word).copied().filter(|cue| is_active(*cue))?;
    Some(Cue { forms: Forms::ACTIVE, ..cue })
}

fn is_active(cue: Cue) -> bool {
    cue.forms.any(Forms::ACTIVE) && cue.tier == Tier::Core
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, damaged, glued, mistyped};
    use crate::lang::id::statement::grammar;

    #[test]
    fn a_word_without_end_is_looked_at_as_fast_as_another() {
        let grammar = grammar();
        assert!(grammar.cues.iter().all(|(verb, _)| verb.len() < LONGEST));
        assert!(damaged(&grammar, &"silang".repeat(500_000)).is_none());
        assert!(damaged(&grammar, &("silang".repeat(500_000) + "mengatakan")).is_some());
    }

    #[test]
    fn verbs_glued_to_a_name_are_known() {
        let grammar = grammar();
        assert!(glued(&grammar, "budimengatakan").is_some() && glued(&grammar, "aniberharap").is_some());
        for word in ["mengatakan", "mengakuisisi", "bomengatakan", "jakarta"] {
            assert!(glued(&grammar, word).is_none(), "{word}");
        }
    }

    #[test]
    fn one_letter_too_many_or_turned_is_forgiven() {
        let grammar = grammar();
        assert!(mistyped(&grammar, "menggatakan").is_some() && mistyped(&grammar, "megnatakan").is_some());
        for word in ["menugaskan", "menyatukan", "mengatur", "mengingatkannya"] {
            assert!(mistyped(&grammar, word).is_none(), "{word}");
        }
    }
}
