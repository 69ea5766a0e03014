//! What looks like a time but is none: ages, numbers of laws, names that hold a date.

use crate::time::lexeme::{Lexeme, Unit};
use crate::time::meaning::Meaning;
use crate::time::reading::Reading;
use crate::time::rule::Found;

/// Whether what was found is no time after all.
pub(super) fn is_barred(reading: &Reading, found: &Found) -> bool {
    is_age(reading, found) || is_law(reading, found) || is_name(reading, found)
}

/// "aged 34 years", "a 12-year-old boy".
fn is_age(reading: &Reading, found: &Found) -> bool {
    let Meaning::Length(parts) = &found.meaning else { return false };
    let years = parts.iter().all(|part| part.unit >= Unit::Month);
    let start = found.tokens.start;
    let about =
        (1..=2).find(|&back| start.checked_sub(back).is_some_and(|at| reading.is(at, Lexeme::About) == Some(start)));
    let before = start - about.unwrap_or(0);
    years
        && (reading.follows(before, Lexeme::Age)
            || reading.follows(start, Lexeme::Age)
            || reading.follows(start, Lexeme::Person))
}

/// "Number 11 of 2008".
fn is_law(reading: &Reading, found: &Found) -> bool {
    let start = found.tokens.start;
    let numbered = start > 0 && reading.digits(start - 1, 1..=5).is_some();
    let worded = reading.is(start, Lexeme::Unit(Unit::Year)).is_some();
    (numbered && worded) || reading.follows(start, Lexeme::Label)
}

/// "Pasar Minggu", "Universitas 17 Agustus 1945".
fn is_name(reading: &Reading, found: &Found) -> bool {
    let start = found.tokens.start;
    reading.follows(start, Lexeme::NameHead) && start > 0 && reading.is_capital(start - 1)
}
