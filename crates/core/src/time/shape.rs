//! Dates written in digits alone: "20/2/2022", "19-20/2/2022", "28/2-2/3/2022", "2022-02-20", "20.02.2022".

use std::ops::RangeInclusive;

use chrono::NaiveTime;

use crate::text::document::Document;
use crate::text::span::Span;
use crate::text::token::is_dash;
use crate::text::token::{Token, TokenKind};
use crate::time::meaning::Clock;

/// A day of a date in digits, as far as it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Numeric {
    pub year: Option<i32>,
    pub month: Option<u32>,
    pub day: u32,
}

/// A date in digits and the tokens it covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Shape {
    /// First token.
    pub start: usize,
    /// One past the last token.
    pub end: usize,
    pub first: Numeric,
    /// The last day of a range.
    pub last: Option<Numeric>,
    /// The clock time of ISO 8601 behind it.
    pub clock: Option<Clock>,
    /// The zone of ISO 8601 behind it, in minutes ahead of UTC.
    pub zone: Option<i32>,
}

/// All dates in digits of a document, in order.
pub(crate) fn find(document: &Document) -> Vec<Shape> {
    let digits = Digits { document };
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(token) = document.tokens().get(at) {
        let shape = (token.kind == TokenKind::Number).then(|| digits.shape(at)).flatten();
        at = shape.map_or(at, |shape| shape.end - 1) + 1;
        found.extend(shape.filter(|shape| !digits.is_piece(shape)));
    }
    found
}

/// A year of two digits lies between 1950 and 2049; one of three is a slip of the pen.
fn full_year(number: u32, length: usize) -> Option<i32> {
    let year = number.cast_signed();
    match length {
        2 if year < 50 => Some(2000 + year),
        2 => Some(1900 + year),
        4 => Some(year),
        _ => None,
    }
}

/// A document as rows of digits with signs between them.
struct Digits<'a> {
    document: &'a Document,
}

impl Digits<'_> {
    fn token(&self, at: usize) -> Option<&Token> {
        self.document.tokens().get(at)
    }

    /// The digits at `at`, if there are so many, and how many there are.
    fn number(&self, at: usize, lengths: RangeInclusive<usize>) -> Option<(u32, usize)> {
        let token = self.token(at).filter(|token| token.kind == TokenKind::Number)?;
        let length = token.span.len();
        lengths.contains(&length).then(|| self.document.slice(token.span).parse().ok()).flatten().zip(Some(length))
    }

    /// The digits behind the sign at `at`, with nothing between.
    fn joined(&self, at: usize, signs: &[&str], lengths: RangeInclusive<usize>) -> Option<(u32, usize)> {
        let next = self.token(at + 1).is_some_and(|token| token.joined);
        (next && self.is_joined(at, signs)).then(|| self.number(at + 1, lengths)).flatten()
    }

    /// Whether one of these signs stands at `at` with nothing before it.
    fn is_joined(&self, at: usize, signs: &[&str]) -> bool {
        self.token(at).is_some_and(|token| token.joined && signs.contains(&self.document.slice(token.span)))
    }

    /// Whether there is at most one space before token `at`.
    fn is_close(&self, at: usize) -> bool {
        let gap = |before: &Token, token: &Token| {
            token.joined || self.document.slice(Span::new(before.span.end(), token.span.start())) == " "
        };
        at.checked_sub(1).and_then(|before| self.token(before)).zip(self.token(at)).is_some_and(|(a, b)| gap(a, b))
    }

    /// The date that begins with the digits at `at`.
    fn shape(&self, at: usize) -> Option<Shape> {
        self.year_first(at).or_else(|| self.range(at)).or_else(|| self.day_first(at)).or_else(|| self.other_signs(at))
    }

    /// "2022-02-20", perhaps with the clock time of ISO 8601.
    fn year_first(&self, start: usize) -> Option<Shape> {
        let (year, _) = self.number(start, 4..=4)?;
        let (month, _) = self.joined(start + 1, &["-"], 2..=2)?;
        let (day, _) = self.joined(start + 3, &["-"], 2..=2)?;
        let first = Numeric { year: Some(year.cast_signed()), month: Some(month), day };
        let plain = Shape { start, end: start + 5, first, last: None, clock: None, zone: None };
        Some(self.with_clock(plain).unwrap_or(plain))
    }

    fn with_clock(&self, date: Shape) -> Option<Shape> {
        let (hour, _) = self.joined(date.end, &["T"], 2..=2)?;
        let (minute, _) = self.joined(date.end + 2, &[":"], 2..=2)?;
        let second = self.joined(date.end + 4, &[":"], 2..=2);
        let end = date.end + if second.is_some() { 6 } else { 4 };
        let from = NaiveTime::from_hms_opt(hour, minute, second.map_or(0, |(second, _)| second));
        let clock = from.map(|from| Clock { from, to: None, day_end: false, seconds: false });
        let (zone, end) = self.zone(end).map_or((None, end), |(zone, end)| (Some(zone), end));
        Some(Shape { end, clock, zone, ..date })
    }

    /// "Z", "+07:00", "+0700", and one past it.
    fn zone(&self, at: usize) -> Option<(i32, usize)> {
        if self.is_joined(at, &["Z"]) {
            return Some((0, at + 1));
        }
        let (ahead, length) = self.joined(at, &["+", "-"], 2..=4)?;
        let (hours, minutes, end) = match length {
            2 => (ahead, self.joined(at + 2, &[":"], 2..=2)?.0, at + 4),
            4 => (ahead / 100, ahead % 100, at + 2),
            _ => return None,
        };
        let minutes = (hours * 60 + minutes).cast_signed();
        Some((if self.is_joined(at, &["-"]) { -minutes } else { minutes }, end))
    }

    /// "19-20/2/2022", "28/2-2/3/2022".
    fn range(&self, start: usize) -> Option<Shape> {
        let (day, _) = self.number(start, 1..=2)?;
        let month = self.joined(start + 1, &["/"], 1..=2).map(|(month, _)| month);
        let year = month.and_then(|_| self.joined(start + 3, &["/"], 4..=4)).map(|(year, _)| year.cast_signed());
        let dash = start + 1 + 2 * usize::from(month.is_some()) + 2 * usize::from(year.is_some());
        let dashed = self.token(dash).is_some_and(|token| is_dash(self.document.slice(token.span)));
        (dashed && self.is_close(dash) && self.is_close(dash + 1)).then_some(())?;
        let whole = self.day_first(dash + 1)?;
        let last = whole.first;
        let first = Numeric { day, month: month.or(last.month), year: year.or(last.year) };
        Some(Shape { start, first, last: Some(last), ..whole })
    }

    /// "20/2/2022", "20/2", with perhaps a space before the year.
    fn day_first(&self, start: usize) -> Option<Shape> {
        let (day, _) = self.number(start, 1..=2)?;
        let (month, _) = self.joined(start + 1, &["/"], 1..=2)?;
        let behind = self.is_joined(start + 3, &["/"]) && self.is_close(start + 4);
        let year = behind.then(|| self.number(start + 4, 2..=4)).flatten();
        let end = start + if year.is_some() { 5 } else { 3 };
        let year = year.and_then(|(year, length)| full_year(year, length));
        Some(Shape {
            start,
            end,
            first: Numeric { year, month: Some(month), day },
            last: None,
            clock: None,
            zone: None,
        })
    }

    /// "20-02-2022", "20.02.2022".
    fn other_signs(&self, start: usize) -> Option<Shape> {
        let (day, _) = self.number(start, 1..=2)?;
        let by = |sign| self.joined(start + 1, sign, 1..=2).zip(self.joined(start + 3, sign, 4..=4));
        let ((month, _), (year, _)) = by(&["-"]).or_else(|| by(&["."]))?;
        let first = Numeric { year: Some(year.cast_signed()), month: Some(month), day };
        Some(Shape { start, end: start + 5, first, last: None, clock: None, zone: None })
    }

    /// Whether what stands beside a date shows that it is a piece of something longer.
    fn is_piece(&self, shape: &Shape) -> bool {
        let joined = self.token(shape.start).is_some_and(|token| token.joined);
        let before = shape.start.checked_sub(1).and_then(|before| self.token(before)).filter(|_| joined);
        let begun = before.is_some_and(|token| {
            token.kind != TokenKind::Punctuation || matches!(self.document.slice(token.span), "/" | "." | ",")
        });
        begun || self.joined(shape.end, &["/", ".", ",", "-"], 1..=usize::MAX).is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::Document;
    use crate::text::document::Grammar;

    fn shapes(text: &str) -> Vec<String> {
        let document = Document::new(&Grammar::default(), text);
        let found = find(&document);
        found.iter().map(|shape| document.slice(document.span_of(shape.start..shape.end)).to_owned()).collect()
    }

    #[test]
    fn dates_in_digits_are_found_whole() {
        for date in ["20/2/2022", "19-20/2/2022", "28/2-2/3/2022", "2022-02-20", "20.02.2022", "20-02-2022", "20/2"] {
            assert_eq!(shapes(&format!("({date}), begitu")), [date]);
        }
    }

    #[test]
    fn longer_numbers_are_not_dates() {
        for text in ["195/12/2014/5", "B.1.1.529", "10.20.3045.000", "0812-3456-7890"] {
            assert!(shapes(text).is_empty(), "{text}");
        }
    }
}
