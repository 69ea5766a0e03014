//! In which year an article without a date line was written, by the weekdays of its dates.
//!
//! "Tuesday (10/10)" fits one year in five or six; the years told in the text say which of them.

use chrono::{Datelike, NaiveDate};

use crate::time::lexeme::Direction;
use crate::time::meaning::{Meaning, Moment, Place, Year};
use crate::time::reading::Reading;
use crate::time::rule::Found;
use crate::time::tense;

/// A day told with its weekday but without its year.
#[derive(Clone, Copy, Debug)]
struct Yearless {
    month: u32,
    day: u32,
    weekday: u32,
}

/// Years that are tried.
const YEARS: std::ops::RangeInclusive<i32> = 2000..=2049;
/// The year in which web archives of news begin to be complete; earlier ones need a witness.
const COMPLETE: i32 = 2014;
/// What is told of years farther away says nothing.
const FARTHEST: i32 = 8;

/// The year that most days fit, and of those the one that the years told speak for; the earliest
/// of the web's years when none does.
pub(crate) fn find(reading: &Reading, found: &[Found]) -> Option<i32> {
    let days: Vec<Yearless> = found.iter().filter_map(yearless).collect();
    let told: Vec<Told> = found.iter().filter_map(|found| told_year(reading, found)).collect();
    let fitting = |year: &i32| days.iter().map(|day| day.fits(*year)).sum::<u32>();
    let best = YEARS.map(|year| fitting(&year)).max().filter(|best| *best > 0)?;
    YEARS.filter(|year| fitting(year) == best).min_by_key(|year| distance(*year, &told))
}

fn yearless(found: &Found) -> Option<Yearless> {
    match found.meaning {
        Meaning::At(Moment {
            place: Place::Day { year: None, month: Some(month), day, weekday: Some(weekday), .. },
            ..
        }) => Some(Yearless { month, day, weekday }),
        _ => None,
    }
}

impl Yearless {
    /// How well it fits an article written in `year`; late months may be those of the year before.
    fn fits(self, year: i32) -> u32 {
        let is_on = |year| {
            let day = NaiveDate::from_ymd_opt(year, self.month, self.day);
            day.is_some_and(|day| day.weekday().number_from_monday() == self.weekday)
        };
        2 * u32::from(is_on(year)) + u32::from(self.month >= 10 && is_on(year - 1))
    }

    /// The day itself, in an article written in `year`.
    fn in_year(self, year: i32) -> Option<NaiveDate> {
        let on = |year| NaiveDate::from_ymd_opt(year, self.month, self.day);
        let mut days = [on(year), on(year - 1), on(year + 1)].into_iter().flatten();
        days.find(|day| day.weekday().number_from_monday() == self.weekday)
    }
}

/// The day that an expression tells with its weekday, in an article written in `year`.
pub(crate) fn day_in(year: i32, found: &Found) -> Option<NaiveDate> {
    yearless(found)?.in_year(year)
}

/// A year told that is not said to be yet to come.
#[derive(Clone, Copy, Debug)]
struct Told {
    year: i32,
    /// Whether it is said to be over.
    over: bool,
}

fn told_year(reading: &Reading, found: &Found) -> Option<Told> {
    let Meaning::At(moment) = &found.meaning else { return None };
    let (Place::Year(year)
    | Place::Month { year: Some(Year::Told(year)), .. }
    | Place::Day { year: Some(Year::Told(year)), .. }) = moment.place
    else {
        return None;
    };
    let over = moment.direction == Some(Direction::Past) && moment.place == Place::Year(year);
    let coming = moment.direction == Some(Direction::Coming) || tense::is_future(reading, found);
    (!found.background && !coming).then_some(Told { year, over })
}

/// How far a year is from being that of the article: what is told is mostly of this year or the
/// last ones, seldom of one to come. A year before the web's archives must be told itself.
fn distance(year: i32, told: &[Told]) -> i32 {
    let from = |told: &Told| match year - told.year {
        0 if told.over => 4,
        ahead @ 0.. => ahead.min(FARTHEST),
        -1 => 2,
        _ => 5,
    };
    let nearest = told.iter().map(from).min().unwrap_or(FARTHEST);
    let later = told.iter().any(|told| told.year > year + 1);
    if year >= COMPLETE {
        nearest
    } else if nearest == 0 && !later {
        FARTHEST - 1
    } else {
        i32::MAX
    }
}
