//! Figures of the same thing that are not the same.

use std::collections::BTreeSet;

use crate::analysis::Analysis;
use crate::compare::differ::frame::{Frame, beside, counterparts};
use crate::compare::differ::{Finding, bearer};
use crate::compare::sayings::said_over;
use crate::compare::scene::{Reading, Scene};
use crate::compare::term::{SmallWords, Term};
use crate::compare::{DifferenceKind, Verdict};
use crate::decimal;
use crate::figure::{Figure, Precision};
use crate::statement::{Statement, StatementKind};
use crate::text::span::{Span, within};
use crate::text::token::TokenKind;
use crate::time::expression::{Timex, TimexKind};
use crate::time::value::Interval;

/// A figure with its unit, and how it is told.
pub struct Counted {
    /// The words around it.
    pub frame: Frame,
    /// What is counted, folded.
    pub unit: String,
    /// The least that it may be.
    low: f64,
    /// The most that it may be; infinite where only the least is told.
    high: f64,
    /// How exactly it is told, and the number told.
    hedge: (Precision, f64),
    /// As it is written.
    pub text: String,
    when: Vec<Interval>,
    /// Whether it stands in the headline or in the announcement of a list, which often count what the article lists.
    pub title: bool,
    /// The verb in front whose object is counted, as a term.
    verb: Option<Term>,
    /// What was done so often, if that is counted: the passive verb behind.
    done: String,
    /// Whether it stands in words that are quoted.
    quoted: bool,
    /// Whether people are counted.
    people: bool,
}

/// Words in front of a figure in which its verb is looked for.
const VERB_REACH: usize = 3;
/// Tokens in front of a figure in which the announcement of a list is looked for.
const LIST_REACH: usize = 40;
/// A word that opens as verbs do is one when it is longer than this, in bytes.
const VERB: usize = 6;
/// How much the words around two figures must share.
const NEAR: f32 = 0.3;
/// How much those right around them must share.
const TIGHT: f32 = 0.25;
/// How far off a round figure may be.
const SLACK: f64 = 0.05;

/// How many times the number "more than …" may be what it means.
const MORE: f64 = 1.3;
/// A number from which on it goes without saying that it is not exact.
const LARGE: f64 = 1000.0;
/// Digits of a figure that may have been rounded.
const ROUND: usize = 4;
/// By what part rounding may change a figure.
const ROUNDED: f64 = 0.005;

impl Counted {
    fn is_exact(&self) -> bool {
        self.hedge.0 == Precision::Exact
    }

    /// Whether one is little else than the other rounded.
    fn is_rounded(&self, other: &Self) -> bool {
        let round = |figure: &Self| figure.text.chars().filter(char::is_ascii_digit).count() <= ROUND;
        let near = (self.low - other.low).abs() <= ROUNDED * self.low.max(other.low);
        near && (round(self) || round(other)) && self.low.max(other.low) >= LARGE
    }

    /// Whether one of two figures that agree is vague and the other exact, or both are vague in unlike ways
    /// ("about 700", "up to 700"). "More than 50" says nothing else than "50" does, but something else than "53",
    /// and a headline leaves out that a figure is not exact.
    fn is_vaguer(&self, other: &Self) -> bool {
        if !self.is_exact() && !other.is_exact() {
            return self.hedge.0 != other.hedge.0 && self.is_same_number(other);
        }
        let (exact, vague) = if self.is_exact() { (self, other) } else { (other, self) };
        let same_number = f64::midpoint(vague.low, vague.high).total_cmp(&exact.low).is_eq();
        if exact.title || same_number && exact.low >= LARGE {
            return false;
        }
        let just_above = vague.low < exact.low && exact.low <= vague.low * MORE;
        let bounded = vague.low > 0.0 && (vague.high.is_finite() || just_above) && vague.low < vague.high;
        exact.is_exact() && exact.low.total_cmp(&exact.high).is_eq() && !vague.is_exact() && bounded
    }

    /// Whether two figures may be told of the same thing.
    fn may_be(&self, other: &Self) -> bool {
        (self.unit == other.unit || self.people && other.people)
            && !(self.title && other.title)
            && self.verb.zip(other.verb).is_none_or(|(one, other)| one == other)
            && (self.done == other.done || self.done.is_empty() || other.done.is_empty())
            && same_time(self, other)
            && self.frame.is_same(&other.frame, NEAR, TIGHT)
    }

    /// Whether both are the same number of the same countable thing, which needs no words around it.
    fn is_same_count(&self, other: &Self) -> bool {
        let digits = |unit: &str| unit.chars().any(char::is_uppercase);
        let middle = |figure: &Self| f64::midpoint(figure.low, figure.high);
        self.unit == other.unit && !digits(&self.unit) && middle(self).total_cmp(&middle(other)).is_eq()
    }

    fn agrees(&self, other: &Self) -> bool {
        self.low <= other.high && other.low <= self.high
    }

    /// Whether things or people are counted, not money or time: their noun stands behind the number.
    pub fn is_count(&self) -> bool {
        let plain = self.unit.chars().all(|c| c.is_lowercase() || c == ' ');
        plain && self.text.to_lowercase().ends_with(&self.unit)
    }

    /// Whether it is a length of time.
    fn is_duration(&self) -> bool {
        self.unit.chars().all(char::is_uppercase)
    }

    /// Whether both give the same number, however exactly.
    pub fn is_same_number(&self, other: &Self) -> bool {
        self.hedge.1.total_cmp(&other.hedge.1).is_eq()
    }

    /// Whether its sentence says that another happening is meant.
    pub fn is_of_another_time(&self) -> bool {
        self.frame.other
    }

    /// How it stands to another article's count of the same thing; none when they are the same or of other times.
    pub fn against(&self, scene: &Scene, other: &Self) -> Option<Verdict> {
        if same_time(self, other) { verdict(scene, self, other) } else { None }
    }
}

fn range(figure: &Figure) -> (f64, f64) {
    let value = figure.value;
    match (figure.precision, figure.high) {
        (_, Some(high)) => (value, high),
        (Precision::Exact, None) => (value, value),
        (Precision::About, None) => (value * (1.0 - SLACK), value * (1.0 + SLACK)),
        (Precision::AtLeast, None) => (value, f64::INFINITY),
        (Precision::AtMost, None) => (0.0, value),
    }
}

/// A length of time as a number and its unit ("PT12H" is 12 of "TH").
fn duration(time: &Timex) -> Option<(f64, String)> {
    let value = time.value.strip_prefix('P').filter(|_| time.kind == TimexKind::Duration)?;
    let digits: String = value.chars().filter(|c| c.is_ascii_digit() || *c == '.').collect();
    let unit: String = value.chars().filter(char::is_ascii_alphabetic).collect();
    Some((decimal::read(&digits)?, unit))
}

/// The figures and lengths of time of all articles, furniture and copied sentences left out.
pub fn counted(scene: &Scene, words: &SmallWords) -> Vec<Counted> {
    let mut found = Vec::new();
    for (reading, telling) in scene.readings.iter().enumerate() {
        let analysis = telling.analysis;
        let title = |span: Span| analysis.header.title.is_some_and(|title| title.overlaps(span));
        let body = |span: Span| !analysis.document.in_furniture(span.start()) && !scene.is_copied(reading, span);
        let mut push = |(span, hedged): (Span, Span),
                        unit: String,
                        (low, high): (f64, f64),
                        hedge: (Precision, f64),
                        lists: bool| {
            let text = analysis.document.slice(hedged).to_owned();
            let frame = Frame::of(scene, words, reading, span).told_at(hedged);
            let when = when(analysis, frame.sentence);
            let is_quote = |said: &Statement| said.kind == StatementKind::Direct && said.span.contains(span);
            let quoted = said_over(analysis, span).any(is_quote);
            let title = lists && (title(span) || is_listed(analysis, words, span));
            let people = words.people.contains(unit.as_str());
            let done = Some(beside(analysis, span).1).filter(|_| words.times.contains(unit.as_str()));
            let done = done.filter(|verb| words.passive.iter().any(|opening| verb.starts_with(opening)));
            let done = done.unwrap_or_default().to_owned();
            let verb = verb_before(scene, words, reading, hedged);
            found.push(Counted { frame, unit, low, high, hedge, text, when, title, verb, done, quoted, people });
        };
        for figure in analysis.figures.iter().filter(|f| !f.unit.is_empty() && body(f.span)) {
            push(
                (figure.span, figure.hedged),
                figure.unit.clone(),
                range(figure),
                (figure.precision, figure.value),
                true,
            );
        }
        for (span, unit) in several(analysis, words).into_iter().filter(|(span, _)| body(*span)) {
            push((span, span), unit, SEVERAL, (Precision::About, SEVERAL.0), true);
        }
        for time in analysis.times.expressions.iter().filter(|t| body(t.span)) {
            let (before, behind) = beside(analysis, time.span);
            let is_gap = words.gaps.contains(before) || words.gaps.contains(behind);
            if let Some((value, unit)) = duration(time).filter(|_| !is_gap) {
                push((time.span, time.span), unit, (value, value), (Precision::Exact, value), false);
            }
        }
    }
    found
}

/// The verb whose object a figure is, right in front of it or a word before ("mencabut izin empat perusahaan").
fn verb_before(scene: &Scene, words: &SmallWords, reading: usize, span: Span) -> Option<Term> {
    let Reading { analysis, terms, .. } = scene.readings[reading];
    let document = &analysis.document;
    let own = document.token_at(span.start());
    let before = (own.saturating_sub(VERB_REACH)..own).rev();
    let is_verb = |token: &usize| {
        let text = document.tokens().get(*token).map_or("", |token| document.slice(token.span));
        let opens = |openings: &[&str]| openings.iter().any(|opening| text.starts_with(opening));
        text.len() > VERB && (opens(&words.active) || opens(&words.passive))
    };
    let clause = before.take_while(|token| document.tokens().get(*token).is_some_and(|t| t.kind == TokenKind::Word));
    let verb = clause.into_iter().find(is_verb)?;
    terms.get(verb).copied().flatten()
}

/// Whether the sentence says before a figure that a list follows.
fn is_listed(analysis: &Analysis, words: &SmallWords, span: Span) -> bool {
    let document = &analysis.document;
    let own = document.token_at(span.start());
    let start = document.sentences().get(document.sentence_of(own)).map_or(own, |sentence| sentence.tokens.start);
    let before = document.tokens().get(start.max(own.saturating_sub(LIST_REACH))..own).unwrap_or_default();
    before.iter().any(|token| words.lists.contains(document.folded(token)))
}

/// What "several" may be.
const SEVERAL: (f64, f64) = (2.0, 100.0);

/// What is counted without a number ("sejumlah orang"), with the word for it.
fn several(analysis: &Analysis, words: &SmallWords) -> Vec<(Span, String)> {
    let document = &analysis.document;
    let counted = |pair: &[crate::text::token::Token]| {
        let [word, thing] = pair else { return None };
        let counts = words.several.contains(document.folded(word)) && thing.kind == TokenKind::Word;
        counts.then(|| (word.span.cover(thing.span), document.folded(thing).to_owned()))
    };
    document.tokens().windows(2).filter_map(counted).collect()
}

/// The stretches of time that a sentence tells of.
fn when(analysis: &Analysis, sentence: usize) -> Vec<Interval> {
    let span = analysis.document.sentences().get(sentence).map_or_else(Span::default, |s| s.span);
    within(&analysis.times.expressions, span, |time| time.span).iter().filter_map(|time| time.interval).collect()
}

/// Whether two figures may be told of the same time.
fn same_time(one: &Counted, other: &Counted) -> bool {
    let meet = |a: &Interval| other.when.iter().any(|b| a.start < b.end && b.start < a.end);
    one.when.is_empty() || other.when.is_empty() || one.when.iter().any(meet)
}

/// Figures with one unit, told of the same thing, that differ.
pub fn figures(scene: &Scene, words: &SmallWords, figures: &[Counted]) -> Vec<Finding> {
    let mut found = Vec::new();
    let told = numbers(scene, figures);
    let pairs = counterparts(figures, |figure| &figure.frame, Counted::may_be);
    let of_one = |pair: &(&Counted, &Counted)| {
        let frames = (&pair.0.frame, &pair.1.frame);
        !are_reports(&told, *pair)
            && !bearer::is_of_another(scene, frames)
            && !bearer::is_of_other_people(scene, words, frames)
    };
    for (one, other) in pairs.into_iter().filter(of_one) {
        // A figure of another day is mostly of another moment; what is counted on goes by its outcome (`toll`).
        let verdict = verdict(scene, one, other).filter(|verdict| *verdict != Verdict::Update);
        let verdict = verdict.filter(|_| !told_twice(scene, figures, one, other));
        if let Some(verdict) = verdict.filter(|v| *v != Verdict::Precision || !both_exact(figures, one, other)) {
            let alike = one.frame.overlap(&other.frame).alike;
            found.push(finding(figures, (one, other), verdict, one.frame.what(scene, &other.frame), alike));
        }
    }
    found.extend(counts(figures));
    found
}

/// Distinct numbers that make an article a report of figures, as one on the stock exchange.
const REPORT: usize = 8;
/// The share of their numbers that two such reports of one moment have in common, at least.
const SAME_MOMENT: f64 = 0.25;

/// The distinct exact numbers of each reading with their units, in order.
fn numbers<'a>(scene: &Scene, figures: &'a [Counted]) -> Vec<BTreeSet<(u64, &'a str)>> {
    let mut told = vec![BTreeSet::new(); scene.readings.len()];
    for figure in figures.iter().filter(|figure| figure.is_exact()) {
        told[figure.frame.reading].insert((figure.low.to_bits(), figure.unit.as_str()));
    }
    told
}

/// Whether two figures stand in reports full of figures of which hardly any are the same: they are of two moments.
fn are_reports(told: &[BTreeSet<(u64, &str)>], (one, other): (&Counted, &Counted)) -> bool {
    let (left, right) = (&told[one.frame.reading], &told[other.frame.reading]);
    let fewer = left.len().min(right.len());
    fewer >= REPORT && (left.intersection(right).count() as f64) < SAME_MOMENT * fewer as f64
}

/// Figures that are the only ones of their unit in each of two articles, the one exact and the other
/// vague. Units that many sentences have tell nothing about what is counted.
fn counts(figures: &[Counted]) -> Vec<Finding> {
    let only = |one: &&Counted| {
        let mut same = figures.iter().filter(|f| f.frame.reading == one.frame.reading && f.unit == one.unit);
        !one.title && same.all(|f| f.agrees(one))
    };
    let alone: Vec<&Counted> = figures.iter().filter(only).collect();
    let mut found = Vec::new();
    for (at, one) in alone.iter().enumerate() {
        for other in alone.iter().skip(at + 1).filter(|other| other.frame.reading != one.frame.reading) {
            let spoken = if one.is_exact() { other.quoted } else { one.quoted };
            let chosen = || spoken || !both_exact(figures, one, other);
            if one.is_same_count(other) && one.is_vaguer(other) && chosen() {
                found.push(finding(figures, (one, other), Verdict::Precision, one.unit.clone(), 0.3));
            }
        }
    }
    found
}

fn finding(
    figures: &[Counted],
    (one, other): (&Counted, &Counted),
    verdict: Verdict,
    what: String,
    alike: f32,
) -> Finding {
    let equal = |a: &Counted, b: &Counted| {
        a.unit == b.unit && a.low.total_cmp(&b.low).is_eq() && a.high.total_cmp(&b.high).is_eq()
    };
    let told = figures.iter().filter(|f| equal(f, one) || equal(f, other));
    let values = told.map(|f| f.frame.telling(f.text.clone())).collect();
    let weight = if verdict == Verdict::Precision { 0.6 } else { 1.5 };
    let why = if verdict == Verdict::Precision { "figure-precision" } else { "figure" };
    Finding::new((DifferenceKind::Number, verdict, why), what, values, weight + 2.0 * alike)
}

/// How two figures of one thing stand to each other; none when they are the same.
fn verdict(scene: &Scene, one: &Counted, other: &Counted) -> Option<Verdict> {
    if one.agrees(other) {
        return one.is_vaguer(other).then_some(Verdict::Precision);
    }
    let day = |counted: &Counted| scene.readings[counted.frame.reading].analysis.times.published;
    // A price of another day is another price.
    let price = |figure: &Counted| !figure.is_count() && !figure.is_duration();
    let other_day = day(one).zip(day(other)).is_some_and(|(a, b)| a != b) && price(one);
    if one.is_rounded(other) || other_day {
        return None;
    }
    let later = day(one).zip(day(other)).is_some_and(|(a, b)| {
        let apart = (a - b).num_days();
        apart.abs() > 1 || (apart < 0 && one.low < other.low) || (apart > 0 && other.low < one.low)
    });
    Some(if later { Verdict::Update } else { Verdict::Conflict })
}

/// Whether each of the two articles somewhere gives the figure as exact.
fn both_exact(figures: &[Counted], one: &Counted, other: &Counted) -> bool {
    let exactly = |reading: usize| {
        let same = |f: &Counted| f.unit == one.unit && f.agrees(one) && f.agrees(other);
        figures.iter().any(|f| f.frame.reading == reading && f.is_exact() && !f.title && same(f))
    };
    exactly(one.frame.reading) && exactly(other.frame.reading)
}

/// Whether one of the two articles tells both figures, so that two things are meant.
fn told_twice(scene: &Scene, figures: &[Counted], one: &Counted, other: &Counted) -> bool {
    let bare = |reading: usize, figure: &Counted| {
        let all = &scene.readings[reading].analysis.figures;
        all.iter().any(|f| f.unit.is_empty() && f.value.total_cmp(&figure.low).is_eq())
    };
    let has = |reading: usize, figure: &Counted| {
        figures.iter().any(|f| f.frame.reading == reading && f.unit == figure.unit && f.agrees(figure))
            || bare(reading, figure)
    };
    !one.agrees(other) && (has(one.frame.reading, other) || has(other.frame.reading, one))
}
