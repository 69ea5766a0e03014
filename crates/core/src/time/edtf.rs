//! From a written value back to the time line.

use chrono::{NaiveDate, NaiveTime, TimeDelta, Weekday};

use crate::time::calendar::{Grain, Stretch};
use crate::time::lexeme::Part;
use crate::time::value::{self, Interval};

/// The stretch of the time line that an EDTF date or an ISO 8601 time covers; none when the calendar
/// has no such date or the value is a mere length of time.
pub fn interval(value: &str) -> Option<Interval> {
    let Some((from, to)) = value.split_once('/') else { return single(value) };
    match (is_open(from), is_open(to)) {
        (true, true) => None,
        (true, false) => single(to),
        (false, true) => single(from),
        (false, false) => {
            let (from, to) = (single(from)?, single(to)?);
            (from.start < to.end).then(|| from.to(to))
        }
    }
}

fn is_open(end: &str) -> bool {
    end.is_empty() || end == ".."
}

fn single(value: &str) -> Option<Interval> {
    let value = value.trim_end_matches(['~', '?', '%']);
    let (date, clock) = value.split_once('T').map_or((value, None), |(date, clock)| (date, Some(clock)));
    let stretch = stretch(date)?;
    let Some(clock) = clock else { return Some(Interval::days(&stretch, None)) };
    (stretch.first == stretch.last).then(|| within(stretch.first, clock))?
}

fn stretch(date: &str) -> Option<Stretch> {
    let mut parts = date.split('-');
    let (year, month, day) = (parts.next()?, parts.next(), parts.next());
    if parts.next().is_some() {
        return None;
    }
    let Some(month) = month else { return years(year) };
    let year: i32 = digits(year, 4)?;
    if let Some(week) = month.strip_prefix('W') {
        let monday = NaiveDate::from_isoywd_opt(year, digits(week, 2)?, Weekday::Mon)?;
        return if day.is_none() { Stretch::week(monday) } else { None };
    }
    let month: u32 = digits(month, 2)?;
    match day {
        Some(day) => NaiveDate::from_ymd_opt(year, month, digits(day, 2)?).map(Stretch::day),
        None if month <= 12 => Stretch::month(year, month),
        None => Stretch::sub_year(year, month),
    }
}

/// A year, decade ("202X") or century ("20XX").
fn years(year: &str) -> Option<Stretch> {
    match year.trim_end_matches('X') {
        known if year.len() != 4 => digits(known, 4).and_then(Stretch::year),
        known if known.len() == 4 => Stretch::year(digits(known, 4)?),
        known if known.len() == 3 => Stretch::years(digits::<i32>(known, 3)? * 10, 10, Grain::Decade),
        known if known.len() == 2 => Stretch::years(digits::<i32>(known, 2)? * 100, 100, Grain::Century),
        _ => None,
    }
}

fn digits<T: std::str::FromStr>(text: &str, count: usize) -> Option<T> {
    (text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse().ok())?
}

/// A part of the day or a clock time.
fn within(day: NaiveDate, clock: &str) -> Option<Interval> {
    let at = |hour: u32| Some(day.and_time(NaiveTime::MIN) + TimeDelta::try_hours(hour.into())?);
    let part = match clock {
        "MO" => Part::Morning,
        "AF" => Part::Afternoon,
        "EV" => Part::Evening,
        "NI" => Part::Night,
        _ => return moment(day, clock),
    };
    let (from, to) = value::hours(part);
    Some(Interval::between(at(from)?, at(to)?, None))
}

fn moment(day: NaiveDate, clock: &str) -> Option<Interval> {
    let (time, zone) = clock.find(['+', '-', 'Z']).map_or((clock, ""), |at| clock.split_at(at));
    let mut parts = time.split(':');
    let hour = digits(parts.next()?, 2)?;
    let minute = parts.next().map(|part| digits(part, 2));
    let from = day.and_time(NaiveTime::from_hms_opt(hour, minute.unwrap_or(Some(0))?, 0)?);
    let length = TimeDelta::try_minutes(if minute.is_some() { 1 } else { 60 })?;
    let zone = if zone.is_empty() { None } else { Some(ahead(zone)?) };
    Some(Interval::between(from, from + length, zone))
}

/// Minutes that a zone is ahead of UTC.
fn ahead(zone: &str) -> Option<i32> {
    let sign = match zone.as_bytes().first()? {
        b'Z' => return (zone == "Z").then_some(0),
        b'-' => -1,
        _ => 1,
    };
    let (hours, minutes) = zone.get(1..)?.split_once(':')?;
    Some(sign * (digits::<i32>(hours, 2)? * 60 + digits::<i32>(minutes, 2)?))
}

#[cfg(test)]
mod tests {
    use super::interval;
    use crate::{Article, Language, analyze};

    fn minutes(value: &str) -> Option<i64> {
        interval(value).map(|found| found.end - found.start)
    }

    #[test]
    fn a_value_covers_what_it_says() {
        const DAY: i64 = 24 * 60;
        for (value, length) in [
            ("2024-02-29", DAY),
            ("2022-02", 28 * DAY),
            ("2022-02~", 28 * DAY),
            ("2022", 365 * DAY),
            ("2022-W08", 7 * DAY),
            ("2022-02-01/2022-02-03", 3 * DAY),
            ("2022-02-01/..", DAY),
            ("202X", 3653 * DAY),
            ("2022-02-20TNI", 10 * 60),
            ("2025-06-10T10:00+07:00", 1),
            ("2025-06-10T10", 60),
        ] {
            assert_eq!(minutes(value), Some(length), "{value}");
        }
    }

    #[test]
    fn what_no_calendar_has_covers_nothing() {
        for value in
            ["", "2022-02-30", "2023-02-29", "2022-13-01", "24-2-2022", "kemarin", "P2D", "2022-02-03/2022-02-01", "é"]
        {
            assert_eq!(interval(value), None, "{value}");
        }
    }

    #[test]
    fn what_the_core_writes_it_reads_again() {
        let text = "JAKARTA - Hujan turun Senin (3/3/2025) malam. Banjir surut 12 Februari 2025 pukul 10.30 WIB.\n\
            Pada 1-3 Januari 2024 juga, seperti Mei 2019 dan tahun 2018.\n";
        for time in analyze(&Language::indonesian(), &Article::new("a", text)).times.expressions {
            assert_eq!(interval(&time.value), time.interval, "{}", time.value);
        }
    }
}
