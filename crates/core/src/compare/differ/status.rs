//! What one article tells as still to come or going on, and another as done.

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

/// Doings that are to come or going on in one article and done in another, which is no earlier.
pub fn statuses(scene: &Scene, words: &SmallWords) -> Vec<Finding> {
    let all: Vec<Status> = scene.sentences.iter().flat_map(|sentence| statuses_in(scene, words, sentence)).collect();
    let (done, open): (Vec<Status>, Vec<Status>) = all.into_iter().partition(|s| s.modal == Modal::Done);
    let mut found = Vec::new();
    for one in &open {
        for other in done.iter().filter(|other| is_later(scene, one, other)) {
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

/// Whether the article that tells it as done is another one, and no earlier; of what is yet to come, later by a day.
fn is_later(scene: &Scene, open: &Status, done: &Status) -> bool {
    let day = |status: &Status| scene.analysis(status.passage).times.published;
    let days = day(open).zip(day(done));
    let in_order = match open.modal {
        Modal::Ongoing => days.is_none_or(|(open, done)| open <= done),
        _ => days.is_some_and(|(open, done)| open < done),
    };
    done.passage.reading != open.passage.reading && in_order
}

fn shared(one: &Status, other: &Status) -> Option<Term> {
    one.doing.iter().map(|item| item.term).find(|term| other.doing.iter().any(|item| item.term == *term))
}

fn statuses_in<'a>(scene: &Scene, words: &SmallWords, passage: &'a Passage) -> Vec<Status<'a>> {
    let items = items(scene, words, passage);
    let status = |(at, item): (usize, &Item)| {
        let modal = item
            .modal
            .filter(|modal| matches!(modal, Modal::Negated | Modal::Planned | Modal::Ongoing | Modal::Done))?;
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
