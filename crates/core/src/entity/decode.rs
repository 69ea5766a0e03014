//! The names that the model sees: features are added up, the best labels taken.

use std::ops::Range;

use silang_fast::lanes::{self, LANES, Rows, Scores, Sum};

use crate::entity::affix;
use crate::entity::case::CASES;
use crate::entity::feature::{Features, Look};
use crate::entity::group::{self, Feature, Kind, OFFSETS, REACH};
use crate::entity::hash::Hash;
use crate::entity::margin::Labelled;
use crate::entity::memory::{Part, WordMemory};
use crate::entity::model::Model;
use crate::entity::recognise::Name;
use crate::entity::sink::{Beside, LookSink, PlaceSink};
use crate::entity::sums::Wide;
use crate::entity::viterbi::{OUTSIDE, Trellis};
use crate::text::document::Document;

/// Adds up what the features of a token's place speak for each label.
struct PlaceAdder<'a> {
    model: &'a Model,
    sum: &'a mut Sum,
}

impl PlaceSink for PlaceAdder<'_> {
    #[inline]
    fn features(&mut self, features: &[Feature]) {
        self.model.add(features, self.sum);
    }

    #[inline]
    fn kinds(&mut self, kinds: &[(Kind, u32)]) {
        self.model.add_narrow(kinds, self.sum);
    }

    #[inline]
    fn beside(&mut self, before: &Beside, after: &Beside, case: usize) {
        let rows = |beside: &Beside| beside.rows.unwrap_or(self.model.nobody());
        self.model.add_rows(&[(rows(before), group::before(case)), (rows(after), group::after(case))], self.sum);
    }
}

/// Adds up what the features of a word speak for each label at each offset.
struct LookAdder<'a> {
    model: &'a Model,
    /// Of the word.
    rows: Rows,
    sums: &'a mut Wide,
}

impl LookSink for LookAdder<'_> {
    #[inline]
    fn word(&mut self, _: Hash, case: usize) {
        self.model.add_each(self.rows, 0, self.sums);
        self.model.add_each(self.rows, group::in_case(case), self.sums);
    }

    #[inline]
    fn value(&mut self, hash: Hash, slot: usize, reach: usize) {
        let near = REACH - reach..=REACH + reach;
        self.model.add_each(self.model.rows(hash), slot + near.start(), &mut self.sums[near]);
    }

    #[inline]
    fn kind(&mut self, kind: Kind, value: u32) {
        if kind.is_wide() {
            self.model.add_wide(kind, value, self.sums);
        } else {
            self.model.add_narrow(&[(kind, value)], &mut self.sums[REACH]);
        }
    }
}

/// Sums of weights of the looks of a document, made when first asked for.
struct LookScores<'a> {
    features: &'a Features<'a>,
    model: &'a Model,
    words: &'a mut WordMemory,
    /// By look.
    row: Vec<u32>,
    sums: Vec<Wide>,
    /// What each row is made of.
    much: Vec<Part>,
}

impl<'a> LookScores<'a> {
    fn new(features: &'a Features<'a>, model: &'a Model, words: &'a mut WordMemory) -> Self {
        let count = features.looks() / CASES;
        let (sums, much) = (Vec::with_capacity(count), Vec::with_capacity(count));
        Self { features, model, words, row: vec![u32::MAX; features.looks()], sums, much }
    }

    /// The row of a token's sums, with at least that much in it.
    fn of(&mut self, token: usize, much: Part) -> u32 {
        let look = self.features.look(token);
        let row = self.row[look.0] as usize;
        if self.much.get(row).is_none_or(|has| *has < much) {
            self.row[look.0] = self.sums.len() as u32;
            self.sum(look, much);
            self.much.push(much);
        }
        self.row[look.0]
    }

    /// Adds a row with what a look says at each offset.
    fn sum(&mut self, look: Look, much: Part) {
        let (features, model) = (self.features, self.model);
        let (word, rows, case) = features.word_of(look);
        let known = self.words.sums(word, case, much, |part, sums| {
            let mut adder = LookAdder { model, rows, sums };
            match part {
                Part::Word => features.of_word(look, &mut adder),
                Part::Letters => features.of_letters(look, &mut adder),
            }
        });
        self.sums.push(*known);
        if let Some(sums) = self.sums.last_mut() {
            features.of_evidence(look, &mut LookAdder { model, rows, sums });
        }
    }
}

/// The names of a document, in order, by the model alone.
pub fn names(features: &Features, model: &Model, document: &Document, words: &mut WordMemory) -> Vec<Name> {
    let mut adder = Scorer::new(LookScores::new(features, model, words), document);
    let (mut names, mut scores, mut labels, mut trellis) = (Vec::new(), Vec::new(), Vec::new(), Trellis::default());
    for sentence in document.sentences() {
        scores.clear();
        scores.resize(sentence.tokens.len(), [0; LANES]);
        if !adder.score(&sentence.tokens, &mut scores) {
            continue;
        }
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

/// Adds up what everything speaks for the labels of a sentence's tokens; used again from sentence to sentence.
struct Scorer<'a> {
    looks: LookScores<'a>,
    document: &'a Document,
    /// Which tokens may belong to a name.
    may: Vec<bool>,
    /// The rows of the sums of those tokens and of the ones that they look at.
    rows: Vec<u32>,
}

impl<'a> Scorer<'a> {
    fn new(looks: LookScores<'a>, document: &'a Document) -> Self {
        Self { looks, document, may: Vec::new(), rows: Vec::new() }
    }

    /// Tells which tokens of a sentence may belong to a name: those that look like one, with what they are joined to, the
    /// ones right beside, and what is joined to all of these.
    fn tell_who_may(&mut self, sentence: &Range<usize>) {
        let (features, tokens) = (self.looks.features, &self.document.tokens()[sentence.clone()]);
        self.may.clear();
        self.may.extend(sentence.clone().map(|token| features.looks_like_a_name(token)));
        let joined = |at: &usize| tokens[*at].joined;
        (1..tokens.len()).rev().filter(joined).for_each(|at| self.may[at - 1] |= self.may[at]);
        let mut before = false;
        for at in 0..tokens.len() {
            let (own, after) = (self.may[at], self.may.get(at + 1).copied().unwrap_or(false));
            self.may[at] |= before || after;
            before = own;
        }
        (1..tokens.len()).filter(joined).for_each(|at| self.may[at] |= self.may[at - 1]);
    }

    /// Finds the rows of all tokens of a sentence that one which may belong to a name looks at.
    fn find_rows(&mut self, sentence: &Range<usize>) {
        self.rows.clear();
        for (at, token) in sentence.clone().enumerate() {
            let is_seen_from = |reach| self.may[around(at, reach, sentence.len())].contains(&true);
            let much = if is_seen_from(affix::REACH) { Part::Letters } else { Part::Word };
            self.rows.push(if is_seen_from(REACH) { self.looks.of(token, much) } else { 0 });
        }
    }

    /// Adds the scores of a sentence's tokens. Those far from all that looks like a name are none, so nothing is asked
    /// of them: almost half of a text. Whether any token may belong to a name.
    fn score(&mut self, sentence: &Range<usize>, scores: &mut [Scores]) -> bool {
        self.tell_who_may(sentence);
        if !self.may.contains(&true) {
            return false;
        }
        self.find_rows(sentence);
        let LookScores { features, model, .. } = self.looks;
        for ((at, token), scores) in sentence.clone().enumerate().zip(scores) {
            if !self.may[at] {
                *scores = OUTSIDE;
                continue;
            }
            let mut sum = Sum::default();
            features.of_place(token, sentence, &mut PlaceAdder { model, sum: &mut sum });
            let mut rows = [0; OFFSETS];
            let seen = around(at, REACH, sentence.len());
            // The row of the word at `seen` for a token that stands `REACH - offset` after it.
            let row = |seen: usize| self.rows[seen] * OFFSETS as u32 + (seen + REACH - at) as u32;
            rows.iter_mut().zip(seen.clone()).for_each(|(to, seen)| *to = row(seen));
            lanes::add_rows(&mut sum, self.looks.sums.as_flattened(), &rows[..seen.len()]);
            *scores = sum.scores();
        }
        true
    }
}

/// The tokens up to `reach` away from one, in a sentence of so many.
fn around(at: usize, reach: usize, count: usize) -> Range<usize> {
    at.saturating_sub(reach)..(at + reach + 1).min(count)
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
