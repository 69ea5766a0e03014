//! Feasts: the same day every year, or as a table tells.

use chrono::{Datelike, NaiveDate};

/// A feast.
#[derive(Clone, Debug)]
pub struct Feast {
    /// When it is.
    pub when: When,
    /// How many days it lasts.
    pub days: u32,
}

/// When a feast is.
#[derive(Clone, Debug)]
pub enum When {
    /// On this day of this month.
    Fixed(u32, u32),
    /// On these days, in order.
    Listed(Vec<NaiveDate>),
}

impl Feast {
    /// Its first day in a year, as far as it is known.
    pub fn in_year(&self, year: i32) -> Option<NaiveDate> {
        match &self.when {
            When::Fixed(month, day) => NaiveDate::from_ymd_opt(year, *month, *day),
            When::Listed(days) => days.iter().copied().find(|day| day.year() == year),
        }
    }

    /// The one nearest to a day, within a year.
    pub fn near(&self, day: NaiveDate) -> Option<NaiveDate> {
        self.around(day, |_, _| true)
    }

    /// The nearest of those that `fits` takes, which is given each and the day.
    pub fn around(&self, day: NaiveDate, fits: impl Fn(NaiveDate, NaiveDate) -> bool) -> Option<NaiveDate> {
        let years = day.year() - 1..=day.year() + 1;
        let fitting = years.filter_map(|year| self.in_year(year)).filter(|found| fits(*found, day));
        fitting.min_by_key(|found| (*found - day).num_days().abs())
    }
}
