//! Which lines are furniture as a whole.

use std::collections::HashMap;

use crate::text::furniture::FurnitureKind::{self, Byline, Caption, Comment, Duplicate, Nav, Promo, Related};
use crate::text::furniture::grammar::{Place, WordUse};
use crate::text::furniture::line::{Ending, Line, Page, is_closing, is_stop};
use crate::text::furniture::{related, signoff};
use crate::text::span::Span;
use crate::text::token::TokenKind;

/// The kind of each line so far; `None` is body.
pub(super) type Kinds = Vec<Option<FurnitureKind>>;

/// A paragraph must be this long for its repetition to be an accident, in bytes.
const REPEATABLE: usize = 40;

/// A caption has no more words than this.
const CAPTION: usize = 45;

/// Before the names of photographer and agency it is shorter still.
const CAPTION_BEFORE_NAMES: usize = 25;

/// Judges all lines. Later passes see what earlier ones found.
pub(super) fn judge(page: &Page) -> Kinds {
    let mut kinds: Kinds = page.lines.iter().map(|line| by_words(page, line)).collect();
    if let Some(headline) = kinds.first_mut() {
        *headline = None;
    }
    for pass in [labels, pictures, related::twice, signoff::tail, comments, related::unmarked, repeated] {
        pass(page, &mut kinds);
    }
    kinds
}

/// What follows a phrase inside its line.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Rest {
    Nothing,
    Labelled,
    Other,
}

fn rest(page: &Page, line: &Line, from: usize) -> (bool, Rest) {
    let colon = (from..line.tokens.end).take(2).any(|at| page.text(at) == ":");
    let word = (from..line.tokens.end)
        .find(|&at| page.kind(at) == Some(TokenKind::Word) || page.kind(at) == Some(TokenKind::Number));
    let rest = match word {
        None => Rest::Nothing,
        Some(at) if colon || !page.text(at).starts_with(char::is_lowercase) => Rest::Labelled,
        Some(_) => Rest::Other,
    };
    (colon, rest)
}

/// The phrase that opens a line, with what follows it.
fn opening(page: &Page, line: &Line) -> Option<(FurnitureKind, Place, Rest)> {
    let first = line.tokens.clone().find(|&at| page.kind(at) == Some(TokenKind::Word))?;
    if first > line.tokens.start + 3 {
        return None;
    }
    page.phrases(first).iter().find_map(|phrase| {
        let end = page.end_of_phrase(phrase, first, line.tokens.end)?;
        let (colon, rest) = rest(page, line, end);
        let fits = match phrase.place {
            Place::Whole => {
                rest == Rest::Nothing || !(end..line.tokens.end).any(|at| page.kind(at) == Some(TokenKind::Word))
            }
            Place::Begins => true,
            Place::Label => rest != Rest::Other,
            Place::LabelColon => colon,
            Place::Anywhere => false,
        };
        fits.then_some((phrase.kind, phrase.place, rest))
    })
}

fn by_words(page: &Page, line: &Line) -> Option<FurnitureKind> {
    if line.is_long() {
        return None;
    }
    let phrase = opening(page, line).map(|(kind, _, _)| kind);
    phrase.or_else(|| by_features(page, line))
}

/// A rule that tells a line by its features alone.
type Rule = fn(&Page, &Line) -> Option<FurnitureKind>;

fn by_features(page: &Page, line: &Line) -> Option<FurnitureKind> {
    let rules: [Rule; 6] =
        [promotes, addresses_reader, is_address, credits_picture, names_photographer, is_bulleted_link];
    rules.iter().find_map(|rule| rule(page, line))
}

/// "Ikuti … di Telegram": a line that bids the reader to follow a channel.
fn promotes(page: &Page, line: &Line) -> Option<FurnitureKind> {
    let channels = line.tokens.clone().filter(|&at| page.is(at, WordUse::CHANNEL)).count();
    let bids = |within| line.tokens.clone().take(within).any(|at| page.is(at, WordUse::BIDS));
    let promotes = match channels {
        0 => false,
        1 => bids(2) && line.words <= 30,
        _ => bids(4) && line.words <= 45,
    };
    (promotes && !line.has_quote && !line.is_item).then_some(Promo)
}

/// A last paragraph that tells the reader what he can get from the outlet.
fn addresses_reader(page: &Page, line: &Line) -> Option<FurnitureKind> {
    let count = |used| line.tokens.clone().filter(|&at| page.is(at, used)).count();
    let is_last = page.lines.last().is_some_and(|last| last.span == line.span);
    let is_domain = |at: usize| page.text(at) == "." && page.joined(at) && page.joined(at + 1);
    let names_site = line.tokens.clone().take(6).any(is_domain);
    (is_last && names_site && !line.has_quote && count(WordUse::READER) > 0 && count(WordUse::CHANNEL) > 1)
        .then_some(Promo)
}

/// A line that is a web address.
fn is_address(page: &Page, line: &Line) -> Option<FurnitureKind> {
    let text = page.document.slice(line.span);
    (text.starts_with("http") && !text.contains(char::is_whitespace)).then_some(Nav)
}

/// "… di Bandung. (Foto: Budi/Outlet)": a short line that ends with a picture's credit.
fn credits_picture(page: &Page, line: &Line) -> Option<FurnitureKind> {
    let is_sentence = line.words > CAPTION_BEFORE_NAMES && line.lowered > line.raised;
    if line.words > CAPTION || is_sentence && (line.has_quote || signoff::closing_bracket(page, line).is_some()) {
        return None;
    }
    let credit = |at: usize| {
        let after = page.text(at + 1);
        let is_short_form = after == "." && page.text(at).len() <= 3;
        page.is(at, WordUse::PICTURE) && (matches!(after, ":" | "/") || is_short_form || page.text(at - 1) == "(")
    };
    let points =
        |at: usize| page.is(at, WordUse::POINTS) && page.text(at.wrapping_sub(1)) == "(" && line.ending != Ending::Full;
    line.tokens.clone().skip(1).any(|at| credit(at) && at + 12 > line.tokens.end || points(at)).then_some(Caption)
}

/// "… di Bandung (Rina Wati/Warta)": a short line that ends with photographer and agency.
fn names_photographer(page: &Page, line: &Line) -> Option<FurnitureKind> {
    let bracket = signoff::closing_bracket(page, line).filter(|bracket| bracket.start > line.tokens.start)?;
    let is_name = |at: usize| page.text(at).chars().count() > 2 && page.text(at).starts_with(char::is_uppercase);
    let mut inside = bracket.start + 1..bracket.end - 1;
    let slash = inside.find(|&at| page.text(at) == "/")?;
    let fits =
        is_name(bracket.start + 1) && is_name(slash + 1) && line.words <= CAPTION_BEFORE_NAMES && !line.has_quote;
    fits.then_some(Caption)
}

/// "• Warga Desa Tolak Pabrik": a headline behind a bullet.
fn is_bulleted_link(page: &Page, line: &Line) -> Option<FurnitureKind> {
    let bulleted = page.text(line.tokens.start) == "•" && line.is_title() && line.words >= 6;
    (bulleted && line.ending != Ending::Full).then_some(Related)
}

/// What a label that stands alone on its line labels: headlines after "Baca Juga", the caption
/// before and the source after "Foto :".
fn labels(page: &Page, kinds: &mut Kinds) {
    for at in 0..page.lines.len() {
        let Some((kind, Place::Label | Place::LabelColon, Rest::Nothing)) = opening(page, &page.lines[at]) else {
            continue;
        };
        match kind {
            Related => related::after_label(page, kinds, at),
            Caption => around_credit(page, kinds, at),
            Byline => drop(mark_next(page, kinds, at, Byline, 8)),
            _ => {}
        }
    }
}

/// Marks the line after `at` if it is body and short.
fn mark_next(page: &Page, kinds: &mut Kinds, at: usize, kind: FurnitureKind, words: usize) -> bool {
    let fits = page.lines.get(at + 1).is_some_and(|line| line.words <= words && line.ending != Ending::Full)
        && kinds[at + 1].is_none();
    if fits {
        kinds[at + 1] = Some(kind);
    }
    fits
}

fn around_credit(page: &Page, kinds: &mut Kinds, at: usize) {
    let is_source = mark_next(page, kinds, at, Caption, 8);
    let before = at.checked_sub(1).filter(|&before| before > 0 && kinds[before].is_none() && is_source);
    if let Some(before) = before.filter(|&before| page.lines[before].words <= 30 && !page.lines[before].has_quote) {
        kinds[before] = Some(Caption);
    }
}

/// Lines of one letter ("A", "A", "A": the type size) beside each other.
fn pictures(page: &Page, kinds: &mut Kinds) {
    let is_letter = |at: usize| page.lines.get(at).is_some_and(|line| line.span.len() == 1 && line.words == 1);
    for (at, kind) in kinds.iter_mut().enumerate().skip(1) {
        if is_letter(at) && (is_letter(at - 1) || is_letter(at + 1)) {
            *kind = Some(Nav);
        }
    }
}

/// All that follows a comment form.
fn comments(page: &Page, kinds: &mut Kinds) {
    let middle = page.lines.len() / 2;
    if let Some(form) = (middle..kinds.len()).find(|&at| kinds[at] == Some(Comment)) {
        kinds[form..].fill(Some(Comment));
    }
}

/// Paragraphs that stood before, word for word, alone or inside of a longer one.
fn repeated(page: &Page, kinds: &mut Kinds) {
    let mut seen: HashMap<&str, Span> = HashMap::new();
    for (at, line) in page.lines.iter().enumerate() {
        let text = page.document.slice(line.span);
        if kinds[at].is_some() || text.len() < REPEATABLE || line.ending == Ending::Colon || line.is_item {
            continue;
        }
        let before = opening_of(text).and_then(|opening| seen.get(opening));
        if before.is_some_and(|rest| is_mostly_of(text, page.document.slice(*rest))) {
            kinds[at] = Some(Duplicate);
            continue;
        }
        for start in sentences(page, line) {
            let rest = Span::new(start, line.span.end());
            if let Some(opening) = opening_of(page.document.slice(rest)) {
                seen.entry(opening).or_insert(rest);
            }
        }
    }
}

/// Whether a text repeats the beginning of another, but for a little at its end.
fn is_mostly_of(text: &str, other: &str) -> bool {
    let same = text.bytes().zip(other.bytes()).take_while(|(a, b)| a == b).count();
    same * 10 >= text.len() * 9
}

/// The first bytes of a paragraph by which its like is looked up.
fn opening_of(text: &str) -> Option<&str> {
    text.get(..text.floor_char_boundary(REPEATABLE)).filter(|_| text.len() >= REPEATABLE)
}

/// Where a line and the sentences inside of it begin, though the spaces between them be lost.
fn sentences<'a>(page: &'a Page, line: &Line) -> impl Iterator<Item = usize> + 'a {
    let tokens = line.tokens.clone();
    let opens = move |&at: &usize| {
        let before = at.checked_sub(1).filter(|&before| before >= tokens.start).map(|before| page.text(before));
        before.is_none_or(|before| is_stop(before) || is_closing(before))
    };
    line.tokens.clone().filter(opens).filter_map(|at| page.document.tokens().get(at)).map(|token| token.span.start())
}
