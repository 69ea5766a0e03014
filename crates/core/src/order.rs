//! Sorting in little code.
//!
//! The sort of `std` is compiled anew for each type and comparison, five to eight kilobytes every
//! time; here one sort of numbers serves all, and only the moving into place is each type's own.

use std::cmp::Ordering;

/// Sorts slices; what compares equal stays in order.
pub trait Order<T> {
    /// Sorts by `compare`.
    fn order_by(&mut self, compare: impl Fn(&T, &T) -> Ordering);

    /// Sorts by a key.
    fn order_by_key<K: Ord>(&mut self, key: impl Fn(&T) -> K) {
        self.order_by(|a, b| key(a).cmp(&key(b)));
    }

    /// Sorts by the order of the values themselves.
    fn order(&mut self)
    where
        T: Ord,
    {
        self.order_by(T::cmp);
    }
}

impl<T> Order<T> for [T] {
    fn order_by(&mut self, compare: impl Fn(&T, &T) -> Ordering) {
        let mut places = places(self.len(), &|a, b| compare(&self[a as usize], &self[b as usize]));
        for at in 0..self.len() {
            while places[at] as usize != at {
                let to = places[at] as usize;
                self.swap(at, to);
                places.swap(at, to);
            }
        }
    }
}

/// Where each of `len` values goes.
#[inline(never)]
fn places(len: usize, compare: &dyn Fn(u32, u32) -> Ordering) -> Vec<u32> {
    let mut sorted: Vec<u32> = (0..len as u32).collect();
    sorted.sort_by(|&a, &b| compare(a, b));
    let mut places = vec![0; len];
    for (place, &value) in (0..).zip(&sorted) {
        places[value as usize] = place;
    }
    places
}

#[cfg(test)]
mod tests {
    use super::Order;

    #[test]
    fn as_std_sorts() {
        for len in 0..60_u32 {
            let mut ours: Vec<(u32, u32)> = (0..len).map(|i| (i * 7919 % 13, i)).collect();
            let mut theirs = ours.clone();
            ours.order_by_key(|&(key, _)| key);
            theirs.sort_by_key(|&(key, _)| key);
            assert_eq!(ours, theirs);
            ours.order_by(|a, b| b.cmp(a));
            assert!(ours.is_sorted_by(|a, b| a > b));
        }
    }
}
