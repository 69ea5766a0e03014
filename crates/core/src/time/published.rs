//! The day of publication: told from outside, written under the headline, or worked out from the text.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use crate::text::header::{Header, PublishedFrom};
use crate::time::anchor::place::year_by_weekday;
use crate::time::meaning::{Meaning, Moment, Place, Year};
use crate::time::reading::Reading;
use crate::time::rule::Found;

/// The day of publication and where it was learnt.
pub(crate) fn find(
    reading: &Reading,
    header: &Header,
    found: &[Found],
    told: Option<NaiveDate>,
) -> (Option<NaiveDate>, PublishedFrom) {
    if told.is_some() {
        return (told, PublishedFrom::Manifest);
    }
    if let Some(day) = in_date_line(reading, header, found) {
        return (Some(day), PublishedFrom::Header);
    }
    let day = main_day(found);
    (day, if day.is_some() { PublishedFrom::Text } else { PublishedFrom::None })
}

/// The year from which on a weekday may tell the year of a date: the latest one told, else the one
/// in which web archives of news begin to be complete.
pub(crate) fn year_to_guess_from(found: &[Found]) -> Option<i32> {
    let year = |found: &Found| match found.meaning {
        Meaning::At(Moment { place: Place::Year(year), .. }) => Some(year),
        Meaning::At(Moment { place: Place::Month { year: Some(Year::Told(year)), .. }, .. }) => Some(year),
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

/// The date in the date line, or in one of the first lines that holds little else.
fn in_date_line(reading: &Reading, header: &Header, found: &[Found]) -> Option<NaiveDate> {
    let lines = reading.document.paragraphs().iter().take(4).filter(|line| line.tokens.len() <= 24);
    let told = header.date_line.map(|line| reading.document.tokens_in(line));
    let is_date_line = |found: &&Found| {
        let told = told.as_ref().is_some_and(|line| line.contains(&found.tokens.start));
        told || lines.clone().any(|line| {
            let inside = line.tokens.start <= found.tokens.start && found.tokens.end <= line.tokens.end;
            let rest = (line.tokens.start..found.tokens.start).chain(found.tokens.end..line.tokens.end);
            inside && rest.filter(|&at| reading.is_word(at)).count() <= 4
        })
    };
    found.iter().take(8).filter(is_date_line).find_map(full_date)
}

/// The day that the text tells most often, those told with their weekday first; the later one of two.
fn main_day(found: &[Found]) -> Option<NaiveDate> {
    let year = year_to_guess_from(found)?;
    let mut count: BTreeMap<NaiveDate, usize> = BTreeMap::new();
    for found in found {
        let Meaning::At(Moment { place: Place::Day { month: Some(month), day, weekday, .. }, .. }) = found.meaning
        else {
            continue;
        };
        let guessed = || year_by_weekday(year, month, day, weekday?);
        let Some(day) = full_date(found).or_else(guessed) else { continue };
        *count.entry(day).or_default() += if weekday.is_some() { 4 } else { 1 };
    }
    count.into_iter().max_by_key(|&(day, count)| (count, day)).map(|(day, _)| day)
}
