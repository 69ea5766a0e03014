//! The lines of a page and what can be seen of each at a glance.

use std::ops::Range;

use crate::text::document::Document;
use crate::text::furniture::grammar::{Grammar, Phrase, WordUse};
use crate::text::span::Span;
use crate::text::token::{Token, TokenKind};

/// Lines with more tokens than this are body whatever they look like.
const LONG: usize = 90;

/// How a line ends, closing quotation marks and brackets not counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ending {
    /// With a full stop.
    Full,
    /// With another stop: "!", "?", "…".
    Other,
    /// With a colon: something follows.
    Colon,
    /// Without any.
    Open,
}

/// One line and its features.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub span: Span,
    pub tokens: Range<usize>,
    /// Words, numbers not counted.
    pub words: usize,
    /// Capitalised words.
    pub raised: usize,
    /// Words that would be capitalised in a headline but are not.
    pub lowered: usize,
    pub ending: Ending,
    /// Whether it begins with a small letter or a sign that goes on with the line before.
    pub goes_on: bool,
    /// Whether it begins with a bullet or the number of a list.
    pub is_item: bool,
    /// Whether a quotation mark stands in it.
    pub has_quote: bool,
}

impl Line {
    /// Whether the line is too long for anything but body.
    pub fn is_long(&self) -> bool {
        self.tokens.len() > LONG
    }

    /// Whether the line is more than a name, a tag or a link: a full sentence.
    pub fn is_prose(&self) -> bool {
        self.is_long() || self.words > 9 && self.ending == Ending::Full
    }

    /// Whether all but the small words are capitalised, as headlines are in many outlets.
    pub fn is_title(&self) -> bool {
        self.raised >= 3 && self.lowered * 6 <= self.raised
    }
}

/// A document as lines of a page.
pub(super) struct Page<'a> {
    pub document: &'a Document,
    pub lines: Vec<Line>,
    /// The last line that is more than a name or a link.
    pub last_prose: usize,
    uses: Vec<WordUse>,
    phrases: Vec<&'a [Phrase]>,
}

pub(super) fn is_stop(sign: &str) -> bool {
    matches!(sign, "." | "!" | "?" | "…")
}

pub(super) fn is_closing(sign: &str) -> bool {
    matches!(sign, "\"" | "”" | "’" | "'" | "″" | "»" | ")" | "]" | "*")
}

pub(super) fn is_quote(sign: &str) -> bool {
    matches!(sign, "\"" | "“" | "”" | "″")
}

impl<'a> Page<'a> {
    pub fn new(grammar: &'a Grammar, document: &'a Document) -> Self {
        let words = document.words();
        let uses = words.values(&grammar.words).map(|used| used.copied().unwrap_or_default()).collect();
        let phrases =
            words.values(&grammar.phrases).map(|phrases| phrases.map_or(&[][..], |phrases| phrases)).collect();
        let mut page = Self { document, lines: Vec::new(), last_prose: 0, uses, phrases };
        page.lines = document.paragraphs().iter().map(|p| page.line(p.span, p.tokens.clone())).collect();
        page.last_prose = page.lines.iter().rposition(Line::is_prose).unwrap_or(0);
        page
    }

    pub fn token(&self, at: usize) -> Option<&Token> {
        self.document.tokens().get(at)
    }

    pub fn text(&self, at: usize) -> &str {
        self.token(at).map_or("", |token| self.document.slice(token.span))
    }

    pub fn kind(&self, at: usize) -> Option<TokenKind> {
        self.token(at).map(|token| token.kind)
    }

    pub fn joined(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| token.joined)
    }

    pub fn is(&self, at: usize, used: WordUse) -> bool {
        self.token(at).is_some_and(|token| self.uses.get(token.word.index()).is_some_and(|uses| uses.is(used)))
    }

    /// The phrases that may begin at token `at`.
    pub fn phrases(&self, at: usize) -> &'a [Phrase] {
        self.token(at).and_then(|token| self.phrases.get(token.word.index()).copied()).unwrap_or_default()
    }

    /// One past `phrase` if it stands at token `at`; signs between its words don't matter.
    pub fn end_of_phrase(&self, phrase: &Phrase, at: usize, limit: usize) -> Option<usize> {
        let mut at = at;
        for word in &phrase.words {
            while at < limit && self.kind(at) == Some(TokenKind::Punctuation) {
                at += 1;
            }
            let token = self.token(at).filter(|_| at < limit)?;
            if self.document.folded(token) != *word {
                return None;
            }
            at += 1;
        }
        Some(at)
    }

    /// Whether nothing but white space lies between two stretches.
    pub fn are_neighbours(&self, before: Span, after: Span) -> bool {
        self.document.slice(Span::new(before.end(), after.start())).trim().is_empty()
    }

    fn is_item(&self, first: usize) -> bool {
        let is_numbered = self.kind(first) == Some(TokenKind::Number) && matches!(self.text(first + 1), "." | ")");
        is_numbered && self.joined(first + 1) || matches!(self.text(first), "*" | "•" | "-" | "–" | "·")
    }

    fn line(&self, span: Span, tokens: Range<usize>) -> Line {
        let last = tokens.clone().rev().find(|&at| !is_closing(self.text(at))).unwrap_or(tokens.start);
        let first = self.text(tokens.start);
        let stop = self.text(last);
        let is_cut = stop == "." && self.text(last.saturating_sub(1)) == "." || stop == "…";
        let ending = match stop {
            "." if !is_cut => Ending::Full,
            ":" => Ending::Colon,
            stop if is_stop(stop) => Ending::Other,
            _ => Ending::Open,
        };
        let mut line = Line {
            span,
            words: 0,
            raised: 0,
            lowered: 0,
            ending,
            goes_on: first.starts_with(char::is_lowercase) || matches!(first, "," | "." | ")" | ";" | ":" | "%"),
            is_item: self.is_item(tokens.start),
            has_quote: false,
            tokens,
        };
        if !line.is_long() {
            self.count(&mut line);
        }
        line
    }

    fn count(&self, line: &mut Line) {
        for at in line.tokens.clone() {
            let text = self.text(at);
            line.has_quote |= is_quote(text);
            if self.kind(at) != Some(TokenKind::Word) {
                continue;
            }
            line.words += 1;
            if text.starts_with(char::is_uppercase) {
                line.raised += 1;
            } else if !self.is(at, WordUse::SMALL) && !self.joined(at) {
                line.lowered += 1;
            }
        }
    }
}
