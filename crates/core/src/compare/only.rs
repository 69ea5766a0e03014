//! What only one article tells.

use crate::compare::Place;
use crate::compare::scene::{Passage, Scene};

/// Terms a sentence must have to be told of.
const TERMS: usize = 4;
/// Share of a sentence's weight that no other article may have, at least.
const NEW: f32 = 0.5;

/// Sentences whose facts no other article of the event has, most newsworthy first.
pub fn only(scene: &Scene) -> Vec<Place> {
    if scene.readings.len() < 2 {
        return Vec::new();
    }
    let bodies: Vec<_> = (0..scene.readings.len()).map(|r| scene.bag(r, 0..scene.readings[r].terms.len())).collect();
    let mut found: Vec<(f32, Place)> = Vec::new();
    for passage in &scene.sentences {
        let others = || bodies.iter().enumerate().filter(|(r, _)| *r != passage.reading).map(|(_, bag)| bag);
        let new: f32 = passage.bag.terms.iter().filter(|(t, _)| !others().any(|bag| bag.has(*t))).map(|(_, w)| w).sum();
        if passage.bag.terms.len() >= TERMS && new >= NEW * passage.bag.weight {
            found.push((new * news_value(scene, passage), passage.place));
        }
    }
    found.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    found.into_iter().map(|(_, place)| place).collect()
}

/// More for sentences with names, figures, times and statements, and for those near the top.
fn news_value(scene: &Scene, passage: &Passage) -> f32 {
    let analysis = scene.analysis(passage);
    let span = passage.place.span;
    let facts = [
        analysis.entities.mentions.iter().any(|m| span.contains(m.span)),
        analysis.figures.iter().any(|f| span.contains(f.span)),
        analysis.statements.iter().any(|s| span.overlaps(s.span)),
    ];
    let length = analysis.document.text().len().max(1) as f32;
    let depth = span.start() as f32 / length;
    (1.0 + 0.3 * facts.iter().filter(|&&fact| fact).count() as f32) * (1.2 - 0.5 * depth)
}
