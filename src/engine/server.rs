//! Answers requests; pure, so that it runs in a test as in a worker.

use std::collections::BTreeMap;

use silang_core::facts::{ComparisonFacts, Facts};
use silang_core::time::value::day_of;
use silang_core::{Analysis, Article, Language, analyze, compare};

use crate::engine::protocol::{Compared, Reply, Request, Source};
use crate::engine::wording;
use crate::export;

/// The articles read so far.
pub struct Server {
    language: Language,
    analyses: BTreeMap<String, Analysis>,
}

impl Server {
    /// A server that has read nothing yet.
    pub fn new() -> Self {
        Self { language: Language::indonesian(), analyses: BTreeMap::new() }
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
            Request::Compare(docs) => {
                let articles = self.articles(&docs);
                let comparison = compare(&self.language.compare, &articles);
                let wordings = wording::all(&articles, &comparison);
                Reply::Compared(docs, Compared { facts: ComparisonFacts::new(&articles, &comparison), wordings })
            }
        }
    }

    fn articles(&self, docs: &[String]) -> Vec<&Analysis> {
        docs.iter().filter_map(|doc| self.analyses.get(doc)).collect()
    }

    fn analyze(&mut self, source: Source) -> Reply {
        let name = source.name.clone();
        let analysis = analyze(&self.language, &article(source));
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
        let Reply::Compared(_, comparison) = server.answer(Request::Compare(docs)) else { panic!("no comparison") };
        assert_eq!(comparison.facts.events, [["b".to_owned()]]);
    }
}
