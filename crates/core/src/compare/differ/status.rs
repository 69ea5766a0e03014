//! What one article tells as going on and another as done.

use crate::compare::differ::Finding;
use crate::compare::differ::gap::{Item, items};
use crate::compare::scene::{Passage, Scene};
use crate::compare::term::{Modal, SmallWords, Term};
use crate::compare::{DifferenceKind, Place, Telling, Verdict};

/// A doing that is going on or done.
struct Status<'a> {
    passage: &'a Passage,
    modal: Modal,
    doing: Vec<Item>,
    first: usize,
}

/// Words behind "still" or "already" among which the doing is named.
const REACH: usize = 2;
/// How much the two sentences must share.
const ALIKE: f32 = 0.3;

/// Doings that are going on in one article and done in another.
pub fn statuses(scene: &Scene, words: &SmallWords) -> Vec<Finding> {
    let all: Vec<Status> = scene.sentences.iter().flat_map(|sentence| statuses_in(scene, words, sentence)).collect();
    let (open, done): (Vec<Status>, Vec<Status>) = all.into_iter().partition(|s| s.modal == Modal::Ongoing);
    let mut found = Vec::new();
    for one in &open {
        for other in done.iter().filter(|other| other.passage.reading != one.passage.reading) {
            let Some(doing) = shared(one, other) else { continue };
            if one.passage.bag.overlap(&other.passage.bag).alike >= ALIKE {
                let kind = (DifferenceKind::Wording, Verdict::Update, "status");
                let values = vec![telling(scene, one, doing), telling(scene, other, doing)];
                let what = values.first().map_or_else(String::new, |telling| telling.value.clone());
                found.push(Finding::new(kind, what, values, 1.6));
            }
        }
    }
    found
}

fn shared(one: &Status, other: &Status) -> Option<Term> {
    one.doing.iter().map(|item| item.term).find(|term| other.doing.iter().any(|item| item.term == *term))
}

fn statuses_in<'a>(scene: &Scene, words: &SmallWords, passage: &'a Passage) -> Vec<Status<'a>> {
    let items = items(scene, words, passage);
    let status = |(at, item): (usize, &Item)| {
        let modal = item.modal.filter(|modal| matches!(modal, Modal::Ongoing | Modal::Done))?;
        let doing = items.iter().skip(at + 1).take(REACH).take_while(|next| next.modal.is_none()).copied();
        Some(Status { passage, modal, doing: doing.collect(), first: item.token })
    };
    items.iter().enumerate().filter_map(status).collect()
}

fn telling(scene: &Scene, status: &Status, doing: Term) -> Telling {
    let document = &scene.analysis(status.passage).document;
    let last = status.doing.iter().find(|item| item.term == doing).map_or(status.first, |item| item.token);
    let span = document.span_of(status.first..last + 1);
    Telling { place: Place { article: status.passage.place.article, span }, value: document.slice(span).to_owned() }
}
