//! Indonesian for the time layer.

use chrono::NaiveDate;

use crate::figure::phrase::Phrases;
use crate::lang::id::figure::numerals;
use crate::lang::id::rows;
use crate::order::Order;
use crate::time::Grammar;
use crate::time::feast::{Feast, When};
use crate::time::lexeme::{Direction, Edge, Lexeme, Part, SummerTime, Unit, Vague};
use crate::time::value::day_of;

/// What the time layer must be told about Indonesian.
pub fn grammar() -> Grammar {
    let words = rows(include_str!("../../../data/id/time-words.tsv")).filter_map(|row| Some((row[0], lexeme(&row)?)));
    let zones = rows(include_str!("../../../data/id/time-zones.tsv")).filter_map(|row| Some((row[0], zone(&row)?)));
    let rows: Vec<_> = rows(include_str!("../../../data/id/time-feasts.tsv")).collect();
    let named =
        rows.iter().enumerate().map(|(number, row)| (row[0], Lexeme::Feast(number, row.get(3) == Some(&"day"))));
    let feasts = rows.iter().map(|row| feast(row)).collect();
    let lexicon = Phrases::new(words.chain(zones).chain(named));
    Grammar::new(lexicon, &numerals(), feasts, hijri_months())
}

fn zone(row: &[&'static str]) -> Option<Lexeme> {
    let summer = match *row.get(2)? {
        "europe" => SummerTime::Europe,
        "america" => SummerTime::America,
        _ => SummerTime::None,
    };
    Some(Lexeme::ZoneOf(row.get(1)?.parse().ok()?, summer))
}

/// The days off by date, with their official name.
fn holidays() -> impl Iterator<Item = (NaiveDate, &'static str)> {
    let name = |row: &[&'static str]| row.get(1)?.split(" (").next();
    rows(include_str!("../../../data/id/holidays.tsv")).filter_map(move |row| Some((day_of(row[0])?, name(&row)?)))
}

fn feast(row: &[&'static str]) -> Feast {
    let when = row.get(1).copied().unwrap_or_default();
    let fixed = when.split_once('-').and_then(|(month, day)| Some((month.parse().ok()?, day.parse().ok()?)));
    let listed = || holidays().filter(|(_, name)| *name == when).map(|(day, _)| day).collect();
    Feast {
        when: fixed.map_or_else(|| When::Listed(listed()), |(month, day)| When::Fixed(month, day)),
        days: row.get(2).and_then(|days| days.parse().ok()).unwrap_or(1),
    }
}

/// The first days of months that follow from the days off: each feast has its day of the month.
fn hijri_months() -> Vec<NaiveDate> {
    let day_of_month = |name| match name {
        "Awal Ramadan" | "Hari Raya Idul Fitri" | "Tahun Baru Islam" => Some(1),
        "Hari Raya Idul Adha" => Some(10),
        "Maulid Nabi Muhammad" => Some(12),
        "Isra Mikraj Nabi Muhammad" => Some(27),
        _ => None,
    };
    let first =
        |(day, name): (NaiveDate, &'static str)| day.checked_sub_days(chrono::Days::new(day_of_month(name)? - 1));
    let mut days: Vec<NaiveDate> = holidays().filter_map(first).collect();
    days.order();
    days
}

fn lexeme(row: &[&'static str]) -> Option<Lexeme> {
    let told = row.get(2).copied().unwrap_or_default();
    let number = |text: &str| text.parse::<u32>().ok();
    Some(match *row.get(1)? {
        "weekday" => Lexeme::Weekday(number(told)?),
        "foreign-weekday" => Lexeme::ForeignWeekday(number(told)?),
        "sunday" => Lexeme::Sunday,
        "month" => Lexeme::Month(number(told)?),
        "short-month" => Lexeme::ShortMonth(number(told)?),
        "unit" => Lexeme::Unit(unit(told)?),
        "one" => Lexeme::One(unit(told)?),
        "many" => Lexeme::Many(unit(told)?),
        "part" => Lexeme::Part(part(told)?),
        "direction" => Lexeme::Direction(direction(told)?),
        "day-word" => Lexeme::DayWord(told.parse().ok()?),
        "later-day" => Lexeme::LaterDay(told.parse().ok()?),
        "last-night" => Lexeme::LastNight(told.parse().ok()?),
        "zone" => Lexeme::Zone(told.parse().ok()?),
        "edge" => Lexeme::Edge(edge(told)?),
        "ordinal" | "roman" => Lexeme::Ordinal(number(told)?),
        "season" => Lexeme::Season(number(told)?),
        "adjective" => Lexeme::Adjective(unit(told)?),
        "unit-of" => Lexeme::UnitOf(unit(told)?),
        "hijri-month" => Lexeme::HijriMonth(number(told)?),
        "vague" => Lexeme::Vague(vague(told)?),
        "rite" => Lexeme::Rite(part(told)?),
        "monsoon" => Lexeme::Monsoon(number(told)?),
        other => plain(other)?,
    })
}

/// Classes without a value.
fn plain(class: &str) -> Option<Lexeme> {
    Some(match class {
        "clock" => Lexeme::Clock,
        "date-word" => Lexeme::DateWord,
        "local-time" => Lexeme::LocalTime,
        "time-of" => Lexeme::TimeOf,
        "about" => Lexeme::About,
        "every" => Lexeme::Every,
        "per" => Lexeme::Per,
        "times" => Lexeme::Times,
        "once" => Lexeme::Once,
        "to" => Lexeme::To,
        "and" => Lexeme::And,
        "or" => Lexeme::Or,
        "between" => Lexeme::Between,
        "half" => Lexeme::Half,
        "quarter-hour" => Lexeme::QuarterHour,
        "past-hour" => Lexeme::PastHour,
        "to-hour" => Lexeme::ToHour,
        "weekend" => Lexeme::Weekend,
        "decade-ending" => Lexeme::DecadeEnding,
        "era-word" => Lexeme::EraWord,
        "after-word" => Lexeme::AfterWord,
        "before-word" => Lexeme::BeforeWord,
        "bc" => Lexeme::Bc,
        "ad" => Lexeme::Ad,
        "future-cue" => Lexeme::FutureCue,
        "past-cue" => Lexeme::PastCue,
        "at" => Lexeme::At,
        "age" => Lexeme::Age,
        "label" => Lexeme::Label,
        "person" => Lexeme::Person,
        "name-head" => Lexeme::NameHead,
        "just-now" => Lexeme::JustNow,
        "bound" => Lexeme::Bound,
        "weekend-cue" => Lexeme::WeekendCue,
        "than" => Lexeme::Than,
        "soon" => Lexeme::Soon,
        "measure" => Lexeme::Measure,
        "working-day" => Lexeme::WorkingDay,
        "trap" => Lexeme::Trap,
        "old-word" => Lexeme::OldWord,
        "owned-by" => Lexeme::OwnedBy,
        "same-period" => Lexeme::SamePeriod,
        "hijri-era" => Lexeme::HijriEra,
        "feast-day" => Lexeme::FeastDay,
        "rite-cue" => Lexeme::RiteCue,
        "habit-cue" => Lexeme::HabitCue,
        "market-day" => Lexeme::MarketDay,
        "school-year" => Lexeme::SchoolYear,
        "quarter-letter" => Lexeme::QuarterLetter,
        "yearly-sport" => Lexeme::YearlySport,
        "said" => Lexeme::Said,
        "serial" => Lexeme::Serial,
        _ => return None,
    })
}

fn vague(name: &str) -> Option<Vague> {
    Some(match name {
        "now" => Vague::Now,
        "past" => Vague::Past,
        "future" => Vague::Future,
        _ => return None,
    })
}

fn unit(name: &str) -> Option<Unit> {
    Some(match name {
        "millisecond" => Unit::Millisecond,
        "second" => Unit::Second,
        "minute" => Unit::Minute,
        "hour" => Unit::Hour,
        "day" => Unit::Day,
        "week" => Unit::Week,
        "month" => Unit::Month,
        "quarter" => Unit::Quarter,
        "half" => Unit::Half,
        "season" => Unit::Season,
        "year" => Unit::Year,
        "windu" => Unit::Windu,
        "decade" => Unit::Decade,
        "century" => Unit::Century,
        _ => return None,
    })
}

fn part(name: &str) -> Option<Part> {
    Some(match name {
        "small-hours" => Part::SmallHours,
        "morning" => Part::Morning,
        "noon" => Part::Noon,
        "afternoon" => Part::Afternoon,
        "evening" => Part::Evening,
        "night" => Part::Night,
        "midnight" => Part::Midnight,
        "midday" => Part::Midday,
        _ => return None,
    })
}

fn direction(name: &str) -> Option<Direction> {
    Some(match name {
        "past" => Direction::Past,
        "this" => Direction::This,
        "next" => Direction::Next,
        "coming" => Direction::Coming,
        "after" => Direction::After,
        "before" => Direction::Before,
        "last" => Direction::Last,
        "ahead" => Direction::Ahead,
        _ => return None,
    })
}

fn edge(name: &str) -> Option<Edge> {
    Some(match name {
        "start" => Edge::Start,
        "middle" => Edge::Middle,
        "end" => Edge::End,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::lexeme;
    use crate::lang::id::rows;

    #[test]
    fn every_row_of_the_word_list_has_a_known_class() {
        for row in rows(include_str!("../../../data/id/time-words.tsv")) {
            assert!(lexeme(&row).is_some(), "{row:?}");
        }
    }
}
