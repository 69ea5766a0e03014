//! One article's text cut into paragraphs, sentences and tokens.

use std::ops::Range;

use crate::text::furniture::Furniture;
use crate::text::paragraph::{self, Paragraph};
use crate::text::sentence::{self, Sentence};
use crate::text::span::Span;
use crate::text::token::{self, Token};
use crate::text::vocabulary::{Vocabulary, WordId};
use crate::text::word_map::WordSet;

/// What the text layer must be told about a language.
#[derive(Clone, Debug, Default)]
pub struct Grammar {
    /// Folded words after which a full stop does not end a sentence ("dr", "jl", "no").
    pub abbreviations: WordSet,
    /// Folded words behind which one letter is a whole name, so that a full stop ends the sentence ("berinisial").
    pub initialed: WordSet,
    /// Folded words that no line ends with unless its sentence goes on in the next ("dan", "yang").
    pub open_words: WordSet,
}

/// A text with its tokens, sentences, paragraphs and furniture; everything points into `text`.
#[derive(Clone, Debug, Default)]
pub struct Document {
    text: Box<str>,
    tokens: Vec<Token>,
    words: Vocabulary,
    sentences: Vec<Sentence>,
    paragraphs: Vec<Paragraph>,
    /// Stretches that are not the article's own body, in order, not overlapping.
    pub furniture: Vec<Furniture>,
}

impl Document {
    /// Cuts up `text`. Takes time linear in its length; never fails.
    pub fn new(grammar: &Grammar, text: &str) -> Self {
        let mut words = Vocabulary::default();
        let tokens = token::tokenize(text, &mut words);
        let mut paragraphs = paragraph::split(grammar, text, &tokens, &words);
        let sentences = sentence::split(grammar, text, &tokens, &words, &mut paragraphs);
        Self { text: text.into(), tokens, words, sentences, paragraphs, furniture: Vec::new() }
    }

    /// Takes the furniture that was found. A sentence that runs into it or out of it is cut there.
    pub fn furnish(&mut self, furniture: Vec<Furniture>) {
        let bounds = |part: &Furniture| {
            let tokens = self.tokens_in(part.span);
            [tokens.start, tokens.end]
        };
        let cuts: Vec<usize> = furniture.iter().flat_map(bounds).collect();
        self.sentences = sentence::cut(&self.tokens, &mut self.paragraphs, &self.sentences, &cuts);
        self.furniture = furniture;
    }

    /// The whole text, unchanged.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text in `span`.
    pub fn slice(&self, span: Span) -> &str {
        span.of(&self.text)
    }

    /// All tokens in order.
    pub fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    /// The distinct folded words.
    pub fn words(&self) -> &Vocabulary {
        &self.words
    }

    /// The folded form of a token.
    pub fn folded(&self, token: &Token) -> &str {
        self.words.word(token.word)
    }

    /// The folded form with this number.
    pub fn word(&self, id: WordId) -> &str {
        self.words.word(id)
    }

    /// All sentences in order; none crosses from one paragraph to the next.
    pub fn sentences(&self) -> &[Sentence] {
        &self.sentences
    }

    /// All paragraphs in order: lines that are not blank, broken ones put together.
    pub fn paragraphs(&self) -> &[Paragraph] {
        &self.paragraphs
    }

    /// Index of the first token that ends after byte `at`.
    pub fn token_at(&self, at: usize) -> usize {
        self.tokens.partition_point(|token| token.span.end() <= at)
    }

    /// The tokens that lie wholly in `span`, as a range of indices.
    pub fn tokens_in(&self, span: Span) -> Range<usize> {
        let start = self.tokens.partition_point(|token| token.span.start() < span.start());
        let end = self.tokens.partition_point(|token| token.span.end() <= span.end());
        start..end.max(start)
    }

    /// The tokens that lie wholly in each of some spans in order of start: one walk over the tokens for all of them.
    pub fn tokens_in_each(&self, spans: impl Iterator<Item = Span>) -> impl Iterator<Item = Range<usize>> {
        let mut start = 0;
        spans.map(move |span| {
            let ahead = |from: usize| self.tokens.get(from..).unwrap_or_default().iter();
            start += ahead(start).take_while(|token| token.span.start() < span.start()).count();
            start..start + ahead(start).take_while(|token| token.span.end() <= span.end()).count()
        })
    }

    /// From the first to the last byte of a range of tokens; empty for an empty range.
    pub fn span_of(&self, tokens: Range<usize>) -> Span {
        match self.tokens.get(tokens).unwrap_or_default() {
            [] => Span::default(),
            [first, .., last] => first.span.cover(last.span),
            [only] => only.span,
        }
    }

    /// Index of the sentence that holds token `token`.
    pub fn sentence_of(&self, token: usize) -> usize {
        self.sentences.partition_point(|sentence| sentence.tokens.end <= token)
    }

    /// Whether byte `at` lies in furniture.
    pub fn in_furniture(&self, at: usize) -> bool {
        let next = self.furniture.partition_point(|part| part.span.end() <= at);
        self.furniture.get(next).is_some_and(|part| part.span.start() <= at)
    }
}
