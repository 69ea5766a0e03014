//! Furniture inside a line of body: signatures, bracketed links, glued placeholders.

use std::ops::Range;

use crate::text::furniture::FurnitureKind::{self, Byline, Caption, Promo, Related};
use crate::text::furniture::grammar::{Phrase, Place, WordUse};
use crate::text::furniture::line::{Line, Page, is_closing, is_quote, is_stop};
use crate::text::furniture::{Furniture, signoff};
use crate::text::token::TokenKind;

/// A bracketed link is no longer than this, in tokens.
const LONGEST_LINK: usize = 60;

/// An author before a date is no longer than this, in tokens.
const LONGEST_AUTHOR: usize = 8;

/// A picture's credit in brackets is no longer than this, in tokens.
const LONGEST_CREDIT: usize = 20;

/// A promotion glued to a paragraph's end is no longer than this, in tokens.
const LONGEST_PROMO: usize = 24;

type Piece = (Range<usize>, FurnitureKind);

/// Finds the furniture that begins at a token of a line.
type Finder = fn(&Page, &Line, usize) -> Option<Piece>;

/// First come, first served.
const PIECES: [Finder; 6] =
    [bracketed_link, bracketed_credit, placeholder, author_of_date_line, closing_promo, glued_link];

/// Adds the furniture inside `line` to `found`, in order.
pub(super) fn find(page: &Page, index: usize, found: &mut Vec<Furniture>) {
    let line = &page.lines[index];
    let mut at = line.tokens.start;
    while at < line.tokens.end {
        let finders = if may_begin(page, line, at) { &PIECES[..] } else { &[] };
        let Some((tokens, kind)) = finders.iter().find_map(|piece| piece(page, line, at)) else {
            at += 1;
            continue;
        };
        at = tokens.end.max(at + 1);
        found.push(Furniture { span: page.document.span_of(tokens), kind });
    }
    let signature = signoff::signed(page, line, index >= page.last_prose).map(|tokens| page.document.span_of(tokens));
    let is_free = |span: &crate::text::span::Span| found.last().is_none_or(|last| last.span.end() <= span.start());
    if let Some(span) = signature.filter(is_free) {
        found.push(Furniture { span, kind: Byline });
    }
}

/// Whether any furniture may begin at a token: all begins with a bracket, a listed word or the line.
fn may_begin(page: &Page, line: &Line, at: usize) -> bool {
    at == line.tokens.start
        || page.kind(at) == Some(TokenKind::Punctuation)
        || page.is(at, WordUse::BIDS)
        || !page.phrases(at).is_empty()
}

/// "(Baca: …)" and "[Gambas:…]".
fn bracketed_link(page: &Page, line: &Line, at: usize) -> Option<Piece> {
    let close = match page.text(at) {
        "(" => ")",
        "[" => "]",
        _ => return None,
    };
    let kind = page.phrases(at + 1).iter().find_map(|phrase| {
        let end = page.end_of_phrase(phrase, at + 1, line.tokens.end)?;
        let is_label = matches!(phrase.place, Place::Label | Place::LabelColon | Place::Begins);
        (is_label && (phrase.place == Place::Begins || page.text(end) == ":")).then_some(phrase.kind)
    })?;
    let end = (at..line.tokens.end).take(LONGEST_LINK).find(|&end| page.text(end) == close)?;
    Some((at..end + 1, kind))
}

/// "(dok. Humas)" after a sentence.
fn bracketed_credit(page: &Page, line: &Line, at: usize) -> Option<Piece> {
    if page.text(at) != "(" || !page.is(at + 1, WordUse::PICTURE) {
        return None;
    }
    let end = (at..line.tokens.end).take(LONGEST_CREDIT).find(|&end| page.text(end) == ")")?;
    Some((at..end + 1, Caption))
}

/// "ADVERTISEMENT" glued into a paragraph.
fn placeholder(page: &Page, line: &Line, at: usize) -> Option<Piece> {
    page.phrases(at).iter().filter(|phrase| phrase.place == Place::Anywhere).find_map(|phrase| {
        let end = page.end_of_phrase(phrase, at, line.tokens.end)?;
        let is_capital = (at..end).all(|at| !page.text(at).contains(char::is_lowercase));
        is_capital.then_some((at..end, phrase.kind))
    })
}

/// "Jurnalis-" before the date of publication.
fn author_of_date_line(page: &Page, line: &Line, at: usize) -> Option<Piece> {
    if at != line.tokens.start {
        return None;
    }
    let first = line.tokens.clone().take(2).find(|&at| page.kind(at) == Some(TokenKind::Word))?;
    let names_author = |phrase: &&Phrase| phrase.kind == Byline && phrase.place == Place::LabelColon;
    page.phrases(first).iter().find(names_author)?;
    let near = first..line.tokens.end.min(first + LONGEST_AUTHOR);
    let dash = near.clone().find(|&at| matches!(page.text(at), "-" | "–" | "|"))?;
    let dated = (dash..line.tokens.end.min(dash + 6)).any(|at| page.kind(at) == Some(TokenKind::Number));
    dated.then_some((at..dash, Byline))
}

/// "Ikuti Whatsapp Channel …" glued to a paragraph's end.
fn closing_promo(page: &Page, line: &Line, at: usize) -> Option<Piece> {
    if !page.is(at, WordUse::BIDS) || !is_after_stop(page, line, at) || at + LONGEST_PROMO < line.tokens.end {
        return None;
    }
    let rest = at..line.tokens.end;
    let names_channel = rest.clone().any(|at| page.is(at, WordUse::CHANNEL));
    (names_channel && !rest.clone().any(|at| is_quote(page.text(at)))).then_some((rest, Promo))
}

fn is_after_stop(page: &Page, line: &Line, at: usize) -> bool {
    at > line.tokens.start && (is_stop(page.text(at - 1)) || is_closing(page.text(at - 1)))
}

/// "Baca juga: …" glued into a paragraph, with its headline.
fn glued_link(page: &Page, line: &Line, at: usize) -> Option<Piece> {
    // Behind a word it needs two of its own: "Baca: …" may be the text's, "kataBaca Juga: …" is not.
    let apart = at > line.tokens.start && page.text(at).starts_with(char::is_uppercase);
    let least = if is_after_stop(page, line, at) { 1 } else { 2 };
    if !apart && least > 1 {
        return None;
    }
    let is_link = |phrase: &&Phrase| phrase.kind == Related && matches!(phrase.place, Place::Label | Place::LabelColon);
    let ends =
        page.phrases(at).iter().filter(is_link).filter_map(|phrase| page.end_of_phrase(phrase, at, line.tokens.end));
    let long = |end: &usize| *end >= at + least && matches!(page.text(*end), ":" | "-" | "–");
    let colon = ends.into_iter().find(long)?;
    Some((at..end_of_headline(page, colon + 1, line.tokens.end), Related))
}

/// Where a headline that runs on into body text ends: after "?" or "!", before a quotation mark,
/// else before the sentence of the first word that no headline would write small.
fn end_of_headline(page: &Page, from: usize, limit: usize) -> usize {
    let limit = limit.min(from + LONGEST_LINK);
    for at in from..limit {
        let text = page.text(at);
        if is_stop(text) && at > from + 3 && (!page.joined(at + 1) || page.text(at + 1).starts_with(char::is_uppercase))
        {
            return at + 1;
        }
        if at > from && is_quote(text) {
            return at;
        }
        let is_small = text.starts_with(char::is_lowercase) && !page.is(at, WordUse::SMALL) && !page.joined(at);
        if is_small {
            return back_to_sentence(page, from, at);
        }
    }
    limit
}

/// The likely beginning of the sentence whose first small word is at `small`: the capitalised
/// word before it, or the two before an apposition between commas.
fn back_to_sentence(page: &Page, from: usize, small: usize) -> usize {
    let comma = |at: usize| page.text(at) == ",";
    let opening = (from..small.saturating_sub(1)).rev().take(8).find(|&at| comma(at));
    let apposition = opening.filter(|_| small > from && comma(small - 1));
    apposition.map_or(small.saturating_sub(1), |comma| comma.saturating_sub(2)).max(from)
}
