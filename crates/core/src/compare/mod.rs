//! Several articles side by side: what all tell, what only one tells, where they differ.

use serde::{Deserialize, Serialize};

use crate::analysis::Analysis;
use crate::entity::mention::EntityKind;
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

/// Two sentences of two articles that tell the same.
#[derive(Clone, Debug, PartialEq)]
pub struct Alignment {
    /// Sentence of the one article.
    pub left: Place,
    /// Sentence of the other.
    pub right: Place,
    /// How much of their content they share, from 0 to 1.
    pub score: f64,
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
pub struct Grammar {}

/// Compares articles.
pub fn compare(_grammar: &Grammar, articles: &[&Analysis]) -> Comparison {
    Comparison { events: (0..articles.len()).map(|i| vec![i]).collect(), ..Comparison::default() }
}
