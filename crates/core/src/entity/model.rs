//! The learned weights: for each feature how much it speaks for each label.

use silang_fast::lanes::{self, LANES, Scores, Weights};
use silang_fast::packed::{Coder, Reader, Writer};

use crate::entity::group::{Kind, REACH};
use crate::entity::hash::{Hash, key};
use crate::entity::label::{LABELS, Label};
use crate::entity::row::RowForm;
use crate::entity::sums::{Sums, Wide};
use crate::entity::viterbi::Transitions;

/// A linear-chain conditional random field with one-byte weights.
#[derive(Clone, Debug, Default)]
pub struct Model {
    weights: Weights,
    sums: Sums,
    transitions: Transitions,
}

impl Model {
    /// Reads what [`pack`] wrote.
    pub fn unpack(bytes: &[u8]) -> Self {
        let mut reader = Reader::new(bytes);
        let transitions: Vec<i16> = (0..LABELS * LABELS).map(|_| i16::from(byte(&mut reader, 0))).collect();
        let keys = reader.keys(&[]);
        let mut form = RowForm::default();
        let weights = keys.iter().map(|_| in_lanes(form.row(&mut reader, [0; LABELS]))).collect();
        let transitions = Transitions::new(&transitions);
        let mut model = Self { weights: Weights::new(&keys, weights), sums: Sums::default(), transitions };
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

    /// Adds what features speak for each label.
    #[inline]
    pub fn add(&self, features: &[Hash], scores: &mut Scores) {
        let mut keys = [0; AT_ONCE];
        for some in features.chunks(AT_ONCE) {
            keys.iter_mut().zip(some).for_each(|(to, feature)| *to = key(*feature));
            self.weights.add(&keys[..some.len()], scores);
        }
    }

    /// Adds what a wide kind of features speaks for each label at each offset.
    #[inline]
    pub fn add_wide(&self, kind: Kind, value: u32, scores: &mut Wide) {
        match self.sums.wide(kind, value) {
            Some(sum) => lanes::add_all(scores, sum),
            None => scores.iter_mut().enumerate().for_each(|(at, to)| self.add_one_by_one(kind, at, value, to)),
        }
    }

    /// Adds what other kinds of features speak for each label.
    #[inline]
    pub fn add_narrow(&self, kinds: &[(Kind, u32)], scores: &mut Scores) {
        let mut rows = [0; AT_ONCE];
        for some in kinds.chunks(AT_ONCE) {
            for (to, &(kind, value)) in rows.iter_mut().zip(some) {
                *to = self.sums.narrow(kind, value).unwrap_or_else(|| {
                    self.add_one_by_one(kind, REACH, value, scores);
                    0
                });
            }
            lanes::add_rows(scores, self.sums.narrows(), &rows[..some.len()]);
        }
    }

    #[cold]
    fn add_one_by_one(&self, kind: Kind, offset: usize, value: u32, scores: &mut Scores) {
        kind.features(offset, value, &mut |feature| self.add(&[feature], scores));
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
    Label::all().for_each(|label| lanes[label.lane()] = row[label.index()]);
    lanes
}

fn byte(coder: &mut impl Coder, byte: i8) -> i8 {
    (coder.plain(8, u32::from(byte.cast_unsigned())) as u8).cast_signed()
}

/// Packs transitions (from × to) and the rows of features (in the order of labels), sorted by distinct key.
pub fn pack(transitions: &[i8], rows: &[(u32, [i8; LABELS])]) -> Vec<u8> {
    let mut writer = Writer::default();
    for &weight in transitions {
        byte(&mut writer, weight);
    }
    writer.keys(&rows.iter().map(|(key, _)| *key).collect::<Vec<_>>());
    let mut form = RowForm::default();
    for (_, row) in rows {
        form.row(&mut writer, *row);
    }
    writer.finish()
}

#[cfg(test)]
mod tests {
    use super::{LANES, Model, pack};
    use crate::entity::hash::{Hash, key};
    use crate::entity::label::LABELS;

    #[test]
    fn weights_come_back() {
        let feature = Hash::default().number(5);
        let mut row = [0; LABELS];
        (row[0], row[11]) = (-7, 100);
        let model = Model::unpack(&pack(&[1; LABELS * LABELS], &[(key(feature), row)]));
        let mut scores = [1; LANES];
        model.add(&[feature, Hash::default()], &mut scores);
        assert_eq!((scores[0], scores[5], scores[14], model.len()), (-6, 1, 101, 1));
    }

    #[test]
    fn broken_bytes_do_no_harm() {
        assert!(Model::unpack(&[]).is_empty());
        let model = Model::unpack(&[200; 180]);
        model.add(&[Hash::default()], &mut [0; LANES]);
    }
}
