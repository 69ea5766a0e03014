//! All dates of the articles in order: what happened, what was said, what was published.

use std::collections::{BTreeMap, HashSet};

use crate::analysis::Analysis;
use crate::compare::sayings::Sayings;
use crate::compare::term::SmallWords;
use crate::compare::{Moment, Place, Role};
use crate::text::span::Span;
use crate::time::expression::{Timex, TimexKind};
use crate::time::value::Interval;

/// Order on the time line: the earlier first, of those that begin together the longer first.
type Order = (i64, std::cmp::Reverse<i64>, String);

/// The timeline over all articles. The day on which somebody is quoted from elsewhere is one of publication.
pub fn timeline(words: &SmallWords, articles: &[&Analysis]) -> Vec<Moment> {
    let mut moments: BTreeMap<Order, Vec<(Place, Role)>> = BTreeMap::new();
    for (article, analysis) in articles.iter().enumerate() {
        let place = |span: Span| Place { article, span };
        let sayings = Sayings::of(analysis);
        if let Some((order, span)) = publication(analysis) {
            moments.entry(order).or_default().push((place(span), Role::Published));
        }
        for time in &analysis.times.expressions {
            if let Some(order) = order(time).filter(|_| is_told(analysis, time.span)) {
                moments.entry(order).or_default().push((place(time.span), role(words, analysis, &sayings, time)));
            }
        }
    }
    moments.into_iter().map(|((_, _, value), items)| Moment { value, items }).collect()
}

fn publication(analysis: &Analysis) -> Option<(Order, Span)> {
    let day = analysis.times.published?;
    let start = day.and_hms_opt(0, 0, 0)?.and_utc().timestamp().div_euclid(60);
    let span = analysis.header.date_line.or(analysis.header.title).unwrap_or_default();
    Some(((start, std::cmp::Reverse(start + 24 * 60), day.to_string()), span))
}

fn order(time: &Timex) -> Option<Order> {
    let Interval { start, end, .. } = time.interval?;
    let dated = matches!(time.kind, TimexKind::Date | TimexKind::Time) && !time.value.is_empty();
    dated.then(|| (start, std::cmp::Reverse(end), time.value.clone()))
}

/// Whether a time belongs to what the article tells: not in furniture, not its own date line.
fn is_told(analysis: &Analysis, span: Span) -> bool {
    let header = analysis.header.date_line.is_some_and(|line| line.overlaps(span));
    !header && !analysis.document.in_furniture(span.start())
}

fn role(words: &SmallWords, analysis: &Analysis, sayings: &Sayings, time: &Timex) -> Role {
    match sayings.occasion(time) {
        Some(_) if is_behind(analysis, &words.quoted, time) => Role::Published,
        Some(_) => Role::Said,
        None => Role::Happened,
    }
}

/// Whether one of some words stands close before a time ("dikutip Jumat").
pub(crate) fn is_behind(analysis: &Analysis, words: &HashSet<&str>, time: &Timex) -> bool {
    const REACH: usize = 4;
    let document = &analysis.document;
    let start = document.token_at(time.span.start());
    let before = document.tokens().get(start.saturating_sub(REACH)..start).unwrap_or_default();
    before.iter().any(|token| words.contains(document.folded(token)))
}
