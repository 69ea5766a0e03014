//! The same happening at different times.

use chrono::{NaiveDate, NaiveTime};

use crate::compare::differ::Finding;
use crate::compare::differ::frame::{Frame, counterparts};
use crate::compare::scene::Scene;
use crate::compare::term::SmallWords;
use crate::compare::{DifferenceKind, Telling, Verdict};
use crate::text::token::TokenKind;
use crate::time::expression::{Anchor, TimexKind};
use crate::time::value::Interval;

/// A day, a clock time or a longer stretch of time, and what is told of it.
pub struct Dated {
    /// The words around it.
    pub frame: Frame,
    /// The time it covers.
    pub interval: Interval,
    /// The words, folded.
    words: Vec<String>,
    /// As a normalised value.
    pub value: String,
    zone: bool,
    /// Whether the day is not told, but worked out.
    worked_out: bool,
    /// Whether it is the very day on which the article appeared.
    own_day: bool,
}

impl Dated {
    /// How many minutes it covers.
    pub fn length(&self) -> i64 {
        self.interval.end - self.interval.start
    }

    /// Whether it is told by numbers, not in words only ("this weekend").
    pub fn is_numbered(&self) -> bool {
        self.words.iter().any(|word| word.contains(|c: char| c.is_ascii_digit()))
    }

    /// Whether it is told by its first and last day or hour.
    pub fn is_range(&self) -> bool {
        self.value.contains('/')
    }

    /// Where and how it is told.
    pub fn telling(&self) -> Telling {
        self.frame.telling(self.value.clone())
    }

    /// Whether it is a time of day, to the hour or closer.
    fn is_clock(&self) -> bool {
        self.length() <= HOUR
    }

    /// Whether it is no day and no clock time either.
    fn is_part(&self) -> bool {
        self.length() > HOUR && self.length() < DAY
    }

    /// Whether two clock times, of which one has its day from elsewhere, are the same on the clock.
    fn is_same_clock(&self, other: &Self) -> bool {
        let clock = |time: &Self| time.interval.start.rem_euclid(DAY);
        let (one, other) = (clock(self), clock(other));
        one == other || one.rem_euclid(DAY / 2) == other.rem_euclid(DAY / 2)
    }

    /// Whether a day that was worked out keeps the two from being compared.
    fn is_unsure(&self, other: &Self) -> bool {
        let (one, two) = (self.is_clock(), other.is_clock());
        let same_day = self.value.get(..DATE).is_some_and(|day| other.value.starts_with(day));
        let unlike = if one && two { self.is_same_clock(other) } else { one || two };
        self.words == other.words || same_day && !(one && two) || (self.worked_out || other.worked_out) && unlike
    }

    /// Whether two times may be told of the same happening.
    fn may_be(&self, other: &Self) -> bool {
        let others = self.frame.other || other.frame.other;
        let shared = self.frame.overlap(&other.frame).terms;
        let close = self.frame.tight.overlap(&other.frame.tight).terms;
        !others
            && shared >= TERMS
            && close >= CLOSE
            && self.is_comparable(other)
            && self.frame.is_same(&other.frame, NEAR, TIGHT)
    }

    /// Whether both are days or shorter, and near enough not to be history on one side.
    fn is_comparable(&self, other: &Self) -> bool {
        let diaries = self.own_day && other.own_day;
        !diaries && self.length().max(other.length()) <= 2 * DAY && gap(self.interval, other.interval) <= FAR
    }

    /// Whether this is a part of a day ("the evening of the 3rd") that may be said of the other, a
    /// clock time: such words are used loosely.
    fn is_part_of_day(&self, other: &Self) -> bool {
        let part = self.length() > HOUR && self.length() < DAY && !self.zone;
        part && other.length() <= HOUR && gap(self.interval, other.interval) <= LOOSE
    }

    fn agrees(&self, other: &Self) -> bool {
        let meet = self.interval.start < other.interval.end && other.interval.start < self.interval.end;
        meet || self.is_unsure(other)
            || self.is_part_of_day(other)
            || other.is_part_of_day(self)
            || (self.worked_out || other.worked_out) && weeks_apart(self.interval, other.interval)
    }
}

/// Minutes between two times that another zone may explain.
const ZONES: i64 = 14 * 60;
/// Minutes between two times beyond which they tell of two happenings.
const FAR: i64 = 31 * DAY;
/// Minutes by which a clock time may miss a part of the day.
const LOOSE: i64 = 3 * HOUR;
/// Characters of a date in a value.
const DATE: usize = 10;
/// Numbers in a clock time; with more of them a date is told too.
const CLOCK: usize = 2;
/// Minutes of an hour.
pub const HOUR: i64 = 60;
/// Minutes of a day.
pub const DAY: i64 = 24 * 60;
/// How much the words around two times must share.
pub const NEAR: f32 = 0.35;
/// Words right around two times that must be shared.
const CLOSE: usize = 2;
/// Words around two times that must be shared.
const TERMS: usize = 4;
/// How much those right around them must share.
pub const TIGHT: f32 = 0.2;

/// The times of what is told to have happened, furniture, date lines and copied sentences left out.
pub fn dated(scene: &Scene, words: &SmallWords) -> Vec<Dated> {
    let mut found = Vec::new();
    for (reading, telling) in scene.readings.iter().enumerate() {
        let analysis = telling.analysis;
        let header = |span: crate::text::span::Span| analysis.header.date_line.is_some_and(|line| line.overlaps(span));
        for time in &analysis.times.expressions {
            let points = matches!(time.kind, TimexKind::Date | TimexKind::Time);
            let body = !analysis.document.in_furniture(time.span.start())
                && !header(time.span)
                && !scene.is_copied(reading, time.span);
            if let Some(interval) =
                time.interval.filter(|_| points && body && scene.sayings[reading].occasion(time).is_none())
            {
                let frame = Frame::of(scene, words, reading, time.span);
                let tokens = analysis.document.tokens().get(analysis.document.tokens_in(time.span)).unwrap_or_default();
                let zone = tokens.iter().any(|token| words.zones.contains(analysis.document.folded(token)));
                let own_day = analysis.times.published.is_some_and(|day| covers(interval, day));
                let digits = tokens.iter().filter(|token| token.kind == TokenKind::Number).count();
                let clock = interval.end - interval.start <= HOUR && digits <= CLOCK;
                let clock = clock || interval.end - interval.start < DAY && digits == 0;
                let worked_out = clock || time.anchor != Anchor::None;
                let words = tokens.iter().map(|token| analysis.document.folded(token).to_owned()).collect();
                found.push(Dated { frame, interval, words, value: time.value.clone(), zone, worked_out, own_day });
            }
        }
    }
    found.retain(|time| !(time.is_part() && time.worked_out));
    found
}

/// Times that tell the same happening differently.
pub fn times(scene: &Scene, times: &[Dated]) -> Vec<Finding> {
    let pairs = counterparts(times, |time| &time.frame, Dated::may_be);
    let differing = pairs.into_iter().filter(|(one, other)| !one.agrees(other) && !told_twice(times, one, other));
    differing.map(|(one, other)| finding(scene, times, one, other)).collect()
}

fn finding(scene: &Scene, times: &[Dated], one: &Dated, other: &Dated) -> Finding {
    let zones = one.zone != other.zone && gap(one.interval, other.interval) <= ZONES;
    let (verdict, why) = if zones { (Verdict::Compatible, "zone") } else { (Verdict::Conflict, "time") };
    let values = tellings(times, one, other).map(Dated::telling).collect();
    let weight = 1.0 + 2.0 * one.frame.overlap(&other.frame).alike;
    Finding::new((DifferenceKind::Time, verdict, why), one.frame.what(scene, &other.frame), values, weight)
}

/// Everywhere that one of two times is told of the same happening.
pub fn tellings<'a>(times: &'a [Dated], one: &'a Dated, other: &'a Dated) -> impl Iterator<Item = &'a Dated> {
    let is_told = |told: &Dated, as_one: &Dated| {
        told.interval == as_one.interval && told.frame.is_same(&as_one.frame, NEAR, TIGHT)
    };
    times.iter().filter(move |time| is_told(time, one) || is_told(time, other))
}

fn covers(interval: Interval, day: NaiveDate) -> bool {
    let noon = day.and_time(NaiveTime::MIN).and_utc().timestamp().div_euclid(60) + DAY / 2;
    interval.start < noon + DAY / 2 && noon - DAY / 2 < interval.end
}

/// Whether two days are the same day of the week a few weeks apart: a bare weekday that was worked
/// out may have been put into the wrong week.
fn weeks_apart(one: Interval, other: Interval) -> bool {
    let days = (one.start - other.start) / DAY;
    let day = |interval: Interval| interval.end - interval.start == DAY;
    day(one) && day(other) && days % 7 == 0 && days.abs() <= 14
}

fn gap(one: Interval, other: Interval) -> i64 {
    (one.start - other.end).max(other.start - one.end)
}

/// Whether one of the two articles tells both times, so that two happenings are meant.
fn told_twice(times: &[Dated], one: &Dated, other: &Dated) -> bool {
    let has = |reading: usize, time: &Dated| {
        times.iter().any(|t| t.frame.reading == reading && t.agrees(time) && t.length() <= time.length().max(DAY))
    };
    one.frame.reading != other.frame.reading && (has(one.frame.reading, other) || has(other.frame.reading, one))
}
