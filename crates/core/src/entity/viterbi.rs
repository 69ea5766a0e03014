//! The best sequence of labels for a sentence.

use silang_fast::lanes::{LANES, Scores};

use crate::entity::label::{LABELS, Label};

/// The score of what cannot be.
const NEVER: i16 = -30_000;

/// The scores of a token that belongs to no name, whatever stands beside it.
pub const OUTSIDE: Scores = {
    let mut scores = [0; LANES];
    scores[0] = 8_000;
    scores
};

/// Half of a row: the labels that may follow the end of a name, or those that may not.
const HALF: usize = LANES / 2;

type Half = [i16; HALF];

/// For each lane of a half the lane before it.
type Back = [u16; HALF];

/// Lanes of the first half that labels have.
const FOLLOWING: usize = HALF - 1;

/// The lanes after which a name is closed, in the order of their labels.
const CLOSED: [usize; 7] = [0, 12, 4, 13, 5, 14, 6];

/// Which labels may follow which, with their scores, in lanes of the label that follows.
#[derive(Clone, Debug)]
pub struct Transitions {
    rows: [Scores; LANES],
    /// From each closed lane to the first half.
    closed: [Half; CLOSED.len()],
    /// The highest of each of those.
    highest: [i16; CLOSED.len()],
    /// The lowest from the outside.
    lowest: i16,
    /// From the beginning of a name to its inside and end, in the second half.
    begun: Half,
    /// From the inside of a name.
    inside: Half,
}

impl Default for Transitions {
    fn default() -> Self {
        Self::new(&[])
    }
}

/// The best way to each label of each token; used again from sentence to sentence.
#[derive(Clone, Debug, Default)]
pub struct Trellis {
    back: Vec<[u8; LANES]>,
}

impl Transitions {
    /// The allowed transitions with their scores, told from × to; those not told score nothing.
    pub fn new(scores: &[i16]) -> Self {
        let mut rows = [[NEVER; LANES]; LANES];
        for from in Label::all() {
            for to in Label::all().filter(|to| from.allows(*to)) {
                let score = scores.get(from.index() * LABELS + to.index());
                rows[from.lane()][to.lane()] = score.copied().unwrap_or(0);
            }
        }
        let first: fn(&Scores) -> Half = |row| std::array::from_fn(|lane| row[lane]);
        let open = |first: usize| std::array::from_fn(|lane| rows[first + lane % 4][HALF + lane]);
        let own = |from: usize| rows[from][..FOLLOWING].iter().copied();
        Self {
            rows,
            closed: CLOSED.map(|from| first(&rows[from])),
            highest: CLOSED.map(|from| own(from).max().unwrap_or(NEVER)),
            lowest: own(0).min().unwrap_or(NEVER),
            begun: open(1),
            inside: open(HALF),
        }
    }

    /// The score of one label after another.
    pub fn step_score(&self, from: Label, to: Label) -> i16 {
        self.rows[from.lane()][to.lane()]
    }

    /// Adds the best labels for the scores of a sentence's tokens to `labels`.
    pub fn decode(&self, scores: &[Scores], trellis: &mut Trellis, labels: &mut Vec<Label>) {
        trellis.back.clear();
        let mut best = std::array::from_fn(|lane| if lane < FOLLOWING { 0 } else { NEVER });
        let mut before = None;
        for token in scores {
            // Between two tokens that are of no name there is one way, and it leaves the best scores as they are.
            if before == Some(&OUTSIDE) && *token == OUTSIDE {
                trellis.back.push([0; LANES]);
                continue;
            }
            if before.replace(token).is_some() {
                trellis.back.push(self.step(&mut best));
            }
            best.iter_mut().zip(token).for_each(|(best, score)| *best = best.saturating_add(*score));
        }
        let mut lane = CLOSED.into_iter().rev().max_by_key(|&lane| best[lane]).unwrap_or(0);
        let first = labels.len();
        labels.resize(first + scores.len(), Label::OUTSIDE);
        let mut backs = trellis.back.iter().rev();
        for to in labels[first..].iter_mut().rev() {
            *to = LABEL[lane];
            lane = backs.next().map_or(lane, |back| usize::from(back[lane]));
        }
    }

    /// Goes on to the next token: the best score of each label there, counted from that of
    /// `Label::OUTSIDE` (so that no sentence is too long), and the lane before it.
    fn step(&self, best: &mut Scores) -> [u8; LANES] {
        let (outer, outer_back) = self.after_closed(best);
        let (inner, inner_back) = self.after_open(best);
        *best = std::array::from_fn(|lane| {
            if lane < HALF { outer[lane].saturating_sub(outer[0]) } else { inner[lane - HALF].saturating_sub(outer[0]) }
        });
        std::array::from_fn(|lane| if lane < HALF { outer_back[lane] } else { inner_back[lane - HALF] } as u8)
    }

    fn after_closed(&self, best: &Scores) -> (Half, Back) {
        let (mut next, mut back) = ([i16::MIN; HALF], [0; HALF]);
        let floor = best[0].saturating_add(self.lowest);
        for ((&from, transitions), highest) in CLOSED.iter().zip(&self.closed).zip(self.highest) {
            // Most words are so far from the end of a name that after the outside nothing else can be better.
            if from > 0 && best[from].saturating_add(highest) <= floor {
                continue;
            }
            for to in 0..HALF {
                let score = best[from].saturating_add(transitions[to]);
                let better = score > next[to];
                next[to] = next[to].max(score);
                back[to] = if better { from as u16 } else { back[to] };
            }
        }
        (next, back)
    }

    fn after_open(&self, best: &Scores) -> (Half, Back) {
        let (mut next, mut back) = ([0; HALF], [0; HALF]);
        for to in 0..HALF {
            let (begin, inside) = (1 + to % 4, HALF + to % 4);
            let short = best[begin].saturating_add(self.begun[to]);
            let long = best[inside].saturating_add(self.inside[to]);
            next[to] = short.max(long);
            back[to] = if long > short { inside as u16 } else { begin as u16 };
        }
        (next, back)
    }
}

/// The label of each lane.
const LABEL: [Label; LANES] = {
    let labels = [0, 1, 5, 9, 4, 8, 12, 0, 2, 6, 10, 0, 3, 7, 11, 0];
    let mut made = [Label::OUTSIDE; LANES];
    let mut lane = 0;
    while lane < LANES {
        made[lane] = Label(labels[lane]);
        lane += 1;
    }
    made
};

#[cfg(test)]
mod tests {
    use super::{CLOSED, LABEL, OUTSIDE, Transitions, Trellis};
    use crate::entity::label::{LABELS, Label, Part};
    use crate::entity::mention::EntityKind::Person;
    use proptest::prelude::*;
    use silang_fast::lanes::{LANES, Scores};

    fn decode(scores: &[Scores]) -> Vec<Label> {
        let mut labels = Vec::new();
        Transitions::default().decode(scores, &mut Trellis::default(), &mut labels);
        labels
    }

    #[test]
    fn lanes_and_labels_belong_together() {
        assert!(Label::all().all(|label| LABEL[label.lane()] == label));
        let closed: Vec<usize> = Label::all().filter(|label| !label.is_open()).map(Label::lane).collect();
        assert_eq!(closed, CLOSED);
    }

    #[test]
    fn a_good_end_pulls_its_beginning() {
        let mut scores = [[0; LANES]; 2];
        scores[0][Label::new(Person, Part::Single).lane()] = 2;
        scores[1][Label::new(Person, Part::End).lane()] = 9;
        let labels = decode(&scores);
        assert_eq!(labels, [Label::new(Person, Part::Begin), Label::new(Person, Part::End)]);
    }

    proptest! {
        #[test]
        fn tokens_of_no_name_may_be_passed_over(
            scores in prop::collection::vec(prop::array::uniform16(-500i16..500), 1..30),
            none in prop::collection::vec(any::<bool>(), 30),
        ) {
            let of = |outside: Scores| -> Vec<Scores> {
                scores.iter().zip(&none).map(|(scores, none)| if *none { outside } else { *scores }).collect()
            };
            let mut near = OUTSIDE;
            near[0] -= 1;
            prop_assert_eq!(decode(&of(OUTSIDE)), decode(&of(near)));
        }

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
