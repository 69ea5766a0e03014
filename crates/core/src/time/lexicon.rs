//! The words of time expressions, each with all that has to be known of it by one lookup.

use crate::figure::number::{Numeral, Numerals};
use crate::figure::phrase::{Entry, Phrases};
use crate::text::document::Document;
use crate::text::word_map::WordMap;
use crate::time::lexeme::Lexeme;
use crate::time::rule::{self, First, Openers};

/// What one folded word can be in a time expression.
#[derive(Clone, Debug, Default)]
pub(crate) struct Word {
    /// The phrases that it begins, the longest first.
    pub entries: Vec<Entry<Lexeme>>,
    /// What it does as a number word.
    pub numeral: Option<Numeral>,
    /// Which rules can begin with it.
    pub openers: Openers,
    /// Whether it begins a phrase that is no time though its words could be one.
    pub is_trap: bool,
}

/// All words that can stand in a time expression, by their folded form.
#[derive(Clone, Debug, Default)]
pub(crate) struct Lexicon {
    words: WordMap<Word>,
    nothing: Word,
}

impl Lexicon {
    /// The words of phrases and the number words.
    pub fn new(phrases: Phrases<Lexeme>, numerals: &Numerals) -> Self {
        let mut words = phrases.into_entries().map(|entries| Word { entries, ..Word::default() });
        for (word, numeral) in numerals.iter() {
            words.or_default(word).numeral = Some(numeral);
        }
        words.values_mut().for_each(Word::close);
        Self { words, nothing: Word::default() }
    }

    /// All that each distinct word of a document can be, in the order of its vocabulary.
    pub fn over<'a>(&'a self, document: &'a Document) -> Vec<&'a Word> {
        document.words().values(&self.words).map(|word| word.unwrap_or(&self.nothing)).collect()
    }
}

impl Word {
    /// Works out which rules can begin with it.
    fn close(&mut self) {
        let meanings = self.entries.iter().map(|entry| First::Word(entry.meaning));
        let all = meanings.chain(self.numeral.map(|_| First::Numeral));
        self.openers = all.map(rule::openers).fold(0, |all, rules| all | rules);
        self.is_trap = self.entries.iter().any(|entry| entry.meaning == Lexeme::Trap);
    }
}
