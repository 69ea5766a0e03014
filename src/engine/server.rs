//! Answers requests; pure, so that it runs in a test as in a worker.

use std::collections::BTreeMap;

use silang_core::compare::profile::Profile;
use silang_core::compare::{compare_moved, grouped};
use silang_core::facts::{ComparisonFacts, DocAt, Facts};
use silang_core::time::value::day_of;
use silang_core::{Analysis, Article, Language, Memory, Span, analyze_with};
use silang_wire::shelf::{Line, Packed};

use crate::corrections::{self, Correction, Moved};
use crate::engine::protocol::{Bytes, Compared, Found, Hit, MANY, Reply, Request, Source};
use crate::engine::shelf::{self, Shelf};
use crate::engine::{wire, wording};
use crate::export::{self, Written};
use crate::search::{MOST, Search, Searched};

/// An article that is kept: small, so that there can be ten thousand. What else comparing needs is read
/// from its text anew.
struct Kept {
    source: Source,
    found: Found,
    /// The article of the site's pack, if any, that tells its event.
    twin: Option<String>,
    /// Whether that was looked for.
    is_met: bool,
}

impl Kept {
    fn new(source: Source, found: Found) -> Self {
        Self { source, found, twin: None, is_met: false }
    }
}

/// The articles read so far, and those of the site's pack.
pub struct Server {
    shelf: Option<Shelf>,
    language: Language,
    memory: Memory,
    kept: BTreeMap<String, Kept>,
    /// All that was found in a few of them.
    analyses: BTreeMap<String, Analysis>,
}

impl Server {
    /// A server that has read nothing yet.
    pub fn new() -> Self {
        Self {
            shelf: None,
            language: Language::indonesian(),
            memory: Memory::default(),
            kept: BTreeMap::new(),
            analyses: BTreeMap::new(),
        }
    }

    /// The site has a pack, whose index is there.
    pub fn shelve(&mut self, index: &str) {
        self.shelf = Some(Shelf::new(index));
    }

    /// The addresses of the files that are needed for an answer and are not here. When they are, more may be needed.
    pub fn lacks(&self, request: &Request) -> Vec<String> {
        let Some(pack) = &self.shelf else { return Vec::new() };
        match request {
            Request::Open(docs) | Request::Compare(docs, _) | Request::Export(_, docs, ..) => {
                docs.iter().filter(|doc| !self.kept.contains_key(*doc)).for_each(|doc| drop(pack.article(doc)));
            }
            Request::Search(query, corrections, files) => {
                drop(pack.search(&Search::new(query, corrections), *files, |_| true));
            }
            Request::Group(docs, _) => {
                if !self.unmet(pack, docs).is_empty() {
                    drop(pack.archive());
                }
            }
            Request::List(shard, docs) => drop(pack.list(*shard, docs)),
            Request::Analyze(_) | Request::Read(_) | Request::Keep(..) | Request::Forget(_) => {}
        }
        pack.take_lacking()
    }

    /// A file of the site's pack came, unpacked; it is empty when it could not be had.
    pub fn put(&mut self, address: &str, bytes: Vec<u8>) {
        if let Some(pack) = &mut self.shelf {
            pack.put(address, bytes);
        }
    }

    /// Does what is asked with what is here, and lets go of what is not needed any more.
    pub fn answer(&mut self, request: Request) -> Reply {
        let reply = self.reply(request);
        self.shelf.iter_mut().for_each(Shelf::tidy);
        reply
    }

    fn reply(&mut self, request: Request) -> Reply {
        match request {
            Request::Analyze(source) => self.analyze(source),
            Request::Read(source) => {
                let analysis = self.read(&source);
                self.found(&analysis)
            }
            Request::Keep(source, found) => {
                self.analyses.remove(&source.name);
                self.kept.insert(source.name.clone(), Kept::new(source, found));
                Reply::Done
            }
            Request::Forget(name) => {
                self.analyses.remove(&name);
                self.kept.remove(&name);
                Reply::Done
            }
            Request::Open(docs) => {
                let articles = docs.iter().filter_map(|doc| self.open(doc)).collect();
                Reply::Opened(docs, articles)
            }
            Request::Search(query, corrections, files) => {
                let (hits, left) = self.search(&query, &corrections, files);
                Reply::Found(query, hits, left)
            }
            Request::List(shard, docs) => {
                let listed = self.shelf.as_ref().map(|pack| pack.list(shard, &docs)).unwrap_or_default();
                Reply::Listed(shard, docs, listed)
            }
            Request::Export(format, docs, language, corrections) => {
                let opened: Vec<_> = docs.iter().filter_map(|doc| self.open(doc)).collect();
                let mut found = Compared::default();
                if format.compares() && docs.len() <= MANY {
                    found = self.compare(&docs, &corrections::moves(&corrections));
                }
                let text = |place: &DocAt| {
                    let article = opened.iter().find(|(source, _)| source.name == place.doc);
                    article.map_or("", |(source, _)| Span::new(place.at.start, place.at.end).of(&source.text))
                };
                corrections::apply_to_comparison(&mut found, &text, &corrections);
                let written: Vec<Written> =
                    opened.iter().map(|(source, facts)| Written::new(&source.text, facts, &corrections)).collect();
                Reply::Exported(format, export::write(format, &written, &found.facts, language, &corrections))
            }
            Request::Group(docs, moves) => {
                self.meet(&docs);
                let events = self.group(&docs, &moves);
                Reply::Grouped(docs, moves, events)
            }
            Request::Compare(docs, moves) => {
                let found = self.compare(&docs, &moves);
                Reply::Compared(docs, moves, found)
            }
        }
    }

    fn open(&self, doc: &String) -> Option<(Source, Facts)> {
        if let Some(kept) = self.kept.get(doc) {
            return Some((kept.source.clone(), wire::unpack(&kept.found.facts.0)?));
        }
        let article = self.shelf.as_ref()?.article(doc)?;
        Some((shelf::source(&article), wire::unpack(&article.facts.0)?))
    }

    fn search(&self, query: &str, corrections: &[Correction], files: usize) -> (Vec<Hit>, usize) {
        let articles = self.kept.iter().map(|(name, Kept { source, found, .. })| Searched {
            name,
            text: &source.text,
            packed: &found.facts.0,
        });
        let search = Search::new(query, corrections);
        let mut hits = search.hits(articles, wire::unpack);
        let is_kept = |name: &str| self.kept.contains_key(name);
        let packed = self.shelf.as_ref().map(|pack| pack.search(&search, files, is_kept));
        let (others, left) = packed.unwrap_or_default();
        hits.extend(others);
        hits.truncate(MOST);
        (hits, left)
    }

    /// Compares articles.
    fn compare(&mut self, docs: &[String], moves: &[Moved]) -> Compared {
        let analyses: Vec<Analysis> = docs.iter().filter_map(|doc| self.analysis(doc)).collect();
        let articles: Vec<&Analysis> = analyses.iter().collect();
        let names: Vec<&str> = articles.iter().map(|article| article.name.as_str()).collect();
        let comparison = compare_moved(&self.language.compare, &articles, &placed(&names, moves));
        let wordings = wording::all(&articles, &comparison);
        let facts = ComparisonFacts::new(&articles, &comparison);
        analyses.into_iter().for_each(|analysis| self.remember(analysis));
        Compared { facts, wordings }
    }

    /// These articles, with the lines of those that are of the site's pack.
    fn lines<'a>(&self, pack: &Shelf, docs: &'a [String]) -> Vec<(&'a String, Option<Line>)> {
        let lines = pack.lines_of(docs, |doc| self.kept.contains_key(doc));
        let is_it = |doc, line: &Line| self.kept.get(doc).is_none_or(|kept| kept.source.sum() == line.sum);
        docs.iter().zip(lines).map(|(doc, line)| (doc, line.filter(|line| is_it(doc, line)))).collect()
    }

    /// Of the reader's own of these articles those of which it is not known whether the site's pack tells their event, each
    /// with articles that may. Of many it is not asked.
    fn unmet(&self, pack: &Shelf, docs: &[String]) -> Vec<(String, Vec<(Packed, usize)>)> {
        let mut own = self.lines(pack, docs);
        own.retain(|(_, line)| line.is_none());
        let mut unmet = Vec::new();
        for (doc, _) in own.iter().filter(|_| own.len() <= MANY) {
            if let Some(kept) = self.kept.get(*doc).filter(|kept| !kept.is_met)
                && let Some(facts) = wire::unpack(&kept.found.facts.0)
            {
                let mut near = pack.near(&facts);
                near.retain(|(article, _)| article.text != kept.source.text);
                unmet.push(((*doc).clone(), near));
            }
        }
        unmet
    }

    /// Looks for the events of the reader's own articles in the site's pack.
    fn meet(&mut self, docs: &[String]) {
        let Some(pack) = &self.shelf else { return };
        let unmet = self.unmet(pack, docs);
        let Some(archive) = pack.archive().filter(|_| !unmet.is_empty()) else { return };
        for (doc, near) in unmet {
            let mut others = Vec::new();
            for (article, event) in &near {
                others.push((self.profile(&shelf::source(article)), *event));
            }
            if let Some(kept) = self.kept.get_mut(&doc)
                && let Some(profile) = wire::unpack(&kept.found.profile.0)
            {
                let twin = archive.twin(&profile, &others).and_then(|twin| near.get(twin));
                kept.twin = twin.map(|(article, _)| article.name.clone());
                kept.is_met = true;
            }
        }
    }

    fn profile(&mut self, source: &Source) -> Profile {
        let analysis = self.read(source);
        Profile::of(&self.language.compare.lexicon, &analysis)
    }

    /// Groups articles by event: those of the site's pack as they are grouped there, others by their profiles.
    fn group(&self, docs: &[String], moves: &[Moved]) -> Vec<Vec<String>> {
        let Some(pack) = &self.shelf else { return self.grouped(docs, moves) };
        let (mut events, mut own) = (Vec::new(), Vec::new());
        let mut last = None;
        for (doc, line) in self.lines(pack, docs) {
            match line {
                None => own.push(doc.clone()),
                Some(line) => gather(&mut events, &mut last, doc, line.event),
            }
        }
        self.grouped(&own, &[]).into_iter().for_each(|event| self.join(&mut events, event));
        moves.iter().for_each(|moved| moving(&mut events, moved));
        events
    }

    /// Puts an event of the reader's own articles to that of the site's pack, which may not be listed yet.
    fn join(&self, events: &mut Vec<Vec<String>>, event: Vec<String>) {
        let Some(twin) = event.iter().find_map(|doc| self.kept.get(doc)?.twin.clone()) else {
            return events.push(event);
        };
        match events.iter_mut().find(|other| other.contains(&twin)) {
            Some(other) => other.extend(event),
            None => events.push([vec![twin], event].concat()),
        }
    }

    /// Groups articles by event, by their profiles.
    fn grouped(&self, docs: &[String], moves: &[Moved]) -> Vec<Vec<String>> {
        let profile = |doc: &String| wire::unpack(&self.kept.get(doc)?.found.profile.0);
        let (names, profiles): (Vec<&str>, Vec<Profile>) =
            docs.iter().filter_map(|doc| Some((doc.as_str(), profile(doc)?))).unzip();
        let events = grouped(profiles, &placed(&names, moves)).events();
        let told = |event: Vec<usize>| event.into_iter().map(|article| names[article].to_owned()).collect();
        events.into_iter().map(told).collect()
    }

    /// All that was found in an article: taken out of those that are remembered, else read anew.
    fn analysis(&mut self, doc: &String) -> Option<Analysis> {
        let remembered = self.analyses.remove(doc);
        remembered.or_else(|| {
            let (source, _) = self.open(doc)?;
            Some(self.read(&source))
        })
    }

    fn remember(&mut self, analysis: Analysis) {
        if self.analyses.len() >= MANY {
            self.analyses.clear();
        }
        self.analyses.insert(analysis.name.clone(), analysis);
    }

    fn read(&mut self, source: &Source) -> Analysis {
        analyze_with(&self.language, &article(source), &mut self.memory)
    }

    fn found(&self, analysis: &Analysis) -> Reply {
        let facts = Facts::from(analysis);
        let profile = Profile::of(&self.language.compare.lexicon, analysis);
        let found = Found { facts: Bytes(wire::pack(&facts)), profile: Bytes(wire::pack(&profile)) };
        Reply::Analyzed(facts, found)
    }

    fn analyze(&mut self, source: Source) -> Reply {
        let analysis = self.read(&source);
        let reply = self.found(&analysis);
        if let Reply::Analyzed(_, found) = &reply {
            self.kept.insert(source.name.clone(), Kept::new(source, found.clone()));
        }
        self.remember(analysis);
        reply
    }
}

/// Puts an article to the last event if it tells that, and else into one of its own.
fn gather(events: &mut Vec<Vec<String>>, last: &mut Option<usize>, doc: &str, event: Option<usize>) {
    match events.last_mut() {
        Some(members) if event.is_some() && *last == event => members.push(doc.to_owned()),
        _ => events.push(vec![doc.to_owned()]),
    }
    *last = event;
}

/// Moves an article into the event of another, or out of its own when there is no other.
fn moving(events: &mut Vec<Vec<String>>, (doc, to): &Moved) {
    let of = |events: &[Vec<String>], doc: &String| events.iter().position(|event| event.contains(doc));
    let to = to.as_ref().map(|other| of(events, other));
    if let (Some(from), None | Some(Some(_))) = (of(events, doc), to) {
        events[from].retain(|other| other != doc);
        match to.flatten() {
            Some(event) => events[event].push(doc.clone()),
            None => events.push(vec![doc.clone()]),
        }
        events.retain(|event| !event.is_empty());
    }
}

/// Moves by the places of the articles; those that name another article than these are left out.
fn placed(names: &[&str], moves: &[Moved]) -> Vec<(usize, Option<usize>)> {
    let place = |name: &String| names.iter().position(|other| other == name);
    let one = |(doc, to): &Moved| match to {
        None => Some((place(doc)?, None)),
        Some(other) => Some((place(doc)?, Some(place(other)?))),
    };
    moves.iter().filter_map(one).collect()
}

fn article(source: &Source) -> Article {
    Article {
        name: source.name.clone(),
        text: source.text.to_string(),
        title: source.title.clone(),
        outlet: source.outlet.clone(),
        published: source.published.as_deref().and_then(day_of),
    }
}

#[cfg(test)]
mod tests {
    use super::Server;
    use crate::engine::protocol::{MANY, Reply, Request, Source};
    use crate::export::Format;
    use crate::words::Language as Interface;

    fn source(name: &str) -> Source {
        Source { name: name.to_owned(), text: "Wali kota tiba di Bandung.\n".into(), ..Source::default() }
    }

    #[test]
    fn reads_and_compares_and_forgets() {
        let mut server = Server::new();
        assert!(matches!(server.answer(Request::Analyze(source("a"))), Reply::Analyzed(facts, _) if facts.doc == "a"));
        server.answer(Request::Analyze(source("b")));
        server.answer(Request::Forget("a".to_owned()));
        let docs = vec!["a".to_owned(), "b".to_owned()];
        let Reply::Compared(.., found) = server.answer(Request::Compare(docs, vec![])) else { panic!("no comparison") };
        assert_eq!(found.facts.events, [["b".to_owned()]]);
    }

    #[test]
    fn moves_articles_as_the_reader_told() {
        let mut server = Server::new();
        let docs = ["a", "b", "c"].map(str::to_owned).to_vec();
        docs.iter().for_each(|doc| drop(server.answer(Request::Analyze(source(doc)))));
        let mut events = |moves: &[(&str, Option<&str>)]| {
            let moves = moves.iter().map(|(doc, to)| ((*doc).to_owned(), to.map(str::to_owned))).collect();
            let Reply::Compared(.., found) = server.answer(Request::Compare(docs.clone(), moves)) else { panic!() };
            found.facts.events
        };
        assert_eq!(events(&[]).len(), 1);
        assert_eq!(events(&[("b", None), ("gone", None)]), [vec!["a", "c"], vec!["b"]]);
        assert_eq!(events(&[("b", None), ("a", Some("b"))]), [vec!["a", "b"], vec!["c"]]);
        assert_eq!(events(&[("b", None), ("a", Some("gone"))]), [vec!["a", "c"], vec!["b"]]);
    }

    #[test]
    fn several_workers_find_what_one_does() {
        let text =
            |number: usize| format!("Banjir {number}\n\nWali Kota Siti Rahma tiba di Garut, {number} Maret 2025.\n");
        let source =
            |number: usize| Source { name: number.to_string(), text: text(number).into(), ..Source::default() };
        let (mut alone, mut keeper, mut reader) = (Server::new(), Server::new(), Server::new());
        for number in 0..9 {
            let expected = alone.answer(Request::Analyze(source(number)));
            let Reply::Analyzed(facts, found) = reader.answer(Request::Read(source(number))) else {
                panic!("not read")
            };
            assert_eq!(expected, Reply::Analyzed(facts, found.clone()));
            keeper.answer(Request::Keep(source(number), found));
        }
        let docs: Vec<String> = (0..9).map(|number| number.to_string()).collect();
        let moves = vec![("3".to_owned(), None)];
        let asked = [
            Request::Open(docs.clone()),
            Request::Search("rahma".to_owned(), vec![], 8),
            Request::Group(docs.clone(), moves.clone()),
            Request::Compare(docs.clone(), moves.clone()),
            Request::Export(Format::Csv, docs.clone(), Interface::English, vec![]),
        ];
        for request in asked {
            assert_eq!(keeper.answer(request.clone()), alone.answer(request));
        }
        let Reply::Grouped(.., events) = keeper.answer(Request::Group(docs.clone(), moves.clone())) else { panic!() };
        let Reply::Compared(.., whole) = keeper.answer(Request::Compare(docs, moves)) else { panic!() };
        assert_eq!(events, whole.facts.events);
    }

    #[test]
    fn remembers_few_and_compares_all_the_same() {
        let mut server = Server::new();
        let docs: Vec<String> = (0..2 * MANY).map(|number| number.to_string()).collect();
        docs.iter().for_each(|doc| drop(server.answer(Request::Analyze(source(doc)))));
        assert!(server.analyses.len() <= MANY);
        let Reply::Compared(.., found) = server.answer(Request::Compare(docs, vec![])) else { panic!() };
        assert_eq!((found.facts.events.len(), server.analyses.len() <= MANY), (1, true));
    }
}
