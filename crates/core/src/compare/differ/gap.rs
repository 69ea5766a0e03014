//! Where two passages that otherwise run alike have other words.

use std::collections::HashSet;
use std::ops::Range;

use similar::DiffTag;

use crate::compare::diff;
use crate::compare::scene::{Passage, Scene};
use crate::compare::term::{Modal, SmallWords, Term};

/// A word that counts when two passages are laid side by side.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Item {
    /// Index of the token.
    pub token: usize,
    /// What it is matched by.
    pub term: Term,
    /// What it weighs.
    pub weight: f32,
    /// How sure or how far along it makes what is told, if it does that.
    pub modal: Option<Modal>,
}

/// Other words between the same words.
#[derive(Clone, Debug, PartialEq)]
pub struct Gap {
    /// The items of the left passage that the right one lacks; may be empty.
    pub left: Vec<Item>,
    /// The items of the right passage that the left one lacks; may be empty.
    pub right: Vec<Item>,
    /// Tokens of the last word before that both have, if the passages share one.
    pub before: Option<(usize, usize)>,
    /// Tokens of the first word behind that both have.
    pub after: Option<(usize, usize)>,
    /// How many shared words stand close by.
    pub near: usize,
}

/// Shared words this many items away count as close by.
const NEAR: usize = 4;

/// The words of a passage that count.
pub fn items(scene: &Scene, words: &SmallWords, passage: &Passage) -> Vec<Item> {
    let reading = &scene.readings[passage.reading];
    let document = &reading.analysis.document;
    let item = |token: usize| {
        let modal = words.modal(document, token);
        let term = modal.map(Modal::term).or_else(|| reading.terms.get(token).copied().flatten())?;
        Some(Item { token, term, weight: scene.weight(term), modal })
    };
    passage.tokens.clone().filter_map(item).collect()
}

/// The gaps between two passages.
pub fn gaps(left: &[Item], right: &[Item]) -> Vec<Gap> {
    let keys = |items: &[Item]| items.iter().map(|item| item.term.0).collect::<Vec<u32>>();
    let ops = diff::shortest(&keys(left), &keys(right));
    let equal: Vec<(Range<usize>, Range<usize>)> = ops
        .iter()
        .map(similar::DiffOp::as_tag_tuple)
        .filter(|(tag, _, _)| *tag == DiffTag::Equal)
        .map(|(_, old, new)| (old, new))
        .collect();
    let shared: HashSet<usize> = equal.iter().flat_map(|(old, _)| old.clone()).collect();
    let pairs: Vec<(usize, usize)> = equal.into_iter().flat_map(|(old, new)| old.zip(new)).collect();
    let mut found = Vec::new();
    for op in &ops {
        let (tag, old, new) = op.as_tag_tuple();
        if tag == DiffTag::Equal {
            continue;
        }
        let at = pairs.partition_point(|&(l, r)| l < old.start || r < new.start);
        let tokens = |&(l, r): &(usize, usize)| (left[l].token, right[r].token);
        let close = old.start.saturating_sub(NEAR)..(old.end + NEAR).min(left.len());
        found.push(Gap {
            left: left[old.clone()].to_vec(),
            right: right[new.clone()].to_vec(),
            before: at.checked_sub(1).and_then(|i| pairs.get(i)).map(tokens),
            after: pairs.get(at).map(tokens),
            near: close.filter(|i| shared.contains(i)).count(),
        });
    }
    found
}
