//! Rows of scores, added up.

use crate::table::Table;

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

/// One-byte weights by key.
#[derive(Clone, Debug, Default)]
pub struct Weights {
    table: Table,
    rows: Vec<[i8; LANES]>,
}

impl Weights {
    /// The row of each key, in the same order.
    pub fn new(keys: &[u32], rows: Vec<[i8; LANES]>) -> Self {
        Self { table: Table::new(keys), rows }
    }

    /// Number of keys.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is no key.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Adds the weights of the keys that have any.
    pub fn add(&self, keys: &[u32], scores: &mut Scores) {
        let mut sum = *scores;
        for row in keys.iter().filter_map(|&key| self.rows.get(self.table.row(key)?)) {
            sum.iter_mut().zip(row).for_each(|(score, &weight)| *score += i16::from(weight));
        }
        *scores = sum;
    }
}

#[cfg(test)]
mod tests {
    use super::{LANES, Weights, add_all, add_rows};

    #[test]
    fn weights_add_up() {
        let weights = Weights::new(&[7, 9], vec![[1; LANES], [-3; LANES]]);
        let mut scores = [0; LANES];
        weights.add(&[9, 7, 8, 9], &mut scores);
        assert_eq!((scores, weights.len()), ([-5; LANES], 2));
        let mut all = [scores; 2];
        add_all(&mut all, &[[1; LANES], [2; LANES]]);
        assert_eq!(all, [[-4; LANES], [-3; LANES]]);
        add_rows(&mut scores, &all, &[1, 2, 0, 1]);
        assert_eq!(scores, [-15; LANES]);
    }
}
