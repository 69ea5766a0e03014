//! What an expression says, before it is worked out to a real date.

use chrono::NaiveTime;

use crate::time::lexeme::{Direction, Edge, Part, SummerTime, Unit, Vague};

/// What an expression says.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Meaning {
    /// One place on the time line.
    At(Moment),
    /// From the one to the other, both included.
    Between(Moment, Moment),
    /// Several places.
    Each(Vec<Moment>),
    /// A length of time.
    Length(Vec<Amount>),
    /// A length between two.
    Lengths(Amount, Amount),
    /// A repeated time, as a value.
    Repeat(String),
    /// A word that tells no date.
    Vague(Vague),
}

/// A number of units; no number for an unknown one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Amount {
    pub number: Option<f64>,
    pub unit: Unit,
    /// Digits behind the decimal comma.
    pub decimals: usize,
    /// Whether a half is added.
    pub half: bool,
}

impl Amount {
    /// A number of units; no number for an unknown one.
    pub fn new(number: Option<f64>, unit: Unit) -> Self {
        Self { number, unit, decimals: 0, half: false }
    }
}

/// One place on the time line.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Moment {
    pub place: Place,
    pub edge: Option<Edge>,
    pub part: Option<Part>,
    pub clock: Option<Clock>,
    pub zone: Option<Zone>,
    pub direction: Option<Direction>,
    /// Weeks to add to the week that a weekday is looked for in.
    pub week: Option<i64>,
}

/// A clock time, as written or moved to the afternoon by the part of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Clock {
    pub from: NaiveTime,
    pub to: Option<NaiveTime>,
    /// Whether it is the end of its day, written as hour 24.
    pub day_end: bool,
    /// Whether seconds were told.
    pub seconds: bool,
}

/// What is told of the time zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Zone {
    /// Minutes ahead of UTC.
    Offset(i32),
    /// Minutes ahead of UTC in winter, and the rule for summer.
    Place(i32, SummerTime),
    /// That of the place told of.
    Local,
}

/// A year, told or counted from the year at hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Year {
    Told(i32),
    Counted(i32),
}

/// A place in the calendar.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) enum Place {
    /// Not told: the day at hand.
    #[default]
    Unsaid,
    /// A day of a month.
    Day { year: Option<Year>, month: Option<u32>, day: u32, weekday: Option<u32>, doubt: bool },
    /// A day of the week.
    Weekday(u32),
    /// A month.
    Month { year: Option<Year>, month: u32 },
    /// A year.
    Year(i32),
    /// Ten years.
    Decade(i32),
    /// One hundred years, the first of them.
    Century(i32),
    /// The unit at hand or one counted from it.
    Current { unit: Unit, shift: i64, later: bool },
    /// So many units away.
    Away { unit: Unit, amount: i64, later: bool },
    /// The days off of the week at hand or one counted from it.
    Weekend(i64),
    /// A part of a year: quarters as EDTF 33 to 36, halves 40 and 41, seasons 21 to 24.
    SubYear { year: Option<Year>, code: u32 },
    /// A season of sport counted from the one at hand.
    SportSeason(i32),
    /// A week of a month.
    MonthWeek { year: Option<Year>, month: u32, week: u32 },
    /// So many units from a date.
    From { unit: Unit, amount: i64, base: Box<Moment> },
    /// The period told last, in another year.
    SamePeriod(Year),
    /// Several months from one on.
    Months { year: Option<Year>, month: u32, count: u32, about: bool },
    /// A feast of the calendar, or a day counted from it; `dated` when its name is that of a day.
    Feast { feast: usize, year: Option<Year>, offset: Option<i64>, dated: bool },
    /// A day counted from the day told last ("D-1").
    FromTold(i64),
    /// A day, or without one the whole, of a month of the Islamic calendar.
    Hijri { year: Option<i32>, month: u32, day: Option<u32> },
}
