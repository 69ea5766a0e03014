//! All that can change on the page, and the one place where it changes.

use std::rc::Rc;

use silang_core::facts::{At, DocAt, Facts};
use yew::Reducible;

use crate::corrections::{self, Correction};
use crate::engine::protocol::{Compared, Request, Source};
use crate::layout::{self, MarkRef};
use crate::library::{Article, Library, Origin};
use crate::route::Route;
use crate::search;
use crate::shared::Shared;
use crate::store::decode::Unreadable;
use crate::view::layer::{Layer, Layers};
use crate::words::Language;

/// How far the page is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Articles are still being fetched.
    Loading,
    /// Articles are being read or compared.
    Working,
    /// All is read.
    Ready,
    /// The worker can't be started.
    Failed,
}

impl Phase {
    /// The word in the page's `data-state`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Loading => "loading",
            Self::Working => "working",
            Self::Ready => "ready",
            Self::Failed => "failed",
        }
    }
}

/// Something the reader should be told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// A file is not an article.
    Unreadable(String, Unreadable),
    /// A file is already here, under the second name.
    Repeated(String, String),
    /// A file was read from another encoding than UTF-8.
    Decoded(String, &'static str),
    /// The worker died over an article.
    Crashed(String),
    /// An article could not be saved in this browser.
    NotSaved(String),
    /// An article of the site could not be fetched.
    Missing(String),
    /// The worker could not be started.
    Broken,
}

/// A comparison of some articles.
#[derive(Clone, Debug, PartialEq)]
pub struct Made {
    /// Which.
    pub docs: Vec<String>,
    /// What was found.
    pub raw: Shared<Compared>,
    /// What was found, as the reader set it right.
    pub found: Shared<Compared>,
}

/// Which lines of a comparison's matrix are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Filter {
    /// Every line.
    #[default]
    All,
    /// What every article has.
    Shared,
    /// What some have and others have not.
    Some,
    /// What only one has.
    Only,
}

/// A place to show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Jump {
    /// Where in the open article.
    pub at: At,
    /// Number of the jump, so that the same place can be shown again.
    pub serial: u32,
}

/// The lists beside the article.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tab {
    /// People, organisations, places.
    #[default]
    Entities,
    /// Times.
    Times,
    /// Statements.
    Statements,
}

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the browser is.
    #[default]
    Auto,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// The word in the page's `data-theme`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The one that comes after it.
    pub fn next(self) -> Self {
        match self {
            Self::Auto => Self::Light,
            Self::Light => Self::Dark,
            Self::Dark => Self::Auto,
        }
    }

    /// The theme of that word.
    pub fn of(name: &str) -> Self {
        match name {
            "light" => Self::Light,
            "dark" => Self::Dark,
            _ => Self::Auto,
        }
    }
}

/// What lies over the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sheet {
    /// A field to paste an article into.
    Paste,
    /// The list of keys.
    Keys,
}

/// All that can change.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    /// The articles.
    pub library: Shared<Library>,
    /// Whether seeds and saved articles are all here.
    pub listed: bool,
    /// Whether the worker can't be started.
    pub broken: bool,
    /// The comparisons made from the present library.
    pub comparisons: Vec<Made>,
    /// What the reader set right.
    pub corrections: Shared<Vec<Correction>>,
    /// The view.
    pub route: Route,
    /// The layers switched off.
    pub hidden: Layers,
    /// The mark whose card is open.
    pub focus: Option<MarkRef>,
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
    /// The two articles side by side.
    pub sides: [usize; 2],
}

/// Everything that can happen.
#[derive(Clone, Debug)]
pub enum Action {
    /// An article came.
    Add(Source, Origin),
    /// An article goes.
    Remove(String),
    /// All first articles are here.
    Listed,
    /// An article was read.
    Analyzed(Facts),
    /// Articles were compared.
    Compared(Vec<String>, Compared),
    /// The worker died over this.
    Crashed(Option<Request>),
    /// The worker can't be started.
    Broken,
    /// Tell the reader.
    Tell(Notice),
    /// The reader has seen it.
    Dismiss(usize),
    /// Another view.
    Go(Route),
    /// Show a place of an article.
    Show(String, At),
    /// Switch a layer on or off.
    Toggle(Layer),
    /// Clean text; and all layers again.
    Clean,
    /// Close what is open, the uppermost first.
    Escape,
    /// Set the layers switched off.
    Hide(Layers),
    /// Open a mark's card and show the mark.
    Visit(MarkRef),
    /// Open a mark's card, or close it.
    Focus(Option<MarkRef>),
    /// Tick or untick an article for comparing.
    Pick(String),
    /// Open a list.
    Tab(Tab),
    /// Language of the interface.
    Language(Language),
    /// Light or dark.
    Theme(Theme),
    /// Lay something over the page, or take it away.
    Sheet(Option<Sheet>),
    /// The reader sets something right.
    Correct(Correction),
    /// The reader takes a correction back.
    TakeBack(usize),
    /// The reader takes the last one back.
    Undo,
    /// These are the corrections.
    Corrections(Vec<Correction>),
    /// Search.
    Search(String),
    /// Go so many hits on.
    Step(isize),
    /// Go so many marks on.
    Walk(isize),
    /// Show these lines of the matrix.
    Filter(Filter),
    /// Lay an utterance's other wordings against this one.
    Base(usize, usize),
    /// Lay these two articles side by side.
    Sides([usize; 2]),
}

impl State {
    /// How far the page is.
    pub fn phase(&self) -> Phase {
        if self.broken {
            Phase::Failed
        } else if !self.listed {
            Phase::Loading
        } else if !self.library.settled() || self.whole().is_none() {
            Phase::Working
        } else {
            Phase::Ready
        }
    }

    /// The open article: the one named in the address, or the first.
    pub fn open(&self) -> Option<&Rc<Article>> {
        let named = if let Route::Read(Some(name)) = &self.route { self.library.get(name) } else { None };
        named.or_else(|| self.library.articles.first())
    }

    /// The comparison of these articles.
    pub fn comparison(&self, docs: &[String]) -> Option<&Shared<Compared>> {
        self.comparisons.iter().find(|made| made.docs == docs).map(|made| &made.found)
    }

    /// The comparison of all articles.
    pub fn whole(&self) -> Option<&Shared<Compared>> {
        self.comparison(&self.library.read())
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
        if !self.listed || !self.library.settled() {
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
        self.library.make_mut().articles.push(Rc::new(Article::new(source, origin)));
    }

    fn remove(&mut self, name: &str) {
        self.library.make_mut().articles.retain(|article| article.source.name != name);
        self.picked.make_mut().retain(|picked| picked != name);
        self.focus = None;
        self.changed();
    }

    /// What was found has changed: no comparison holds any more.
    fn changed(&mut self) {
        self.comparisons.clear();
    }

    fn analyzed(&mut self, facts: Facts) {
        let corrections = self.corrections.clone();
        let Some(article) = self.library.make_mut().get_mut(&facts.doc) else { return };
        if article.raw.as_deref() == Some(&facts) {
            return;
        }
        article.found(facts, &corrections);
        self.changed();
    }

    fn compared(&mut self, docs: Vec<String>, found: Compared) {
        if self.comparison(&docs).is_none() {
            let raw = Shared::new(found);
            self.comparisons.push(Made { docs, found: self.set_right(&raw), raw });
        }
    }

    fn set_right(&self, raw: &Shared<Compared>) -> Shared<Compared> {
        let mut found = raw.clone();
        if !self.corrections.is_empty() {
            corrections::apply_to_comparison(&mut found.make_mut().facts, &self.corrections);
        }
        found
    }

    /// Applies the corrections anew to all that was found.
    fn correct(&mut self, change: impl FnOnce(&mut Vec<Correction>)) {
        change(self.corrections.make_mut());
        for article in &mut self.library.make_mut().articles {
            Rc::make_mut(article).correct(&self.corrections);
        }
        let right = self.comparisons.iter().map(|made| Made { found: self.set_right(&made.raw), ..made.clone() });
        self.comparisons = right.collect();
        self.focus = None;
    }

    fn crashed(&mut self, request: Option<Request>) {
        match request {
            Some(Request::Analyze(source)) => {
                if let Some(article) = self.library.make_mut().get_mut(&source.name) {
                    article.failed = true;
                }
                self.notices.push(Notice::Crashed(source.name));
            }
            Some(Request::Compare(docs)) => {
                self.notices.push(Notice::Crashed(docs.join(", ")));
                self.compared(docs, Compared::default());
            }
            Some(Request::Forget(_) | Request::Export(..)) | None => {}
        }
    }

    fn go(&mut self, route: Route) {
        if self.route != route {
            self.focus = None;
            self.jump = None;
            self.bases = Shared::default();
            self.sides = [0, 1];
        }
        self.route = route;
    }

    fn show(&mut self, doc: String, at: At) {
        let serial = self.jump.map_or(0, |jump| jump.serial) + 1;
        self.go(Route::Read(Some(doc)));
        self.jump = Some(Jump { at, serial });
        self.sheet = None;
        self.hits_open = false;
    }

    fn visit(&mut self, mark: MarkRef) {
        let Some(article) = self.open().cloned() else { return };
        let range = article.facts.as_deref().and_then(|facts| mark.range(facts));
        if let Some(range) = range {
            self.show(article.source.name.clone(), At { start: range.start, end: range.end });
            self.focus = Some(mark);
        }
    }

    /// What is searched for, wherever it stands.
    pub fn hits(&self) -> Vec<DocAt> {
        search::hits(&self.library, &self.query)
    }

    fn search(&mut self, query: String) {
        self.hits_open = !query.trim().is_empty();
        self.query = query;
        self.hit = None;
    }

    fn step(&mut self, by: isize) {
        let hits = self.hits();
        let Ok(count) = isize::try_from(hits.len()) else { return };
        let from = self.hit.and_then(|hit| isize::try_from(hit).ok());
        let next = from.map_or(0, |from| from + by).checked_rem_euclid(count).map(isize::unsigned_abs);
        if let Some(hit) = next.and_then(|next| hits.get(next)) {
            self.show(hit.doc.clone(), hit.at);
            self.hit = next;
        }
    }

    /// The next or previous mark of the layers that are switched on.
    fn walk(&mut self, by: isize) {
        let Some(facts) = self.open().and_then(|article| article.facts.clone()) else { return };
        let marks: Vec<MarkRef> =
            layout::in_order(&facts).into_iter().filter(|mark| !self.hidden.hides(*mark, &facts)).collect();
        let at = self.focus.and_then(|focus| marks.iter().position(|mark| *mark == focus));
        let next = match at {
            None => Some(if by < 0 { marks.len().wrapping_sub(1) } else { 0 }),
            Some(at) => at.checked_add_signed(by),
        };
        if let Some(&mark) = next.and_then(|next| marks.get(next)) {
            self.visit(mark);
        }
    }

    fn clean(&mut self) {
        self.hidden = if self.hidden == Layers::EVERY { Layers::default() } else { Layers::EVERY };
    }

    fn escape(&mut self) {
        if self.sheet.take().is_none() && !std::mem::take(&mut self.hits_open) {
            self.focus = None;
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
            Action::Compared(docs, facts) => self.compared(docs, facts),
            Action::Crashed(request) => self.crashed(request),
            Action::Broken => self.broken = true,
            Action::Tell(notice) => self.tell(notice),
            Action::Dismiss(index) => self.dismiss(index),
            Action::Go(route) => self.go(route),
            Action::Show(doc, at) => self.show(doc, at),
            Action::Toggle(layer) => self.hidden = self.hidden.toggled(layer),
            Action::Clean => self.clean(),
            Action::Escape => self.escape(),
            Action::Hide(layers) => self.hidden = layers,
            Action::Visit(mark) => self.visit(mark),
            Action::Focus(mark) => self.focus = mark,
            Action::Pick(doc) => self.pick(doc),
            Action::Tab(tab) => self.tab = tab,
            Action::Language(language) => self.language = language,
            Action::Theme(theme) => self.theme = theme,
            Action::Sheet(sheet) => self.sheet = sheet,
            Action::Correct(correction) => self.correct(|all| {
                all.retain(|other| *other != correction);
                all.push(correction);
            }),
            Action::TakeBack(index) => self.correct(|all| {
                if index < all.len() {
                    all.remove(index);
                }
            }),
            Action::Undo => self.correct(|all| drop(all.pop())),
            Action::Corrections(corrections) => self.correct(|all| *all = corrections),
            Action::Search(query) => self.search(query),
            Action::Step(by) => self.step(by),
            Action::Walk(by) => self.walk(by),
            Action::Filter(filter) => self.filter = filter,
            Action::Base(utterance, wording) => {
                self.bases.make_mut().retain(|(other, _)| *other != utterance);
                self.bases.make_mut().push((utterance, wording));
            }
            Action::Sides(sides) => self.sides = sides,
        }
        self
    }
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        Rc::new(Rc::unwrap_or_clone(self).after(action))
    }
}

#[cfg(test)]
mod tests {
    use silang_core::facts::{At, Facts};

    use super::{Action, Notice, Phase, State};
    use crate::engine::protocol::{Compared, Request, Source};
    use crate::library::Origin;
    use crate::route::Route;

    fn source(name: &str, text: &str) -> Source {
        Source { name: name.to_owned(), text: text.to_owned(), ..Source::default() }
    }

    fn facts(name: &str) -> Facts {
        Facts { doc: name.to_owned(), ..Facts::default() }
    }

    fn run(actions: impl IntoIterator<Item = Action>) -> State {
        actions.into_iter().fold(State::default(), State::after)
    }

    #[test]
    fn is_ready_when_all_is_read_and_compared() {
        let mut state = run([Action::Add(source("a", "teks"), Origin::Seed)]);
        assert_eq!(state.phase(), Phase::Loading);
        state = state.after(Action::Listed);
        assert_eq!((state.phase(), state.wanted()), (Phase::Working, Vec::new()));
        state = state.after(Action::Analyzed(facts("a")));
        assert_eq!(state.wanted(), [["a".to_owned()]]);
        state = state.after(Action::Compared(vec!["a".to_owned()], Compared::default()));
        assert_eq!((state.phase(), state.wanted()), (Phase::Ready, Vec::new()));
    }

    #[test]
    fn the_same_text_twice_is_told_and_the_same_name_twice_is_numbered() {
        let state = run([
            Action::Add(source("a.txt", "satu"), Origin::New),
            Action::Add(source("b.txt", "satu"), Origin::New),
            Action::Add(source("a.txt", "dua"), Origin::New),
        ]);
        let names: Vec<_> = state.library.articles.iter().map(|article| article.source.name.as_str()).collect();
        assert_eq!(names, ["a.txt", "a (2).txt"]);
        assert_eq!(state.notices, [Notice::Repeated("b.txt".to_owned(), "a.txt".to_owned())]);
    }

    #[test]
    fn a_crash_names_its_article_and_leaves_the_others() {
        let bad = source("bad", "x");
        let state = run([
            Action::Add(bad.clone(), Origin::New),
            Action::Add(source("good", "y"), Origin::New),
            Action::Listed,
            Action::Crashed(Some(Request::Analyze(bad))),
            Action::Analyzed(facts("good")),
        ]);
        assert_eq!(state.notices, [Notice::Crashed("bad".to_owned())]);
        assert_eq!(state.wanted(), [["good".to_owned()]]);
    }

    #[test]
    fn jumping_opens_the_article_and_counts() {
        let state = run([
            Action::Show("a".to_owned(), At { start: 3, end: 5 }),
            Action::Show("a".to_owned(), At { start: 3, end: 5 }),
        ]);
        assert_eq!(state.route, Route::Read(Some("a".to_owned())));
        assert_eq!(state.jump.map(|jump| jump.serial), Some(2));
    }
}
