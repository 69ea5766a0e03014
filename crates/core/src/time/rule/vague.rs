//! Words that tell no date: "now", "recently", "some day". They are kept off the timeline.

use crate::time::lexeme::Lexeme;
use crate::time::meaning::Meaning;
use crate::time::reading::{Read, Reading};
use crate::time::rule::Rule;

/// A word for about now, before or after.
pub(crate) const RULE: Rule = Rule { name: "vague", read };

fn read(reading: &Reading, at: usize) -> Read<Meaning> {
    let vague = |lexeme| if let Lexeme::Vague(vague) = lexeme { Some(Meaning::Vague(vague)) } else { None };
    reading.read(at, vague)
}
