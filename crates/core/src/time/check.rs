//! What a reader may want to look at twice: dates that cannot be, or that do not fit together.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::text::span::Span;
use crate::time::expression::Timex;
use crate::time::lexeme::{Direction, Lexeme};
use crate::time::meaning::{Meaning, Moment, Place, Year};
use crate::time::published::Published;
use crate::time::reading::Reading;
use crate::time::rule::Found;
use crate::time::value::day_of;

/// What is odd about a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Oddity {
    /// The weekday told is not that of the date told.
    WeekdayDiffers,
    /// There is no such day.
    Impossible,
    /// Day and month may stand the other way round.
    OrderInDoubt,
    /// It is told as past but lies after the day of publication.
    AfterPublication,
    /// It is called today, yesterday or tomorrow but lies days away from the day of publication.
    TwoDates,
}

/// A date to look at twice.
#[derive(Clone, Debug, PartialEq)]
pub struct Check {
    /// Where it stands.
    pub span: Span,
    /// What is odd about it.
    pub oddity: Oddity,
    /// The number of the weekday that the date really has (Monday = 1), when that differs.
    pub weekday: Option<u32>,
}

/// Days between writing and publication that nobody wonders at.
const DELAY: i64 = 3;

/// Looks at all expressions, in order.
pub(crate) fn find(reading: &Reading, found: &[Found], times: &[Timex], published: &Published) -> Vec<Check> {
    let odd = |(found, time): (&Found, &Timex)| {
        let in_digits = !found.tokens.clone().any(|at| reading.month(at, true).is_some());
        let near = published.day.filter(|_| in_digits);
        let (oddity, weekday) = match &found.meaning {
            Meaning::At(moment) => check(moment, &time.value, near)
                .or_else(|| contradiction(reading, found, &time.value, published))
                .or_else(|| after_publication(moment, &time.value, published))?,
            Meaning::Between(first, last) => {
                let (from, to) = time.value.split_once('/').unwrap_or_default();
                check(first, from, near).or_else(|| check(last, to, near))?
            }
            _ => return None,
        };
        Some(Check { span: time.span, oddity, weekday })
    };
    found.iter().zip(times).filter_map(odd).collect()
}

/// What is odd about a day of the calendar in itself. Day and month may only stand the other way
/// round where that brings the day near to `near`.
fn check(moment: &Moment, value: &str, near: Option<NaiveDate>) -> Option<(Oddity, Option<u32>)> {
    let Place::Day { year, month, day, weekday, doubt } = &moment.place else { return None };
    let year = if let Some(Year::Told(year)) = year { *year } else { 2024 };
    let written = month.map(|month| NaiveDate::from_ymd_opt(year, month, *day));
    if written == Some(None) {
        return Some((Oddity::Impossible, None));
    }
    let date = day_of(value)?;
    let turned = date.day() != *day && *month == Some(date.day()) && *day == date.month();
    let real = date.weekday().number_from_monday();
    if weekday.is_some_and(|told| told != real) {
        let swapped = NaiveDate::from_ymd_opt(date.year(), date.day(), date.month());
        let fits = |day: &NaiveDate| Some(day.weekday().number_from_monday()) == *weekday;
        let far = |day: NaiveDate| near.map_or(0, |near| (day - near).num_days().abs());
        let proved = swapped.filter(fits).is_some_and(|swapped| far(swapped) < far(date));
        let oddity = if proved { Oddity::OrderInDoubt } else { Oddity::WeekdayDiffers };
        return Some((oddity, Some(real)));
    }
    (*doubt || turned).then_some((Oddity::OrderInDoubt, None))
}

/// "today, Tuesday (10/4/2025)" in an article of June.
fn contradiction(
    reading: &Reading,
    found: &Found,
    value: &str,
    published: &Published,
) -> Option<(Oddity, Option<u32>)> {
    let today = published.day.filter(|_| published.sure)?;
    let days = (day_of(value)? - today).num_days() - called(reading, found)?;
    (days.abs() > DELAY).then_some((Oddity::TwoDates, None))
}

/// How many days from today a date is said to be by the word at its head or just before it.
fn called(reading: &Reading, found: &Found) -> Option<i64> {
    let Meaning::At(Moment { place: Place::Day { month: Some(_), .. }, .. }) = found.meaning else { return None };
    let start = found.tokens.start;
    let word = |at| reading.read(at, |lexeme| if let Lexeme::DayWord(days) = lexeme { Some(days) } else { None });
    let before = |back: usize| {
        let (days, end) = word(start.checked_sub(back)?)?;
        let date = reading.skip_sign(reading.skip_sign(end, &[","]), &["("]);
        (date == start).then_some(days)
    };
    let joined = word(start).filter(|&(_, end)| end < found.tokens.end);
    joined.map(|(days, _)| days).or_else(|| (1..=4).find_map(before))
}

/// "last 20 June" in an article of 10 June.
fn after_publication(moment: &Moment, value: &str, published: &Published) -> Option<(Oddity, Option<u32>)> {
    let Place::Day { .. } = moment.place else { return None };
    let day = published.day.filter(|_| published.sure)?;
    let past = moment.direction == Some(Direction::Past);
    (past && day_of(value)? > day).then_some((Oddity::AfterPublication, None))
}
