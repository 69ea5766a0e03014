//! The Islamic calendar: reckoned by the civil rule, corrected by the feasts that were decreed.

use chrono::{Datelike, NaiveDate, TimeDelta};

/// First days of months of the Islamic calendar that are known from decrees, in order.
pub type Months = Vec<NaiveDate>;

/// Days from the first day of the Islamic calendar to the first day of a month, by the civil rule.
fn days_before(year: i32, month: u32) -> i64 {
    let (year, month) = (i64::from(year), i64::from(month));
    let leap_days = (11 * year + 3).div_euclid(30);
    (year - 1) * 354 + leap_days + (month - 1) * 29 + month / 2
}

/// The first day of a month: the known one within two days of the reckoned one, else that.
pub fn first_day(known: &Months, year: i32, month: u32) -> Option<NaiveDate> {
    let epoch = NaiveDate::from_ymd_opt(622, 7, 19)?;
    let reckoned = epoch.checked_add_signed(TimeDelta::try_days(days_before(year, month))?)?;
    let from = reckoned - TimeDelta::days(2);
    let at = known.partition_point(|day| *day < from);
    let near = known.get(at).filter(|day| (**day - reckoned).num_days() <= 2);
    Some(near.copied().unwrap_or(reckoned))
}

/// The Islamic year whose month lies nearest to a day.
pub fn year_near(day: NaiveDate, month: u32) -> Option<i32> {
    let about = (f64::from(day.year()) - 621.5) * 1.030_7;
    let about = about as i32;
    let distance = |year: &i32| {
        let first = first_day(&Vec::new(), *year, month);
        first.map_or(i64::MAX, |first| (first - day).num_days().abs())
    };
    (about - 2..=about + 2).min_by_key(distance)
}

#[cfg(test)]
mod tests {
    use super::{first_day, year_near};
    use chrono::NaiveDate;

    #[test]
    fn reckoning_comes_within_a_day_and_known_days_win() {
        let on = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
        let reckoned = first_day(&Vec::new(), 1443, 9).unwrap();
        assert!((reckoned - on(2022, 4, 3)).num_days().abs() <= 1, "{reckoned}");
        assert_eq!(first_day(&vec![on(2022, 4, 3)], 1443, 9), Some(on(2022, 4, 3)));
        assert_eq!(year_near(on(2022, 2, 21), 9), Some(1443));
        assert_eq!(year_near(on(2017, 5, 15), 9), Some(1438));
    }
}
