//! Features of tokens: the one piece of code that both training and recognising use.
//!
//! A feature is a hash. Features of a word (its letters, class, cues) are asked for once for each
//! distinct word and writing and each offset from the token; features of a place in the text
//! (order, neighbours, line) for each token.

use crate::entity::Grammar;
use crate::entity::case::{CASES, Case};
use crate::entity::evidence::{self, Evidence, Seen};
use crate::entity::glue;
use crate::entity::hash::Hash;
use crate::entity::label::Label;
use crate::entity::lexicon::Cues;
use crate::entity::wordlist::WordFacts;
use crate::text::document::Document;
use crate::text::token::Token;

/// Offsets from a token at which words are looked at: this far to both sides.
pub const REACH: usize = 2;

/// A distinct word in one writing.
#[derive(Clone, Debug)]
struct Word<'a> {
    letters: &'a str,
    hash: Hash,
    cues: Cues,
    small: WordFacts,
    capital: WordFacts,
    evidence: Evidence,
}

/// A document made ready for asking for features.
#[derive(Debug)]
pub struct Features<'a> {
    document: &'a Document,
    words: Vec<Word<'a>>,
    cases: Vec<Case>,
    cuts: Vec<Option<usize>>,
    known: Vec<Label>,
    lines: Vec<u8>,
    domain: u32,
}

/// A distinct word in one writing, as a number below [`Features::looks`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look(pub usize);

impl<'a> Features<'a> {
    /// Reads a document. `domain` tells differing conventions of training texts apart; 0 is ours.
    pub fn new(grammar: &Grammar, document: &'a Document, domain: u32) -> Self {
        let cases: Vec<Case> = document.tokens().iter().map(|t| Case::of(document.slice(t.span))).collect();
        let glued = glue::cuts(grammar, document, &cases);
        let letters: Vec<&str> = (document.words().words().iter().zip(&glued))
            .map(|(word, cut)| cut.and_then(|end| word.get(..end)).unwrap_or(word))
            .collect();
        let hashes: Vec<Hash> = letters.iter().map(|word| Hash::default().text(word)).collect();
        let cues: Vec<Cues> = letters.iter().map(|word| grammar.lexicon.cues(word)).collect();
        let seen: Vec<Seen> = (document.tokens().iter().zip(&cases))
            .map(|(token, &case)| Seen { word: token.word.index(), case, cues: cues[token.word.index()] })
            .collect();
        let evidence = evidence::collect(document, &seen);
        let known = grammar.gazetteer.labels(document, &hashes);
        let words = letters.iter().zip(hashes.iter().zip(&cues)).zip(&evidence);
        let words = words.map(|((&letters, (&hash, &cues)), &evidence)| Word {
            letters,
            hash,
            cues,
            small: grammar.words.facts(hash, false),
            capital: grammar.words.facts(hash, true),
            evidence,
        });
        Self { document, words: words.collect(), cases, cuts: glued, known, lines: lines(document), domain }
    }

    /// Makes the words with `unknown` set look as if they had never been seen before (for training: names
    /// of tomorrow are unknown). `salt` keeps them apart from all others.
    pub fn forget(&mut self, unknown: &[bool], salt: u32) {
        for (word, _) in self.words.iter_mut().zip(unknown).filter(|(_, unknown)| **unknown) {
            word.hash = word.hash.number(salt);
            word.cues = Cues::default();
            word.small = WordFacts::default();
            word.capital = WordFacts::default();
        }
        for (label, token) in self.known.iter_mut().zip(self.document.tokens()) {
            if unknown.get(token.word.index()).copied().unwrap_or(false) {
                *label = Label::OUTSIDE;
            }
        }
    }

    /// Where the name ends in a token to which a word is glued.
    pub fn glued(&self, token: &Token) -> Option<usize> {
        self.cuts.get(token.word.index()).copied().flatten().map(|length| token.span.start() + length)
    }

    /// Number of distinct looks.
    pub fn looks(&self) -> usize {
        self.words.len() * CASES
    }

    /// The look of a token.
    pub fn look(&self, token: usize) -> Look {
        Look(self.document.tokens()[token].word.index() * CASES + self.cases[token] as usize)
    }

    /// Emits the features of a look for a token at `offset` (0 to 4, where 2 is the token itself).
    pub fn of_look(&self, look: Look, offset: usize, emit: &mut impl FnMut(Hash)) {
        let (index, case) = (look.0 / CASES, look.0 % CASES);
        let word = &self.words[index];
        let letters = word.letters;
        let base = Hash::default().number(offset as u32 + 1);
        let mut put = |template: u32, value: u32| emit(base.number(template).number(value));
        let capital = case != Case::Small as usize;
        let facts = if capital { word.capital } else { word.small };
        let case = case as u32;
        put(1, case);
        put(2, word.hash.0);
        put(3, word.hash.number(case).0);
        put(4, u32::from(facts.fine) << 1 | u32::from(capital));
        put(5, u32::from(facts.coarse) << 3 | case);
        for bit in (0..Cues::COUNT).filter(|bit| word.cues.0 >> bit & 1 == 1) {
            put(6, bit << 1 | u32::from(capital));
        }
        put(7, u32::from(facts.capital) << 3 | case);
        if offset.abs_diff(REACH) > 1 {
            return;
        }
        if capital {
            for bit in (0..Evidence::COUNT).filter(|bit| word.evidence.0 >> bit & 1 == 1) {
                put(8, bit);
            }
        }
        let capital = u32::from(capital);
        let small = offset != REACH;
        affixes(letters, small, &mut |template, hash| put(template, hash.number(capital).0));
        if small {
            return;
        }
        put(9, (letters.chars().count().min(8) as u32) << 3 | case);
        if capital == 1 {
            put(10, word.evidence.0 & 0x3ff);
            put(11, u32::from(word.evidence.0 & Evidence::SMALL > 0) << 8 | u32::from(facts.capital) << 3 | case);
        }
        if case == Case::Capitals as u32 {
            let vowels = letters.bytes().filter(|b| b"aeiou".contains(b)).count() as u32;
            put(12, vowels.min(3) << 4 | letters.len().min(12) as u32);
        }
        if self.domain > 0 {
            put(13, self.domain << 8 | case);
            put(14, Hash(word.hash.0).number(self.domain).0);
            put(15, (self.domain << 8 | u32::from(facts.coarse)) << 3 | case);
        }
    }

    /// Emits the features of a token's place.
    pub fn of_place(&self, token: usize, sentence: &std::ops::Range<usize>, emit: &mut impl FnMut(Hash)) {
        let base = Hash::default();
        let mut put = |template: u32, value: u32| emit(base.number(template).number(value));
        let near = |offset: isize| {
            let at = token.checked_add_signed(offset)?;
            sentence.contains(&at).then_some(at)
        };
        let case = |offset| near(offset).map_or(7, |at| self.cases[at] as u32);
        let coarse = |offset| near(offset).map_or(255, |at| u32::from(self.facts(at).coarse));
        let hash = |offset| near(offset).map_or(1, |at| self.word(at).hash.0);
        let cues = |offset| near(offset).map_or(0, |at| self.word(at).cues.0);
        let (c2, c1, c0, d1, d2) = (case(-2), case(-1), case(0), case(1), case(2));
        put(30, c1 << 3 | c0);
        put(31, c0 << 3 | d1);
        put(32, c1 << 6 | c0 << 3 | d1);
        put(33, (c2 << 12 | c1 << 9 | c0 << 6) | d1 << 3 | d2);
        put(34, coarse(-1) << 3 | c0);
        put(35, coarse(1) << 3 | c0);
        put(36, coarse(-1) << 8 | coarse(0));
        put(37, coarse(0) << 8 | coarse(1));
        put(38, Hash(hash(-1)).number(c0).0);
        put(39, Hash(hash(1)).number(c0).0);
        put(40, Hash(hash(-1)).number(hash(0)).0);
        put(41, Hash(hash(0)).number(hash(1)).0);
        put(42, Hash(hash(-2)).number(hash(-1)).number(c0).0);
        put(43, Hash(cues(-1)).number(cues(0)).number(c0).0);
        let line = u32::from(self.lines[token]);
        put(44, line << 3 | c0);
        put(45, line << 6 | c1 << 3 | c0);
        let joined = |offset| near(offset).is_some_and(|at| self.document.tokens()[at].joined);
        put(46, u32::from(joined(0)) << 7 | u32::from(joined(1)) << 6 | c1 << 3 | c0);
        put(47, u32::from(self.known[token].0) << 3 | c0);
        put(48, near(1).map_or(99, |at| u32::from(self.known[at].0)) << 3 | c0);
        put(49, near(-1).map_or(99, |at| u32::from(self.known[at].0)) << 3 | c0);
        let first = token == sentence.start || token == sentence.start + 1 && c1 == Case::Sign as u32;
        put(50, u32::from(first) << 6 | u32::from(self.facts(token).capital) << 3 | c0);
        if c0 != Case::Small as u32 && c0 != Case::Sign as u32 {
            put(51, self.head_before(token, sentence));
        }
    }

    fn word(&self, token: usize) -> &Word<'a> {
        &self.words[self.document.tokens()[token].word.index()]
    }

    fn facts(&self, token: usize) -> WordFacts {
        let word = self.word(token);
        if self.cases[token] == Case::Small { word.small } else { word.capital }
    }

    /// The cues of the nearest word before the run of capitals and of the run's first word, and how far.
    fn head_before(&self, token: usize, sentence: &std::ops::Range<usize>) -> u32 {
        let earliest = token.saturating_sub(6).max(sentence.start);
        let mut first = token;
        while first > earliest && self.cases[first - 1].is_capital() {
            first -= 1;
        }
        let opener = if first == token { 0 } else { self.word(first).cues.0 };
        let before = if first > sentence.start { self.word(first - 1).cues.0 } else { 1 << 20 };
        Hash(opener).number(before).number((token - first).min(3) as u32).0
    }
}

/// Emits hashes of the first and last letters: up to 4 of the token itself, 3 of its neighbours.
fn affixes(letters: &str, neighbour: bool, emit: &mut impl FnMut(u32, Hash)) {
    let (shortest, longest) = if neighbour { (3, 3) } else { (1, 4) };
    let mut hash = Hash::default();
    for (at, c) in letters.chars().enumerate().take(longest) {
        hash = hash.number(u32::from(c));
        if at + 1 >= shortest {
            emit(20 + at as u32, hash);
        }
    }
    hash = Hash::default();
    for (at, c) in letters.chars().rev().enumerate().take(longest) {
        hash = hash.number(u32::from(c));
        if at + 1 >= shortest {
            emit(24 + at as u32, hash);
        }
    }
}

/// What kind of line each token stands in: headline, title-cased or capital line, line of the opening, body.
fn lines(document: &Document) -> Vec<u8> {
    let mut lines = vec![0; document.tokens().len()];
    for (number, paragraph) in document.paragraphs().iter().enumerate() {
        let tokens = &document.tokens()[paragraph.tokens.clone()];
        let cases = || tokens.iter().map(|t| Case::of(document.slice(t.span)));
        let words = cases().filter(|case| *case as u8 <= Case::Mixed as u8).count();
        let small = cases().filter(|&case| case == Case::Small).count();
        let style = if small * 3 <= words { 2 } else { u8::from(small * 3 <= words * 2) };
        let opening = if number == 0 { 2 } else { u8::from(number < 4) };
        lines[paragraph.tokens.clone()].fill(opening * 3 + style);
    }
    lines
}
