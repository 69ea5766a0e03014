//! Differences of numbered words, with one instance of Myers' algorithm for all.
//!
//! `similar` compiles all its algorithms anew for each type that is compared: 120 kilobytes, of
//! which this needs a quarter. The results are those of [`similar::capture_diff_slices`].

use std::collections::HashMap;
use std::ops::Range;

use similar::algorithms::{Capture, Compact, DiffHook, Replace, myers};
use similar::{DiffOp, DiffTag};

/// The words of two texts, by number.
#[derive(Clone, Copy)]
struct Sides<'a> {
    old: &'a [u32],
    new: &'a [u32],
}

/// The shortest differences (Myers).
pub fn shortest(old: &[u32], new: &[u32]) -> Vec<DiffOp> {
    let sides = Sides { old, new };
    sides.compact(&sides.diff(0..old.len(), 0..new.len()))
}

/// The differences around the words that stand once in both (patience, after Bram Cohen).
pub fn patience(old: &[u32], new: &[u32]) -> Vec<DiffOp> {
    let sides = Sides { old, new };
    let mut ops = Vec::new();
    let mut from = (0, 0);
    for anchor in sides.anchors() {
        let same = (from.0..anchor.0).zip(from.1..anchor.1).take_while(|&(left, right)| old[left] == new[right]);
        let same = same.count();
        if same > 0 {
            ops.push(DiffOp::Equal { old_index: from.0, new_index: from.1, len: same });
        }
        ops.extend(sides.diff(from.0 + same..anchor.0, from.1 + same..anchor.1));
        from = anchor;
    }
    ops.extend(sides.diff(from.0..old.len(), from.1..new.len()));
    sides.compact(&ops)
}

impl Sides<'_> {
    #[inline(never)]
    fn diff(self, old: Range<usize>, new: Range<usize>) -> Vec<DiffOp> {
        let mut found = Capture::new();
        let Ok(()) = myers::diff(&mut found, self.old, old, self.new, new);
        found.into_ops()
    }

    /// Moves and joins differences so that there are few.
    #[inline(never)]
    fn compact(self, ops: &[DiffOp]) -> Vec<DiffOp> {
        let mut found = Compact::new(Replace::new(Capture::new()), self.old, self.new);
        for op in ops {
            let Ok(()) = op.apply_to_hook(&mut found);
        }
        let Ok(()) = found.finish();
        found.into_inner().into_inner().into_ops()
    }

    /// Places of words that stand once in each, as far as their order is the same.
    fn anchors(self) -> Vec<(usize, usize)> {
        let (old_places, new_places) = (once(self.old), once(self.new));
        let words = |places: &[usize], side: &[u32]| places.iter().map(|&at| side[at]).collect::<Vec<u32>>();
        let (old, new) = (words(&old_places, self.old), words(&new_places, self.new));
        let sides = Sides { old: &old, new: &new };
        let ops = sides.diff(0..old.len(), 0..new.len());
        let equal = ops.iter().map(DiffOp::as_tag_tuple).filter(|(tag, _, _)| *tag == DiffTag::Equal);
        equal.flat_map(|(_, old, new)| old.zip(new)).map(|(old, new)| (old_places[old], new_places[new])).collect()
    }
}

/// Where the words stand that stand only once.
fn once(words: &[u32]) -> Vec<usize> {
    let mut counts: HashMap<u32, u32> = HashMap::new();
    for &word in words {
        *counts.entry(word).or_default() += 1;
    }
    (0..words.len()).filter(|&at| counts.get(&words[at]) == Some(&1)).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use similar::{Algorithm, capture_diff_slices};

    use super::{patience, shortest};

    proptest! {
        #[test]
        fn as_the_whole_library_finds(old in prop::collection::vec(0..30_u32, 0..40), new in prop::collection::vec(0..30_u32, 0..40)) {
            prop_assert_eq!(shortest(&old, &new), capture_diff_slices(Algorithm::Myers, &old, &new));
            prop_assert_eq!(patience(&old, &new), capture_diff_slices(Algorithm::Patience, &old, &new));
        }
    }
}
