//! Lengths of time: "15 minutes", "one and a half years", "2-3 days", "for decades".

use crate::text::token::is_dash;
use crate::time::lexeme::{Direction, Lexeme, Unit};
use crate::time::meaning::{Amount, Meaning, Moment, Place};
use crate::time::reading::{Read, Reading};
use crate::time::rule::{First, Rule, day};

/// A length of time.
pub(crate) const RULE: Rule = Rule {
    name: "length",
    opens: |first| {
        matches!(first, First::Numeral | First::Digits | First::Word(Lexeme::One(_) | Lexeme::Many(_) | Lexeme::About))
    },
    read,
};

/// "three days after 10 February 2022".
pub(crate) const FROM_DATE: Rule = Rule {
    name: "from-date",
    opens: |first| matches!(first, First::Numeral | First::Digits | First::Word(Lexeme::One(_) | Lexeme::Many(_))),
    read: from_date,
};

fn read(reading: &Reading, at: usize) -> Read<Meaning> {
    let start = reading.skip(at, Lexeme::About);
    if let Some(found) = product(reading, start) {
        return Some(found);
    }
    let (first, last, end) = amounts(reading, start)?;
    if last.is_some() {
        return Some((meaning(first, last), end));
    }
    let mut parts = vec![first];
    let mut end = end;
    while let Some((next, next_end)) = amount(reading, end).filter(|(next, _)| smaller(&parts, *next)) {
        parts.push(next);
        end = next_end;
    }
    let end = reading.skip(end, Lexeme::WorkingDay);
    Some((Meaning::Length(parts), end))
}

fn smaller(parts: &[Amount], next: Amount) -> bool {
    let counted = parts.first().is_some_and(|first| first.unit != Unit::Day || next.unit != Unit::Hour);
    next.number.is_some() && counted && parts.len() < 4 && parts.last().is_some_and(|last| next.unit < last.unit)
}

/// What a number of units, or a range of them, says.
pub(super) fn meaning(first: Amount, last: Option<Amount>) -> Meaning {
    last.map_or_else(|| Meaning::Length(vec![first]), |last| Meaning::Lengths(first, last))
}

/// A number of units, or two of them ("2-3 days").
pub(super) fn amounts(reading: &Reading, at: usize) -> Option<(Amount, Option<Amount>, usize)> {
    if let Some((amount, end)) = amount(reading, at) {
        return Some((amount, None, end));
    }
    let first = reading.number(at).filter(|first| first.high.is_none() && !reading.is_inside_number(at))?;
    let dash = if is_dash(reading.text(first.end)) { Some(first.end + 1) } else { None };
    let next = dash.or_else(|| reading.is(first.end, Lexeme::To)).or_else(|| reading.is(first.end, Lexeme::Or));
    let (last, end) = match next {
        Some(next) => amount(reading, next)?,
        None => return loose(reading, first.end).map(|(amount, end)| (amount, None, end)),
    };
    let first = Amount { number: Some(first.value), decimals: first.decimals, ..Amount::new(None, last.unit) };
    last.number.is_some().then_some((first, Some(last), end))
}

/// "one, two, three days": a few.
fn loose(reading: &Reading, at: usize) -> Read<Amount> {
    let mut at = at;
    for _ in 0..4 {
        let next = reading.skip_sign(at, &[","]);
        if let Some((found, end)) = amount(reading, next).filter(|_| reading.is_word(next)) {
            return Some((Amount { number: None, ..found }, end));
        }
        at = reading.number(next).filter(|number| !number.digits)?.end;
    }
    None
}

/// "15 minutes", "half an hour", "a year", "days and days", "a few hours".
fn amount(reading: &Reading, at: usize) -> Read<Amount> {
    let worded = |lexeme| match lexeme {
        Lexeme::One(unit) => Some(Amount::new(Some(1.0), unit)),
        Lexeme::Many(unit) => Some(Amount::new(None, unit)),
        _ => None,
    };
    if let Some(found) = reading.read(at, worded) {
        return Some(found);
    }
    let number = reading.number(at).filter(|_| !in_code(reading, at))?;
    let half = reading.is(number.end, Lexeme::Half);
    let (unit, end) = reading.unit(half.unwrap_or(number.end)).filter(|&(unit, _)| unit != Unit::Quarter)?;
    let dozens = number.high.is_some() && number.value >= 20.0 && unit == Unit::Year && number.value < 100.0;
    let unit = if dozens { Unit::Decade } else { unit };
    let value = number.high.is_none().then_some(number.value);
    let named = number.digits && reading.is_capital(at.wrapping_sub(1)) && !reading.begins_sentence(at.wrapping_sub(1));
    if named && matches!(reading.direction(end), Some((Direction::This, _))) {
        return None;
    }
    Some((Amount { number: value, unit, decimals: number.decimals, half: half.is_some() }, end))
}

fn in_code(reading: &Reading, at: usize) -> bool {
    at > 0 && reading.is_joined(at) && (reading.is_word(at - 1) || matches!(reading.text(at - 1), "." | "/"))
}

/// A date so many units from one that is told.
fn from_date(reading: &Reading, at: usize) -> Read<Meaning> {
    let (amount, end) = amount(reading, at)?;
    let after = reading.is(end, Lexeme::AfterWord);
    let next = after.or_else(|| reading.is(end, Lexeme::BeforeWord))?;
    let (Meaning::At(base), end) = day::read(reading, next)? else { return None };
    let number = amount.number.filter(|number| number.fract() == 0.0 && *number < 1e6)? as i64;
    let place =
        Place::From { unit: amount.unit, amount: if after.is_some() { number } else { -number }, base: Box::new(base) };
    (amount.unit >= Unit::Day).then(|| (Meaning::At(Moment { place, ..Moment::default() }), end))
}

/// "3 x 24 hours".
fn product(reading: &Reading, at: usize) -> Read<Meaning> {
    let (times, next) = reading.digits(at, 1..=2)?;
    matches!(reading.folded(next), "x" | "×").then_some(())?;
    let (amount, end) = amount_of_product(reading, next + 1)?;
    let number = amount.number.map(|number| number * f64::from(times));
    Some((Meaning::Length(vec![Amount { number, ..amount }]), end))
}

fn amount_of_product(reading: &Reading, at: usize) -> Read<Amount> {
    let number = reading.number(at)?;
    let (unit, end) = reading.unit(number.end)?;
    Some((Amount::new(Some(number.value), unit), end))
}
