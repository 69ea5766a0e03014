//! The end of an article: who wrote it, and what the page hangs on after that.

use std::ops::Range;

use crate::text::furniture::FurnitureKind::{Byline, Nav};
use crate::text::furniture::line::{Line, Page, is_closing, is_stop};
use crate::text::furniture::rules::Kinds;
use crate::text::token::TokenKind;

/// A signature in brackets is no longer than this, in tokens.
const LONGEST: usize = 14;

/// The tokens of a bracket that closes the line, brackets included.
pub(super) fn closing_bracket(page: &Page, line: &Line) -> Option<Range<usize>> {
    let end = line.tokens.end;
    let open = match page.text(end.checked_sub(1)?) {
        ")" => "(",
        "]" => "[",
        _ => return None,
    };
    let start = (line.tokens.start..end).rev().take(LONGEST).find(|&at| page.text(at) == open)?;
    Some(start..end)
}

/// What stands in a bracket, as far as it could be a signature.
enum Signature {
    /// Initials or small-letter names: "(abc/def)", "[qnt]".
    Initials,
    /// One to four capitalised words: "(Antara)", "(Rina Wati)".
    Name,
}

fn signature(page: &Page, bracket: &Range<usize>) -> Option<Signature> {
    let inside = bracket.start + 1..bracket.end - 1;
    let has_slash = inside.clone().any(|at| page.text(at) == "/");
    let signs_fit = inside.clone().all(|at| match page.kind(at) {
        Some(TokenKind::Word) => true,
        Some(TokenKind::Number) => has_slash && page.joined(at) && at > inside.start,
        _ => matches!(page.text(at), "/" | "." | "-" | "&" | "*" | "," | "|"),
    });
    let words: Vec<&str> =
        inside.clone().filter(|&at| page.kind(at) == Some(TokenKind::Word)).map(|at| page.text(at)).collect();
    let is_square = page.text(bracket.start) == "[";
    let small = |word: &&str| !word.contains(char::is_uppercase);
    let raised = |word: &&str| word.starts_with(char::is_uppercase);
    match words.as_slice() {
        _ if !signs_fit => None,
        [] => inside.clone().any(|at| page.text(at) == "*").then_some(Signature::Initials),
        [word] if small(word) && word.len() <= if has_slash { 10 } else { 4 } => Some(Signature::Initials),
        [word] if is_square && word.len() <= 6 => Some(Signature::Initials),
        words if has_slash && words.len() <= 6 && words.last().is_some_and(|word| word.len() <= 10) => {
            Some(Signature::Initials)
        }
        words if words.len() <= 4 && words.iter().all(raised) => Some(Signature::Name),
        _ => None,
    }
}

/// The signature at the end of a paragraph. A full name counts as one only where `at_end` of the
/// article, and both only after a finished sentence or alone on the line.
pub(super) fn signed(page: &Page, line: &Line, at_end: bool) -> Option<Range<usize>> {
    let bracket = closing_bracket(page, line)?;
    let before = bracket.start.checked_sub(1).filter(|_| bracket.start > line.tokens.start);
    let is_finished = before.is_none_or(|at| is_stop(page.text(at)) || is_closing(page.text(at)));
    let is_last = page.lines.last().is_some_and(|last| last.span == line.span);
    match signature(page, &bracket)? {
        Signature::Initials if is_finished || is_last => Some(bracket),
        Signature::Name if is_finished && at_end => Some(bracket),
        _ => None,
    }
}

/// Marks the line that is a signature, and the tags and links after the article's signature.
pub(super) fn tail(page: &Page, kinds: &mut Kinds) {
    let signed_at = (page.last_prose.max(1)..page.lines.len()).find_map(|at| {
        let line = page.lines.get(at)?;
        signed(page, line, true).map(|bracket| (at, bracket.start == line.tokens.start))
    });
    let Some((at, is_alone)) = signed_at else { return };
    if is_alone {
        kinds[at] = Some(Byline);
    }
    for kind in kinds.iter_mut().skip(at + 1) {
        *kind = kind.or(Some(Nav));
    }
}
