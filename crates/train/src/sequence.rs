//! From marked texts to numbered features and labels, by the core's own feature code.

use std::collections::HashMap;
use std::ops::Range;

use silang_core::Span;
use silang_core::entity::Grammar;
use silang_core::entity::case::Case;
use silang_core::entity::feature::Features;
use silang_core::entity::group::{Feature, REACH};
use silang_core::entity::hash::{Hash, KEY_BITS, key};
use silang_core::entity::label::{LABELS, Label, of_name};
use silang_core::entity::lexicon::Cues;
use silang_core::entity::memory::WordMemory;
use silang_core::entity::sink::Each;
use silang_core::text::document::Document;
use silang_core::text::token::TokenKind;

use crate::marked::Marked;

/// The tokens of a sentence: features of each (as numbers) and labels.
#[derive(Clone, Debug, Default)]
pub struct Sequence {
    /// Where each token's features begin in `features`, and the end.
    pub bounds: Vec<u32>,
    /// Numbers of features.
    pub features: Vec<u32>,
    /// The right labels.
    pub labels: Vec<Label>,
    /// How much the sentence counts.
    pub weight: f32,
}

/// The features seen in training with the labels they were seen with.
#[derive(Debug, Default)]
pub struct Alphabet {
    numbers: HashMap<u32, u32>,
    /// The number by which each feature is known.
    pub keys: Vec<u32>,
    /// How often each feature was seen.
    pub counts: Vec<u32>,
    /// Which labels each feature was seen with, as a set.
    pub labels: Vec<u16>,
    /// Whether each feature can occur outside training: those that tell other conventions apart cannot.
    pub lasting: Vec<bool>,
}

/// Bits of a slot in the number of a feature.
const SLOT_BITS: u32 = u32::BITS - KEY_BITS;

/// What a feature is known by: the key of its hash and its slot.
fn number(feature: Feature) -> u32 {
    key(feature.hash) << SLOT_BITS | feature.slot as u32
}

/// The key and slot of a feature's number.
pub fn slot_of(number: u32) -> (u32, usize) {
    (number >> SLOT_BITS, (number & ((1 << SLOT_BITS) - 1)) as usize)
}

impl Alphabet {
    /// The number of a feature, which may be new.
    fn number(&mut self, key: u32) -> u32 {
        let next = self.keys.len() as u32;
        let number = *self.numbers.entry(key).or_insert(next);
        if number == next {
            self.keys.push(key);
            self.counts.push(0);
            self.labels.push(0);
            self.lasting.push(false);
        }
        number
    }

    fn see(&mut self, number: u32, label: Label) -> u32 {
        self.counts[number as usize] += 1;
        self.labels[number as usize] |= 1 << label.index();
        number
    }
}

/// The labels of a document's tokens according to its marks.
pub fn labels(document: &Document, marked: &Marked) -> Vec<Label> {
    let mut labels = vec![Label::OUTSIDE; document.tokens().len()];
    for mark in &marked.marks {
        let tokens = document.tokens_in(mark.span);
        let fits = document.span_of(tokens.clone()) == mark.span;
        if fits {
            labels[tokens.clone()].iter_mut().zip(of_name(mark.kind, tokens.len())).for_each(|(to, label)| *to = label);
        }
    }
    labels
}

/// The words that are always written with a capital and are no heads, titles or words that are also written small:
/// names, and what looks like them.
fn forgettable(grammar: &Grammar, document: &Document, cases: &[Case]) -> Vec<bool> {
    let cues = Cues(!(Cues::GIVEN.0 | Cues::FAMILY.0 | Cues::FOREIGN_GIVEN.0 | Cues::FOREIGN_FAMILY.0));
    let mut unknown = vec![false; document.words().len()];
    let mut common = vec![false; document.words().len()];
    for (token, case) in document.tokens().iter().zip(cases) {
        let word = document.folded(token);
        let small = matches!(grammar.words.facts(Hash::default().text(word), false).capital, 1..=3);
        let cue = grammar.lexicon.cues(word).0 & cues.0 != 0;
        let index = token.word.index();
        unknown[index] |= case.is_capital() && token.kind == TokenKind::Word;
        common[index] |= *case == Case::Small || small || cue;
    }
    unknown.iter().zip(common).map(|(unknown, common)| *unknown && !common).collect()
}

/// Emits the features of a token of a sentence.
fn each_feature(features: &Features, token: usize, sentence: &Range<usize>, emit: &mut impl FnMut(Feature)) {
    features.of_place(token, sentence, &mut Each { offset: REACH, emit: &mut *emit });
    for offset in 0..=2 * REACH {
        let Some(seen) = (token + offset).checked_sub(REACH) else { continue };
        if sentence.contains(&seen) {
            features.of_look(features.look(seen), &mut Each { offset, emit: &mut *emit });
        }
    }
}

/// Notes the features that a text has when it is read as one of ours.
fn register(grammar: &Grammar, document: &Document, alphabet: &mut Alphabet) {
    let features = Features::new(grammar, document, 0, &mut WordMemory::default());
    for sentence in document.sentences() {
        for token in sentence.tokens.clone() {
            each_feature(&features, token, &sentence.tokens, &mut |feature| {
                let number = alphabet.number(number(feature));
                alphabet.lasting[number as usize] = true;
            });
        }
    }
}

/// Cuts a marked text into sequences; sentences in furniture are left out. With `forget` its names and
/// what looks like them are unknown words, and only features are kept that a reading without `forget`, which must come before, has seen: what
/// a word of tomorrow is like is not learned by heart.
pub fn sequences(
    grammar: &Grammar,
    text: &silang_core::text::document::Grammar,
    marked: &Marked,
    weight: f32,
    forget: bool,
    alphabet: &mut Alphabet,
) -> Vec<Sequence> {
    let document = Document::new(text, &marked.text);
    let labels = labels(&document, marked);
    let mut features = Features::new(grammar, &document, marked.domain, &mut WordMemory::default());
    if forget {
        let salt = alphabet.keys.len() as u32;
        features.forget(&forgettable(grammar, &document, features.cases()), salt);
    } else {
        register(grammar, &document, alphabet);
    }
    let mut sequences = Vec::new();
    for sentence in document.sentences() {
        let in_wall = |wall: &Span| wall.overlaps(sentence.span);
        let labels = labels[sentence.tokens.clone()].to_vec();
        let closed = labels.last().is_none_or(|l| !l.is_open()) && labels.first().is_none_or(|l| !l.continues());
        if marked.walls.iter().any(in_wall) || !closed {
            continue;
        }
        let mut sequence = Sequence { bounds: vec![0], labels, weight, ..Sequence::default() };
        for (at, token) in sentence.tokens.clone().enumerate() {
            let label = sequence.labels[at];
            each_feature(&features, token, &sentence.tokens, &mut |feature| {
                let key = number(feature);
                let number = if forget { alphabet.numbers.get(&key).copied() } else { Some(alphabet.number(key)) };
                sequence.features.extend(number.map(|number| alphabet.see(number, label)));
            });
            sequence.bounds.push(sequence.features.len() as u32);
        }
        sequences.push(sequence);
    }
    sequences
}

/// Where the weights of each feature begin among the parameters, and which labels have one.
#[derive(Debug)]
pub struct Parameters {
    /// First parameter of each feature; one more entry for the end.
    pub first: Vec<u32>,
    /// Labels with a weight, as a list for each feature.
    pub labels: Vec<u8>,
}

impl Parameters {
    /// Weights for features seen at least `least` times: for the labels they were seen with, and
    /// for all labels if seen `often`.
    pub fn new(alphabet: &Alphabet, least: u32, often: u32) -> Self {
        let mut made = Self { first: vec![0], labels: Vec::new() };
        for (&count, &mask) in alphabet.counts.iter().zip(&alphabet.labels) {
            let mask = if count >= often { u16::MAX } else { mask };
            if count >= least {
                made.labels.extend((0..LABELS as u8).filter(|label| mask >> label & 1 == 1));
            }
            made.first.push(made.labels.len() as u32);
        }
        made
    }

    /// Number of weights of features.
    pub fn len(&self) -> usize {
        self.labels.len()
    }
}
