//! The wordings of one utterance, word by word.

use silang_core::Analysis;
use silang_core::compare::words::{WordDiff, word_diff};
use silang_core::compare::{Comparison, Place};

use crate::engine::protocol::{Wording, Words};

/// Wordings of one utterance that are laid against each other at most.
const MOST: usize = 8;

/// Every wording of every utterance, laid against every other.
pub fn all(articles: &[&Analysis], comparison: &Comparison) -> Vec<Wording> {
    let one = |(utterance, places): (usize, &Vec<Place>)| pairs(articles, utterance, places);
    comparison.utterances.iter().enumerate().flat_map(one).collect()
}

fn pairs(articles: &[&Analysis], utterance: usize, places: &[Place]) -> Vec<Wording> {
    let text = |place: &Place| articles.get(place.article).map_or("", |article| article.document.slice(place.span));
    let places = &places[..places.len().min(MOST)];
    let mut pairs = Vec::new();
    for (base, left) in places.iter().enumerate() {
        for (other, right) in places.iter().enumerate().filter(|&(other, _)| other != base) {
            let (left, right) = (text(left), text(right));
            let words = word_diff(left, right).iter().map(words).collect();
            pairs.push(Wording { utterance, base, other, words });
        }
    }
    pairs
}

fn words(part: &WordDiff) -> Words {
    Words { change: part.change, left: part.left.into(), right: part.right.into() }
}
