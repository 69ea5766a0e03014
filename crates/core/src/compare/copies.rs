//! What is told again word for word.
//!
//! News is reprinted: hundreds of sites bring one agency's text. A few copies are laid beside each
//! other like any other texts; beyond those one more teaches nothing, but laying each against all
//! the others costs the square of their number. So further copies are only noted, with the first one.

use std::collections::HashMap;
use std::hash::Hash;

use crate::compare::Place;
use crate::compare::scene::Reading;
use crate::compare::term::Term;
use crate::order::Order;
use crate::text::span::Span;

/// Copies of one text that are treated like any other text.
pub const ENOUGH: usize = 8;

/// The first that was seen of each, and how many since.
struct Seen<K>(HashMap<K, (Place, usize)>);

impl<K: Eq + Hash> Seen<K> {
    /// The first one, when `what` was seen often enough.
    fn again(&mut self, what: K, place: Place) -> Option<Place> {
        let (first, count) = self.0.entry(what).or_insert((place, 0));
        *count += 1;
        (*count > ENOUGH).then_some(*first)
    }
}

/// The further copies in the articles of one event. A sentence or statement is given by the index
/// of its reading and its own index there.
#[derive(Clone, Debug, Default)]
pub struct Copies {
    sentences: HashMap<(usize, usize), Place>,
    statements: HashMap<(usize, usize), Place>,
}

impl Copies {
    /// Finds the further copies.
    pub fn of(readings: &[Reading]) -> Self {
        let mut copies = Self::default();
        let (mut told, mut said) = (Seen(HashMap::new()), Seen(HashMap::new()));
        for (number, reading) in readings.iter().enumerate() {
            let place = |span: Span| Place { article: reading.article, span };
            let document = &reading.analysis.document;
            for (index, sentence) in document.sentences().iter().enumerate().filter(|(_, s)| reading.tells(s.span)) {
                let first = told.again(document.slice(sentence.span), place(sentence.span));
                copies.sentences.extend(first.map(|first| ((number, index), first)));
            }
            for (index, statement) in reading.statements() {
                let what = (document.slice(statement.span), statement.attribution.speaker.as_str());
                let first = said.again(what, place(statement.span));
                copies.statements.extend(first.map(|first| ((number, index), first)));
            }
        }
        copies
    }

    /// Whether a sentence is a further copy.
    pub fn is_sentence(&self, reading: usize, sentence: usize) -> bool {
        self.sentences.contains_key(&(reading, sentence))
    }

    /// Whether a statement is a further copy.
    pub fn is_statement(&self, reading: usize, statement: usize) -> bool {
        self.statements.contains_key(&(reading, statement))
    }

    /// The first telling of each sentence that is a further copy, with its reading and index, in order.
    pub fn sentences(&self) -> Vec<(Place, usize, usize)> {
        in_order(&self.sentences)
    }

    /// The first telling of each statement that is a further copy, with its reading and index, in order.
    pub fn statements(&self) -> Vec<(Place, usize, usize)> {
        in_order(&self.statements)
    }
}

fn in_order(copies: &HashMap<(usize, usize), Place>) -> Vec<(Place, usize, usize)> {
    let mut all: Vec<_> = copies.iter().map(|(&(reading, index), &first)| (first, reading, index)).collect();
    all.order();
    all
}

/// Bands of a text's signature; texts that agree in one are looked at closely.
const BANDS: u32 = 8;
/// Least hashes in a band. With three, texts that share four fifths of their terms meet in some
/// band all but always, those that share a tenth hardly ever.
const ROWS: u32 = 3;
/// The share of all their terms that two near-copies have in common.
const ALIKE: f32 = 0.8;

/// Articles that are nearly the same, found by the least hashes of their terms (Broder 1997).
#[derive(Clone, Debug, Default)]
pub struct NearCopies {
    bands: HashMap<(u32, [u32; ROWS as usize]), Vec<u32>>,
    terms: Vec<Vec<Term>>,
}

impl NearCopies {
    /// Adds an article by its distinct terms, in order. When it is a further near-copy, it is not
    /// kept, and the articles that it is nearly the same as are given back.
    pub fn add(&mut self, article: usize, terms: &[Term]) -> Option<Vec<usize>> {
        let signature: Vec<_> = (0..BANDS).map(|band| (band, least(terms, band))).collect();
        let mut met: Vec<u32> = signature.iter().filter_map(|key| self.bands.get(key)).flatten().copied().collect();
        met.order();
        met.dedup();
        met.retain(|&other| jaccard(terms, &self.terms[other as usize]) >= ALIKE);
        self.terms.resize(article, Vec::new());
        if met.len() >= ENOUGH {
            return Some(met.into_iter().map(|other| other as usize).collect());
        }
        signature.into_iter().for_each(|key| self.bands.entry(key).or_default().push(article as u32));
        self.terms.push(terms.to_vec());
        None
    }
}

/// The least hashes of one band.
fn least(terms: &[Term], band: u32) -> [u32; ROWS as usize] {
    [0, 1, 2].map(|row| terms.iter().map(|term| mixed(term.0, band * ROWS + row)).min().unwrap_or(u32::MAX))
}

/// One of many hashes of a number (the finisher of `MurmurHash3`).
fn mixed(number: u32, which: u32) -> u32 {
    let mut hash = number ^ which.wrapping_mul(0x9e37_79b9);
    hash = (hash ^ (hash >> 16)).wrapping_mul(0x85eb_ca6b);
    hash = (hash ^ (hash >> 13)).wrapping_mul(0xc2b2_ae35);
    hash ^ (hash >> 16)
}

/// The share of the terms of both that both have.
fn jaccard(one: &[Term], other: &[Term]) -> f32 {
    let both = one.iter().filter(|term| other.binary_search(term).is_ok()).count();
    both as f32 / (one.len() + other.len() - both).max(1) as f32
}

#[cfg(test)]
mod tests {
    use super::{ENOUGH, NearCopies};
    use crate::compare::term::Term;

    fn terms(words: impl Iterator<Item = u32>) -> Vec<Term> {
        let mut terms: Vec<Term> = words.map(|word| Term(word.wrapping_mul(0x9e37_79b9))).collect();
        terms.sort_unstable();
        terms
    }

    #[test]
    fn further_near_copies_are_known_and_other_articles_are_not() {
        let mut near = NearCopies::default();
        for article in 0..40 {
            let own = u32::try_from(article).unwrap();
            let copy = near.add(2 * article, &terms((0..100).chain([1000 + own])));
            assert_eq!(copy.is_some(), article >= ENOUGH, "{article}");
            let other = near.add(2 * article + 1, &terms((0..20).chain(own * 200 + 2000..own * 200 + 2080)));
            assert_eq!(other, None);
        }
    }
}
