//! The site's pack as the keeper sees it: files that it has, and files that it lacks.

use std::cell::{Cell, RefCell};
use std::cmp::Reverse;
use std::collections::BTreeMap;

use silang_core::compare::archive::Archive;
use silang_core::facts::Facts;
use silang_wire::shelf::{self, Entry, Frequent, Index, Line, Packed};
use silang_wire::{Wire, unpack};

use crate::engine::protocol::{Hit, Listed, Source};
use crate::order;
use crate::search::{Search, Searched};

/// Files that are held at most when nothing is asked for: more are fetched again, from the browser's own cache.
const HELD: usize = 128;

/// Letters of a word that is still being typed from which on it is looked up by its beginning.
const BEGUN: usize = 3;

/// Words by which articles of the same event are looked for, and how many articles may have one for it to tell anything.
const PROBES: usize = 12;
const CROWD: usize = 120;
/// Words that such articles share, at least.
const SHARED: usize = 2;
/// Such articles that are looked at closely.
const NEAR: usize = 5;

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
    /// The numbers of the articles that were listed or looked for, by name.
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
        let shards: Vec<u64> = if is_begun {
            shards.map(|shard| shard.sum).collect()
        } else {
            shards.take(1).map(|shard| shard.sum).collect()
        };
        let mut found = Vec::new();
        for entry in shards.into_iter().flat_map(|sum| self.values::<Entry>(sum)) {
            if entry.word == word || is_begun && entry.word.starts_with(word) {
                let mut number = 0;
                for gap in entry.articles {
                    number = gap.saturating_add(number);
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
        let known = self.numbers.borrow().get(name).copied();
        known.or_else(|| {
            let number = self.with_word(&shelf::word_of_name(name), false).first().copied()?;
            self.numbers.borrow_mut().insert(name.to_owned(), number);
            Some(number)
        })
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

    /// The lines of these articles, of those that it holds. Others than those that `may_be_other` were listed once, perhaps
    /// to a worker that has died since.
    pub fn lines_of(&self, docs: &[String], may_be_other: impl Fn(&String) -> bool) -> Vec<Option<Line>> {
        let shards = self.index().map(|index| index.lines.as_slice()).unwrap_or_default();
        let is_unknown = |doc: &String| !may_be_other(doc) && !self.numbers.borrow().contains_key(doc);
        for shard in 0..shards.len() {
            if docs.iter().any(is_unknown) {
                self.lines(shard);
            }
        }
        let mut last = (usize::MAX, Vec::new());
        let line = |doc: &String| {
            let number = self.numbers.borrow().get(doc).copied()?;
            let (shard, place) = shelf::place(shards, number)?;
            if last.0 != shard {
                last = (shard, self.lines(shard));
            }
            last.1.get(place).cloned()
        };
        docs.iter().map(line).collect()
    }

    /// The article of this name.
    pub fn article(&self, name: &str) -> Option<Packed> {
        self.numbered(self.number(name)?)
    }

    fn numbered(&self, number: usize) -> Option<Packed> {
        let articles = &self.index()?.articles;
        let (shard, place) = shelf::place(articles, number)?;
        let all: Vec<Packed> = self.values(articles.get(shard)?.sum);
        all.into_iter().nth(place)
    }

    /// The articles that share most rare names with one of the reader's own that has these facts: each with what is the same for
    /// those of one event.
    pub fn near(&self, facts: &Facts) -> Vec<(Packed, usize)> {
        let mut shared: Vec<(usize, usize)> = Vec::new();
        for word in probes(facts) {
            let found = self.with_word(&word, false);
            // The fewer have it, the more it tells.
            let rarity = CROWD.checked_div(found.len()).unwrap_or_default();
            shared.extend(found.into_iter().filter(|_| rarity > 0).map(|number| (number, rarity)));
        }
        order::sort_by_key(&mut shared, |(number, _)| *number);
        let of_one = shared.chunk_by(|(one, _), (other, _)| one == other).filter(|words| words.len() >= SHARED);
        let mut near: Vec<(usize, usize)> =
            of_one.map(|words| (words.iter().map(|(_, rarity)| rarity).sum(), words[0].0)).collect();
        order::sort_by_key(&mut near, |(sum, _)| Reverse(*sum));
        let mut found = Vec::new();
        for (_, number) in near.into_iter().take(NEAR) {
            if let (Some(article), Some(event)) = (self.numbered(number), self.event(number)) {
                found.push((article, event));
            }
        }
        found
    }

    /// The event of an article; one that stands alone has a number behind those of all events.
    fn event(&self, number: usize) -> Option<usize> {
        let (shard, place) = shelf::place(&self.index()?.lines, number)?;
        self.lines(shard).get(place).map(|line| line.event.unwrap_or(usize::MAX / 2 + number))
    }

    /// What is known of all its articles.
    pub fn archive(&self) -> Option<Archive> {
        let index = self.index()?;
        Some(shelf::archive(index.count(), &self.values::<Frequent>(index.frequent)))
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
        let mut left: usize = by_file.iter().skip(files).map(|(_, places)| places.len()).sum();
        let mut hits = Vec::new();
        for (file, places) in by_file.iter().take(files) {
            let all: Vec<Packed> = index.articles.get(*file).map(|shard| self.values(shard.sum)).unwrap_or_default();
            left += if all.is_empty() { places.len() } else { 0 };
            let own = places.iter().filter_map(|&place| all.get(place)).filter(|article| !is_other(&article.name));
            hits.extend(own.flat_map(|article| in_article(search, article)));
        }
        // Without a file of words nothing is known of any.
        let is_blind = numbers.is_empty() && self.files.iter().any(|(_, bytes)| bytes.is_empty());
        (hits, if is_blind { index.count() } else { left })
    }
}

/// The words by which articles are looked for that may tell the same as one with these facts: those of names, the most frequent
/// first.
fn probes(facts: &Facts) -> Vec<String> {
    let mut counts: Vec<(String, usize)> = Vec::new();
    for word in facts.mentions.iter().flat_map(|mention| shelf::words(&mention.text)) {
        match counts.iter_mut().find(|(other, _)| *other == word) {
            Some((_, count)) => *count += 1,
            None if word.chars().count() > BEGUN => counts.push((word, 1)),
            None => {}
        }
    }
    order::sort_by_key(&mut counts, |(_, count)| Reverse(*count));
    counts.into_iter().take(PROBES).map(|(word, _)| word).collect()
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
    Source {
        name: article.name.clone(),
        text: article.text.clone(),
        title: told.title,
        outlet: told.outlet,
        published: told.published,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use silang_core::facts::Facts;
    use silang_core::{Article, Language, analyze};
    use silang_wire::shelf::{
        Entry, Frequent, Index, Line, Packed, Shard, Told, WordShard, file_name, sum, word_of_name, words,
    };
    use silang_wire::{Bytes, pack};

    use crate::corrections::Correction;
    use crate::engine::protocol::{Listed, Reply, Request, Source};
    use crate::engine::server::Server;

    const INDEX: &str = "seeds/pack/index.bin";

    fn text(name: &str) -> String {
        let called = [&name[..1].to_uppercase(), &name[1..]].concat();
        format!("Kabar {name}\n\nWali Kota Siti {called} tiba di Garut, 3 Maret 2025.\n")
    }

    fn packed(name: &str) -> Packed {
        let text = text(name);
        let facts = Facts::from(&analyze(&Language::indonesian(), &Article::new(name, text.as_str())));
        Packed { name: name.to_owned(), told: Told::default(), text: text.into(), facts: Bytes(pack(&facts)) }
    }

    /// The files of a site with these articles, by their addresses: two of each event, and one in each file.
    fn site(names: &[&str]) -> BTreeMap<String, Vec<u8>> {
        let mut files = BTreeMap::new();
        let mut file = |bytes: Vec<u8>| {
            let sum = sum(&bytes);
            files.insert(["seeds/pack/", &file_name(sum)].concat(), bytes);
            sum
        };
        let mut by_word = BTreeMap::<String, Vec<usize>>::new();
        for (number, name) in names.iter().enumerate() {
            for word in words(&text(name)).chain([word_of_name(name)]) {
                let own = by_word.entry(word).or_default();
                if !own.contains(&number) {
                    own.push(number);
                }
            }
        }
        let entry = |(word, mut articles): (String, Vec<usize>)| {
            (1..articles.len()).rev().for_each(|at| articles[at] -= articles[at - 1]);
            Entry { word, articles }
        };
        let entries: Vec<Entry> = by_word.into_iter().map(entry).collect();
        let line = |(number, name): (usize, &&str)| {
            let (name, sum) = ((*name).to_owned(), sum(text(name).as_bytes()));
            Line { name, sum, event: Some(number / 2), ..Line::default() }
        };
        let lines: Vec<Line> = names.iter().enumerate().map(line).collect();
        let mut shard = |count, bytes| Shard { count, sum: file(bytes) };
        let index = Index {
            lines: lines.chunks(2).map(|some| shard(some.len(), pack(&some.to_vec()))).collect(),
            articles: names.iter().map(|name| shard(1, pack(&vec![packed(name)]))).collect(),
            words: entries
                .chunks(5)
                .map(|some| WordShard { first: some[0].word.clone(), sum: shard(1, pack(&some.to_vec())).sum })
                .collect(),
            frequent: shard(0, pack(&Vec::<Frequent>::new())).sum,
        };
        files.insert(INDEX.to_owned(), index.to_bytes());
        files
    }

    fn server() -> Server {
        let mut server = Server::new();
        server.shelve(INDEX);
        server
    }

    /// The answer, and how many files were fetched for it.
    fn ask(server: &mut Server, site: &BTreeMap<String, Vec<u8>>, request: Request) -> (Reply, usize) {
        let mut fetched = 0;
        loop {
            let lacking = server.lacks(&request);
            if lacking.is_empty() {
                return (server.answer(request), fetched);
            }
            fetched += lacking.len();
            lacking.iter().for_each(|file| server.put(file, site.get(file).cloned().unwrap_or_default()));
        }
    }

    const NAMES: [&str; 6] = ["agung", "bella", "citra", "dewi", "elang", "fitri"];

    fn docs(names: &[&str]) -> Vec<String> {
        names.iter().map(|&name| name.to_owned()).collect()
    }

    #[test]
    fn lines_and_articles_come_from_their_files_alone() {
        let (site, mut server) = (site(&NAMES), server());
        let (Reply::Listed(.., first), 2) = ask(&mut server, &site, Request::List(0, Vec::new())) else { panic!() };
        assert_eq!((first.lines.len(), first.shards, first.articles), (2, 3, 6));
        let (Reply::Opened(_, opened), 1) = ask(&mut server, &site, Request::Open(docs(&["bella"]))) else { panic!() };
        assert_eq!((&*opened[0].0.text, opened[0].1.doc.as_str()), (text("bella").as_str(), "bella"));
        let far = Request::List(usize::MAX, docs(&["fitri", "tiada"]));
        let (Reply::Listed(.., far), _) = ask(&mut server, &site, far) else { panic!() };
        assert_eq!(far.lines.iter().map(|line| line.name.as_str()).collect::<Vec<_>>(), ["elang", "fitri"]);
        let (Reply::Compared(.., found), _) =
            ask(&mut server, &site, Request::Compare(docs(&["citra", "dewi"]), vec![]))
        else {
            panic!()
        };
        assert_eq!(found.facts.events.concat(), ["citra", "dewi"]);
    }

    #[test]
    fn words_are_found_from_their_start_and_only_so_far_as_is_asked() {
        let (site, mut server) = (site(&NAMES), server());
        let mut hits = |query: &str, corrections: &[Correction], files| {
            let (Reply::Found(_, hits, left), _) =
                ask(&mut server, &site, Request::Search(query.to_owned(), corrections.to_vec(), files))
            else {
                panic!()
            };
            (hits.iter().map(|hit| hit.place.doc.clone()).collect::<Vec<_>>(), left)
        };
        assert_eq!(hits("siti cit", &[], 8), (docs(&["citra"]), 0));
        assert_eq!(hits("siti ci", &[], 8), (Vec::new(), 0));
        assert_eq!(hits("tiba di garut", &[], 2), (docs(&["agung", "bella"]), 4));
        assert_eq!(hits("tiba di garut", &[], 64), (docs(&NAMES), 0));
        let renamed = [Correction::Rename("Siti Dewi".to_owned(), "Ratna".to_owned())];
        assert_eq!(hits("ratna", &renamed, 8).0, docs(&["dewi"]));
    }

    #[test]
    fn events_are_those_of_the_pack_and_own_articles_are_grouped_beside() {
        let (site, mut server) = (site(&NAMES), server());
        let own = |name: &str, text: &str| Source { text: text.into(), ..Source::named(name.to_owned()) };
        server.answer(Request::Analyze(own("own", "Harga beras naik di Medan.\n")));
        // One that the reader described anew is in the pack's event still, another one of its name is not.
        server.answer(Request::Analyze(own("bella", &text("bella"))));
        server.answer(Request::Analyze(own("citra", "Bupati melantik camat.\n")));
        let all = docs(&["agung", "bella", "citra", "dewi", "own"]);
        let mut events = |moves| {
            let (Reply::Grouped(.., events), _) = ask(&mut server, &site, Request::Group(all.clone(), moves)) else {
                panic!()
            };
            events
        };
        let (pair, single) = (docs(&["agung", "bella"]), |name| docs(&[name]));
        assert_eq!(events(vec![]), [pair, single("dewi"), single("citra"), single("own")]);
        let moves = vec![("own".to_owned(), Some("dewi".to_owned())), ("agung".to_owned(), None)];
        assert_eq!(events(moves), [single("bella"), docs(&["dewi", "own"]), single("citra"), single("agung")]);
    }

    #[test]
    fn own_articles_join_the_event_that_the_pack_has_of_them() {
        let (site, mut server) = (site(&NAMES), server());
        let own = |name: &str, text: String| Source { text: text.into(), ..Source::named(name.to_owned()) };
        server.answer(Request::Analyze(own("mine", text("fitri") + "“Hujan turun,” kata Siti Fitri.\n")));
        server.answer(Request::Analyze(own("other", "Harga beras di Medan dan Garut naik, 9 Mei 2021.\n".to_owned())));
        let mut events = |all: &[&str]| {
            let (Reply::Grouped(.., events), fetched) =
                ask(&mut server, &site, Request::Group([docs(all), docs(&["mine", "other"])].concat(), Vec::new()))
            else {
                panic!()
            };
            (events, fetched)
        };
        let (before, fetched) = events(&["agung", "bella"]);
        assert_eq!(before, [docs(&["agung", "bella"]), docs(&["fitri", "mine"]), docs(&["other"])]);
        assert!(fetched > 0);
        let (all, _) = events(&NAMES);
        assert_eq!(all[2..], [docs(&["elang", "fitri", "mine"]), docs(&["other"])]);
        assert_eq!(events(&NAMES), (all, 0), "they are looked for once");
    }

    #[test]
    fn what_cannot_be_had_is_asked_for_again() {
        let (mut site, mut server) = (site(&NAMES), server());
        let whole = site.clone();
        let index = site.remove(INDEX).unwrap();
        let listing = || Request::List(0, Vec::new());
        assert_eq!(ask(&mut server, &site, listing()).0, Reply::Listed(0, vec![], Listed::default()));
        site.insert(INDEX.to_owned(), index[1..].to_vec());
        assert_eq!(
            ask(&mut server, &site, listing()).0,
            Reply::Listed(0, vec![], Listed::default()),
            "of another form"
        );
        site.retain(|file, _| file == INDEX);
        site.insert(INDEX.to_owned(), index);
        let opening = || Request::Open(docs(&["dewi"]));
        assert_eq!(ask(&mut server, &site, opening()).0, Reply::Opened(docs(&["dewi"]), vec![]));
        let searching = |files| Request::Search("tiba di garut".to_owned(), vec![], files);
        let blind = ask(&mut server, &site, searching(8)).0;
        assert_eq!(blind, Reply::Found("tiba di garut".to_owned(), vec![], 6), "what was not searched is told");
        let (Reply::Opened(_, opened), _) = ask(&mut server, &whole, opening()) else { panic!() };
        assert_eq!(opened.len(), 1);
    }
}
