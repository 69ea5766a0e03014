//! What a figure or a time is told of: the words around it.

use crate::compare::scene::{Bag, Overlap, Scene};
use crate::compare::term::SmallWords;
use crate::compare::{Place, Telling};
use crate::text::span::Span;

/// A stretch with a value, and the words around it.
#[derive(Clone, Debug)]
pub struct Frame {
    /// Index into the scene's readings.
    pub reading: usize,
    /// Where the value stands.
    pub place: Place,
    /// The words of its sentence close by.
    pub near: Bag,
    /// The words right around it.
    pub tight: Bag,
    /// Whether the sentence says that it tells of another time the thing happened.
    pub other: bool,
}

/// Tokens on each side that count as close by.
const NEAR: usize = 14;
/// Tokens on each side that count as right around.
const TIGHT: usize = 5;

impl Frame {
    /// The frame of `span` in a reading.
    pub fn of(scene: &Scene, words: &SmallWords, reading: usize, span: Span) -> Self {
        let analysis = scene.readings[reading].analysis;
        let document = &analysis.document;
        let own = document.tokens_in(span);
        let sentence =
            document.sentences().get(document.sentence_of(own.start)).map_or(own.clone(), |s| s.tokens.clone());
        let around = |reach: usize| {
            let before = own.start.saturating_sub(reach).max(sentence.start)..own.start;
            let after = own.end..(own.end + reach).min(sentence.end).max(own.end);
            scene.bag(reading, before.chain(after))
        };
        let tokens = document.tokens().get(sentence.clone()).unwrap_or_default();
        let other = tokens.iter().any(|token| words.others.contains(document.folded(token)));
        let place = Place { article: scene.readings[reading].article, span };
        Self { reading, place, near: around(NEAR), tight: around(TIGHT), other }
    }

    /// What two frames share.
    pub fn overlap(&self, other: &Self) -> Overlap {
        self.near.overlap(&other.near)
    }

    /// Whether the words right around both values share enough to tell of the same.
    pub fn is_same(&self, other: &Self, near: f32, tight: f32) -> bool {
        let (wide, close) = (self.overlap(other), self.tight.overlap(&other.tight));
        wide.terms >= 2
            && close.terms >= 1
            && (wide.alike >= near || wide.contained >= 2.0 * near)
            && close.contained >= tight
    }

    /// The value as told in this frame.
    pub fn telling(&self, value: String) -> Telling {
        Telling { place: self.place, value }
    }
}
