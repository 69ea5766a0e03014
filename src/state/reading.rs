//! Articles come and go, are read and compared; what is not looked at is let go of.

use silang_core::facts::Facts;

use crate::corrections::{self, Moved};
use crate::engine::protocol::{Compared, Listed, Request, Source};
use crate::library::{Article, Origin};
use crate::route::Route;
use crate::shared::Shared;
use crate::state::State;
use crate::state::parts::{Engine, Gone, Made, Notice};

impl State {
    pub(super) fn add(&mut self, mut source: Source, origin: Origin) {
        if let Some(twin) = self.library.of_sum(source.sum()) {
            let (name, is_here) = (twin.source.name.clone(), twin.is_here());
            if origin == Origin::New {
                self.notices.push(Notice::Repeated(source.name, name));
            } else if self.engine == Engine::Lost
                && !is_here
                && let Some(article) = self.library.make_mut().get_mut(&name)
            {
                article.source.text = source.text;
            }
            return;
        }
        source.name = self.library.free_name(&source.name);
        if origin == Origin::New {
            let (count, first) = &mut self.added;
            *count += 1;
            if *count == 1 {
                first.clone_from(&source.name);
            }
        }
        let mut article = Article::new(source, origin);
        article.correct(&self.history.now);
        self.library.make_mut().push(article);
    }

    /// So many of so many files are taken in; when all are, the reader is told how many articles came.
    pub(super) fn taken(&mut self, progress: Option<(usize, usize)>) {
        self.taking = progress;
        if progress.is_none() {
            let (count, first) = std::mem::take(&mut self.added);
            if count > 0 {
                self.tell(Notice::Added(count, first));
            }
        }
    }

    /// Removes an article, and offers to bring it back.
    pub(super) fn remove_one(&mut self, name: String) {
        if let Some(article) = self.library.get(&name).filter(|article| article.is_here()) {
            self.tell(Notice::Removed(Box::new(article.source.clone())));
        }
        if self.route == Route::Read(Some(name.clone())) {
            self.go(Route::Read(None));
        }
        self.remove(&[name]);
    }

    /// Puts the site's articles out of the way; when they are to come back, they are fetched again.
    pub(super) fn set_alone(&mut self, alone: bool) {
        self.alone = alone;
        if alone {
            let seeds = self.library.articles.iter().filter(|article| article.origin == Origin::Seed);
            let seeds: Vec<String> = seeds.map(|article| article.source.name.clone()).collect();
            if self.route.docs().iter().any(|doc| seeds.contains(doc)) {
                self.go(Route::Read(None));
            }
            self.drop_all(&seeds);
        }
    }

    /// Brings back the article of a notice.
    pub(super) fn restore(&mut self, index: usize) {
        if let Some(Notice::Removed(source)) = self.notices.get(index).cloned() {
            self.dismiss(index);
            self.add(*source, Origin::New);
            self.added = Default::default();
        }
    }

    pub(super) fn remove(&mut self, names: &[String]) {
        for article in names.iter().filter_map(|name| self.library.get(name)) {
            let gone = Gone { name: article.source.name.clone(), sum: article.sum };
            self.removed.make_mut().push(gone);
        }
        self.drop_all(names);
    }

    pub(super) fn drop_all(&mut self, names: &[String]) {
        self.library.make_mut().retain(|article| !names.contains(&article.source.name));
        self.picked.make_mut().retain(|picked| !names.contains(picked));
        self.focus = None;
        self.changed();
    }

    /// What was found has changed: no comparison holds any more.
    pub(super) fn changed(&mut self) {
        self.comparisons.clear();
    }

    pub(super) fn analyzed(&mut self, facts: Facts) {
        let corrections = self.history.now.clone();
        let Some(article) = self.library.make_mut().get_mut(&facts.doc) else { return };
        if article.raw.as_deref() == Some(&facts) {
            article.read = true;
            return;
        }
        self.here.push(facts.doc.clone());
        article.found(facts, &corrections);
        self.changed();
    }

    /// Takes back what the page had let go of.
    pub(super) fn opened(&mut self, docs: &[String], articles: Vec<(Source, Facts)>) {
        let corrections = self.history.now.clone();
        for doc in docs.iter().filter(|doc| !articles.iter().any(|(source, _)| source.name == **doc)) {
            if let Some(article) = self.library.make_mut().get_mut(doc) {
                article.failed = true;
            }
            if self.shelf.is_some() {
                self.tell(Notice::Missing(doc.clone()));
            }
        }
        for (source, facts) in articles {
            let sum = source.sum();
            let Some(article) = self.library.make_mut().get_mut(&source.name).filter(|article| article.sum == sum)
            else {
                continue;
            };
            article.source.text = source.text;
            if article.read {
                article.found(facts, &corrections);
            }
            self.here.push(source.name);
        }
    }

    /// All articles are here, or here again.
    pub(super) fn listed(&mut self) {
        self.listed = true;
        if self.engine == Engine::Lost {
            self.engine = Engine::Up;
        }
    }

    /// A worker has died with all that was read: it has to be read again.
    pub(super) fn lose(&mut self) {
        self.engine = Engine::Lost;
        // What is in the site's pack is found there again.
        let has_pack = self.shelf.is_some();
        let is_lost = |article: &Article| {
            article.read && !(has_pack && article.origin == Origin::Seed && article.about.is_none())
        };
        for article in self.library.make_mut().articles.iter_mut().filter(|article| is_lost(article)) {
            article.make_mut().read = false;
        }
    }

    /// Lets go of what the view does not show, when there are many articles.
    pub(super) fn tidy(&mut self) {
        if self.here.is_empty() || !self.is_many() {
            return;
        }
        let looked_at = self.looked_at();
        let (shown, others): (Vec<String>, Vec<String>) =
            std::mem::take(&mut self.here).into_iter().partition(|name| looked_at.contains(name));
        self.here = shown;
        for name in others {
            if self.library.get(&name).is_some_and(|article| article.may_go())
                && let Some(article) = self.library.make_mut().get_mut(&name)
            {
                article.let_go();
            }
            if self.library.get(&name).is_some_and(|article| article.is_here()) {
                self.here.push(name);
            }
        }
    }

    pub(super) fn compared(&mut self, docs: Vec<String>, moves: &[Moved], found: Compared, grouped: bool) {
        // What was compared before the reader moved an article on is no answer any more.
        let is_there = self.comparisons.iter().any(|made| made.grouped == grouped && made.docs == docs);
        if !is_there && moves == corrections::moves(&self.history.now) {
            let raw = Shared::new(found);
            let whole = docs == self.library.read();
            self.folded |= docs == self.compared_docs();
            self.comparisons.push(Made { docs, whole, grouped, found: self.set_right(&raw), raw });
        }
    }

    pub(super) fn grouped(&mut self, docs: Vec<String>, moves: &[Moved], events: Vec<Vec<String>>) {
        let mut found = Compared::default();
        found.facts.events = events;
        self.compared(docs, moves, found, true);
    }

    pub(super) fn crashed(&mut self, request: Option<Request>) {
        match request {
            Some(Request::Analyze(source) | Request::Read(source) | Request::Keep(source, _)) => {
                if let Some(article) = self.library.make_mut().get_mut(&source.name) {
                    article.failed = true;
                }
                self.notices.push(Notice::Crashed(source.name));
            }
            Some(Request::Compare(docs, moves)) => {
                self.notices.push(Notice::Crashed(docs.join(", ")));
                self.compared(docs, &moves, Compared::default(), false);
            }
            Some(Request::Group(docs, moves)) => {
                self.notices.push(Notice::Crashed(self.language.article_count(docs.len())));
                self.grouped(docs, &moves, Vec::new());
            }
            Some(Request::List(shard, docs)) => self.shelved(shard, docs, Listed::default()),
            Some(Request::Forget(_) | Request::Export(..) | Request::Open(_) | Request::Search(..)) | None => {}
        }
    }
}
