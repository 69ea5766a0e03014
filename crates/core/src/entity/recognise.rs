//! Finding the names in running text: by the learned model, then by what the whole article tells.

use crate::entity::Grammar;
use crate::entity::case::Case;
use crate::entity::consistency;
use crate::entity::feature::{Features, REACH};
use crate::entity::label::Label;
use crate::entity::lexicon::Cues;
use crate::entity::mention::EntityKind;
use crate::entity::model::{LANES, Model, Scores};
use crate::entity::viterbi::Transitions;
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
    pub cases: Vec<Case>,
    cues: Vec<Cues>,
    small: Vec<bool>,
}

impl<'a> Sight<'a> {
    /// Looks at a document.
    pub fn new(grammar: &Grammar, document: &'a Document) -> Self {
        let cases: Vec<Case> = document.tokens().iter().map(|t| Case::of(document.slice(t.span))).collect();
        let mut small = vec![false; document.words().len()];
        for (token, case) in document.tokens().iter().zip(&cases) {
            small[token.word.index()] |= *case == Case::Small;
        }
        let cues = document.words().table(|word| grammar.lexicon.cues(word));
        Self { document, cases, cues, small }
    }

    /// What a word tells.
    pub fn cues(&self, word: WordId) -> Cues {
        self.cues[word.index()]
    }

    /// Whether a word is written small somewhere.
    pub fn is_small(&self, word: WordId) -> bool {
        self.small[word.index()]
    }
}

/// Sums of weights of the looks of a document, made when first asked for.
struct LookScores<'a> {
    features: &'a Features<'a>,
    model: &'a Model,
    row: Vec<u32>,
    sums: Vec<[Scores; 2 * REACH + 1]>,
}

impl LookScores<'_> {
    fn of(&mut self, token: usize) -> &[Scores; 2 * REACH + 1] {
        let look = self.features.look(token);
        if self.row[look.0] == u32::MAX {
            let mut sums = [[0; LANES]; 2 * REACH + 1];
            for (offset, scores) in sums.iter_mut().enumerate() {
                self.features.of_look(look, offset, &mut |feature| self.model.add(feature, scores));
            }
            self.row[look.0] = self.sums.len() as u32;
            self.sums.push(sums);
        }
        &self.sums[self.row[look.0] as usize]
    }
}

/// The label of every token of a document, by the model alone.
pub fn labels(features: &Features, model: &Model, document: &Document) -> Vec<Label> {
    let transitions = Transitions::new(model);
    let mut looks = LookScores { features, model, row: vec![u32::MAX; features.looks()], sums: Vec::new() };
    let mut labels = Vec::with_capacity(document.tokens().len());
    for sentence in document.sentences() {
        let range = &sentence.tokens;
        let mut scores = vec![[0; LANES]; range.len()];
        for (at, token) in range.clone().enumerate() {
            features.of_place(token, range, &mut |feature| model.add(feature, &mut scores[at]));
            let sums = looks.of(token);
            for (offset, sum) in sums.iter().enumerate() {
                // The word at `offset` from its seer: so the seer stands `REACH - offset` after the word.
                let Some(seer) = (at + REACH).checked_sub(offset).and_then(|seer| scores.get_mut(seer)) else {
                    continue;
                };
                seer.iter_mut().zip(sum).for_each(|(score, add)| *score += add);
            }
        }
        labels.extend(transitions.decode(&scores));
    }
    labels
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
    consistency::agree(&Sight::new(grammar, document), &mut names);
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
