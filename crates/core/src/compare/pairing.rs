//! Which passages are worth comparing: an inverted index instead of all pairs.

use std::collections::HashMap;

use crate::compare::scene::{Bag, Overlap, Passage};
use crate::compare::term::Term;
use crate::order::Order;

/// Terms of a passage by which others are looked up, the weightiest first.
const PROBES: usize = 12;
/// Passages that may share a term before it is too common for looking up by.
const CROWD: usize = 300;
/// Passages looked at closely for each.
const CANDIDATES: usize = 40;

/// Two passages, the first before the second, and what they share.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pair {
    /// Index of the one.
    pub left: usize,
    /// Index of the other.
    pub right: usize,
    /// What they share.
    pub overlap: Overlap,
}

/// What passages tell.
pub fn bags(passages: &[Passage]) -> Vec<&Bag> {
    passages.iter().map(|passage| &passage.bag).collect()
}

/// The pairs of passages, given by what they tell, that share at least one telling term, in order.
pub fn pairs(passages: &[&Bag]) -> Vec<Pair> {
    let mut postings: HashMap<Term, Vec<usize>> = HashMap::new();
    let mut found = Vec::new();
    for (right, passage) in passages.iter().enumerate() {
        let mut shared: HashMap<usize, f32> = HashMap::new();
        for (term, weight) in probes(passage) {
            let posting = postings.entry(term).or_default();
            if posting.len() <= CROWD {
                for &left in posting.iter() {
                    *shared.entry(left).or_default() += weight;
                }
            }
            posting.push(right);
        }
        let pair = |left: usize| Pair { left, right, overlap: passages[left].overlap(passage) };
        found.extend(most(shared).into_iter().map(pair));
    }
    found.order_by_key(|pair| (pair.left, pair.right));
    found
}

fn most(shared: HashMap<usize, f32>) -> Vec<usize> {
    let mut ranked: Vec<(usize, f32)> = shared.into_iter().collect();
    ranked.order_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    ranked.into_iter().take(CANDIDATES).map(|(left, _)| left).collect()
}

fn probes(passage: &Bag) -> Vec<(Term, f32)> {
    let mut probes = passage.terms.clone();
    probes.order_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    probes.truncate(PROBES);
    probes
}
