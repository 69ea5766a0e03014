//! The flat, serialisable form of results: what the command line prints and what crosses from worker to page.
//!
//! Offsets are UTF-8 bytes into the article's text, end exclusive.

mod comparison;

use serde::{Deserialize, Serialize};

use crate::analysis::Analysis;
use crate::entity::mention::EntityKind;
use crate::figure::Precision;
use crate::statement::{Reference, SpeechAct, StatementKind};
use crate::text::furniture::FurnitureKind;
use crate::text::header::PublishedFrom;
use crate::text::span::Span;
use crate::time::check::{Check, Oddity};
use crate::time::expression::{Anchor, TimexKind};
use crate::time::value::Interval;
use crate::time::value::day;

pub use comparison::{
    AlignmentFact, ComparisonFacts, DifferenceFact, DocAt, EntityFact, MomentFact, MomentItem, TellingFact,
};

/// Everything found in one article.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Facts {
    /// The article's name.
    pub doc: String,
    /// Its headline.
    pub title: String,
    /// Its outlet; empty when unknown.
    pub outlet: String,
    /// Tag of the language whose rules were used.
    pub language: String,
    /// Day of publication, ISO 8601; empty when unknown.
    pub published: String,
    /// Where that was learnt.
    pub published_from: PublishedFrom,
    /// What is not the article's own body.
    pub furniture: Vec<FurnitureFact>,
    /// Names.
    pub mentions: Vec<MentionFact>,
    /// Times.
    pub times: Vec<TimeFact>,
    /// Dates that a reader may want to look at twice.
    #[serde(default)]
    pub checks: Vec<CheckFact>,
    /// Statements.
    pub statements: Vec<StatementFact>,
    /// Figures.
    pub figures: Vec<FigureFact>,
    /// The encoding that the text was decoded from, if not UTF-8; offsets then count in the decoded
    /// text. Whoever read the file fills it in.
    #[serde(skip_serializing_if = "String::is_empty", default)]
    pub decoded_from: String,
}

/// A stretch that is not the article's own body.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FurnitureFact {
    /// Where it stands.
    #[serde(flatten)]
    pub at: At,
    /// What it is.
    pub kind: FurnitureKind,
}

/// A stretch of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct At {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl From<Span> for At {
    fn from(span: Span) -> Self {
        Self { start: span.start(), end: span.end() }
    }
}

/// A name.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MentionFact {
    /// Where it stands.
    #[serde(flatten)]
    pub at: At,
    /// Its characters.
    pub text: String,
    /// What kind of thing it names.
    #[serde(rename = "type")]
    pub kind: EntityKind,
    /// The canonical name.
    pub entity: String,
    /// The rule that found it.
    pub why: String,
    /// Whether that is sure.
    pub sure: bool,
}

/// A time expression.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TimeFact {
    /// Where it stands.
    #[serde(flatten)]
    pub at: At,
    /// Its characters.
    pub text: String,
    /// DATE, TIME, DURATION or SET.
    #[serde(rename = "type")]
    pub kind: TimexKind,
    /// EDTF or ISO 8601; empty when it can't be known.
    pub value: String,
    /// The stretch of time line it covers.
    pub interval: Option<Interval>,
    /// Other values it may mean, likeliest first.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub alternatives: Vec<String>,
    /// What the value was worked out from: "", "published" or "mention".
    pub anchor: String,
    /// The words it was worked out from, when another expression.
    pub anchor_at: Option<At>,
    /// The rule that found it.
    pub why: String,
    /// Whether the value is sure.
    pub sure: bool,
}

/// A date to look at twice.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CheckFact {
    /// Where it stands.
    #[serde(flatten)]
    pub at: At,
    /// What is odd about it.
    pub oddity: Oddity,
    /// The weekday that the date really has (Monday = 1), when another one is told.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub weekday: Option<u32>,
}

/// A statement.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StatementFact {
    /// What was said.
    #[serde(flatten)]
    pub at: At,
    /// Its characters.
    pub text: String,
    /// Direct, indirect or mixed.
    pub kind: StatementKind,
    /// Canonical name or description of the speaker; empty when unknown.
    pub speaker: String,
    /// The words that name the speaker here.
    pub speaker_text: String,
    /// Where they stand.
    pub speaker_at: Option<At>,
    /// How they name the speaker.
    pub reference: Reference,
    /// The cue word.
    pub cue: String,
    /// Where it stands.
    pub cue_at: Option<At>,
    /// The medium it was read in.
    pub medium: String,
    /// What saying it does.
    pub act: SpeechAct,
    /// The pattern that found it.
    pub why: String,
    /// Whether speaker and content are sure.
    pub sure: bool,
}

/// A number with its unit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FigureFact {
    /// Where it stands.
    #[serde(flatten)]
    pub at: At,
    /// Its characters.
    pub text: String,
    /// The number, or the lower end of a range.
    pub value: f64,
    /// The upper end of a range.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub high: Option<f64>,
    /// How exactly it is meant.
    pub precision: Precision,
    /// Its unit.
    pub unit: String,
}

fn slice(analysis: &Analysis, span: Option<Span>) -> String {
    span.map_or_else(String::new, |span| analysis.document.slice(span).to_owned())
}

impl From<&Analysis> for Facts {
    fn from(analysis: &Analysis) -> Self {
        Self {
            doc: analysis.name.clone(),
            title: analysis.title.clone(),
            outlet: analysis.outlet.clone(),
            language: analysis.language.to_owned(),
            published: analysis.times.published.map_or_else(String::new, day),
            published_from: analysis.times.published_from,
            furniture: analysis
                .document
                .furniture
                .iter()
                .map(|part| FurnitureFact { at: part.span.into(), kind: part.kind })
                .collect(),
            mentions: mentions(analysis),
            times: times(analysis),
            checks: checks(analysis),
            statements: statements(analysis),
            figures: figures(analysis),
            decoded_from: String::new(),
        }
    }
}

fn mentions(analysis: &Analysis) -> Vec<MentionFact> {
    let found = &analysis.entities;
    let fact = |mention: &crate::entity::mention::Mention| MentionFact {
        at: mention.span.into(),
        text: slice(analysis, Some(mention.span)),
        kind: mention.kind,
        entity: found.entities.get(mention.entity.index()).map_or_else(String::new, |entity| entity.name.clone()),
        why: mention.rule.to_owned(),
        sure: mention.sure,
    };
    found.mentions.iter().map(fact).collect()
}

fn times(analysis: &Analysis) -> Vec<TimeFact> {
    let fact = |time: &crate::time::expression::Timex| TimeFact {
        at: time.span.into(),
        text: slice(analysis, Some(time.span)),
        kind: time.kind,
        value: time.value.clone(),
        interval: time.interval,
        alternatives: time.alternatives.clone(),
        anchor: match time.anchor {
            Anchor::None => "",
            Anchor::Published => "published",
            Anchor::Mention(_) => "mention",
        }
        .to_owned(),
        anchor_at: if let Anchor::Mention(span) = time.anchor { Some(span.into()) } else { None },
        why: time.rule.to_owned(),
        sure: time.sure,
    };
    analysis.times.expressions.iter().map(fact).collect()
}

fn checks(analysis: &Analysis) -> Vec<CheckFact> {
    let fact = |check: &Check| CheckFact { at: check.span.into(), oddity: check.oddity, weekday: check.weekday };
    analysis.times.checks.iter().map(fact).collect()
}

fn statements(analysis: &Analysis) -> Vec<StatementFact> {
    let fact = |statement: &crate::statement::Statement| {
        let by = &statement.attribution;
        StatementFact {
            at: statement.span.into(),
            text: slice(analysis, Some(statement.span)),
            kind: statement.kind,
            speaker: by.speaker.clone(),
            speaker_text: slice(analysis, by.source),
            speaker_at: by.source.map(At::from),
            reference: by.reference,
            cue: slice(analysis, by.cue),
            cue_at: by.cue.map(At::from),
            medium: slice(analysis, by.medium),
            act: statement.act,
            why: statement.rule.to_owned(),
            sure: statement.sure,
        }
    };
    analysis.statements.iter().map(fact).collect()
}

fn figures(analysis: &Analysis) -> Vec<FigureFact> {
    let fact = |figure: &crate::figure::Figure| FigureFact {
        at: figure.span.into(),
        text: slice(analysis, Some(figure.span)),
        value: figure.value,
        high: figure.high,
        precision: figure.precision,
        unit: figure.unit.clone(),
    };
    analysis.figures.iter().map(fact).collect()
}
