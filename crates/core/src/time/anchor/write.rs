//! How a place on the time line is written, and the minutes it covers.

use chrono::{Datelike, NaiveDate, NaiveTime, TimeDelta, Timelike};

use crate::time::anchor::{Placed, Worked};
use crate::time::calendar::{self, Grain, Stretch};
use crate::time::lexeme::{Edge, Part, SummerTime, Unit};
use crate::time::meaning::{Clock, Moment, Place, Zone};
use crate::time::value::{self, Interval};

/// Minutes ahead of UTC on a day.
fn minutes_ahead(zone: Zone, day: NaiveDate) -> Option<i32> {
    match zone {
        Zone::Offset(minutes) => Some(minutes),
        Zone::Place(minutes, summer) => Some(minutes + if is_summer(summer, day) { 60 } else { 0 }),
        Zone::Local => None,
    }
}

/// Whether clocks are put forward on a day.
fn is_summer(rule: SummerTime, day: NaiveDate) -> bool {
    let sunday = |month, from| {
        let day = NaiveDate::from_ymd_opt(day.year(), month, from)?;
        calendar::weekday_near(day, 7, true)
    };
    let (from, to) = match rule {
        SummerTime::None => return false,
        SummerTime::Europe => (sunday(3, 25), sunday(10, 25)),
        SummerTime::America => (sunday(3, 8), sunday(11, 1)),
    };
    from.zip(to).is_some_and(|(from, to)| from <= day && day < to)
}

/// Writes a moment that has been placed.
pub(super) fn write(moment: &Moment, placed: Placed) -> Worked {
    let day = placed.stretch.first;
    let zone = moment.zone.and_then(|zone| minutes_ahead(zone, day));
    let (value, interval) = if let Some(clock) = moment.clock {
        at_clock(clock, day, zone)
    } else if let Some(part) = moment.part {
        at_part(part, day, zone)
    } else if let Some(edge) = moment.edge {
        at_edge(edge, &placed.stretch, zone)
    } else {
        (value::stretch(&placed.stretch), Interval::days(&placed.stretch, zone))
    };
    let rounded = matches!(moment.place, Place::Away { unit: Unit::Week, .. } | Place::Months { about: true, .. });
    let value = if rounded { value.replace('/', "~/") + "~" } else { value };
    Worked {
        value,
        interval: Some(interval),
        anchor: placed.anchor,
        sure: placed.sure,
        grain: Some(placed.stretch.grain),
        part: moment.part,
        edge: moment.edge,
        zone,
        alternatives: Vec::new(),
    }
}

fn at_clock(clock: Clock, day: NaiveDate, zone: Option<i32>) -> (String, Interval) {
    let day_of = |end: bool| if end { day.succ_opt().unwrap_or(day) } else { day };
    let one = |time: NaiveTime, day: NaiveDate| {
        let seconds = if clock.seconds { format!(":{:02}", time.second()) } else { String::new() };
        format!("{}T{}{seconds}{}", value::day(day), value::clock(time), zone.map(value::zone).unwrap_or_default())
    };
    let start = day_of(clock.day_end);
    let from = start.and_time(clock.from);
    let Some(to) = clock.to else {
        let end = from + TimeDelta::minutes(1);
        return (one(clock.from, start), Interval::between(from, end, zone));
    };
    let end = day_of(to < clock.from);
    let value = format!("{}/{}", one(clock.from, start), one(to, end));
    (value, Interval::between(from, end.and_time(to), zone))
}

fn at_part(part: Part, day: NaiveDate, zone: Option<i32>) -> (String, Interval) {
    let (from, to) = value::hours(part);
    let midnight = day.and_time(NaiveTime::MIN);
    let hour = |hour: u32| midnight + TimeDelta::hours(hour.into());
    (format!("{}T{}", value::day(day), value::part(part)), Interval::between(hour(from), hour(to), zone))
}

/// The beginning, middle or end of a stretch, about.
fn at_edge(edge: Edge, stretch: &Stretch, zone: Option<i32>) -> (String, Interval) {
    let (year, month) = (stretch.first.year(), stretch.first.month());
    let days = |from: u32, to: u32| {
        let on = |day| stretch.first.with_day(day).unwrap_or(stretch.last);
        Stretch { first: on(from), last: on(to), grain: Grain::Day }
    };
    let months = |from: u32, count: u32| Stretch::months(year, from, count, Grain::Month).unwrap_or(*stretch);
    let part = match (stretch.grain, edge) {
        (Grain::Month, Edge::Start) => days(1, 10),
        (Grain::Month, Edge::Middle) => days(11, 20),
        (Grain::Month, Edge::End) => days(21, 31),
        (Grain::Year, Edge::Start) => months(1, 3),
        (Grain::Year, Edge::Middle) => months(5, 4),
        (Grain::Year, Edge::End) => months(10, 3),
        _ => *stretch,
    };
    let value = match (stretch.grain, edge) {
        (Grain::Month | Grain::Year, Edge::End) => format!("{}~", value::day(stretch.last)),
        (Grain::Month, Edge::Middle) => format!("{}-{month:02}-15~", value::year(year)),
        (Grain::Month, Edge::Start) => format!("{}~/{}~", value::day(part.first), value::day(part.last)),
        (Grain::Year, _) => {
            let month = |day: NaiveDate| format!("{}-{:02}~", value::year(day.year()), day.month());
            format!("{}/{}", month(part.first), month(part.last))
        }
        (Grain::Decade, Edge::Start) => format!("{0}~/{1}~", value::year(year), value::year(year + 3)),
        (Grain::Week, Edge::Start) => {
            let second = stretch.first.succ_opt().unwrap_or(stretch.first);
            format!("{}~/{}~", value::day(stretch.first), value::day(second))
        }
        (Grain::Week, Edge::Middle) => {
            format!("{}~", value::day(calendar::shift(stretch.first, Unit::Day, 2).unwrap_or(stretch.first)))
        }
        _ => value::stretch(stretch),
    };
    (value, Interval::days(&part, zone))
}
