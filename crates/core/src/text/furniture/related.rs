//! Headlines of other articles among the paragraphs of this one.

use std::collections::HashSet;

use crate::text::furniture::FurnitureKind::Related;
use crate::text::furniture::grammar::WordUse;
use crate::text::furniture::line::{Ending, Line, Page};
use crate::text::furniture::rules::Kinds;
use crate::text::token::TokenKind;
use crate::text::vocabulary::WordId;

/// A headline has no more words than this.
const LONGEST: usize = 28;

/// No list under one label is longer than this.
const MOST: usize = 6;

/// Whether a line could be a headline: short, not ended by a full stop, no part of a sentence
/// that runs over several lines.
fn may_be_headline(page: &Page, at: usize) -> bool {
    let runs_on = page.lines.get(at + 1).is_some_and(|next| next.goes_on);
    page.lines.get(at).is_some_and(|line| {
        (2..=LONGEST).contains(&line.words) && line.ending != Ending::Full && !line.goes_on && !runs_on
    })
}

/// Marks the headlines that follow a label ("Baca Juga") standing alone on line `label`.
pub(super) fn after_label(page: &Page, kinds: &mut Kinds, label: usize) {
    for (at, kind) in kinds.iter_mut().enumerate().skip(label + 1).take(MOST) {
        let fits = may_be_headline(page, at) && (at == label + 1 || page.lines[at].is_title());
        if !fits || kind.is_some_and(|kind| kind != Related) {
            break;
        }
        *kind = Some(Related);
    }
}

/// The content words of some tokens.
fn content(page: &Page, tokens: std::ops::Range<usize>) -> HashSet<WordId> {
    let is_content = |at: &usize| page.kind(*at) == Some(TokenKind::Word) && !page.is(*at, WordUse::SMALL);
    tokens.filter(is_content).filter_map(|at| page.token(at)).map(|token| token.word).collect()
}

/// Whether `heading` announces what `after` tells: then it is a subheading.
fn announces(page: &Page, heading: &Line, after: &Line) -> bool {
    let told = content(page, after.tokens.start..after.tokens.end.min(after.tokens.start + 60));
    let words = content(page, heading.tokens.clone());
    let shared = words.iter().filter(|word| told.contains(word)).count();
    shared * 5 >= words.len() * 2
}

fn is_numbered(page: &Page, line: &Line) -> bool {
    let first = line.tokens.start;
    page.kind(first) == Some(TokenKind::Number) && matches!(page.text(first + 1), "." | ")") && page.joined(first + 1)
}

/// Marks headlines that stand unannounced between two paragraphs of body.
pub(super) fn unmarked(page: &Page, kinds: &mut Kinds) {
    let body: Vec<usize> = (1..page.lines.len()).filter(|&at| kinds[at].is_none()).collect();
    let stands_out = |at: usize| {
        let line = &page.lines[at];
        line.is_title() && line.words >= 6 && may_be_headline(page, at) && !is_numbered(page, line) && !line.has_quote
    };
    let is_prose =
        |at: usize| page.lines[at].ending != Ending::Open && page.lines[at].words > 6 || page.lines[at].is_long();
    let found: Vec<usize> = body
        .windows(3)
        .filter(|near| is_prose(near[0]) && stands_out(near[1]) && is_prose(near[2]))
        .filter(|near| !announces(page, &page.lines[near[1]], &page.lines[near[2]]))
        .map(|near| near[1])
        .collect();
    for at in found {
        kinds[at] = Some(Related);
    }
}
