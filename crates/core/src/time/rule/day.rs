//! Days: weekdays, dates in digits and in words, both together, lists and ranges of them.

use crate::text::token::is_dash;
use crate::time::lexeme::{Direction, Lexeme, Part, Unit};
use crate::time::meaning::{Meaning, Moment, Place, Year, Zone};
use crate::time::reading::{Read, Reading};
use crate::time::rule::{First, Rule, clock, year};
use crate::time::shape::Numeric;

/// A day of the calendar or of the week.
pub(crate) const RULE: Rule = Rule {
    name: "day",
    opens: |first| {
        matches!(
            first,
            First::Digits
                | First::Word(
                    Lexeme::Weekday(_)
                        | Lexeme::ForeignWeekday(_)
                        | Lexeme::Sunday
                        | Lexeme::Month(_)
                        | Lexeme::ShortMonth(_)
                        | Lexeme::Part(_)
                        | Lexeme::Unit(Unit::Day)
                        | Lexeme::DateWord
                )
        )
    },
    read: read_range,
};

/// A day counted from today or from a day told before.
pub(crate) const WORD: Rule = Rule {
    name: "day-word",
    opens: |first| matches!(first, First::Word(Lexeme::DayWord(_) | Lexeme::LaterDay(_))),
    read: word,
};

/// A day, or from one day to another.
fn read_range(reading: &Reading, at: usize) -> Read<Meaning> {
    let (first, end) = read(reading, at)?;
    let Meaning::At(from) = &first else { return Some((first, end)) };
    let dash = if is_dash(reading.text(end)) { Some(end + 1) } else { None };
    let last = dash.or_else(|| reading.is(end, Lexeme::To)).and_then(|next| read(reading, next));
    if let Some((Meaning::At(to), to_end)) = last
        && (from.clock.is_none() && to.clock.is_none())
    {
        return Some((Meaning::Between(with_year_of(from, &to), to), to_end));
    }
    Some((first, end))
}

/// `from`, in the year of `to` when it tells none itself.
fn with_year_of(from: &Moment, to: &Moment) -> Moment {
    let mut from = from.clone();
    if let (Place::Day { year: year @ None, .. }, Place::Day { year: told, .. }) = (&mut from.place, &to.place) {
        *year = *told;
    }
    from
}

/// A day of the calendar or of the week, with all that belongs to it.
pub(super) fn read(reading: &Reading, at: usize) -> Read<Meaning> {
    let (before, at) = reading.part(at).filter(|&(_, next)| reading.weekday(next).is_some()).unzip_or(at);
    let named = reading.is(at, Lexeme::Unit(Unit::Day)).filter(|&next| reading.weekday(next).is_some());
    let at = named.unwrap_or(at);
    let Some((weekday, after)) = reading.weekday(at) else { return dated(reading, at, None) };
    let (second, after) = second_weekday(reading, after).unzip_or(after);
    let (inner, next) = reading.part(after).unzip_or(after);
    let (mut meaning, end) = match behind_weekday(reading, next, weekday) {
        Some(found) => found,
        None if reading.is_foreign(at) => return None,
        None => (bare(weekday, second), after),
    };
    let eve = before == Some(Part::Night) && matches!(meaning, Meaning::At(Moment { place: Place::Weekday(_), .. }));
    if let (Meaning::Between(first, last), Some(second)) = (&mut meaning, second) {
        tell_weekday(first, weekday);
        tell_weekday(last, second);
    }
    if let Meaning::At(moment) = &mut meaning {
        moment.part = moment.part.or(before).or(if end > after { inner } else { None });
        if eve {
            moment.place = Place::Weekday(if weekday == 1 { 7 } else { weekday - 1 });
        }
    }
    Some(with_tail(reading, meaning, end))
}

/// Says of a day of the calendar which weekday it is told to be.
fn tell_weekday(moment: &mut Moment, told: u32) {
    if let Place::Day { weekday, .. } = &mut moment.place {
        *weekday = Some(told);
    }
}

/// `Option<(A, B)>` taken apart, with a stand-in for the second.
trait UnzipOr<A, B> {
    fn unzip_or(self, other: B) -> (Option<A>, B);
}

impl<A, B> UnzipOr<A, B> for Option<(A, B)> {
    fn unzip_or(self, other: B) -> (Option<A>, B) {
        self.map_or((None, other), |(a, b)| (Some(a), b))
    }
}

/// The other weekday of "Saturday and Sunday", "Tuesday-Thursday".
fn second_weekday(reading: &Reading, at: usize) -> Read<u32> {
    let dash = if is_dash(reading.text(at)) { Some(at + 1) } else { None };
    let next = dash.or_else(|| reading.is(at, Lexeme::And)).or_else(|| reading.is(at, Lexeme::To))?;
    let (day, end) = reading.weekday(next)?;
    let open = reading.skip_sign(reading.skip_sign(end, &[","]), &["("]);
    let single = reading.shape(open).is_some_and(|shape| shape.last.is_none());
    (!single).then_some((day, end))
}

fn bare(weekday: u32, second: Option<u32>) -> Meaning {
    let moment = |day| Moment { place: Place::Weekday(day), ..Moment::default() };
    match second {
        Some(second) => Meaning::Between(moment(weekday), moment(second)),
        None => Meaning::At(moment(weekday)),
    }
}

/// The date that a weekday is said of, perhaps in brackets.
fn behind_weekday(reading: &Reading, at: usize, weekday: u32) -> Read<Meaning> {
    let comma = reading.skip_sign(at, &[","]);
    let open = reading.skip_sign(comma, &["("]);
    let (meaning, end) = dated(reading, open, Some(weekday))?;
    if open == comma {
        return Some((meaning, end));
    }
    let end = reading.skip_sign(end, &[")"]);
    Some((meaning, end))
}

/// A date in digits or in words, without its weekday.
fn dated(reading: &Reading, at: usize, weekday: Option<u32>) -> Read<Meaning> {
    let word = reading.is(at, Lexeme::DateWord);
    let start = word.unwrap_or(at);
    let found = numeric(reading, start, weekday, word.is_some())
        .or_else(|| spelled(reading, start, weekday))
        .or_else(|| english(reading, start, weekday))
        .or_else(|| word.and_then(|start| day_only(reading, start)))?;
    Some(if weekday.is_none() { with_tail(reading, found.0, found.1) } else { found })
}

fn numeric(reading: &Reading, at: usize, weekday: Option<u32>, word: bool) -> Read<Meaning> {
    let shape = reading.shape(at)?;
    let possible = shape.first.month.is_none_or(|month| month.min(shape.first.day) <= 12);
    let bracketed = possible && at > 0 && reading.is_sign(at - 1, "(") && reading.is_sign(shape.end, ")");
    let told = weekday.is_some() || word || bracketed;
    let full = shape.last.unwrap_or(shape.first).year.is_some();
    (told || full).then_some(())?;
    let moment = |day: Numeric| place(day, weekday.filter(|_| shape.last.is_none()));
    let meaning = if let Some(last) = shape.last {
        Meaning::Between(moment(shape.first), moment(last))
    } else {
        let zone = shape.zone.map(Zone::Offset);
        Meaning::At(Moment { clock: shape.clock, zone, ..moment(shape.first) })
    };
    Some((meaning, shape.end))
}

/// The day that digits tell; month first when they allow nothing else.
fn place(numeric: Numeric, weekday: Option<u32>) -> Moment {
    let Numeric { year, month, day } = numeric;
    let swapped = month.is_some_and(|month| month > 12) && day <= 12;
    let (month, day) = if swapped { (Some(day), month.unwrap_or(day)) } else { (month, day) };
    let place = Place::Day { year: year.map(Year::Told), month, day, weekday, doubt: swapped };
    Moment { place, ..Moment::default() }
}

fn on(day: u32, month: u32, year: Option<Year>, weekday: Option<u32>) -> Moment {
    Moment { place: Place::Day { year, month: Some(month), day, weekday, doubt: false }, ..Moment::default() }
}

/// "24 February 2022", "1-3 February 2022", "5, 12, and 19 February 2022".
fn spelled(reading: &Reading, at: usize, weekday: Option<u32>) -> Read<Meaning> {
    let (days, end) = days(reading, at)?;
    let (month, end) = reading.month(end, true)?;
    let (year, end) = year::of_date(reading, end).map_or((None, end), |(year, end)| (Some(year), end));
    let moment = |day| on(day, month, year, weekday);
    let meaning = match days {
        Days::One(day) => Meaning::At(moment(day)),
        Days::Range(first, last) => Meaning::Between(moment(first), moment(last)),
        Days::List(days) => Meaning::Each(days.into_iter().map(moment).collect()),
    };
    Some((meaning, end))
}

enum Days {
    One(u32),
    Range(u32, u32),
    List(Vec<u32>),
}

fn day_number(reading: &Reading, at: usize) -> Read<u32> {
    reading.digits(at, 1..=2).filter(|&(day, _)| (1..=31).contains(&day) && !reading.is_inside_number(at))
}

/// The days before the name of a month.
fn days(reading: &Reading, at: usize) -> Read<Days> {
    let (first, end) = reading.digits(at, 1..=2).filter(|&(day, _)| (1..=31).contains(&day))?;
    let dash = if is_dash(reading.text(end)) { Some(end + 1) } else { None };
    if let Some((last, end)) = dash.or_else(|| reading.is(end, Lexeme::To)).and_then(|next| day_number(reading, next)) {
        return Some((Days::Range(first, last), end));
    }
    let mut list = vec![first];
    let mut end = end;
    while list.len() < 8 {
        let comma = reading.skip_sign(end, &[","]);
        let and = reading.is(comma, Lexeme::And);
        let Some((day, next)) = day_number(reading, and.unwrap_or(comma)).filter(|_| and.is_some() || comma > end)
        else {
            break;
        };
        list.push(day);
        end = next;
    }
    Some((if list.len() == 1 { Days::One(first) } else { Days::List(list) }, end))
}

/// "February 20, 2022".
fn english(reading: &Reading, at: usize, weekday: Option<u32>) -> Read<Meaning> {
    let (month, end) = reading.month(at, true)?;
    let (day, end) = day_number(reading, end)?;
    let (told, end) = reading.digits(reading.skip_sign(end, &[","]), 4..=4)?;
    Some((Meaning::At(on(day, month, Some(Year::Told(told.cast_signed())), weekday)), end))
}

/// "the 25th", of this month or the one told.
fn day_only(reading: &Reading, at: usize) -> Read<Meaning> {
    let (day, end) = day_number(reading, at)?;
    let month = reading.is(end, Lexeme::Unit(Unit::Month)).and_then(|next| reading.direction(next));
    let (direction, end) = month.map_or((None, end), |(direction, end)| (Some(direction), end));
    let place = Place::Day { year: None, month: None, day, weekday: None, doubt: false };
    Some((Meaning::At(Moment { place, direction, ..Moment::default() }), end))
}

/// Adds what may follow a day: direction, part of the day, clock time, zone, in any order.
fn with_tail(reading: &Reading, meaning: Meaning, end: usize) -> (Meaning, usize) {
    let mut meaning = meaning;
    let mut end = end;
    let (Meaning::At(moment) | Meaning::Between(_, moment)) = &mut meaning else { return (meaning, end) };
    for _ in 0..4 {
        let next = week_of(reading, end, moment)
            .or_else(|| direction_of(reading, end, moment))
            .or_else(|| part_of(reading, end, moment))
            .or_else(|| clock_of(reading, end, moment))
            .or_else(|| zone_of(reading, end, moment));
        match next {
            Some(next) => end = next,
            None => break,
        }
    }
    (meaning, end)
}

/// "next week" behind a weekday.
fn week_of(reading: &Reading, at: usize, moment: &mut Moment) -> Option<usize> {
    let Place::Weekday(_) = moment.place else { return None };
    let count = reading.number(at).filter(|number| number.high.is_none());
    let (unit, end) = reading.unit(count.map_or(at, |number| number.end))?;
    let (direction, end) = reading.direction(end).filter(|_| unit == Unit::Week)?;
    let weeks = count.map_or(1, |number| number.value as i64);
    moment.week = Some(match direction {
        Direction::Past => -weeks,
        Direction::This => 0,
        Direction::Next | Direction::Coming => weeks,
        _ => return None,
    });
    Some(end)
}

fn direction_of(reading: &Reading, at: usize, moment: &mut Moment) -> Option<usize> {
    let (direction, end) = reading.direction(at).filter(|_| moment.direction.is_none() && moment.week.is_none())?;
    let fits = matches!(direction, Direction::Past | Direction::This | Direction::Next | Direction::Coming);
    moment.direction = fits.then_some(direction);
    fits.then_some(end)
}

fn part_of(reading: &Reading, at: usize, moment: &mut Moment) -> Option<usize> {
    let (part, end) = reading.part(at).filter(|_| moment.part.is_none())?;
    moment.part = Some(part);
    Some(end)
}

fn clock_of(reading: &Reading, at: usize, moment: &mut Moment) -> Option<usize> {
    (moment.clock.is_none()).then_some(())?;
    let sign = reading.skip_sign(at, &[",", "|", "-"]);
    let start = if sign == at { reading.skip(sign, Lexeme::About) } else { sign };
    let found = clock::clock(reading, start).or_else(|| clock::plain(reading, start));
    let (clock, end) = found?;
    moment.clock = clock.clock;
    moment.zone = moment.zone.or(clock.zone);
    moment.part = moment.part.or(clock.part);
    Some(end)
}

fn zone_of(reading: &Reading, at: usize, moment: &mut Moment) -> Option<usize> {
    let (zone, end) = clock::zone(reading, at).filter(|_| moment.zone.is_none())?;
    moment.zone = Some(zone);
    Some(end)
}

/// "yesterday", "tomorrow morning", "the day after", "yesterday (12/4)".
pub(super) fn word(reading: &Reading, at: usize) -> Read<Meaning> {
    let counted = |lexeme| match lexeme {
        Lexeme::DayWord(days) => Some((days, false)),
        Lexeme::LaterDay(days) => Some((days, true)),
        _ => None,
    };
    let ((shift, later), end) = reading.read(at, counted)?;
    let place = Place::Current { unit: Unit::Day, shift, later };
    let moment = Moment { place, direction: Some(Direction::This), ..Moment::default() };
    if let Some(found) = word_with_date(reading, end, shift) {
        return Some(found);
    }
    if let Some((Meaning::At(date), _)) = date_behind(reading, end).filter(|_| reading.is_sign(end, ",")) {
        return Some((Meaning::At(Moment { place: date.place, ..Moment::default() }), end));
    }
    Some(with_tail(reading, Meaning::At(moment), end))
}

/// The date behind the sign at `at`.
fn date_behind(reading: &Reading, at: usize) -> Read<Meaning> {
    let is_date = |found: &(Meaning, usize)| {
        matches!(&found.0, Meaning::At(Moment { place: Place::Day { month: Some(_), .. }, .. }))
    };
    let open = reading.is_sign(at, "(");
    let inner = if open { reading.shape(at + 1).and_then(|_| numeric(reading, at + 1, None, true)) } else { None };
    inner.or_else(|| read(reading, at + 1)).filter(is_date)
}

/// "(Wednesday, 12/4)" or ", Sunday (11/9)" behind a day counted from today.
fn word_with_date(reading: &Reading, at: usize, shift: i64) -> Read<Meaning> {
    let open = reading.is_sign(at, "(");
    (open || (shift != 0 && reading.is_sign(at, ","))).then_some(())?;
    let (date, end) = date_behind(reading, at)?;
    if !open {
        return Some((date, end));
    }
    reading.is_sign(end, ")").then(|| with_tail(reading, date, end + 1))
}
