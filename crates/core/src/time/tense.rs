//! Whether a time is told as past or as yet to come, by the words around it.

use std::ops::Range;

use crate::time::lexeme::Lexeme;
use crate::time::reading::Reading;
use crate::time::rule::Found;

/// Tokens before an expression that may hold a cue.
const BEFORE: usize = 32;
/// Tokens behind it.
const BEHIND: usize = 6;

/// Whether a word near by tells that the time is yet to come; the nearest one in front decides. A word
/// for saying behind it ends what it is about.
pub(crate) fn is_future(reading: &Reading, found: &Found) -> bool {
    let cue = |at: usize| {
        let is = |lexeme| reading.is(at, lexeme).is_some();
        if is(Lexeme::FutureCue) { Some(true) } else { is(Lexeme::PastCue).then_some(false) }
    };
    let (before, behind) = around(reading, found);
    let mut behind = behind.take_while(|&at| reading.is(at, Lexeme::Said).is_none());
    before.rev().find_map(cue).or_else(|| behind.find_map(cue)).unwrap_or(false)
}

/// The tokens of the same sentence before and behind an expression, as far as they matter: what
/// stands on the other side of a quotation mark is told by somebody else.
pub(crate) fn around(reading: &Reading, found: &Found) -> (Range<usize>, Range<usize>) {
    let sentence = reading.document.sentence_of(found.tokens.start);
    let Some(sentence) = reading.document.sentences().get(sentence) else { return (0..0, 0..0) };
    let from = sentence.tokens.start.max(found.tokens.start.saturating_sub(BEFORE));
    let to = sentence.tokens.end.min(found.tokens.end + BEHIND);
    let is_mark = |&at: &usize| {
        reading.document.tokens().get(at).is_some_and(|token| is_quotation_mark(reading.document.slice(token.span)))
    };
    let from = (from..found.tokens.start).rev().find(is_mark).map_or(from, |mark| mark + 1);
    let to = (found.tokens.end..to).find(is_mark).unwrap_or(to);
    (from..found.tokens.start, found.tokens.end..to)
}

fn is_quotation_mark(sign: &str) -> bool {
    matches!(sign, "\"" | "“" | "”" | "″" | "«" | "»" | "„")
}
