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

/// Words that tell no date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Vague {
    /// About now.
    Now,
    /// Some time before now.
    Past,
    /// Some time from now.
    Future,
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

/// When clocks are put forward by an hour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SummerTime {
    /// Never.
    None,
    /// From the last Sunday of March to the last Sunday of October.
    Europe,
    /// From the second Sunday of March to the first Sunday of November.
    America,
}

/// What a word, or a few words together, can mean inside a time expression.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lexeme {
    /// A day of the week, Monday = 1.
    Weekday(u32),
    /// A day of the week in another language, only good beside a date.
    ForeignWeekday(u32),
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
    /// A place with its standard time, in minutes ahead of UTC, and its summer time.
    ZoneOf(i32, SummerTime),
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
    /// Tells that what follows is over.
    PastCue,
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
    /// Stands before a weekend that is a certain one.
    WeekendCue,
    /// Stands before what something is compared with.
    Than,
    /// So long from now.
    Soon,
    /// A unit that is no time.
    Measure,
    /// Says that only working days count.
    WorkingDay,
    /// A phrase that is no time though its words could be one.
    Trap,
    /// Behind an age ("old").
    OldWord,
    /// Makes the day behind it part of a name or rite.
    OwnedBy,
    /// The unit of something ("its month"), only good after "every".
    UnitOf(Unit),
    /// Says of something that it comes once in every unit.
    Adjective(Unit),
    /// The same period as one told before.
    SamePeriod,
    /// A feast, by its number in the grammar, and whether its name is that of a day.
    Feast(usize, bool),
    /// A month of the Islamic calendar.
    HijriMonth(u32),
    /// Names the Islamic calendar.
    HijriEra,
    /// Counts days from a feast ("H-7").
    FeastDay,
    /// A word for about now, before or after.
    Vague(Vague),
    /// A rite that tells a part of the day.
    Rite(Part),
    /// Stands before a rite.
    RiteCue,
    /// Tells that a weekday is one of every week.
    HabitCue,
    /// A day of the five-day week.
    MarketDay,
    /// Six months of a season of the tropics, from this month on.
    Monsoon(u32),
    /// A school year, from July on.
    SchoolYear,
    /// Letter before the number of a quarter.
    QuarterLetter,
    /// A word of a sport whose season is a year of the calendar.
    YearlySport,
    /// A word of stories told in seasons that are no stretch of time.
    Serial,
    /// Tells that something was said.
    Said,
}
