//! Times: `span` exact, `found` overlapping, `value` overlapping with the right normalised value.

use regex::{Captures, Regex};
use silang_core::facts::At;

use crate::eval::matching::pair_up;
use crate::eval::{Case, Row, Score};

/// Words that may stand in or out of the span.
const APPROXIMATORS: [&str; 8] =
    ["sekitar", "kira-kira", "kurang lebih", "hampir", "nyaris", "lebih dari", "pada", "hari"];

#[derive(Default)]
struct Tally {
    span: usize,
    found: usize,
    value: usize,
    marked: usize,
    predicted: usize,
}

pub(super) fn rows(cases: &[Case]) -> Vec<Row> {
    let mut tally = Tally::default();
    let values = Values::new();
    for case in cases {
        count(case, &values, &mut tally);
    }
    let row = |hits| Score::new(hits, tally.predicted, tally.marked);
    vec![("time span", row(tally.span)), ("time found", row(tally.found)), ("time value", row(tally.value))]
}

fn count(case: &Case, values: &Values, tally: &mut Tally) {
    let text = &case.gold.article.text;
    let found: Vec<_> = case.facts.times.iter().filter(|time| case.outside(time.at)).collect();
    let marked: Vec<At> = case.gold.times.iter().map(|time| time.at).collect();
    let pairs = pair_up(&marked, &found.iter().map(|time| time.at).collect::<Vec<_>>(), 0.0);
    tally.marked += marked.len();
    tally.predicted += found.len();
    tally.found += pairs.len();
    for (i, j) in pairs {
        let (mark, finding) = (&case.gold.times[i], found[j]);
        tally.span += usize::from(core_span(text, mark.at) == core_span(text, finding.at));
        tally.value += usize::from(values.same(&mark.value, &finding.value));
    }
}

/// The stretch without approximators or prepositions in front.
fn core_span(text: &str, at: At) -> At {
    let part = text.get(at.start..at.end).unwrap_or_default();
    let mut rest = part;
    while let Some(next) = APPROXIMATORS.iter().find_map(|word| after_word(rest, word)) {
        rest = next;
    }
    let start = if rest.is_empty() { at.start } else { at.end - rest.len() };
    At { start, end: at.end }
}

/// What follows `word` and the space after it at the start of `text`.
fn after_word<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let after = text.get(word.len()..).filter(|_| text[..word.len()].eq_ignore_ascii_case(word))?;
    let rest = after.trim_start();
    (rest.len() < after.len()).then_some(rest)
}

/// Comparing values of time expressions.
struct Values {
    zero_seconds: Option<Regex>,
    zone: Option<Regex>,
}

impl Values {
    fn new() -> Self {
        Self {
            zero_seconds: Regex::new(r"(?-u)(T[0-9][0-9]:[0-9][0-9]):00\b").ok(),
            zone: Regex::new(r"(?-u)(T[0-9][0-9](?::[0-9][0-9])?)(?:Z|[+-][0-9][0-9]:?[0-9][0-9])$").ok(),
        }
    }

    /// Equal but for approximation, full minutes, and a zone that only one of them tells.
    fn same(&self, marked: &str, found: &str) -> bool {
        let (marked, found) = (self.normal(marked), self.normal(found));
        let cut = |value: &str| first_group(self.zone.as_ref(), value);
        marked == found || (marked.contains('T') && (marked == cut(&found) || cut(&marked) == found))
    }

    fn normal(&self, value: &str) -> String {
        let plain = value.trim().to_uppercase().replace(['~', '%'], "");
        first_group(self.zero_seconds.as_ref(), &plain)
    }
}

/// The text with each match replaced by its first group.
fn first_group(pattern: Option<&Regex>, text: &str) -> String {
    pattern
        .map_or_else(|| text.to_owned(), |regex| regex.replace_all(text, |c: &Captures| c[1].to_owned()).into_owned())
}

#[cfg(test)]
mod tests {
    use super::{At, Values, core_span};

    #[test]
    fn a_leading_approximator_stands_in_or_out() {
        let text = "sekitar pada Kamis";
        let core = core_span(text, At { start: 0, end: text.len() });
        assert_eq!(&text[core.start..core.end], "Kamis");
        assert_eq!(core_span("hari", At { start: 0, end: 4 }), At { start: 0, end: 4 });
    }

    #[test]
    fn values_differ_by_more_than_writing() {
        let values = Values::new();
        assert!(values.same("2022-02~", "2022-02"));
        assert!(values.same("2022-02-24T10:00+07:00", "2022-02-24T10:00:00"));
        assert!(!values.same("2022-02-24T10:00+07:00", "2022-02-24T10:00+08:00"));
        assert!(!values.same("2022-02-24", "2022-02-25"));
    }
}
