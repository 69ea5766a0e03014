//! Feasts, days counted from them, and dates of the Islamic calendar.

use crate::time::lexeme::{Direction, Lexeme, Part, Unit};
use crate::time::meaning::{Meaning, Moment, Place, Year};
use crate::time::reading::{Read, Reading};
use crate::time::rule::{First, Rule, year};

/// A feast, its eve, or a date of the Islamic calendar.
pub(crate) const RULE: Rule = Rule {
    name: "feast",
    opens: |first| {
        matches!(
            first,
            First::Digits
                | First::Word(
                    Lexeme::Feast(..)
                        | Lexeme::Part(_)
                        | Lexeme::RiteCue
                        | Lexeme::DateWord
                        | Lexeme::Unit(Unit::Month)
                )
        )
    },
    read,
};

/// "D-7 of the feast".
pub(crate) const COUNTED: Rule =
    Rule { name: "counted-from-feast", opens: |first| matches!(first, First::Word(Lexeme::FeastDay)), read: counted };

fn at(place: Place) -> Moment {
    Moment { place, ..Moment::default() }
}

fn read(reading: &Reading, at: usize) -> Read<Meaning> {
    let (moment, end) =
        rite(reading, at).or_else(|| hijri(reading, at)).or_else(|| eve(reading, at)).or_else(|| feast(reading, at))?;
    Some((Meaning::At(moment), end))
}

/// The name of a feast with its year.
fn feast(reading: &Reading, start: usize) -> Read<Moment> {
    let named = |lexeme| if let Lexeme::Feast(feast, dated) = lexeme { Some((feast, dated)) } else { None };
    let ((feast, dated), end) = reading.read(start, named)?;
    let told = reading.digits(end, 4..=4).filter(|(year, _)| (1900..2100).contains(year));
    let place = |year, offset| Place::Feast { feast, year, offset, dated };
    if let Some((year, end)) = told {
        return Some((at(place(Some(Year::Told(year.cast_signed())), None)), end));
    }
    let hijri = reading.digits(end, 4..=4).filter(|(year, _)| (1300..1600).contains(year));
    if let Some((year, end)) = hijri.and_then(|(year, end)| Some((year, reading.is(end, Lexeme::HijriEra)?))) {
        let year = Year::Told(gregorian_year(year.cast_signed()));
        return Some((at(place(Some(year), None)), end));
    }
    let year = year::counted(reading, end).map(|(year, _)| year);
    let direction = reading.direction(end).filter(|(to, _)| matches!(to, Direction::Past | Direction::Coming));
    let (direction, end) = direction.map_or((None, end), |(to, end)| (Some(to), end));
    Some((Moment { direction, ..at(place(year, None)) }, end))
}

/// The year in which the later months of an Islamic year fall: 33 years there are 32 here.
fn gregorian_year(year: i32) -> i32 {
    year + 579 + (1434 - year) / 33
}

/// "the eve of the feast".
fn eve(reading: &Reading, start: usize) -> Read<Moment> {
    let (part, next) = reading.part(start).filter(|(part, _)| *part == Part::Night)?;
    let (moment, end) = feast(reading, next)?;
    let Place::Feast { feast, year, dated, .. } = moment.place else { return None };
    let place = Place::Feast { feast, year, offset: Some(-1), dated };
    Some((Moment { place, part: Some(part), ..Moment::default() }, end))
}

/// "1 Ramadan 1443 H", "the month of Ramadan".
fn hijri(reading: &Reading, start: usize) -> Read<Moment> {
    let month_at =
        |at| reading.read(at, |lexeme| if let Lexeme::HijriMonth(month) = lexeme { Some(month) } else { None });
    let start = reading.skip(start, Lexeme::DateWord);
    let day = reading.digits(start, 1..=2).filter(|(day, _)| (1..=30).contains(day));
    let worded = reading.is(start, Lexeme::Unit(Unit::Month));
    let (month, end) = month_at(day.map(|(_, end)| end).or(worded)?)?;
    let told = reading.digits(end, 4..=4).filter(|(year, _)| (1300..1600).contains(year));
    let (year, end) = told.map_or((None, end), |(year, end)| (Some(year.cast_signed()), end));
    let end = reading.is(end, Lexeme::HijriEra).filter(|_| year.is_some()).unwrap_or(end);
    Some((at(Place::Hijri { year, month, day: day.map(|(day, _)| day) }), end))
}

/// "after the afternoon prayer".
fn rite(reading: &Reading, start: usize) -> Read<Moment> {
    let next = reading.is(start, Lexeme::RiteCue)?;
    if let Some((weekday, end)) = reading.is(next, Lexeme::OwnedBy).and_then(|next| reading.weekday(next)) {
        let place = Place::Weekday(weekday);
        return Some((Moment { place, part: Some(Part::Noon), ..Moment::default() }, end));
    }
    let (part, end) = reading.read(next, |lexeme| if let Lexeme::Rite(part) = lexeme { Some(part) } else { None })?;
    Some((Moment { part: Some(part), ..Moment::default() }, end))
}

/// "D-7", "D+3 of the feast".
fn counted(reading: &Reading, start: usize) -> Read<Meaning> {
    let sign = reading.is(start, Lexeme::FeastDay).filter(|_| reading.is_capital(start))?;
    let minus = match reading.text(sign) {
        "-" | "–" | "min" => -1,
        "+" => 1,
        _ => return None,
    };
    let (days, end) = reading.digits(sign + 1, 1..=2)?;
    let offset = minus * i64::from(days);
    if let Some((Moment { place: Place::Feast { feast, year, dated, .. }, .. }, end)) = feast(reading, end) {
        let end = reading.direction(end).map_or(end, |(_, end)| end);
        return Some((Meaning::At(at(Place::Feast { feast, year, offset: Some(offset), dated })), end));
    }
    Some((Meaning::At(at(Place::FromTold(offset))), end))
}
