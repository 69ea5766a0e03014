//! Months: "June 2022", "last June", "early May", "January-March 2022".

use crate::text::token::is_dash;
use crate::time::lexeme::{Direction, Lexeme, Unit};
use crate::time::meaning::{Meaning, Moment, Place, Year};
use crate::time::reading::{Read, Reading};
use crate::time::rule::{First, Rule, day, year};

/// A month or a span of months.
pub(crate) const RULE: Rule = Rule {
    name: "month",
    opens: |first| {
        matches!(
            first,
            First::Digits
                | First::Word(Lexeme::Month(_) | Lexeme::ShortMonth(_) | Lexeme::Unit(Unit::Month) | Lexeme::Edge(_))
        )
    },
    read,
};

fn read(reading: &Reading, at: usize) -> Read<Meaning> {
    let (edge, start) = year::edge_of(reading, at);
    let worded = reading.is(start, Lexeme::Unit(Unit::Month));
    let start = worded.unwrap_or(start);
    if let Some((month, end)) = in_digits(reading, start, worded.is_some()) {
        return Some((Meaning::At(Moment { edge, ..month }), end));
    }
    let (first, end, sure) = month(reading, start)?;
    let stands = sure || worded.is_some() || edge.is_some() || stands_alone(reading, at, end);
    if let Some(found) = span(reading, &first, end) {
        return Some(found);
    }
    stands.then_some((Meaning::At(Moment { edge, ..first }), end))
}

/// "02/2022", where a word says that a month is told.
fn in_digits(reading: &Reading, at: usize, worded: bool) -> Read<Moment> {
    let (month, end) = reading.digits(at, 1..=2).filter(|(month, _)| (1..=12).contains(month))?;
    let glued = reading.is_sign(end, "/") && reading.is_joined(end) && reading.is_joined(end + 1);
    let (year, end) = reading.digits(end + 1, 4..=4).filter(|(year, _)| glued && (1900..2100).contains(year))?;
    let place = Place::Month { year: Some(Year::Told(year.cast_signed())), month };
    let told = worded || reading.follows(at, Lexeme::At);
    (told && !reading.is_inside_number(at) && !reading.is_sign(end, "/"))
        .then(|| (Moment { place, ..Moment::default() }, end))
}

/// A month with year or direction; the last value tells that one of them is there.
fn month(reading: &Reading, at: usize) -> Option<(Moment, usize, bool)> {
    let full = reading.month(at, false);
    let (month, end) = full.or_else(|| reading.month(at, true))?;
    if let Some((year, end)) = year::of_date(reading, end) {
        let moment = Moment { place: Place::Month { year: Some(year), month }, ..Moment::default() };
        let past =
            reading.direction(end).filter(|(direction, _)| matches!(direction, Direction::Past | Direction::Coming));
        return Some((moment, past.map_or(end, |(_, end)| end), true));
    }
    full?;
    let place = Place::Month { year: shared_year(reading, end), month };
    let direction = reading.direction(end).filter(|(direction, _)| {
        matches!(direction, Direction::Past | Direction::This | Direction::Next | Direction::Coming)
    });
    let (direction, end) = direction.map_or((None, end), |(direction, end)| (Some(direction), end));
    Some((Moment { place, direction, ..Moment::default() }, end, direction.is_some()))
}

/// The year of "January, February and March 2025", which is that of all of them.
fn shared_year(reading: &Reading, end: usize) -> Option<Year> {
    let mut at = end;
    for _ in 0..6 {
        let comma = reading.skip_sign(at, &[","]);
        let next = reading.is(comma, Lexeme::And).unwrap_or(comma);
        let (_, end) = reading.month(reading.skip(next, Lexeme::Unit(Unit::Month)), false).filter(|_| next > at)?;
        if let Some((year @ Year::Told(_), _)) = year::of_date(reading, end) {
            return Some(year);
        }
        at = end;
    }
    None
}

/// Whether a bare month stands like a time and not like a person's name.
fn stands_alone(reading: &Reading, at: usize, end: usize) -> bool {
    let name_behind = reading.is_capital(end) && reading.is_word(end);
    let told = reading.follows(at, Lexeme::At);
    let before = at.checked_sub(1);
    let name_before = before.is_some_and(|before| reading.is_capital(before) && reading.is_word(before));
    let long = reading.text(at).len() > 3;
    reading.is_capital(at) && !name_behind && (told || (long && before.is_some() && !name_before))
}

/// "January-March 2022", "January until March", "July-28 September 2017".
fn span(reading: &Reading, first: &Moment, end: usize) -> Read<Meaning> {
    let dash = if is_dash(reading.text(end)) { Some(end + 1) } else { None };
    let next = dash.or_else(|| reading.is(end, Lexeme::To))?;
    let next = reading.skip(next, Lexeme::Unit(Unit::Month));
    let Place::Month { year: told, month: from } = first.place else { return None };
    if let Some((last, end, _)) = month(reading, next)
        && let Place::Month { year, .. } = last.place
    {
        let place = Place::Month { year: told.or(year), month: from };
        return Some((Meaning::Between(Moment { place, ..first.clone() }, last), end));
    }
    let (Meaning::At(last), end) = dash.and_then(|next| day::read(reading, next))? else { return None };
    let Place::Day { year, .. } = last.place else { return None };
    let place = Place::Month { year: told.or(year), month: from };
    Some((Meaning::Between(Moment { place, ..first.clone() }, last), end))
}
