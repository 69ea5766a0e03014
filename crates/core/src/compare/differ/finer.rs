//! When the same thing happened, told more exactly by one article ("Selasa", "Selasa pukul 14.40").

use crate::compare::differ::Finding;
use crate::compare::differ::frame::counterparts;
use crate::compare::differ::time::{DAY, Dated, HOUR, NEAR, TIGHT, tellings};
use crate::compare::scene::Scene;
use crate::compare::{DifferenceKind, Verdict};

/// How many times as long as the closer time the looser one is at least.
const LOOSER: i64 = 2;
/// Minutes of the loosest time that is laid beside another: a year.
const LOOSEST: i64 = 366 * DAY;
/// Words around two times that must be shared.
const TERMS: usize = 2;
/// How much they must share of a clock time and a day.
const RELATED: f32 = 0.1;

/// Times of one happening of which one article tells the closer and the other only the looser.
pub fn finer(scene: &Scene, times: &[Dated]) -> Vec<Finding> {
    let pairs = counterparts(times, |time| &time.frame, may_be);
    let in_order =
        pairs.into_iter().map(|(one, other)| if is_within(one, other) { (one, other) } else { (other, one) });
    let only_there = in_order.filter(|&(close, loose)| !is_told(times, loose.frame.reading, (close, loose)));
    only_there.map(|(close, loose)| finding(scene, times, close, loose)).collect()
}

/// Whether two times may be told of one happening, the one inside the other: a clock time in a day whose sentences
/// share some words, or any others whose sentences run alike.
fn may_be(one: &Dated, other: &Dated) -> bool {
    let others = one.frame.other || other.frame.other;
    let inside = is_within(one, other) || is_within(other, one);
    let day = one.length().max(other.length()) == DAY && one.length().min(other.length()) <= HOUR;
    let wide = one.frame.overlap(&other.frame);
    let close = one.frame.tight.overlap(&other.frame.tight).terms;
    let related = || wide.terms >= TERMS && (close > 0 && wide.alike >= RELATED || wide.alike >= NEAR);
    inside && (day && related() || !others && one.frame.is_same(&other.frame, NEAR, TIGHT))
}

fn is_within(close: &Dated, loose: &Dated) -> bool {
    let (inner, outer) = (close.interval, loose.interval);
    let inside = outer.start <= inner.start && inner.end <= outer.end;
    !loose.is_range() && inside && close.length() * LOOSER <= loose.length() && loose.length() <= LOOSEST
}

/// Whether an article somewhere tells a time as close as the closer of two.
fn is_told(times: &[Dated], reading: usize, (close, loose): (&Dated, &Dated)) -> bool {
    let own = times.iter().filter(|time| time.frame.reading == reading);
    own.filter(|time| time.length() < loose.length()).any(|time| {
        let (a, b) = (time.interval, close.interval);
        a.start < b.end && b.start < a.end
    })
}

fn finding(scene: &Scene, times: &[Dated], close: &Dated, loose: &Dated) -> Finding {
    let is_close = |time: &Dated| time.interval == close.interval;
    let tells_both = |time: &Dated| is_told(times, time.frame.reading, (close, loose));
    let told = tellings(times, close, loose).filter(|time| is_close(time) || !tells_both(time));
    let values = told.map(Dated::telling).collect();
    let weight = 1.7 + close.frame.overlap(&loose.frame).alike;
    let kind = (DifferenceKind::Time, Verdict::Precision, "time-precision");
    Finding::new(kind, close.frame.what(scene, &loose.frame), values, weight)
}
