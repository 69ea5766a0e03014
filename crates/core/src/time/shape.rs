//! Dates written in digits alone ("20/2/2022", "19-20/2/2022", "2022-02-20"), found in the raw text.

use chrono::NaiveTime;
use regex::{Captures, Regex};

use crate::text::document::Document;
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

const PATTERN: &str = "(?x)
    (?P<iy>[0-9]{4})-(?P<im>[0-9]{2})-(?P<id>[0-9]{2})
    (?:T(?P<hour>[0-9]{2}):(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2}))?
       (?P<zone>Z|(?P<sign>[+-])(?P<zh>[0-9]{2}):?(?P<zm>[0-9]{2}))?)?
  | (?P<d1>[0-9]{1,2})(?:/(?P<m1>[0-9]{1,2})(?:/(?P<y1>[0-9]{4}))?)?\\x20?[-–]\\x20?
    (?P<d2>[0-9]{1,2})/(?P<m2>[0-9]{1,2})(?:/\\x20?(?P<y2>[0-9]{2,4}))?
  | (?P<d3>[0-9]{1,2})/(?P<m3>[0-9]{1,2})(?:/\\x20?(?P<y3>[0-9]{2,4}))?
  | (?P<d4>[0-9]{1,2})-(?P<m4>[0-9]{1,2})-(?P<y4>[0-9]{4})
  | (?P<d5>[0-9]{1,2})\\.(?P<m5>[0-9]{1,2})\\.(?P<y5>[0-9]{4})";

/// The pattern of all dates in digits.
pub(crate) fn pattern() -> Option<Regex> {
    Regex::new(PATTERN).ok()
}

/// A year of two digits lies between 1950 and 2049; one of three is a slip of the pen.
fn year(text: &str) -> Option<i32> {
    let year = text.parse().ok()?;
    match text.len() {
        2 if year < 50 => Some(2000 + year),
        2 => Some(1900 + year),
        4 => Some(year),
        _ => None,
    }
}

/// A date in digits, taken apart.
struct Parts {
    first: Numeric,
    last: Option<Numeric>,
    clock: Option<Clock>,
    zone: Option<i32>,
}

/// The clock time and zone of ISO 8601.
fn iso_clock(found: &Captures) -> (Option<Clock>, Option<i32>) {
    let number = |name: &str| found.name(name).and_then(|digits| digits.as_str().parse::<u32>().ok());
    let clock = number("hour").zip(number("minute")).and_then(|(hour, minute)| {
        let from = NaiveTime::from_hms_opt(hour, minute, number("second").unwrap_or(0))?;
        Some(Clock { from, to: None, day_end: false, seconds: false })
    });
    let minutes = number("zh").zip(number("zm")).map(|(hours, minutes)| (hours * 60 + minutes).cast_signed());
    let behind = found.name("sign").is_some_and(|sign| sign.as_str() == "-");
    let utc = found.name("zone").map(|_| 0);
    (clock, minutes.map(|minutes| if behind { -minutes } else { minutes }).or(utc))
}

fn numeric(pattern: &Regex, text: &str) -> Option<Parts> {
    let found = pattern.captures(text)?;
    let (clock, zone) = iso_clock(&found);
    let group = |name: &str| found.name(name).map(|m| m.as_str());
    let number = |name: &str| group(name).and_then(|digits| digits.parse::<u32>().ok());
    let one =
        |d: &str, m: &str, y: &str| Some(Numeric { day: number(d)?, month: number(m), year: group(y).and_then(year) });
    if let Some(last) = one("d2", "m2", "y2") {
        let first = one("d1", "m1", "y1")?;
        let month = first.month.or(last.month);
        let first = Numeric { month, year: first.year.or(last.year), ..first };
        return Some(Parts { first, last: Some(last), clock, zone });
    }
    let single = one("id", "im", "iy").or_else(|| one("d3", "m3", "y3"));
    let first = single.or_else(|| one("d4", "m4", "y4")).or_else(|| one("d5", "m5", "y5"))?;
    Some(Parts { first, last: None, clock, zone })
}

/// Whether the characters around a match show that it is a piece of something longer.
fn is_piece(text: &str, start: usize, end: usize) -> bool {
    let before = text.get(..start).and_then(|head| head.chars().next_back());
    let mut after = text.get(end..).unwrap_or_default().chars();
    let next = after.next();
    let glued = matches!(next, Some('/' | '.' | ',' | '-')) && after.next().is_some_and(|c| c.is_ascii_digit());
    before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '/' | '.' | ','))
        || next.is_some_and(|c| c.is_ascii_digit())
        || glued
}

/// All dates in digits of a document, in order.
pub(crate) fn find(pattern: Option<&Regex>, document: &Document) -> Vec<Shape> {
    let text = document.text();
    let Some(pattern) = pattern else { return Vec::new() };
    let shape = |found: regex::Match| {
        let Parts { first, last, clock, zone } = numeric(pattern, found.as_str())?;
        let tokens = document.tokens_in(crate::Span::new(found.start(), found.end()));
        (!is_piece(text, found.start(), found.end())).then_some(Shape {
            start: tokens.start,
            end: tokens.end,
            first,
            last,
            clock,
            zone,
        })
    };
    pattern.find_iter(text).filter_map(shape).collect()
}

#[cfg(test)]
mod tests {
    use super::{find, pattern};
    use crate::Document;
    use crate::text::document::Grammar;

    fn shapes(text: &str) -> Vec<String> {
        let document = Document::new(&Grammar::default(), text);
        let found = find(pattern().as_ref(), &document);
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
