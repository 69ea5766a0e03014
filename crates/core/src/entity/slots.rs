//! How it is packed which rows there are under one hash.

use silang_fast::packed::{Chance, Coder};

use crate::entity::case::CASES;
use crate::entity::group::{OFFSETS, SLOTS, before};

/// Slots come in groups of which most have none: a word by itself, in each case, before and after a token.
const GROUPS: usize = CASES + 3;

/// Most slots of a group.
const LARGEST: usize = if OFFSETS > CASES { OFFSETS } else { CASES };

/// How many slots before one are told apart.
const MANY: usize = 3;

/// The first slot of a group, or of the one after the last.
const fn first(group: usize) -> usize {
    if group <= CASES + 1 { group * OFFSETS } else { before(0) + (group - CASES - 1) * CASES }
}

const _: () = assert!(first(GROUPS) == SLOTS && SLOTS <= u64::BITS as usize);

/// What is learnt of sets of slots.
#[derive(Clone, Debug)]
pub struct SlotForm {
    /// Whether there is just one, as in most sets.
    alone: Chance,
    /// Which that one is.
    which: [Chance; u64::BITS as usize],
    /// Whether there are any but in the first group.
    wide: Chance,
    /// Whether there are any in a group, by how many groups before have some.
    some: [[Chance; MANY]; GROUPS],
    /// Whether there is one, by how many before it in its group, apart for sets of the first group alone.
    there: [[[[Chance; MANY]; LARGEST]; GROUPS]; 2],
}

impl Default for SlotForm {
    fn default() -> Self {
        Self {
            alone: Chance::EVEN,
            which: [Chance::EVEN; u64::BITS as usize],
            wide: Chance::EVEN,
            some: [[Chance::EVEN; MANY]; GROUPS],
            there: [[[[Chance::EVEN; MANY]; LARGEST]; GROUPS]; 2],
        }
    }
}

impl SlotForm {
    /// A set of slots.
    pub fn slots(&mut self, coder: &mut impl Coder, slots: u64) -> u64 {
        if coder.bit(&mut self.alone, slots.is_power_of_two()) {
            return 1 << coder.choice(&mut self.which, u64::BITS.ilog2(), slots.trailing_zeros() & (u64::BITS - 1));
        }
        let wide = coder.bit(&mut self.wide, slots >> first(1) != 0);
        let (mut read, mut groups) = (0, 0);
        for group in 0..if wide { GROUPS } else { 1 } {
            let own = slots >> first(group) & ((1 << (first(group + 1) - first(group))) - 1);
            if !wide || coder.bit(&mut self.some[group][groups], own != 0) {
                read |= self.group(coder, (group, wide), own) << first(group);
                groups = (groups + 1).min(MANY - 1);
            }
        }
        read
    }

    /// The slots of a group, counted from its first.
    fn group(&mut self, coder: &mut impl Coder, (group, wide): (usize, bool), slots: u64) -> u64 {
        let (mut read, mut count) = (0, 0);
        for slot in 0..first(group + 1) - first(group) {
            let there = coder.bit(&mut self.there[usize::from(wide)][group][slot][count], slots >> slot & 1 == 1);
            read |= u64::from(there) << slot;
            count = (count + usize::from(there)).min(MANY - 1);
        }
        read
    }
}

#[cfg(test)]
mod tests {
    use super::SlotForm;
    use crate::entity::group::SLOTS;
    use proptest::prelude::*;
    use silang_fast::packed::{Reader, Writer};

    proptest! {
        #[test]
        fn sets_come_back(sets in prop::collection::vec(0..1_u64 << SLOTS, 0..40), few in prop::collection::vec(0..32_u64, 0..40)) {
            let sets: Vec<u64> = sets.into_iter().chain(few).collect();
            let (mut writer, mut form) = (Writer::default(), SlotForm::default());
            sets.iter().for_each(|set| { form.slots(&mut writer, *set); });
            let bytes = writer.finish();
            let (mut reader, mut form) = (Reader::new(&bytes), SlotForm::default());
            prop_assert!(sets.iter().all(|set| form.slots(&mut reader, 0) == *set));
        }
    }
}
