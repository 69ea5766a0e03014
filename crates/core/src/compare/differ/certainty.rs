//! The same doing, told as sure by one article and with a reservation by another.

use crate::compare::differ::Finding;
use crate::compare::differ::gap::{Item, items};
use crate::compare::pairing::Pair;
use crate::compare::scene::{Passage, Scene};
use crate::compare::term::{Modal, SmallWords};
use crate::compare::{DifferenceKind, Place, Telling, Verdict};

/// Items between a reservation and the doing it is about, at most.
const REACH: usize = 2;

/// Reservations that one article makes and another does not.
pub fn certainty(scene: &Scene, words: &SmallWords, pairs: &[Pair]) -> Vec<Finding> {
    let mut found = Vec::new();
    for pair in pairs {
        let (left, right) = (&scene.sentences[pair.left], &scene.sentences[pair.right]);
        let sides = (items(scene, words, left), items(scene, words, right));
        found.extend(unreserved(scene, (left, &sides.0), (right, &sides.1), pair.overlap.alike));
        found.extend(unreserved(scene, (right, &sides.1), (left, &sides.0), pair.overlap.alike));
        found.extend(proven(scene, (left, &sides.0), (right, &sides.1)));
        found.extend(proven(scene, (right, &sides.1), (left, &sides.0)));
    }
    found
}

/// A doing that was proven in the one sentence and that is said of somebody in the other ("terbukti", "diduga").
fn proven(scene: &Scene, one: (&Passage, &[Item]), other: (&Passage, &[Item])) -> Option<Finding> {
    let told = |items: &[Item], modal: Modal| -> Vec<(usize, Item)> {
        let doing = |(at, item): (usize, &Item)| {
            let next = items.get(at + 1..(at + 1 + REACH).min(items.len()))?;
            let doing = next.iter().find(|next| next.modal.is_none())?;
            (item.modal == Some(modal)).then_some((item.token, *doing))
        };
        items.iter().enumerate().filter_map(doing).collect()
    };
    let (sure, alleged) = (told(one.1, Modal::Proven), told(other.1, Modal::Tentative));
    let (sure, alleged) = sure.iter().find_map(|sure| {
        let same = alleged.iter().find(|alleged| alleged.1.term == sure.1.term)?;
        Some((sure, same))
    })?;
    let values = vec![telling(scene, one.0, sure.0, sure.1.token), telling(scene, other.0, alleged.0, alleged.1.token)];
    let what = values[0].value.clone();
    Some(Finding::new((DifferenceKind::Wording, Verdict::Conflict, "certainty"), what, values, 2.0))
}

/// How much a reservation matters, and how alike the sentences must be for it to be compared.
fn strength(modal: Modal) -> Option<(f32, f32)> {
    match modal {
        Modal::Reserved => Some((3.0, 0.0)),
        Modal::Tentative => Some((1.6, 0.7)),
        _ => None,
    }
}

/// A doing that the one sentence tells with a reservation and the other without any.
fn unreserved(scene: &Scene, one: (&Passage, &[Item]), other: (&Passage, &[Item]), alike: f32) -> Option<Finding> {
    let settles = |modal: Modal| modal == Modal::Proven || strength(modal).is_some();
    if other.1.iter().any(|item| item.modal.is_some_and(settles)) {
        return None;
    }
    one.1.iter().enumerate().find_map(|(at, item)| {
        let (weight, _) = item.modal.and_then(strength).filter(|(_, least)| alike >= *least)?;
        let doing = one.1.get(at + 1..(at + 1 + REACH).min(one.1.len()))?.iter().find(|i| i.modal.is_none())?;
        let close = item.modal == Some(Modal::Reserved) || doing.token == item.token + 1;
        let named = |passage: &Passage, token: usize| is_named(scene, passage, token);
        let plain = other.1.iter().find(|i| i.term == doing.term && !named(other.0, i.token)).filter(|_| close)?;
        let kind = (DifferenceKind::Wording, Verdict::Precision, "certainty");
        let values =
            vec![telling(scene, one.0, item.token, doing.token), telling(scene, other.0, plain.token, plain.token)];
        let what = values.last().map_or_else(String::new, |telling| telling.value.clone());
        Some(Finding::new(kind, what, values, weight))
    })
}

/// Whether a token is part of a name, which is no doing.
fn is_named(scene: &Scene, passage: &Passage, token: usize) -> bool {
    let analysis = scene.analysis(passage);
    !analysis.entities.within(analysis.document.span_of(token..token + 1)).is_empty()
}

fn telling(scene: &Scene, passage: &Passage, first: usize, last: usize) -> Telling {
    let document = &scene.analysis(passage).document;
    let span = document.span_of(first..last + 1);
    Telling { place: Place { article: passage.place.article, span }, value: document.slice(span).to_owned() }
}
