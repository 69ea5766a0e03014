//! Phrases of one or more words and what they mean, looked up by their first word.

use crate::order::Order;
use crate::text::document::Document;
use crate::text::word_map::WordMap;

/// A meaning and the words that follow the first word of its phrase.
#[derive(Clone, Debug)]
pub struct Entry<T> {
    /// Folded words after the first.
    pub rest: Vec<String>,
    /// What the phrase means.
    pub meaning: T,
}

/// Phrases by their first folded word, the longest first.
#[derive(Clone, Debug)]
pub struct Phrases<T> {
    entries: WordMap<Vec<Entry<T>>>,
}

impl<T> Default for Phrases<T> {
    fn default() -> Self {
        Self { entries: WordMap::default() }
    }
}

impl<T> Phrases<T> {
    /// Phrases (folded tokens with one space between) and what they mean.
    pub fn new<'a>(phrases: impl IntoIterator<Item = (&'a str, T)>) -> Self {
        let mut entries: WordMap<Vec<Entry<T>>> = WordMap::default();
        for (phrase, meaning) in phrases {
            let mut words = phrase.split(' ');
            let first = words.next().unwrap_or_default();
            entries.or_default(first).push(Entry { rest: words.map(str::to_owned).collect(), meaning });
        }
        for entries in entries.values_mut() {
            entries.order_by_key(|entry| std::cmp::Reverse(entry.rest.len()));
        }
        Self { entries }
    }

    /// The entries whose phrase begins with a folded word.
    pub fn get(&self, word: &str) -> &[Entry<T>] {
        self.entries.get(word).map_or(&[], Vec::as_slice)
    }

    /// The entries by their first word.
    pub(crate) fn into_entries(self) -> WordMap<Vec<Entry<T>>> {
        self.entries
    }

    /// Looks every distinct word of `document` up once.
    pub(crate) fn over<'a>(&'a self, document: &'a Document) -> PhrasesIn<'a, T> {
        let entries = document.words().values(&self.entries);
        PhrasesIn::new(document, entries.map(|entries| entries.map_or(&[][..], Vec::as_slice)).collect())
    }
}

/// The phrases of one document.
pub(crate) struct PhrasesIn<'a, T> {
    document: &'a Document,
    entries: Vec<&'a [Entry<T>]>,
}

impl<'a, T> PhrasesIn<'a, T> {
    /// The phrases that the distinct words of a document begin, in the order of its vocabulary.
    pub fn new(document: &'a Document, entries: Vec<&'a [Entry<T>]>) -> Self {
        Self { document, entries }
    }

    /// The entries that the word at `at` may begin.
    pub fn entries(&self, at: usize) -> &'a [Entry<T>] {
        let token = self.document.tokens().get(at);
        token.and_then(|token| self.entries.get(token.word.index())).copied().unwrap_or_default()
    }

    /// What the words from token `at` can mean, the longest phrase first, and one past its last token.
    pub fn matching(&self, at: usize) -> impl Iterator<Item = (&'a T, usize)> {
        self.entries(at).iter().filter_map(move |entry| {
            let follows = |(ahead, word): (usize, &String)| {
                self.document.tokens().get(at + 1 + ahead).is_some_and(|token| self.document.folded(token) == word)
            };
            entry.rest.iter().enumerate().all(follows).then_some((&entry.meaning, at + 1 + entry.rest.len()))
        })
    }

    /// The first meaning of the words from token `at` that `pick` takes, and one past its last token.
    pub fn read<P>(&self, at: usize, pick: impl Fn(&'a T) -> Option<P>) -> Option<(P, usize)> {
        self.matching(at).find_map(|(meaning, end)| Some((pick(meaning)?, end)))
    }
}
