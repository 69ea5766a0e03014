//! The likelihood of a linear-chain conditional random field and its gradient.

use std::thread;

use silang_core::entity::label::{LABELS, Label};

use crate::sequence::{Parameters, Sequence};

type Row = [f32; LABELS];

/// Index of the weight for label `from` followed by `to`, among the last parameters.
fn transition(features: usize, from: usize, to: usize) -> usize {
    features + from * LABELS + to
}

/// Number of all parameters.
pub fn parameters(parameters: &Parameters) -> usize {
    parameters.len() + LABELS * LABELS
}

/// Adds the scores of a token's features to `row`.
fn scores(parameters: &Parameters, weights: &[f32], features: &[u32]) -> Row {
    let mut row = [0.0; LABELS];
    for &feature in features {
        let first = parameters.first[feature as usize] as usize;
        let end = parameters.first[feature as usize + 1] as usize;
        for (label, weight) in parameters.labels[first..end].iter().zip(&weights[first..end]) {
            row[usize::from(*label)] += weight;
        }
    }
    row
}

/// Negative log-likelihood of `sequences`; its gradient is added to `gradient`. Two halves are reckoned side by
/// side, always the same two, so that the sum is the same on any machine.
pub fn loss(sequences: &[Sequence], parameters: &Parameters, weights: &[f32], gradient: &mut [f32]) -> f64 {
    let (first, second) = sequences.split_at(sequences.len() / 2);
    let mut other = vec![0.0; gradient.len()];
    let (mine, others) = thread::scope(|scope| {
        let others = scope.spawn(|| part(second, parameters, weights, &mut other));
        (part(first, parameters, weights, gradient), others.join())
    });
    gradient.iter_mut().zip(&other).for_each(|(sum, add)| *sum += add);
    mine + others.unwrap_or(f64::NAN)
}

fn part(sequences: &[Sequence], parameters: &Parameters, weights: &[f32], gradient: &mut [f32]) -> f64 {
    let features = parameters.len();
    let mut step = [[0.0f32; LABELS]; LABELS];
    for (from, to) in pairs() {
        step[from][to] = weights[transition(features, from, to)].exp();
    }
    let mut expected = [[0.0f64; LABELS]; LABELS];
    let mut lattice = Lattice::default();
    let mut loss = 0.0;
    for sequence in sequences {
        loss += lattice.run(sequence, parameters, weights, &step, gradient, &mut expected);
    }
    for (from, to) in pairs() {
        gradient[transition(features, from, to)] += expected[from][to] as f32;
    }
    loss
}

/// All allowed transitions.
fn pairs() -> impl Iterator<Item = (usize, usize)> {
    Label::all()
        .flat_map(|from| Label::all().filter(move |to| from.allows(*to)).map(move |to| (from.index(), to.index())))
}

/// Room for the forward and backward sums of a sentence.
#[derive(Default)]
struct Lattice {
    emission: Vec<Row>,
    forward: Vec<Row>,
    backward: Vec<Row>,
    scale: Vec<f32>,
}

impl Lattice {
    fn run(
        &mut self,
        sequence: &Sequence,
        parameters: &Parameters,
        weights: &[f32],
        step: &[Row; LABELS],
        gradient: &mut [f32],
        expected: &mut [[f64; LABELS]; LABELS],
    ) -> f64 {
        let count = sequence.labels.len();
        let of = |at: usize| &sequence.features[sequence.bounds[at] as usize..sequence.bounds[at + 1] as usize];
        self.emission.clear();
        let mut log = 0.0f64;
        let mut right = 0.0f64;
        for at in 0..count {
            let row = scores(parameters, weights, of(at));
            let top = row.iter().copied().fold(f32::MIN, f32::max);
            let label = sequence.labels[at].index();
            right += f64::from(row[label]);
            if at > 0 {
                let before = sequence.labels[at - 1].index();
                right += f64::from(weights[transition(parameters.len(), before, label)]);
                expected[before][label] -= f64::from(sequence.weight);
            }
            log += f64::from(top);
            self.emission.push(row.map(|score| (score - top).exp()));
        }
        log += self.forward(step);
        self.backward(step);
        for at in 0..count {
            if at > 0 {
                self.expect(at, step, expected, sequence.weight);
            }
            let mut row: Row = std::array::from_fn(|label| self.forward[at][label] * self.backward[at][label]);
            let sum: f32 = row.iter().sum();
            row.iter_mut().for_each(|share| *share *= sequence.weight / sum);
            row[sequence.labels[at].index()] -= sequence.weight;
            for &feature in of(at) {
                let first = parameters.first[feature as usize] as usize;
                let end = parameters.first[feature as usize + 1] as usize;
                for (label, slope) in parameters.labels[first..end].iter().zip(&mut gradient[first..end]) {
                    *slope += row[usize::from(*label)];
                }
            }
        }
        (log - right) * f64::from(sequence.weight)
    }

    /// Forward sums, each scaled to sum to one; the logarithm of the product of scales.
    fn forward(&mut self, step: &[Row; LABELS]) -> f64 {
        self.forward.clear();
        self.scale.clear();
        let mut log = 0.0f64;
        for (at, emission) in self.emission.iter().enumerate() {
            let mut row = [0.0; LABELS];
            if at == 0 {
                Label::all().filter(|l| !l.continues()).for_each(|l| row[l.index()] = emission[l.index()]);
            } else {
                let last = &self.forward[at - 1];
                for (from, &mass) in last.iter().enumerate() {
                    row.iter_mut().zip(&step[from]).for_each(|(to, weight)| *to += mass * weight);
                }
                row.iter_mut().zip(emission).for_each(|(to, weight)| *to *= weight);
            }
            if at + 1 == self.emission.len() {
                Label::all().filter(|l| l.is_open()).for_each(|l| row[l.index()] = 0.0);
            }
            let sum: f32 = row.iter().sum::<f32>().max(f32::MIN_POSITIVE);
            row.iter_mut().for_each(|share| *share /= sum);
            log += f64::from(sum).ln();
            self.forward.push(row);
            self.scale.push(sum);
        }
        log
    }

    fn backward(&mut self, step: &[Row; LABELS]) {
        let count = self.emission.len();
        self.backward.clear();
        self.backward.resize(count, [0.0; LABELS]);
        if count > 0 {
            Label::all().filter(|l| !l.is_open()).for_each(|l| self.backward[count - 1][l.index()] = 1.0);
        }
        for at in (1..count).rev() {
            let (emission, next, scale) = (&self.emission[at], self.backward[at], self.scale[at]);
            let ahead: Row = std::array::from_fn(|label| emission[label] * next[label] / scale);
            for (from, row) in step.iter().enumerate() {
                self.backward[at - 1][from] = row.iter().zip(&ahead).map(|(weight, mass)| weight * mass).sum();
            }
        }
    }

    fn expect(&self, at: usize, step: &[Row; LABELS], expected: &mut [[f64; LABELS]; LABELS], weight: f32) {
        let ahead: Row =
            std::array::from_fn(|label| self.emission[at][label] * self.backward[at][label] / self.scale[at]);
        for (from, row) in step.iter().enumerate() {
            let mass = self.forward[at - 1][from] * weight;
            for (to, share) in row.iter().enumerate() {
                expected[from][to] += f64::from(mass * share * ahead[to]);
            }
        }
    }
}
