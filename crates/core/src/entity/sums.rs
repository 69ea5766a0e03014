//! What groups of features say together, summed once when a model is loaded.

use std::array::from_fn;

use silang_fast::lanes::Sum;

use crate::entity::group::{Feature, Kind, OFFSETS, REACH, VALUES};

/// Sums for a word at each offset.
pub type Wide = [Sum; OFFSETS];

/// Sums of weights for each group and value; most are zero and share the first row.
#[derive(Clone, Debug, Default)]
pub struct Sums {
    /// The row of each value, in `wide` for kinds that are.
    rows: Vec<u16>,
    wide: Vec<Wide>,
    narrow: Vec<Sum>,
}

/// The row for a sum: the first for nothing, or else a new one.
fn row<T: Copy + PartialEq>(sums: &mut Vec<T>, sum: T) -> u16 {
    if sums.first() == Some(&sum) {
        return 0;
    }
    sums.push(sum);
    u16::try_from(sums.len() - 1).unwrap_or(0)
}

// Rows are numbered with 16 bits.
const _: () = assert!(VALUES < 1 << 16);

impl Sums {
    /// Sums up all groups; `add` adds what one feature says.
    pub fn new(add: impl Fn(Feature, &mut Sum)) -> Self {
        let nothing = Sum::default();
        let mut made = Self { rows: Vec::with_capacity(VALUES), wide: vec![[nothing; OFFSETS]], narrow: vec![nothing] };
        for kind in Kind::all() {
            for value in 0..kind.values() {
                let sum = |offset: usize| {
                    let mut sum = nothing;
                    kind.features(offset, value, &mut |feature| add(feature, &mut sum));
                    sum
                };
                let wide = kind.is_wide();
                let row = if wide { row(&mut made.wide, from_fn(sum)) } else { row(&mut made.narrow, sum(REACH)) };
                made.rows.push(row);
            }
        }
        made
    }

    fn row(&self, kind: Kind, value: u32) -> Option<usize> {
        self.rows.get(kind.number(value)?).map(|row| usize::from(*row))
    }

    /// What a wide kind says of a value, if that was summed.
    #[inline]
    pub fn wide(&self, kind: Kind, value: u32) -> Option<&Wide> {
        self.wide.get(self.row(kind, value)?)
    }

    /// The row in [`narrows`](Self::narrows) of what another kind says of a value, if that was summed.
    #[inline]
    pub fn narrow(&self, kind: Kind, value: u32) -> Option<u32> {
        self.row(kind, value).map(|row| row as u32)
    }

    /// What kinds that are not wide say.
    #[inline]
    pub fn narrows(&self) -> &[Sum] {
        &self.narrow
    }
}

#[cfg(test)]
mod tests {
    use super::Sums;
    use crate::entity::group::{Feature, Kind, REACH};
    use silang_fast::lanes::{LANES, Sum};

    fn add(Feature { hash, slot }: Feature, sum: &mut Sum) {
        let mut scores = [0; LANES];
        scores[(hash.0 as usize + slot) % 13] = (hash.0 >> 16) as i16 % 3;
        sum.add(&Sum::of(&scores));
    }

    fn one_by_one(kind: Kind, offset: usize, value: u32) -> Sum {
        let mut sum = Sum::default();
        kind.features(offset, value, &mut |feature| add(feature, &mut sum));
        sum
    }

    #[test]
    fn a_sum_is_what_its_features_say_one_by_one() {
        let sums = Sums::new(add);
        for kind in Kind::all() {
            for value in (0..kind.values()).step_by(7) {
                if kind.is_wide() {
                    let wide = std::array::from_fn(|offset| one_by_one(kind, offset, value));
                    assert_eq!(sums.wide(kind, value), Some(&wide));
                } else {
                    let row = sums.narrow(kind, value).and_then(|row| sums.narrows().get(row as usize));
                    assert_eq!(row, Some(&one_by_one(kind, REACH, value)));
                }
            }
            assert_eq!((sums.wide(kind, kind.values()), sums.narrow(kind, kind.values())), (None, None));
        }
    }
}
