//! What grouping needs to know of an article: its terms with their weight, and its day.

use std::collections::HashMap;

use chrono::{Datelike, NaiveDate};

use crate::analysis::Analysis;
use crate::compare::term::{Lexicon, Term};
use crate::order::Order;
use crate::text::span::Span;
use crate::text::token::TokenKind;

/// Terms kept of one article; more would only be common words.
const KEPT: usize = 120;
/// How much more a term counts that is part of a name.
const NAMED: f32 = 1.4;
/// Paragraphs of the body that count as its lead.
const LEAD: usize = 3;

/// A term of an article.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Weighted {
    /// The term.
    pub term: Term,
    /// How much it counts.
    pub weight: f32,
    /// Whether it is part of a name.
    pub named: bool,
    /// Whether it stands in the headline.
    pub headline: bool,
    /// Whether it is a number.
    pub number: bool,
}

/// What an article is about, small enough to keep for ten thousand of them.
#[derive(Clone, Debug, Default)]
pub struct Profile {
    /// In order of term.
    pub terms: Vec<Weighted>,
    /// Day of publication, counted from the common era.
    pub day: Option<i32>,
    /// The days that the headline tells, first and last.
    pub headline_days: Option<(i32, i32)>,
}

/// Number of a day, one apart for neighbouring days.
pub fn day_number(date: NaiveDate) -> i32 {
    date.num_days_from_ce()
}

impl Profile {
    /// The profile of an analysed article.
    pub fn of(lexicon: &Lexicon, analysis: &Analysis) -> Self {
        let mut counts: HashMap<Term, Weighted> = HashMap::new();
        let names = name_spans(analysis);
        let lead = lead_end(analysis);
        let headline = analysis.header.title.unwrap_or_default();
        for (token, term) in analysis.document.tokens().iter().zip(lexicon.terms(&analysis.document)) {
            let Some(term) = term.filter(|_| !analysis.document.in_furniture(token.span.start())) else { continue };
            let number = token.kind == TokenKind::Number;
            let new = Weighted { term, weight: 0.0, named: false, headline: false, number };
            let entry = counts.entry(term).or_insert(new);
            entry.weight += if token.span.start() < lead { 2.0 } else { 1.0 };
            entry.named |= within(&names, token.span);
            entry.headline |= headline.contains(token.span);
        }
        let weigh = |counted: Weighted| {
            let weight = (1.0 + counted.weight.ln()) * if counted.named { NAMED } else { 1.0 };
            Weighted { weight, ..counted }
        };
        let mut terms: Vec<Weighted> = counts.into_values().map(weigh).collect();
        terms.order_by(|a, b| b.weight.total_cmp(&a.weight).then(a.term.cmp(&b.term)));
        terms.truncate(KEPT);
        terms.order_by_key(|weighted| weighted.term);
        let headline_days = headline_days(analysis, headline);
        Self { terms, day: analysis.times.published.map(day_number), headline_days }
    }
}

/// Minutes of a day.
const DAY: i64 = 24 * 60;

/// The first and the last of the days that are told in the headline, times of more than a day left out.
fn headline_days(analysis: &Analysis, headline: Span) -> Option<(i32, i32)> {
    let told = analysis.times.expressions.iter().filter(|time| headline.contains(time.span));
    let short = told.filter_map(|time| time.interval).filter(|interval| interval.end - interval.start <= DAY);
    let number = |minutes: i64| {
        let moment = chrono::DateTime::from_timestamp(minutes * 60, 0)?;
        Some(day_number(moment.date_naive()))
    };
    let days: Vec<i32> = short.filter_map(|interval| number(interval.start)).collect();
    days.iter().min().copied().zip(days.iter().max().copied())
}

fn name_spans(analysis: &Analysis) -> Vec<Span> {
    analysis.entities.mentions.iter().map(|mention| mention.span).collect()
}

fn within(spans: &[Span], span: Span) -> bool {
    let next = spans.partition_point(|s| s.end() <= span.start());
    spans.get(next).is_some_and(|s| s.overlaps(span))
}

/// Where the headline and the first paragraphs of the body end.
fn lead_end(analysis: &Analysis) -> usize {
    let document = &analysis.document;
    let body = document.paragraphs().iter().filter(|p| !document.in_furniture(p.span.start()));
    body.take(LEAD).last().map_or(0, |paragraph| paragraph.span.end())
}
