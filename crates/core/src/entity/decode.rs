//! The names that the model sees: features are added up, the best labels taken.

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
use crate::text::vocabulary::Vocabulary;

/// Adds up what the features of a token's place speak for each label.
struct PlaceAdder<'a> {
    model: &'a Model,
    scores: &'a mut Scores,
}

impl PlaceSink for PlaceAdder<'_> {
    #[inline]
    fn features(&mut self, features: &[Hash]) {
        self.model.add(features, self.scores);
    }

    #[inline]
    fn kinds(&mut self, kinds: &[(Kind, u32)]) {
        self.model.add_narrow(kinds, self.scores);
    }
}

/// Adds up what the features of a word speak for each label at each offset.
struct LookAdder<'a> {
    model: &'a Model,
    sums: &'a mut Wide,
}

impl LookSink for LookAdder<'_> {
    #[inline]
    fn features(&mut self, offset: usize, features: &[Hash]) {
        self.model.add(features, &mut self.sums[offset]);
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

/// What words say at each offset, kept from article to article: most words of an article stood in others before.
///
/// It holds nothing that an article makes, so what is found does not depend on what was read before. It belongs to one
/// model.
#[derive(Clone, Debug, Default)]
pub struct WordSums {
    words: Vocabulary,
    /// By word, for each case one past its row, or 0.
    rows: Vec<[u16; CASES]>,
    sums: Vec<Wide>,
}

impl WordSums {
    /// Rows that are kept, at most (of 160 bytes): all are dropped before there are more.
    const MOST: usize = 12_000;

    /// The sums of a folded word with that hash in a case, made by `make` when they are not known yet.
    fn of(&mut self, (word, hash, case): (&str, Hash, usize), make: impl FnOnce(&mut Wide)) -> &Wide {
        if self.sums.len() >= Self::MOST {
            *self = Self::default();
        }
        let word = self.words.number(word, hash.0).index();
        if word == self.rows.len() {
            self.rows.push([0; CASES]);
        }
        if self.rows[word][case] == 0 {
            let mut sums = NOTHING;
            make(&mut sums);
            self.sums.push(sums);
            self.rows[word][case] = self.sums.len() as u16;
        }
        &self.sums[usize::from(self.rows[word][case]) - 1]
    }
}

/// The sums of no features.
const NOTHING: Wide = [[0; LANES]; OFFSETS];

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

    /// The row of a token's sums.
    fn of(&mut self, token: usize) -> u32 {
        let look = self.features.look(token);
        if self.row[look.0] == u32::MAX {
            let (features, model) = (self.features, self.model);
            let make = |sums: &mut Wide| features.of_word(look, &mut LookAdder { model, sums });
            let mut sums = *self.words.of(features.word_of(look), make);
            features.of_evidence(look, &mut LookAdder { model, sums: &mut sums });
            self.row[look.0] = self.sums.len() as u32;
            self.sums.push(sums);
        }
        self.row[look.0]
    }
}

/// The names of a document, in order, by the model alone.
pub fn names(features: &Features, model: &Model, document: &Document, words: &mut WordSums) -> Vec<Name> {
    let mut scorer = Scorer::new(LookScores::new(features, model, words), document);
    let (mut names, mut scores, mut labels, mut trellis) = (Vec::new(), Vec::new(), Vec::new(), Trellis::default());
    for sentence in document.sentences() {
        scores.clear();
        scores.resize(sentence.tokens.len(), [0; LANES]);
        scorer.score(&sentence.tokens, &mut scores);
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

    /// Tells which tokens of a sentence may belong to a name: those near to a capital, a known name or an address, and
    /// what is joined to them.
    fn tell_who_may(&mut self, sentence: &Range<usize>) {
        let first = sentence.start;
        self.may.clear();
        self.may.resize(sentence.len(), false);
        for token in sentence.clone().filter(|&token| self.looks.features.looks_like_a_name(token)) {
            let near = (token - first).saturating_sub(FAR)..(token - first + FAR + 1).min(sentence.len());
            self.may[near].fill(true);
        }
        for at in 1..sentence.len() {
            self.may[at] |= self.may[at - 1] && self.document.tokens()[first + at].joined;
        }
    }

    /// Finds the rows of all tokens of a sentence that one which may belong to a name looks at.
    fn find_rows(&mut self, sentence: &Range<usize>) {
        self.rows.clear();
        for (at, token) in sentence.clone().enumerate() {
            let is_seen = self.may[around(at, sentence.len())].contains(&true);
            self.rows.push(if is_seen { self.looks.of(token) } else { 0 });
        }
    }

    /// Adds the scores of a sentence's tokens. Those far from all that looks like a name are none, so nothing is asked
    /// of them: almost half of a text.
    fn score(&mut self, sentence: &Range<usize>, scores: &mut [Scores]) {
        self.tell_who_may(sentence);
        self.find_rows(sentence);
        let LookScores { features, model, .. } = self.looks;
        for ((at, token), scores) in sentence.clone().enumerate().zip(scores) {
            if !self.may[at] {
                *scores = OUTSIDE;
                continue;
            }
            features.of_place(token, sentence, &mut PlaceAdder { model, scores });
            let mut rows = [0; OFFSETS];
            let seen = around(at, sentence.len());
            // The row of the word at `seen` for a token that stands `REACH - offset` after it.
            let row = |seen: usize| self.rows[seen] * OFFSETS as u32 + (seen + REACH - at) as u32;
            rows.iter_mut().zip(seen.clone()).for_each(|(to, seen)| *to = row(seen));
            lanes::add_rows(scores, self.looks.sums.as_flattened(), &rows[..seen.len()]);
        }
    }
}

/// The tokens that one looks at, in a sentence of so many.
fn around(at: usize, count: usize) -> Range<usize> {
    at.saturating_sub(REACH)..(at + REACH + 1).min(count)
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
