//! What groups of features say together, summed once when a model is loaded.

use crate::entity::group::Group;
use crate::entity::hash::Hash;
use crate::entity::model::{LANES, Scores};

/// Sums of weights for each group and value; most are zero and share the first row.
#[derive(Clone, Debug, Default)]
pub struct Sums {
    /// Where the values of each group begin in `rows`; one more entry for the end.
    first: Vec<u32>,
    rows: Vec<u16>,
    sums: Vec<Scores>,
}

impl Sums {
    /// Sums up all groups; `add` adds what one feature says.
    pub fn new(add: impl Fn(Hash, &mut Scores)) -> Self {
        let mut made = Self { first: vec![0], rows: Vec::new(), sums: vec![[0; LANES]] };
        for group in Group::all() {
            for value in 0..group.values() {
                let mut sum = [0; LANES];
                group.features(value, &mut |feature| add(feature, &mut sum));
                let row = made.row(sum);
                made.rows.push(row);
            }
            made.first.push(made.rows.len() as u32);
        }
        made
    }

    /// The row for a sum: the first for nothing, or else a new one.
    fn row(&mut self, sum: Scores) -> u16 {
        if sum == [0; LANES] {
            return 0;
        }
        self.sums.push(sum);
        u16::try_from(self.sums.len() - 1).unwrap_or(0)
    }

    /// What a group says of a value, if that was summed.
    #[inline]
    pub fn get(&self, group: Group, value: u32) -> Option<&Scores> {
        let (first, end) = (self.first.get(group.index())?, self.first.get(group.index() + 1)?);
        let row = self.rows.get((first + value) as usize).filter(|_| first + value < *end)?;
        self.sums.get(usize::from(*row))
    }
}
