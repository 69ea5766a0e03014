//! What a word can mean inside a time expression.

/// Units of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// One thousandth of a second.
    Millisecond,
    /// Second.
    Second,
    /// Minute.
    Minute,
    /// Hour.
    Hour,
    /// Day.
    Day,
    /// Week, Monday to Sunday.
    Week,
    /// Month.
    Month,
    /// Quarter of a year.
    Quarter,
    /// Half of a year.
    Half,
    /// A season of sport, about a year.
    Season,
    /// Year.
    Year,
    /// Eight years.
    Windu,
    /// Ten years.
    Decade,
    /// One hundred years.
    Century,
}

/// Parts of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// Before dawn: the small hours of the new day.
    SmallHours,
    /// From dawn to late morning.
    Morning,
    /// Around noon.
    Noon,
    /// Late afternoon.
    Afternoon,
    /// Dusk.
    Evening,
    /// Night, up to midnight and past it.
    Night,
    /// The end of the day.
    Midnight,
    /// Twelve o'clock.
    Midday,
}

/// Where a word sends the expression it follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    /// Back ("last", "ago").
    Past,
    /// The one at hand ("this").
    This,
    /// The one that follows this one ("next").
    Next,
    /// Ahead, the nearest one ("coming").
    Coming,
    /// After something told before ("later").
    After,
    /// Before something told before ("earlier").
    Before,
    /// A length of time up to now.
    Last,
    /// A length of time from now.
    Ahead,
}

/// Which part of a period is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Edge {
    /// Its beginning.
    Start,
    /// Its middle.
    Middle,
    /// Its end.
    End,
}

/// What a word, or a few words together, can mean inside a time expression.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lexeme {
    /// A day of the week, Monday = 1.
    Weekday(u32),
    /// A word for Sunday that also means week.
    Sunday,
    /// A month.
    Month(u32),
    /// A short form of a month, only good beside a day or year.
    ShortMonth(u32),
    /// A unit.
    Unit(Unit),
    /// "One" and a unit in one word.
    One(Unit),
    /// A unit doubled: many of them.
    Many(Unit),
    /// A part of the day.
    Part(Part),
    /// See [`Direction`].
    Direction(Direction),
    /// A day counted from today.
    DayWord(i64),
    /// A day counted from one told before.
    LaterDay(i64),
    /// The night of a day counted from today.
    LastNight(i64),
    /// Stands before a clock time.
    Clock,
    /// Stands before a day of the month.
    DateWord,
    /// A time zone, in minutes ahead of UTC.
    Zone(i32),
    /// The time of the place told of.
    LocalTime,
    /// Stands before a place whose time is meant.
    TimeOf,
    /// A part of a period.
    Edge(Edge),
    /// About.
    About,
    /// Every.
    Every,
    /// Per.
    Per,
    /// Counts repetitions.
    Times,
    /// Once.
    Once,
    /// Up to.
    To,
    /// And.
    And,
    /// Or.
    Or,
    /// Between.
    Between,
    /// Half.
    Half,
    /// A quarter of an hour.
    QuarterHour,
    /// Minutes past the hour.
    PastHour,
    /// Minutes to the hour.
    ToHour,
    /// The days off at the end of a week.
    Weekend,
    /// A Roman or spelled number that counts quarters.
    Ordinal(u32),
    /// A season of the year as EDTF counts them (21 to 24).
    Season(u32),
    /// Ending of a decade's name.
    DecadeEnding,
    /// Stands before a decade.
    EraWord,
    /// Counts from a date that follows.
    AfterWord,
    /// Counts back from a date that follows.
    BeforeWord,
    /// Before the common era.
    Bc,
    /// Of the common era.
    Ad,
    /// Tells that what follows is yet to come.
    FutureCue,
    /// Stands before a time.
    At,
    /// Stands before an age.
    Age,
    /// Stands before the number of a law or the like.
    Label,
    /// A person, of whom a number of years is an age.
    Person,
    /// Stands before a name that may hold a date.
    NameHead,
    /// The part of today that is over, or last night.
    JustNow,
    /// Stands before the beginning or end of something.
    Bound,
    /// So long from now.
    Soon,
    /// A unit that is no time.
    Measure,
    /// Says that only working days count.
    WorkingDay,
}
