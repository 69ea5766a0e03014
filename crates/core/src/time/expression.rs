//! A stretch of text that tells a time.

use serde::{Deserialize, Serialize};

use crate::text::span::Span;
use crate::time::calendar::Grain;
use crate::time::lexeme::{Edge, Part};
use crate::time::value::Interval;

/// The kinds of TIMEX3.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum TimexKind {
    /// A day or something coarser.
    Date,
    /// A clock time or a part of a day.
    Time,
    /// A length of time.
    Duration,
    /// A repeated time.
    Set,
}

/// What a value was worked out from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Anchor {
    /// Nothing: the expression tells it all.
    #[default]
    None,
    /// The day of publication.
    Published,
    /// Another expression of the same article.
    Mention(Span),
}

/// A time expression with its value.
#[derive(Clone, Debug, PartialEq)]
pub struct Timex {
    /// Where it stands.
    pub span: Span,
    /// Which kind it is.
    pub kind: TimexKind,
    /// EDTF or ISO 8601; empty when it can't be known.
    pub value: String,
    /// The stretch of time line it covers, for dates and times that can be placed.
    pub interval: Option<Interval>,
    /// How finely it is told: a day, a month …
    pub grain: Option<Grain>,
    /// The part of the day, if told.
    pub part: Option<Part>,
    /// The part of the period, if only that is meant.
    pub edge: Option<Edge>,
    /// The zone, told or that of a place told, in minutes ahead of UTC.
    pub zone: Option<i32>,
    /// Other values it may mean, likeliest first.
    pub alternatives: Vec<String>,
    /// What it was worked out from.
    pub anchor: Anchor,
    /// The rule that found it.
    pub rule: &'static str,
    /// Whether the value is sure.
    pub sure: bool,
}
