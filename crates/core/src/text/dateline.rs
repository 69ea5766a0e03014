//! The opening of a news text before its first sentence: "Liputan6.com, Jakarta -", "GRAZ –".

use std::ops::Range;

use crate::text::document::Document;
use crate::text::header::{Grammar, WordUse};
use crate::text::paragraph::Paragraph;
use crate::text::span::Span;
use crate::text::token::{Token, TokenKind};

/// No dateline is longer than this many tokens.
const LONGEST: usize = 16;

/// Place and outlet before the first sentence of a news text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dateline {
    /// From its first word to the dash that closes it.
    pub span: Span,
    /// The outlet, when it names one.
    pub outlet: Option<Span>,
    /// Whether that is a web address, hence sure.
    pub is_address: bool,
}

/// One name of a dateline: what stands between its commas and brackets.
struct Piece {
    tokens: Range<usize>,
    bracketed: bool,
}

struct Reader<'a> {
    grammar: &'a Grammar,
    document: &'a Document,
    uses: &'a [Option<WordUse>],
}

impl Reader<'_> {
    fn token(&self, at: usize) -> Option<&Token> {
        self.document.tokens().get(at)
    }

    fn text(&self, at: usize) -> &str {
        self.token(at).map_or("", |token| self.document.slice(token.span))
    }

    fn joined(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| token.joined)
    }

    fn use_of(&self, at: usize) -> Option<WordUse> {
        self.token(at).and_then(|token| self.uses.get(token.word.index()).copied().flatten())
    }

    fn is_word(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| token.kind == TokenKind::Word)
    }

    /// Whether the full stop at `at` stands inside a web address ("Suara.com").
    fn is_dot(&self, at: usize) -> bool {
        self.joined(at) && self.joined(at + 1) && self.text(at) == "." && self.use_of(at + 1) == Some(WordUse::Domain)
    }

    /// One past the name that begins at `from`: capitalised words, digits and the parts of a web
    /// address.
    fn end_of_name(&self, from: usize, limit: usize) -> usize {
        let mut at = from;
        while at < limit {
            let begins_address = || self.joined(at + 1) && (at..at + 6).any(|dot| self.is_dot(dot));
            let is_part = match self.token(at).map(|token| token.kind) {
                Some(TokenKind::Word) => {
                    self.text(at).starts_with(char::is_uppercase) || begins_address() || self.is_dot(at.wrapping_sub(1))
                }
                Some(TokenKind::Number) => at > from && self.joined(at),
                _ => self.is_dot(at),
            };
            if !is_part {
                break;
            }
            at += 1;
        }
        at
    }

    fn is_address(&self, tokens: &Range<usize>) -> bool {
        tokens.clone().any(|at| self.is_dot(at))
    }

    fn is_outlet(&self, tokens: &Range<usize>) -> bool {
        let named = |at| {
            self.use_of(at) == Some(WordUse::Outlet) || (at > tokens.start && self.use_of(at) == Some(WordUse::Domain))
        };
        let ends_like_one = |at: usize| {
            let word = self.token(at).map_or("", |token| self.document.folded(token));
            self.grammar.outlet_endings.iter().any(|ending| word.len() > 6 && word.ends_with(ending))
        };
        self.is_address(tokens) || tokens.clone().any(|at| named(at) || ends_like_one(at))
    }

    fn is_capital(&self, tokens: &Range<usize>) -> bool {
        !tokens.is_empty()
            && tokens.clone().all(|at| self.text(at).len() > 2 && !self.text(at).contains(char::is_lowercase))
    }

    /// Whether a dash that touches the word after it may close a dateline of these pieces: only
    /// where a hyphenated word is out of the question.
    fn may_touch(&self, pieces: &[Piece]) -> bool {
        pieces.iter().any(|piece| piece.bracketed || self.is_outlet(&piece.tokens) || self.is_capital(&piece.tokens))
    }

    /// Whether the word before a dash is doubled behind it ("detik-detik").
    fn is_doubled(&self, dash: usize) -> bool {
        let word = |at: usize| self.token(at).map(|token| token.word);
        word(dash.wrapping_sub(1)) == word(dash + 1)
    }

    fn outlet<'p>(&self, pieces: &'p [Piece], closing: &str) -> Option<&'p Piece> {
        let address = pieces.iter().find(|piece| self.is_address(&piece.tokens));
        let named = || pieces.iter().find(|piece| self.is_outlet(&piece.tokens));
        let set_apart = || pieces.iter().find(|piece| piece.bracketed || closing == "|");
        address.or_else(named).or_else(set_apart)
    }
}

fn is_dash(sign: &str) -> bool {
    matches!(sign, "-" | "–" | "—" | "|")
}

impl Reader<'_> {
    fn close(&self, tokens: Range<usize>, outlet: Option<&Piece>) -> Dateline {
        Dateline {
            span: self.document.span_of(tokens),
            outlet: outlet.map(|piece| self.document.span_of(piece.tokens.clone())),
            is_address: outlet.is_some_and(|piece| self.is_address(&piece.tokens)),
        }
    }

    /// The names from `first` on, and the token after them.
    fn pieces(&self, first: usize, limit: usize) -> (Vec<Piece>, usize) {
        let mut pieces: Vec<Piece> = Vec::new();
        let mut at = first;
        while at < limit {
            let end = self.end_of_name(at, limit);
            if end > at && (at == first || !self.is_word(at - 1)) {
                pieces.push(Piece { tokens: at..end, bracketed: at > first && self.text(at - 1) == "(" });
                at = end;
            } else if matches!(self.text(at), "," | "(" | ")" | "/") && !pieces.is_empty() {
                at += 1;
            } else {
                break;
            }
        }
        (pieces, at)
    }
}

/// Reads the dateline at the beginning of `line`, if there is one.
///
/// It consists of names ("Jakarta, CNN Indonesia", "JAKARTA (Pos Kota)") and ends with a dash or
/// bar (which may stand on the next line), or, after a web address, with a comma.
pub(crate) fn read(
    grammar: &Grammar,
    document: &Document,
    uses: &[Option<WordUse>],
    line: &Paragraph,
) -> Option<Dateline> {
    let reader = Reader { grammar, document, uses };
    let first = line.tokens.start;
    let (pieces, dash) = reader.pieces(first, line.tokens.end.min(first + LONGEST));
    let opening = pieces.first()?;
    let sign = reader.text(dash);
    let apart = !(reader.joined(dash) && reader.joined(dash + 1)) || sign == "|";
    if is_dash(sign) && (apart || reader.may_touch(&pieces) && !reader.is_doubled(dash)) {
        return Some(reader.close(first..dash + 1, reader.outlet(&pieces, sign)));
    }
    let comma = opening.tokens.end;
    let is_address = reader.is_address(&opening.tokens) && reader.text(comma) == ",";
    is_address.then(|| reader.close(first..comma + 1, Some(opening)))
}
