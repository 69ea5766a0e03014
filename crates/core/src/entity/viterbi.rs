//! The best sequence of labels for a sentence.

use crate::entity::label::{LABELS, Label};
use crate::entity::model::{LANES, Scores};

/// The score of what cannot be; several of them added up do not overflow.
const NEVER: i32 = i32::MIN / 8;

/// A score for each label.
type Row = [i32; LANES];

/// Which labels may follow which, with their scores.
#[derive(Clone, Debug)]
pub struct Transitions {
    from: [Row; LABELS],
}

impl Default for Transitions {
    fn default() -> Self {
        Self::new(&[])
    }
}

/// What remains to be known of a sentence's tokens once the last one was reached; used again for the next sentence.
#[derive(Clone, Debug, Default)]
pub struct Trellis {
    back: Vec<[u8; LANES]>,
}

impl Transitions {
    /// The allowed transitions with their scores, told from × to; those not told score nothing.
    pub fn new(scores: &[i32]) -> Self {
        let mut made = Self { from: [[NEVER; LANES]; LABELS] };
        for from in Label::all() {
            for to in Label::all().filter(|to| from.allows(*to)) {
                let score = scores.get(from.index() * LABELS + to.index());
                made.from[from.index()][to.index()] = score.copied().unwrap_or(0);
            }
        }
        made
    }

    /// Adds the best labels for the scores of a sentence's tokens to `labels`.
    pub fn decode(&self, scores: &[Scores], trellis: &mut Trellis, labels: &mut Vec<Label>) {
        trellis.back.clear();
        let mut best = start();
        for (at, token) in scores.iter().enumerate() {
            if at > 0 {
                trellis.back.push(self.step(&mut best));
            }
            best.iter_mut().zip(token).for_each(|(best, &score)| *best += i32::from(score));
        }
        let closed = Label::all().filter(|label| !label.is_open()).map(Label::index);
        let mut label = closed.max_by_key(|&label| (best[label], std::cmp::Reverse(label))).unwrap_or(0);
        let first = labels.len();
        labels.resize(first + scores.len(), Label::OUTSIDE);
        let mut backs = trellis.back.iter().rev();
        for to in labels[first..].iter_mut().rev() {
            *to = Label(label as u8);
            label = backs.next().map_or(label, |back| usize::from(back[label]));
        }
    }

    /// Goes on to the next token: the best score of each label there, counted from that of `Label::OUTSIDE`
    /// (so that no text is too long), and the label before it.
    fn step(&self, best: &mut Row) -> [u8; LANES] {
        let mut next = [NEVER * 2; LANES];
        let mut back = [0i32; LANES];
        for (from, transitions) in self.from.iter().enumerate() {
            for to in 0..LANES {
                let score = best[from] + transitions[to];
                let better = score > next[to];
                next[to] = if better { score } else { next[to] };
                back[to] = if better { from as i32 } else { back[to] };
            }
        }
        let outside = next[Label::OUTSIDE.index()];
        *best = next.map(|score| (score - outside).max(NEVER));
        back.map(|from| from as u8)
    }
}

/// Where a sentence may begin.
fn start() -> Row {
    std::array::from_fn(|label| if label < LABELS && Label::OUTSIDE.allows(Label(label as u8)) { 0 } else { NEVER })
}

#[cfg(test)]
mod tests {
    use super::{Transitions, Trellis};
    use crate::entity::label::{LABELS, Label, Part};
    use crate::entity::mention::EntityKind::Person;
    use crate::entity::model::{LANES, Scores};
    use proptest::prelude::*;

    fn decode(scores: &[Scores]) -> Vec<Label> {
        let mut labels = Vec::new();
        Transitions::default().decode(scores, &mut Trellis::default(), &mut labels);
        labels
    }

    #[test]
    fn a_good_end_pulls_its_beginning() {
        let mut scores = [[0; LANES]; 2];
        scores[0][Label::new(Person, Part::Single).index()] = 2;
        scores[1][Label::new(Person, Part::End).index()] = 9;
        let labels = decode(&scores);
        assert_eq!(labels, [Label::new(Person, Part::Begin), Label::new(Person, Part::End)]);
    }

    proptest! {
        #[test]
        fn labels_always_form_names(scores in prop::collection::vec(prop::array::uniform16(-500i16..500), 0..20)) {
            let labels = decode(&scores);
            prop_assert_eq!(labels.len(), scores.len());
            prop_assert!(labels.iter().all(|l| l.index() < LABELS));
            prop_assert!(labels.windows(2).all(|pair| pair[0].allows(pair[1])));
            prop_assert!(labels.last().is_none_or(|l| !l.is_open()) && labels.first().is_none_or(|l| !l.continues()));
        }
    }
}
