//! What grouping needs to know of an article: its terms with their weight, and its day.

use std::collections::HashMap;

use chrono::{Datelike, NaiveDate};

use crate::analysis::Analysis;
use crate::compare::term::{Lexicon, Term};
use crate::text::span::Span;

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
}

/// What an article is about, small enough to keep for ten thousand of them.
#[derive(Clone, Debug, Default)]
pub struct Profile {
    /// In order of term.
    pub terms: Vec<Weighted>,
    /// Day of publication, counted from the common era.
    pub day: Option<i32>,
}

/// Number of a day, one apart for neighbouring days.
pub fn day_number(date: NaiveDate) -> i32 {
    date.num_days_from_ce()
}

impl Profile {
    /// The profile of an analysed article.
    pub fn of(lexicon: &Lexicon, analysis: &Analysis) -> Self {
        let mut counts: HashMap<Term, (f32, bool)> = HashMap::new();
        let names = name_spans(analysis);
        let lead = lead_end(analysis);
        for (token, term) in analysis.document.tokens().iter().zip(lexicon.terms(&analysis.document)) {
            let Some(term) = term.filter(|_| !analysis.document.in_furniture(token.span.start())) else { continue };
            let entry = counts.entry(term).or_default();
            entry.0 += if token.span.start() < lead { 2.0 } else { 1.0 };
            entry.1 |= within(&names, token.span);
        }
        let weigh = |(term, (count, named)): (Term, (f32, bool))| {
            let weight = (1.0 + count.ln()) * if named { NAMED } else { 1.0 };
            Weighted { term, weight, named }
        };
        let mut terms: Vec<Weighted> = counts.into_iter().map(weigh).collect();
        terms.sort_by(|a, b| b.weight.total_cmp(&a.weight).then(a.term.cmp(&b.term)));
        terms.truncate(KEPT);
        terms.sort_by_key(|weighted| weighted.term);
        Self { terms, day: analysis.times.published.map(day_number) }
    }
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
