//! From what an expression says to a real date: what "yesterday" and "last June" are counted from.

use chrono::{Datelike, NaiveDate, NaiveTime, Timelike};

use crate::text::span::Span;
use crate::time::calendar::{self, Grain, Stretch};
use crate::time::expression::{Anchor, Timex, TimexKind};
use crate::time::lexeme::{Direction, Edge, Lexeme, Part, Unit};
use crate::time::meaning::{Clock, Meaning, Moment, Place, Year, Zone};
use crate::time::reading::Reading;
use crate::time::rule::Found;
use crate::time::value::{self, Interval};

/// A time that was worked out.
#[derive(Clone, Debug, Default)]
struct Worked {
    value: String,
    interval: Option<Interval>,
    anchor: Anchor,
    sure: bool,
}

/// A stretch that was worked out, and what from.
#[derive(Clone, Copy, Debug)]
struct Placed {
    stretch: Stretch,
    anchor: Anchor,
    sure: bool,
}

/// What has been worked out so far.
struct Anchoring<'a> {
    reading: &'a Reading<'a>,
    published: Option<NaiveDate>,
    /// The last stretch told, and where.
    last: Option<(Stretch, Span, usize)>,
    /// The last day told.
    last_day: Option<(NaiveDate, Span, usize)>,
}

/// Works out all expressions in order.
pub(crate) fn work_out(reading: &Reading, found: &[Found], published: Option<NaiveDate>) -> Vec<Timex> {
    let mut anchoring = Anchoring { reading, published, last: None, last_day: None };
    found.iter().map(|found| anchoring.timex(found)).collect()
}

fn kind(meaning: &Meaning) -> TimexKind {
    let is_time = |moment: &Moment| moment.clock.is_some() || moment.part.is_some();
    match meaning {
        Meaning::At(moment) if is_time(moment) => TimexKind::Time,
        Meaning::Between(from, to) if is_time(from) || is_time(to) => TimexKind::Time,
        Meaning::At(_) | Meaning::Between(..) | Meaning::Each(_) => TimexKind::Date,
        Meaning::Length(_) | Meaning::Lengths(..) => TimexKind::Duration,
        Meaning::Repeat(_) => TimexKind::Set,
    }
}

impl Anchoring<'_> {
    fn timex(&mut self, found: &Found) -> Timex {
        let span = self.reading.document.span_of(found.tokens.clone());
        let worked = self.meaning(found, span);
        Timex {
            span,
            kind: kind(&found.meaning),
            value: worked.value,
            interval: worked.interval,
            anchor: worked.anchor,
            rule: found.rule,
            sure: worked.sure,
        }
    }

    fn meaning(&mut self, found: &Found, span: Span) -> Worked {
        let plain = |value| Worked { value, sure: true, ..Worked::default() };
        match &found.meaning {
            Meaning::At(moment) => self.moment(moment, found, span),
            Meaning::Between(from, to) => self.between(from, to, found, span),
            Meaning::Each(moments) => {
                let worked: Vec<Worked> = moments.iter().map(|moment| self.moment(moment, found, span)).collect();
                let values: Vec<&str> = worked.iter().map(|worked| worked.value.as_str()).collect();
                let value = format!("{{{}}}", values.join(","));
                Worked { value, ..worked.first().cloned().unwrap_or_default() }
            }
            Meaning::Length(amounts) => plain(value::length(amounts)),
            Meaning::Lengths(from, to) => plain(format!("{}/{}", value::length(&[*from]), value::length(&[*to]))),
            Meaning::Repeat(value) => plain(value.clone()),
        }
    }

    fn between(&mut self, from: &Moment, to: &Moment, found: &Found, span: Span) -> Worked {
        let last = self.moment(to, found, span);
        let first = self.moment_before(from, to, found, span);
        if first.value.is_empty() || last.value.is_empty() {
            return Worked::default();
        }
        let interval = first.interval.zip(last.interval).map(|(first, last)| first.to(last));
        Worked { value: format!("{}/{}", first.value, last.value), interval, ..last }
    }

    /// The first moment of a range; it lies before the second.
    fn moment_before(&mut self, from: &Moment, to: &Moment, found: &Found, span: Span) -> Worked {
        let mut from = from.clone();
        let end = self.last.map(|(stretch, ..)| stretch);
        match (&mut from.place, &to.place, end) {
            (Place::Month { year: year @ None, month }, _, Some(end)) => {
                let told = if *month > end.last.month() { end.last.year() - 1 } else { end.last.year() };
                *year = Some(Year::Told(told));
            }
            (Place::Weekday(first), Place::Weekday(last), Some(end)) => {
                let back = (i64::from(*last) - i64::from(*first)).rem_euclid(7);
                if let Some(day) = calendar::shift(end.first, Unit::Day, -back) {
                    from.place = told_day(day);
                }
            }
            _ => {}
        }
        self.moment(&from, found, span)
    }

    fn moment(&mut self, moment: &Moment, found: &Found, span: Span) -> Worked {
        let Some(placed) = self.place(moment, found) else { return Worked::default() };
        if placed.stretch.grain == Grain::Day && placed.stretch.first == placed.stretch.last {
            self.last_day = Some((placed.stretch.first, span, found.tokens.start));
        }
        self.last = Some((placed.stretch, span, found.tokens.start));
        write(moment, placed)
    }

    fn place(&self, moment: &Moment, found: &Found) -> Option<Placed> {
        match &moment.place {
            Place::Unsaid => self.nearest_day(found.tokens.start),
            Place::Day { year, month, day, weekday, .. } => self.day(*year, *month, *day, *weekday, moment, found),
            Place::Weekday(weekday) => self.weekday(*weekday, moment, found),
            Place::Month { year, month } => self.month(*year, *month, moment, found),
            Place::Year(year) => told(Stretch::year(*year)),
            Place::Decade(year) => told(Stretch::years(*year, 10, Grain::Decade)),
            Place::Century(year) => told(Stretch::years(*year, 100, Grain::Century)),
            Place::Current { unit, shift, later } => self.current(*unit, *shift, *later),
            Place::Away { unit, amount, later } => self.away(*unit, *amount, *later),
            Place::Weekend(shift) => self.weekend(*shift),
            Place::SubYear { year, code } => self.sub_year(*year, *code),
            Place::SportSeason(shift) => self.sport_season(*shift),
            Place::MonthWeek { year, month, week } => self.month_week(*year, *month, *week, moment, found),
        }
    }

    fn by_published(&self, stretch: impl Fn(NaiveDate) -> Option<Stretch>) -> Option<Placed> {
        let stretch = stretch(self.published?)?;
        Some(Placed { stretch, anchor: Anchor::Published, sure: true })
    }

    /// The last day told in this paragraph or the one before, else the day of publication.
    fn nearest_day(&self, at: usize) -> Option<Placed> {
        if let Some((day, span, _)) = self.last_day.filter(|(_, _, told)| at.saturating_sub(*told) < 120) {
            return Some(Placed { stretch: Stretch::day(day), anchor: Anchor::Mention(span), sure: true });
        }
        self.by_published(|day| Some(Stretch::day(day)))
    }

    /// The day that "later" is counted from.
    fn told_before(&self) -> Option<(Stretch, Anchor)> {
        let told = self.last.map(|(stretch, span, _)| (stretch, Anchor::Mention(span)));
        told.or_else(|| self.published.map(|day| (Stretch::day(day), Anchor::Published)))
    }

    fn current(&self, unit: Unit, shift: i64, later: bool) -> Option<Placed> {
        let base = if later { self.told_before() } else { None };
        let (base, anchor) = base.or_else(|| self.published.map(|day| (Stretch::day(day), Anchor::Published)))?;
        let day = calendar::shift(base.first, unit, shift)?;
        let day = if shift != 0 && unit >= Unit::Month {
            calendar::shift(first_of(unit, base.first), unit, shift)?
        } else {
            day
        };
        Some(Placed { stretch: Stretch::of_unit(unit, day)?, anchor, sure: true })
    }

    /// "two weeks ago": a day for days and weeks, a month for months, a year for years.
    fn away(&self, unit: Unit, amount: i64, later: bool) -> Option<Placed> {
        let (base, anchor) =
            if later { self.told_before()? } else { (Stretch::day(self.published?), Anchor::Published) };
        let day = calendar::shift(base.first, unit, amount)?;
        let stretch = match unit {
            Unit::Month => Stretch::month(day.year(), day.month()),
            Unit::Year | Unit::Decade | Unit::Century | Unit::Windu | Unit::Season => Stretch::year(day.year()),
            _ => Some(Stretch::day(day)),
        };
        Some(Placed { stretch: stretch?, anchor, sure: unit <= Unit::Day })
    }

    fn weekend(&self, shift: i64) -> Option<Placed> {
        self.by_published(|day| {
            let week = Stretch::week(calendar::shift(day, Unit::Week, shift)?)?;
            let first = calendar::shift(week.first, Unit::Day, 5)?;
            Some(Stretch { first, last: week.last, grain: Grain::Day })
        })
    }

    fn year_of(&self, year: Year) -> Option<i32> {
        match year {
            Year::Told(year) => Some(year),
            Year::Counted(shift) => self.published.map(|day| day.year().saturating_add(shift)),
        }
    }

    fn sub_year(&self, year: Option<Year>, code: u32) -> Option<Placed> {
        let year = self.year_of(year.unwrap_or(Year::Counted(0)))?;
        told(Stretch::sub_year(year, code))
    }

    fn sport_season(&self, shift: i32) -> Option<Placed> {
        self.by_published(|day| {
            let start = if day.month() >= 7 { day.year() } else { day.year() - 1 };
            Stretch::years(start.saturating_add(shift), 2, Grain::Year)
        })
    }

    fn month_week(&self, year: Option<Year>, month: u32, week: u32, moment: &Moment, found: &Found) -> Option<Placed> {
        let placed = self.month(year, month, moment, found)?;
        let first = calendar::shift(placed.stretch.first, Unit::Day, i64::from(week - 1) * 7)?;
        Some(Placed { stretch: Stretch::week(first)?, ..placed })
    }

    fn weekday(&self, weekday: u32, moment: &Moment, found: &Found) -> Option<Placed> {
        if let Some(week) = moment.week {
            return self.by_published(|day| {
                let monday = Stretch::week(calendar::shift(day, Unit::Week, week)?)?.first;
                calendar::shift(monday, Unit::Day, i64::from(weekday) - 1).map(Stretch::day)
            });
        }
        if moment.direction.is_none()
            && let Some((day, span, _)) = self.last_day.filter(|(day, ..)| self.is_near(*day, weekday))
        {
            return Some(Placed { stretch: Stretch::day(day), anchor: Anchor::Mention(span), sure: true });
        }
        let future = self.is_future(found);
        self.by_published(|day| {
            let day = match moment.direction {
                Some(Direction::Past) => calendar::weekday_near(day.pred_opt()?, weekday, false)?,
                Some(Direction::Next) => {
                    let monday = Stretch::week(calendar::shift(day, Unit::Week, 1)?)?.first;
                    calendar::weekday_near(monday, weekday, true)?
                }
                Some(Direction::Coming) => calendar::weekday_near(day.succ_opt()?, weekday, true)?,
                Some(Direction::This) => calendar::weekday_near(Stretch::week(day)?.first, weekday, true)?,
                _ => calendar::weekday_near(day, weekday, future)?,
            };
            Some(Stretch::day(day))
        })
    }

    /// Whether a day told before is this weekday, in the week around publication.
    fn is_near(&self, day: NaiveDate, weekday: u32) -> bool {
        let days = self.published.map_or(0, |published| (published - day).num_days().abs());
        day.weekday().number_from_monday() == weekday && days <= 7
    }

    fn month(&self, year: Option<Year>, month: u32, moment: &Moment, found: &Found) -> Option<Placed> {
        if let Some(year) = year {
            return told(Stretch::month(self.year_of(year)?, month));
        }
        let future = self.is_future(found);
        self.by_published(|day| {
            let past = if month <= day.month() { day.year() } else { day.year() - 1 };
            let coming = if month >= day.month() { day.year() } else { day.year() + 1 };
            let year = match moment.direction {
                Some(Direction::Past) if month == day.month() => day.year() - 1,
                Some(Direction::Past) => past,
                Some(Direction::This) => day.year(),
                Some(Direction::Coming | Direction::Next) => coming,
                _ if future => coming,
                _ => past,
            };
            Stretch::month(year, month)
        })
    }

    fn day(
        &self,
        year: Option<Year>,
        month: Option<u32>,
        day: u32,
        weekday: Option<u32>,
        moment: &Moment,
        found: &Found,
    ) -> Option<Placed> {
        let Some(month) = month else { return self.day_of_month(day, moment, found) };
        if let Some(year) = year {
            return told(NaiveDate::from_ymd_opt(self.year_of(year)?, month, day).map(Stretch::day));
        }
        let Some(published) = self.published else { return year_by_weekday(month, day, weekday?) };
        let on = |year| NaiveDate::from_ymd_opt(year, month, day);
        let years = [published.year() - 1, published.year(), published.year() + 1];
        let near = |day: &NaiveDate| (*day - published).num_days().abs();
        let mut days: Vec<NaiveDate> = years.into_iter().filter_map(on).collect();
        let fits = |day: &NaiveDate| match moment.direction {
            Some(Direction::Past) => *day <= published,
            Some(Direction::Coming | Direction::Next) => *day >= published,
            _ => true,
        };
        days.retain(fits);
        let proved = weekday.and_then(|weekday| {
            days.iter().copied().filter(|day| day.weekday().number_from_monday() == weekday).min_by_key(near)
        });
        let future = self.is_future(found);
        let likely = days.iter().copied().min_by_key(|day| {
            let ahead = (*day - published).num_days();
            if ahead > 45 && !future && moment.direction.is_none() { 400 + ahead } else { ahead.abs() }
        });
        let stretch = Stretch::day(proved.or(likely)?);
        Some(Placed { stretch, anchor: Anchor::Published, sure: true })
    }

    /// "the 25th": of the month told last, else of the month of publication.
    fn day_of_month(&self, day: u32, moment: &Moment, found: &Found) -> Option<Placed> {
        let shift = match moment.direction {
            Some(Direction::Past) => -1,
            Some(Direction::Next | Direction::Coming) => 1,
            _ => 0,
        };
        let recent = self.last_day.filter(|(_, _, told)| found.tokens.start.saturating_sub(*told) < 120);
        let (base, anchor) = match recent.filter(|_| moment.direction.is_none()) {
            Some((day, span, _)) => (day, Anchor::Mention(span)),
            None => (self.published?, Anchor::Published),
        };
        let month = calendar::shift(first_of(Unit::Month, base), Unit::Month, shift)?;
        let stretch = Stretch::day(month.with_day(day)?);
        Some(Placed { stretch, anchor, sure: true })
    }

    /// Whether a word near by tells that the time is yet to come.
    fn is_future(&self, found: &Found) -> bool {
        let sentence = self.reading.document.sentence_of(found.tokens.start);
        let Some(sentence) = self.reading.document.sentences().get(sentence) else { return false };
        let from = sentence.tokens.start.max(found.tokens.start.saturating_sub(14));
        let to = sentence.tokens.end.min(found.tokens.end + 6);
        (from..to).any(|at| self.reading.is(at, Lexeme::FutureCue).is_some())
    }
}

fn told(stretch: Option<Stretch>) -> Option<Placed> {
    Some(Placed { stretch: stretch?, anchor: Anchor::None, sure: true })
}

fn told_day(day: NaiveDate) -> Place {
    Place::Day {
        year: Some(Year::Told(day.year())),
        month: Some(day.month()),
        day: day.day(),
        weekday: None,
        doubt: false,
    }
}

fn first_of(unit: Unit, day: NaiveDate) -> NaiveDate {
    Stretch::of_unit(unit, day).map_or(day, |stretch| stretch.first)
}

/// Without a day of publication the weekday tells the year, if not surely.
fn year_by_weekday(month: u32, day: u32, weekday: u32) -> Option<Placed> {
    let fits = |day: &NaiveDate| day.weekday().number_from_monday() == weekday;
    let day = (2010..2030).filter_map(|year| NaiveDate::from_ymd_opt(year, month, day)).rfind(fits)?;
    Some(Placed { stretch: Stretch::day(day), anchor: Anchor::None, sure: false })
}

/// Writes a moment that has been placed.
fn write(moment: &Moment, placed: Placed) -> Worked {
    let zone = if let Some(Zone::Offset(minutes)) = moment.zone { Some(minutes) } else { None };
    let day = placed.stretch.first;
    let (value, interval) = if let Some(clock) = moment.clock {
        at_clock(clock, day, zone)
    } else if let Some(part) = moment.part {
        at_part(part, day, zone)
    } else if let Some(edge) = moment.edge {
        at_edge(edge, &placed.stretch, zone)
    } else {
        (value::stretch(&placed.stretch), Interval::days(&placed.stretch, zone))
    };
    let rounded = matches!(moment.place, Place::Away { unit, .. } if unit == Unit::Week);
    let value = if rounded { value + "~" } else { value };
    Worked { value, interval: Some(interval), anchor: placed.anchor, sure: placed.sure }
}

fn at_clock(clock: Clock, day: NaiveDate, zone: Option<i32>) -> (String, Interval) {
    let day_of = |end: bool| if end { day.succ_opt().unwrap_or(day) } else { day };
    let one = |time: NaiveTime, day: NaiveDate| {
        let seconds = if clock.seconds { format!(":{:02}", time.second()) } else { String::new() };
        format!("{}T{}{seconds}{}", value::day(day), time.format("%H:%M"), zone.map(value::zone).unwrap_or_default())
    };
    let start = day_of(clock.day_end);
    let from = start.and_time(clock.from);
    let Some(to) = clock.to else {
        let end = from + chrono::TimeDelta::minutes(1);
        return (one(clock.from, start), Interval::between(from, end, zone));
    };
    let end = day_of(to < clock.from);
    let value = format!("{}/{}", one(clock.from, start), one(to, end));
    (value, Interval::between(from, end.and_time(to), zone))
}

fn at_part(part: Part, day: NaiveDate, zone: Option<i32>) -> (String, Interval) {
    let (from, to) = value::hours(part);
    let midnight = day.and_time(NaiveTime::MIN);
    let hour = |hour: u32| midnight + chrono::TimeDelta::hours(hour.into());
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
