//! Sentences of two articles that tell the same.

use serde::{Deserialize, Serialize};

use crate::analysis::Analysis;
use crate::compare::Place;
use crate::compare::pairing::{self, Pair};
use crate::compare::scene::{Passage, Reading, Scene};
use crate::text::span::within;

/// What two sentences share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Evidence {
    /// A name.
    Name,
    /// A figure.
    Figure,
    /// A time.
    Time,
    /// Other words.
    Words,
}

/// Two sentences of two articles that tell the same.
#[derive(Clone, Debug, PartialEq)]
pub struct Alignment {
    /// Sentence of the one article.
    pub left: Place,
    /// Sentence of the other.
    pub right: Place,
    /// How much of their content they share, from 0 to 1.
    pub score: f64,
    /// Whether one was copied from the other, or both from a third (a release, an agency).
    pub copied: bool,
    /// What they share.
    pub shared: Vec<Evidence>,
}

/// How much two sentences must share to be said to tell the same.
const ALIKE: f32 = 0.36;
/// Or how much of the shorter one must be in the longer one.
const CONTAINED: f32 = 0.5;
/// Terms they must share at least.
const TERMS: usize = 3;
/// Part of the shorter one's word pairs that make a copy.
const COPY: f64 = 0.75;
/// Word pairs below which nothing is called a copy.
const COPY_LEAST: usize = 6;

/// Pairs of sentences that tell the same; each is the best the other article has for one of them.
pub fn pairs(scene: &Scene) -> Vec<Pair> {
    let reading = |i: usize| scene.sentences[i].reading;
    let mut found: Vec<Pair> = pairing::pairs(&pairing::bags(&scene.sentences))
        .into_iter()
        .filter(|p| reading(p.left) != reading(p.right) && p.overlap.terms >= TERMS)
        .filter(|p| p.overlap.alike >= ALIKE || (p.overlap.contained >= CONTAINED && p.overlap.terms > TERMS))
        .collect();
    let mut best = std::collections::HashMap::new();
    for pair in &found {
        for key in [(pair.left, reading(pair.right)), (pair.right, reading(pair.left))] {
            let top: &mut f32 = best.entry(key).or_default();
            *top = top.max(pair.overlap.alike);
        }
    }
    let is_best = |i: usize, other: usize, alike: f32| best.get(&(i, reading(other))).is_some_and(|&top| alike >= top);
    found.retain(|p| is_best(p.left, p.right, p.overlap.alike) || is_best(p.right, p.left, p.overlap.alike));
    found
}

/// The pairs with what they share.
pub fn alignments(scene: &Scene, pairs: &[Pair]) -> Vec<Alignment> {
    let aligned = |pair: &Pair| {
        let (left, right) = (&scene.sentences[pair.left], &scene.sentences[pair.right]);
        Alignment {
            left: left.place,
            right: right.place,
            score: f64::from(pair.overlap.alike).min(1.0),
            copied: is_copy(scene, left, right),
            shared: evidence(scene, left, right),
        }
    };
    pairs.iter().map(aligned).chain(copied(scene)).collect()
}

/// Each further copy with the first telling of its words.
fn copied<'s>(scene: &'s Scene) -> impl Iterator<Item = Alignment> + 's {
    let aligned = |(left, reading, index): (Place, usize, usize)| {
        let Reading { article, analysis, .. } = scene.readings[reading];
        let span = analysis.document.sentences().get(index)?.span;
        (left.article != article).then(|| Alignment {
            left,
            right: Place { article, span },
            score: 1.0,
            copied: true,
            shared: vec![Evidence::Words],
        })
    };
    scene.copies.sentences().into_iter().filter_map(aligned)
}

fn word_pairs(scene: &Scene, passage: &Passage) -> Vec<(String, String)> {
    let document = &scene.analysis(passage).document;
    let tokens = document.tokens().get(passage.tokens.clone()).unwrap_or_default();
    let words: Vec<&str> =
        tokens.iter().map(|t| document.folded(t)).filter(|w| w.chars().all(char::is_alphanumeric)).collect();
    words.windows(2).map(|pair| (pair[0].to_owned(), pair[1].to_owned())).collect()
}

/// Whether most of the shorter sentence's word pairs stand in the longer one.
pub fn is_copy(scene: &Scene, left: &Passage, right: &Passage) -> bool {
    let (mut few, mut many) = (word_pairs(scene, left), word_pairs(scene, right));
    if few.len() > many.len() {
        std::mem::swap(&mut few, &mut many);
    }
    let many: std::collections::HashSet<_> = many.into_iter().collect();
    let kept = few.iter().filter(|pair| many.contains(*pair)).count();
    few.len() >= COPY_LEAST && kept as f64 >= COPY * few.len() as f64
}

fn evidence(scene: &Scene, left: &Passage, right: &Passage) -> Vec<Evidence> {
    let (a, b) = (scene.analysis(left), scene.analysis(right));
    let mut shared = Vec::new();
    if meet(&names(a, left), &names(b, right)) {
        shared.push(Evidence::Name);
    }
    if meet(&figures(a, left), &figures(b, right)) {
        shared.push(Evidence::Figure);
    }
    if meet(&times(a, left), &times(b, right)) {
        shared.push(Evidence::Time);
    }
    shared.push(Evidence::Words);
    shared
}

fn meet<T: PartialEq>(a: &[T], b: &[T]) -> bool {
    a.iter().any(|x| b.contains(x))
}

fn names(analysis: &Analysis, passage: &Passage) -> Vec<String> {
    let entities = &analysis.entities;
    let inside = entities.within(passage.place.span).iter();
    inside.filter_map(|m| entities.entities.get(m.entity.index())).map(|entity| entity.name.clone()).collect()
}

fn figures(analysis: &Analysis, passage: &Passage) -> Vec<(u64, String)> {
    let inside = within(&analysis.figures, passage.place.span, |figure| figure.span).iter();
    inside.map(|f| (f.value.to_bits(), f.unit.clone())).collect()
}

fn times(analysis: &Analysis, passage: &Passage) -> Vec<String> {
    let inside = within(&analysis.times.expressions, passage.place.span, |time| time.span).iter();
    inside.filter(|t| !t.value.is_empty()).map(|t| t.value.clone()).collect()
}
