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
    /// The first place of each bucket, and the end.
    firsts: Vec<u32>,
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
        let mut made = Self { perhaps: vec![0; words], firsts: firsts(keys, shift), shift };
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
        bucket.map_or(0..0, |&[first, end]| first as usize..end as usize)
    }
}

/// The rows of keys.
#[derive(Clone, Debug, Default)]
pub struct Table {
    buckets: Buckets,
    keys: Vec<u32>,
}

impl Table {
    /// A table that gives each key its place in the sequence. Keys rise; from the first one that does not, none is found.
    pub fn new(keys: &[u32]) -> Self {
        Self { buckets: Buckets::new(keys), keys: keys.to_vec() }
    }

    /// The row of `key`.
    pub fn row(&self, key: u32) -> Option<usize> {
        let bucket = self.buckets.of(key);
        let first = bucket.start;
        self.keys.get(bucket)?.iter().position(|&other| other == key).map(|here| first + here)
    }
}

/// The first row of each bucket of rising keys, and the end.
fn firsts(keys: &[u32], shift: u32) -> Vec<u32> {
    let mut firsts = Vec::new();
    for (row, key) in keys.iter().enumerate() {
        let bucket = (key >> shift) as usize;
        if firsts.len() <= bucket {
            firsts.resize(bucket + 1, row as u32);
        }
    }
    firsts.push(keys.len() as u32);
    firsts
}

#[cfg(test)]
mod tests {
    use super::Table;
    use proptest::prelude::*;

    #[test]
    fn finds_rows_and_nothing_else() {
        let table = Table::new(&[3, 7, 1 << 20]);
        assert_eq!((table.row(1 << 20), table.row(3), table.row(8)), (Some(2), Some(0), None));
        assert_eq!(Table::default().row(1), None);
        assert_eq!((Table::new(&[u32::MAX]).row(u32::MAX), Table::new(&[1 << 31]).row(1)), (Some(0), None));
    }

    #[test]
    fn keys_out_of_order_do_no_harm() {
        let table = Table::new(&[5, 9, 9, 2, u32::MAX, 70]);
        assert_eq!([5, 9, 2, 70, u32::MAX].map(|key| table.row(key)), [Some(0), Some(1), None, None, None]);
    }

    proptest! {
        #[test]
        fn every_key_has_its_row(mut keys in prop::collection::vec(any::<u32>(), 0..500), bits in 0..32_u32, other: u32) {
            keys.iter_mut().for_each(|key| *key >>= bits);
            keys.sort_unstable();
            keys.dedup();
            let table = Table::new(&keys);
            prop_assert!(keys.iter().enumerate().all(|(row, &key)| table.row(key) == Some(row)));
            prop_assert_eq!(table.row(other), keys.binary_search(&other).ok());
        }
    }
}
