//! The rules: what time expressions look like. Each reads from a token on; the longest wins.

mod clock;
mod day;
mod guard;
mod length;
mod month;
mod part;
mod period;
mod repeat;
mod year;

use std::ops::Range;

use crate::time::meaning::Meaning;
use crate::time::reading::{Read, Reading};

/// A named way to read an expression.
#[derive(Clone, Copy)]
pub(crate) struct Rule {
    /// Its name, which the reader of a mark can ask for.
    pub name: &'static str,
    /// What it reads from a token on.
    pub read: fn(&Reading, usize) -> Read<Meaning>,
}

/// All rules; of two that read equally far the first wins.
pub(crate) const RULES: [Rule; 10] = [
    repeat::RULE,
    day::RULE,
    day::WORD,
    clock::RULE,
    part::RULE,
    month::RULE,
    year::RULE,
    period::RULE,
    period::SUB_YEAR,
    length::RULE,
];

/// What was found: the tokens, what they say, and the rule that read them.
#[derive(Clone, Debug)]
pub(crate) struct Found {
    pub tokens: Range<usize>,
    pub meaning: Meaning,
    pub rule: &'static str,
}

/// Finds the expressions of a document, in order and without overlap.
pub(crate) fn scan(reading: &Reading) -> Vec<Found> {
    let tokens = reading.document.tokens();
    let mut found: Vec<Found> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        match longest(reading, at).filter(|next| !guard::is_barred(reading, next)) {
            Some(next) => {
                at = next.tokens.end;
                found.push(next);
            }
            None => at += 1,
        }
    }
    found
}

/// What the rule reads that reads farthest from token `at` on.
fn longest(reading: &Reading, at: usize) -> Option<Found> {
    if reading.entries(at).is_empty() && reading.number(at).is_none() && reading.shape(at).is_none() {
        return None;
    }
    let mut best: Option<Found> = None;
    for rule in RULES {
        let Some((meaning, end)) = (rule.read)(reading, at) else { continue };
        if best.as_ref().is_none_or(|best| end > best.tokens.end) {
            best = Some(Found { tokens: at..end, meaning, rule: rule.name });
        }
    }
    best
}
