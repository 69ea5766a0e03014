//! The site's pack as the keeper sees it: files that it has, and files that it lacks.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

use silang_core::facts::Facts;
use silang_wire::shelf::{self, Entry, Index, Line, Packed};
use silang_wire::{Wire, unpack};

use crate::engine::protocol::{Hit, Listed, Source};
use crate::order;
use crate::search::{Search, Searched};

/// Files that are held at most when nothing is asked for: more are fetched again, from the browser's own cache.
const HELD: usize = 128;

/// Letters of a word that is still being typed from which on it is looked up by its beginning.
const BEGUN: usize = 3;

/// The site's pack. What is asked of it is answered from the files that are here; which ones were lacking is noted.
pub struct Shelf {
    /// The folder of its files.
    folder: String,
    /// What the index is called.
    index_file: String,
    /// The index; an empty one when it can't be had or read.
    index: Option<Index>,
    /// The files that are here, in the order in which they came; empty ones could not be had.
    files: Vec<(u64, Vec<u8>)>,
    /// Whether the index was lacking.
    lacks_index: Cell<bool>,
    /// The files that were lacking.
    lacking: RefCell<Vec<u64>>,
    /// The numbers of the articles that were listed, by name.
    numbers: RefCell<BTreeMap<String, usize>>,
}

impl Shelf {
    /// The pack with this index.
    pub fn new(index: &str) -> Self {
        let (folder, file) = index.rsplit_once('/').unwrap_or(("", index));
        Self {
            folder: [folder, "/"].concat(),
            index_file: file.to_owned(),
            index: None,
            files: Vec::new(),
            lacks_index: Cell::default(),
            lacking: RefCell::default(),
            numbers: RefCell::default(),
        }
    }

    /// The addresses of the files that were lacking since this was last asked.
    pub fn take_lacking(&self) -> Vec<String> {
        let index = self.lacks_index.take().then(|| self.index_file.clone());
        let others = self.lacking.take().into_iter().map(shelf::file_name);
        index.into_iter().chain(others).map(|file| [self.folder.as_str(), &file].concat()).collect()
    }

    /// A file came, unpacked; it is empty when it could not be had.
    pub fn put(&mut self, address: &str, bytes: Vec<u8>) {
        let file = address.strip_prefix(&self.folder).unwrap_or_default();
        if file == self.index_file {
            self.index = Some(Index::of_bytes(&bytes).unwrap_or_default());
        } else if let Some(sum) = file.strip_suffix(".bin").and_then(|sum| u64::from_str_radix(sum, 16).ok()) {
            self.files.push((sum, bytes));
        }
    }

    /// Lets go of what is too much, and of what could not be had, so that it is asked for again.
    pub fn tidy(&mut self) {
        self.index.take_if(|index| index.articles.is_empty());
        self.files.retain(|(_, bytes)| !bytes.is_empty());
        let more = self.files.len().saturating_sub(HELD);
        self.files.drain(..more);
    }

    fn index(&self) -> Option<&Index> {
        self.lacks_index.set(self.index.is_none());
        self.index.as_ref()
    }

    /// What is in a file; nothing when it is not here.
    fn file(&self, sum: u64) -> Option<&[u8]> {
        let file = self.files.iter().find(|(other, _)| *other == sum);
        let is_noted = self.lacking.borrow().contains(&sum);
        if file.is_none() && !is_noted {
            self.lacking.borrow_mut().push(sum);
        }
        file.map(|(_, bytes)| bytes.as_slice())
    }

    fn values<T: Wire>(&self, sum: u64) -> Vec<T> {
        self.file(sum).and_then(unpack).unwrap_or_default()
    }

    /// The articles that have this word, or any that begins with it.
    fn with_word(&self, word: &str, is_begun: bool) -> Vec<usize> {
        let shards = self.index().into_iter().flat_map(|index| index.words_like(word));
        let shards: Vec<u64> = if is_begun { shards.map(|shard| shard.sum).collect() } else { shards.take(1).map(|shard| shard.sum).collect() };
        let mut found = Vec::new();
        for entry in shards.into_iter().flat_map(|sum| self.values::<Entry>(sum)) {
            if entry.word == word || is_begun && entry.word.starts_with(word) {
                let mut number = 0;
                for gap in entry.articles {
                    number += gap;
                    found.push(number);
                }
            }
        }
        order::sort_by_key(&mut found, |&number| number);
        found.dedup();
        found
    }

    /// The articles that may have these words: the last one may be the beginning of a longer one.
    fn with_words(&self, words: &str) -> Vec<usize> {
        let is_begun = words.ends_with(char::is_alphanumeric);
        let words: Vec<String> = shelf::words(words).collect();
        let mut found: Option<Vec<usize>> = None;
        for (at, word) in words.iter().enumerate() {
            let is_begun = is_begun && at + 1 == words.len() && word.chars().count() >= BEGUN;
            let own = self.with_word(word, is_begun);
            match &mut found {
                None => found = Some(own),
                Some(found) => found.retain(|number| own.binary_search(number).is_ok()),
            }
        }
        found.unwrap_or_default()
    }

    /// The number of the article of this name.
    fn number(&self, name: &str) -> Option<usize> {
        let listed = self.numbers.borrow().get(name).copied();
        listed.or_else(|| self.with_word(&shelf::word_of_name(name), false).first().copied())
    }

    fn lines(&self, shard: usize) -> Vec<Line> {
        let shards = self.index().map(|index| index.lines.as_slice()).unwrap_or_default();
        let lines: Vec<Line> = shards.get(shard).map(|shard| self.values(shard.sum)).unwrap_or_default();
        let first: usize = shards.iter().take(shard).map(|shard| shard.count).sum();
        let numbered = lines.iter().zip(first..).map(|(line, number)| (line.name.clone(), number));
        self.numbers.borrow_mut().extend(numbered);
        lines
    }

    /// The lines of this file, and of those in which these articles are.
    pub fn list(&self, shard: usize, docs: &[String]) -> Listed {
        let Some(index) = self.index() else { return Listed::default() };
        let sought = docs.iter().filter_map(|doc| Some(shelf::place(&index.lines, self.number(doc)?)?.0));
        let mut shards: Vec<usize> = std::iter::once(shard).chain(sought).collect();
        shards.dedup();
        let lines = shards.into_iter().flat_map(|shard| self.lines(shard)).collect();
        Listed { lines, shards: index.lines.len(), articles: index.count() }
    }

    /// The lines of these articles, of those that it holds.
    pub fn lines_of(&self, docs: &[String]) -> Vec<Option<Line>> {
        let shards = self.index().map(|index| index.lines.as_slice()).unwrap_or_default();
        let mut last = (usize::MAX, Vec::new());
        let line = |doc: &String| {
            let (shard, place) = shelf::place(shards, self.number(doc)?)?;
            if last.0 != shard {
                last = (shard, self.lines(shard));
            }
            last.1.get(place).cloned()
        };
        docs.iter().map(line).collect()
    }

    /// The article of this name.
    pub fn article(&self, name: &str) -> Option<Packed> {
        let number = self.number(name)?;
        let articles = &self.index()?.articles;
        let (shard, place) = shelf::place(articles, number)?;
        let all: Vec<Packed> = self.values(articles.get(shard)?.sum);
        all.into_iter().nth(place)
    }

    /// Where what is searched for stands, and how many articles may have it that were not looked into: only those in so
    /// many files are.
    pub fn search(&self, search: &Search, files: usize, is_other: impl Fn(&str) -> bool) -> (Vec<Hit>, usize) {
        let Some(index) = self.index() else { return (Vec::new(), 0) };
        let mut numbers: Vec<usize> = search.told().iter().flat_map(|words| self.with_words(words)).collect();
        order::sort_by_key(&mut numbers, |&number| number);
        numbers.dedup();
        let places = numbers.iter().filter_map(|&number| shelf::place(&index.articles, number));
        let mut by_file: Vec<(usize, Vec<usize>)> = Vec::new();
        for (file, place) in places {
            match by_file.last_mut() {
                Some((last, places)) if *last == file => places.push(place),
                _ => by_file.push((file, vec![place])),
            }
        }
        let left = by_file.iter().skip(files).map(|(_, places)| places.len()).sum();
        let mut hits = Vec::new();
        for (file, places) in by_file.iter().take(files) {
            let all: Vec<Packed> = index.articles.get(*file).map(|shard| self.values(shard.sum)).unwrap_or_default();
            let own = places.iter().filter_map(|&place| all.get(place)).filter(|article| !is_other(&article.name));
            hits.extend(own.flat_map(|article| in_article(search, article)));
        }
        (hits, left)
    }
}

fn in_article(search: &Search, article: &Packed) -> Vec<Hit> {
    let searched = Searched { name: &article.name, text: &article.text, packed: &article.facts.0 };
    let mut hits = search.hits(std::iter::once(searched), unpack);
    if !hits.is_empty() {
        let outlet = unpack::<Facts>(&article.facts.0).map(|facts| facts.outlet).unwrap_or_default();
        hits.iter_mut().for_each(|hit| outlet.clone_into(&mut hit.outlet));
    }
    hits
}

/// An article of the pack, to be read.
pub fn source(article: &Packed) -> Source {
    let told = article.told.clone();
    Source { name: article.name.clone(), text: article.text.clone(), title: told.title, outlet: told.outlet, published: told.published }
}
