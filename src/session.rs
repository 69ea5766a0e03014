//! What feeds the state: the worker, the site's files, the reader's files, the saved ones.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use web_sys::{File, FileSystemEntry};
use yew::Callback;

use crate::corrections;
use crate::dom::{self, list};
use crate::engine::client::{Client, Signal};
use crate::engine::protocol::{Reply, Request, Source};
use crate::export::Format;
use crate::keeper::Keeper;
use crate::library::{Library, Origin};
use crate::mirror;
use crate::route::Route;
use crate::share;
use crate::shared::Shared;
use crate::state::action::Action;
use crate::state::parts::{Engine, Notice, Phase};
use crate::state::{FULL, State};
use crate::store::decode::{self, Decoded, Unreadable};
use crate::store::saved::{Joined, Task};
use crate::store::{files, markdown, object, seeds, stream};
use crate::view::ui::Command;

/// The line from the state to the world.
#[derive(Clone)]
pub struct Session {
    send: Callback<Action>,
    engine: Client,
    /// Keeps what is the reader's own.
    pub keeper: Keeper,
    /// Whether the reader wants no more of the files that are being taken in.
    cancelled: Rc<Cell<bool>>,
    /// The state as it was last shown.
    now: Rc<RefCell<State>>,
}

fn signal(send: &Callback<Action>, signal: Signal) {
    match signal {
        Signal::Read(all) => send.emit(Action::Analyzed(all)),
        Signal::Fresh(_) | Signal::Answer(Reply::Done | Reply::Analyzed(..)) => {}
        Signal::Answer(Reply::Opened(docs, articles)) => send.emit(Action::Opened(docs, articles)),
        Signal::Answer(Reply::Grouped(docs, moves, events)) => send.emit(Action::Grouped(docs, moves, events)),
        Signal::Answer(Reply::Found(query, hits, left)) => send.emit(Action::Found(query, hits, left)),
        Signal::Answer(Reply::Listed(shard, docs, listed)) => send.emit(Action::Shelved(shard, docs, listed)),
        Signal::Answer(Reply::Compared(docs, moves, found)) => send.emit(Action::Compared(docs, moves, found)),
        Signal::Answer(Reply::Exported(format, content)) => {
            let (name, kind) = format.file();
            if files::download(name, kind, &content).is_some() && format == Format::Json {
                send.emit(Action::Touched(None));
            }
        }
        Signal::Crashed(request) => send.emit(Action::Crashed(request)),
        Signal::Lost => send.emit(Action::Lost),
        Signal::Broken => {
            send.emit(Action::Broken);
            send.emit(Action::Tell(Notice::Broken));
        }
    }
}

/// Files that are taken in together.
const HANDFUL: usize = 16;

/// Milliseconds since 1970.
#[expect(clippy::cast_sign_loss, reason = "no clock stands before 1970")]
fn now() -> u64 {
    js_sys::Date::now() as u64
}

impl Session {
    /// Starts the worker, and listens to other tabs.
    pub fn new(send: Callback<Action>) -> Self {
        let heard = send.clone();
        let fresh = Rc::<RefCell<Option<Keeper>>>::default();
        let keeping = fresh.clone();
        let engine = Client::new(
            seeds::pack(),
            Callback::from(move |from_worker| match (from_worker, &*keeping.borrow()) {
                (Signal::Fresh(all), Some(keeper)) => keeper.remember(all),
                (other, _) => signal(&heard, other),
            }),
        );
        let now = Rc::<RefCell<State>>::default();
        let keeper = Keeper::new(send.clone(), now.clone(), engine.clone());
        *fresh.borrow_mut() = Some(keeper.clone());
        keeper.listen();
        Self { send, engine, keeper, cancelled: Rc::default(), now }
    }

    /// Tells the state.
    pub fn send(&self, action: Action) {
        self.send.emit(action);
    }

    /// Fetches the site's articles and the reader's own; when the site has a pack, the first of it comes before these.
    pub async fn boot(self) {
        self.keeper.ask(Task::Corrections(Joined::default()));
        let is_unlisted = self.now.borrow().is_unlisted();
        if !is_unlisted {
            self.fetch().await;
        }
    }

    /// Fetches the site's articles, unless it has a pack, and then those that the browser keeps.
    async fn fetch(self) {
        let (has_pack, alone) = (self.now.borrow().shelf.is_some(), self.now.borrow().alone);
        if !has_pack && !alone {
            self.clone().fetch_seeds().await;
        }
        self.keeper.ask(Task::Recall);
        self.keeper.ask(Task::Articles);
    }

    async fn fetch_seeds(self) {
        let Ok(list) = seeds::list().await else {
            return self.send(Action::Tell(Notice::Missing("seeds/index.json".to_owned())));
        };
        for some in list.chunks(seeds::SOME) {
            self.engine.room().await;
            for (source, reading) in seeds::fetch_all(some) {
                match reading.await {
                    Ok(decoded) => self.add(source, decoded, Origin::Seed),
                    Err(_) => self.send(Action::Tell(Notice::Missing(source.name))),
                }
            }
        }
    }

    /// Takes files and folders in, a handful at a time, so that the page is shown anew for each
    /// handful and not for each file.
    pub async fn take(self, mut files: Vec<File>, folders: Vec<FileSystemEntry>) {
        files.extend(files::within(folders).await);
        self.cancelled.set(false);
        for (number, some) in files.chunks(HANDFUL).enumerate() {
            if files.len() > 1 {
                self.send(Action::Taking(Some((number * HANDFUL, files.len()))));
            }
            self.engine.room().await;
            let mut taken = Vec::new();
            for file in some {
                taken.extend(files::read(file).await);
            }
            if self.cancelled.get() {
                break;
            }
            taken.into_iter().for_each(|(name, decoded)| self.add(Source::named(name), decoded, Origin::New));
        }
        self.send(Action::Taking(None));
    }

    fn add(&self, source: Source, decoded: Result<Decoded, Unreadable>, origin: Origin) {
        let name = source.name.clone();
        let is = |ending| files::has_ending(&name, ending);
        match decoded {
            Err(why) => self.send(Action::Tell(Notice::Unreadable(name, why))),
            Ok(decoded) if is("json") => self.open(name, &decoded.text),
            Ok(decoded) if decoded.text.len() > decode::LIMIT => {
                self.send(Action::Tell(Notice::Unreadable(name, Unreadable::TooLarge)));
            }
            Ok(Decoded { text, from }) => {
                if let Some(from) = from {
                    self.send(Action::Tell(Notice::Decoded(name.clone(), from)));
                }
                let text = match () {
                    () if is("html") || is("htm") => dom::html::main_text(&text),
                    () if is("md") || is("markdown") => markdown::plain(&text),
                    () => text,
                }
                .into();
                self.send(Action::Add(Source { text, ..source }, origin));
            }
        }
    }

    /// Opens a saved project: its articles and corrections join those that are here.
    fn open(&self, name: String, json: &str) {
        let project = js_sys::JSON::parse(json).unwrap_or_default();
        let list = object::field(&project, "articles");
        if !list.is_array() {
            return self.send(Action::Tell(Notice::Unreadable(name, Unreadable::Project)));
        }
        let corrections = object::corrections(&object::field(&project, "corrections"));
        if !corrections.is_empty() {
            self.send(Action::Join(corrections));
        }
        let library = self.now.borrow().library.clone();
        let is_here = |source: &Source| library.of_sum(source.sum()).is_some();
        for source in object::items(&list).iter().filter_map(Source::of_object).filter(|source| !is_here(source)) {
            self.send(Action::Add(source, Origin::New));
        }
    }

    /// Does what the reader asks for.
    pub fn run(&self, command: Command) {
        match command {
            Command::Files(files) => spawn_local(self.clone().take(files, Vec::new())),
            Command::Paste => {
                self.paste(&dom::value("[data-testid=paste]"));
                self.send(Action::Sheet(None));
            }
            Command::Cancel => {
                self.cancelled.set(true);
                self.send(Action::Cancel);
            }
            Command::Export(format) => {
                let state = self.now.borrow();
                self.engine.ask(Request::Export(format, state.to_export(), state.language, state.history.now.to_vec()));
            }
            Command::Reveal(selector) => dom::reveal(selector),
            Command::Copy(text) => spawn_local(self.clone().copy(text)),
            Command::Share(text) => spawn_local(self.clone().share(text)),
        }
    }

    async fn copy(self, text: String) {
        self.send(Action::Tell(Notice::Copied(dom::copy(&text).await.is_some())));
    }

    /// Puts a link that holds the text on the clipboard.
    async fn share(self, text: String) {
        let Ok(small) = stream::deflate(text.as_bytes()).await else { return };
        let link = dom::address() + &Route::Text(share::to_letters(&small)).fragment();
        self.copy(link).await;
    }

    /// Takes in the text of a link.
    pub async fn receive(self, letters: String) {
        let small = share::from_letters(&letters).unwrap_or_default();
        let name = self.now.borrow().language.shared_name().to_owned();
        let text = stream::inflate(&small).await.map_err(|_| Unreadable::Unread).and_then(decode::decode);
        let title = text.as_ref().map(|decoded| decoded.text.clone()).unwrap_or_default();
        self.add(Source::named(name), text, Origin::New);
        self.send(Action::Find(title));
    }

    /// Whether the two articles side by side scroll together.
    pub fn is_locked(&self) -> bool {
        !self.now.borrow().sides.unlocked
    }

    /// Takes pasted text in: the main text of rich text, or else the plain one.
    pub fn paste_rich(&self, html: &str, plain: &str) {
        let main = if html.is_empty() { String::new() } else { dom::html::main_text(html) };
        self.paste(if main.is_empty() { plain } else { &main });
    }

    /// Takes a pasted text in.
    pub fn paste(&self, text: &str) {
        let name = self.now.borrow().language.pasted_name().to_owned();
        self.add(Source::named(name), decode::decode(text.as_bytes().to_vec()), Origin::New);
        self.send(Action::Taking(None));
    }

    /// Lays the ticked articles side by side, or those of the open one's event.
    pub fn compare_these(&self) {
        let route = self.now.borrow().to_compare();
        self.send(Action::Go(route));
    }

    /// Lets the worker, the browser and its database follow the state.
    pub fn follow(&self, state: &State) {
        let before = self.now.replace(state.clone());
        mirror::mirror(&before, state);
        self.think(state);
        if state.folded && !before.folded {
            let send = self.send.clone();
            dom::after_paint(move || send.emit(Action::Unfold));
        }
        self.search(&before, state);
        if state.engine == Engine::Lost && before.engine != Engine::Lost {
            spawn_local(self.clone().fetch());
        }
        if before.route != state.route
            && let Route::Text(letters) = &state.route
        {
            spawn_local(self.clone().receive(letters.clone()));
        }
        if before.alone && !state.alone {
            spawn_local(self.clone().fetch_seeds());
        }
        self.forget(&before.library, &state.library);
        self.list(&before, state);
        if (state.library.articles.len() > FULL || state.shelf.is_some())
            && (before.library != state.library || before.whole() != state.whole())
            && let Some((first, last)) = list::near()
        {
            self.send(Action::Near(first, last));
        }
        if self.keeper.follow(&before, state) {
            self.touched();
        }
    }

    /// Gives the workers what is to be done for the view.
    pub fn think(&self, state: &State) {
        self.analyze(state);
        self.compare(state);
    }

    /// Asks for what is to be listed of the site's pack; goes on with all else when its start is here, or can't be had.
    fn list(&self, before: &State, state: &State) {
        if before.is_unlisted() && !state.is_unlisted() {
            spawn_local(self.clone().fetch());
        }
        if let Some((shard, docs)) = state.to_list()
            && !self.engine.listing()
        {
            self.engine.ask(Request::List(shard, docs));
        }
    }

    /// Notes since when there is something that no exported file holds.
    fn touched(&self) {
        if self.now.borrow().unexported.is_none() {
            self.send(Action::Touched(Some(now())));
        }
    }

    /// Sends the workers what they do not know yet, and asks for what is looked at and not here.
    fn analyze(&self, state: &State) {
        let looked_at = state.looked_at();
        let gone = |name: &&String| {
            state.library.get(name).is_some_and(|article| article.read && !article.failed && article.facts.is_none())
        };
        let mut missing: Vec<String> = looked_at.iter().filter(gone).cloned().collect();
        self.engine.look_at([looked_at, state.listed_near()].concat());
        for article in state.library.articles.iter().filter(|article| !article.settled()) {
            let name = &article.source.name;
            if self.engine.knows(name, article.stamp()) {
                continue;
            }
            if article.is_here() {
                self.engine.ask(Request::Analyze(article.to_read()));
            } else {
                missing.push(name.clone());
            }
        }
        if !missing.is_empty() && state.engine != Engine::Lost && !self.engine.opening(&missing) {
            self.engine.ask(Request::Open(missing));
        }
    }

    /// Asks for the comparisons that the view needs.
    fn compare(&self, state: &State) {
        let moves = corrections::moves(&state.history.now);
        for docs in state.wanted() {
            if !self.engine.comparing(&docs, &moves) {
                let groups_only = state.is_many() && state.whole().is_none();
                let ask = if groups_only { Request::Group } else { Request::Compare };
                self.engine.ask(ask(docs, moves.clone()));
            }
        }
        if state.phase() == Phase::Ready {
            self.engine.rest();
        }
    }

    /// Asks for what is searched for, when that or where is another than before.
    fn search(&self, before: &State, state: &State) {
        let is_other = before.query != state.query
            || before.deeper < state.deeper
            || state.hits_open && (before.history.now != state.history.now || before.phase() != state.phase());
        if is_other && !state.query.trim().is_empty() {
            self.engine.ask(Request::Search(state.query.clone(), state.history.now.to_vec(), state.searched()));
        }
    }

    /// Lets the worker forget what is gone.
    fn forget(&self, before: &Shared<Library>, now: &Shared<Library>) {
        if before == now {
            return;
        }
        for article in before.articles.iter().filter(|article| now.place(&article.source.name).is_none()) {
            self.engine.ask(Request::Forget(article.source.name.clone()));
        }
    }
}
