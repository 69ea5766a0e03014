//! What the reader added and set right, on its way to and from the browser's database: one thing after
//! the other, so that nothing that is found there is older than what was last done here.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;
use yew::Callback;

use crate::engine::client::Client;
use crate::engine::protocol::{Fresh, Source};
use crate::library::{Article, Origin};
use crate::shared::Shared;
use crate::state::State;
use crate::state::action::Action;
use crate::state::parts::Notice;
use crate::store::object;
use crate::store::saved::{self, Joined, Refusal, Task};
use crate::store::tabs::Tabs;

/// How far the keeper is with the task at hand.
#[derive(Clone, Copy, Default, PartialEq)]
enum Doing {
    /// There is none.
    #[default]
    Nothing,
    /// The database is at work.
    Working,
    /// The state has been told, and has yet to take it in: the next task must not begin with an older one.
    Told,
}

/// The tasks and who does them. Clones share them.
#[derive(Clone)]
pub struct Keeper {
    send: Callback<Action>,
    /// The state as it was last shown.
    now: Rc<RefCell<State>>,
    tabs: Tabs,
    engine: Client,
    /// What was found, while the articles are few.
    fresh: Rc<RefCell<Vec<Fresh>>>,
    tasks: Rc<RefCell<VecDeque<Task>>>,
    doing: Rc<Cell<Doing>>,
}

impl Keeper {
    /// A keeper that tells the state.
    pub fn new(send: Callback<Action>, now: Rc<RefCell<State>>, engine: Client) -> Self {
        Self { send, now, tabs: Tabs::new(), engine, fresh: Rc::default(), tasks: Rc::default(), doing: Rc::default() }
    }

    /// Listens to other tabs.
    pub fn listen(&self) {
        let keeper = self.clone();
        self.tabs.listen(move || keeper.look());
    }

    /// Looks for what another tab may have changed. The page's own articles come first; it looks for the
    /// reader's when those are here.
    pub fn look(&self) {
        let (is_listed, is_many) = {
            let now = self.now.borrow();
            (now.listed, now.is_many())
        };
        if is_listed {
            self.ask(if is_many { Task::Keys } else { Task::Articles });
        }
        self.ask(Task::Corrections(Joined::default()));
    }

    /// Puts a task at the end.
    pub fn ask(&self, task: Task) {
        self.tasks.borrow_mut().push_back(task);
        self.go_on();
    }

    /// The state has changed: asks for what follows from that. Gives whether the reader's own has changed.
    pub fn follow(&self, before: &State, now: &State) -> bool {
        if self.doing.get() == Doing::Told {
            self.doing.set(Doing::Nothing);
        }
        for gone in now.removed.iter().skip(before.removed.len()) {
            self.ask(Task::Delete(gone.clone()));
            if now.is_many() {
                self.ask(Task::Unlearn(gone.clone()));
            }
        }
        let mut is_own = self.save_new(before, now);
        if *before.history.now != *now.history.now {
            let is_here_only = *now.history.now != *now.kept;
            if is_here_only {
                self.ask(Task::Corrections(Joined::default()));
            }
            // What was kept when the page was opened is no change.
            is_own |= is_here_only || before.listed;
        }
        self.go_on();
        is_own
    }

    fn save_new(&self, before: &State, now: &State) -> bool {
        if before.library == now.library {
            return false;
        }
        // New ones stand at the end.
        let is_added = |article: &&Shared<Article>| before.library.place(&article.source.name).is_none();
        let is_new =
            |article: &&Shared<Article>| article.origin == Origin::New && before.library.of_sum(article.sum).is_none();
        let new = now.library.articles.iter().rev().take_while(is_added).filter(is_new);
        let mut new: Vec<Source> = new.map(|article| article.source.clone()).collect();
        new.reverse();
        let is_any = !new.is_empty();
        if is_any {
            self.ask(Task::Save(new));
        }
        is_any
    }

    /// Keeps what was found in the reader's articles, as soon as these are so many that reading them again
    /// would take long.
    pub fn remember(&self, all: Vec<Fresh>) {
        let mut fresh = self.fresh.borrow_mut();
        fresh.extend(all);
        let now = self.now.borrow();
        if now.is_many() {
            let is_own = |article: &Shared<Article>| article.origin != Origin::Seed;
            let mut own = std::mem::take(&mut *fresh);
            own.retain(|fresh| now.library.of_sum(fresh.sum).is_some_and(is_own));
            drop((fresh, now));
            self.ask(Task::Remember(own));
        }
    }

    fn go_on(&self) {
        if self.doing.get() != Doing::Nothing {
            return;
        }
        let next = self.tasks.borrow_mut().pop_front();
        if let Some(task) = next {
            self.doing.set(Doing::Working);
            spawn_local(self.clone().work(task));
        }
    }

    async fn work(self, mut task: Task) {
        if let Task::Corrections(joined) = &mut task {
            let state = self.now.borrow();
            *joined = Joined { base: state.kept.clone(), mine: state.history.now.clone() };
        }
        let done = task.perform().await;
        if let Ok((_, true)) = done {
            self.tabs.tell();
        }
        let told = match (done, &mut task) {
            (Ok((before, _)), _) => self.done(&task, &before),
            // There may be room for some of them.
            (Err(_), Task::Save(sources)) if sources.len() > 1 => {
                let mut tasks = self.tasks.borrow_mut();
                sources.drain(..).rev().for_each(|source| tasks.push_front(Task::Save(vec![source])));
                None
            }
            (Err(why), _) => failed(&task, why),
        };
        self.doing.set(if told.is_some() { Doing::Told } else { Doing::Nothing });
        told.into_iter().for_each(|action| self.send.emit(action));
        if let Task::Articles = task {
            self.send.emit(Action::Listed);
        }
        self.go_on();
    }

    /// Whether these are the keys of just the articles that are here and kept.
    fn keeps(&self, keys: &[JsValue]) -> bool {
        let library = &self.now.borrow().library;
        let sum = |key: &JsValue| u64::from_str_radix(&key.as_string()?, 16).ok();
        let is_kept = |sum: u64| library.of_sum(sum).is_some_and(|article| article.kept);
        let kept = library.articles.iter().filter(|article| article.kept).count();
        keys.len() == kept && keys.iter().all(|key| sum(key).is_some_and(is_kept))
    }

    /// What the state is told of a task that was done; `before` is what was kept until then.
    fn done(&self, task: &Task, before: &JsValue) -> Option<Action> {
        Some(match task {
            Task::Save(sources) => {
                saved::persist();
                Action::Kept(sources.clone())
            }
            Task::Delete(_) | Task::Remember(_) | Task::Unlearn(_) => return None,
            Task::Keys => {
                if !self.keeps(&object::items(before)) {
                    self.ask(Task::Articles);
                }
                return None;
            }
            Task::Recall => {
                self.engine.remember(&object::items(before));
                return None;
            }
            Task::Articles => {
                let tasks = self.tasks.borrow();
                let goes = |source: &Source| {
                    tasks.iter().any(|task| matches!(task, Task::Delete(other) if other.sum == source.sum()))
                };
                let mut kept = saved::articles(before);
                kept.retain(|source| !goes(source));
                Action::Articles(kept)
            }
            Task::Corrections(joined) => Action::Corrections(joined.mine.clone(), joined.with(before)),
        })
    }
}

/// What the state is told of a task that failed.
fn failed(task: &Task, why: Refusal) -> Option<Action> {
    Some(Action::Tell(match task {
        Task::Save(sources) => Notice::NotSaved(sources.first().map(|source| source.name.clone()), why),
        Task::Corrections(joined) if *joined.base != *joined.mine => Notice::NotSaved(None, why),
        Task::Articles | Task::Keys | Task::Corrections(_) => Notice::NoStorage,
        // What can't be deleted comes back on the next visit, where it can be removed again; what was
        // found can be found again.
        Task::Delete(_) | Task::Remember(_) | Task::Recall | Task::Unlearn(_) => return None,
    }))
}
