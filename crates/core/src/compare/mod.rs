//! Several articles side by side: what all tell, what only one tells, where they differ.
//!
//! Articles are grouped by event first ([`event`]); everything else looks inside one event only.

pub mod align;
pub mod archive;
pub mod cluster;
pub mod copies;
mod diff;
pub mod differ;
pub mod event;
pub mod likeness;
pub mod only;
pub mod pairing;
pub mod profile;
pub mod retelling;
#[cfg(test)]
mod sample;
pub mod sayings;
pub mod scene;
pub mod speaker;
pub mod stem;
pub mod term;
pub mod timeline;
pub mod utterance;
pub mod words;

use serde::{Deserialize, Serialize};

use crate::analysis::Analysis;
use crate::compare::align::Alignment;
use crate::compare::event::EventIndex;
use crate::compare::profile::Profile;
use crate::compare::scene::{Rarity, Reading, Scene};
use crate::compare::term::{Lexicon, SmallWords};
use crate::entity::mention::EntityKind;
use crate::entity::name::Names;
use crate::text::span::Span;

/// A stretch of one of the compared articles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// Index of the article in the slice given to [`compare`].
    pub article: usize,
    /// Where in its text.
    pub span: Span,
}

/// One person, organisation or place across articles.
#[derive(Clone, Debug, PartialEq)]
pub struct Cluster {
    /// The fullest name.
    pub name: String,
    /// What kind of thing it is.
    pub kind: EntityKind,
    /// All places where it is named, in order.
    pub mentions: Vec<Place>,
}

/// What a difference is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum DifferenceKind {
    /// A figure.
    Number,
    /// A date or time.
    Time,
    /// A place.
    Place,
    /// How a name is written.
    Name,
    /// Who said or did it.
    Speaker,
    /// How it is worded, how certain it is.
    Wording,
}

/// How two tellings stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// Both can't hold.
    Conflict,
    /// Both hold (other zone, other unit).
    Compatible,
    /// One tells it more exactly.
    Precision,
    /// A later one tells a newer state.
    Update,
}

/// One telling of something that is told differently.
#[derive(Clone, Debug, PartialEq)]
pub struct Telling {
    /// Where it is told.
    pub place: Place,
    /// What is told, in a comparable form.
    pub value: String,
}

/// Something that articles (or two places of one article) tell differently.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    /// What it is about, in words of the articles ("rumah rusak").
    pub what: String,
    /// The kind of thing.
    pub kind: DifferenceKind,
    /// How the tellings stand to each other.
    pub verdict: Verdict,
    /// The rule that found it; the page puts it into words.
    pub why: &'static str,
    /// The tellings, in order of article and place.
    pub values: Vec<Telling>,
}

/// What happens at a point of the timeline.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// Something happened or will happen.
    Happened,
    /// Somebody said something.
    Said,
    /// An article was published.
    Published,
}

/// A date of the timeline with the places that tell it.
#[derive(Clone, Debug, PartialEq)]
pub struct Moment {
    /// EDTF value.
    pub value: String,
    /// The places that tell it, with what happens there.
    pub items: Vec<(Place, Role)>,
}

/// Everything found by comparing articles.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Comparison {
    /// Articles (indices) grouped by the event they tell.
    pub events: Vec<Vec<usize>>,
    /// Entities across articles.
    pub entities: Vec<Cluster>,
    /// Statements that are the same utterance, in two or more places.
    pub utterances: Vec<Vec<Place>>,
    /// What is told differently.
    pub differences: Vec<Difference>,
    /// Sentences whose facts no other article of the event has, most newsworthy first.
    pub only: Vec<Place>,
    /// Sentences that tell the same.
    pub alignments: Vec<Alignment>,
    /// Dates in order.
    pub timeline: Vec<Moment>,
}

/// What the compare layer must be told about a language.
#[derive(Clone, Debug, Default)]
pub struct Grammar {
    /// How words become terms.
    pub lexicon: Lexicon,
    /// Small words that matter.
    pub words: SmallWords,
    /// When two names name the same.
    pub names: Names,
}

/// Compares articles, grouping them by event first.
pub fn compare(grammar: &Grammar, articles: &[&Analysis]) -> Comparison {
    compare_moved(grammar, articles, &[])
}

/// Compares articles, grouping them by event first and then, one after the other, moving articles as
/// a reader told: each into the event of another, or out of its own when there is no other.
pub fn compare_moved(grammar: &Grammar, articles: &[&Analysis], moves: &[(usize, Option<usize>)]) -> Comparison {
    let profiles = articles.iter().map(|analysis| Profile::of(&grammar.lexicon, analysis)).collect();
    let index = grouped(profiles, moves);
    lay_side_by_side(grammar, articles, index.events(), |article| index.is_copy(article))
}

/// Only groups articles by event, as [`compare_moved`] does first.
pub fn grouped(profiles: Vec<Profile>, moves: &[(usize, Option<usize>)]) -> EventIndex {
    let mut index = EventIndex::group(profiles);
    for &(article, to) in moves {
        match to {
            None => index.part(article),
            Some(other) => index.event_of(other).into_iter().for_each(|event| index.move_to(article, event)),
        }
    }
    index
}

/// Compares articles that are grouped by event already; `events` holds each index once.
pub fn compare_events(grammar: &Grammar, articles: &[&Analysis], events: Vec<Vec<usize>>) -> Comparison {
    lay_side_by_side(grammar, articles, events, |_| false)
}

/// Compares articles; those that are further copies of others do not make their words common.
fn lay_side_by_side(
    grammar: &Grammar,
    articles: &[&Analysis],
    events: Vec<Vec<usize>>,
    is_copy: impl Fn(usize) -> bool,
) -> Comparison {
    let terms: Vec<_> = articles.iter().map(|analysis| grammar.lexicon.terms(&analysis.document)).collect();
    let rarity =
        Rarity::of(terms.iter().enumerate().filter(|(at, _)| !is_copy(*at)).map(|(_, terms)| terms.as_slice()));
    let mut comparison = Comparison {
        entities: cluster::clusters(&grammar.names, articles, &events),
        timeline: timeline::timeline(&grammar.words, articles),
        ..Comparison::default()
    };
    for event in &events {
        let reading = |&article: &usize| Reading { article, analysis: articles[article], terms: &terms[article] };
        comparison.look_at(&Scene::new(grammar, event.iter().map(reading).collect(), &rarity), &grammar.words);
    }
    comparison.events = events;
    comparison
}

impl Comparison {
    /// Adds what the articles of one event have in common and what not.
    fn look_at(&mut self, scene: &Scene, words: &SmallWords) {
        let links = utterance::links(scene);
        self.utterances.extend(utterance::groups(scene, &links));
        let pairs = align::pairs(scene);
        self.alignments.extend(align::alignments(scene, &pairs));
        self.differences.extend(differ::differences(scene, words, &links, &pairs));
        self.only.extend(only::only(scene, words, &links, &pairs));
    }
}
