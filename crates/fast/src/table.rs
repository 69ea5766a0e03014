//! Hash tables that are built once and read often.

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
    pub fn row(&self, key: u32) -> Option<usize> {
        if self.perhaps.get(self.word(key)).is_none_or(|word| word >> (key & 63) & 1 == 0) {
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
