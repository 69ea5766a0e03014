//! The rules: what time expressions look like. Each reads from a token on; the longest wins.

mod clock;
mod day;
#[cfg(test)]
mod examples;
mod feast;
mod guard;
mod length;
mod month;
mod part;
mod period;
mod repeat;
mod vague;
mod year;

use std::ops::Range;

use crate::text::document::Document;
use crate::time::lexeme::Lexeme;
use crate::time::meaning::Meaning;
use crate::time::reading::{Read, Reading, Tables};
use crate::time::rule::guard::Verdict;

/// A named way to read an expression.
#[derive(Clone, Copy)]
pub(crate) struct Rule {
    /// Its name, which the reader of a mark can ask for.
    pub name: &'static str,
    /// Whether an expression of this kind can begin so; what it says must hold for all that `read`
    /// reads, as `read` is asked nowhere else.
    pub opens: fn(First) -> bool,
    /// What it reads from a token on.
    pub read: fn(&Reading, usize) -> Read<Meaning>,
}

/// What the first token of an expression can be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum First {
    /// A word, or the first of several, with this meaning.
    Word(Lexeme),
    /// A number word.
    Numeral,
    /// Digits.
    Digits,
}

/// A set of rules, the first of [`RULES`] in the lowest bit.
pub(crate) type Openers = u16;

/// The rules that can begin so.
pub(crate) fn openers(first: First) -> Openers {
    RULES.iter().rev().fold(0, |all, rule| all << 1 | Openers::from((rule.opens)(first)))
}

/// All rules; of two that read equally far the first wins.
pub(crate) const RULES: [Rule; 14] = [
    repeat::RULE,
    day::RULE,
    day::WORD,
    clock::RULE,
    part::RULE,
    month::RULE,
    year::RULE,
    period::RULE,
    period::SUB_YEAR,
    length::FROM_DATE,
    length::RULE,
    feast::RULE,
    feast::COUNTED,
    vague::RULE,
];

/// What was found: the tokens, what they say, and the rule that read them.
#[derive(Clone, Debug)]
pub(crate) struct Found {
    pub tokens: Range<usize>,
    pub meaning: Meaning,
    pub rule: &'static str,
    /// Whether it is kept off the timeline: an age, a word for now, the name of a feast.
    pub background: bool,
}

/// Finds the expressions of a document, in order and without overlap; none crosses a line break.
pub(crate) fn scan(tables: &Tables, document: &Document) -> Vec<Found> {
    let mut found = Vec::new();
    for paragraph in document.paragraphs() {
        let reading = tables.within(paragraph.tokens.clone());
        let mut at = paragraph.tokens.start;
        while at < paragraph.tokens.end {
            let Some(next) = longest(&reading, at) else {
                at = reading.trap(at).unwrap_or(at + 1);
                continue;
            };
            match guard::judge(&reading, &next) {
                Verdict::Barred(end) => at = end.max(at + 1),
                verdict => {
                    at = next.tokens.end.max(at + 1);
                    found.push(Found { background: verdict == Verdict::Background, ..next });
                }
            }
        }
    }
    found
}

impl Found {
    /// Whether it stands in furniture.
    pub fn is_furniture(&self, document: &Document) -> bool {
        document.tokens().get(self.tokens.start).is_some_and(|token| document.in_furniture(token.span.start()))
    }
}

/// What the rule reads that reads farthest from token `at` on.
fn longest(reading: &Reading, at: usize) -> Option<Found> {
    let mut openers = reading.openers(at);
    let mut best: Option<Found> = None;
    while let Some(rule) = RULES.get(openers.trailing_zeros() as usize) {
        openers &= openers - 1;
        let Some((meaning, end)) = (rule.read)(reading, at) else { continue };
        if best.as_ref().is_none_or(|best| end > best.tokens.end) {
            best = Some(Found { tokens: at..end, meaning, rule: rule.name, background: false });
        }
    }
    best
}
