//! Who takes the features of tokens: training one by one, recognising as sums.

use silang_fast::lanes::Rows;

use crate::entity::group::{self, Feature, Kind, REACH};
use crate::entity::hash::Hash;

/// Takes the features of a token's place.
pub trait PlaceSink {
    /// Features by themselves.
    fn features(&mut self, features: &[Feature]);

    /// All features of kinds that are not wide, for one value of each.
    fn kinds(&mut self, kinds: &[(Kind, u32)]);

    /// The features that the words before and after a token have for one in that case.
    fn beside(&mut self, before: &Beside, after: &Beside, case: usize);
}

/// The word beside a token, or that there is none.
#[derive(Clone, Copy, Debug)]
pub struct Beside {
    /// Its hash, or that of no word.
    pub hash: Hash,
    /// Its rows of weights, if there is a word.
    pub rows: Option<Rows>,
}

/// The hash of no word.
pub const NOBODY: Hash = Hash(1);

/// Takes the features that a word has for tokens at all offsets.
pub trait LookSink {
    /// The features of a word by itself and in a case.
    fn word(&mut self, word: Hash, case: usize);

    /// The features of one hash, from `slot` on, for tokens up to `reach` away.
    fn value(&mut self, hash: Hash, slot: usize, reach: usize);

    /// All features of a kind for one value.
    fn kind(&mut self, kind: Kind, value: u32);
}

/// Gives the features at one offset one by one; the offset of places is `REACH`.
#[derive(Debug)]
pub struct Each<F> {
    /// The offset.
    pub offset: usize,
    /// What is done with each feature.
    pub emit: F,
}

impl<F: FnMut(Feature)> PlaceSink for Each<F> {
    fn features(&mut self, features: &[Feature]) {
        features.iter().for_each(|feature| (self.emit)(*feature));
    }

    fn kinds(&mut self, kinds: &[(Kind, u32)]) {
        kinds.iter().for_each(|(kind, value)| kind.features(self.offset, *value, &mut self.emit));
    }

    fn beside(&mut self, before: &Beside, after: &Beside, case: usize) {
        (self.emit)(Feature { hash: group::of_word(before.hash), slot: group::before(case) });
        (self.emit)(Feature { hash: group::of_word(after.hash), slot: group::after(case) });
    }
}

impl<F: FnMut(Feature)> LookSink for Each<F> {
    fn word(&mut self, word: Hash, case: usize) {
        let hash = group::of_word(word);
        self.value(hash, 0, REACH);
        self.value(hash, group::in_case(case), REACH);
    }

    fn value(&mut self, hash: Hash, slot: usize, reach: usize) {
        if self.offset.abs_diff(REACH) <= reach {
            (self.emit)(Feature { hash, slot: slot + self.offset });
        }
    }

    fn kind(&mut self, kind: Kind, value: u32) {
        kind.features(self.offset, value, &mut self.emit);
    }
}
