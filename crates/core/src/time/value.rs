//! Values on the time line and how they are written: EDTF and ISO 8601.

use std::fmt::Write;

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, Timelike};
use serde::{Deserialize, Serialize};

use crate::decimal;
use crate::time::calendar::{Grain, Stretch};
use crate::time::lexeme::{Part, Unit};
use crate::time::meaning::Amount;

/// A half-open stretch of the time line, in minutes since 1970-01-01T00:00.
///
/// Minutes are those of UTC when the zone is known (`zoned`), else of local time in the place told of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Interval {
    /// First minute.
    pub start: i64,
    /// One past the last minute.
    pub end: i64,
    /// Whether the zone is known.
    pub zoned: bool,
}

impl Interval {
    /// From one moment to another (not included), told in a zone so many minutes ahead of UTC.
    pub fn between(from: NaiveDateTime, to: NaiveDateTime, zone: Option<i32>) -> Self {
        let minute = |moment: NaiveDateTime| moment.and_utc().timestamp().div_euclid(60);
        let ahead = i64::from(zone.unwrap_or(0));
        let start = minute(from) - ahead;
        Self { start, end: (minute(to) - ahead).max(start + 1), zoned: zone.is_some() }
    }

    /// The whole days of a stretch.
    pub fn days(stretch: &Stretch, zone: Option<i32>) -> Self {
        let start = stretch.first.and_time(NaiveTime::MIN);
        let end = stretch.last.succ_opt().unwrap_or(stretch.last).and_time(NaiveTime::MIN);
        Self::between(start, end, zone)
    }

    /// Whether the two can be the same time. When only one of them has a zone, that of the other
    /// may be any.
    pub fn meets(self, other: Self) -> bool {
        let slack = if self.zoned == other.zoned { 0 } else { 14 * 60 };
        self.start < other.end + slack && other.start < self.end + slack
    }

    /// From the start of the one to the end of the other.
    #[must_use]
    pub fn to(self, other: Self) -> Self {
        Self { start: self.start, end: other.end.max(self.start + 1), zoned: self.zoned && other.zoned }
    }
}

/// How TIMEX3 writes a part of the day.
pub fn part(part: Part) -> &'static str {
    match part {
        Part::Morning => "MO",
        Part::Noon | Part::Afternoon | Part::Midday => "AF",
        Part::Evening => "EV",
        Part::Night | Part::SmallHours | Part::Midnight => "NI",
    }
}

/// First and last hour of a part of the day, the last not included.
pub fn hours(part: Part) -> (u32, u32) {
    match part {
        Part::SmallHours => (0, 5),
        Part::Morning => (5, 11),
        Part::Noon => (10, 15),
        Part::Afternoon => (14, 19),
        Part::Evening => (17, 20),
        Part::Night => (18, 28),
        Part::Midnight => (23, 25),
        Part::Midday => (11, 13),
    }
}

/// A year with at least four digits.
pub fn year(year: i32) -> String {
    if year < 0 { format!("-{:04}", -year) } else { format!("{year:04}") }
}

/// A day.
pub fn day(day: NaiveDate) -> String {
    format!("{}-{:02}-{:02}", year(day.year()), day.month(), day.day())
}

/// The day with which a value begins, if it tells one.
///
/// ```
/// let day = silang_core::time::value::day_of("2021-03-05T19:00");
/// assert_eq!(day, chrono::NaiveDate::from_ymd_opt(2021, 3, 5));
/// assert_eq!(silang_core::time::value::day_of("2021-W12-3"), None);
/// ```
pub fn day_of(value: &str) -> Option<NaiveDate> {
    let mut parts = value.get(..10)?.split('-').map(|part| (part.len(), part));
    let mut number = |digits: usize| {
        let (length, part) = parts.next()?;
        (length == digits && part.bytes().all(|b| b.is_ascii_digit())).then(|| part.parse::<u32>().ok())?
    };
    NaiveDate::from_ymd_opt(number(4)?.cast_signed(), number(2)?, number(2)?)
}

/// A time of day, to the minute.
pub fn clock(time: NaiveTime) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}

/// A stretch in the coarsest form that tells it all.
pub fn stretch(stretch: &Stretch) -> String {
    let first = stretch.first;
    match stretch.grain {
        Grain::Day if stretch.first == stretch.last => day(first),
        Grain::Day => format!("{}/{}", day(first), day(stretch.last)),
        Grain::Week => format!("{}-W{:02}", first.iso_week().year(), first.iso_week().week()),
        Grain::Month => format!("{}-{:02}", year(first.year()), first.month()),
        Grain::SubYear(40..=41) => {
            format!("{0}-{1:02}/{0}-{2:02}", year(first.year()), first.month(), stretch.last.month())
        }
        Grain::Months => {
            let last = stretch.last;
            format!("{}-{:02}/{}-{:02}", year(first.year()), first.month(), year(last.year()), last.month())
        }
        Grain::SubYear(code) => format!("{}-{code}", year(first.year())),
        Grain::Year if first.year() == stretch.last.year() => year(first.year()),
        Grain::Year => format!("{}/{}", year(first.year()), year(stretch.last.year())),
        Grain::Decade => format!("{}X", first.year().div_euclid(10)),
        Grain::Century => format!("{:02}XX", first.year().div_euclid(100)),
    }
}

/// A zone, in minutes ahead of UTC.
pub fn zone(minutes: i32) -> String {
    let (sign, ahead) = if minutes < 0 { ('-', -minutes) } else { ('+', minutes) };
    if minutes == 0 { "Z".to_owned() } else { format!("{sign}{:02}:{:02}", ahead / 60, ahead % 60) }
}

/// A length of time; unknown numbers are X.
pub(crate) fn length(amounts: &[Amount]) -> String {
    let mut written = "P".to_owned();
    let mut in_day = false;
    for amount in amounts {
        for (number, designator, small) in written_amounts(*amount) {
            if small && !in_day {
                written.push('T');
                in_day = true;
            }
            let _ = write!(written, "{number}{designator}");
        }
    }
    written
}

/// An amount in the units that ISO 8601 has.
fn written_amounts(amount: Amount) -> Vec<(String, &'static str, bool)> {
    let (factor, designator, small) = match amount.unit {
        Unit::Millisecond => (0.001, "S", true),
        Unit::Second => (1.0, "S", true),
        Unit::Minute => (1.0, "M", true),
        Unit::Hour => (1.0, "H", true),
        Unit::Day => (1.0, "D", false),
        Unit::Week => (1.0, "W", false),
        Unit::Month => (1.0, "M", false),
        Unit::Quarter => (3.0, "M", false),
        Unit::Half => (6.0, "M", false),
        Unit::Year | Unit::Season => (1.0, "Y", false),
        Unit::Windu => (8.0, "Y", false),
        Unit::Decade => (10.0, "Y", false),
        Unit::Century => (100.0, "Y", false),
    };
    let Some(number) = amount.number else {
        let designator = if amount.unit == Unit::Decade { "DE" } else { designator };
        return vec![("X".to_owned(), designator, small)];
    };
    if amount.half && matches!(amount.unit, Unit::Hour | Unit::Year) {
        let half = if small { ("30".to_owned(), "M", small) } else { ("6".to_owned(), "M", small) };
        return vec![(decimal::plain(number), designator, small), half];
    }
    let number = number + if amount.half { 0.5 } else { 0.0 };
    if amount.unit == Unit::Hour && amount.decimals == 0 && (number - 0.5).abs() < 1e-9 {
        return vec![("30".to_owned(), "M", small)];
    }
    if amount.decimals > 0 && (factor - 1.0_f64).abs() < 1e-9 {
        return vec![(decimal::fixed(number, amount.decimals), designator, small)];
    }
    vec![(decimal::plain(number * factor), designator, small)]
}
