//! Dates that the calendar proves to be mistyped, where an article, be it the same one, has the date that was meant.
//!
//! "Tuesday (11/6/2025)" was a Wednesday: Tuesday (10/6/2025) elsewhere corrects it, and so does Wednesday (11/6/2025).
//! No words around the dates need to be alike.

use chrono::{Datelike, NaiveDate};

use crate::analysis::Analysis;
use crate::compare::differ::Finding;
use crate::compare::differ::frame::Frame;
use crate::compare::scene::Scene;
use crate::compare::term::SmallWords;
use crate::compare::{DifferenceKind, Verdict};
use crate::text::token::TokenKind;
use crate::time::check::Oddity;
use crate::time::expression::Timex;
use crate::time::value::day_of;

/// Dates of an article that are looked at, at most, and mistyped ones of an event.
const MOST: usize = 50;

/// A date told in numbers with its weekday.
struct Day {
    frame: Frame,
    date: NaiveDate,
    /// As told, Monday = 1.
    weekday: u32,
    /// As it is written.
    text: String,
}

impl Day {
    fn of(scene: &Scene, words: &SmallWords, reading: usize, time: &Timex) -> Option<Self> {
        let analysis = scene.readings[reading].analysis;
        let tokens = analysis.document.tokens().get(analysis.document.tokens_in(time.span))?;
        let weekday = |token| words.weekdays.get(analysis.document.folded(token)).copied();
        let numbered = tokens.iter().any(|token| token.kind == TokenKind::Number) && !time.value.contains('/');
        let (date, weekday) = (day_of(&time.value).filter(|_| numbered)?, tokens.iter().find_map(weekday)?);
        let (frame, text) =
            (Frame::of(scene, words, reading, time.span), analysis.document.slice(time.span).to_owned());
        Some(Self { frame, date, weekday, text })
    }

    /// Whether the weekday told is that of the date told.
    fn is_sound(&self) -> bool {
        self.date.weekday().number_from_monday() == self.weekday
    }

    /// Whether a sound date is the one that was meant: the same but for the weekday, or of the
    /// weekday told and off in the day, the month or the year alone.
    fn was_meant(&self, sound: &Self) -> bool {
        let parts = |date: NaiveDate| [date.year().unsigned_abs(), date.month(), date.day()];
        let unlike = parts(self.date).into_iter().zip(parts(sound.date)).filter(|(a, b)| a != b).count();
        unlike == 0 || unlike == 1 && self.weekday == sound.weekday
    }
}

/// The dates of a reading's body that are told with a weekday, but for those whose day and month may be turned.
fn days(scene: &Scene, words: &SmallWords, reading: usize) -> Vec<Day> {
    let analysis: &Analysis = scene.readings[reading].analysis;
    let header = |time: &&Timex| !analysis.header.date_line.is_some_and(|line| line.overlaps(time.span));
    let body = |time: &&Timex| !analysis.document.in_furniture(time.span.start());
    let turned = |time: &&Timex| {
        let odd = |oddity: Oddity| matches!(oddity, Oddity::OrderInDoubt | Oddity::Impossible);
        !analysis.times.checks.iter().any(|check| check.span == time.span && odd(check.oddity))
    };
    let told = analysis.times.expressions.iter().filter(header).filter(body).filter(turned);
    told.filter_map(|time| Day::of(scene, words, reading, time)).take(MOST).collect()
}

/// Mistyped dates with the dates that were meant.
pub fn slips(scene: &Scene, words: &SmallWords) -> Vec<Finding> {
    let days: Vec<Day> = (0..scene.readings.len()).flat_map(|reading| days(scene, words, reading)).collect();
    days.iter().filter(|day| !day.is_sound()).take(MOST).filter_map(|slip| meant(scene, &days, slip)).collect()
}

fn meant(scene: &Scene, days: &[Day], slip: &Day) -> Option<Finding> {
    let fits = days.iter().filter(|day| day.is_sound() && slip.was_meant(day));
    let likest = fits.max_by(|a, b| slip.frame.closeness(&a.frame).total_cmp(&slip.frame.closeness(&b.frame)))?;
    let same = days.iter().filter(|day| day.is_sound() && day.date == likest.date);
    let values = std::iter::once(slip).chain(same).map(|day| day.frame.telling(day.text.clone())).collect();
    let shared = likest.frame.what(scene, &slip.frame);
    let what = if shared.is_empty() { slip.text.clone() } else { shared };
    Some(Finding::new((DifferenceKind::Time, Verdict::Conflict, "date-slip"), what, values, 3.0))
}
