//! Finding the names in running text: by the learned model, then by what the whole article tells.

use std::ops::Range;

use crate::entity::Grammar;
use crate::entity::case::{CASES, Case};
use crate::entity::consistency;
use crate::entity::feature::{Features, LookSink, PlaceSink};
use crate::entity::group::{Kind, OFFSETS, REACH};
use crate::entity::hash::Hash;
use crate::entity::label::Label;
use crate::entity::lexicon::Cues;
use crate::entity::mention::EntityKind;
use crate::entity::model::{self, LANES, Model, Scores};
use crate::entity::sums::Wide;
use crate::entity::viterbi::Trellis;
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
}

/// What the passes over a whole document look at.
#[derive(Debug)]
pub struct Sight<'a> {
    /// The text.
    pub document: &'a Document,
    /// How each token is written.
    pub cases: &'a [Case],
    features: &'a Features<'a>,
    small: Vec<bool>,
}

impl<'a> Sight<'a> {
    /// Looks at a document.
    pub fn new(document: &'a Document, features: &'a Features) -> Self {
        let cases = features.cases();
        let mut small = vec![false; document.words().len()];
        for (token, case) in document.tokens().iter().zip(cases) {
            small[token.word.index()] |= *case == Case::Small;
        }
        Self { document, cases, features, small }
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

    /// Whether a small word is glued to a token's name.
    pub fn is_glued(&self, token: usize) -> bool {
        self.document.tokens().get(token).is_some_and(|token| self.features.glued(token).is_some())
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

/// Adds up what the features of a token's place speak for each label.
struct PlaceAdder<'a> {
    model: &'a Model,
    scores: &'a mut Scores,
}

impl PlaceSink for PlaceAdder<'_> {
    #[inline]
    fn feature(&mut self, feature: Hash) {
        self.model.add(feature, self.scores);
    }

    #[inline]
    fn kind(&mut self, kind: Kind, value: u32) {
        self.model.add_narrow(kind, value, self.scores);
    }
}

/// Adds up what the features of a word speak for each label at each offset.
struct LookAdder<'a> {
    model: &'a Model,
    sums: Wide,
}

impl LookSink for LookAdder<'_> {
    #[inline]
    fn feature(&mut self, offset: usize, feature: Hash) {
        self.model.add(feature, &mut self.sums[offset]);
    }

    #[inline]
    fn kind(&mut self, kind: Kind, value: u32) {
        if kind.is_wide() {
            self.model.add_wide(kind, value, &mut self.sums);
        } else {
            self.model.add_narrow(kind, value, &mut self.sums[REACH]);
        }
    }
}

/// Sums of weights of the looks of a document, made when first asked for.
struct LookScores<'a> {
    features: &'a Features<'a>,
    model: &'a Model,
    row: Vec<u32>,
    sums: Vec<Wide>,
}

impl<'a> LookScores<'a> {
    fn new(features: &'a Features<'a>, model: &'a Model) -> Self {
        let sums = Vec::with_capacity(features.looks() / CASES);
        Self { features, model, row: vec![u32::MAX; features.looks()], sums }
    }

    fn of(&mut self, token: usize) -> &Wide {
        let look = self.features.look(token);
        if self.row[look.0] == u32::MAX {
            let mut adder = LookAdder { model: self.model, sums: [[0; LANES]; OFFSETS] };
            self.features.of_look(look, &mut adder);
            self.row[look.0] = self.sums.len() as u32;
            self.sums.push(adder.sums);
        }
        &self.sums[self.row[look.0] as usize]
    }
}

/// The label of every token of a document, by the model alone.
pub fn labels(features: &Features, model: &Model, document: &Document) -> Vec<Label> {
    let mut looks = LookScores::new(features, model);
    let mut labels = Vec::with_capacity(document.tokens().len());
    let (mut scores, mut trellis) = (Vec::new(), Trellis::default());
    for sentence in document.sentences() {
        scores.clear();
        scores.resize(sentence.tokens.len(), [0; LANES]);
        score(features, &mut looks, &sentence.tokens, &mut scores);
        model.transitions().decode(&scores, &mut trellis, &mut labels);
    }
    labels
}

/// Adds what everything speaks for the labels of a sentence's tokens.
fn score(features: &Features, looks: &mut LookScores, sentence: &Range<usize>, scores: &mut [Scores]) {
    for (at, token) in sentence.clone().enumerate() {
        features.of_place(token, sentence, &mut PlaceAdder { model: looks.model, scores: &mut scores[at] });
        for (offset, sum) in looks.of(token).iter().enumerate() {
            // The word at `offset` from its seer: so the seer stands `REACH - offset` after the word.
            let seer = (at + REACH).checked_sub(offset).and_then(|seer| scores.get_mut(seer));
            seer.into_iter().for_each(|seer| model::add(seer, sum));
        }
    }
}

/// The names that labels spell.
fn names(labels: &[Label]) -> Vec<Name> {
    let mut names = Vec::new();
    let mut start = 0;
    for (at, label) in labels.iter().enumerate() {
        if !label.continues() {
            start = at;
        }
        if let (Some(kind), false) = (label.kind(), label.is_open()) {
            names.push(Name { start, end: at + 1, kind, rule: "model" });
        }
    }
    names
}

/// The names that the model alone finds in a document, in order, with their stretches of text.
pub fn by_model(grammar: &Grammar, document: &Document) -> Vec<(Name, Span)> {
    let features = Features::new(grammar, document, 0);
    let names = names(&labels(&features, &grammar.model, document));
    spans(&features, document, names)
}

/// The names of a document, in order, with their stretches of text.
pub fn recognise(grammar: &Grammar, document: &Document) -> Vec<(Name, Span)> {
    let features = Features::new(grammar, document, 0);
    let mut names = names(&labels(&features, &grammar.model, document));
    consistency::agree(&Sight::new(document, &features), &mut names);
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
