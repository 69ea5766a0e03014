//! Finding the names in running text with the learned model.

use crate::entity::Grammar;
use crate::entity::feature::{Features, REACH};
use crate::entity::label::Label;
use crate::entity::mention::EntityKind;
use crate::entity::model::{LANES, Model, Scores};
use crate::entity::viterbi::Transitions;
use crate::text::document::Document;

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
pub fn labels(grammar: &Grammar, document: &Document) -> Vec<Label> {
    let features = Features::new(grammar, document, 0);
    let model = &grammar.model;
    let transitions = Transitions::new(model);
    let mut looks = LookScores { features: &features, model, row: vec![u32::MAX; features.looks()], sums: Vec::new() };
    let mut labels = Vec::with_capacity(document.tokens().len());
    for sentence in document.sentences() {
        let range = &sentence.tokens;
        let mut scores = vec![[0; LANES]; range.len()];
        for (at, token) in range.clone().enumerate() {
            features.of_place(token, range, &mut |feature| model.add(feature, &mut scores[at]));
            let sums = looks.of(token);
            for (offset, sum) in sums.iter().enumerate() {
                // The token sees its neighbour at `offset - REACH`; so the neighbour `REACH - offset` away sees it.
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
pub fn names(labels: &[Label]) -> Vec<Name> {
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
