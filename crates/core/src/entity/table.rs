//! Hash tables that are built once and read often.

use crate::entity::hash::Hash;
use crate::order::Order;

/// Open addressing with linear probing; at most half full. Most keys asked for are not there, so a
/// bitmap that stays in the nearest cache answers first. Keys are hashes, so any bits of theirs do.
#[derive(Clone, Debug, Default)]
pub struct Table {
    slots: Vec<(u32, u32)>,
    perhaps: Vec<u64>,
}

/// Largest number of bits of the bitmap, as a power of two.
const BITS: u32 = 18;

const FREE: u32 = u32::MAX;

impl Table {
    /// A table that gives each key its place in the sequence. Keys are below `u32::MAX`.
    pub fn new(keys: &[u32]) -> Self {
        let size = (keys.len() * 2).next_power_of_two().max(2);
        let words = (size / 8).clamp(1, 1 << (BITS - 6));
        let mut table = Self { slots: vec![(FREE, 0); size], perhaps: vec![0; words] };
        for (row, &key) in keys.iter().enumerate() {
            let word = table.word(key);
            table.perhaps[word] |= 1 << (key & 63);
            let slot = table.slot(key);
            table.slots[slot] = (key, row as u32);
        }
        table
    }

    /// The word of the bitmap that tells of a key.
    fn word(&self, key: u32) -> usize {
        (key >> 6) as usize & (self.perhaps.len().wrapping_sub(1))
    }

    /// The slot that holds `key` or is free for it.
    fn slot(&self, key: u32) -> usize {
        let mask = self.slots.len() - 1;
        let mut at = key as usize & mask;
        while self.slots[at].0 != key && self.slots[at].0 != FREE {
            at = (at + 1) & mask;
        }
        at
    }

    /// The row of `key`.
    #[inline]
    pub fn row(&self, key: u32) -> Option<usize> {
        if self.perhaps.get(self.word(key)).is_none_or(|word| word >> (key & 63) & 1 == 0) {
            return None;
        }
        let (found, row) = self.slots[self.slot(key)];
        (found == key && key != FREE).then_some(row as usize)
    }
}

/// Values by the hash of a text.
#[derive(Clone, Debug)]
pub struct Lookup<T> {
    table: Table,
    values: Vec<T>,
}

impl<T> Default for Lookup<T> {
    fn default() -> Self {
        Self { table: Table::default(), values: Vec::new() }
    }
}

impl<T> Lookup<T> {
    /// From rows of hash and value; values of one hash are `merge`d, in order, into the first.
    pub fn new(mut rows: Vec<(Hash, T)>, merge: impl Fn(&mut T, &mut T)) -> Self {
        rows.order_by_key(|(hash, _)| hash.0);
        rows.dedup_by(|next, kept| {
            let same = next.0 == kept.0;
            if same {
                merge(&mut kept.1, &mut next.1);
            }
            same
        });
        let (keys, values): (Vec<u32>, Vec<T>) = rows.into_iter().map(|(hash, value)| (hash.0, value)).unzip();
        Self { table: Table::new(&keys), values }
    }

    /// The value of a hash.
    #[inline]
    pub fn get(&self, hash: Hash) -> Option<&T> {
        self.table.row(hash.0).and_then(|row| self.values.get(row))
    }
}

#[cfg(test)]
mod tests {
    use super::{Lookup, Table};
    use crate::entity::hash::Hash;

    #[test]
    fn finds_rows_and_nothing_else() {
        let table = Table::new(&[7, 1 << 20, 3]);
        assert_eq!((table.row(1 << 20), table.row(3), table.row(8)), (Some(1), Some(2), None));
        assert_eq!(Table::default().row(1), None);
    }

    #[test]
    fn values_of_one_text_are_merged() {
        let hash = |text| Hash::default().text(text);
        let rows = vec![(hash("a"), 1), (hash("b"), 2), (hash("a"), 4)];
        let lookup = Lookup::new(rows, |kept, next| *kept += *next);
        assert_eq!(["a", "b", "c"].map(|text| lookup.get(hash(text)).copied()), [Some(5), Some(2), None]);
    }
}
