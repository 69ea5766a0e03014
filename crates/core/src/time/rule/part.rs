//! Parts of the day that are counted from now: "tonight", "this morning", "last night".

use crate::time::lexeme::{Direction, Lexeme, Part, Unit};
use crate::time::meaning::{Clock, Meaning, Moment, Place};
use crate::time::reading::{Read, Reading};
use crate::time::rule::{First, Rule, clock, day};

/// A part of the day at hand, perhaps with a clock time.
pub(crate) const RULE: Rule = Rule {
    name: "part-of-day",
    opens: |first| {
        matches!(
            first,
            First::Word(
                Lexeme::Part(_) | Lexeme::LastNight(_) | Lexeme::JustNow | Lexeme::Direction(Direction::Coming)
            )
        )
    },
    read,
};

fn read(reading: &Reading, at: usize) -> Read<Meaning> {
    let (meaning, end) = deictic(reading, at)
        .or_else(|| with_clock(reading, at))
        .or_else(|| bounded(reading, at))
        .or_else(|| turning(reading, at))?;
    let Meaning::At(mut moment) = meaning else { return None };
    if let Some((day, end)) = date_behind(reading, end, &moment) {
        return Some((Meaning::At(Moment { part: moment.part, ..day }), end));
    }
    let next = reading.skip(end, Lexeme::About);
    if let Some((told, end)) = clock::clock(reading, next).filter(|_| moment.clock.is_none()) {
        moment.clock = told.clock.map(|time| clock::afternoon(time, told.part.or(moment.part)));
        moment.zone = told.zone;
        return Some((Meaning::At(moment), end));
    }
    if let Some((zone, end)) = clock::zone(reading, end) {
        moment.zone = Some(zone);
        return Some((Meaning::At(moment), end));
    }
    Some((Meaning::At(moment), end))
}

/// "this evening, Friday (20/6/2025)": the date behind a part of the day that is counted from now.
fn date_behind(reading: &Reading, end: usize, moment: &Moment) -> Read<Moment> {
    let counted = matches!(moment.place, Place::Current { .. }) && moment.clock.is_none();
    if !counted || reading.text(end) != "," {
        return None;
    }
    match day::read(reading, end + 1)? {
        (Meaning::At(day), end) if matches!(day.place, Place::Day { .. }) && day.part.is_none() => Some((day, end)),
        _ => None,
    }
}

fn on(shift: i64, part: Part) -> Meaning {
    let place = Place::Current { unit: Unit::Day, shift, later: false };
    Meaning::At(Moment { place, part: Some(part), ..Moment::default() })
}

/// "tonight", "last night", "yesterday morning" with the part in front.
pub(super) fn deictic(reading: &Reading, at: usize) -> Read<Meaning> {
    let night = |lexeme| if let Lexeme::LastNight(shift) = lexeme { Some(shift) } else { None };
    if let Some((shift, end)) = reading.read(at, night) {
        return Some((on(shift, Part::Night), end));
    }
    let just_now = reading.is(at, Lexeme::JustNow);
    if let Some(next) = just_now.or_else(|| reading.is(at, Lexeme::Direction(Direction::Coming)))
        && let Some((part, end)) = reading.part(next)
    {
        return Some((on(shift_of(part, just_now.is_some()), part), end));
    }
    let (part, next) = reading.part(at)?;
    let day = |lexeme| if let Lexeme::DayWord(shift) = lexeme { Some(shift) } else { None };
    if let Some((shift, end)) = reading.read(next, day) {
        return Some((on(shift, part), end));
    }
    let (direction, end) = reading.direction(next)?;
    let just_now = reading.is(next, Lexeme::JustNow).is_some();
    let fits = matches!(direction, Direction::This | Direction::Coming);
    fits.then(|| (on(shift_of(part, just_now), part), end))
}

/// A night that is over was the night of yesterday.
fn shift_of(part: Part, just_now: bool) -> i64 {
    if just_now && part == Part::Night { -1 } else { 0 }
}

/// "in the morning at about 07.00".
fn with_clock(reading: &Reading, at: usize) -> Read<Meaning> {
    let (part, next) = reading.part(at)?;
    let (moment, end) = clock::clock(reading, reading.skip(next, Lexeme::About))?;
    let part = moment.part.or(Some(part));
    Some((Meaning::At(Moment { part, ..moment }), end))
}

/// "since morning", "until the small hours": a part of the day that bounds something.
fn bounded(reading: &Reading, at: usize) -> Read<Meaning> {
    let (part, end) = reading.part(at).filter(|_| reading.follows(at, Lexeme::Bound))?;
    Some((Meaning::At(Moment { part: Some(part), ..Moment::default() }), end))
}

/// "midnight", "noon": points that need no word beside them.
fn turning(reading: &Reading, at: usize) -> Read<Meaning> {
    let (part, end) = reading.part(at).filter(|(part, _)| matches!(part, Part::Midnight | Part::Midday))?;
    let midday = chrono::NaiveTime::from_hms_opt(12, 0, 0).unwrap_or_default();
    let from = if part == Part::Midday { midday } else { chrono::NaiveTime::MIN };
    let clock = Some(Clock { from, to: None, day_end: part == Part::Midnight, seconds: false });
    Some((Meaning::At(Moment { clock, ..Moment::default() }), end))
}
