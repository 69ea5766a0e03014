//! What looks like a time but is none, and what is one but stays off the timeline.

use crate::time::lexeme::{Lexeme, Unit};
use crate::time::meaning::{Meaning, Moment, Place};
use crate::time::reading::Reading;
use crate::time::rule::{Found, vague};

/// What becomes of an expression that a rule has read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// It is a time.
    Kept,
    /// It is a time that tells nothing on the timeline.
    Background,
    /// It is none; looking goes on at this token.
    Barred(usize),
}

/// Judges what was read.
pub(super) fn judge(reading: &Reading, found: &Found) -> Verdict {
    if is_name(reading, found) {
        Verdict::Barred(found.tokens.end)
    } else if is_law(reading, found) {
        Verdict::Barred(found.tokens.start + 1)
    } else if is_age(reading, found)
        || is_feast(&found.meaning)
        || is_any_weekend(reading, found)
        || is_story(reading, found)
        || found.rule == vague::RULE.name
    {
        Verdict::Background
    } else {
        Verdict::Kept
    }
}

/// A feast named as such, not used to tell a day.
fn is_feast(meaning: &Meaning) -> bool {
    matches!(meaning, Meaning::At(Moment { place: Place::Feast { offset: None, dated: false, .. }, part: None, .. }))
}

/// The season of a serial.
fn is_story(reading: &Reading, found: &Found) -> bool {
    let season = match &found.meaning {
        Meaning::At(moment) => matches!(moment.place, Place::SportSeason(_)),
        Meaning::Length(parts) => parts.iter().any(|part| part.unit == Unit::Season),
        _ => false,
    };
    season && reading.has(Lexeme::Serial)
}

/// "on working days and at the weekend": any weekend, when nothing says which and no word before it
/// asks for one.
fn is_any_weekend(reading: &Reading, found: &Found) -> bool {
    let bare = matches!(found.meaning, Meaning::At(Moment { place: Place::Weekend(_), direction: None, .. }));
    bare && !reading.follows(found.tokens.start, Lexeme::WeekendCue)
}

/// "aged 34 years", "aged 18 to 28", "a 12-year-old boy", "Rahma, 45 years, …", "Rahma (45 years)".
fn is_age(reading: &Reading, found: &Found) -> bool {
    let years = match &found.meaning {
        Meaning::Length(parts) => parts.iter().all(|part| part.unit >= Unit::Month),
        Meaning::Lengths(_, last) => last.unit >= Unit::Month,
        _ => false,
    };
    let start = found.tokens.start;
    let sign = |at: Option<usize>| at.map_or("", |at| reading.text(at));
    let named = start >= 2 && reading.is_word(start - 2) && reading.is_capital(start - 2);
    let beside_name = match sign(start.checked_sub(1)) {
        "," => named && sign(Some(found.tokens.end)) == ",",
        "(" => named && sign(Some(found.tokens.end)) == ")",
        _ => false,
    };
    let told = (0..=4).filter_map(|back| start.checked_sub(back)).any(|at| reading.follows(at, Lexeme::Age));
    years
        && (told
            || beside_name
            || reading.follows(start, Lexeme::Person)
            || reading.is(found.tokens.end, Lexeme::OldWord).is_some())
}

/// "Number 11 of 2008".
fn is_law(reading: &Reading, found: &Found) -> bool {
    let start = found.tokens.start;
    let numbered = start > 0 && reading.digits(start - 1, 1..=5).is_some();
    let worded = reading.is(start, Lexeme::Unit(Unit::Year)).is_some();
    let year_behind = matches!(found.meaning, Meaning::Length(_)) && reading.digits(found.tokens.end, 4..=4).is_some();
    (numbered && worded) || year_behind || reading.follows(start, Lexeme::Label)
}

/// "Pasar Minggu", "Universitas 17 Agustus 1945", the Friday of a prayer.
fn is_name(reading: &Reading, found: &Found) -> bool {
    let start = found.tokens.start;
    let head = reading.follows(start, Lexeme::NameHead) && start > 0 && reading.is_capital(start - 1);
    let weekday = matches!(found.meaning, Meaning::At(Moment { place: Place::Weekday(_), .. }));
    let quote = start > 0 && matches!(reading.text(start - 1), "“" | "\"" | "‘" | "'");
    let owner = start - usize::from(quote);
    head || (weekday && reading.follows(owner, Lexeme::OwnedBy))
}
