//! What a reader may want to look at twice: dates that cannot be, or that do not fit together.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::text::span::Span;
use crate::time::expression::Timex;
use crate::time::lexeme::Direction;
use crate::time::meaning::{Meaning, Moment, Place, Year};
use crate::time::published::Published;
use crate::time::rule::Found;

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

/// Looks at all expressions, in order.
pub(crate) fn find(found: &[Found], times: &[Timex], published: &Published) -> Vec<Check> {
    found.iter().zip(times).filter_map(|(found, time)| check(found, time, published)).collect()
}

fn check(found: &Found, time: &Timex, published: &Published) -> Option<Check> {
    let Meaning::At(moment @ Moment { place: Place::Day { year, month, day, weekday, doubt }, .. }) = &found.meaning
    else {
        return None;
    };
    let odd = |oddity| Some(Check { span: time.span, oddity, weekday: None });
    let year = if let Some(Year::Told(year)) = year { *year } else { 2024 };
    let written = month.map(|month| NaiveDate::from_ymd_opt(year, month, *day));
    if written == Some(None) {
        return odd(Oddity::Impossible);
    }
    let date: NaiveDate = time.value.get(..10)?.parse().ok()?;
    let real = date.weekday().number_from_monday();
    if weekday.is_some_and(|told| told != real) {
        let swapped = NaiveDate::from_ymd_opt(date.year(), date.day(), date.month());
        let proved = swapped.is_some_and(|swapped| Some(swapped.weekday().number_from_monday()) == *weekday);
        let oddity = if proved { Oddity::OrderInDoubt } else { Oddity::WeekdayDiffers };
        return Some(Check { span: time.span, oddity, weekday: Some(real) });
    }
    if *doubt {
        return odd(Oddity::OrderInDoubt);
    }
    let later = published.sure && published.day.is_some_and(|published| date > published);
    if later && moment.direction == Some(Direction::Past) { odd(Oddity::AfterPublication) } else { None }
}
