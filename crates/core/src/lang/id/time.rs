//! Indonesian for the time layer.

use crate::figure::phrase::Phrases;
use crate::lang::id::figure::numerals;
use crate::lang::id::rows;
use crate::time::Grammar;
use crate::time::lexeme::{Direction, Edge, Lexeme, Part, Unit};

/// What the time layer must be told about Indonesian.
pub fn grammar() -> Grammar {
    let words = rows(include_str!("../../../data/id/time-words.tsv"));
    Grammar::new(Phrases::new(words.filter_map(|row| Some((row[0], lexeme(&row)?)))), numerals())
}

fn lexeme(row: &[&'static str]) -> Option<Lexeme> {
    let told = row.get(2).copied().unwrap_or_default();
    let number = |text: &str| text.parse::<u32>().ok();
    Some(match *row.get(1)? {
        "weekday" => Lexeme::Weekday(number(told)?),
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
        "at" => Lexeme::At,
        "age" => Lexeme::Age,
        "label" => Lexeme::Label,
        "person" => Lexeme::Person,
        "name-head" => Lexeme::NameHead,
        "just-now" => Lexeme::JustNow,
        "bound" => Lexeme::Bound,
        "soon" => Lexeme::Soon,
        "measure" => Lexeme::Measure,
        "working-day" => Lexeme::WorkingDay,
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
