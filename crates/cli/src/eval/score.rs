//! Precision, recall and their harmonic mean.

use std::collections::{BTreeMap, BTreeSet};

/// How well a layer does; each figure from 0 to 1.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Score {
    /// How much of what was found is right.
    pub precision: f64,
    /// How much of what is there was found.
    pub recall: f64,
    /// How many there are.
    pub count: usize,
}

impl Score {
    /// From the number of right findings, of findings, and of marks. Nothing to find and nothing found is perfect.
    pub fn new(hits: usize, found: usize, marked: usize) -> Self {
        let share = |whole: usize, other: usize| {
            if whole > 0 { hits as f64 / whole as f64 } else { f64::from(other == 0) }
        };
        Self { precision: share(found, marked), recall: share(marked, found), count: marked }
    }

    /// A share of `count` cases where finding and missing are one and the same (0 without cases).
    pub fn share(hits: usize, count: usize) -> Self {
        let share = if count > 0 { hits as f64 / count as f64 } else { 0.0 };
        Self { precision: share, recall: share, count }
    }

    /// Harmonic mean of precision and recall.
    pub fn f1(self) -> f64 {
        let sum = self.precision + self.recall;
        if sum > 0.0 { 2.0 * self.precision * self.recall / sum } else { 0.0 }
    }
}

/// B-cubed score of a grouping (Bagga and Baldwin 1998), over the items that both groupings hold.
pub fn b_cubed<I: Ord, G: Ord, P: Ord>(marked: &BTreeMap<I, G>, found: &BTreeMap<I, P>) -> Score {
    let items: Vec<(&I, &G, &P)> = marked.iter().filter_map(|(i, g)| found.get(i).map(|p| (i, g, p))).collect();
    let mut right: BTreeMap<&G, BTreeSet<&I>> = BTreeMap::new();
    let mut guess: BTreeMap<&P, BTreeSet<&I>> = BTreeMap::new();
    for &(item, gold_group, found_group) in &items {
        right.entry(gold_group).or_default().insert(item);
        guess.entry(found_group).or_default().insert(item);
    }
    let mut score = Score { count: items.len(), ..Score::default() };
    for (_, gold_group, found_group) in &items {
        let (right, guess) = (&right[gold_group], &guess[found_group]);
        let shared = right.intersection(guess).count() as f64;
        score.precision += shared / guess.len() as f64 / items.len() as f64;
        score.recall += shared / right.len() as f64 / items.len() as f64;
    }
    score
}

#[cfg(test)]
mod tests {
    use super::{BTreeMap, Score, b_cubed};

    #[test]
    fn nothing_found_where_nothing_is_marked_is_perfect() {
        assert!((Score::new(0, 0, 0).f1() - 1.0).abs() < 1e-9);
        assert!(Score::new(0, 3, 0).f1() < 1e-9);
        assert!((Score::new(2, 4, 2).precision - 0.5).abs() < 1e-9);
    }

    #[test]
    fn one_heap_of_two_pairs_has_full_recall_and_half_the_precision() {
        let marked = BTreeMap::from([(1, 'a'), (2, 'a'), (3, 'b'), (4, 'b')]);
        let found = BTreeMap::from([(1, 0), (2, 0), (3, 0), (4, 0)]);
        let score = b_cubed(&marked, &found);
        assert!((score.precision - 0.5).abs() < 1e-9 && (score.recall - 1.0).abs() < 1e-9, "{score:?}");
    }
}
