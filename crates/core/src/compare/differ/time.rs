//! The same happening at different times.

use chrono::{NaiveDate, NaiveTime};

use crate::compare::differ::Finding;
use crate::compare::differ::frame::Frame;
use crate::compare::scene::Scene;
use crate::compare::term::SmallWords;
use crate::compare::timeline::occasion;
use crate::compare::{DifferenceKind, Verdict};
use crate::time::expression::{Anchor, TimexKind};
use crate::time::value::Interval;

struct Dated {
    frame: Frame,
    interval: Interval,
    value: String,
    zone: bool,
    worked_out: bool,
    /// Whether it is the very day on which the article appeared.
    own_day: bool,
}

impl Dated {
    fn length(&self) -> i64 {
        self.interval.end - self.interval.start
    }

    /// Whether both are days or shorter, and near enough not to be history on one side.
    fn is_comparable(&self, other: &Self) -> bool {
        let diaries = self.own_day && other.own_day;
        !diaries && self.length().max(other.length()) <= 2 * DAY && gap(self.interval, other.interval) <= FAR
    }

    fn agrees(&self, other: &Self) -> bool {
        let meet = self.interval.start < other.interval.end && other.interval.start < self.interval.end;
        meet || (self.worked_out || other.worked_out) && weeks_apart(self.interval, other.interval)
    }
}

/// Minutes between two times that another zone may explain.
const ZONES: i64 = 14 * 60;
/// Minutes between two times beyond which they tell of two happenings.
const FAR: i64 = 31 * DAY;
/// Minutes of a day.
const DAY: i64 = 24 * 60;
/// How much the words around two times must share.
const NEAR: f32 = 0.2;
/// How much those right around them must share.
const TIGHT: f32 = 0.18;

fn dated(scene: &Scene, words: &SmallWords) -> Vec<Dated> {
    let mut found = Vec::new();
    for (reading, telling) in scene.readings.iter().enumerate() {
        let analysis = telling.analysis;
        let header = |span: crate::text::span::Span| analysis.header.date_line.is_some_and(|line| line.overlaps(span));
        for time in &analysis.times.expressions {
            let points = matches!(time.kind, TimexKind::Date | TimexKind::Time);
            let body = !analysis.document.in_furniture(time.span.start()) && !header(time.span);
            if let Some(interval) = time.interval.filter(|_| points && body && occasion(analysis, time).is_none()) {
                let frame = Frame::of(scene, words, reading, time.span);
                let tokens = analysis.document.tokens().get(analysis.document.tokens_in(time.span)).unwrap_or_default();
                let zone = tokens.iter().any(|token| words.zones.contains(analysis.document.folded(token)));
                let own_day = analysis.times.published.is_some_and(|day| covers(interval, day));
                let worked_out = time.anchor != Anchor::None;
                found.push(Dated { frame, interval, value: time.value.clone(), zone, worked_out, own_day });
            }
        }
    }
    found
}

/// Times that tell the same happening differently.
pub fn times(scene: &Scene, words: &SmallWords) -> Vec<Finding> {
    let times = dated(scene, words);
    let mut found = Vec::new();
    for (i, one) in times.iter().enumerate() {
        for other in &times[i + 1..] {
            let across = one.frame.reading != other.frame.reading;
            let same = across && one.frame.is_same(&other.frame, NEAR, TIGHT);
            let same = same && !one.frame.other && !other.frame.other && one.is_comparable(other);

            if !same || one.agrees(other) || told_twice(&times, one, other) {
                continue;
            }
            let zones = one.zone != other.zone && gap(one.interval, other.interval) <= ZONES;
            let (verdict, why) = if zones { (Verdict::Compatible, "zone") } else { (Verdict::Conflict, "time") };
            let alike = one.frame.overlap(&other.frame).alike;
            let told = times.iter().filter(|t| {
                (t.agrees(one) && t.frame.is_same(&one.frame, NEAR, TIGHT))
                    || (t.agrees(other) && t.frame.is_same(&other.frame, NEAR, TIGHT))
            });
            let values = told.map(|t| t.frame.telling(t.value.clone())).collect();
            let what = one.frame.what(scene, &other.frame);
            found.push(Finding::new((DifferenceKind::Time, verdict, why), what, values, 1.0 + 2.0 * alike));
        }
    }
    found
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
