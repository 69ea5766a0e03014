//! Features of tokens: the one piece of code that both training and recognising use.
//!
//! A feature is a hash and a slot under it; those that depend on a small number come in groups (`group`). Features of a
//! word (its letters, class, cues) are asked for once for each distinct word and writing, those for all offsets from the
//! token under one hash; features of a place in the text (order, neighbours, line) for each token.

use std::ops::Range;

use silang_fast::lanes::Rows;

use crate::entity::Grammar;
use crate::entity::affix;
use crate::entity::case::{CASES, Case};
use crate::entity::evidence::{self, Evidence, Seen};
use crate::entity::glue;
use crate::entity::group::{self, Kind, NO_CLASS};
use crate::entity::hash::Hash;
use crate::entity::label::Label;
use crate::entity::lexicon::Cues;
use crate::entity::memory::{Known, WordMemory};
use crate::entity::sink::{Beside, LookSink, NOBODY, PlaceSink};
use crate::entity::wordlist::WordFacts;
use crate::text::document::Document;
use crate::text::token::Token;
use crate::text::vocabulary::WordId;

/// A distinct word in one writing.
#[derive(Clone, Debug)]
struct Word<'a> {
    letters: &'a str,
    hash: Hash,
    /// In the memory of words.
    number: usize,
    known: Known,
    evidence: Evidence,
}

impl<'a> Word<'a> {
    /// A word, or what stands before `cut` in it, without what its article tells; `is_capital` if it is not always small there.
    fn new(
        grammar: &Grammar,
        words: &mut WordMemory,
        of: (&'a str, Hash),
        is_capital: bool,
        cut: Option<usize>,
    ) -> Self {
        let name = cut.and_then(|end| of.0.get(..end));
        let (letters, hash) = name.map_or(of, |name| (name, Hash::default().text(name)));
        let number = words.number(grammar, letters, hash, is_capital);
        Self { letters, hash, number, known: words.known(number), evidence: Evidence::default() }
    }

    fn facts(&self, is_capital: bool) -> WordFacts {
        if is_capital { self.known.capital.unwrap_or(self.known.small) } else { self.known.small }
    }
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
    pub fn new(grammar: &Grammar, document: &'a Document, domain: u32, memory: &mut WordMemory) -> Self {
        memory.make_room();
        memory.expect(document.words().len());
        let cases: Vec<Case> = document.tokens().iter().map(|t| Case::of(document.slice(t.span))).collect();
        let cuts = glue::cuts(grammar, document, &cases);
        let mut capital = vec![false; document.words().len()];
        for (token, case) in document.tokens().iter().zip(&cases) {
            capital[token.word.index()] |= *case != Case::Small;
        }
        let hashes = document.words().hashes().map(Hash);
        let mut words: Vec<Word> = (document.words().iter().zip(hashes).zip(capital.iter().zip(&cuts)))
            .map(|(word, (is_capital, cut))| Word::new(grammar, memory, word, *is_capital, *cut))
            .collect();
        let seen: Vec<Seen> = (document.tokens().iter().zip(&cases))
            .map(|(token, &case)| Seen { word: token.word.index(), case, cues: words[token.word.index()].known.cues })
            .collect();
        for (word, evidence) in words.iter_mut().zip(evidence::collect(document, &seen)) {
            word.evidence = evidence;
        }
        let hashes: Vec<Hash> = words.iter().map(|word| word.hash).collect();
        let known = grammar.gazetteer.labels(document, &hashes);
        let lines = lines(document, &cases);
        Self { document, words, cases, cuts, known, lines, domain }
    }

    /// Makes the words with `unknown` set look as if they had never been seen before (for training: names
    /// of tomorrow are unknown). `salt` keeps them apart from all others.
    pub fn forget(&mut self, unknown: &[bool], salt: u32) {
        for (word, _) in self.words.iter_mut().zip(unknown).filter(|(_, unknown)| **unknown) {
            word.hash = word.hash.number(salt);
            word.known = Known::default();
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

    /// How each token is written.
    pub fn cases(&self) -> &[Case] {
        &self.cases
    }

    /// What a word tells.
    pub fn cues(&self, word: WordId) -> Cues {
        self.words.get(word.index()).map_or(Cues::default(), |word| word.known.cues)
    }

    /// What the gazetteers say of each token.
    pub fn known(&self) -> &[Label] {
        &self.known
    }

    /// Whether a word is known to be written small almost always.
    pub fn is_mostly_small(&self, word: WordId) -> bool {
        self.words.get(word.index()).is_some_and(|word| matches!(word.known.small.capital, 1 | 2))
    }

    /// Whether a word is known to be written with a capital almost always.
    pub fn is_mostly_capital(&self, word: WordId) -> bool {
        self.words.get(word.index()).is_some_and(|word| word.facts(true).capital > 3)
    }

    /// Whether a token stands in a headline many of whose words have capitals.
    pub fn is_headline(&self, token: usize) -> bool {
        self.lines.get(token).is_some_and(|line| *line > 2 * 3)
    }

    /// Whether a token by itself may be one of a name: it has a capital, is known, heads names of bodies, is often
    /// written with a capital elsewhere, or is one of an address ("idx.co.id", "detikcom").
    pub fn looks_like_a_name(&self, token: usize) -> bool {
        let case = self.cases[token];
        if case != Case::Small {
            return case.is_capital();
        }
        let tokens = self.document.tokens();
        let dotted = |before: usize| {
            tokens[token].joined && tokens[before].joined && self.document.slice(tokens[before].span) == "."
        };
        let word = self.word(token);
        word.known.small.capital > 2
            || word.known.cues.has(Cues::ORGANIZATION_HEAD)
            || word.letters.ends_with("com")
            || self.known[token] != Label::OUTSIDE
            || token.checked_sub(1).is_some_and(dotted)
    }

    /// Number of distinct looks.
    pub fn looks(&self) -> usize {
        self.words.len() * CASES
    }

    /// The look of a token.
    pub fn look(&self, token: usize) -> Look {
        Look(self.document.tokens()[token].word.index() * CASES + self.cases[token] as usize)
    }

    /// The number of a look's word in the memory of words, the word's rows of weights, and the number of the case.
    pub fn word_of(&self, look: Look) -> (usize, Rows, usize) {
        let word = &self.words[look.0 / CASES];
        (word.number, word.known.rows, look.0 % CASES)
    }

    /// Gives the features of a look for tokens at all offsets.
    pub fn of_look(&self, look: Look, sink: &mut impl LookSink) {
        self.of_word(look, sink);
        self.of_letters(look, sink);
        self.of_evidence(look, sink);
    }

    /// Gives the features of a look that are the same in all articles, without those that its letters make.
    pub fn of_word(&self, look: Look, sink: &mut impl LookSink) {
        let (word, case) = (&self.words[look.0 / CASES], (look.0 % CASES) as u32);
        let is_capital = case != Case::Small as u32;
        let (capital, facts) = (u32::from(is_capital), word.facts(is_capital));
        sink.word(word.hash, case as usize);
        sink.kind(Kind::Case, u32::from(facts.capital) << 3 | case);
        sink.kind(Kind::Fine, u32::from(facts.fine) << 1 | capital);
        sink.kind(Kind::Coarse, u32::from(facts.coarse) << 3 | case);
        bits(word.known.cues.0).for_each(|bit| sink.kind(Kind::Cue, bit << 1 | capital));
    }

    /// Gives the features of a look that its letters make: only the token itself and those beside it have any.
    pub fn of_letters(&self, look: Look, sink: &mut impl LookSink) {
        let (word, case) = (&self.words[look.0 / CASES], (look.0 % CASES) as u32);
        let is_capital = case != Case::Small as u32;
        of_affixes(Kind::Opening, word.letters.chars(), is_capital, sink);
        of_affixes(Kind::Ending, word.letters.chars().rev(), is_capital, sink);
        self.of_own_look(word, case, sink);
    }

    /// Gives the features of a look that the article it stands in makes.
    pub fn of_evidence(&self, look: Look, sink: &mut impl LookSink) {
        let (word, case) = (&self.words[look.0 / CASES], (look.0 % CASES) as u32);
        if case == Case::Small as u32 {
            return;
        }
        bits(word.evidence.0).for_each(|bit| sink.kind(Kind::Evidence, bit));
        let small = u32::from(word.evidence.0 & Evidence::SMALL > 0);
        sink.kind(Kind::Told, word.evidence.0 & 0x3ff);
        sink.kind(Kind::Habit, small << 8 | u32::from(word.facts(true).capital) << 3 | case);
    }

    /// The features of a look that only the token itself has.
    fn of_own_look(&self, word: &Word, case: u32, sink: &mut impl LookSink) {
        let is_capital = case != Case::Small as u32;
        let facts = word.facts(is_capital);
        sink.kind(Kind::Length, (word.letters.chars().take(8).count() as u32) << 3 | case);
        if case == Case::Capitals as u32 {
            let vowels = word.letters.bytes().filter(|b| b"aeiou".contains(b)).count() as u32;
            sink.kind(Kind::Vowels, vowels.min(3) << 4 | word.letters.len().min(12) as u32);
        }
        if self.domain > 0 {
            let coarse = (self.domain << 8 | u32::from(facts.coarse)) << 3 | case;
            let told = [(13, self.domain << 8 | case), (14, word.hash.number(self.domain).0), (15, coarse)];
            told.into_iter().for_each(|(template, value)| sink.value(group::hashed(template, value), 0, 0));
        }
    }

    /// Gives the features of a token's place.
    pub fn of_place(&self, token: usize, sentence: &Range<usize>, sink: &mut impl PlaceSink) {
        let near = |offset: isize| token.checked_add_signed(offset).filter(|at| sentence.contains(at));
        let (before, after) = (near(-1), near(1));
        let [c2, c1, c0, d1, d2] = [near(-2), before, Some(token), after, near(2)].map(|at| self.case(at));
        let (w1, w0, v1) = (before.map(|at| self.word(at)), self.word(token), after.map(|at| self.word(at)));
        let first = token == sentence.start || token == sentence.start + 1 && c1 == Case::Sign as u32;
        self.of_neighbours([before, after], token, first, sink);
        let beside = |word: Option<&Word>| Beside {
            hash: word.map_or(NOBODY, |word| word.hash),
            rows: word.map(|word| word.known.rows),
        };
        sink.beside(&beside(w1), &beside(v1), c0 as usize);
        let cues = w1.map_or(0, |word| word.known.cues.0);
        let named = c0 != Case::Small as u32 && c0 != Case::Sign as u32;
        let told = [
            (33, (c2 << 12 | c1 << 9 | c0 << 6) | d1 << 3 | d2),
            (43, Hash(cues).number(w0.known.cues.0).number(c0).0),
            (51, if named { self.head_before(token, sentence) } else { 0 }),
        ];
        let told = told.map(|(template, value)| group::of_place(template, value));
        sink.features(if named { &told } else { &told[..2] });
    }

    /// The features of a token's place that depend on few values each.
    fn of_neighbours(&self, [before, after]: [Option<usize>; 2], token: usize, first: bool, sink: &mut impl PlaceSink) {
        let [c1, c0, d1] = [before, Some(token), after].map(|at| self.case(at));
        let coarse = |at: Option<usize>| at.map_or(NO_CLASS, |at| u32::from(self.facts(at).coarse));
        let joined = |at: Option<usize>| u32::from(at.is_some_and(|at| self.document.tokens()[at].joined));
        let known = |at: Option<usize>| at.map_or(99, |at| u32::from(self.known[at].0)) << 3 | c0;
        let (b, a, own) = (coarse(before), coarse(after), self.facts(token));
        let (habit, own) = (u32::from(own.capital), u32::from(own.coarse));
        let class = |class: u32| if class == NO_CLASS { 255 } else { class } << 3 | c0;
        let spaces = joined(Some(token)) << 7 | joined(after) << 6;
        sink.kinds(&[
            (Kind::Cases, c1 << 6 | c0 << 3 | d1),
            (Kind::Line, u32::from(self.lines[token]) << 8 | spaces | c1 << 3 | c0),
            (Kind::Before, class(b)),
            (Kind::After, class(a)),
            (Kind::PairBefore, b << 6 | own),
            (Kind::PairAfter, own << 6 | a),
            (Kind::Known, known(Some(token))),
            (Kind::KnownAfter, known(after)),
            (Kind::KnownBefore, known(before)),
            (Kind::First, u32::from(first) << 6 | habit << 3 | c0),
        ]);
    }

    /// The number of a token's case, or that there is no token.
    fn case(&self, token: Option<usize>) -> u32 {
        token.map_or(7, |token| self.cases[token] as u32)
    }

    fn word(&self, token: usize) -> &Word<'a> {
        &self.words[self.document.tokens()[token].word.index()]
    }

    fn facts(&self, token: usize) -> WordFacts {
        self.word(token).facts(self.cases[token] != Case::Small)
    }

    /// The cues of the nearest word before the run of capitals and of the run's first word, and how far.
    fn head_before(&self, token: usize, sentence: &Range<usize>) -> u32 {
        let earliest = token.saturating_sub(6).max(sentence.start);
        let mut first = token;
        while first > earliest && self.cases[first - 1].is_capital() {
            first -= 1;
        }
        let opener = if first == token { 0 } else { self.word(first).known.cues.0 };
        let before = if first > sentence.start { self.word(first - 1).known.cues.0 } else { 1 << 20 };
        Hash(opener).number(before).number((token - first).min(3) as u32).0
    }
}

/// The numbers of the bits that are set.
fn bits(mut set: u32) -> impl Iterator<Item = u32> {
    std::iter::from_fn(move || {
        let bit = set.trailing_zeros();
        set &= set.wrapping_sub(1);
        (bit < u32::BITS).then_some(bit)
    })
}

/// Gives the features of the letters at one end of a word, told from there on: those of the first two together, if they
/// make a value, the others one by one.
fn of_affixes(kind: Kind, letters: impl Iterator<Item = char>, is_capital: bool, sink: &mut impl LookSink) {
    let (mut affix, mut count) = (['\0'; affix::LONGEST], 0);
    affix.iter_mut().zip(letters).for_each(|(to, letter)| (*to, count) = (letter, count + 1));
    let affix = &affix[..count];
    let value = affix::value(affix, is_capital);
    value.into_iter().for_each(|value| sink.kind(kind, value));
    let done = if value.is_some() { affix::SHORT } else { 0 };
    for (at, hash) in affix::hashes(kind, affix).enumerate().skip(done) {
        let reach = if at + 1 == affix::OF_NEIGHBOUR { affix::REACH } else { 0 };
        sink.value(hash, group::in_writing(is_capital), reach);
    }
}

/// What kind of line each token stands in: headline, title-cased or capital line, line of the opening, body.
fn lines(document: &Document, cases: &[Case]) -> Vec<u8> {
    let mut lines = vec![0; cases.len()];
    for (number, paragraph) in document.paragraphs().iter().enumerate() {
        let cases = cases.get(paragraph.tokens.clone()).unwrap_or_default();
        let words = cases.iter().filter(|case| **case as u8 <= Case::Mixed as u8).count();
        let small = cases.iter().filter(|case| **case == Case::Small).count();
        let style = if small * 3 <= words { 2 } else { u8::from(small * 3 <= words * 2) };
        let opening = if number == 0 { 2 } else { u8::from(number < 4) };
        lines[paragraph.tokens.clone()].fill(opening * 3 + style);
    }
    lines
}
