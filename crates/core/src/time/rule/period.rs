//! Weeks, months, years, quarters and seasons counted from the one at hand.

use crate::text::token::is_dash;
use crate::time::lexeme::{Direction, Lexeme, Unit};
use crate::time::meaning::{Amount, Meaning, Moment, Place, Year};
use crate::time::reading::{Read, Reading};
use crate::time::rule::{First, Rule, length, year};

/// "last week", "early next month", "two years ago", "the coming three days".
pub(crate) const RULE: Rule = Rule {
    name: "period",
    opens: |first| {
        matches!(
            first,
            First::Numeral
                | First::Digits
                | First::Word(
                    Lexeme::One(_)
                        | Lexeme::Many(_)
                        | Lexeme::Unit(_)
                        | Lexeme::Sunday
                        | Lexeme::Edge(_)
                        | Lexeme::Weekend
                        | Lexeme::About
                )
        )
    },
    read,
};

/// "second quarter of 2022", "semester 2 of this year", "last summer".
pub(crate) const SUB_YEAR: Rule = Rule {
    name: "part-of-year",
    opens: |first| {
        matches!(
            first,
            First::Word(
                Lexeme::Unit(_)
                    | Lexeme::Sunday
                    | Lexeme::Edge(_)
                    | Lexeme::Season(_)
                    | Lexeme::QuarterLetter
                    | Lexeme::SamePeriod
                    | Lexeme::Monsoon(_)
                    | Lexeme::SchoolYear
            )
        )
    },
    read: sub_year,
};

fn read(reading: &Reading, at: usize) -> Read<Meaning> {
    weekend(reading, at).or_else(|| away(reading, at)).or_else(|| {
        let (edge, start) = year::edge_of(reading, at);
        let (unit, end) = reading.unit(start).filter(|&(unit, _)| unit >= Unit::Week)?;
        let (direction, end) = match reading.direction(end) {
            Some((direction, end)) => (direction, end),
            None if edge.is_some() && !matches!(unit, Unit::Season | Unit::Quarter | Unit::Half) => {
                (Direction::This, end)
            }
            None => return None,
        };
        let (shift, later) = counted(direction)?;
        let place = match unit {
            Unit::Season => Place::SportSeason(shift),
            _ => Place::Current { unit, shift: i64::from(shift), later },
        };
        Some((Meaning::At(Moment { place, edge, ..Moment::default() }), end))
    })
}

/// How many units a direction goes, and whether it counts from something told before.
fn counted(direction: Direction) -> Option<(i32, bool)> {
    Some(match direction {
        Direction::Past => (-1, false),
        Direction::This => (0, false),
        Direction::Next | Direction::Coming => (1, false),
        Direction::Before => (-1, true),
        Direction::After => (1, true),
        Direction::Last | Direction::Ahead => return None,
    })
}

fn weekend(reading: &Reading, at: usize) -> Read<Meaning> {
    let end = reading.is(at, Lexeme::Weekend)?;
    let told = reading.direction(end).and_then(|(told, end)| Some((told, counted(told)?.0, end)));
    let Some((told, shift, end)) = told else {
        return Some((Meaning::At(Moment { place: Place::Weekend(0), ..Moment::default() }), end));
    };
    let shift = if told == Direction::Coming { 0 } else { i64::from(shift) };
    Some((Meaning::At(Moment { place: Place::Weekend(shift), direction: Some(told), ..Moment::default() }), end))
}

/// "two years ago", "a week from now", "three days later".
fn away(reading: &Reading, at: usize) -> Read<Meaning> {
    let (first, last, end) = length::amounts(reading, reading.skip(at, Lexeme::About))?;
    let (direction, end) = reading.direction(end)?;
    let (sign, later) = match direction {
        Direction::Past => (-1, false),
        Direction::Coming if reading.is(end - 1, Lexeme::Soon).is_some() => (1, false),
        Direction::After => (1, true),
        Direction::Before => (-1, true),
        Direction::Coming | Direction::Last | Direction::Ahead => {
            return Some((length::meaning(first, last), end));
        }
        Direction::This if first.number.is_none() => return Some((length::meaning(first, last), end)),
        Direction::This | Direction::Next => return None,
    };
    let place = |amount: Amount| {
        let count = amount.number.filter(|number| number.fract() == 0.0 && *number < 1e9)?;
        (amount.unit >= Unit::Day || direction == Direction::Past).then_some(Place::Away {
            unit: amount.unit,
            amount: sign * count as i64,
            later,
        })
    };
    let moment = |amount| Some(Moment { place: place(amount)?, ..Moment::default() });
    match (moment(first), last.map(moment)) {
        (Some(from), Some(Some(to))) if sign < 0 => Some((Meaning::Between(to, from), end)),
        (Some(from), Some(Some(to))) => Some((Meaning::Between(from, to), end)),
        (Some(moment), None) => Some((Meaning::At(moment), end)),
        _ if sign < 0 && !later => Some((length::meaning(first, last), end)),
        _ => None,
    }
}

fn sub_year(reading: &Reading, at: usize) -> Read<Meaning> {
    season(reading, at)
        .or_else(|| quarter(reading, at))
        .or_else(|| sport(reading, at))
        .or_else(|| month_week(reading, at))
        .or_else(|| same_period(reading, at))
        .or_else(|| months(reading, at))
}

fn quarter(reading: &Reading, at: usize) -> Read<Meaning> {
    let letter =
        reading.is(at, Lexeme::QuarterLetter).filter(|&next| reading.is_capital(at) && reading.is_joined(next));
    let worded = reading.unit(at).filter(|(unit, _)| matches!(unit, Unit::Quarter | Unit::Half));
    let (unit, next) = letter.map(|next| (Unit::Quarter, next)).or(worded)?;
    let (ordinal, end) = ordinal(reading, next)?;
    let code = match (unit, ordinal) {
        (Unit::Quarter, 1..=4) => 32 + ordinal,
        (Unit::Half, 1..=2) => 39 + ordinal,
        _ => return None,
    };
    let behind = reading.skip_sign(end, &["/", "-"]);
    let (year, end) = year::of_date(reading, behind).map_or((None, end), |(year, end)| (Some(year), end));
    (year.is_some() || (unit == Unit::Quarter && letter.is_none())).then_some(())?;
    Some((Meaning::At(Moment { place: Place::SubYear { year, code }, ..Moment::default() }), end))
}

fn ordinal(reading: &Reading, at: usize) -> Read<u32> {
    let word = |lexeme| if let Lexeme::Ordinal(number) = lexeme { Some(number) } else { None };
    let prefix = if reading.is_sign(at + 1, "-") && reading.digits(at + 2, 1..=1).is_some() { at + 2 } else { at };
    reading.digits(prefix, 1..=1).or_else(|| reading.read(at, word))
}

fn season(reading: &Reading, at: usize) -> Read<Meaning> {
    let (edge, start) = year::edge_of(reading, at);
    let code = |lexeme| if let Lexeme::Season(code) = lexeme { Some(code) } else { None };
    let (code, end) = reading.read(start, code)?;
    let told = year::of_date(reading, end);
    let (year, end) = told.map_or((None, end), |(year, end)| (Some(year), end));
    let direction = reading.direction(end).and_then(|(direction, end)| Some((counted(direction)?.0, end)));
    let (shift, end) = direction.map_or((None, end), |(shift, end)| (Some(shift), end));
    (year.is_some() || shift.is_some() || edge.is_some()).then_some(())?;
    let year = year.or(shift.map(Year::Counted));
    Some((Meaning::At(Moment { place: Place::SubYear { year, code }, edge, ..Moment::default() }), end))
}

/// "season 2016/17", "season 2018".
fn sport(reading: &Reading, at: usize) -> Read<Meaning> {
    let next = reading.is(at, Lexeme::Unit(Unit::Season))?;
    let (first, end) = reading.digits(next, 4..=4).filter(|(year, _)| (1900..2100).contains(year))?;
    let first = first.cast_signed();
    let last = reading.digits(end + 1, 2..=4).filter(|_| reading.text(end) == "/" || is_dash(reading.text(end)));
    let moment = |year| Moment { place: Place::Year(year), ..Moment::default() };
    match last {
        Some((last, end)) if last.cast_signed() % 100 == (first + 1) % 100 => {
            Some((Meaning::Between(moment(first), moment(first + 1)), end))
        }
        _ => None,
    }
}

/// "second week of April".
fn month_week(reading: &Reading, at: usize) -> Read<Meaning> {
    let (_, next) = reading.unit(at).filter(|(unit, _)| *unit == Unit::Week)?;
    let (week, end) = ordinal(reading, next).filter(|(week, _)| (1..=5).contains(week))?;
    let (month, end) = reading.month(reading.skip(end, Lexeme::Unit(Unit::Month)), false)?;
    let (year, end) = year::of_date(reading, end).map_or((None, end), |(year, end)| (Some(year), end));
    Some((Meaning::At(Moment { place: Place::MonthWeek { year, month, week }, ..Moment::default() }), end))
}

/// "the same period last year".
fn same_period(reading: &Reading, at: usize) -> Read<Meaning> {
    let next = reading.is(at, Lexeme::SamePeriod)?;
    let (year, end) = year::of_date(reading, next)?;
    Some((Meaning::At(Moment { place: Place::SamePeriod(year), ..Moment::default() }), end))
}

/// "dry season 2021", "school year 2021/2022".
fn months(reading: &Reading, at: usize) -> Read<Meaning> {
    let monsoon = reading.read(at, |lexeme| if let Lexeme::Monsoon(month) = lexeme { Some(month) } else { None });
    let school = reading.is(at, Lexeme::SchoolYear);
    let (month, count, next) = monsoon.map(|(month, end)| (month, 6, end)).or(school.map(|end| (7, 12, end)))?;
    let (year, end) = year::of_date(reading, next)?;
    let second = reading.digits(end + 1, 2..=4).filter(|_| school.is_some() && matches!(reading.text(end), "/" | "-"));
    let end = second.map_or(end, |(_, end)| end);
    let place = Place::Months { year: Some(year), month, count, about: monsoon.is_some() };
    Some((Meaning::At(Moment { place, ..Moment::default() }), end))
}
