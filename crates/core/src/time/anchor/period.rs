//! Weeks, months, parts of the year, seasons and feasts.

use chrono::{Datelike, NaiveDate};

use crate::time::anchor::place::told;
use crate::time::anchor::{Anchoring, Placed};
use crate::time::calendar::{self, Grain, Stretch};
use crate::time::expression::Anchor;
use crate::time::hijri;
use crate::time::lexeme::{Direction, Lexeme, Unit};
use crate::time::meaning::{Moment, Year};
use crate::time::rule::Found;
use crate::time::tense;

impl Anchoring<'_> {
    /// The year of publication.
    fn this_year(&self) -> Option<i32> {
        self.published.map(|day| day.year())
    }

    /// A year told or counted from the year of publication.
    pub(super) fn year_of(&self, year: Year) -> Option<i32> {
        match year {
            Year::Told(year) => Some(year),
            Year::Counted(shift) => self.this_year().map(|year| year.saturating_add(shift)),
        }
    }

    pub(super) fn month(&self, year: Option<Year>, month: u32, moment: &Moment, found: &Found) -> Option<Placed> {
        if let Some(year) = year {
            return told(Stretch::month(self.year_of(year)?, month));
        }
        let until = self.reading.follows(found.tokens.start, Lexeme::To);
        let future = tense::is_future(self.reading, found);
        self.by_published(|day| {
            let ahead = (month + 12 - day.month()) % 12;
            let year = year_of_month(day, month, moment.direction, future || (until && ahead <= 6));
            Stretch::month(year, month)
        })
    }

    pub(super) fn month_week(
        &self,
        year: Option<Year>,
        month: u32,
        week: u32,
        moment: &Moment,
        found: &Found,
    ) -> Option<Placed> {
        let placed = self.month(year, month, moment, found)?;
        let middle = calendar::shift(placed.stretch.first, Unit::Day, i64::from(week) * 7 - 4)?;
        Some(Placed { stretch: Stretch::week(middle)?, ..placed })
    }

    /// A weekend; one that nothing is said of is over in the first days of a week.
    pub(super) fn weekend(&self, shift: i64, moment: &Moment, found: &Found) -> Option<Placed> {
        let open = moment.direction.is_none() && !tense::is_future(self.reading, found);
        self.by_published(|day| {
            let over = open && day.weekday().number_from_monday() <= 3;
            let shift = if over { shift - 1 } else { shift };
            let week = Stretch::week(calendar::shift(day, Unit::Week, shift)?)?;
            let first = calendar::shift(week.first, Unit::Day, 5)?;
            Some(Stretch { first, last: week.last, grain: Grain::Day })
        })
    }

    pub(super) fn sub_year(&self, year: Option<Year>, code: u32) -> Option<Placed> {
        told(Stretch::sub_year(self.year_of(year.unwrap_or(Year::Counted(0)))?, code))
    }

    /// Several months; those that began in the year before still count as "this year's".
    pub(super) fn months(&self, year: Option<Year>, month: u32, count: u32) -> Option<Placed> {
        let told_year = self.year_of(year.unwrap_or(Year::Counted(0)))?;
        let counted = !matches!(year, Some(Year::Told(_)));
        let running = counted && self.published.is_some_and(|day| day.month() + 12 < month + count);
        let grain = if count > 12 { Grain::Year } else { Grain::Months };
        told(Stretch::months(told_year - i32::from(running), month, count, grain))
    }

    /// A season runs from summer to summer, or with the year in some sports.
    pub(super) fn sport_season(&self, shift: i32) -> Option<Placed> {
        let year = self.this_year()?;
        if self.yearly {
            return told(Stretch::year(year.saturating_add(shift)));
        }
        let autumn = self.published.is_some_and(|day| day.month() >= 7);
        let over = shift < 0 && self.published.is_some_and(|day| day.month() == 6);
        let start = if autumn || over { year } else { year - 1 };
        let stretch = Stretch::years(start.saturating_add(shift), 2, Grain::Year)?;
        Some(Placed { stretch, anchor: Anchor::Published, sure: false })
    }

    /// "the same period last year": counted from the period's own year.
    pub(super) fn same_period(&self, year: Year) -> Option<Placed> {
        let period = self.last_period?;
        let last = period.last.unwrap_or(period.stretch);
        let shift = match year {
            Year::Told(year) => year - period.stretch.first.year(),
            Year::Counted(shift) => shift,
        };
        let first = calendar::shift(period.stretch.first, Unit::Year, shift.into())?;
        let end = Stretch::month(last.last.year().checked_add(shift)?, last.last.month())?;
        let grain = if period.last.is_some() { Grain::Months } else { period.stretch.grain };
        let stretch = Stretch { first, last: end.last, grain };
        Some(Placed { stretch, anchor: Anchor::Mention(period.span), sure: true })
    }

    /// A feast of a year, or the nearest one; or the day so many days from it.
    pub(super) fn feast(
        &self,
        feast: usize,
        year: Option<Year>,
        offset: Option<i64>,
        to: Option<Direction>,
    ) -> Option<Placed> {
        let feast = self.grammar.feasts.get(feast)?;
        let first = match (year, to) {
            (Some(year), _) => feast.in_year(self.year_of(year)?)?,
            (None, Some(Direction::Past)) => feast.around(self.published?, |day, today| day <= today)?,
            (None, Some(Direction::Coming)) => feast.around(self.published?, |day, today| day >= today)?,
            (None, _) => feast.near(self.published?)?,
        };
        let stretch = if let Some(days) = offset {
            Stretch::day(calendar::shift(first, Unit::Day, days)?)
        } else {
            let last = calendar::shift(first, Unit::Day, i64::from(feast.days) - 1)?;
            Stretch { first, last, grain: Grain::Day }
        };
        Some(Placed { stretch, anchor: if year.is_some() { Anchor::None } else { Anchor::Published }, sure: true })
    }

    /// A day or month of the Islamic calendar, by the feasts that are known and else by reckoning.
    pub(super) fn hijri(&self, year: Option<i32>, month: u32, day: Option<u32>) -> Option<Placed> {
        let year = year.or_else(|| hijri::year_near(self.published?, month))?;
        let first = hijri::first_day(&self.grammar.hijri_months, year, month)?;
        let stretch = if let Some(day) = day {
            Stretch::day(calendar::shift(first, Unit::Day, i64::from(day) - 1)?)
        } else {
            let next = hijri::first_day(&self.grammar.hijri_months, year + i32::from(month == 12), month % 12 + 1)?;
            Stretch { first, last: next.pred_opt()?, grain: Grain::Day }
        };
        told(Some(stretch))
    }
}

/// The year of a month told without one, seen from the day of publication.
fn year_of_month(day: NaiveDate, month: u32, direction: Option<Direction>, future: bool) -> i32 {
    let past = if month <= day.month() { day.year() } else { day.year() - 1 };
    let coming = if month >= day.month() { day.year() } else { day.year() + 1 };
    let soon = (1..=2).contains(&(month + 12 - day.month()).rem_euclid(12));
    match direction {
        Some(Direction::Past) if month == day.month() => day.year() - 1,
        Some(Direction::Past) => past,
        Some(Direction::This) => day.year(),
        Some(Direction::Coming | Direction::Next) => coming,
        _ if future || soon => coming,
        _ => past,
    }
}
