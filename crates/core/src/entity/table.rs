//! Values by the hash of a text, put together once and looked up often.

use silang_fast::table::Table;

use crate::entity::hash::Hash;
use crate::order::Order;

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
        Self { table: Table::new(&keys, 0..), values }
    }

    /// The value of a hash.
    #[inline]
    pub fn get(&self, hash: Hash) -> Option<&T> {
        self.table.get(hash.0).and_then(|row| self.values.get(row as usize))
    }
}

#[cfg(test)]
mod tests {
    use super::Lookup;
    use crate::entity::hash::Hash;

    #[test]
    fn values_of_one_text_are_merged() {
        let hash = |text| Hash::default().text(text);
        let rows = vec![(hash("a"), 1), (hash("b"), 2), (hash("a"), 4)];
        let lookup = Lookup::new(rows, |kept, next| *kept += *next);
        assert_eq!(["a", "b", "c"].map(|text| lookup.get(hash(text)).copied()), [Some(5), Some(2), None]);
    }
}
