//! What only one article tells.

use std::collections::{HashMap, HashSet};

use crate::compare::Place;
use crate::compare::pairing::Pair;
use crate::compare::sayings::is_said;
use crate::compare::scene::{Bag, Passage, Scene};
use crate::compare::term::Term;
use crate::compare::utterance::{Link, is_same};
use crate::order::Order;
use crate::text::span::{Span, within};

/// Terms a sentence must have to be told of.
const TERMS: usize = 4;
/// Share of a sentence's weight that no other article may have, at least.
const NEW: f32 = 0.4;

/// Sentences of one article that are shown at most.
const SHOWN: usize = 8;

/// Sentences whose facts no other article of the event has, most newsworthy first.
pub fn only(scene: &Scene, links: &[Link], pairs: &[Pair]) -> Vec<Place> {
    if scene.readings.len() < 2 {
        return Vec::new();
    }
    let bodies: Vec<Bag> =
        scene.readings.iter().enumerate().map(|(r, reading)| scene.bag(r, 0..reading.terms.len())).collect();
    let told = told_elsewhere(scene, links, pairs);
    let mut found: Vec<(f32, &Passage)> = Vec::new();
    for (index, passage) in scene.sentences.iter().enumerate() {
        let new = new_weight(passage, &bodies);
        let enough = passage.bag.terms.len() >= TERMS && new >= NEW * passage.bag.weight;
        if enough && is_sentence(scene, passage) && !told.contains(&index) {
            found.push((new * news_value(scene, passage, &bodies), passage));
        }
    }
    found.order_by(|a, b| b.0.total_cmp(&a.0).then(a.1.place.cmp(&b.1.place)));
    let mut shown = vec![0; scene.readings.len()];
    found.retain(|(_, passage)| {
        shown[passage.reading] += 1;
        shown[passage.reading] <= SHOWN
    });
    found.into_iter().map(|(_, passage)| passage.place).collect()
}

/// Sentences that are aligned with one of another article, or hold an utterance that is told there.
fn told_elsewhere(scene: &Scene, links: &[Link], pairs: &[Pair]) -> HashSet<usize> {
    let mut told: HashSet<usize> = pairs.iter().flat_map(|pair| [pair.left, pair.right]).collect();
    let same = links.iter().filter(|link| is_same(scene, link));
    let mut said: HashMap<usize, Vec<Span>> = HashMap::new();
    for Place { article, span } in same.flat_map(|link| [link.left, link.right]).map(|i| scene.statements[i].place) {
        said.entry(article).or_default().push(span);
    }
    said.values_mut().for_each(|spans| {
        spans.order();
        spans.dedup();
    });
    let holds = |place: Place| {
        let spans = said.get(&place.article).map_or(&[][..], Vec::as_slice);
        !within(spans, place.span, |span| *span).is_empty()
    };
    told.extend(scene.sentences.iter().enumerate().filter(|(_, sentence)| holds(sentence.place)).map(|(i, _)| i));
    told
}

/// Whether a term is used by another article than that of a passage.
fn is_known(passage: &Passage, bodies: &[Bag], term: Term) -> bool {
    bodies.iter().enumerate().any(|(r, bag)| r != passage.reading && bag.has(term))
}

/// The weight of the terms of a sentence that no other article uses.
fn new_weight(passage: &Passage, bodies: &[Bag]) -> f32 {
    let new = passage.bag.terms.iter().filter(|(term, _)| !is_known(passage, bodies, *term));
    new.map(|(_, weight)| weight).sum()
}

/// Whether a passage ends as sentences do: headlines, signatures and lists tell nothing by themselves.
fn is_sentence(scene: &Scene, passage: &Passage) -> bool {
    let document = &scene.analysis(passage).document;
    let title = scene.analysis(passage).header.title.is_some_and(|title| title.overlaps(passage.place.span));
    !title && document.slice(passage.place.span).trim_end().ends_with(['.', '!', '?', '"', '”', '’', '\'', ',', ')'])
}

/// More for sentences with names, figures and statements that are told here only, and for those near the top.
fn news_value(scene: &Scene, passage: &Passage, bodies: &[Bag]) -> f32 {
    let analysis = scene.analysis(passage);
    let span = passage.place.span;
    let is_new = |fact: Span| {
        let bag = || scene.bag(passage.reading, analysis.document.tokens_in(fact));
        span.contains(fact) && bag().terms.iter().any(|&(term, _)| !is_known(passage, bodies, term))
    };
    let facts = [
        analysis.entities.within(span).iter().any(|mention| is_new(mention.span)),
        within(&analysis.figures, span, |figure| figure.span).iter().any(|figure| is_new(figure.span)),
        is_said(analysis, span),
    ];
    let length = analysis.document.text().len().max(1) as f32;
    let depth = span.start() as f32 / length;
    (1.0 + 0.4 * facts.iter().filter(|&&fact| fact).count() as f32) * (1.2 - 0.5 * depth)
}
