//! The best sequence of labels for a sentence.

use crate::entity::label::{LABELS, Label};
use crate::entity::model::{Model, Scores};

const NEVER: i32 = i32::MIN / 2;

/// Which labels may follow which, with their scores.
#[derive(Clone, Debug)]
pub struct Transitions {
    into: Vec<Vec<(usize, i32)>>,
}

impl Transitions {
    /// The allowed transitions of a model.
    pub fn new(model: &Model) -> Self {
        let from = |to: Label| {
            let allowed = Label::all().filter(move |from| from.allows(to));
            allowed.map(move |from| (from.index(), i32::from(model.transition(from, to)))).collect()
        };
        Self { into: Label::all().map(from).collect() }
    }

    /// The best labels for the scores of a sentence's tokens.
    pub fn decode(&self, scores: &[Scores]) -> Vec<Label> {
        let mut back: Vec<[u8; LABELS]> = Vec::with_capacity(scores.len());
        let mut best = [NEVER; LABELS];
        for (at, token) in scores.iter().enumerate() {
            let (next, from) = if at == 0 { (start(token), [0; LABELS]) } else { self.step(&best, token) };
            best = next;
            back.push(from);
        }
        let closed = Label::all().filter(|label| !label.is_open()).map(Label::index);
        let mut label = closed.max_by_key(|&label| (best[label], std::cmp::Reverse(label))).unwrap_or(0);
        let mut labels = vec![Label::OUTSIDE; scores.len()];
        for (to, from) in labels.iter_mut().zip(&back).rev() {
            *to = Label(label as u8);
            label = usize::from(from[label]);
        }
        labels
    }

    fn step(&self, best: &[i32; LABELS], token: &Scores) -> ([i32; LABELS], [u8; LABELS]) {
        let mut next = [NEVER; LABELS];
        let mut back = [0; LABELS];
        for (to, from) in self.into.iter().enumerate() {
            for &(from, transition) in from {
                let score = best[from] + transition;
                if score > next[to] {
                    next[to] = score;
                    back[to] = from as u8;
                }
            }
            next[to] += i32::from(token[to]);
        }
        (next, back)
    }
}

fn start(token: &Scores) -> [i32; LABELS] {
    let mut best = [NEVER; LABELS];
    for label in Label::all().filter(|label| Label::OUTSIDE.allows(*label)) {
        best[label.index()] = i32::from(token[label.index()]);
    }
    best
}

#[cfg(test)]
mod tests {
    use super::Transitions;
    use crate::entity::label::{LABELS, Label, Part};
    use crate::entity::mention::EntityKind::Person;
    use crate::entity::model::{LANES, Model};
    use proptest::prelude::*;

    #[test]
    fn a_good_end_pulls_its_beginning() {
        let mut scores = [[0; LANES]; 2];
        scores[0][Label::new(Person, Part::Single).index()] = 2;
        scores[1][Label::new(Person, Part::End).index()] = 9;
        let labels = Transitions::new(&Model::default()).decode(&scores);
        assert_eq!(labels, [Label::new(Person, Part::Begin), Label::new(Person, Part::End)]);
    }

    proptest! {
        #[test]
        fn labels_always_form_names(scores in prop::collection::vec(prop::array::uniform16(-500i16..500), 0..20)) {
            let labels = Transitions::new(&Model::default()).decode(&scores);
            prop_assert_eq!(labels.len(), scores.len());
            prop_assert!(labels.iter().all(|l| l.index() < LABELS));
            prop_assert!(labels.windows(2).all(|pair| pair[0].allows(pair[1])));
            prop_assert!(labels.last().is_none_or(|l| !l.is_open()) && labels.first().is_none_or(|l| !l.continues()));
        }
    }
}
