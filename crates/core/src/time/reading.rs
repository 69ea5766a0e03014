//! A document as the time rules see it: each token with all it can mean inside a time expression.

use std::ops::Range;

use crate::figure::number::{Number, Numbers};
use crate::figure::phrase::PhrasesIn;
use crate::text::document::Document;
use crate::text::token::{Token, TokenKind};
use crate::time::Grammar;
use crate::time::lexeme::{Direction, Edge, Lexeme, Part, Unit};
use crate::time::lexicon::Word;
use crate::time::rule::{self, First, Openers};
use crate::time::shape::{self, Shape};

/// A document with each word looked up once.
pub(crate) struct Tables<'a> {
    document: &'a Document,
    /// The distinct words, in the order of the vocabulary.
    words: Vec<&'a Word>,
    numbers: Numbers<'a>,
    phrases: PhrasesIn<'a, Lexeme>,
    shapes: Vec<Shape>,
    /// The rules that can begin with digits.
    by_digits: Openers,
}

impl<'a> Tables<'a> {
    pub fn new(grammar: &'a Grammar, document: &'a Document) -> Self {
        let words = grammar.lexicon.over(document);
        let numbers = Numbers::of_words(document, words.iter().map(|word| word.numeral).collect());
        let phrases = PhrasesIn::new(document, words.iter().map(|word| word.entries.as_slice()).collect());
        Self {
            document,
            words,
            numbers,
            phrases,
            shapes: shape::find(document),
            by_digits: rule::openers(First::Digits),
        }
    }

    /// What the rules may see of these tokens; the words around them do not exist for it.
    pub fn within(&'a self, window: Range<usize>) -> Reading<'a> {
        Reading { tables: self, document: self.document, window }
    }
}

/// One paragraph as the rules see it.
pub(crate) struct Reading<'a> {
    tables: &'a Tables<'a>,
    pub document: &'a Document,
    window: Range<usize>,
}

/// What was read, and one past the last token it was read from.
pub(crate) type Read<T> = Option<(T, usize)>;

impl<'a> Reading<'a> {
    pub fn token(&self, at: usize) -> Option<&'a Token> {
        if self.window.contains(&at) { self.document.tokens().get(at) } else { None }
    }

    /// Whether `at` is the first token of its sentence.
    pub fn begins_sentence(&self, at: usize) -> bool {
        let sentence = self.document.sentences().get(self.document.sentence_of(at));
        sentence.is_some_and(|sentence| {
            let first = sentence.tokens.start;
            at == first || (at == first + 1 && !self.is_word(first))
        })
    }

    pub fn text(&self, at: usize) -> &'a str {
        self.token(at).map_or("", |token| self.document.slice(token.span))
    }

    pub fn folded(&self, at: usize) -> &'a str {
        self.token(at).map_or("", |token| self.document.folded(token))
    }

    pub fn is_joined(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| token.joined)
    }

    pub fn is_sign(&self, at: usize, sign: &str) -> bool {
        self.text(at) == sign
    }

    /// Whether token `at` is a word that begins with a capital.
    pub fn is_capital(&self, at: usize) -> bool {
        self.text(at).chars().next().is_some_and(char::is_uppercase)
    }

    /// Whether token `at` is of capitals only, where not all words may be.
    pub fn is_acronym(&self, at: usize) -> bool {
        let text = self.text(at);
        text.len() > 1 && text.bytes().all(|byte| byte.is_ascii_uppercase()) && !self.is_title(at)
    }

    pub fn is_word(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| token.kind == TokenKind::Word)
    }

    /// All that the word at `at` can be.
    fn word(&self, at: usize) -> Option<&'a Word> {
        self.token(at).and_then(|token| self.tables.words.get(token.word.index())).copied()
    }

    /// The rules that can begin at token `at`.
    pub fn openers(&self, at: usize) -> Openers {
        let is_number = self.token(at).is_some_and(|token| token.kind == TokenKind::Number);
        self.word(at).map_or(0, |word| word.openers) | if is_number { self.tables.by_digits } else { 0 }
    }

    /// The first meaning of the words from token `at` that `pick` takes; nothing when they are a
    /// longer phrase that is no time.
    pub fn read<T>(&self, at: usize, pick: impl Fn(Lexeme) -> Option<T>) -> Read<T> {
        self.token(at)?;
        let inside = self.tables.phrases.matching(at).filter(|&(_, end)| end <= self.window.end);
        for (lexeme, end) in inside {
            if *lexeme == Lexeme::Trap {
                return None;
            }
            if let Some(value) = pick(*lexeme) {
                return Some((value, end));
            }
        }
        None
    }

    /// Whether a word of the document can have this meaning.
    pub fn has(&self, lexeme: Lexeme) -> bool {
        self.tables.words.iter().any(|word| word.entries.iter().any(|entry| entry.meaning == lexeme))
    }

    /// One past a phrase that is no time though its words could be one.
    pub fn trap(&self, at: usize) -> Option<usize> {
        self.word(at).filter(|word| word.is_trap)?;
        let mut phrases = self.tables.phrases.matching(at).filter(|&(_, end)| end <= self.window.end);
        phrases.find(|(lexeme, _)| **lexeme == Lexeme::Trap).map(|(_, end)| end)
    }

    /// One past the words from token `at` that mean `lexeme`.
    pub fn is(&self, at: usize, lexeme: Lexeme) -> Option<usize> {
        self.read(at, |found| (found == lexeme).then_some(())).map(|((), end)| end)
    }

    /// `is`, or `at` itself when the words mean something else.
    pub fn skip(&self, at: usize, lexeme: Lexeme) -> usize {
        self.is(at, lexeme).unwrap_or(at)
    }

    /// `at`, or one past the sign that stands there.
    pub fn skip_sign(&self, at: usize, signs: &[&str]) -> usize {
        if signs.contains(&self.text(at)) { at + 1 } else { at }
    }

    /// Whether one of the words that end before token `at` means `lexeme`.
    pub fn follows(&self, at: usize, lexeme: Lexeme) -> bool {
        (1..=3).any(|back| at.checked_sub(back).is_some_and(|from| self.is(from, lexeme) == Some(at)))
    }

    pub fn unit(&self, at: usize) -> Read<Unit> {
        let week = |lexeme| matches!(lexeme, Lexeme::Sunday).then_some(Unit::Week);
        self.read(at, |lexeme| if let Lexeme::Unit(unit) = lexeme { Some(unit) } else { week(lexeme) })
    }

    /// A weekday. The word for Sunday and week is a Sunday only with a capital, and where any word
    /// would have one, not before "this" or "last".
    pub fn weekday(&self, at: usize) -> Read<u32> {
        let must = self.begins_sentence(at);
        let sunday = self.is_capital(at) && !(must && self.direction(at + 1).is_some());
        self.read(at, |lexeme| match lexeme {
            Lexeme::Weekday(day) | Lexeme::ForeignWeekday(day) => Some(day),
            Lexeme::Sunday if sunday => Some(7),
            _ => None,
        })
    }

    /// Whether the weekday at `at` is of another language: only good beside a date.
    pub fn is_foreign(&self, at: usize) -> bool {
        self.read(at, |lexeme| matches!(lexeme, Lexeme::ForeignWeekday(_)).then_some(())).is_some()
    }

    /// A month by its full name, or by a short one too.
    pub fn month(&self, at: usize, short: bool) -> Read<u32> {
        self.read(at, |lexeme| match lexeme {
            Lexeme::Month(month) => Some(month),
            Lexeme::ShortMonth(month) if short => Some(month),
            _ => None,
        })
        .map(|(month, end)| (month, if short && self.is_short_dot(at, end) { end + 1 } else { end }))
    }

    /// Whether token `end` is the full stop of the abbreviated month at `at` and a number follows.
    fn is_short_dot(&self, at: usize, end: usize) -> bool {
        self.is_sign(end, ".") && self.text(at).len() <= 4 && self.digits(end + 1, 1..=4).is_some()
    }

    pub fn part(&self, at: usize) -> Read<Part> {
        self.read(at, |lexeme| if let Lexeme::Part(part) = lexeme { Some(part) } else { None })
    }

    pub fn direction(&self, at: usize) -> Read<Direction> {
        self.read(at, |lexeme| if let Lexeme::Direction(direction) = lexeme { Some(direction) } else { None })
    }

    /// The date in digits that begins with token `at`.
    pub fn shape(&self, at: usize) -> Option<&Shape> {
        let index = self.tables.shapes.binary_search_by_key(&at, |shape| shape.start).ok()?;
        self.tables.shapes.get(index).filter(|shape| self.window.contains(&at) && shape.end <= self.window.end)
    }

    /// Whether `at` stands in the first line, where all words may be capitals.
    fn is_title(&self, at: usize) -> bool {
        self.document.paragraphs().first().is_some_and(|line| line.tokens.contains(&at))
    }

    /// A part of a period; not the second word of a name ("Jawa Tengah").
    pub fn edge(&self, at: usize) -> Read<Edge> {
        let name = self.is_capital(at) && at > 0 && self.is_capital(at - 1) && self.is_word(at - 1);
        if name && !self.begins_sentence(at) && !self.is_title(at) {
            return None;
        }
        self.read(at, |lexeme| if let Lexeme::Edge(edge) = lexeme { Some(edge) } else { None })
    }

    /// A plain row of digits whose length is in `lengths`.
    pub fn digits(&self, at: usize, lengths: std::ops::RangeInclusive<usize>) -> Read<u32> {
        let token = self.token(at).filter(|token| token.kind == TokenKind::Number)?;
        let digits = self.document.slice(token.span);
        lengths.contains(&digits.len()).then(|| digits.parse().ok()).flatten().map(|value| (value, at + 1))
    }

    /// Whether digits at `at` are part of a longer number or of a code.
    pub fn is_inside_number(&self, at: usize) -> bool {
        let glued = |sign: usize| {
            self.is_joined(sign)
                && matches!(self.text(sign), "." | "," | ":")
                && self.is_joined(sign + 1)
                && self.token(sign + 1).is_some_and(|token| token.kind == TokenKind::Number)
        };
        let before = at.checked_sub(2).is_some_and(|from| self.digits(from, 1..=20).is_some() && glued(from + 1));
        let word = at > 0 && self.is_joined(at) && self.is_word(at - 1);
        before || word || glued(at + 1)
    }

    /// A number in digits or words, as a count.
    pub fn number(&self, at: usize) -> Option<Number> {
        self.tables.numbers.at(at).filter(|number| self.window.contains(&at) && number.end <= self.window.end)
    }
}
