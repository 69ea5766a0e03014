//! What feeds the state: the worker, the site's files, the reader's files, the saved ones.

use std::cell::RefCell;
use std::rc::Rc;

use serde::Deserialize;
use wasm_bindgen_futures::spawn_local;
use web_sys::File;
use yew::{Callback, UseReducerDispatcher};

use crate::corrections::Correction;
use crate::dom;
use crate::engine::client::{Client, Signal};
use crate::engine::protocol::{Reply, Request, Source};
use crate::library::{Library, Origin};
use crate::shared::Shared;
use crate::state::State;
use crate::state::action::Action;
use crate::state::parts::Notice;
use crate::store::decode::{self, Decoded, Unreadable};
use crate::store::{files, saved, seeds};
use crate::view::ui::Command;

/// The line from the state to the world.
#[derive(Clone)]
pub struct Session {
    send: UseReducerDispatcher<State>,
    engine: Client,
    /// The state as it was last shown.
    now: Rc<RefCell<State>>,
}

impl PartialEq for Session {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.now, &other.now)
    }
}

/// What a saved project holds.
#[derive(Deserialize)]
struct Project {
    articles: Vec<Source>,
    #[serde(default)]
    corrections: Vec<Correction>,
}

fn signal(send: &UseReducerDispatcher<State>, signal: Signal) {
    match signal {
        Signal::Answer(Reply::Forgotten) => {}
        Signal::Answer(Reply::Analyzed(facts)) => send.dispatch(Action::Analyzed(facts)),
        Signal::Answer(Reply::Compared(docs, found)) => send.dispatch(Action::Compared(docs, found)),
        Signal::Answer(Reply::Exported(format, content)) => {
            let (name, kind) = format.file();
            files::download(name, kind, &content).unwrap_or_default();
        }
        Signal::Crashed(request) => send.dispatch(Action::Crashed(request)),
        Signal::Broken => {
            send.dispatch(Action::Broken);
            send.dispatch(Action::Tell(Notice::Broken));
        }
    }
}

fn has_ending(name: &str, ending: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, own)| own.eq_ignore_ascii_case(ending))
}

impl Session {
    /// Starts the worker.
    pub fn new(send: UseReducerDispatcher<State>) -> Self {
        let heard = send.clone();
        let engine = Client::new(Callback::from(move |from_worker| signal(&heard, from_worker)));
        Self { send, engine, now: Rc::default() }
    }

    /// Tells the state.
    pub fn send(&self, action: Action) {
        self.send.dispatch(action);
    }

    /// Fetches the site's articles and the reader's own.
    pub async fn boot(self) {
        match seeds::list().await.map(seeds::fetch_all) {
            Err(_) => self.send(Action::Tell(Notice::Missing("seeds/index.json".to_owned()))),
            Ok(fetching) => {
                for (name, reading) in fetching {
                    match reading.await {
                        Ok(decoded) => self.add(name, decoded, Origin::Seed),
                        Err(_) => self.send(Action::Tell(Notice::Missing(name))),
                    }
                }
            }
        }
        // A browser without a database has nothing saved.
        for source in saved::load().await.unwrap_or_default() {
            self.send(Action::Add(source, Origin::Saved));
        }
        self.send(Action::Listed);
    }

    /// Takes files in, one after the other.
    pub async fn take(self, files: Vec<File>) {
        for file in files {
            self.add(file.name(), files::read(&file).await, Origin::New);
        }
    }

    fn add(&self, name: String, decoded: Result<Decoded, Unreadable>, origin: Origin) {
        match decoded {
            Err(why) => self.send(Action::Tell(Notice::Unreadable(name, why))),
            Ok(decoded) if has_ending(&name, "json") => self.open(name, &decoded.text),
            Ok(Decoded { text, from }) => {
                if let Some(from) = from {
                    self.send(Action::Tell(Notice::Decoded(name.clone(), from)));
                }
                let text =
                    if has_ending(&name, "html") || has_ending(&name, "htm") { dom::main_text(&text) } else { text };
                self.send(Action::Add(Source { name, text, ..Source::default() }, origin));
            }
        }
    }

    /// Opens a saved project: its articles join those that are here.
    fn open(&self, name: String, json: &str) {
        let project =
            js_sys::JSON::parse(json).ok().and_then(|value| serde_wasm_bindgen::from_value::<Project>(value).ok());
        let Some(project) = project else {
            return self.send(Action::Tell(Notice::Unreadable(name, Unreadable::Project)));
        };
        for correction in project.corrections {
            self.send(Action::Correct(correction));
        }
        let library = self.now.borrow().library.clone();
        let is_here = |source: &Source| library.articles.iter().any(|article| article.source.text == source.text);
        for source in project.articles.into_iter().filter(|source| !is_here(source)) {
            self.send(Action::Add(source, Origin::New));
        }
    }

    /// Does what the reader asks for.
    pub fn run(&self, command: Command) {
        match command {
            Command::Files(files) => spawn_local(self.clone().take(files)),
            Command::Paste => {
                self.paste(&dom::value("[data-testid=paste]"));
                self.send(Action::Sheet(None));
            }
            Command::Export(format) => {
                let state = self.now.borrow();
                let compared = state.compared_docs();
                let docs = if compared.is_empty() { state.library.read() } else { compared };
                self.engine.ask(Request::Export(format, docs, state.language, state.corrections.to_vec()));
            }
            Command::Reveal(selector) => dom::reveal(selector),
            Command::Copy(text) => dom::copy(&text),
        }
    }

    /// Takes a pasted text in.
    pub fn paste(&self, text: &str) {
        let name = self.now.borrow().language.pasted_name().to_owned();
        self.add(name, decode::decode(text.as_bytes().to_vec()), Origin::New);
    }

    /// Lets the worker and the database follow the state.
    pub fn follow(&self, state: &State) {
        let before = self.now.replace(state.clone());
        self.analyze(state);
        if before.library != state.library {
            self.forget(&before.library, &state.library);
            self.save(&before.library, &state.library);
        }
    }

    /// Sends the worker what it does not know yet.
    fn analyze(&self, state: &State) {
        for article in state.library.articles.iter().filter(|article| !article.settled()) {
            if !self.engine.knows(&article.source) {
                self.engine.ask(Request::Analyze(article.source.clone()));
            }
        }
        for docs in state.wanted() {
            if !self.engine.comparing(&docs) {
                self.engine.ask(Request::Compare(docs));
            }
        }
    }

    fn forget(&self, before: &Shared<Library>, now: &Shared<Library>) {
        for article in before.articles.iter().filter(|article| now.get(&article.source.name).is_none()) {
            let name = article.source.name.clone();
            self.engine.ask(Request::Forget(name.clone()));
            // What can't be deleted comes back on the next visit, where it can be removed again.
            spawn_local(async move { saved::delete(&name).await.unwrap_or_default() });
        }
    }

    fn save(&self, before: &Shared<Library>, now: &Shared<Library>) {
        let new = now.articles.iter().filter(|article| article.origin == Origin::New);
        for article in new.filter(|article| before.get(&article.source.name).is_none()) {
            let (source, session) = (article.source.clone(), self.clone());
            spawn_local(async move {
                if saved::save(&source).await.is_err() {
                    session.send(Action::Tell(Notice::NotSaved(source.name)));
                }
            });
        }
    }
}
