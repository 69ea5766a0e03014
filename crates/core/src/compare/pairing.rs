//! Which passages are worth comparing: an inverted index instead of all pairs.

use std::collections::HashMap;

use crate::compare::scene::{Bag, Overlap, Passage};
use crate::compare::term::Term;

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
    let mut shared = vec![0.0_f32; passages.len()];
    let mut met: Vec<usize> = Vec::new();
    let mut found: Vec<Vec<Pair>> = vec![Vec::new(); passages.len()];
    for (right, passage) in passages.iter().enumerate() {
        for (term, weight) in probes(passage) {
            let posting = postings.entry(term).or_default();
            if posting.len() <= CROWD {
                for &left in posting.iter() {
                    if shared[left] == 0.0 {
                        met.push(left);
                    }
                    shared[left] += weight;
                }
                posting.push(right);
            }
        }
        let is_closer = |a: usize, b: usize| shared[b].total_cmp(&shared[a]).then(a.cmp(&b)).is_lt();
        for left in foremost(met.iter().copied(), CANDIDATES, is_closer) {
            found[left].push(Pair { left, right, overlap: passages[left].overlap(passage) });
        }
        met.drain(..).for_each(|left| shared[left] = 0.0);
    }
    found.into_iter().flatten().collect()
}

/// The terms of a passage to look others up by.
fn probes(passage: &Bag) -> impl Iterator<Item = (Term, f32)> {
    let terms = &passage.terms;
    let weighs_more = |a: usize, b: usize| terms[b].1.total_cmp(&terms[a].1).then(a.cmp(&b)).is_lt();
    foremost(0..terms.len(), PROBES, weighs_more).into_iter().map(|at| terms[at])
}

/// The first few of many by an order, in it.
fn foremost(all: impl Iterator<Item = usize>, few: usize, is_before: impl Fn(usize, usize) -> bool) -> Vec<usize> {
    let mut first: Vec<usize> = Vec::with_capacity(few + 1);
    for one in all {
        if first.len() < few || first.last().is_some_and(|&last| is_before(one, last)) {
            let at = first.partition_point(|&known| is_before(known, one));
            first.insert(at, one);
            first.truncate(few);
        }
    }
    first
}
