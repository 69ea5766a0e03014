//! One document as the statement layer reads it: tokens with their roles, names and times.

use std::ops::Range;

use crate::entity::Entities;
use crate::entity::mention::{EntityId, EntityKind};
use crate::statement::grammar::{self, Cue, Forms, Grammar, Role, Takes, Tier, Word};
use crate::text::document::Document;
use crate::text::span::Span;
use crate::text::token::{Token, TokenKind};
use crate::text::word_map::WordMap;
use crate::time::expression::Timex;

/// A named mention in tokens.
#[derive(Clone, Debug)]
pub(crate) struct Name {
    pub tokens: Range<usize>,
    pub kind: EntityKind,
    pub entity: EntityId,
}

/// A document with everything the statement layer looks up by token.
pub(crate) struct Reader<'a> {
    pub document: &'a Document,
    pub entities: &'a Entities,
    pub metonyms: &'a WordMap<&'static str>,
    offices: &'a WordMap<Vec<&'static str>>,
    /// The mentions, in order.
    pub names: Vec<Name>,
    words: Vec<Word>,
    name_at: Vec<u32>,
    time_end: Vec<u32>,
}

impl<'a> Reader<'a> {
    pub fn new(grammar: &'a Grammar, document: &'a Document, entities: &'a Entities, times: &[Timex]) -> Self {
        let count = document.tokens().len();
        let mut reader = Self {
            document,
            entities,
            metonyms: &grammar.metonyms,
            offices: &grammar.offices,
            names: Vec::new(),
            words: grammar::table(grammar, document),
            name_at: vec![0; count],
            time_end: vec![0; count],
        };
        let mentions = entities.mentions.iter();
        for (mention, tokens) in mentions.clone().zip(document.tokens_in_each(mentions.map(|mention| mention.span))) {
            let number = reader.names.len() as u32 + 1;
            reader.name_at.get_mut(tokens.clone()).unwrap_or_default().fill(number);
            reader.names.push(Name { tokens, kind: mention.kind, entity: mention.entity });
        }
        for tokens in document.tokens_in_each(times.iter().map(|time| time.span)) {
            reader.time_end.get_mut(tokens.clone()).unwrap_or_default().fill(tokens.end as u32);
        }
        reader
    }

    pub fn token(&self, at: usize) -> Option<&Token> {
        self.document.tokens().get(at)
    }

    fn word(&self, at: usize) -> Word {
        self.token(at).and_then(|token| self.words.get(token.word.index())).copied().unwrap_or_default()
    }

    /// The characters of a token.
    pub fn text(&self, at: usize) -> &str {
        self.token(at).map_or("", |token| self.document.slice(token.span))
    }

    pub fn folded(&self, at: usize) -> &str {
        self.token(at).map_or("", |token| self.document.folded(token))
    }

    /// What a short form of an office stands for.
    pub fn spelled_out(&self, at: usize) -> &[&'static str] {
        self.offices.get(self.folded(at)).map_or(&[], Vec::as_slice)
    }

    pub fn has(&self, at: usize, role: Role) -> bool {
        self.word(at).roles.has(role)
    }

    pub fn has_any(&self, at: usize, roles: &[Role]) -> bool {
        let word = self.word(at);
        roles.iter().any(|&role| word.roles.has(role))
    }

    /// Whether the word ends with the speaker-clitic.
    pub fn has_clitic(&self, at: usize) -> bool {
        self.word(at).has_clitic
    }

    /// Whether it is a noun of saying or finding with the speaker-clitic.
    pub fn is_owned(&self, at: usize) -> bool {
        self.word(at).owned
    }

    /// Whether the reporting verb here is glued to the end of another word.
    pub fn is_glued(&self, at: usize) -> bool {
        self.word(at).glued.is_some()
    }

    /// The characters of `tokens` without a verb glued to their end.
    pub fn phrase(&self, tokens: Range<usize>) -> &str {
        let text = self.document.slice(self.span(tokens.clone()));
        let verb = tokens.end.checked_sub(1).and_then(|last| self.word(last).glued).unwrap_or(0);
        text.len().checked_sub(verb).and_then(|end| text.get(..end)).unwrap_or(text)
    }

    /// The token as a reporting verb in one of `forms`, unless it never introduces content or is half of a doubled word.
    pub fn cue(&self, at: usize, forms: Forms) -> Option<Cue> {
        let cue = self.word(at).cue.filter(|cue| cue.forms.any(forms) && cue.tier != Tier::None)?;
        let doubled = self.hyphened(at + 1) && self.is_word(at + 2);
        let second = at > 1 && self.hyphened(at - 1) && self.joined(at) && self.is_word(at - 2);
        (doubled == (cue.takes == Takes::Doubled) && !second).then_some(cue)
    }

    /// Whether a hyphen that touches both its neighbours stands here.
    fn hyphened(&self, at: usize) -> bool {
        self.is(at, "-") && self.joined(at) && self.joined(at + 1)
    }

    pub fn is_word(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| token.kind == TokenKind::Word)
    }

    pub fn is_sign(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| token.kind == TokenKind::Punctuation)
    }

    pub fn is(&self, at: usize, sign: &str) -> bool {
        self.is_sign(at) && self.text(at) == sign
    }

    /// Whether the token is a comma, not one inside a number.
    pub fn is_comma(&self, at: usize) -> bool {
        self.is(at, ",")
            && !(self.joined(at) && self.joined(at + 1) && self.is_number(at + 1) && self.is_number(at - 1))
    }

    pub fn is_number(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| token.kind == TokenKind::Number)
    }

    /// Whether the token ends a sentence.
    pub fn is_stop(&self, at: usize) -> bool {
        self.is_sign(at) && matches!(self.text(at), "." | "!" | "?" | "…")
    }

    pub fn is_capital(&self, at: usize) -> bool {
        self.is_word(at) && self.text(at).chars().next().is_some_and(char::is_uppercase)
    }

    pub fn joined(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| token.joined)
    }

    /// The mention that covers a token.
    pub fn name(&self, at: usize) -> Option<&Name> {
        let number = self.name_at.get(at).copied().unwrap_or(0) as usize;
        number.checked_sub(1).and_then(|index| self.names.get(index))
    }

    /// The mentions that begin in `tokens`.
    pub fn names_in(&self, tokens: Range<usize>) -> &[Name] {
        let first = self.names.partition_point(|name| name.tokens.start < tokens.start);
        let last = self.names.partition_point(|name| name.tokens.start < tokens.end);
        self.names.get(first..last).unwrap_or_default()
    }

    /// One past the time expression that covers a token.
    pub fn time_end(&self, at: usize) -> Option<usize> {
        self.time_end.get(at).map(|&end| end as usize).filter(|&end| end > at)
    }

    /// Whether a stretch tells only when ("pada Kamis (23/1/2025)").
    pub fn is_when(&self, tokens: &Range<usize>) -> bool {
        let first = tokens.start + usize::from(self.has(tokens.start, Role::Adjunct));
        first < tokens.end && self.time_end(first).is_some_and(|end| end >= tokens.end)
    }

    pub fn span(&self, tokens: Range<usize>) -> Span {
        self.document.span_of(tokens)
    }

    /// Whether a token lies in furniture.
    pub fn in_furniture(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| self.document.in_furniture(token.span.start()))
    }

    /// Whether at least `least` words stand in `tokens`, of which only the first hundred are looked at.
    pub fn has_words(&self, tokens: Range<usize>, least: usize) -> bool {
        tokens.take(100).filter(|&at| self.is_word(at)).take(least).count() == least
    }

    /// How many words stand in `tokens`.
    pub fn count_words(&self, tokens: Range<usize>) -> usize {
        tokens.filter(|&at| self.is_word(at)).count()
    }
}
