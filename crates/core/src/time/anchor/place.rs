//! Days: of the calendar, of the week, counted from now or from something told before.

use chrono::{Datelike, NaiveDate};

use crate::time::anchor::{Anchoring, Placed, Told};
use crate::time::calendar::{self, Grain, Stretch};
use crate::time::expression::Anchor;
use crate::time::lexeme::{Direction, Lexeme, Part, Unit};
use crate::time::meaning::{Moment, Place, Year};
use crate::time::rule::Found;
use crate::time::tense;

/// A place that needs no anchor.
pub(super) fn told(stretch: Option<Stretch>) -> Option<Placed> {
    Some(Placed { stretch: stretch?, anchor: Anchor::None, sure: true })
}

impl Told {
    fn placed(&self, stretch: Stretch) -> Placed {
        Placed { stretch, anchor: Anchor::Mention(self.span), sure: true }
    }
}

impl Anchoring<'_> {
    /// Works out a place on the time line.
    pub(super) fn place(&self, moment: &Moment, found: &Found) -> Option<Placed> {
        match &moment.place {
            Place::Unsaid => self.unsaid(moment, found),
            Place::Day { year, month, day, weekday, .. } => self.day(*year, *month, *day, *weekday, moment, found),
            Place::Weekday(weekday) => self.weekday(*weekday, moment, found),
            Place::Month { year, month } => self.month(*year, *month, moment, found),
            Place::Year(year) => told(Stretch::year(*year)),
            Place::Decade(year) => told(Stretch::years(*year, 10, Grain::Decade)),
            Place::Century(year) => told(Stretch::years(*year, 100, Grain::Century)),
            Place::Current { unit, shift, later } => self.current(*unit, *shift, *later, moment, found),
            Place::Away { unit, amount, later } => self.away(*unit, *amount, *later, found),
            Place::Weekend(shift) => self.weekend(*shift, moment, found),
            Place::SubYear { year, code } => self.sub_year(*year, *code),
            Place::SportSeason(shift) => self.sport_season(*shift),
            Place::MonthWeek { year, month, week } => self.month_week(*year, *month, *week, moment, found),
            Place::From { unit, amount, base } => {
                let base = self.place(base, found)?;
                let day = calendar::shift(base.stretch.first, *unit, *amount)?;
                Some(Placed { stretch: Stretch::day(day), ..base })
            }
            Place::SamePeriod(year) => self.same_period(*year),
            Place::Months { year, month, count, .. } => self.months(*year, *month, *count),
            Place::Feast { feast, year, offset, .. } => self.feast(*feast, *year, *offset, moment.direction),
            Place::FromTold(days) => {
                let base = self.last_day?;
                let day = calendar::shift(base.stretch.first, Unit::Day, *days)?;
                Some(base.placed(Stretch::day(day)))
            }
            Place::Hijri { year, month, day } => self.hijri(*year, *month, *day),
        }
    }

    /// The stretch that `stretch` makes of the day of publication.
    pub(super) fn by_published(&self, stretch: impl Fn(NaiveDate) -> Option<Stretch>) -> Option<Placed> {
        let stretch = stretch(self.published?)?;
        let fine = matches!(stretch.grain, Grain::Day | Grain::Week);
        (!fine || !self.rough).then_some(Placed { stretch, anchor: Anchor::Published, sure: true })
    }

    /// "Today" for these words, as finely as `unit` asks for: the day of the saying inside a
    /// quotation, else that of publication.
    fn today(&self, unit: Unit, found: &Found) -> Option<(Stretch, Anchor)> {
        let published = if unit < Unit::Month { self.day_of_publication() } else { self.published };
        let day = self.said(found).or_else(|| published.map(Stretch::day));
        day.map(|day| (day, Anchor::Published))
    }

    /// The day of publication, if the very day is known.
    fn day_of_publication(&self) -> Option<NaiveDate> {
        self.published.filter(|_| !self.rough)
    }

    /// The day on which these words were said, if they are quoted; what stands in brackets was put
    /// in by the writer.
    fn said(&self, found: &Found) -> Option<Stretch> {
        let bracket = found.tokens.start.checked_sub(1).is_some_and(|at| matches!(self.reading.text(at), "(" | "["));
        self.speech.day_of(found.tokens.start).filter(|_| !bracket)
    }

    /// Whether these words are somebody else's, who may have said them on any day.
    fn is_quoted(&self, found: &Found) -> bool {
        self.speech.is_quoted(found.tokens.start)
    }

    /// "Tonight" in words that were said on a night told before: that night, in the week before
    /// publication, when nothing else tells on which day they were said.
    fn same_part(&self, part: Part, found: &Found) -> Option<(Stretch, Anchor)> {
        let quoted = self.is_quoted(found) && self.said(found).is_none();
        let days = |told: &Told| self.published.map(|day| (day - told.stretch.first).num_days());
        let same = self.last_part.filter(|told| quoted && told.part == Some(part));
        same.filter(|told| matches!(days(told), Some(0..=7))).map(|told| (told.stretch, Anchor::Mention(told.span)))
    }

    /// The day of a clock time or part of the day that tells none.
    fn unsaid(&self, moment: &Moment, found: &Found) -> Option<Placed> {
        let Some(told) = self.day_at_hand(found) else { return self.by_published(|day| Some(Stretch::day(day))) };
        let day = told.stretch.first;
        let after_dark = self.last.is_some_and(|last| last.at == told.at) && moment.clock.is_none();
        let is_dark = matches!(told.part, Some(Part::Evening | Part::Night));
        let until =
            is_dark && moment.part == Some(Part::Morning) && self.reading.follows(found.tokens.start, Lexeme::Bound);
        let next = after_dark && (until || moment.part == Some(Part::SmallHours));
        Some(told.placed(Stretch::day(if next { day.succ_opt()? } else { day })))
    }

    /// The day told last: in the same sentence, or else of an event, not too far from publication.
    fn day_at_hand(&self, found: &Found) -> Option<Told> {
        let sentence = self.reading.document.sentence_of(found.tokens.start);
        let same = self.last_day.filter(|told| self.reading.document.sentence_of(told.at) == sentence);
        let near = |told: &Told| {
            let far = self.published.map_or(0, |day| (day - told.stretch.first).num_days().abs());
            far <= 60 || found.tokens.start.saturating_sub(told.at) < 60
        };
        same.or_else(|| self.last_event.filter(near)).or_else(|| self.last_day.filter(near))
    }

    /// What "later" and "before" are counted from.
    fn told_before(&self, unit: Unit, found: &Found) -> Option<(Stretch, Anchor)> {
        let period = self.last_period.filter(|_| unit >= Unit::Month);
        let told = period.or(self.last).map(|told| (told.stretch, Anchor::Mention(told.span)));
        told.or_else(|| self.today(unit, found))
    }

    fn current(&self, unit: Unit, shift: i64, later: bool, moment: &Moment, found: &Found) -> Option<Placed> {
        let same_night = || if shift == 0 { self.same_part(moment.part?, found) } else { None };
        let today = || same_night().or_else(|| self.today(unit, found));
        let (base, anchor) = if later { self.told_before(unit, found)? } else { today()? };
        let start = if shift != 0 && unit >= Unit::Month { first_of(unit, base.first) } else { base.first };
        let day = calendar::shift(start, unit, shift)?;
        let sure = later || unit >= Unit::Month || self.said(found).is_some() || !self.is_quoted(found);
        Some(Placed { stretch: Stretch::of_unit(unit, day)?, anchor, sure })
    }

    /// "two weeks ago": a day for days and weeks, a month for months, a year for years.
    fn away(&self, unit: Unit, amount: i64, later: bool, found: &Found) -> Option<Placed> {
        let (base, anchor) = if later { self.told_before(Unit::Day, found)? } else { self.today(unit, found)? };
        let day = calendar::shift(base.first, unit, amount)?;
        let stretch = match unit {
            Unit::Month => Stretch::month(day.year(), day.month()),
            Unit::Year | Unit::Decade | Unit::Century | Unit::Windu | Unit::Season => Stretch::year(day.year()),
            _ => Some(Stretch::day(day)),
        };
        Some(Placed { stretch: stretch?, anchor, sure: unit <= Unit::Day })
    }

    fn weekday(&self, weekday: u32, moment: &Moment, found: &Found) -> Option<Placed> {
        if let Some(week) = moment.week {
            return self.by_published(|day| {
                let monday = Stretch::week(calendar::shift(day, Unit::Week, week)?)?.first;
                calendar::shift(monday, Unit::Day, i64::from(weekday) - 1).map(Stretch::day)
            });
        }
        if let Some(told) = self.last_day.filter(|_| moment.direction.is_none()) {
            if let Some(day) = self.beside(&told, weekday, found) {
                return Some(told.placed(Stretch::day(day)));
            }
            if told.dated && self.is_near_published(told.stretch.first, weekday) {
                return Some(told.placed(told.stretch));
            }
        }
        let future = tense::is_future(self.reading, found);
        self.by_published(|day| weekday_from(day, weekday, moment.direction, future).map(Stretch::day))
    }

    /// "Sunday (9/4) or Monday before dawn", "today up to and including Thursday": the weekday next to the one just told.
    fn beside(&self, told: &Told, weekday: u32, found: &Found) -> Option<NaiveDate> {
        let before = found.tokens.start.checked_sub(1)?;
        let told_just_now = found.tokens.start.saturating_sub(told.at) <= 16;
        let joins =
            self.reading.is(before, Lexeme::Or).is_some() || self.reading.follows(found.tokens.start, Lexeme::To);
        (told_just_now && joins).then_some(())?;
        calendar::weekday_near(told.stretch.first.pred_opt()?, weekday, true)
    }

    /// Whether a day is this weekday, in the week around publication.
    fn is_near_published(&self, day: NaiveDate, weekday: u32) -> bool {
        let days = self.published.map_or(0, |published| (published - day).num_days().abs());
        day.weekday().number_from_monday() == weekday && days <= 7
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
            let written = NaiveDate::from_ymd_opt(self.year_of(year)?, month, day)?;
            let Some(other) = self.other_way_round(written, weekday, found) else {
                return told(Some(Stretch::day(written)));
            };
            return Some(Placed { stretch: Stretch::day(other), anchor: Anchor::Published, sure: false });
        }
        let published = self.published?;
        let on = |year| NaiveDate::from_ymd_opt(year, month, day);
        let fits = |day: &NaiveDate| match moment.direction {
            Some(Direction::Past) => *day <= published,
            Some(Direction::Coming | Direction::Next) => *day >= published,
            _ => true,
        };
        let years = [published.year() - 1, published.year(), published.year() + 1];
        let days = years.into_iter().filter_map(on).filter(fits);
        let is_weekday = |day: &NaiveDate| Some(day.weekday().number_from_monday()) == weekday;
        let far = |day: &NaiveDate| (*day - published).num_days().abs();
        let proved = days.clone().filter(is_weekday).min_by_key(far);
        let open = tense::is_future(self.reading, found) || moment.direction.is_some();
        let likely = days.min_by_key(|day| {
            let unlikely = !open && (*day - published).num_days() > 45;
            far(day) + if unlikely { 400 } else { 0 }
        });
        let stretch = Stretch::day(proved.or(likely)?);
        Some(Placed { stretch, anchor: Anchor::Published, sure: true })
    }

    /// "Monday (6/9/2025)" is 9 June in an article of these days: month first, as its weekday proves.
    fn other_way_round(&self, written: NaiveDate, weekday: Option<u32>, found: &Found) -> Option<NaiveDate> {
        let published = self.day_of_publication()?;
        let far = |day: NaiveDate| (day - published).num_days().abs();
        let fits = |day: NaiveDate| Some(day.weekday().number_from_monday()) == weekday;
        let other = NaiveDate::from_ymd_opt(written.year(), written.day(), written.month())?;
        let proved = fits(other) && !fits(written) && far(other) <= 10 && far(written) > 20;
        let named = || found.tokens.clone().any(|at| self.reading.month(at, true).is_some());
        (proved && !named()).then_some(other)
    }

    /// "the 25th": of the month told last, else of the month of publication.
    fn day_of_month(&self, day: u32, moment: &Moment, found: &Found) -> Option<Placed> {
        let shift = match moment.direction {
            Some(Direction::Past) => -1,
            Some(Direction::Next | Direction::Coming) => 1,
            _ => 0,
        };
        let recent = |told: &Told| found.tokens.start.saturating_sub(told.at) < 120;
        let (base, anchor) = match self.last_day.filter(recent).filter(|_| moment.direction.is_none()) {
            Some(told) => (told.stretch.first, Anchor::Mention(told.span)),
            None => (self.published?, Anchor::Published),
        };
        let month = calendar::shift(first_of(Unit::Month, base), Unit::Month, shift)?;
        Some(Placed { stretch: Stretch::day(month.with_day(day)?), anchor, sure: true })
    }
}

/// A weekday counted from a day, by the direction told or by what the sentence is about.
fn weekday_from(day: NaiveDate, weekday: u32, direction: Option<Direction>, future: bool) -> Option<NaiveDate> {
    let week = |shift| Some(Stretch::week(calendar::shift(day, Unit::Week, shift)?)?.first);
    match direction {
        Some(Direction::Past) => calendar::weekday_near(day.pred_opt()?, weekday, false),
        Some(Direction::Next) => calendar::weekday_near(week(1)?, weekday, true),
        Some(Direction::Coming) => calendar::weekday_near(day.succ_opt()?, weekday, true),
        Some(Direction::This) => calendar::weekday_near(week(0)?, weekday, true),
        _ => calendar::weekday_near(day, weekday, future),
    }
}

fn first_of(unit: Unit, day: NaiveDate) -> NaiveDate {
    Stretch::of_unit(unit, day).map_or(day, |stretch| stretch.first)
}
