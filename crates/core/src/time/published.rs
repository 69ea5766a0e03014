//! The day of publication: told from outside, written under the headline, or worked out from the text.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::text::header::{Header, PublishedFrom};
use crate::time::anchor::speech;
use crate::time::lexeme::Part;
use crate::time::likely_year;
use crate::time::meaning::{Meaning, Moment, Place, Year};
use crate::time::reading::Reading;
use crate::time::rule::Found;
use crate::time::tense;

/// What is known of the day of publication.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Published {
    pub day: Option<NaiveDate>,
    pub from: PublishedFrom,
    /// Whether only its season is known, not the day itself.
    pub rough: bool,
    /// Whether it was told and not worked out.
    pub sure: bool,
    /// The first token of the date in the date line.
    pub date_line: Option<usize>,
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
    let (sure, from) = day.or_else(in_text).unzip();
    let day = sure.or_else(|| found.iter().rev().find_map(recent));
    let from = from.unwrap_or_default();
    let told = matches!(from, PublishedFrom::Header | PublishedFrom::Manifest);
    Published { day, from, rough: sure.is_none(), sure: told, date_line }
}

/// The full date that an expression tells by itself.
fn full_date(found: &Found) -> Option<NaiveDate> {
    let Meaning::At(Moment { place: Place::Day { year: Some(Year::Told(year)), month, day, .. }, .. }) = found.meaning
    else {
        return None;
    };
    NaiveDate::from_ymd_opt(year, month?, day)
}

/// The full date of "21 December 2017 last", which is not long ago or ahead.
fn recent(found: &Found) -> Option<NaiveDate> {
    let Meaning::At(Moment { direction: Some(_), .. }) = found.meaning else { return None };
    full_date(found).filter(|_| !found.background)
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
/// last; the later one of two. A day of saying is never to come. What happened at night is in the paper of the next day.
fn main_day(reading: &Reading, found: &[Found]) -> Option<NaiveDate> {
    let year = likely_year::find(reading, found);
    let mut weight: BTreeMap<NaiveDate, usize> = BTreeMap::new();
    for found in found {
        let Meaning::At(Moment { place: Place::Day { weekday: Some(_), .. }, part, .. }) = found.meaning else {
            continue;
        };
        let by_weekday = || likely_year::day_in(year?, found);
        let Some(day) = full_date(found).or_else(by_weekday) else { continue };
        let night = part == Some(Part::Night);
        let day = if night { day.succ_opt().unwrap_or(day) } else { day };
        *weight.entry(day).or_default() +=
            if !speech::is_said(reading, found) && tense::is_future(reading, found) { 1 } else { 8 };
    }
    weight.into_iter().max_by_key(|&(day, weight)| (weight, day)).map(|(day, _)| day)
}
