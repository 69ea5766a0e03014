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
    } else if is_age(reading, found) || is_feast(&found.meaning) || found.rule == vague::RULE.name {
        Verdict::Background
    } else {
        Verdict::Kept
    }
}

/// A feast named as such, not used to tell a day.
fn is_feast(meaning: &Meaning) -> bool {
    matches!(meaning, Meaning::At(Moment { place: Place::Feast { offset: None, dated: false, .. }, part: None, .. }))
}

/// "aged 34 years", "aged 18 to 28", "a 12-year-old boy".
fn is_age(reading: &Reading, found: &Found) -> bool {
    let years = match &found.meaning {
        Meaning::Length(parts) => parts.iter().all(|part| part.unit >= Unit::Month),
        Meaning::Lengths(_, last) => last.unit >= Unit::Month,
        _ => false,
    };
    let start = found.tokens.start;
    let is_about =
        |back: &usize| start.checked_sub(*back).is_some_and(|at| reading.is(at, Lexeme::About) == Some(start));
    let before = start - (1..=2).find(is_about).unwrap_or(0);
    let owner = before.saturating_sub(usize::from(before > 0 && reading.is_capital(before - 1)));
    let told = [start, before, owner].into_iter().any(|at| reading.follows(at, Lexeme::Age));
    years && (told || reading.follows(start, Lexeme::Person) || reading.is(found.tokens.end, Lexeme::OldWord).is_some())
}

/// "Number 11 of 2008".
fn is_law(reading: &Reading, found: &Found) -> bool {
    let start = found.tokens.start;
    let numbered = start > 0 && reading.digits(start - 1, 1..=5).is_some();
    let worded = reading.is(start, Lexeme::Unit(Unit::Year)).is_some();
    (numbered && worded) || reading.follows(start, Lexeme::Label)
}

/// "Pasar Minggu", "Universitas 17 Agustus 1945", the Friday of a prayer.
fn is_name(reading: &Reading, found: &Found) -> bool {
    let start = found.tokens.start;
    let head = reading.follows(start, Lexeme::NameHead) && start > 0 && reading.is_capital(start - 1);
    let weekday = matches!(found.meaning, Meaning::At(Moment { place: Place::Weekday(_), .. }));
    head || (weekday && reading.follows(start, Lexeme::OwnedBy))
}
