//! Makes the core's word list from plain text: word classes and how words are written.

use std::collections::HashMap;

use silang_core::Document;
use silang_core::entity::case::Case;
use silang_core::entity::hash::Hash;
use silang_core::entity::wordlist::{WordFacts, pack, word_key};
use silang_core::text::document::Grammar;

use crate::exchange::{Bigrams, classes};

/// Sizes of the word list.
#[derive(Clone, Copy, Debug)]
pub struct Sizes {
    /// Number of fine classes, below 1024.
    pub fine: usize,
    /// Number of coarse classes, below 256.
    pub coarse: usize,
    /// Words seen less often are left out.
    pub least: u32,
}

/// How often a word was written small and with a capital inside sentences.
#[derive(Clone, Copy, Default)]
struct Writing {
    small: u32,
    capital: u32,
}

impl Writing {
    fn bucket(self) -> u8 {
        let share = self.capital * 100 / (self.small + self.capital).max(1);
        match share {
            _ if self.small + self.capital == 0 => 0,
            0..3 => 1,
            3..30 => 2,
            30..70 => 3,
            70..97 => 4,
            _ => 5,
        }
    }
}

/// A word as it is counted: folded, and whether with a capital; digits are one word.
type Item = (String, bool);

#[derive(Default)]
struct Counter {
    writings: HashMap<String, Writing>,
    sentences: Vec<Vec<Item>>,
}

impl Counter {
    fn read(&mut self, grammar: &Grammar, text: &str) {
        let document = Document::new(grammar, text);
        for sentence in document.sentences() {
            let mut items = Vec::new();
            let tokens = &document.tokens()[sentence.tokens.clone()];
            let cases: Vec<Case> = tokens.iter().map(|t| Case::of(document.slice(t.span))).collect();
            let small = cases.iter().filter(|case| **case == Case::Small).count();
            for (at, (token, &case)) in tokens.iter().zip(&cases).enumerate() {
                let word = if case == Case::Number { "0" } else { document.folded(token) };
                items.push((word.to_owned(), case.is_capital()));
                let opens = at == 0 || at == 1 && cases[0] == Case::Sign;
                if !opens && small * 2 > tokens.len() / 2 {
                    let writing = self.writings.entry(word.to_owned()).or_default();
                    writing.small += u32::from(case == Case::Small);
                    writing.capital += u32::from(case.is_capital());
                }
            }
            self.sentences.push(items);
        }
    }

    /// Words that open sentences are taken as small if they mostly are.
    fn settle(&mut self) {
        for first in self.sentences.iter_mut().filter_map(|sentence| sentence.first_mut()) {
            let writing = self.writings.get(&first.0).copied().unwrap_or_default();
            first.1 &= writing.capital > writing.small;
        }
    }
}

/// The packed word list of a corpus.
pub fn build(grammar: &Grammar, texts: &[String], sizes: Sizes) -> Vec<u8> {
    let mut counter = Counter::default();
    texts.iter().for_each(|text| counter.read(grammar, text));
    counter.settle();
    let mut counts: HashMap<&Item, u32> = HashMap::new();
    counter.sentences.iter().flatten().for_each(|item| *counts.entry(item).or_default() += 1);
    let mut items: Vec<(&Item, u32)> = counts.into_iter().filter(|(_, count)| *count >= sizes.least).collect();
    items.sort_unstable_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
    let number: HashMap<&Item, u32> = items.iter().zip(1..).map(|((item, _), number)| (*item, number)).collect();
    eprintln!("{} sentences, {} words", counter.sentences.len(), items.len());
    let mut pairs = Vec::new();
    for sentence in &counter.sentences {
        let mut last = 0;
        for item in sentence {
            let next = number.get(item).copied().unwrap_or(0);
            pairs.push((last, next));
            last = next;
        }
        pairs.push((last, 0));
    }
    let bigrams = Bigrams::new(items.len() + 1, pairs);
    let fine = classes(&bigrams, sizes.fine, 12);
    let coarse = classes(&bigrams.grouped(&fine, sizes.fine), sizes.coarse, 30);
    let facts = |(at, (item, _)): (usize, &(&Item, u32))| {
        let capital = counter.writings.get(&item.0).copied().unwrap_or_default().bucket();
        let facts = WordFacts { fine: fine[at + 1] as u16 + 1, coarse: 0, capital };
        (word_key(Hash::default().text(&item.0), item.1), facts)
    };
    let mut words: Vec<(u32, WordFacts)> = items.iter().enumerate().map(facts).collect();
    words.sort_unstable_by_key(|(key, _)| *key);
    words.dedup_by_key(|(key, _)| *key);
    let coarse: Vec<u8> = std::iter::once(0).chain(coarse.iter().map(|&class| class as u8 + 1)).collect();
    pack(&coarse, &words)
}
