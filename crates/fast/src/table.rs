//! Tables of sorted hashes that are built once and read often.

use std::ops::Range;

/// Where keys may stand among others in rising order: buckets of their first bits, with about one key in each.
///
/// Together with the keys it takes half of what a half-empty hash table takes, so that more of it stays in the near
/// caches, and is built by going over the keys once. Most keys asked for are not there, so a bitmap that stays in the
/// nearest cache answers first. Keys are hashes, so any bits of theirs do.
#[derive(Clone, Debug, Default)]
pub(crate) struct Buckets {
    perhaps: Vec<u64>,
    /// The first place of each bucket, and the end, in units of `1 << coarse`: in half the memory of full numbers.
    firsts: Vec<u16>,
    /// Such that all places fit; 0 for all but huge tables.
    coarse: u32,
    /// By how many bits the number of a bucket is shorter than a key.
    shift: u32,
}

/// Largest number of bits of the bitmap, as a power of two.
const BITS: u32 = 18;

impl Buckets {
    /// Buckets of rising keys; from the first one that does not rise, none is found.
    pub fn new(keys: &[u32]) -> Self {
        let rising = keys.windows(2).take_while(|pair| pair[0] < pair[1]).count() + 1;
        let keys = &keys[..rising.min(keys.len())];
        let Some(last) = keys.last() else { return Self::default() };
        let shift = (u32::BITS - last.leading_zeros()).saturating_sub(keys.len().ilog2()).min(u32::BITS - 1);
        let words = (keys.len() / 4).next_power_of_two().min(1 << (BITS - 6));
        let coarse = (usize::BITS - keys.len().leading_zeros()).saturating_sub(u16::BITS);
        let mut made = Self { perhaps: vec![0; words], firsts: firsts(keys, shift, coarse), coarse, shift };
        for &key in keys {
            let word = made.word(key);
            made.perhaps[word] |= 1 << (key & 63);
        }
        made
    }

    /// The word of the bitmap that tells of a key.
    fn word(&self, key: u32) -> usize {
        (key >> 6) as usize & (self.perhaps.len().wrapping_sub(1))
    }

    /// Where a key stands, if it is one of those that it was made of.
    pub fn of(&self, key: u32) -> Range<usize> {
        if self.perhaps.get(self.word(key)).is_none_or(|word| word >> (key & 63) & 1 == 0) {
            return 0..0;
        }
        let bucket = self.firsts.get((key >> self.shift) as usize..).and_then(|firsts| firsts.first_chunk());
        let place = |unit: u16| usize::from(unit) << self.coarse;
        bucket.map_or(0..0, |&[first, end]| place(first)..place(end) + (1 << self.coarse) - 1)
    }
}

/// Numbers by key, side by side with it.
#[derive(Clone, Debug, Default)]
pub struct Table {
    buckets: Buckets,
    rows: Vec<(u32, u32)>,
}

impl Table {
    /// A table of rising keys, each with its number; from the first key that does not rise, none is found.
    pub fn new(keys: &[u32], numbers: impl Iterator<Item = u32>) -> Self {
        Self { buckets: Buckets::new(keys), rows: keys.iter().copied().zip(numbers).collect() }
    }

    /// The number of `key`.
    pub fn get(&self, key: u32) -> Option<u32> {
        let bucket = self.buckets.of(key);
        let end = bucket.end.min(self.rows.len());
        self.rows.get(bucket.start..end)?.iter().find(|(other, _)| *other == key).map(|(_, number)| *number)
    }
}

/// The first row of each bucket of rising keys, and the end, in units of `1 << coarse`.
fn firsts(keys: &[u32], shift: u32, coarse: u32) -> Vec<u16> {
    let mut firsts = Vec::new();
    for (row, key) in keys.iter().enumerate() {
        let bucket = (key >> shift) as usize;
        if firsts.len() <= bucket {
            firsts.resize(bucket + 1, (row >> coarse) as u16);
        }
    }
    firsts.push((keys.len() >> coarse) as u16);
    firsts
}

#[cfg(test)]
mod tests {
    use super::Table;
    use proptest::prelude::*;

    fn rows(keys: &[u32]) -> Table {
        Table::new(keys, 0..)
    }

    #[test]
    fn finds_rows_and_nothing_else() {
        let table = rows(&[3, 7, 1 << 20]);
        assert_eq!((table.get(1 << 20), table.get(3), table.get(8)), (Some(2), Some(0), None));
        assert_eq!(Table::default().get(1), None);
        assert_eq!((rows(&[u32::MAX]).get(u32::MAX), rows(&[1 << 31]).get(1)), (Some(0), None));
    }

    #[test]
    fn keys_out_of_order_do_no_harm() {
        let table = rows(&[5, 9, 9, 2, u32::MAX, 70]);
        assert_eq!([5, 9, 2, 70, u32::MAX].map(|key| table.get(key)), [Some(0), Some(1), None, None, None]);
    }

    #[test]
    fn of_very_many_keys_each_is_found() {
        for count in [(1 << 16) - 1, 1 << 16, 300_000] {
            let keys: Vec<u32> = (0..count).map(|row| row * 7 + row % 3).collect();
            let table = rows(&keys);
            assert!(
                (0..count).all(|row| table.get(keys[row as usize]) == Some(row) && table.get(row * 7 + 5).is_none())
            );
        }
    }

    proptest! {
        #[test]
        fn every_key_has_its_row(mut keys in prop::collection::vec(any::<u32>(), 0..500), bits in 0..32_u32, other: u32) {
            keys.iter_mut().for_each(|key| *key >>= bits);
            keys.sort_unstable();
            keys.dedup();
            let table = rows(&keys);
            prop_assert!((0..).zip(&keys).all(|(row, &key)| table.get(key) == Some(row)));
            prop_assert_eq!(table.get(other), keys.binary_search(&other).ok().map(|row| row as u32));
        }
    }
}
