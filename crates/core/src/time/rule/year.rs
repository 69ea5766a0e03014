//! Years, spans of years, decades and centuries.

use crate::text::token::is_dash;
use crate::time::lexeme::{Direction, Edge, Lexeme, Unit};
use crate::time::meaning::{Meaning, Moment, Place, Year};
use crate::time::reading::{Read, Reading};
use crate::time::rule::{First, Rule};

/// A year or several.
pub(crate) const RULE: Rule = Rule {
    name: "year",
    opens: |first| {
        matches!(
            first,
            First::Digits
                | First::Word(
                    Lexeme::EraWord | Lexeme::Edge(_) | Lexeme::Unit(Unit::Year | Unit::Decade | Unit::Century)
                )
        )
    },
    read,
};

/// The year behind a day or month: "2022", ", 2022", "of last year".
pub(super) fn of_date(reading: &Reading, at: usize) -> Read<Year> {
    let start = reading.skip(reading.skip_sign(at, &[","]), Lexeme::Unit(Unit::Year));
    let told =
        reading.digits(start, 4..=4).filter(|&(year, end)| (1000..3000).contains(&year) && free(reading, start, end));
    told.map(|(year, end)| (Year::Told(year.cast_signed()), end)).or_else(|| counted(reading, at))
}

/// "last year", "this year", "next year".
pub(super) fn counted(reading: &Reading, at: usize) -> Read<Year> {
    let next = reading.is(at, Lexeme::Unit(Unit::Year))?;
    let (direction, end) = reading.direction(next)?;
    let shift = match direction {
        Direction::Past | Direction::Before => -1,
        Direction::This => 0,
        Direction::Next | Direction::Coming | Direction::After => 1,
        Direction::Last | Direction::Ahead => return None,
    };
    Some((Year::Counted(shift), end))
}

fn free(reading: &Reading, at: usize, end: usize) -> bool {
    !reading.is_inside_number(at) && reading.unit(end).is_none()
}

fn read(reading: &Reading, at: usize) -> Read<Meaning> {
    if let Some(found) = before_common_era(reading, at) {
        return Some(found);
    }
    let (edge, start) = reading.edge(at).map_or((None, at), |(edge, end)| (Some(edge), end));
    let worded = reading.is(start, Lexeme::Unit(Unit::Year));
    let number = worded.unwrap_or(start);
    let found = decade(reading, start).or_else(|| century(reading, start)).or_else(|| {
        let (first, end) = year(reading, number, worded.is_some() || edge.is_some())?;
        Some(span(reading, number, first, end).unwrap_or((at_year(first), end)))
    });
    let (meaning, end) = found?;
    let Meaning::At(moment) = meaning else { return Some((meaning, end)) };
    Some(with_direction(reading, Moment { edge, ..moment }, end, worded.is_some()))
}

/// "44 BC" is the year -43.
fn before_common_era(reading: &Reading, at: usize) -> Read<Meaning> {
    let (year, end) = reading.digits(reading.skip(at, Lexeme::Unit(Unit::Year)), 1..=4)?;
    let bc = reading.is(end, Lexeme::Bc).filter(|_| reading.is_capital(end));
    let ad = reading.is(end, Lexeme::Ad).filter(|_| reading.is_capital(end));
    let signed = if bc.is_some() { 1 - year.cast_signed() } else { year.cast_signed() };
    bc.or(ad).map(|end| (at_year(signed), end))
}

fn at_year(year: i32) -> Meaning {
    Meaning::At(Moment { place: Place::Year(year), ..Moment::default() })
}

/// "2015 ago" is just 2015.
fn with_direction(reading: &Reading, moment: Moment, end: usize, worded: bool) -> (Meaning, usize) {
    let direction = reading.direction(end).filter(|(direction, _)| {
        matches!(direction, Direction::Past | Direction::Coming) || (worded && *direction == Direction::This)
    });
    let (direction, end) = direction.map_or((None, end), |(direction, end)| (Some(direction), end));
    (Meaning::At(Moment { direction, ..moment }), end)
}

/// A year in digits; without the word for year it must look like one and stand like one.
fn year(reading: &Reading, at: usize, worded: bool) -> Read<i32> {
    let apostrophe = worded && matches!(reading.text(at), "'" | "’");
    if apostrophe && let Some((short, end)) = reading.digits(at + 1, 2..=2) {
        return Some((short.cast_signed() + if short < 30 { 2000 } else { 1900 }, end));
    }
    let (year, end) = reading.digits(at, 4..=4).filter(|&(_, end)| free(reading, at, end))?;
    let likely = if worded { 1000..3000 } else { 1900..2100 };
    let old =
        (1000..1900).contains(&year) && (reading.follows(at, Lexeme::At) || reading.is_sign(at.wrapping_sub(1), "("));
    let stands = worded || stands_alone(reading, at, end);
    ((likely.contains(&year) || old) && stands).then_some((year.cast_signed(), end))
}

/// Whether the digits at `at` are not part of a name ("World Cup 2026"), a code or a law.
fn stands_alone(reading: &Reading, at: usize, end: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    let named = reading.is_capital(before)
        && reading.is_word(before)
        && !reading.follows(at, Lexeme::At)
        && (!reading.begins_sentence(before) || reading.is_acronym(before))
        && !terms(reading, at, end);
    let after_name = reading.is_sign(before, ")") && before > 0 && reading.is_capital(before - 1);
    let law = reading.is(before, Lexeme::Unit(Unit::Year)).is_some();
    let coded = law || after_name || reading.is_sign(before, "/") || is_joined_sign(reading, at);
    let counted = reading.number(before).is_some() && reading.digits(before, 1..=20).is_some();
    let measured = reading.read(end, |l| (l == Lexeme::Measure).then_some(())).is_some();
    let signed = matches!(reading.text(end), "%" | "/" | "°" | "+") || (reading.is_joined(end) && reading.is_word(end));
    !named && !coded && !counted && !measured && !signed
}

/// Whether a sign is glued to the front of the digits.
fn is_joined_sign(reading: &Reading, at: usize) -> bool {
    let sign = at.checked_sub(1).map_or("", |before| reading.text(before));
    matches!(sign, "/" | "-" | "–" | "." | "+" | "#" | "_" | "$" | "&") && reading.is_joined(at)
}

/// Whether a span of years of some length follows ("Wali Kota 2019-2024"): of two years it is the season of a league.
fn terms(reading: &Reading, at: usize, end: usize) -> bool {
    let first = reading.digits(at, 4..=4).map(|(year, _)| year);
    let last = reading.digits(end + 1, 4..=4).map(|(year, _)| year);
    let long = first.zip(last).is_some_and(|(first, last)| last > first + 1);
    is_dash(reading.text(end)) && long
}

/// "2019-2024", "1913 until 1921", "between 2014 and 2019".
fn span(reading: &Reading, at: usize, first: i32, end: usize) -> Read<Meaning> {
    let dash = if reading.text(end) == "/" || is_dash(reading.text(end)) { Some(end + 1) } else { None };
    let between = reading.follows(at, Lexeme::Between).then(|| reading.is(end, Lexeme::And)).flatten();
    let next = dash.or_else(|| reading.is(end, Lexeme::To)).or(between)?;
    let next = reading.skip(next, Lexeme::Unit(Unit::Year));
    let last = |lengths| reading.digits(next, lengths).map(|(year, end)| (year.cast_signed(), end));
    let (last, end) = last(4..=4).or_else(|| {
        let (short, end) = last(2..=2).filter(|&(short, _)| short == (first + 1) % 100)?;
        Some((first / 100 * 100 + short, end))
    })?;
    let moment = |year| Moment { place: Place::Year(year), ..Moment::default() };
    (first < last).then(|| (Meaning::Between(moment(first), moment(last)), end))
}

/// "the 1990s", "the eighties".
fn decade(reading: &Reading, at: usize) -> Read<Meaning> {
    let worded = reading
        .is(at, Lexeme::EraWord)
        .or_else(|| reading.is(at, Lexeme::Unit(Unit::Year)))
        .or_else(|| reading.is(at, Lexeme::Unit(Unit::Decade)));
    let start = worded.unwrap_or(at);
    let (number, end) = reading.digits(start, 2..=4)?;
    let ending = reading.is_sign(end, "-") && reading.is(end + 1, Lexeme::DecadeEnding).is_some();
    let year = match number {
        20..=99 if worded.is_some() => 1900 + number,
        1000..=2990 => number,
        _ => return None,
    };
    let place = Place::Decade(year.cast_signed() / 10 * 10);
    (ending && year % 10 == 0).then(|| (Meaning::At(Moment { place, ..Moment::default() }), end + 2))
}

/// "the 20th century".
fn century(reading: &Reading, at: usize) -> Read<Meaning> {
    let next = reading.is(at, Lexeme::Unit(Unit::Century))?;
    let prefix = if reading.folded(next) == "ke" && reading.is_sign(next + 1, "-") { next + 2 } else { next };
    let (century, end) = reading.digits(prefix, 1..=2).or_else(|| roman(reading.text(next)).map(|c| (c, next + 1)))?;
    let place = Place::Century((century.cast_signed() - 1) * 100);
    (1..=30).contains(&century).then(|| (Meaning::At(Moment { place, ..Moment::default() }), end))
}

/// A Roman number of capitals up to XXX.
fn roman(text: &str) -> Option<u32> {
    let value = |c| match c {
        'I' => Some(1),
        'V' => Some(5),
        'X' => Some(10),
        _ => None,
    };
    let digits: Vec<u32> = text.chars().map(value).collect::<Option<_>>()?;
    let sum = digits.iter().enumerate().fold(0_i64, |sum, (i, &digit)| {
        let smaller = digits.get(i + 1).is_some_and(|&next| next > digit);
        sum + if smaller { -i64::from(digit) } else { i64::from(digit) }
    });
    u32::try_from(sum).ok().filter(|&sum| sum > 0)
}

/// The part of a year that goes with an edge; kept here so that all rules read it alike.
pub(super) fn edge_of(reading: &Reading, at: usize) -> (Option<Edge>, usize) {
    reading.edge(at).map_or((None, at), |(edge, end)| (Some(edge), end))
}
