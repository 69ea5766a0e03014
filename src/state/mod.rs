//! All that can change on the page, and the one place where it changes.

pub mod action;
mod moving;
mod own;
pub mod parts;
#[cfg(test)]
mod tests;

use silang_core::facts::Facts;

use crate::corrections::history::History;
use crate::corrections::{self, Correction, Moved};
use crate::engine::protocol::{Compared, Request, Source};
use crate::layout::MarkRef;
use crate::library::{Article, Library, Origin};
use crate::route::Route;
use crate::shared::Shared;
use crate::state::action::Action;
use crate::state::parts::{Filter, Jump, Made, Notice, Phase, Sheet, Sides, Tab, Theme};
use crate::view::layer::Layers;
use crate::words::Language;

/// All that can change.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    /// The articles.
    pub library: Shared<Library>,
    /// Whether seeds and saved articles are all here.
    pub listed: bool,
    /// The text of the article that the page came with, to be read until the articles are listed.
    pub first: Shared<String>,
    /// Whether the worker can't be started.
    pub broken: bool,
    /// The comparisons made from the present library.
    pub comparisons: Vec<Made>,
    /// What the reader set right.
    pub history: History,
    /// The corrections that the browser keeps, as far as is known here.
    pub kept: Shared<Vec<Correction>>,
    /// The articles that the reader has removed.
    pub removed: Shared<Vec<Source>>,
    /// What the reader told of a time, if the calendar does not have it.
    pub refused: Option<String>,
    /// When (ms) the reader's own things first changed since they were last written to a file.
    pub unexported: Option<u64>,
    /// How many of how many files are taken in.
    pub taking: Option<(usize, usize)>,
    /// The view.
    pub route: Route,
    /// The layers switched off.
    pub hidden: Layers,
    /// The mark whose card is open.
    pub focus: Option<MarkRef>,
    /// The mark that was walked to.
    pub cursor: Option<MarkRef>,
    /// The place last jumped to.
    pub jump: Option<Jump>,
    /// The articles ticked for comparing.
    pub picked: Shared<Vec<String>>,
    /// The open list.
    pub tab: Tab,
    /// Language of the interface.
    pub language: Language,
    /// Light or dark.
    pub theme: Theme,
    /// What the reader should be told.
    pub notices: Vec<Notice>,
    /// What lies over the page.
    pub sheet: Option<Sheet>,
    /// What is searched for.
    pub query: String,
    /// Whether the hits are listed.
    pub hits_open: bool,
    /// Number of the hit last shown.
    pub hit: Option<usize>,
    /// Which lines of the matrix are shown.
    pub filter: Filter,
    /// The wording that the others are laid against, by utterance.
    pub bases: Shared<Vec<(usize, usize)>>,
    /// The one article whose dates are shown; those of all when there is none.
    pub only: Option<String>,
    /// The two articles side by side.
    pub sides: Sides,
}

impl State {
    /// How far the page is.
    pub fn phase(&self) -> Phase {
        if self.broken {
            Phase::Failed
        } else if !self.listed {
            Phase::Loading
        } else if self.taking.is_some() || !self.library.settled() || self.whole().is_none() {
            Phase::Working
        } else {
            Phase::Ready
        }
    }

    /// The open article: the one named in the address, or the first.
    pub fn open(&self) -> Option<&Shared<Article>> {
        let named = if let Route::Read(Some(name)) = &self.route { self.library.get(name) } else { None };
        named.or_else(|| self.library.articles.first())
    }

    /// The comparison of these articles.
    pub fn comparison(&self, docs: &[String]) -> Option<&Shared<Compared>> {
        self.comparisons.iter().find(|made| made.docs == docs).map(|made| &made.found)
    }

    /// The comparison of all articles.
    pub fn whole(&self) -> Option<&Shared<Compared>> {
        if self.comparisons.is_empty() { None } else { self.comparison(&self.library.read()) }
    }

    /// The articles to compare in the present view.
    pub fn compared_docs(&self) -> Vec<String> {
        let Route::Compare(docs) = &self.route else { return Vec::new() };
        let named = docs.iter().filter(|doc| self.library.get(doc).is_some_and(|article| article.facts.is_some()));
        let named: Vec<String> = named.cloned().collect();
        if named.is_empty() { self.largest_event() } else { named }
    }

    /// The event that most articles tell.
    pub fn largest_event(&self) -> Vec<String> {
        let events = self.whole().map(|whole| whole.facts.events.as_slice()).unwrap_or_default();
        events.iter().rev().max_by_key(|event| event.len()).cloned().unwrap_or_default()
    }

    /// The comparisons that the view needs and that were not made yet.
    pub fn wanted(&self) -> Vec<Vec<String>> {
        if !self.listed || self.taking.is_some() || !self.library.settled() {
            return Vec::new();
        }
        let mut wanted = vec![self.library.read()];
        wanted.push(self.compared_docs());
        wanted.retain(|docs| (!docs.is_empty() || self.library.read().is_empty()) && self.comparison(docs).is_none());
        wanted.dedup();
        wanted
    }

    fn add(&mut self, mut source: Source, origin: Origin) {
        let twin = self.library.articles.iter().find(|article| article.source.text == source.text);
        if let Some(twin) = twin {
            if origin == Origin::New {
                self.notices.push(Notice::Repeated(source.name, twin.source.name.clone()));
            }
            return;
        }
        source.name = self.library.free_name(&source.name);
        let mut article = Article::new(source, origin);
        article.correct(&self.history.now);
        self.library.make_mut().articles.push(Shared::new(article));
    }

    fn remove(&mut self, name: &str) {
        if let Some(article) = self.library.get(name) {
            self.removed.make_mut().push(article.source.clone());
        }
        self.let_go(name);
    }

    fn let_go(&mut self, name: &str) {
        self.library.make_mut().articles.retain(|article| article.source.name != name);
        self.picked.make_mut().retain(|picked| picked != name);
        self.focus = None;
        self.changed();
    }

    /// What was found has changed: no comparison holds any more.
    pub(super) fn changed(&mut self) {
        self.comparisons.clear();
    }

    fn analyzed(&mut self, facts: Facts) {
        let corrections = self.history.now.clone();
        let Some(article) = self.library.make_mut().get_mut(&facts.doc) else { return };
        if article.raw.as_deref() == Some(&facts) {
            return;
        }
        article.found(facts, &corrections);
        self.changed();
    }

    fn compared(&mut self, docs: Vec<String>, moves: &[Moved], found: Compared) {
        // What was compared before the reader moved an article on is no answer any more.
        if self.comparison(&docs).is_none() && moves == corrections::moves(&self.history.now) {
            let raw = Shared::new(found);
            self.comparisons.push(Made { docs, found: self.set_right(&raw), raw });
        }
    }

    fn crashed(&mut self, request: Option<Request>) {
        match request {
            Some(Request::Analyze(source)) => {
                if let Some(article) = self.library.make_mut().get_mut(&source.name) {
                    article.failed = true;
                }
                self.notices.push(Notice::Crashed(source.name));
            }
            Some(Request::Compare(docs, moves)) => {
                self.notices.push(Notice::Crashed(docs.join(", ")));
                self.compared(docs, &moves, Compared::default());
            }
            Some(Request::Forget(_) | Request::Export(..)) | None => {}
        }
    }

    fn pick(&mut self, doc: String) {
        let picked = self.picked.make_mut();
        match picked.iter().position(|other| *other == doc) {
            Some(at) => drop(picked.remove(at)),
            None => picked.push(doc),
        }
    }

    fn tell(&mut self, notice: Notice) {
        if !self.notices.contains(&notice) {
            self.notices.push(notice);
        }
    }

    fn dismiss(&mut self, index: usize) {
        if index < self.notices.len() {
            self.notices.remove(index);
        }
    }

    /// The state after `action`.
    #[must_use]
    pub fn after(mut self, action: Action) -> Self {
        match action {
            Action::Add(source, origin) => self.add(source, origin),
            Action::Remove(name) => self.remove(&name),
            Action::Listed => self.listed = true,
            Action::Analyzed(facts) => self.analyzed(facts),
            Action::Compared(docs, moves, found) => self.compared(docs, &moves, found),
            Action::Crashed(request) => self.crashed(request),
            Action::Broken => self.broken = true,
            Action::Tell(notice) => self.tell(notice),
            Action::Dismiss(index) => self.dismiss(index),
            Action::DismissAll => self.notices.clear(),
            Action::Go(route) => self.go(route),
            Action::Find(text) => self.find(&text),
            Action::Show(doc, at) => self.show(doc, at),
            Action::Toggle(layer) => self.hidden = self.hidden.toggled(layer),
            Action::Clean => self.clean(),
            Action::Escape => self.escape(),
            Action::Visit(mark) => self.visit(mark),
            Action::Focus(mark) => self.focus(mark),
            Action::Pick(doc) => self.pick(doc),
            Action::Tab(tab) => self.tab = tab,
            Action::Language(language) => self.language = language,
            Action::Theme(theme) => self.theme = theme,
            Action::Sheet(sheet) => self.sheet = sheet,
            Action::Correct(correction) => self.correct(correction),
            Action::TakeBack(_) | Action::Undo | Action::Redo | Action::Join(_) => {
                self.rewrite(action);
            }
            Action::Articles(kept) => self.take_over(kept),
            Action::Corrections(mine, kept) => self.join(&mine, kept),
            Action::Kept(new) => self.kept(&new),
            Action::Touched(when) => self.unexported = when,
            Action::Taking(progress) => self.taking = progress,
            Action::Cancel => self.cancel(),
            Action::Search(query) => self.search(query),
            Action::Step(by) => self.step(by),
            Action::Walk(by) => self.walk(by),
            Action::Enter => self.focus(self.cursor),
            Action::Flip => self.sides.flipped = !self.sides.flipped,
            Action::Lock => self.sides.unlocked = !self.sides.unlocked,
            Action::Filter(filter) => self.filter = filter,
            Action::Base(utterance, wording) => {
                self.bases.make_mut().retain(|(other, _)| *other != utterance);
                self.bases.make_mut().push((utterance, wording));
            }
            Action::Only(doc) => self.only = doc,
            Action::Sides(docs) => self.sides.docs = docs,
        }
        self
    }
}
