//! What a figure or a time is told of: the words around it.

use std::collections::HashMap;

use crate::analysis::Analysis;
use crate::compare::pairing::{self, Pair};
use crate::compare::scene::{Bag, Overlap, Scene};
use crate::compare::term::SmallWords;
use crate::compare::{Place, Telling};
use crate::order::Order;
use crate::text::span::Span;

/// A stretch with a value, and the words around it.
#[derive(Clone, Debug)]
pub struct Frame {
    /// Index into the scene's readings.
    pub reading: usize,
    /// Where the value stands.
    pub place: Place,
    /// Index of its sentence.
    pub sentence: usize,
    /// The words of its sentence close by, and the names in the sentence before.
    pub near: Bag,
    /// The words right around it.
    pub tight: Bag,
    /// Whether the sentence says that it tells of another time the thing happened.
    pub other: bool,
}

/// Terms on each side that count as close by.
const NEAR: usize = 10;
/// Terms on each side that count as right around.
const TIGHT: usize = 4;
/// Tokens in front of a value in which a word may say that another happening is meant.
const OTHER: usize = 7;

impl Frame {
    /// The frame of `span` in a reading.
    pub fn of(scene: &Scene, words: &SmallWords, reading: usize, span: Span) -> Self {
        let analysis = scene.readings[reading].analysis;
        let document = &analysis.document;
        let own = document.tokens_in(span);
        let index = document.sentence_of(own.start);
        let sentence = document.sentences().get(index).map_or(own.clone(), |s| s.tokens.clone());
        let telling = |token: &usize| scene.readings[reading].terms.get(*token).copied().flatten().is_some();
        let around = |reach: usize| {
            let before = (sentence.start..own.start.max(sentence.start)).rev().filter(telling).take(reach);
            before.chain((own.end..sentence.end.max(own.end)).filter(telling).take(reach))
        };
        let tokens = document.tokens().get(own.start.saturating_sub(OTHER).max(sentence.start)..own.start);
        let other = tokens.unwrap_or_default().iter().any(|token| words.others.contains(document.folded(token)));
        let place = Place { article: scene.readings[reading].article, span };
        let near = scene.bag(reading, around(NEAR).chain(names_before(analysis, index)));
        let tight = scene.bag(reading, around(TIGHT));
        Self { reading, place, sentence: index, near, tight, other }
    }

    /// The same, with the value told by more words.
    #[must_use]
    pub fn told_at(mut self, span: Span) -> Self {
        self.place.span = span;
        self
    }

    /// What two frames share.
    pub fn overlap(&self, other: &Self) -> Overlap {
        self.near.overlap(&other.near)
    }

    /// How much the words around both values and those right around them share, from 0 to 2.
    pub fn closeness(&self, other: &Self) -> f32 {
        self.overlap(other).alike + self.tight.overlap(&other.tight).alike
    }

    /// Whether the words around both values, and those right around them, share enough to tell of the same.
    pub fn is_same(&self, other: &Self, near: f32, tight: f32) -> bool {
        let (wide, close) = (self.overlap(other), self.tight.overlap(&other.tight));
        let alike = wide.alike >= near || wide.contained >= 2.0 * near;
        wide.terms >= 2 && close.terms >= 1 && alike && close.contained >= tight
    }

    /// The value as told in this frame.
    pub fn telling(&self, value: String) -> Telling {
        Telling { place: self.place, value }
    }

    /// What two frames tell of, in the words of this one's sentence.
    pub fn what(&self, scene: &Scene, other: &Self) -> String {
        let reading = &scene.readings[self.reading];
        let document = &reading.analysis.document;
        let tokens = document.sentences().get(self.sentence).map_or(0..0, |s| s.tokens.clone());
        let shared = |token: &usize| {
            let term = reading.terms.get(*token).copied().flatten();
            term.is_some_and(|term| self.near.has(term) && other.near.has(term))
        };
        let words = tokens.filter(shared).filter_map(|i| document.tokens().get(i)).map(|t| document.slice(t.span));
        words.take(WORDS).collect::<Vec<_>>().join(" ")
    }
}

/// Pairs of values of two articles that may be of one thing, each the closest that the other article
/// has for it: a list of prices has many that are told in the same words.
pub fn counterparts<T>(values: &[T], frame: impl Fn(&T) -> &Frame, may_be: impl Fn(&T, &T) -> bool) -> Vec<(&T, &T)> {
    let mut pairs = Vec::new();
    let mut best: HashMap<(usize, usize), f32> = HashMap::new();
    let reading = |at: usize| frame(&values[at]).reading;
    let around: Vec<&Bag> = values.iter().map(|value| &frame(value).tight).collect();
    for Pair { left, right, .. } in pairing::pairs(&around) {
        let (one, other) = (&values[left], &values[right]);
        if reading(left) != reading(right) && may_be(one, other) {
            let closeness = frame(one).closeness(frame(other));
            for end in [(left, reading(right)), (right, reading(left))] {
                let top = best.entry(end).or_default();
                *top = top.max(closeness);
            }
            pairs.push((left, right, closeness));
        }
    }
    let is_best =
        |from: usize, to: usize, closeness: f32| best.get(&(from, reading(to))).is_some_and(|&top| closeness >= top);
    pairs.retain(|&(i, j, closeness)| is_best(i, j, closeness) && is_best(j, i, closeness));
    if pairs.len() > MOST {
        pairs.order_by(|a, b| b.2.total_cmp(&a.2));
        pairs.truncate(MOST);
        pairs.order_by_key(|&(i, j, _)| (i, j));
    }
    pairs.into_iter().map(|(i, j, _)| (&values[i], &values[j])).collect()
}

/// Pairs of values that are looked at further, at most: the closest.
const MOST: usize = 600;
/// Words that a difference is named by, at most.
const WORDS: usize = 5;

/// The folded words right before and right behind a stretch.
pub fn beside(analysis: &Analysis, span: Span) -> (&str, &str) {
    let document = &analysis.document;
    let own = document.tokens_in(span);
    let word = |token: usize| document.tokens().get(token).map_or("", |token| document.folded(token));
    (own.start.checked_sub(1).map_or("", word), word(own.end))
}

/// The tokens of the names in the sentence before: pronouns mostly stand for one of them.
fn names_before(analysis: &Analysis, sentence: usize) -> impl Iterator<Item = usize> {
    let document = &analysis.document;
    let before = sentence.checked_sub(1).and_then(|i| document.sentences().get(i)).map(|s| s.span);
    let named = before.map(|span| analysis.entities.within(span)).unwrap_or_default();
    named.iter().flat_map(|mention| document.tokens_in(mention.span))
}
