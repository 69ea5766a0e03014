//! A hash table from keys to rows, built once and read often.

/// Open addressing with linear probing; at most half full. Most keys asked for are not there, so a
/// bitmap that stays in the nearest cache answers first.
#[derive(Clone, Debug, Default)]
pub struct Table {
    slots: Vec<(u32, u32)>,
    mask: usize,
    perhaps: Vec<u64>,
}

/// Number of bits of the bitmap, as a power of two.
const BITS: u32 = 18;

/// Where the bitmap tells of a key: which word, which bit. Keys are hashes, so any bits of theirs do.
fn bit(key: u32) -> (usize, u64) {
    let low = key & ((1 << BITS) - 1);
    ((low >> 6) as usize, 1 << (low & 63))
}

const FREE: u32 = u32::MAX;

impl Table {
    /// A table that gives each key its place in the sequence. Keys are below `u32::MAX`.
    pub fn new(keys: &[u32]) -> Self {
        let size = (keys.len() * 2).next_power_of_two().max(2);
        let mut table = Self { slots: vec![(FREE, 0); size], mask: size - 1, perhaps: vec![0; 1 << (BITS - 6)] };
        for (row, &key) in keys.iter().enumerate() {
            let (word, bit) = bit(key);
            table.perhaps[word] |= bit;
            let slot = table.slot(key);
            table.slots[slot] = (key, row as u32);
        }
        table
    }

    /// The slot that holds `key` or is free for it.
    fn slot(&self, key: u32) -> usize {
        let mut at = key as usize & self.mask;
        while self.slots[at].0 != key && self.slots[at].0 != FREE {
            at = (at + 1) & self.mask;
        }
        at
    }

    /// The row of `key`.
    #[inline]
    pub fn row(&self, key: u32) -> Option<usize> {
        let (word, bit) = bit(key);
        if self.perhaps.get(word).is_none_or(|word| word & bit == 0) {
            return None;
        }
        let (found, row) = self.slots[self.slot(key)];
        (found == key && key != FREE).then_some(row as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::Table;

    #[test]
    fn finds_rows_and_nothing_else() {
        let table = Table::new(&[7, 1 << 20, 3]);
        assert_eq!((table.row(1 << 20), table.row(3), table.row(8)), (Some(1), Some(2), None));
        assert_eq!(Table::default().row(1), None);
    }
}
