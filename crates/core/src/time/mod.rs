//! Dates, times, durations and repeated times, worked out to real dates.

pub mod expression;
pub mod value;

use chrono::NaiveDate;

use crate::text::document::Document;
use crate::text::header::{Header, PublishedFrom};
use crate::time::expression::Timex;

/// What the time layer must be told about a language.
#[derive(Clone, Debug, Default)]
pub struct Grammar {}

/// The times of a document and the day it was published.
#[derive(Clone, Debug, Default)]
pub struct Times {
    /// In order of start; they do not overlap.
    pub expressions: Vec<Timex>,
    /// The day of publication, as far as it is known.
    pub published: Option<NaiveDate>,
    /// Where that was learnt.
    pub published_from: PublishedFrom,
}

/// Finds the time expressions of a document and works out their values.
///
/// `told` is the day of publication if the site or the reader told it; without it the date line
/// of `header` or the text itself must do.
pub fn find(_grammar: &Grammar, _document: &Document, _header: &Header, told: Option<NaiveDate>) -> Times {
    let published_from = if told.is_some() { PublishedFrom::Manifest } else { PublishedFrom::None };
    Times { expressions: Vec::new(), published: told, published_from }
}
