//! How the weights of one feature are packed: for which labels there are any, then their signs and sizes.

use silang_fast::packed::{Chance, Coder};

use crate::entity::label::LABELS;

/// Labels of one kind of name: those of the next kind, in the same order, stand that many further on.
const PARTS: usize = (LABELS - 1) / 3;

/// Bits of the number of a label.
const LABEL_BITS: u32 = LABELS.next_power_of_two().ilog2();

/// How many weights before one are told apart.
const MANY: usize = 3;

/// Sizes that are told apart; a larger one goes on as the last does.
const SIZES: usize = 20;

/// A set of labels.
type Labels = u16;

/// All labels.
const ALL: Labels = (1 << LABELS) - 1;

/// The labels for which a row has weights; reading begins with a row that has none.
fn labels_of(row: &[i8; LABELS]) -> Labels {
    if *row == [0; LABELS] {
        return 0;
    }
    row.iter().rev().fold(0, |labels, weight| labels << 1 | Labels::from(*weight != 0))
}

/// What is learnt of rows of weights.
#[derive(Clone, Debug)]
pub struct RowForm {
    /// Whether there is just one weight, as in most rows.
    alone: Chance,
    /// For which label that one is.
    which: [Chance; 1 << LABEL_BITS],
    /// Whether there is a weight, by label, by those before it for the outside and the same part, and by how many are before it.
    there: [[[Chance; MANY + 1]; 8]; LABELS],
    /// Whether it speaks against a label, by label, number of weights and the sign before.
    against: [[[Chance; 3]; MANY + 1]; LABELS],
    /// Whether it is larger still, by the size before, the number of weights and the size reached.
    larger: [[[Chance; SIZES]; MANY + 1]; 5],
}

impl Default for RowForm {
    fn default() -> Self {
        Self {
            alone: Chance::EVEN,
            which: [Chance::EVEN; 1 << LABEL_BITS],
            there: [[[Chance::EVEN; MANY + 1]; 8]; LABELS],
            against: [[[Chance::EVEN; 3]; MANY + 1]; LABELS],
            larger: [[[Chance::EVEN; SIZES]; MANY + 1]; 5],
        }
    }
}

impl RowForm {
    /// A row, in the order of labels.
    pub fn row(&mut self, coder: &mut impl Coder, row: [i8; LABELS]) -> [i8; LABELS] {
        let there = self.labels(coder, labels_of(&row));
        let count = (there.count_ones() as usize).min(MANY);
        let (mut read, mut last, mut left) = ([0; LABELS], 0_i8, there);
        while left != 0 {
            let label = left.trailing_zeros() as usize;
            left &= left - 1;
            let sign = usize::from(last != 0) + usize::from(last < 0);
            let against = coder.bit(&mut self.against[label][count][sign], row[label] < 0);
            let size = Self::size(&mut self.larger[step(last)][count], coder, row[label]);
            last = if against { 0_i8.wrapping_sub_unsigned(size) } else { size.cast_signed() };
            read[label] = last;
        }
        read
    }

    /// For which labels there are weights.
    fn labels(&mut self, coder: &mut impl Coder, row: Labels) -> Labels {
        if coder.bit(&mut self.alone, row.is_power_of_two()) {
            let label = row.trailing_zeros() & ((1 << LABEL_BITS) - 1);
            return 1 << coder.choice(&mut self.which, LABEL_BITS, label) & ALL;
        }
        let (mut there, mut count) = (0, 0);
        for label in 0..LABELS {
            let before = |by: usize| usize::from((there & !1) << by >> label & 1);
            let near = usize::from(there & 1) << 2 | before(PARTS) << 1 | before(2 * PARTS);
            if coder.bit(&mut self.there[label][near][count], row >> label & 1 == 1) {
                there |= 1 << label;
                count = (count + 1).min(MANY);
            }
        }
        there
    }

    fn size(larger: &mut [Chance; SIZES], coder: &mut impl Coder, weight: i8) -> u8 {
        let mut size = 1;
        while size < 128 && coder.bit(&mut larger[usize::from(size).min(SIZES - 1)], weight.unsigned_abs() > size) {
            size += 1;
        }
        size
    }
}

/// The size of a weight, roughly.
fn step(weight: i8) -> usize {
    match weight.unsigned_abs() {
        size @ 0..=1 => usize::from(size),
        2..=3 => 2,
        4..=6 => 3,
        _ => 4,
    }
}

#[cfg(test)]
mod tests {
    use super::RowForm;
    use crate::entity::label::LABELS;
    use proptest::prelude::*;
    use silang_fast::packed::{Reader, Writer};

    proptest! {
        #[test]
        fn rows_come_back(rows in prop::collection::vec(prop::array::uniform13(prop_oneof![4 => Just(0), 1 => any::<i8>()]), 0..40)) {
            let (mut writer, mut form) = (Writer::default(), RowForm::default());
            rows.iter().for_each(|row| { form.row(&mut writer, *row); });
            let bytes = writer.finish();
            let (mut reader, mut form) = (Reader::new(&bytes), RowForm::default());
            prop_assert!(rows.iter().all(|row| form.row(&mut reader, [0; LABELS]) == *row));
        }
    }
}
