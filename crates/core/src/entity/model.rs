//! The learned weights: for each feature how much it speaks for each label.

use silang_fast::lanes::{self, LANES, Rows, Sum, Weights};
use silang_fast::packed::{Coder, Reader, Writer};

use crate::entity::group::{self, Feature, Kind, REACH};
use crate::entity::hash::{Hash, key};
use crate::entity::label::{LABELS, LANE};
use crate::entity::row::RowForm;
use crate::entity::sink::NOBODY;
use crate::entity::slots::SlotForm;
use crate::entity::sums::{Sums, Wide};
use crate::entity::viterbi::Transitions;

/// A linear-chain conditional random field with one-byte weights.
#[derive(Clone, Debug, Default)]
pub struct Model {
    weights: Weights,
    sums: Sums,
    transitions: Transitions,
    nobody: Rows,
}

impl Model {
    /// Reads what [`pack`] wrote.
    pub fn unpack(bytes: &[u8]) -> Self {
        let mut reader = Reader::new(bytes);
        let transitions: Vec<i16> = (0..LABELS * LABELS).map(|_| i16::from(byte(&mut reader, 0))).collect();
        let keys = reader.keys(&[]);
        let mut form = SlotForm::default();
        let slots: Vec<u64> = keys.iter().map(|_| form.slots(&mut reader, 0)).collect();
        let count = slots.iter().map(|slots| slots.count_ones()).sum();
        let mut form = RowForm::default();
        let rows = (0..count).map(|_| in_lanes(form.row(&mut reader, [0; LABELS])));
        let weights = Weights::new(&keys, &slots, rows);
        let transitions = Transitions::new(&transitions);
        let mut model = Self { weights, sums: Sums::default(), transitions, nobody: Rows::default() };
        model.nobody = model.of_word(NOBODY);
        model.sums = Sums::new(|feature, sum| model.add(&[feature], sum));
        model
    }

    /// Number of features.
    pub fn len(&self) -> usize {
        self.weights.len()
    }

    /// Whether nothing was learned.
    pub fn is_empty(&self) -> bool {
        self.weights.is_empty()
    }

    /// The rows of a word.
    #[inline]
    pub fn of_word(&self, word: Hash) -> Rows {
        self.weights.rows(key(group::of_word(word)))
    }

    /// The rows of no word beside a token.
    pub fn nobody(&self) -> Rows {
        self.nobody
    }

    /// Adds what features speak for each label.
    #[inline]
    pub fn add(&self, features: &[Feature], sum: &mut Sum) {
        let mut keys = [(0, 0); AT_ONCE];
        for some in features.chunks(AT_ONCE) {
            keys.iter_mut().zip(some).for_each(|(to, feature)| *to = (key(feature.hash), feature.slot));
            self.weights.add_keys(&keys[..some.len()], sum);
        }
    }

    /// Adds what rows speak for each label by what they have in one slot each.
    #[inline]
    pub fn add_rows(&self, rows: &[(Rows, usize)], sum: &mut Sum) {
        self.weights.add(rows, sum);
    }

    /// Adds what rows speak for each label at each offset by what they have from a slot on.
    #[inline]
    pub fn add_each(&self, rows: Rows, slot: usize, sums: &mut [Sum]) {
        self.weights.add_each(rows, slot, sums);
    }

    /// The rows of a hash.
    #[inline]
    pub fn rows(&self, hash: Hash) -> Rows {
        self.weights.rows(key(hash))
    }

    /// Adds what a wide kind of features speaks for each label at each offset.
    #[inline]
    pub fn add_wide(&self, kind: Kind, value: u32, sums: &mut Wide) {
        match self.sums.wide(kind, value) {
            Some(more) => lanes::add_all(sums, more),
            None => sums.iter_mut().enumerate().for_each(|(at, to)| self.add_one_by_one(kind, at, value, to)),
        }
    }

    /// Adds what other kinds of features speak for each label.
    #[inline]
    pub fn add_narrow(&self, kinds: &[(Kind, u32)], sum: &mut Sum) {
        let mut rows = [0; AT_ONCE];
        for some in kinds.chunks(AT_ONCE) {
            for (to, &(kind, value)) in rows.iter_mut().zip(some) {
                *to = self.sums.narrow(kind, value).unwrap_or_else(|| {
                    self.add_one_by_one(kind, REACH, value, sum);
                    0
                });
            }
            lanes::add_rows(sum, self.sums.narrows(), &rows[..some.len()]);
        }
    }

    #[cold]
    fn add_one_by_one(&self, kind: Kind, offset: usize, value: u32, sum: &mut Sum) {
        kind.features(offset, value, &mut |feature| self.add(&[feature], sum));
    }

    /// Which labels may follow which, with their scores.
    pub fn transitions(&self) -> &Transitions {
        &self.transitions
    }
}

/// How many features or kinds are added at once.
const AT_ONCE: usize = 12;

fn in_lanes(row: [i8; LABELS]) -> [i8; LANES] {
    let mut lanes = [0; LANES];
    LANE.into_iter().zip(row).for_each(|(lane, weight)| lanes[lane] = weight);
    lanes
}

fn byte(coder: &mut impl Coder, byte: i8) -> i8 {
    (coder.plain(8, u32::from(byte.cast_unsigned())) as u8).cast_signed()
}

/// A row of weights in the order of labels, with the key of its hash and its slot.
pub type Row = ((u32, usize), [i8; LABELS]);

/// Packs transitions (from × to) and rows, sorted by distinct key and slot.
pub fn pack(transitions: &[i8], rows: &[Row]) -> Vec<u8> {
    let mut writer = Writer::default();
    for &weight in transitions {
        byte(&mut writer, weight);
    }
    let keys: Vec<&[Row]> = rows.chunk_by(|(one, _), (next, _)| one.0 == next.0).collect();
    writer.keys(&keys.iter().map(|rows| rows[0].0.0).collect::<Vec<_>>());
    let mut form = SlotForm::default();
    for rows in keys {
        form.slots(&mut writer, rows.iter().fold(0, |slots, ((_, slot), _)| slots | 1 << slot));
    }
    let mut form = RowForm::default();
    for (_, row) in rows {
        form.row(&mut writer, *row);
    }
    writer.finish()
}

#[cfg(test)]
mod tests {
    use super::{LANES, Model, Sum, pack};
    use crate::entity::group::{self, Feature, REACH};
    use crate::entity::hash::{Hash, key};
    use crate::entity::label::LABELS;

    #[test]
    fn weights_come_back() {
        let word = Hash::default().number(5);
        let feature = |slot| Feature { hash: group::of_word(word), slot };
        let mut row = [0; LABELS];
        (row[0], row[11]) = (-7, 100);
        let at = key(group::of_word(word));
        let model = Model::unpack(&pack(&[1; LABELS * LABELS], &[((at, 2), row), ((at, 40), [1; LABELS])]));
        let mut sum = Sum::of(&[1; LANES]);
        model.add(&[feature(2), feature(3), group::of_place(1, 1)], &mut sum);
        let scores = sum.scores();
        assert_eq!((scores[0], scores[5], scores[14], model.len()), (-6, 1, 101, 2));
        model.add_rows(&[(model.of_word(word), 40), (model.nobody(), 40)], &mut sum);
        assert_eq!((sum.scores()[0], sum.scores()[5]), (-5, 2));
        let mut wide = [Sum::default(); 3];
        model.add_each(model.of_word(word), REACH - 1, &mut wide);
        assert_eq!(wide.map(|sum| sum.scores()[0]), [0, -7, 0]);
    }

    #[test]
    fn broken_bytes_do_no_harm() {
        assert!(Model::unpack(&[]).is_empty());
        let model = Model::unpack(&[200; 180]);
        model.add(&[group::of_place(1, 1)], &mut Sum::default());
    }
}
