//! Stretches of whole days and the arithmetic of units.

use chrono::{Datelike, Days, Months, NaiveDate};

use crate::time::lexeme::Unit;

/// How finely a stretch is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grain {
    /// A day.
    Day,
    /// A week, Monday to Sunday.
    Week,
    /// A month.
    Month,
    /// Part of a year, with its EDTF code: 21–24 seasons, 33–36 quarters, 40–41 halves.
    SubYear(u32),
    /// Several months that are no unit.
    Months,
    /// A year.
    Year,
    /// Ten years.
    Decade,
    /// One hundred years.
    Century,
}

/// From one day to another, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Stretch {
    /// The first day.
    pub first: NaiveDate,
    /// The last day.
    pub last: NaiveDate,
    /// How finely it is told.
    pub grain: Grain,
}

impl Stretch {
    /// One day.
    pub fn day(day: NaiveDate) -> Self {
        Self { first: day, last: day, grain: Grain::Day }
    }

    /// The week, Monday to Sunday, that holds `day`.
    pub fn week(day: NaiveDate) -> Option<Self> {
        let first = day.checked_sub_days(Days::new(day.weekday().num_days_from_monday().into()))?;
        Some(Self { first, last: first.checked_add_days(Days::new(6))?, grain: Grain::Week })
    }

    /// `count` months from a month on.
    pub fn months(year: i32, month: u32, count: u32, grain: Grain) -> Option<Self> {
        let first = NaiveDate::from_ymd_opt(year, month, 1)?;
        let last = first.checked_add_months(Months::new(count))?.pred_opt()?;
        Some(Self { first, last, grain })
    }

    /// A month.
    pub fn month(year: i32, month: u32) -> Option<Self> {
        Self::months(year, month, 1, Grain::Month)
    }

    /// A year.
    pub fn year(year: i32) -> Option<Self> {
        Self::months(year, 1, 12, Grain::Year)
    }

    /// Several years from one on.
    pub fn years(year: i32, count: u32, grain: Grain) -> Option<Self> {
        Self::months(year, 1, 12 * count, grain)
    }

    /// A part of a year by its EDTF code; seasons are those of the north.
    pub fn sub_year(year: i32, code: u32) -> Option<Self> {
        let (month, count) = match code {
            21..=24 => ((code - 20) * 3, 3),
            33..=36 => ((code - 33) * 3 + 1, 3),
            40..=41 => ((code - 40) * 6 + 1, 6),
            _ => return None,
        };
        Self::months(year, month, count, Grain::SubYear(code))
    }

    /// The unit that holds `day`.
    pub fn of_unit(unit: Unit, day: NaiveDate) -> Option<Self> {
        match unit {
            Unit::Week => Self::week(day),
            Unit::Month => Self::month(day.year(), day.month()),
            Unit::Quarter => Self::sub_year(day.year(), 33 + day.month0() / 3),
            Unit::Half => Self::sub_year(day.year(), 40 + day.month0() / 6),
            Unit::Year | Unit::Season => Self::year(day.year()),
            Unit::Decade => Self::years(day.year().div_euclid(10) * 10, 10, Grain::Decade),
            Unit::Century => Self::years(day.year().div_euclid(100) * 100, 100, Grain::Century),
            _ => Some(Self::day(day)),
        }
    }

    /// The year in which a month lies that comes before the end of this stretch.
    pub fn year_before(&self, month: u32) -> i32 {
        if month > self.last.month() { self.last.year() - 1 } else { self.last.year() }
    }

    /// Whether `day` lies in it.
    pub fn holds(&self, day: NaiveDate) -> bool {
        self.first <= day && day <= self.last
    }
}

/// `day` moved by so many units; the last day of a month when there is no such day.
pub fn shift(day: NaiveDate, unit: Unit, amount: i64) -> Option<NaiveDate> {
    let months = |count: i64| {
        let count = i32::try_from(count).ok()?;
        let months = Months::new(count.unsigned_abs());
        if count < 0 { day.checked_sub_months(months) } else { day.checked_add_months(months) }
    };
    let days = |count: i64| day.checked_add_signed(chrono::TimeDelta::try_days(count)?);
    match unit {
        Unit::Week => days(amount.checked_mul(7)?),
        Unit::Month => months(amount),
        Unit::Quarter => months(amount.checked_mul(3)?),
        Unit::Half => months(amount.checked_mul(6)?),
        Unit::Year | Unit::Season => months(amount.checked_mul(12)?),
        Unit::Windu => months(amount.checked_mul(96)?),
        Unit::Decade => months(amount.checked_mul(120)?),
        Unit::Century => months(amount.checked_mul(1200)?),
        Unit::Day => days(amount),
        _ => Some(day),
    }
}

/// The day with this number (Monday = 1) that is nearest to `day`, looking back or ahead, `day` included.
pub fn weekday_near(day: NaiveDate, weekday: u32, ahead: bool) -> Option<NaiveDate> {
    let today = i64::from(day.weekday().number_from_monday());
    let ahead_by = (i64::from(weekday) - today).rem_euclid(7);
    shift(day, Unit::Day, if ahead || ahead_by == 0 { ahead_by } else { ahead_by - 7 })
}
