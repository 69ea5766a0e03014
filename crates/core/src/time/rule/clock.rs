//! Clock times: "at 10.00 WIB", "half past", "7 in the evening", and from when to when.

use chrono::NaiveTime;

use crate::text::token::is_dash;
use crate::time::lexeme::{Direction, Lexeme, Part, Unit};
use crate::time::meaning::{Clock, Meaning, Moment, Place, Zone};
use crate::time::reading::{Read, Reading};
use crate::time::rule::{First, Rule, day};

/// A clock time, alone or with its day behind it.
pub(crate) const RULE: Rule = Rule {
    name: "clock",
    opens: |first| matches!(first, First::Digits | First::Word(Lexeme::Clock | Lexeme::Half | Lexeme::About)),
    read,
};

fn read(reading: &Reading, at: usize) -> Read<Meaning> {
    let start = reading.skip(at, Lexeme::About);
    let (moment, end) = clock(reading, start)?;
    Some(with_day(reading, &moment, end))
}

/// Adds the day that follows a clock time.
pub(super) fn with_day(reading: &Reading, clock: &Moment, end: usize) -> (Meaning, usize) {
    let at = reading.skip_sign(end, &[","]);
    let day = day::read(reading, at).or_else(|| day::word(reading, at)).or_else(|| super::part::deictic(reading, at));
    if let Some((Meaning::At(day), day_end)) = day
        && day.place != Place::Unsaid
        && day.clock.is_none()
    {
        let part = clock.part.or(day.part);
        let joined = Moment { place: day.place, direction: day.direction, week: day.week, part, ..*clock };
        return (Meaning::At(joined), day_end);
    }
    if clock.part.is_some() && reading.is(end, Lexeme::Direction(Direction::This)).is_some() {
        let place = Place::Current { unit: Unit::Day, shift: 0, later: false };
        return (Meaning::At(Moment { place, ..*clock }), end + 1);
    }
    let place = date_behind_word(reading, end).unwrap_or_default();
    (Meaning::At(Moment { place, ..*clock }), end)
}

/// The date of "at 01.00 on 23 June"; the two stay apart.
fn date_behind_word(reading: &Reading, at: usize) -> Option<Place> {
    let next = reading.is(at, Lexeme::At)?;
    let (Meaning::At(day), _) = day::read(reading, next)? else { return None };
    matches!(day.place, Place::Day { month: Some(_), .. }).then_some(day.place)
}

/// A clock time with its marker word, or with a zone behind it.
pub(super) fn clock(reading: &Reading, at: usize) -> Read<Moment> {
    let counts = reading.unit(at).is_some() && at > 0 && reading.number(at - 1).is_some();
    let marked = reading.is(at, Lexeme::Clock).filter(|_| !counts);
    let body = marked.unwrap_or(at);
    let (from, mut end, spoken) = body_of(reading, body, marked.is_some())?;
    let mut moment = Moment { clock: Some(from), ..Moment::default() };
    if let Some((to, range_end)) = range_end(reading, end) {
        moment.clock = Some(Clock { to: Some(to.from), ..from });
        end = range_end;
    }
    if let Some((part, part_end)) = reading.part(end) {
        moment.part = Some(part);
        end = part_end;
    }
    if let Some((zone, zone_end)) = zone(reading, end) {
        moment.zone = Some(zone);
        end = zone_end;
    }
    if let Some((part, part_end)) = reading.part(end).filter(|_| moment.part.is_none()) {
        moment.part = Some(part);
        end = part_end;
    }
    if let Some(part_end) = reading.is(end, Lexeme::JustNow).filter(|_| moment.part.is_some()) {
        end = part_end;
    }
    moment.clock = moment.clock.map(|clock| afternoon(clock, moment.part));
    let is_time = marked.is_some() || matches!(moment.zone, Some(Zone::Offset(_))) || (spoken && moment.part.is_some());
    is_time.then_some((moment, end))
}

/// "10:00" without a marker word, as it may stand behind a date.
pub(super) fn plain(reading: &Reading, at: usize) -> Read<Moment> {
    let (clock, end) = written(reading, at).filter(|_| reading.is_sign(at + 1, ":"))?;
    Some((Moment { clock: Some(clock), ..Moment::default() }, end))
}

/// The clock time that ends a stretch.
fn range_end(reading: &Reading, at: usize) -> Read<Clock> {
    let dash = if reading.text(at) == "—" || is_dash(reading.text(at)) { Some(at + 1) } else { None };
    let zone_skipped = zone(reading, at).map_or(at, |(_, end)| end);
    let next = dash.or_else(|| reading.is(at, Lexeme::To)).or_else(|| reading.is(zone_skipped, Lexeme::To))?;
    let (clock, end, _) = body_of(reading, reading.skip(next, Lexeme::Clock), false)?;
    Some((clock, end))
}

/// Hours and minutes from token `at`; the last value tells that they are spoken ("half eight").
fn body_of(reading: &Reading, at: usize, marked: bool) -> Option<(Clock, usize, bool)> {
    if let Some((clock, end)) = written(reading, at) {
        return Some((clock, end, false));
    }
    spoken(reading, at, marked).map(|(clock, end)| (clock, end, true))
}

/// "10.00", "10:00", "03.22.46".
fn written(reading: &Reading, at: usize) -> Read<Clock> {
    let (hour, sign) = reading.digits(at, 1..=2)?;
    let glued =
        |sign: usize| reading.is_joined(sign) && matches!(reading.text(sign), "." | ":") && reading.is_joined(sign + 1);
    let (minute, end) = reading.digits(sign + 1, 2..=2).filter(|_| glued(sign))?;
    let second = reading.digits(end + 1, 2..=2).filter(|_| glued(end));
    let end = second.map_or(end, |(_, end)| end);
    make(hour, minute, second.map(|(second, _)| second)).map(|clock| (clock, end))
}

fn make(hour: u32, minute: u32, second: Option<u32>) -> Option<Clock> {
    let day_end = hour == 24 && minute == 0;
    let hour = if day_end { 0 } else { hour };
    let from = NaiveTime::from_hms_opt(hour, minute, second.unwrap_or(0))?;
    Some(Clock { from, to: None, day_end, seconds: second.is_some() })
}

/// "seven", "half eight" (7.30), "seven past a quarter", "eight less five".
fn spoken(reading: &Reading, at: usize, marked: bool) -> Read<Clock> {
    if let Some(next) = reading.is(at, Lexeme::Half) {
        let hour = hour(reading, next)?;
        return make((hour.0 + 23) % 24, 30, None).map(|clock| (clock, hour.1));
    }
    let (hour, end) = hour(reading, at).filter(|_| marked)?;
    for (word, sign) in [(Lexeme::PastHour, 1), (Lexeme::ToHour, -1)] {
        let Some(next) = reading.is(end, word) else { continue };
        let quarter = reading.is(next, Lexeme::QuarterHour).map(|end| (15, end));
        let Some((minutes, end)) = quarter.or_else(|| minutes(reading, next)) else { continue };
        let total = i64::from(hour) * 60 + sign * minutes;
        let total = u32::try_from(total.rem_euclid(24 * 60)).ok()?;
        return make(total / 60, total % 60, None).map(|clock| (clock, end));
    }
    make(hour, 0, None).map(|clock| (clock, end))
}

fn hour(reading: &Reading, at: usize) -> Read<u32> {
    let number = reading.number(at).filter(|number| number.high.is_none() && !reading.is_inside_number(at))?;
    let counted = reading.unit(number.end).is_some_and(|(unit, _)| unit < Unit::Day);
    whole(number.value, 24).filter(|_| !counted).map(|hour| (hour, number.end))
}

/// A number without fraction, up to `most`.
fn whole(number: f64, most: u32) -> Option<u32> {
    (0..=most).find(|&whole| (f64::from(whole) - number).abs() < 1e-9)
}

fn minutes(reading: &Reading, at: usize) -> Read<i64> {
    let number = reading.number(at)?;
    whole(number.value, 59).map(|minute| (minute.into(), number.end))
}

/// "7 in the evening" is 19.00; "12 at night" is the end of the day.
pub(super) fn afternoon(clock: Clock, part: Option<Part>) -> Clock {
    use chrono::Timelike;
    let hour = clock.from.hour();
    let late = match part {
        Some(Part::Noon) => hour < 6,
        Some(Part::Afternoon | Part::Evening) => hour < 12,
        Some(Part::Night) => (5..12).contains(&hour),
        _ => false,
    };
    if late {
        let from = clock.from.overflowing_add_signed(chrono::TimeDelta::hours(12)).0;
        return Clock { from, ..clock };
    }
    if part == Some(Part::Night) && hour == 12 {
        return Clock { from: NaiveTime::MIN, day_end: true, ..clock };
    }
    clock
}

/// A zone, the local time, or the time of a place.
pub(super) fn zone(reading: &Reading, at: usize) -> Read<Zone> {
    let told = |lexeme| match lexeme {
        Lexeme::Zone(minutes) => Some(Zone::Offset(minutes)),
        Lexeme::LocalTime => Some(Zone::Local),
        _ => None,
    };
    if let Some(found) = reading.read(at, told) {
        return Some(found);
    }
    let place = reading.is(at, Lexeme::TimeOf).filter(|&place| reading.is_capital(place))?;
    let of = |lexeme| match lexeme {
        Lexeme::ZoneOf(minutes, summer) => Some(Zone::Place(minutes, summer)),
        _ => told(lexeme),
    };
    reading.read(place, of).or_else(|| {
        let end = (place..place + 3).take_while(|&word| reading.is_capital(word) && reading.is_word(word)).last()?;
        Some((Zone::Local, end + 1))
    })
}
