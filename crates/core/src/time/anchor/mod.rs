//! From what an expression says to a real date: what "yesterday" and "last June" are counted from.

mod period;
pub(crate) mod place;
pub(crate) mod speech;
mod write;

use chrono::NaiveDate;

use crate::text::span::Span;
use crate::time::Grammar;
use crate::time::anchor::speech::Speech;
use crate::time::calendar::{self, Grain, Stretch};
use crate::time::expression::{Anchor, Timex, TimexKind};
use crate::time::lexeme::{Direction, Edge, Lexeme, Part, Unit, Vague};
use crate::time::meaning::{Meaning, Moment, Place, Year};
use crate::time::published::Published;
use crate::time::reading::Reading;
use crate::time::rule::Found;
use crate::time::tense;
use crate::time::value::{self, Interval};

/// A time that was worked out.
#[derive(Clone, Debug, Default)]
struct Worked {
    value: String,
    interval: Option<Interval>,
    anchor: Anchor,
    sure: bool,
    grain: Option<Grain>,
    part: Option<Part>,
    edge: Option<Edge>,
    zone: Option<i32>,
    alternatives: Vec<String>,
}

/// A stretch that was worked out, and what from.
#[derive(Clone, Copy, Debug)]
struct Placed {
    stretch: Stretch,
    anchor: Anchor,
    sure: bool,
}

/// A stretch told somewhere in the text.
#[derive(Clone, Copy, Debug)]
struct Told {
    stretch: Stretch,
    /// The other end of a range.
    last: Option<Stretch>,
    span: Span,
    /// Its first token.
    at: usize,
    /// Whether it is told by its date, not counted from the day of publication.
    dated: bool,
    /// The part of its day.
    part: Option<Part>,
}

/// What is known when an expression is worked out.
struct Anchoring<'a> {
    reading: &'a Reading<'a>,
    grammar: &'a Grammar,
    published: Option<NaiveDate>,
    /// Whether the day of publication was told.
    sure: bool,
    /// Whether only the season of publication is known: enough for months and years.
    rough: bool,
    speech: &'a Speech,
    /// The first token of the date in the date line, which no event is told with.
    date_line: Option<usize>,
    /// Whether the article is about a sport whose season is a year of the calendar.
    yearly: bool,
    /// The last stretch told.
    last: Option<Told>,
    /// The last day told.
    last_day: Option<Told>,
    /// The last day told of which something happened, not just was said.
    last_event: Option<Told>,
    /// The last day told by its date with a part of the day.
    last_part: Option<Told>,
    /// The last month, quarter or year told.
    last_period: Option<Told>,
}

/// Works out all expressions in order: once to learn on which days things were said, then for good.
pub(crate) fn work_out(grammar: &Grammar, reading: &Reading, found: &[Found], published: &Published) -> Vec<Timex> {
    let yearly = reading.has(Lexeme::YearlySport);
    let run = |speech: &Speech| -> Vec<Timex> {
        let mut anchoring = Anchoring {
            reading,
            grammar,
            published: published.day,
            sure: published.sure,
            rough: published.rough,
            date_line: published.date_line,
            speech,
            yearly,
            last: None,
            last_day: None,
            last_event: None,
            last_part: None,
            last_period: None,
        };
        found.iter().map(|found| anchoring.timex(found)).collect()
    };
    let speech = Speech::new(reading, found);
    let first = run(&speech);
    run(&speech.with_days(found, &first, published.day))
}

fn kind(found: &Found, habitual: bool) -> TimexKind {
    let is_time = |moment: &Moment| moment.clock.is_some() || moment.part.is_some();
    match &found.meaning {
        _ if habitual => TimexKind::Set,
        Meaning::At(moment) if is_time(moment) => TimexKind::Time,
        Meaning::Between(from, to) if is_time(from) || is_time(to) => TimexKind::Time,
        Meaning::At(_) | Meaning::Between(..) | Meaning::Each(_) | Meaning::Vague(_) => TimexKind::Date,
        Meaning::Length(_) | Meaning::Lengths(..) => TimexKind::Duration,
        Meaning::Repeat(_) => TimexKind::Set,
    }
}

impl Anchoring<'_> {
    fn timex(&mut self, found: &Found) -> Timex {
        let span = self.reading.document.span_of(found.tokens.clone());
        let habit = self.habit(found);
        let habitual = habit.is_some();
        let habit = habit.map(|value| Worked { value, sure: true, ..Worked::default() });
        let worked = habit.unwrap_or_else(|| self.meaning(found, span));
        Timex {
            span,
            kind: kind(found, habitual),
            value: worked.value,
            interval: worked.interval,
            grain: worked.grain,
            part: worked.part,
            edge: worked.edge,
            zone: worked.zone,
            alternatives: worked.alternatives,
            anchor: worked.anchor,
            rule: found.rule,
            sure: worked.sure && (self.sure || worked.anchor != Anchor::Published),
        }
    }

    /// The value of a weekday that is one of every week.
    fn habit(&self, found: &Found) -> Option<String> {
        let day = |moment: &Moment| match moment.place {
            Place::Weekday(day) if moment.direction.is_none() && moment.week.is_none() => {
                let part = moment.part.map(|part| format!("T{}", value::part(part))).unwrap_or_default();
                Some(format!("XXXX-WXX-{day}{part}"))
            }
            _ => None,
        };
        let value = match &found.meaning {
            Meaning::At(moment) => day(moment)?,
            Meaning::Between(from, to) => format!("{}/{}", day(from)?, day(to)?),
            _ => return None,
        };
        self.is_near(found, Lexeme::HabitCue).then_some(value)
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
            Meaning::Vague(vague) => self.vague(*vague),
        }
    }

    fn vague(&self, vague: Vague) -> Worked {
        let Some(day) = self.published.map(value::day) else { return Worked::default() };
        let edtf = match vague {
            Vague::Now => format!("{day}~"),
            Vague::Past => format!("../{day}"),
            Vague::Future => format!("{day}/.."),
        };
        Worked { value: edtf, anchor: Anchor::Published, ..Worked::default() }
    }

    fn between(&mut self, from: &Moment, to: &Moment, found: &Found, span: Span) -> Worked {
        let Some(end) = self.place(to, found) else { return Worked::default() };
        let (from, to) = self.range(from, to, &end.stretch, found);
        let Some((start, end)) = self.place(&from, found).zip(self.place(&to, found)) else { return Worked::default() };
        let (first, last) = (write::write(&from, start), write::write(&to, end));
        let told = Told {
            stretch: start.stretch,
            last: Some(end.stretch),
            span,
            at: found.tokens.start,
            dated: true,
            part: None,
        };
        self.remember(told, found);
        let interval = first.interval.zip(last.interval).map(|(first, last)| first.to(last));
        Worked { value: format!("{}/{}", first.value, last.value), interval, ..last }
    }

    /// The ends of a range, the first of them moved so that it lies before the second.
    fn range(&self, from: &Moment, to: &Moment, end: &Stretch, found: &Found) -> (Moment, Moment) {
        let (mut from, mut to) = (from.clone(), to.clone());
        match (&mut from.place, &to.place) {
            (Place::Month { year: year @ None, month }, _) => {
                *year = Some(Year::Told(end.year_before(*month)));
            }
            (Place::Weekday(first), Place::Weekday(last)) => {
                let days = (i64::from(*last) - i64::from(*first)).rem_euclid(7);
                let (first, last) = self.weekdays(*first, days, end.first, found);
                from.place = told_day(first);
                to.place = told_day(last);
            }
            // "Friday (20/6/2025) until Sunday", "today until Sunday": the first one after the day told.
            (Place::Day { .. } | Place::Current { unit: Unit::Day, .. }, Place::Weekday(last))
                if to.direction.is_none() && to.week.is_none() =>
            {
                let start = self.place(&from, found).map(|start| start.stretch.last);
                if let Some(day) = start.and_then(|start| calendar::weekday_near(start, *last, true)) {
                    to.place = told_day(day);
                }
            }
            (Place::Unsaid, Place::Unsaid) => {}
            (place, Place::Unsaid) => to.place = place.clone(),
            _ => {}
        }
        (from, to)
    }

    /// From one weekday to another so many days later: around the day of publication if it can be.
    fn weekdays(&self, first: u32, days: i64, end: NaiveDate, found: &Found) -> (NaiveDate, NaiveDate) {
        let later = |day| calendar::shift(day, Unit::Day, days).unwrap_or(day);
        let past = (calendar::shift(end, Unit::Day, -days).unwrap_or(end), end);
        let start =
            self.published.and_then(|day| calendar::weekday_near(day, first, tense::is_future(self.reading, found)));
        let around = start.map(|start| (start, later(start))).filter(|(_, end)| Some(*end) >= self.published);
        around.unwrap_or(past)
    }

    fn moment(&mut self, moment: &Moment, found: &Found, span: Span) -> Worked {
        let Some(placed) = self.place(moment, found) else { return Worked::default() };
        let dated = !matches!(moment.place, Place::Current { .. } | Place::Away { .. } | Place::Unsaid);
        let told = Told { stretch: placed.stretch, last: None, span, at: found.tokens.start, dated, part: moment.part };
        self.remember(told, found);
        Worked { alternatives: alternatives(moment, &placed.stretch), ..write::write(moment, placed) }
    }

    fn remember(&mut self, told: Told, found: &Found) {
        if found.background || Some(found.tokens.start) == self.date_line {
            return;
        }
        match told.stretch.grain {
            Grain::Day if told.stretch.first == told.stretch.last => {
                self.last_day = Some(told);
                if !self.speech.is_said(found) {
                    self.last_event = Some(told);
                }
                if told.dated && told.part.is_some() {
                    self.last_part = Some(told);
                }
            }
            Grain::Month | Grain::SubYear(_) | Grain::Year if told.dated && !self.is_compared(told.at) => {
                self.last_period = Some(told);
            }
            _ => {}
        }
        self.last = Some(told);
    }

    /// Whether something is only compared with what is told at token `at`.
    fn is_compared(&self, at: usize) -> bool {
        (0..=2).filter_map(|back| at.checked_sub(back)).any(|at| self.reading.follows(at, Lexeme::Than))
    }

    /// Whether a word with this meaning stands near by in the same sentence.
    fn is_near(&self, found: &Found, lexeme: Lexeme) -> bool {
        let (before, behind) = tense::around(self.reading, found);
        before.chain(behind).any(|at| self.reading.is(at, lexeme).is_some())
    }
}

/// "Wednesday next" may be this week's, "last Saturday" that of the week before, 2/3 the third of February.
fn alternatives(moment: &Moment, stretch: &Stretch) -> Vec<String> {
    use chrono::Datelike;
    let day = stretch.first;
    let other = match (&moment.place, moment.direction) {
        (Place::Weekday(_), Some(Direction::Next | Direction::Past)) if moment.week.is_none() => {
            calendar::shift(day, Unit::Week, -1)
        }
        (Place::Day { doubt, month, .. }, _) if *doubt || (*month == Some(day.day()) && day.day() != day.month()) => {
            NaiveDate::from_ymd_opt(day.year(), day.day(), day.month())
        }
        _ => None,
    };
    other.map(value::day).into_iter().collect()
}

fn told_day(day: NaiveDate) -> Place {
    use chrono::Datelike;
    let (year, month) = (Some(Year::Told(day.year())), Some(day.month()));
    Place::Day { year, month, day: day.day(), weekday: None, doubt: false }
}
