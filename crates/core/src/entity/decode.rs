//! The names that the model sees: features are added up, the best labels taken.

use std::collections::HashMap;
use std::ops::Range;

use silang_fast::lanes::{self, LANES, Scores};

use crate::entity::case::CASES;
use crate::entity::feature::{Features, LookSink, PlaceSink};
use crate::entity::group::{Kind, OFFSETS, REACH};
use crate::entity::hash::Hash;
use crate::entity::margin::Labelled;
use crate::entity::model::Model;
use crate::entity::recognise::Name;
use crate::entity::sums::Wide;
use crate::entity::viterbi::Trellis;
use crate::text::document::Document;
use crate::text::word_map::WordState;

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

/// What words say at each offset, kept from article to article: most words of an article stood in others before.
///
/// It holds nothing that an article makes, so what is found does not depend on what was read before. It belongs to one
/// model.
#[derive(Clone, Debug, Default)]
pub struct WordSums {
    /// By folded word, for each case one past its row, or 0.
    rows: HashMap<Box<str>, [u16; CASES], WordState>,
    sums: Vec<Wide>,
}

impl WordSums {
    /// Rows that are kept, at most (of 160 bytes): all are dropped before there are more.
    const MOST: usize = 12_000;

    /// The sums of a word in a case, made by `make` when they are not known yet.
    fn of(&mut self, (word, case): (&str, usize), make: impl FnOnce() -> Wide) -> Wide {
        let known = self.rows.get(word).map_or(0, |rows| rows[case]);
        if let Some(sums) = usize::from(known).checked_sub(1).and_then(|row| self.sums.get(row)) {
            return *sums;
        }
        if self.sums.len() >= Self::MOST {
            self.rows.clear();
            self.sums.clear();
        }
        let sums = make();
        self.sums.push(sums);
        self.rows.entry(word.into()).or_insert([0; CASES])[case] = self.sums.len() as u16;
        sums
    }
}

/// Sums of weights of the looks of a document, made when first asked for.
struct LookScores<'a> {
    features: &'a Features<'a>,
    model: &'a Model,
    words: &'a mut WordSums,
    row: Vec<u32>,
    sums: Vec<Wide>,
}

impl<'a> LookScores<'a> {
    fn new(features: &'a Features<'a>, model: &'a Model, words: &'a mut WordSums) -> Self {
        let sums = Vec::with_capacity(features.looks() / CASES);
        Self { features, model, words, row: vec![u32::MAX; features.looks()], sums }
    }

    fn of(&mut self, token: usize) -> &Wide {
        let look = self.features.look(token);
        if self.row[look.0] == u32::MAX {
            let (features, model) = (self.features, self.model);
            let adder = |sums| LookAdder { model, sums };
            let sums = self.words.of(features.word_of(look), || {
                let mut word = adder([[0; LANES]; OFFSETS]);
                features.of_word(look, &mut word);
                word.sums
            });
            let mut here = adder(sums);
            features.of_evidence(look, &mut here);
            self.row[look.0] = self.sums.len() as u32;
            self.sums.push(here.sums);
        }
        &self.sums[self.row[look.0] as usize]
    }
}

/// The names of a document, in order, by the model alone.
pub fn names(features: &Features, model: &Model, document: &Document, words: &mut WordSums) -> Vec<Name> {
    let mut looks = LookScores::new(features, model, words);
    let (mut names, mut scores, mut labels, mut trellis) = (Vec::new(), Vec::new(), Vec::new(), Trellis::default());
    for sentence in document.sentences() {
        scores.clear();
        scores.resize(sentence.tokens.len(), [0; LANES]);
        score(&mut looks, document, &sentence.tokens, &mut scores);
        labels.clear();
        model.transitions().decode(&scores, &mut trellis, &mut labels);
        let labelled = Labelled { transitions: model.transitions(), scores: &scores, labels: &labels };
        names.extend(spelled(&labelled).map(|name| Name {
            start: sentence.tokens.start + name.start,
            end: sentence.tokens.start + name.end,
            ..name
        }));
    }
    names
}

/// How far from the nearest word that looks like a name a token may belong to it.
const FAR: usize = 2;

/// The scores of a token that belongs to no name.
const OUTSIDE: Scores = {
    let mut scores = [0; LANES];
    scores[0] = 8_000;
    scores
};

/// Which tokens of a sentence may belong to a name: those near to a capital, a known name or an address, and what is
/// joined to them.
fn may_be_named(features: &Features, document: &Document, sentence: &Range<usize>) -> Vec<bool> {
    let (first, mut may) = (sentence.start, vec![false; sentence.len()]);
    for token in sentence.clone().filter(|&token| features.looks_like_a_name(token)) {
        let near = (token - first).saturating_sub(FAR)..(token - first + FAR + 1).min(may.len());
        may[near].fill(true);
    }
    for at in 1..may.len() {
        may[at] |= may[at - 1] && document.tokens()[first + at].joined;
    }
    may
}

/// Adds what everything speaks for the labels of a sentence's tokens. Those far from all that looks like a name are
/// none, so nothing is asked of them: almost half of a text.
fn score(looks: &mut LookScores, document: &Document, sentence: &Range<usize>, scores: &mut [Scores]) {
    let features = looks.features;
    let may = may_be_named(features, document, sentence);
    for (at, token) in sentence.clone().enumerate() {
        if may[at] {
            features.of_place(token, sentence, &mut PlaceAdder { model: looks.model, scores: &mut scores[at] });
        } else {
            scores[at] = OUTSIDE;
        }
        let seers = at.saturating_sub(REACH)..(at + REACH + 1).min(may.len());
        if may[seers.clone()].contains(&true) {
            let sums = looks.of(token);
            // The word at `offset` from its seer: so the seer stands `REACH - offset` after the word.
            seers.filter(|&seer| may[seer]).for_each(|seer| lanes::add(&mut scores[seer], &sums[at + REACH - seer]));
        }
    }
}

/// The names that the labels of a sentence spell, counted from its first token.
fn spelled(labelled: &Labelled) -> impl Iterator<Item = Name> {
    let mut start = 0;
    labelled.labels.iter().enumerate().filter_map(move |(at, label)| {
        if !label.continues() {
            start = at;
        }
        let kind = label.kind().filter(|_| !label.is_open())?;
        let margin = labelled.margin(&(start..at + 1), kind);
        Some(Name { start, end: at + 1, kind, rule: "model", margin })
    })
}
