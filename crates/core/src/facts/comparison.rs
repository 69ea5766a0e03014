//! The flat form of what comparing articles finds.

use serde::{Deserialize, Serialize};

use crate::analysis::Analysis;
use crate::compare::align::Evidence;
use crate::compare::{Comparison, DifferenceKind, Place, Role, Verdict};
use crate::entity::mention::EntityKind;
use crate::facts::At;

/// Everything found by comparing articles.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ComparisonFacts {
    /// Names of articles, grouped by event.
    pub events: Vec<Vec<String>>,
    /// Entities across articles.
    pub entities: Vec<EntityFact>,
    /// Statements that are the same utterance.
    pub statements: Vec<Vec<DocAt>>,
    /// What is told differently.
    pub differences: Vec<DifferenceFact>,
    /// What only one article tells, most newsworthy first.
    pub only: Vec<DocAt>,
    /// Sentences that tell the same.
    pub alignments: Vec<AlignmentFact>,
    /// Dates in order.
    pub timeline: Vec<MomentFact>,
}

/// A stretch of a named article.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct DocAt {
    /// The article's name.
    pub doc: String,
    /// Where in its text.
    #[serde(flatten)]
    pub at: At,
}

/// An entity across articles.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EntityFact {
    /// Its fullest name.
    pub name: String,
    /// What kind of thing it is.
    #[serde(rename = "type")]
    pub kind: EntityKind,
    /// All places where it is named.
    pub mentions: Vec<DocAt>,
}

/// Something told differently.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DifferenceFact {
    /// What it is about.
    pub what: String,
    /// The kind of thing.
    pub kind: DifferenceKind,
    /// How the tellings stand to each other.
    pub verdict: Verdict,
    /// The rule that found it.
    pub why: String,
    /// The tellings.
    pub values: Vec<TellingFact>,
}

/// One telling of something told differently.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TellingFact {
    /// Where it is told.
    #[serde(flatten)]
    pub place: DocAt,
    /// What is told.
    pub value: String,
}

/// Two sentences that tell the same.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AlignmentFact {
    /// The one sentence.
    pub left: DocAt,
    /// The other.
    pub right: DocAt,
    /// How much content they share, from 0 to 1.
    pub score: f64,
    /// Whether one was copied from the other, or both from a third.
    pub copied: bool,
    /// What they share.
    pub shared: Vec<Evidence>,
}

/// A date of the timeline.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MomentFact {
    /// EDTF value.
    pub value: String,
    /// The places that tell it.
    pub items: Vec<MomentItem>,
}

/// A place that tells a date.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MomentItem {
    /// Where.
    #[serde(flatten)]
    pub place: DocAt,
    /// What happens there.
    pub role: Role,
}

impl ComparisonFacts {
    /// The flat form of `comparison`, made from `articles` in the same order.
    pub fn new(articles: &[&Analysis], comparison: &Comparison) -> Self {
        let name = |article: usize| articles.get(article).map_or_else(String::new, |a| a.name.clone());
        let place = |place: &Place| DocAt { doc: name(place.article), at: place.span.into() };
        let places = |places: &Vec<Place>| places.iter().map(place).collect::<Vec<_>>();
        Self {
            events: comparison.events.iter().map(|event| event.iter().map(|&i| name(i)).collect()).collect(),
            entities: comparison
                .entities
                .iter()
                .map(|c| EntityFact { name: c.name.clone(), kind: c.kind, mentions: places(&c.mentions) })
                .collect(),
            statements: comparison.utterances.iter().map(places).collect(),
            differences: comparison.differences.iter().map(|d| difference(d, place)).collect(),
            only: places(&comparison.only),
            alignments: comparison
                .alignments
                .iter()
                .map(|a| AlignmentFact {
                    left: place(&a.left),
                    right: place(&a.right),
                    score: a.score,
                    copied: a.copied,
                    shared: a.shared.clone(),
                })
                .collect(),
            timeline: comparison
                .timeline
                .iter()
                .map(|m| MomentFact {
                    value: m.value.clone(),
                    items: m.items.iter().map(|(at, role)| MomentItem { place: place(at), role: *role }).collect(),
                })
                .collect(),
        }
    }
}

fn difference(found: &crate::compare::Difference, place: impl Fn(&Place) -> DocAt) -> DifferenceFact {
    DifferenceFact {
        what: found.what.clone(),
        kind: found.kind,
        verdict: found.verdict,
        why: found.why.to_owned(),
        values: found
            .values
            .iter()
            .map(|telling| TellingFact { place: place(&telling.place), value: telling.value.clone() })
            .collect(),
    }
}
