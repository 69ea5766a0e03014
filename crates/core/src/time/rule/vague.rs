//! Words that tell no date: "now", "recently", "yearly". They are kept off the timeline.

use crate::time::lexeme::Lexeme;
use crate::time::meaning::{Amount, Meaning};
use crate::time::reading::{Read, Reading};
use crate::time::rule::{First, Rule};
use crate::time::value;

/// A word for about now, before or after.
pub(crate) const RULE: Rule =
    Rule { name: "vague", opens: |first| matches!(first, First::Word(Lexeme::Vague(_) | Lexeme::Adjective(_))), read };

fn read(reading: &Reading, at: usize) -> Read<Meaning> {
    let vague = |lexeme| if let Lexeme::Vague(vague) = lexeme { Some(Meaning::Vague(vague)) } else { None };
    let adjective = |lexeme| if let Lexeme::Adjective(unit) = lexeme { Some(unit) } else { None };
    reading.read(at, vague).or_else(|| {
        let (unit, end) = reading.read(at, adjective)?;
        Some((Meaning::Repeat(value::length(&[Amount::new(Some(1.0), unit)])), end))
    })
}
