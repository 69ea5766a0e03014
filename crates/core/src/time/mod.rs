//! Dates, times, durations and repeated times, worked out to real dates.
//!
//! The walk: [`reading`] looks each word up, [`rule`] finds what an expression says ([`meaning`]),
//! [`published`] the day of publication, [`anchor`] the day that "yesterday" is counted from,
//! [`calendar`] the stretch of days, [`value`] how it is written.

pub(crate) mod anchor;
pub mod calendar;
pub mod check;
pub mod edtf;
pub mod expression;
pub mod feast;
pub mod hijri;
pub mod lexeme;
pub(crate) mod lexicon;
pub(crate) mod likely_year;
pub(crate) mod meaning;
pub(crate) mod published;
pub(crate) mod reading;
pub(crate) mod rule;
pub(crate) mod shape;
pub(crate) mod tense;
pub mod value;

use chrono::NaiveDate;

use crate::figure::number::Numerals;
use crate::figure::phrase::Phrases;
use crate::text::document::Document;
use crate::text::header::{Header, PublishedFrom};
use crate::time::check::Check;
use crate::time::expression::Timex;
use crate::time::feast::Feast;
use crate::time::lexeme::Lexeme;
use crate::time::lexicon::Lexicon;
use crate::time::reading::Tables;

/// The names of all rules that find times; the page has words for each.
pub fn rules() -> impl Iterator<Item = &'static str> {
    rule::RULES.iter().map(|rule| rule.name)
}

/// What the time layer must be told about a language.
#[derive(Clone, Debug, Default)]
pub struct Grammar {
    /// The words of time expressions.
    lexicon: Lexicon,
    /// The feasts that the lexicon numbers.
    pub feasts: Vec<Feast>,
    /// First days of months of the Islamic calendar, as decreed.
    pub hijri_months: hijri::Months,
}

impl Grammar {
    /// A grammar with these words.
    pub fn new(lexicon: Phrases<Lexeme>, numerals: &Numerals, feasts: Vec<Feast>, hijri_months: hijri::Months) -> Self {
        Self { lexicon: Lexicon::new(lexicon, numerals), feasts, hijri_months }
    }
}

/// The times of a document and the day it was published.
#[derive(Clone, Debug, Default)]
pub struct Times {
    /// In order of start; they do not overlap.
    pub expressions: Vec<Timex>,
    /// What was read but is kept off the timeline: ages, words for now, names of feasts.
    pub background: Vec<Timex>,
    /// What a reader may want to look at twice.
    pub checks: Vec<Check>,
    /// The day of publication, as far as it is known.
    pub published: Option<NaiveDate>,
    /// Where that was learnt.
    pub published_from: PublishedFrom,
}

/// Finds the time expressions of a document and works out their values.
///
/// `told` is the day of publication if the site or the reader told it; without it the date line
/// of `header` or the text itself must do.
pub fn find(grammar: &Grammar, document: &Document, header: &Header, told: Option<NaiveDate>) -> Times {
    let tables = Tables::new(grammar, document);
    let mut found = rule::scan(&tables, document);
    let reading = tables.within(0..document.tokens().len());
    let date_line = published::in_date_line(&reading, header, &found);
    found.retain(|found| !found.is_furniture(document));
    let published = published::find(&reading, &found, date_line, told);
    let times = anchor::work_out(grammar, &reading, &found, &published);
    let checks = check::find(&reading, &found, &times, &published);
    let mut sorted = Times {
        published: published.day.filter(|_| !published.rough),
        published_from: published.from,
        checks,
        ..Times::default()
    };
    for (time, found) in times.into_iter().zip(&found) {
        if found.background { sorted.background.push(time) } else { sorted.expressions.push(time) }
    }
    sorted
}
