//! Repeated times: "every day", "every Monday and Thursday", "per month", "once a year".

use crate::time::lexeme::{Lexeme, Unit};
use crate::time::meaning::{Amount, Meaning, Moment, Place};
use crate::time::reading::{Read, Reading};
use crate::time::rule::{First, Rule, clock, day, length};
use crate::time::value;

/// A repeated time.
pub(crate) const RULE: Rule = Rule {
    name: "repeated",
    opens: |first| {
        matches!(
            first,
            First::Numeral
                | First::Digits
                | First::Word(
                    Lexeme::One(_)
                        | Lexeme::Many(_)
                        | Lexeme::Every
                        | Lexeme::Per
                        | Lexeme::DateWord
                        | Lexeme::Weekday(_)
                        | Lexeme::ForeignWeekday(_)
                        | Lexeme::Sunday
                )
        )
    },
    read,
};

fn read(reading: &Reading, at: usize) -> Read<Meaning> {
    every(reading, at)
        .or_else(|| per(reading, at))
        .or_else(|| times(reading, at))
        .or_else(|| once(reading, at))
        .or_else(|| monthly(reading, at))
        .or_else(|| market_day(reading, at))
        .map(|(value, end)| (Meaning::Repeat(value), end))
}

fn one(unit: Unit) -> String {
    value::length(&[Amount::new(Some(1.0), unit)])
}

fn every(reading: &Reading, at: usize) -> Read<String> {
    let next = reading.is(at, Lexeme::Every)?;
    weekdays(reading, next)
        .or_else(|| clock_time(reading, next))
        .or_else(|| of_year(reading, next))
        .or_else(|| feast(reading, next))
        .or_else(|| Some(("XXXX-WXX-6/XXXX-WXX-7".to_owned(), reading.is(next, Lexeme::Weekend)?)))
        .or_else(|| reading.part(next).map(|(part, end)| (format!("XXXX-XX-XXT{}", value::part(part)), end)))
        .or_else(|| unit(reading, next))
        .or_else(|| length::amounts(reading, next).map(|(amount, _, end)| (value::length(&[amount]), end)))
}

fn weekdays(reading: &Reading, at: usize) -> Read<String> {
    let name = |day: u32| format!("XXXX-WXX-{day}");
    let start = reading.skip(at, Lexeme::Unit(Unit::Day));
    let (first, end) = reading.weekday(start)?;
    let second = reading.is(end, Lexeme::And).and_then(|next| reading.weekday(next));
    Some(match second {
        Some((second, end)) => (format!("{{{},{}}}", name(first), name(second)), end),
        None => (name(first), end),
    })
}

fn clock_time(reading: &Reading, at: usize) -> Read<String> {
    let (moment, end) = clock::clock(reading, at)?;
    moment.clock.map(|clock| (format!("XXXX-XX-XXT{}", value::clock(clock.from)), end))
}

/// "every 17 August", "every December".
fn of_year(reading: &Reading, at: usize) -> Read<String> {
    if let Some((Meaning::At(Moment { place: Place::Day { month: Some(month), day, .. }, .. }), end)) =
        day::read(reading, at)
    {
        return Some((format!("XXXX-{month:02}-{day:02}"), end));
    }
    let (month, end) = reading.month(reading.skip(at, Lexeme::Unit(Unit::Month)), false)?;
    Some((format!("XXXX-{month:02}"), end))
}

fn unit(reading: &Reading, at: usize) -> Read<String> {
    let of = |lexeme| if let Lexeme::UnitOf(unit) = lexeme { Some(unit) } else { None };
    let found = reading.unit(at).or_else(|| reading.read(at, of)).filter(|(unit, _)| *unit >= Unit::Day);
    found.map(|(unit, end)| (one(unit), end))
}

/// "every Christmas Eve".
fn feast(reading: &Reading, at: usize) -> Read<String> {
    let start = reading.part(at).map_or(at, |(_, end)| end);
    let ((), end) = reading.read(start, |lexeme| matches!(lexeme, Lexeme::Feast(..)).then_some(()))?;
    Some((one(Unit::Year), end))
}

/// "per month", but not "as per last month".
fn per(reading: &Reading, at: usize) -> Read<String> {
    let next = reading.skip_sign(reading.is(at, Lexeme::Per)?, &["-"]);
    let (unit, end) = reading.unit(next).filter(|(unit, _)| *unit >= Unit::Day)?;
    reading.direction(end).is_none().then(|| (one(unit), end))
}

/// "twice a day".
fn times(reading: &Reading, at: usize) -> Read<String> {
    let number = reading.number(at)?;
    let next = reading.is(number.end, Lexeme::Times)?;
    let unit = |lexeme| if let Lexeme::One(unit) = lexeme { Some(unit) } else { None };
    let (unit, end) = reading.read(next, unit)?;
    Some((one(unit), end))
}

/// "once a year", "every five years".
fn once(reading: &Reading, at: usize) -> Read<String> {
    let (amount, last, end) = length::amounts(reading, at)?;
    let end = reading.is(end, Lexeme::Once).filter(|_| last.is_none())?;
    Some((value::length(&[amount]), end))
}

/// "the 5th of every month".
fn monthly(reading: &Reading, at: usize) -> Read<String> {
    let (day, end) = reading.digits(reading.is(at, Lexeme::DateWord)?, 1..=2)?;
    let next = reading.is(end, Lexeme::Every)?;
    let end = reading.is(next, Lexeme::Unit(Unit::Month))?;
    (1..=31).contains(&day).then(|| (format!("XXXX-XX-{day:02}"), end))
}

/// A weekday that is also a day of the five-day week.
fn market_day(reading: &Reading, at: usize) -> Read<String> {
    let (day, end) = reading.weekday(at)?;
    let end = reading.is(end, Lexeme::MarketDay)?;
    Some((format!("XXXX-WXX-{day}"), end))
}
