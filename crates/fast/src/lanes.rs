//! Rows of scores, added up.

use crate::table::Buckets;

/// Lanes of a row of scores.
pub const LANES: usize = 16;

/// How much something speaks for each of some labels.
pub type Scores = [i16; LANES];

/// Lanes of a number of a sum.
const IN_ONE: usize = 4;

/// The highest bit of each lane of a number.
const HIGHEST: u64 = 0x8000_8000_8000_8000;

/// Scores that are added up four lanes at a time: each number is the sum of its lanes' scores, the second one taken 2¹⁶ times,
/// the third 2³² times and so on.
///
/// Where a score is negative, the lanes above it are one less; that comes right when all is added and taken apart again. So
/// it needs no instructions for vectors, which a browser's program is built without.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sum([u64; LANES / IN_ONE]);

impl Sum {
    /// The sum of nothing but these scores.
    pub fn of(scores: &Scores) -> Self {
        let mut made = Self::default();
        for (to, scores) in made.0.iter_mut().zip(scores.as_chunks::<IN_ONE>().0) {
            let lanes = scores.iter().rev().fold(0, |lanes, score| lanes << 16 | u64::from(score.cast_unsigned()));
            *to = (lanes ^ HIGHEST).wrapping_sub(HIGHEST);
        }
        made
    }

    /// The scores; no lane's may be larger than 16 bits hold.
    pub fn scores(&self) -> Scores {
        let mut scores = [0; LANES];
        for (to, sum) in scores.as_chunks_mut::<IN_ONE>().0.iter_mut().zip(self.0) {
            let lanes = sum.wrapping_add(HIGHEST) ^ HIGHEST;
            to.iter_mut().enumerate().for_each(|(at, to)| *to = ((lanes >> (16 * at)) as u16).cast_signed());
        }
        scores
    }

    /// Adds another sum.
    #[inline]
    pub fn add(&mut self, more: &Self) {
        self.0.iter_mut().zip(more.0).for_each(|(sum, more)| *sum = sum.wrapping_add(more));
    }

    /// Adds weights.
    #[inline]
    fn add_weights(&mut self, weights: &Bytes) {
        let [first, second] = weights.0;
        let lanes = [first & LOW, second & LOW, first >> 8 & LOW, second >> 8 & LOW];
        self.0.iter_mut().zip(lanes).for_each(|(sum, lanes)| *sum = sum.wrapping_add(lanes).wrapping_sub(LOW_HIGHEST));
    }
}

/// The lower byte of each lane.
const LOW: u64 = 0x00ff_00ff_00ff_00ff;

/// What is added to a weight to make it a byte without a sign.
const LOW_HIGHEST: u64 = 0x0080_0080_0080_0080;

/// One-byte weights as [`Sum`] adds them: in each lane's lower byte one for the first half of the lanes, in the upper byte
/// one for the second, each 128 more than it is.
#[derive(Clone, Copy, Debug)]
struct Bytes([u64; 2]);

impl Bytes {
    fn new(weights: [i8; LANES]) -> Self {
        let (first, second) = weights.split_at(LANES / 2);
        let raised = |weight: i8| u64::from(weight.cast_unsigned() ^ 0x80);
        let number = |first: &[i8], second: &[i8]| {
            let lanes = first.iter().zip(second).rev();
            lanes.fold(0, |lanes, (&low, &high)| lanes << 16 | raised(high) << 8 | raised(low))
        };
        Self([number(&first[..IN_ONE], &second[..IN_ONE]), number(&first[IN_ONE..], &second[IN_ONE..])])
    }
}

/// Adds those of the rows that are told.
pub fn add_rows(sum: &mut Sum, rows: &[Sum], told: &[u32]) {
    let mut added = *sum;
    told.iter().filter_map(|&row| rows.get(row as usize)).for_each(|row| added.add(row));
    *sum = added;
}

/// Adds rows of sums to as many others.
pub fn add_all(sums: &mut [Sum], more: &[Sum]) {
    sums.iter_mut().zip(more).for_each(|(sum, more)| sum.add(more));
}

/// Which of the rows of one key there are; the default is none.
#[derive(Clone, Copy, Debug, Default)]
pub struct Rows {
    /// As a set of slots, the first 32 and the others.
    there: [u32; 2],
    /// Where they begin among all.
    first: u32,
}

impl Rows {
    fn slots(self) -> u64 {
        u64::from(self.there[1]) << 32 | u64::from(self.there[0])
    }

    /// Where the row of a slot below 64 is among all.
    fn at(self, slot: usize) -> Option<usize> {
        let slots = self.slots();
        (slots >> slot & 1 == 1).then(|| self.before(slots, slot))
    }

    /// Where the first row from a slot on is among all, if there is any.
    fn before(self, slots: u64, slot: usize) -> usize {
        (self.first + (slots & ((1 << slot) - 1)).count_ones()) as usize
    }
}

/// Rows of one-byte weights: those of one key stand side by side.
#[derive(Clone, Debug, Default)]
pub struct Weights {
    buckets: Buckets,
    keys: Vec<(u32, Rows)>,
    rows: Vec<Bytes>,
}

impl Weights {
    /// The rows of rising keys, told which slots each has, one after the other.
    pub fn new(keys: &[u32], slots: &[u64], weights: impl Iterator<Item = [i8; LANES]>) -> Self {
        let mut first = 0;
        let rows = |(&key, &slots): (&u32, &u64)| {
            let rows = Rows { there: [slots as u32, (slots >> 32) as u32], first };
            first += slots.count_ones();
            (key, rows)
        };
        let keyed = keys.iter().zip(slots).map(rows).collect();
        Self { buckets: Buckets::new(keys), keys: keyed, rows: weights.map(Bytes::new).collect() }
    }

    /// Number of rows.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is no row.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The rows of a key.
    pub fn rows(&self, key: u32) -> Rows {
        let bucket = self.buckets.of(key);
        let bucket = self.keys.get(bucket.start..bucket.end.min(self.keys.len())).unwrap_or_default();
        bucket.iter().find(|(other, _)| *other == key).map_or(Rows::default(), |(_, rows)| *rows)
    }

    /// Adds the weights of rows in slots, as far as there are any.
    pub fn add(&self, told: &[(Rows, usize)], sum: &mut Sum) {
        let mut added = *sum;
        for weights in told.iter().filter_map(|&(rows, slot)| self.rows.get(rows.at(slot)?)) {
            added.add_weights(weights);
        }
        *sum = added;
    }

    /// Adds the weights of keys in slots, as far as there are any.
    pub fn add_keys(&self, told: &[(u32, usize)], sum: &mut Sum) {
        let mut added = *sum;
        for weights in told.iter().filter_map(|&(key, slot)| self.rows.get(self.rows(key).at(slot)?)) {
            added.add_weights(weights);
        }
        *sum = added;
    }

    /// Adds the weights of as many slots from one on as there are sums, to one each.
    pub fn add_each(&self, rows: Rows, slot: usize, sums: &mut [Sum]) {
        let slots = rows.slots();
        let mut left = slots >> slot & ((1 << sums.len()) - 1);
        let mut at = rows.before(slots, slot);
        while left != 0 {
            if let (Some(sum), Some(weights)) = (sums.get_mut(left.trailing_zeros() as usize), self.rows.get(at)) {
                sum.add_weights(weights);
            }
            left &= left - 1;
            at += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Bytes, LANES, Rows, Sum, Weights, add_all, add_rows};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn lanes_are_added_each_by_itself(
            scores in prop::collection::vec(prop::array::uniform16(-3000_i16..3000), 1..8),
            weights: [i8; LANES],
        ) {
            let mut sum = Sum::default();
            scores.iter().for_each(|scores| sum.add(&Sum::of(scores)));
            sum.add_weights(&Bytes::new(weights));
            let added = |lane: usize| scores.iter().map(|scores| scores[lane]).sum::<i16>() + i16::from(weights[lane]);
            prop_assert_eq!(sum.scores(), std::array::from_fn(added));
        }
    }

    #[test]
    fn rows_of_scores_add_up() {
        let all_of = |score| Sum::of(&[score; LANES]);
        let (mut sum, mut all) = (all_of(-5), [all_of(-5); 2]);
        add_all(&mut all, &[all_of(1), all_of(2)]);
        assert_eq!(all, [all_of(-4), all_of(-3)]);
        add_rows(&mut sum, &all, &[1, 2, 0, 1]);
        assert_eq!(sum.scores(), [-15; LANES]);
    }

    #[test]
    fn weights_are_those_of_their_slots() {
        let rows = [1, 2, 4, 8].map(|weight| [weight; LANES]);
        let weights = Weights::new(&[7, 9], &[1 << 3, 1 << 63 | 1 << 4 | 1], rows.into_iter());
        let mut sum = Sum::default();
        weights.add_keys(&[(7, 3), (7, 4), (8, 3), (9, 63)], &mut sum);
        assert_eq!((sum.scores()[0], weights.len()), (9, 4));
        weights.add(&[(weights.rows(9), 0), (Rows::default(), 0)], &mut sum);
        assert_eq!(sum.scores(), [11; LANES]);
        let mut each = [Sum::default(); 3];
        weights.add_each(weights.rows(9), 3, &mut each);
        assert_eq!(each.map(|sum| sum.scores()[15]), [0, 4, 0]);
    }

    #[test]
    fn slots_without_rows_do_no_harm() {
        let weights = Weights::new(&[7, 9], &[u64::MAX], [[1; LANES]].into_iter());
        let mut sum = Sum::default();
        weights.add_keys(&[(7, 0), (7, 1), (9, 0)], &mut sum);
        assert_eq!(sum.scores(), [1; LANES]);
    }
}
