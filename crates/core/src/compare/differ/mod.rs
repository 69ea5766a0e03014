//! What articles of one event tell differently.
//!
//! Each finder looks for one kind of difference and weighs what it finds by how much it would
//! matter to a reader; findings about the same words are joined, and the weightiest come first.

pub mod agent;
pub mod bearer;
pub mod certainty;
pub mod code;
pub mod figure;
pub mod finer;
pub mod frame;
pub mod fuller;
pub mod gap;
pub mod name;
pub mod occasion;
pub mod range;
pub mod saying;
pub mod slip;
pub mod slot;
pub mod spot;
pub mod time;
pub mod title;
pub mod toll;
pub mod wording;

use crate::compare::pairing::Pair;
use crate::compare::scene::Scene;
use crate::compare::term::SmallWords;
use crate::compare::utterance::Link;
use crate::compare::{Difference, DifferenceKind, Place, Telling, Verdict};
use crate::order::Order;

/// Every reason that a difference may give; the page has words for each.
pub const REASONS: [&str; 24] = [
    "agent-office",
    "certainty",
    "code",
    "date-slip",
    "figure",
    "figure-precision",
    "fuller-name",
    "name-spelling",
    "occasion",
    "occasion-place",
    "occasion-quoted",
    "place",
    "short-form",
    "source",
    "speaker",
    "speaker-body",
    "speaker-office",
    "spot",
    "stage",
    "time",
    "time-precision",
    "title",
    "wording",
    "zone",
];

/// A difference and how much it matters.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// What is told differently.
    pub difference: Difference,
    /// How much it matters; findings below 1 are not shown.
    pub weight: f32,
}

impl Finding {
    /// A finding with the tellings it rests on.
    pub fn new(
        (kind, verdict, why): (DifferenceKind, Verdict, &'static str),
        what: String,
        values: Vec<Telling>,
        weight: f32,
    ) -> Self {
        debug_assert!(REASONS.contains(&why), "{why}");
        Self { difference: Difference { what, kind, verdict, why, values }, weight }
    }
}

/// Findings that are looked at together, at most: the weightiest. Only many near-copies of one text have more.
const JOINED: usize = 1000;
/// Differences of one event that are shown at most.
const SHOWN: usize = 12;
/// Differences of plain wording that are shown at most: they matter least.
const PLAIN_SHOWN: usize = 2;

/// The differences between the articles of a scene, those that matter most first.
pub fn differences(scene: &Scene, words: &SmallWords, links: &[Link], pairs: &[Pair]) -> Vec<Difference> {
    let told = spot::told(scene);
    let mut found = saying::speakers(scene, words, links);
    found.extend(occasion::occasions(scene, words, &told, links));
    found.extend(name::names(scene));
    found.extend(code::codes(scene));
    found.extend(fuller::fuller(scene));
    found.extend(title::titles(scene, words));
    let times = time::dated(scene, words);
    found.extend(time::times(scene, &times));
    found.extend(finer::finer(scene, &times));
    found.extend(range::ranges(scene, &times));
    found.extend(slip::slips(scene, words));
    let figures = figure::counted(scene, words);
    found.extend(figure::figures(scene, words, &figures));
    found.extend(toll::tolls(scene, words, &figures));
    found.extend(agent::agents(scene, words));
    found.extend(spot::spots(scene, words, &told, pairs));
    found.extend(slot::slots(scene, words, pairs));
    found.extend(certainty::certainty(scene, words, pairs));
    found.extend(wording::wordings(scene, words, links, pairs));
    if found.len() > JOINED {
        found.order_by(|a, b| b.weight.total_cmp(&a.weight));
        found.truncate(JOINED);
    }
    let mut found = join(found);
    found.retain(|finding| finding.weight >= 1.0);
    found.order_by(|a, b| b.weight.total_cmp(&a.weight).then_with(|| first(a).cmp(&first(b))));
    let mut plain = 0;
    found.retain(|finding| {
        plain += usize::from(finding.difference.why == wording::PLAIN);
        finding.difference.why != wording::PLAIN || plain <= PLAIN_SHOWN
    });
    found.truncate(SHOWN);
    found.into_iter().map(|finding| finding.difference).collect()
}

fn first(finding: &Finding) -> Option<Place> {
    finding.difference.values.first().map(|telling| telling.place)
}

/// Joins findings of one kind that are about the same words.
fn join(found: Vec<Finding>) -> Vec<Finding> {
    let mut joined: Vec<Finding> = Vec::new();
    for finding in found {
        match joined.iter_mut().find(|known| is_same(&known.difference, &finding.difference)) {
            Some(known) => absorb(known, finding),
            None => joined.push(finding),
        }
    }
    for finding in &mut joined {
        tidy(&mut finding.difference.values);
    }
    joined
}

/// Whether two differences are about the same words, for the same reason.
pub fn is_same(one: &Difference, other: &Difference) -> bool {
    let meets = |a: &Telling| {
        other.values.iter().any(|b| a.place.article == b.place.article && a.place.span.overlaps(b.place.span))
    };
    one.kind == other.kind && one.why == other.why && one.values.iter().any(meets)
}

fn absorb(known: &mut Finding, finding: Finding) {
    known.weight = known.weight.max(finding.weight) + 0.1;
    known.difference.values.extend(finding.difference.values);
}

/// In order of place, each stretch of text once.
fn tidy(values: &mut Vec<Telling>) {
    values.order_by(|a, b| a.place.cmp(&b.place).then_with(|| a.value.cmp(&b.value)));
    let mut kept: Vec<Telling> = Vec::new();
    for value in values.drain(..) {
        let again = kept.last().is_some_and(|last| {
            last.place.article == value.place.article && last.place.span.overlaps(value.place.span)
        });
        if !again {
            kept.push(value);
        }
    }
    *values = kept;
}
