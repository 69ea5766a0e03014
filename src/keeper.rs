//! What the reader added and set right, on its way to and from the browser's database: one thing after
//! the other, so that nothing that is found there is older than what was last done here.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::Callback;

use crate::engine::protocol::Source;
use crate::library::Origin;
use crate::state::State;
use crate::state::action::Action;
use crate::state::parts::Notice;
use crate::store::saved;
use crate::store::tabs::Tabs;

/// What is to be done.
pub enum Task {
    /// Keep an article.
    Save(Source),
    /// Keep it no more.
    Delete(Source),
    /// See which articles are kept.
    Articles,
    /// Bring the corrections here and those that are kept together.
    Corrections,
}

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
    tasks: Rc<RefCell<VecDeque<Task>>>,
    doing: Rc<Cell<Doing>>,
}

impl Keeper {
    /// A keeper that tells the state.
    pub fn new(send: Callback<Action>, now: Rc<RefCell<State>>) -> Self {
        Self { send, now, tabs: Tabs::new(), tasks: Rc::default(), doing: Rc::default() }
    }

    /// Listens to other tabs.
    pub fn listen(&self) {
        let keeper = self.clone();
        self.tabs.listen(move || keeper.look());
    }

    /// Looks for what another tab may have changed. The page's own articles come first; it looks for the
    /// reader's when those are here.
    pub fn look(&self) {
        if self.now.borrow().listed {
            self.ask(Task::Articles);
        }
        self.ask(Task::Corrections);
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
        for source in now.removed.iter().skip(before.removed.len()) {
            self.ask(Task::Delete(source.clone()));
        }
        let mut is_own = self.save_new(before, now);
        if *before.history.now != *now.history.now {
            let is_here_only = *now.history.now != *now.kept;
            if is_here_only {
                self.ask(Task::Corrections);
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
        let new = now.library.articles.iter().filter(|article| article.origin == Origin::New);
        let new: Vec<&Source> =
            new.map(|article| &article.source).filter(|source| !before.library.holds(&source.text)).collect();
        new.iter().for_each(|source| self.ask(Task::Save((*source).clone())));
        !new.is_empty()
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

    async fn work(self, task: Task) {
        let told = match task {
            Task::Save(source) => vec![self.save(source).await],
            Task::Delete(source) => self.delete(&source).await,
            Task::Articles => vec![self.articles().await, Action::Listed],
            Task::Corrections => vec![self.corrections().await],
        };
        self.doing.set(if told.is_empty() { Doing::Nothing } else { Doing::Told });
        told.into_iter().for_each(|action| self.send.emit(action));
        self.go_on();
    }

    async fn save(&self, source: Source) -> Action {
        match saved::save(&source).await {
            Ok(()) => {
                self.tabs.tell();
                Action::Kept(source.text)
            }
            Err(why) => Action::Tell(Notice::NotSaved(Some(source.name), why)),
        }
    }

    async fn delete(&self, source: &Source) -> Vec<Action> {
        // What can't be deleted comes back on the next visit, where it can be removed again.
        saved::delete(source).await.unwrap_or_default();
        self.tabs.tell();
        Vec::new()
    }

    async fn articles(&self) -> Action {
        let Ok(mut kept) = saved::load().await else { return Action::Tell(Notice::NoStorage) };
        let tasks = self.tasks.borrow();
        let goes =
            |source: &Source| tasks.iter().any(|task| matches!(task, Task::Delete(other) if other.text == source.text));
        kept.retain(|source| !goes(source));
        Action::Articles(kept)
    }

    async fn corrections(&self) -> Action {
        let (base, mine) = {
            let state = self.now.borrow();
            (state.kept.clone(), state.history.now.clone())
        };
        match saved::join(&base, &mine).await {
            Ok((all, is_new)) => {
                if is_new {
                    self.tabs.tell();
                }
                Action::Corrections(mine, all)
            }
            Err(why) => Action::Tell(if *base == *mine { Notice::NoStorage } else { Notice::NotSaved(None, why) }),
        }
    }
}
