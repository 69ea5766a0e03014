//! Fitting the weights by which two statements are told to be one utterance (`silang_core::compare::retelling`): logistic
//! regression with a ridge on numbers of like spread, by Newton's method.

use std::collections::BTreeSet;

use silang_core::compare::event::EventIndex;
use silang_core::compare::profile::Profile;
use silang_core::compare::retelling::Evidence;
use silang_core::compare::scene::{Rarity, Reading, Scene};
use silang_core::compare::utterance;
use silang_core::facts::{At, DocAt};
use silang_core::{Analysis, Language, analyze};

use crate::eval::comparison::{Item, found_item, marked_pairs};
use crate::eval::gold::GoldSet;

/// How strongly weights are held near 0.
const RIDGE: f64 = 10.0;
/// Steps of Newton's method; it stands still after five or six.
const STEPS: usize = 12;
/// Weights: one for each number, and one that is always added.
const SIZE: usize = size_of::<Evidence>() / size_of::<f32>() + 1;

type Vector = [f64; SIZE];

/// Two statements of two articles of one event.
#[derive(Clone, Debug)]
pub struct Example {
    /// What speaks for and against them being one utterance.
    pub evidence: Evidence,
    /// Whether they are marked as one.
    pub same: bool,
}

/// All pairs of statements that the core finds in a set and looks at.
pub fn examples(language: &Language, set: &GoldSet) -> Vec<Example> {
    let analyses: Vec<Analysis> = set.articles.iter().map(|gold| analyze(language, &gold.article)).collect();
    let grammar = &language.compare;
    let terms: Vec<_> = analyses.iter().map(|analysis| grammar.lexicon.terms(&analysis.document)).collect();
    let rarity = Rarity::of(terms.iter().map(Vec::as_slice));
    let marked = marked_pairs(set);
    let profiles = analyses.iter().map(|analysis| Profile::of(&grammar.lexicon, analysis)).collect();
    let reading = |&article: &usize| Reading { article, analysis: &analyses[article], terms: &terms[article] };
    let of_event = |event: &Vec<usize>| {
        let scene = Scene::new(grammar, event.iter().map(reading).collect(), &rarity);
        let pairs = utterance::weighed(&scene).into_iter();
        let across =
            pairs.filter(|(link, _)| scene.statements[link.left].reading != scene.statements[link.right].reading);
        let example = |(link, evidence): (utterance::Link, Evidence)| {
            let place = |statement: usize| doc_at(set, scene.statements[statement].place);
            Example { evidence, same: is_marked(set, &marked, &place(link.left), &place(link.right)) }
        };
        across.map(example).collect::<Vec<_>>()
    };
    EventIndex::group(profiles).events().iter().flat_map(of_event).collect()
}

fn doc_at(set: &GoldSet, place: silang_core::compare::Place) -> DocAt {
    let at = At { start: place.span.start(), end: place.span.end() };
    DocAt { doc: set.articles[place.article].article.name.clone(), at }
}

fn is_marked(set: &GoldSet, marked: &BTreeSet<(Item, Item)>, one: &DocAt, other: &DocAt) -> bool {
    let items = found_item(set, one).zip(found_item(set, other));
    items.is_some_and(|(a, b)| marked.contains(&(a.min(b), a.max(b))))
}

/// Weights for the numbers of an [`Evidence`], and what is added to them.
#[derive(Clone, Debug)]
pub struct Weights {
    /// One for each number.
    pub weights: Vec<f64>,
    /// What is added.
    pub intercept: f64,
}

impl Weights {
    /// Fits weights to examples.
    pub fn fit(examples: &[&Example]) -> Self {
        let (mean, spread) = moments(examples);
        let row = |example: &Example| {
            let mut row = [1.0; SIZE];
            for (at, number) in example.evidence.iter().enumerate() {
                row[at] = (f64::from(*number) - mean[at]) / spread[at];
            }
            row
        };
        let rows: Vec<(Vector, f64)> =
            examples.iter().map(|example| (row(example), f64::from(u8::from(example.same)))).collect();
        let mut at = [0.0; SIZE];
        for _ in 0..STEPS {
            newton_step(&rows, &mut at);
        }
        let weights: Vec<f64> = (0..SIZE - 1).map(|i| at[i] / spread[i]).collect();
        let intercept = at[SIZE - 1] - weights.iter().zip(mean).map(|(weight, mean)| weight * mean).sum::<f64>();
        Self { weights, intercept }
    }

    /// How likely an example is one utterance, from 0 to 1.
    pub fn likelihood(&self, evidence: &Evidence) -> f64 {
        let score: f64 = self.weights.iter().zip(evidence).map(|(weight, number)| weight * f64::from(*number)).sum();
        1.0 / (1.0 + (-score - self.intercept).exp())
    }
}

/// The mean of each number and how far it spreads (1 where it does not).
fn moments(examples: &[&Example]) -> (Vector, Vector) {
    let count = examples.len().max(1) as f64;
    let (mut mean, mut spread) = ([0.0; SIZE], [1.0; SIZE]);
    for at in 0..SIZE - 1 {
        let numbers = || examples.iter().map(|example| f64::from(example.evidence[at]));
        mean[at] = numbers().sum::<f64>() / count;
        let variance = numbers().map(|number| (number - mean[at]).powi(2)).sum::<f64>() / count;
        spread[at] = if variance > 0.0 { variance.sqrt() } else { 1.0 };
    }
    (mean, spread)
}

/// One step of Newton's method towards the likeliest weights; the last one, always added, is not held.
fn newton_step(rows: &[(Vector, f64)], at: &mut Vector) {
    let held = |i: usize| if i + 1 < SIZE { RIDGE } else { 1e-9 };
    let mut slope: Vector = std::array::from_fn(|i| -held(i) * at[i]);
    let mut bend: [Vector; SIZE] = std::array::from_fn(|i| std::array::from_fn(|j| if i == j { held(i) } else { 0.0 }));
    for (row, same) in rows {
        let score: f64 = row.iter().zip(at.iter()).map(|(number, weight)| number * weight).sum();
        let likely = 1.0 / (1.0 + (-score).exp());
        for i in 0..SIZE {
            slope[i] += (same - likely) * row[i];
            for j in 0..SIZE {
                bend[i][j] += likely * (1.0 - likely) * row[i] * row[j];
            }
        }
    }
    let step = solved(bend, slope);
    at.iter_mut().zip(step).for_each(|(weight, step)| *weight += step);
}

/// The solution of `matrix` · x = `right` by elimination; the matrix is symmetric and positive definite, so no row is swapped.
fn solved(mut matrix: [Vector; SIZE], mut right: Vector) -> Vector {
    for pivot in 0..SIZE {
        let (head, value) = (matrix[pivot], right[pivot]);
        for below in pivot + 1..SIZE {
            let times = matrix[below][pivot] / head[pivot];
            (0..SIZE).for_each(|column| matrix[below][column] -= times * head[column]);
            right[below] -= times * value;
        }
    }
    let mut found = [0.0; SIZE];
    for row in (0..SIZE).rev() {
        let known: f64 = (row + 1..SIZE).map(|column| matrix[row][column] * found[column]).sum();
        found[row] = (right[row] - known) / matrix[row][row];
    }
    found
}

#[cfg(test)]
mod tests {
    use super::{Example, SIZE, Weights};

    #[test]
    fn what_goes_with_being_one_utterance_gets_a_weight_and_what_does_not_gets_none() {
        let example = |n: usize| {
            let mut evidence = [0.0; SIZE - 1];
            evidence[0] = (n % 10) as f32 / 10.0;
            evidence[1] = (n % 3) as f32;
            Example { evidence, same: n % 10 >= 6 }
        };
        let examples: Vec<Example> = (0..300).map(example).collect();
        let fitted = Weights::fit(&examples.iter().collect::<Vec<_>>());
        assert!(fitted.weights[0] > 5.0, "{fitted:?}");
        assert!(fitted.weights[1..].iter().all(|weight| weight.abs() < 0.1), "{fitted:?}");
        let likely = |n: usize| fitted.likelihood(&example(n).evidence);
        assert!(likely(9) > 0.9 && likely(0) < 0.1, "{fitted:?}");
    }
}
