//! Finding the names in running text: by the learned model, then by what the whole article tells.

use std::ops::Range;

use crate::entity::Grammar;
use crate::entity::case::Case;
use crate::entity::consistency;
use crate::entity::decode;
use crate::entity::feature::Features;
use crate::entity::lexicon::Cues;
use crate::entity::memory::WordMemory;
use crate::entity::mention::EntityKind;
use crate::entity::role::Roles;
use crate::text::document::Document;
use crate::text::span::Span;
use crate::text::vocabulary::WordId;

/// A name over a range of tokens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// First token.
    pub start: usize,
    /// One past the last token.
    pub end: usize,
    /// What kind of thing it names.
    pub kind: EntityKind,
    /// The rule that found it.
    pub rule: &'static str,
    /// How much better it is than what else its tokens may be, in sixteenths of a nat.
    pub margin: i32,
}

/// What the passes over a whole document look at.
#[derive(Debug)]
pub struct Sight<'a> {
    /// The text.
    pub document: &'a Document,
    /// How each token is written.
    pub cases: &'a [Case],
    features: &'a Features<'a>,
    /// What each word does beside names.
    roles: Vec<Roles>,
    small: Vec<bool>,
    /// The word of each token.
    order: Vec<WordId>,
}

impl<'a> Sight<'a> {
    /// Looks at a document.
    pub fn new(document: &'a Document, features: &'a Features, grammar: &'a Grammar) -> Self {
        let cases = features.cases();
        let mut small = vec![false; document.words().len()];
        // A list of tags has names in small letters.
        for (token, case) in document.tokens().iter().zip(cases) {
            small[token.word.index()] |= *case == Case::Small && !document.in_furniture(token.span.start());
        }
        let order = document.tokens().iter().map(|token| token.word).collect();
        Self { document, cases, features, roles: grammar.roles.of(document.words()), small, order }
    }

    /// What a word tells.
    pub fn cues(&self, word: WordId) -> Cues {
        self.features.cues(word)
    }

    /// What the word of a token tells.
    pub fn cues_at(&self, token: usize) -> Cues {
        self.document.tokens().get(token).map_or(Cues::default(), |token| self.cues(token.word))
    }

    /// Whether a word is none of a name, though it may have a capital in headlines and first in sentences.
    pub fn is_common(&self, word: WordId) -> bool {
        self.is_small(word) || self.features.is_mostly_small(word)
    }

    /// Whether the word of a token has a role.
    pub fn has_role(&self, token: usize, role: Roles) -> bool {
        self.order.get(token).is_some_and(|word| self.roles[word.index()].has(role))
    }

    /// How many different words of the document have a role.
    pub fn words_with_role(&self, role: Roles) -> usize {
        self.roles.iter().filter(|roles| roles.has(role)).count()
    }

    /// Whether a token is the short form of something that is no name.
    pub fn is_common_short_form(&self, token: usize) -> bool {
        let capitals = self.cases.get(token) == Some(&Case::Capitals);
        capitals && self.has_role(token, Roles::COMMON)
    }

    /// What a token is written like.
    pub fn text(&self, token: usize) -> &str {
        self.document.tokens().get(token).map_or("", |token| self.document.slice(token.span))
    }

    /// The word of a token.
    pub fn word(&self, token: usize) -> Option<WordId> {
        self.document.tokens().get(token).map(|token| token.word)
    }

    /// The words of a name.
    pub fn words(&self, name: &Name) -> impl Iterator<Item = WordId> {
        self.document.tokens().get(name.start..name.end).unwrap_or_default().iter().map(|token| token.word)
    }

    /// The words of some tokens, by number.
    pub fn form(&self, tokens: Range<usize>) -> &[WordId] {
        self.order.get(tokens).unwrap_or_default()
    }

    /// Whether the word of a token is known to be written small almost always.
    pub fn is_usually_small(&self, token: usize) -> bool {
        self.document.tokens().get(token).is_some_and(|token| self.features.is_mostly_small(token.word))
    }

    /// Whether the word of a token is known to be written with a capital almost always.
    pub fn is_usually_capital(&self, token: usize) -> bool {
        self.document.tokens().get(token).is_some_and(|token| self.features.is_mostly_capital(token.word))
    }

    /// Whether a token stands in a headline in title case.
    pub fn is_headline(&self, token: usize) -> bool {
        self.features.is_headline(token)
    }

    /// Whether a small word is glued to a token's name.
    pub fn is_glued(&self, token: usize) -> bool {
        self.document.tokens().get(token).is_some_and(|token| self.features.glued(token).is_some())
    }

    /// Whether nothing but a space of the same line stands before a token.
    pub fn is_apart_by_space(&self, token: usize) -> bool {
        let tokens = self.document.tokens();
        let ends = token.checked_sub(1).and_then(|before| Some((tokens.get(before)?.span, tokens.get(token)?.span)));
        ends.is_some_and(|(before, after)| self.document.slice(Span::new(before.end(), after.start())) == " ")
    }

    /// Whether nothing at all stands between a token and the one before it.
    pub fn is_glued_to(&self, token: usize) -> bool {
        let tokens = self.document.tokens();
        let ends = token.checked_sub(1).and_then(|before| Some((tokens.get(before)?.span, tokens.get(token)?.span)));
        ends.is_some_and(|(before, after)| before.end() == after.start())
    }

    /// The kind of the known name that the tokens from `from` to `end` are.
    pub fn known_kind(&self, from: usize, end: usize) -> Option<EntityKind> {
        let labels = self.features.known().get(from..end)?;
        let whole = labels.first()?.begins() && labels.last()?.ends();
        let one = labels.iter().skip(1).all(|label| label.continues());
        labels.first().filter(|_| whole && one).and_then(|label| label.kind())
    }

    /// Whether a word is written small somewhere.
    pub fn is_small(&self, word: WordId) -> bool {
        self.small[word.index()]
    }
}

/// The names that the model alone finds in a document, in order, with their stretches of text.
pub fn by_model(grammar: &Grammar, document: &Document) -> Vec<(Name, Span)> {
    let mut words = WordMemory::default();
    let features = Features::new(grammar, document, 0, &mut words);
    let names = decode::names(&features, &grammar.model, document, &mut words);
    spans(&features, document, names)
}

/// The names of a document, in order, with their stretches of text.
pub fn recognise(grammar: &Grammar, document: &Document, words: &mut WordMemory) -> Vec<(Name, Span)> {
    let features = Features::new(grammar, document, 0, words);
    let mut names = decode::names(&features, &grammar.model, document, words);
    consistency::agree(&Sight::new(document, &features, grammar), &mut names);
    spans(&features, document, names)
}

/// Adds the stretch of text of each name, without a word glued to it.
fn spans(features: &Features, document: &Document, names: Vec<Name>) -> Vec<(Name, Span)> {
    let span = |name: &Name| {
        let span = document.span_of(name.start..name.end);
        let last = document.tokens().get(name.end.wrapping_sub(1));
        let glued = last.and_then(|last| features.glued(last));
        glued.map_or(span, |end| Span::new(span.start(), end))
    };
    names.into_iter().map(|name| (name.clone(), span(&name))).collect()
}
