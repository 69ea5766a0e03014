//! Numbers with their unit: counts, sums of money, percentages, measures.

pub mod number;

use serde::{Deserialize, Serialize};

use crate::text::document::Document;
use crate::text::span::Span;
use crate::time::expression::Timex;

/// How exactly a figure is meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Precision {
    /// Just this number.
    #[default]
    Exact,
    /// About this number, or a vague one ("belasan", "ratusan").
    About,
    /// This number or more.
    AtLeast,
    /// This number or less.
    AtMost,
}

/// A number with its unit.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// Number and unit together.
    pub span: Span,
    /// The number, or the lower end of a range.
    pub value: f64,
    /// The upper end of a range or of a vague number.
    pub high: Option<f64>,
    /// How exactly it is meant.
    pub precision: Precision,
    /// The unit as a folded word or sign ("tentara", "persen", "rp"); empty when there is none.
    pub unit: String,
}

/// What the figure layer must be told about a language.
#[derive(Clone, Debug, Default)]
pub struct Grammar {}

/// Finds the figures of a document, outside of its times.
pub fn find(_grammar: &Grammar, _document: &Document, _times: &[Timex]) -> Vec<Figure> {
    Vec::new()
}
