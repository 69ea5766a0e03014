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
        let Some(line) = page.lines.get(at).filter(|_| may_be_headline(page, at)) else { break };
        let in_small_letters = at == label + 1 && line.words <= 16 && !line.has_quote;
        if !(line.is_title() || in_small_letters) || kind.is_some_and(|kind| kind != Related) {
            break;
        }
        *kind = Some(Related);
    }
}

/// Marks headlines that stand twice, one after the other, as links with a picture do.
pub(super) fn twice(page: &Page, kinds: &mut Kinds) {
    let text = |at: usize| page.lines.get(at).map(|line| page.document.slice(line.span));
    for at in 1..kinds.len() {
        let is_twice = page.lines[at].words >= 4 && !page.lines[at].is_prose() && text(at) == text(at + 1);
        if let Some(pair) = kinds.get_mut(at..at + 2).filter(|pair| is_twice && pair[0].is_none()) {
            pair.fill(Some(Related));
        }
    }
}

/// The content words of some tokens.
fn content(page: &Page, tokens: std::ops::Range<usize>) -> HashSet<WordId> {
    let is_content = |at: &usize| page.kind(*at) == Some(TokenKind::Word) && !page.is(*at, WordUse::SMALL);
    tokens.filter(is_content).filter_map(|at| page.token(at)).map(|token| token.word).collect()
}

/// How many of the words of `heading` are told again by `told`.
fn shared(heading: &HashSet<WordId>, told: impl Fn(WordId) -> bool) -> usize {
    heading.iter().filter(|&&word| told(word)).count()
}

/// Whether `heading` announces what `after` tells, or what the article tells anywhere: then it is
/// a subheading.
fn announces(page: &Page, counts: &[usize], heading: &Line, after: &Line) -> bool {
    let next = content(page, after.tokens.start..after.tokens.end.min(after.tokens.start + 60));
    let words = content(page, heading.tokens.clone());
    let in_next = shared(&words, |word| next.contains(&word));
    let in_article = shared(&words, |word| counts.get(word.index()).is_some_and(|&count| count > 1));
    in_next * 5 >= words.len() * 2 || in_article * 5 > words.len() * 3
}

/// How often each word stands in the document.
fn word_counts(page: &Page) -> Vec<usize> {
    let mut counts = vec![0; page.document.words().len()];
    for token in page.document.tokens() {
        if let Some(count) = counts.get_mut(token.word.index()) {
            *count += 1;
        }
    }
    counts
}

fn commas(page: &Page, line: &Line) -> usize {
    line.tokens.clone().filter(|&at| page.text(at) == ",").count()
}

/// Marks headlines that stand unannounced between two paragraphs of body.
pub(super) fn unmarked(page: &Page, kinds: &mut Kinds) {
    let body: Vec<usize> = (1..page.lines.len()).filter(|&at| kinds[at].is_none()).collect();
    let stands_out = |at: usize| {
        let line = &page.lines[at];
        line.is_title()
            && line.words >= 6
            && may_be_headline(page, at)
            && !line.is_item
            && !line.has_quote
            && line.ending != Ending::Colon
            && commas(page, line) < 3
    };
    let is_prose =
        |at: usize| page.lines[at].ending != Ending::Open && page.lines[at].words > 6 || page.lines[at].is_long();
    let counts = word_counts(page);
    let found: Vec<usize> = body
        .windows(3)
        .filter(|near| is_prose(near[0]) && stands_out(near[1]) && is_prose(near[2]))
        .filter(|near| !announces(page, &counts, &page.lines[near[1]], &page.lines[near[2]]))
        .map(|near| near[1])
        .collect();
    for at in found {
        kinds[at] = Some(Related);
    }
}
