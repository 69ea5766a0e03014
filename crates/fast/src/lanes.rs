//! Rows of scores, added up.

use crate::table::Buckets;

/// Lanes of a row of scores: what processors add at once.
pub const LANES: usize = 16;

/// How much something speaks for each of some labels.
pub type Scores = [i16; LANES];

/// Adds scores to scores.
pub fn add(scores: &mut Scores, more: &Scores) {
    scores.iter_mut().zip(more).for_each(|(score, more)| *score += more);
}

/// Adds those of the rows that are told.
pub fn add_rows(scores: &mut Scores, rows: &[Scores], told: &[u32]) {
    let mut sum = *scores;
    told.iter().filter_map(|&row| rows.get(row as usize)).for_each(|row| add(&mut sum, row));
    *scores = sum;
}

/// Adds rows of scores to as many others.
pub fn add_all(scores: &mut [Scores], more: &[Scores]) {
    scores.iter_mut().zip(more).for_each(|(scores, more)| add(scores, more));
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
    bytes: Vec<[i8; LANES]>,
}

impl Weights {
    /// The rows of rising keys, told which slots each has, one after the other.
    pub fn new(keys: &[u32], slots: &[u64], bytes: Vec<[i8; LANES]>) -> Self {
        let mut first = 0;
        let rows = |(&key, &slots): (&u32, &u64)| {
            let rows = Rows { there: [slots as u32, (slots >> 32) as u32], first };
            first += slots.count_ones();
            (key, rows)
        };
        Self { buckets: Buckets::new(keys), keys: keys.iter().zip(slots).map(rows).collect(), bytes }
    }

    /// Number of rows.
    pub fn len(&self) -> usize {
        self.bytes.len()
    }

    /// Whether there is no row.
    pub fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }

    /// The rows of a key.
    pub fn rows(&self, key: u32) -> Rows {
        let bucket = self.buckets.of(key);
        let bucket = self.keys.get(bucket.start..bucket.end.min(self.keys.len())).unwrap_or_default();
        bucket.iter().find(|(other, _)| *other == key).map_or(Rows::default(), |(_, rows)| *rows)
    }

    /// Adds the weights of rows in slots, as far as there are any.
    pub fn add(&self, told: &[(Rows, usize)], scores: &mut Scores) {
        let mut sum = *scores;
        for row in told.iter().filter_map(|&(rows, slot)| self.bytes.get(rows.at(slot)?)) {
            add_weights(&mut sum, row);
        }
        *scores = sum;
    }

    /// Adds the weights of keys in slots, as far as there are any.
    pub fn add_keys(&self, told: &[(u32, usize)], scores: &mut Scores) {
        let mut sum = *scores;
        for row in told.iter().filter_map(|&(key, slot)| self.bytes.get(self.rows(key).at(slot)?)) {
            add_weights(&mut sum, row);
        }
        *scores = sum;
    }

    /// Adds the weights of as many slots from one on as there are scores, to one each.
    pub fn add_each(&self, rows: Rows, slot: usize, scores: &mut [Scores]) {
        let slots = rows.slots();
        let mut left = slots >> slot & ((1 << scores.len()) - 1);
        let mut at = rows.before(slots, slot);
        while left != 0 {
            if let (Some(scores), Some(row)) = (scores.get_mut(left.trailing_zeros() as usize), self.bytes.get(at)) {
                add_weights(scores, row);
            }
            left &= left - 1;
            at += 1;
        }
    }
}

fn add_weights(scores: &mut Scores, weights: &[i8; LANES]) {
    scores.iter_mut().zip(weights).for_each(|(score, &weight)| *score += i16::from(weight));
}

#[cfg(test)]
mod tests {
    use super::{LANES, Rows, Weights, add_all, add_rows};

    #[test]
    fn rows_of_scores_add_up() {
        let (mut scores, mut all) = ([-5; LANES], [[-5; LANES]; 2]);
        add_all(&mut all, &[[1; LANES], [2; LANES]]);
        assert_eq!(all, [[-4; LANES], [-3; LANES]]);
        add_rows(&mut scores, &all, &[1, 2, 0, 1]);
        assert_eq!(scores, [-15; LANES]);
    }

    #[test]
    fn weights_are_those_of_their_slots() {
        let rows = [1, 2, 4, 8].map(|weight| [weight; LANES]);
        let weights = Weights::new(&[7, 9], &[1 << 3, 1 << 63 | 1 << 4 | 1], rows.to_vec());
        let mut scores = [0; LANES];
        weights.add_keys(&[(7, 3), (7, 4), (8, 3), (9, 63)], &mut scores);
        assert_eq!((scores[0], weights.len()), (9, 4));
        weights.add(&[(weights.rows(9), 0), (Rows::default(), 0)], &mut scores);
        assert_eq!(scores, [11; LANES]);
        let mut each = [[0; LANES]; 3];
        weights.add_each(weights.rows(9), 3, &mut each);
        assert_eq!(each.map(|scores| scores[15]), [0, 4, 0]);
    }

    #[test]
    fn slots_without_rows_do_no_harm() {
        let weights = Weights::new(&[7, 9], &[u64::MAX], vec![[1; LANES]]);
        let mut scores = [0; LANES];
        weights.add_keys(&[(7, 0), (7, 1), (9, 0)], &mut scores);
        assert_eq!(scores, [1; LANES]);
    }
}
