//! Answers requests; pure, so that it runs in a test as in a worker.

use std::collections::BTreeMap;

use silang_core::compare::{Comparison, compare_moved};
use silang_core::facts::{ComparisonFacts, Facts};
use silang_core::time::value::day_of;
use silang_core::{Analysis, Article, Language, Memory, analyze_with};

use crate::corrections::Moved;
use crate::engine::protocol::{Compared, Reply, Request, Source};
use crate::engine::wording;
use crate::export;

/// The articles read so far.
pub struct Server {
    language: Language,
    memory: Memory,
    analyses: BTreeMap<String, Analysis>,
}

impl Server {
    /// A server that has read nothing yet.
    pub fn new() -> Self {
        Self { language: Language::indonesian(), memory: Memory::default(), analyses: BTreeMap::new() }
    }

    /// Does what is asked.
    pub fn answer(&mut self, request: Request) -> Reply {
        match request {
            Request::Analyze(source) => self.analyze(source),
            Request::Forget(name) => {
                self.analyses.remove(&name);
                Reply::Forgotten
            }
            Request::Export(format, docs, language, corrections) => {
                Reply::Exported(format, export::write(format, &self.articles(&docs), language, &corrections))
            }
            Request::Compare(docs, moves) => {
                let articles = self.articles(&docs);
                let comparison = self.compare(&articles, &moves);
                let wordings = wording::all(&articles, &comparison);
                let found = Compared { facts: ComparisonFacts::new(&articles, &comparison), wordings };
                Reply::Compared(docs, moves, found)
            }
        }
    }

    /// Compares articles; moves that name another article than these are left out.
    fn compare(&self, articles: &[&Analysis], moves: &[Moved]) -> Comparison {
        let place = |name: &String| articles.iter().position(|article| article.name == *name);
        let placed = |(doc, to): &Moved| match to {
            None => Some((place(doc)?, None)),
            Some(other) => Some((place(doc)?, Some(place(other)?))),
        };
        let moves: Vec<_> = moves.iter().filter_map(placed).collect();
        compare_moved(&self.language.compare, articles, &moves)
    }

    fn articles(&self, docs: &[String]) -> Vec<&Analysis> {
        docs.iter().filter_map(|doc| self.analyses.get(doc)).collect()
    }

    fn analyze(&mut self, source: Source) -> Reply {
        let name = source.name.clone();
        let analysis = analyze_with(&self.language, &article(source), &mut self.memory);
        let facts = Facts::from(&analysis);
        self.analyses.insert(name, analysis);
        Reply::Analyzed(facts)
    }
}

fn article(source: Source) -> Article {
    Article {
        name: source.name,
        text: source.text,
        title: source.title,
        outlet: source.outlet,
        published: source.published.as_deref().and_then(day_of),
    }
}

#[cfg(test)]
mod tests {
    use super::Server;
    use crate::engine::protocol::{Reply, Request, Source};

    fn source(name: &str) -> Source {
        Source { name: name.to_owned(), text: "Wali kota tiba di Bandung.\n".to_owned(), ..Source::default() }
    }

    #[test]
    fn reads_and_compares_and_forgets() {
        let mut server = Server::new();
        assert!(matches!(server.answer(Request::Analyze(source("a"))), Reply::Analyzed(facts) if facts.doc == "a"));
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
}
