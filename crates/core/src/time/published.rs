//! The day of publication: told from outside, written under the headline, or worked out from the text.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use crate::text::header::{Header, PublishedFrom};
use crate::time::anchor::place::year_by_weekday;
use crate::time::lexeme::Part;
use crate::time::meaning::{Meaning, Moment, Place, Year};
use crate::time::reading::Reading;
use crate::time::rule::Found;
use crate::time::tense;

/// What is known of the day of publication.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Published {
    pub day: Option<NaiveDate>,
    pub from: PublishedFrom,
    /// The first token of the date in the date line.
    pub date_line: Option<usize>,
    /// The year from which on a weekday may tell the year of a date.
    pub year: Option<i32>,
}

/// The day of publication and where it was learnt; `line` is that of the date line with its first token.
pub(crate) fn find(
    reading: &Reading,
    found: &[Found],
    line: Option<(NaiveDate, usize)>,
    told: Option<NaiveDate>,
) -> Published {
    let date_line = line.map(|(_, at)| at);
    let in_text = || main_day(reading, found).map(|day| (day, PublishedFrom::Text));
    let day = told.map(|day| (day, PublishedFrom::Manifest)).or(line.map(|(day, _)| (day, PublishedFrom::Header)));
    let (day, from) = day.or_else(in_text).unzip();
    Published { day, from: from.unwrap_or_default(), date_line, year: year_to_guess_from(found) }
}

/// The year from which on a weekday may tell the year of a date: the latest one told, else the one
/// in which web archives of news begin to be complete.
fn year_to_guess_from(found: &[Found]) -> Option<i32> {
    let year = |found: &Found| match found.meaning {
        Meaning::At(Moment {
            place: Place::Year(year) | Place::Month { year: Some(Year::Told(year)), .. }, ..
        }) => Some(year),
        _ => full_date(found).map(|day| day.year()),
    };
    found.iter().filter(|found| !found.background).filter_map(year).filter(|year| *year < 2100).max().or(Some(2014))
}

/// The full date that an expression tells by itself.
fn full_date(found: &Found) -> Option<NaiveDate> {
    let Meaning::At(Moment { place: Place::Day { year: Some(Year::Told(year)), month, day, .. }, .. }) = found.meaning
    else {
        return None;
    };
    NaiveDate::from_ymd_opt(year, month?, day)
}

/// The date in the date line, or in one of the first lines that holds little else, and its first
/// token; a headline with a date only when there is nothing better.
pub(crate) fn in_date_line(reading: &Reading, header: &Header, found: &[Found]) -> Option<(NaiveDate, usize)> {
    let told = header.date_line.map(|line| reading.document.tokens_in(line));
    let rank = |found: &Found| {
        let told = told.as_ref().is_some_and(|line| line.contains(&found.tokens.start));
        if told { Some((false, 0)) } else { words_beside(reading, found) }
    };
    let dated = found.iter().take(8).filter_map(|found| Some((rank(found)?, full_date(found)?, found.tokens.start)));
    dated.min_by_key(|(rank, ..)| *rank).map(|(_, day, at)| (day, at))
}

/// Whether words stand beside a date in the headline, and in which of the first lines it stands, if
/// there are few words beside it.
fn words_beside(reading: &Reading, found: &Found) -> Option<(bool, usize)> {
    let lines = reading.document.paragraphs().iter().take(4).enumerate();
    let (index, line) = lines.into_iter().find(|(_, line)| line.tokens.contains(&found.tokens.start))?;
    let rest = (line.tokens.start..found.tokens.start).chain(found.tokens.end..line.tokens.end);
    let words = if line.tokens.len() <= 24 { rest.filter(|&at| reading.is_word(at)).count() } else { usize::MAX };
    (words <= 4).then_some((index == 0 && words > 0, index))
}

/// The day that the text tells most often, those told with their weekday first and those yet to come
/// last; the later one of two. What happened at night is in the paper of the next day.
fn main_day(reading: &Reading, found: &[Found]) -> Option<NaiveDate> {
    let year = year_to_guess_from(found)?;
    let mut weight: BTreeMap<NaiveDate, usize> = BTreeMap::new();
    for found in found {
        let Meaning::At(Moment { place: Place::Day { month: Some(month), day, weekday, .. }, part, .. }) =
            found.meaning
        else {
            continue;
        };
        let guessed = || year_by_weekday(year, month, day, weekday?);
        let Some(day) = full_date(found).or_else(guessed) else { continue };
        let night = part == Some(Part::Night);
        let day = if night { day.succ_opt().unwrap_or(day) } else { day };
        *weight.entry(day).or_default() += match weekday {
            _ if tense::is_future(reading, found) => 1,
            Some(_) => 8,
            None => 2,
        };
    }
    weight.into_iter().max_by_key(|&(day, weight)| (weight, day)).map(|(day, _)| day)
}
