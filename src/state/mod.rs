//! All that can change on the page, and the one place where it changes.

pub mod action;
mod moving;
mod own;
pub mod parts;
mod reading;
pub mod shelf;
#[cfg(test)]
mod tests;

use crate::corrections::Correction;
use crate::corrections::history::History;
use crate::engine::protocol::{Compared, MANY};
use crate::layout::MarkRef;
use crate::library::{Article, Library, Origin};
use crate::listing::Listing;
use crate::route::Route;
use crate::shared::Shared;
use crate::state::action::Action;
use crate::state::parts::{Engine, Filter, Gone, Hits, Jump, Made, Notice, Phase, Sheet, Sides, Tab, Theme};
use crate::state::shelf::Shelf;
use crate::view::layer::Layers;
use crate::words::Language;

/// All that can change.
#[expect(clippy::struct_excessive_bools, reason = "each changes on its own")]
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    /// The articles.
    pub library: Shared<Library>,
    /// Whether seeds and saved articles are all here.
    pub listed: bool,
    /// Whether the reader wants the site's own articles out of the way.
    pub alone: bool,
    /// How far the site's pack is listed, if it has one.
    pub shelf: Option<Shelf>,
    /// The text of the article that the page came with, to be read until the articles are listed.
    pub first: Shared<String>,
    /// How the workers are.
    pub engine: Engine,
    /// Names of the articles that the page has the facts of.
    pub here: Vec<String>,
    /// The list of articles.
    pub listing: Shared<Listing>,
    /// The parts of it that are in view, or near.
    pub near: (usize, usize),
    /// The comparisons made from the present library.
    pub comparisons: Vec<Made>,
    /// Whether only what is looked at first is shown of the comparison at hand, as it has just been made.
    pub folded: bool,
    /// What the reader set right.
    pub history: History,
    /// The corrections that the browser keeps, as far as is known here.
    pub kept: Shared<Vec<Correction>>,
    /// The articles that the reader has removed.
    pub removed: Shared<Vec<Gone>>,
    /// What the reader told of a time, if the calendar does not have it.
    pub refused: Option<String>,
    /// When (ms) the reader's own things first changed since they were last written to a file.
    pub unexported: Option<u64>,
    /// How many of how many files are taken in.
    pub taking: Option<(usize, usize)>,
    /// The view.
    pub route: Route,
    /// The article that was read last.
    pub last: Option<String>,
    /// How many articles the reader has just added, and the first of them.
    pub added: (usize, String),
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
    /// What was found.
    pub hits: Shared<Hits>,
    /// How often the reader asked to search further.
    pub deeper: u32,
    /// How many hits to go on as soon as they are there.
    pub stepping: isize,
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

/// Articles up to which every line of the list is shown in full, in view or not.
pub const FULL: usize = 600;

/// Articles of an event that are compared as soon as one of them is opened.
const FEW: usize = 12;

/// Files of the site's pack that are searched at first, and how many times more whenever the reader asks for more.
const SEARCHED: usize = 8;

impl State {
    /// How far the page is.
    pub fn phase(&self) -> Phase {
        if self.engine == Engine::Broken {
            Phase::Failed
        } else if !self.listed {
            Phase::Loading
        } else if self.taking.is_some()
            || !self.library.settled()
            || self.whole().is_none()
            || !self.sought().is_empty()
        {
            Phase::Working
        } else {
            Phase::Ready
        }
    }

    /// The open article: the one named in the address, in other views the one read last, or the first.
    pub fn open(&self) -> Option<&Shared<Article>> {
        let name = match &self.route {
            Route::Read(name) => name,
            _ => &self.last,
        };
        let named = name.as_ref().and_then(|name| self.library.get(name));
        named.or_else(|| self.library.articles.first().filter(|_| self.sought().is_empty()))
    }

    /// The articles named in the address, when none of them is here or in the site's pack.
    pub fn unknown(&self) -> &[String] {
        let docs = self.route.docs();
        let is_told = self.listed && self.sought().is_empty() && docs.iter().all(|doc| self.library.get(doc).is_none());
        if is_told { docs } else { &[] }
    }

    /// Where comparing leads: to the ticked articles, or to the event of the open one.
    pub fn to_compare(&self) -> Route {
        match &self.route {
            _ if self.picked.len() > 1 => Route::Compare(self.picked.to_vec()),
            Route::Compare(_) => self.route.clone(),
            _ => Route::Compare(self.open().map(|article| self.event_of(&article.source.name)).unwrap_or_default()),
        }
    }

    /// The comparison of these articles.
    pub fn comparison(&self, docs: &[String]) -> Option<&Shared<Compared>> {
        self.comparisons.iter().find(|made| !made.grouped && made.docs == docs).map(|made| &made.found)
    }

    /// The comparison of all articles; of many only the events.
    pub fn whole(&self) -> Option<&Shared<Compared>> {
        self.comparisons.iter().find(|made| made.whole).map(|made| &made.found)
    }

    /// Whether there are too many articles to compare each with each.
    pub fn is_many(&self) -> bool {
        self.library.articles.len() > MANY || self.shelf.is_some()
    }

    /// Files of the site's pack that are searched at most.
    pub fn searched(&self) -> usize {
        SEARCHED.saturating_mul(SEARCHED.saturating_pow(self.deeper))
    }

    /// Whether what is searched for is still being looked for.
    pub fn is_searching(&self) -> bool {
        self.hits.query != self.query || self.hits.deeper != self.deeper
    }

    /// The articles to compare in the present view.
    pub fn compared_docs(&self) -> Vec<String> {
        let Route::Compare(docs) = &self.route else { return Vec::new() };
        let named = docs.iter().filter(|doc| self.library.get(doc).is_some_and(|article| article.read));
        let named: Vec<String> = named.cloned().collect();
        match () {
            () if !self.sought().is_empty() => Vec::new(),
            () if docs.is_empty() => self.largest_event(),
            () => named,
        }
    }

    /// The articles that are written out: those that are compared, else all that are listed.
    pub fn to_export(&self) -> Vec<String> {
        let compared = self.compared_docs();
        if compared.is_empty() { self.library.read() } else { compared }
    }

    /// How many articles are written out, and how many more the site has that are not listed.
    pub fn exported(&self) -> (usize, usize) {
        match self.compared_docs().len() {
            0 => (self.library.articles.iter().filter(|article| article.read).count(), self.unlisted()),
            compared => (compared, 0),
        }
    }

    /// The event that most articles tell.
    pub fn largest_event(&self) -> Vec<String> {
        let events = self.whole().map(|whole| whole.facts.events.as_slice()).unwrap_or_default();
        events.iter().rev().max_by_key(|event| event.len()).cloned().unwrap_or_default()
    }

    /// The event that an article tells, if others tell it too.
    pub fn event_of(&self, name: &str) -> Vec<String> {
        let events = self.whole().map(|whole| whole.facts.events.as_slice()).unwrap_or_default();
        let own = events.iter().find(|event| event.len() > 1 && event.iter().any(|doc| doc == name));
        own.cloned().unwrap_or_default()
    }

    /// Whether the site's articles can be put out of the way, beside the reader's own, or back; none when there is no choice.
    pub fn can_be_alone(&self) -> Option<bool> {
        let has = |seed: bool| self.library.articles.iter().any(|article| (article.origin == Origin::Seed) == seed);
        (self.shelf.is_none() && self.listed && (self.alone || has(true) && has(false))).then_some(!self.alone)
    }

    /// The comparison that tells how often the names of an article stand in others: in all, or of many in
    /// those of its event.
    pub fn around(&self, article: &Article) -> Option<&Shared<Compared>> {
        if self.is_many() { self.comparison(&self.event_of(&article.source.name)) } else { self.whole() }
    }

    /// The articles whose dates the timeline shows: of many those that are ticked, or of one event.
    pub fn dated_docs(&self) -> Vec<String> {
        if !self.is_many() {
            return self.library.read();
        }
        if self.picked.is_empty() { self.largest_event() } else { self.picked.to_vec() }
    }

    /// The articles that the view lays side by side, beside all of them.
    fn beside(&self) -> Vec<String> {
        match &self.route {
            Route::Compare(_) => self.compared_docs(),
            Route::Timeline if self.is_many() => self.dated_docs(),
            Route::Read(_) if self.is_many() => {
                let event = self.open().map(|article| self.event_of(&article.source.name)).unwrap_or_default();
                if event.len() > FEW { Vec::new() } else { event }
            }
            _ => Vec::new(),
        }
    }

    /// The articles of the list that are in view, or near, and were not read yet.
    pub fn listed_near(&self) -> Vec<String> {
        let (first, last) = self.near;
        let near = self.listing.parts.iter().skip(first).take(last + 1 - first).flat_map(|part| part.articles.iter());
        near.filter(|article| !article.settled()).map(|article| article.source.name.clone()).collect()
    }

    /// Makes the list of articles anew, if they or their events have changed.
    fn list(&mut self) {
        let whole = self.whole();
        if !self.listing.is_of(&self.library, whole) {
            self.listing = Shared::new(self.listing.next(&self.library, whole));
        }
    }

    /// The articles whose text and facts the view shows.
    pub fn looked_at(&self) -> Vec<String> {
        match &self.route {
            Route::Compare(_) => self.compared_docs(),
            Route::Timeline => self.dated_docs(),
            _ => self.open().map(|article| article.source.name.clone()).into_iter().collect(),
        }
    }

    /// The comparisons that the view needs and that were not made yet.
    pub fn wanted(&self) -> Vec<Vec<String>> {
        if !self.listed || self.taking.is_some() || !self.library.settled() {
            return Vec::new();
        }
        let whole = self.whole().is_none().then(|| self.library.read());
        let beside = Some(self.beside()).filter(|docs| !docs.is_empty() && self.comparison(docs).is_none());
        let mut wanted: Vec<Vec<String>> = whole.into_iter().chain(beside).collect();
        wanted.dedup();
        wanted
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
        let stays = matches!(&action, Action::Go(route) if *route == self.route);
        if action.is_going_on() && !stays {
            self.notices.retain(|notice| !notice.is_passing());
        }
        match action {
            Action::Add(source, origin) => self.add(source, origin),
            Action::Remove(name) => self.remove_one(name),
            Action::Alone(alone) => self.set_alone(alone),
            Action::Restore(index) => self.restore(index),
            Action::Listed => self.listed(),
            Action::Analyzed(all) => all.into_iter().for_each(|facts| self.analyzed(facts)),
            Action::Opened(docs, articles) => self.opened(&docs, articles),
            Action::Compared(docs, moves, found) => self.compared(docs, &moves, found, false),
            Action::Unfold => self.folded = false,
            Action::Grouped(docs, moves, events) => self.grouped(docs, &moves, events),
            Action::Found(query, hits, left) => self.found(query, hits, left),
            Action::Shelved(shard, docs, listed) => self.shelved(shard, docs, listed),
            Action::Deeper => self.deeper += 1,
            Action::Lost => self.lose(),
            Action::Near(first, last) => self.near = (first, last),
            Action::Crashed(request) => self.crashed(request),
            Action::Broken => self.engine = Engine::Broken,
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
            Action::Taking(progress) => self.taken(progress),
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
        self.tidy();
        self.list();
        self
    }
}
