//! The page as a whole: the state, what feeds it, and the places that show it.

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{DragEvent, Element, Event, File};
use yew::prelude::*;

use crate::dom;
use crate::engine::client::{Client, Signal};
use crate::engine::protocol::{Reply, Request, Source};
use crate::library::{Library, Origin};
use crate::page;
use crate::route::Route;
use crate::shared::Shared;
use crate::state::{Action, Notice, Sheet, State};
use crate::store::decode::Decoded;
use crate::store::{files, saved, seeds, settings};
use crate::view::layer::Layers;
use crate::view::library::LibraryList;
use crate::view::notices::Notices;
use crate::view::paste::Paste;
use crate::view::topbar::TopBar;
use crate::words::Language;

type Send = UseReducerDispatcher<State>;

fn signal(send: &Send, signal: Signal) {
    match signal {
        Signal::Up | Signal::Answer(Reply::Ready { .. } | Reply::Forgotten) => {}
        Signal::Answer(Reply::Analyzed(facts)) => send.dispatch(Action::Analyzed(facts)),
        Signal::Answer(Reply::Compared { docs, comparison }) => send.dispatch(Action::Compared(docs, comparison)),
        Signal::Crashed(request) => send.dispatch(Action::Crashed(request)),
        Signal::Broken(_) => {
            send.dispatch(Action::Broken);
            send.dispatch(Action::Tell(Notice::Broken));
        }
    }
}

fn add(send: &Send, name: String, decoded: Decoded, origin: Origin) {
    if let Some(from) = decoded.from {
        send.dispatch(Action::Tell(Notice::Decoded(name.clone(), from)));
    }
    send.dispatch(Action::Add(Source { name, text: decoded.text, ..Source::default() }, origin));
}

/// Fetches the site's articles and the reader's own.
async fn boot(send: Send) {
    let fetching = seeds::list().await.map(|list| seeds::fetch_all(list));
    match fetching {
        Err(_) => send.dispatch(Action::Tell(Notice::Missing("seeds/index.json".to_owned()))),
        Ok(fetching) => {
            for (name, reading) in fetching {
                match reading.await {
                    Ok(Ok(decoded)) => add(&send, name, decoded, Origin::Seed),
                    Ok(Err(why)) => send.dispatch(Action::Tell(Notice::Unreadable(name, why))),
                    Err(_) => send.dispatch(Action::Tell(Notice::Missing(name))),
                }
            }
        }
    }
    // A browser without a database has nothing saved.
    for source in saved::load().await.unwrap_or_default() {
        send.dispatch(Action::Add(source, Origin::Saved));
    }
    send.dispatch(Action::Listed);
}

async fn take(send: Send, files: Vec<File>) {
    for file in files {
        match files::read(&file).await {
            Ok(decoded) => add(&send, file.name(), decoded, Origin::New),
            Err(why) => send.dispatch(Action::Tell(Notice::Unreadable(file.name(), why))),
        }
    }
}

/// Listens on the window for as long as the page lives.
fn listen<E: JsCast + 'static>(name: &str, mut handle: impl FnMut(E) + 'static) {
    let Some(window) = web_sys::window() else { return };
    let handler = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
        if let Ok(event) = event.dyn_into::<E>() {
            handle(event);
        }
    });
    // Fails only for a target that takes no listeners.
    let _ = window.add_event_listener_with_callback(name, handler.into_js_value().unchecked_ref());
}

/// The route in the address; none when its fragment is a place on the page.
fn here() -> Option<Route> {
    let hash = web_sys::window()?.location().hash().ok()?;
    (hash.is_empty() || hash.starts_with("#/")).then(|| Route::parse(&hash))
}

/// Ties the window's events to the state.
fn wire(send: &Send) {
    let routed = send.clone();
    listen::<Event>("hashchange", move |_| {
        if let Some(route) = here() {
            routed.dispatch(Action::Go(route));
        }
    });
    listen::<DragEvent>("dragover", |event| event.prevent_default());
    let dropped = send.clone();
    listen::<DragEvent>("drop", move |event| {
        event.prevent_default();
        let files = event.data_transfer().map(|data| files::all(data.files())).unwrap_or_default();
        spawn_local(take(dropped.clone(), files));
    });
    listen::<Event>("pointerover", |event| {
        dom::light(event.target().and_then(|target| target.dyn_into::<Element>().ok()))
    });
}

fn restore(send: &Send) {
    send.dispatch(Action::Go(here().unwrap_or_default()));
    if let Some(names) = settings::get("hidden") {
        send.dispatch(Action::Hide(Layers::parse(&names)));
    }
    let browser = web_sys::window().and_then(|window| window.navigator().language()).unwrap_or_default();
    send.dispatch(Action::Language(Language::of(&settings::get("language").unwrap_or(browser))));
    if let Some(theme) = settings::get("theme") {
        send.dispatch(Action::Theme(crate::state::Theme::of(&theme)));
    }
}

/// Sends the worker what it does not know yet.
fn sync_engine(engine: &Client, state: &State) {
    for article in state.library.articles.iter().filter(|article| !article.settled()) {
        if !engine.knows(&article.source) {
            engine.ask(Request::Analyze(article.source.clone()));
        }
    }
    for docs in state.wanted() {
        if !engine.comparing(&docs) {
            engine.ask(Request::Compare(docs));
        }
    }
}

/// Saves what was added and deletes what was removed since `before`.
fn sync_saved(before: &Library, library: &Library, send: &Send) {
    for article in library.articles.iter().filter(|article| article.origin == Origin::New) {
        if before.get(&article.source.name).is_none() {
            let (source, send) = (article.source.clone(), send.clone());
            spawn_local(async move {
                if saved::save(&source).await.is_err() {
                    send.dispatch(Action::Tell(Notice::NotSaved(source.name)));
                }
            });
        }
    }
    for article in before.articles.iter().filter(|article| library.get(&article.source.name).is_none()) {
        let name = article.source.name.clone();
        // What can't be deleted comes back on the next visit, where it can be removed again.
        spawn_local(async move { saved::delete(&name).await.unwrap_or_default() });
    }
}

#[hook]
fn use_engine(state: &UseReducerHandle<State>) {
    let engine = use_mut_ref(|| None::<Client>);
    let send = state.dispatcher();
    let now = Shared::new((**state).clone());
    use_effect_with((state.library.clone(), state.comparisons.clone(), state.route.clone(), state.listed), move |_| {
        let mut engine = engine.borrow_mut();
        let engine = engine.get_or_insert_with(|| Client::new(Callback::from(move |heard| signal(&send, heard))));
        sync_engine(engine, &now);
    });
}

#[hook]
fn use_saving(state: &UseReducerHandle<State>) {
    let before = use_mut_ref(Shared::<Library>::default);
    let send = state.dispatcher();
    use_effect_with(state.library.clone(), move |library| {
        let before = std::mem::replace(&mut *before.borrow_mut(), library.clone());
        sync_saved(&before, library, &send);
    });
}

#[hook]
fn use_root(state: &UseReducerHandle<State>) {
    use_effect_with(state.phase(), |phase| dom::set_root("data-state", phase.name()));
    use_effect_with(state.language, |language| {
        dom::set_root("lang", language.tag());
        settings::set("language", language.tag());
    });
    use_effect_with(state.theme, |theme| {
        dom::set_root("data-theme", theme.name());
        settings::set("theme", theme.name());
    });
    use_effect_with(state.hidden, |hidden| settings::set("hidden", &hidden.names()));
}

fn sheet(state: &UseReducerHandle<State>) -> Html {
    let send = state.dispatcher();
    let language = state.language;
    let ondone = Callback::from(move |text: Option<String>| {
        send.dispatch(Action::Sheet(None));
        if let Some(text) = text {
            match crate::store::decode::decode(text.into_bytes()) {
                Ok(decoded) => add(&send, language.pasted_name().to_owned(), decoded, Origin::New),
                Err(why) => send.dispatch(Action::Tell(Notice::Unreadable(language.pasted_name().to_owned(), why))),
            }
        }
    });
    match state.sheet {
        Some(Sheet::Paste) => html! { <Paste {language} {ondone} /> },
        _ => Html::default(),
    }
}

/// A callback that sends what `make` makes of its input.
fn sends<T: 'static>(state: &UseReducerHandle<State>, make: impl Fn(T) -> Action + 'static) -> Callback<T> {
    let send = state.dispatcher();
    Callback::from(move |value| send.dispatch(make(value)))
}

fn bar(state: &UseReducerHandle<State>) -> Html {
    let send = state.dispatcher();
    html! {
        <TopBar
            route={state.route.clone()}
            open={state.open().map(|article| AttrValue::from(article.source.name.clone()))}
            language={state.language}
            theme={state.theme}
            onfiles={Callback::from(move |files| spawn_local(take(send.clone(), files)))}
            onsheet={sends(state, Action::Sheet)}
            onlanguage={sends(state, Action::Language)}
            ontheme={sends(state, Action::Theme)}
        />
    }
}

fn rail(state: &UseReducerHandle<State>) -> Html {
    let reading = matches!(state.route, Route::Read(_));
    let open = state.open().filter(|_| reading).map(|article| AttrValue::from(article.source.name.clone()));
    html! {
        <div class="rail">
            <LibraryList
                library={state.library.clone()}
                whole={state.whole().cloned()}
                {open}
                picked={state.picked.clone()}
                language={state.language}
                onpick={sends(state, Action::Pick)}
                onremove={sends(state, Action::Remove)}
            />
            <p class="hint">{ state.language.drop_hint() }<br />{ state.language.private() }</p>
        </div>
    }
}

/// The page.
#[component(App)]
fn app() -> Html {
    let state = use_reducer(State::default);
    {
        let send = state.dispatcher();
        use_effect_with((), move |()| {
            restore(&send);
            wire(&send);
            spawn_local(boot(send));
        });
    }
    use_engine(&state);
    use_saving(&state);
    use_root(&state);
    let (place, body) = match state.route {
        Route::Read(_) => ("read", page::read::read(&state)),
        Route::Compare(_) => ("compare", page::compare::compare(&state)),
        Route::Timeline => ("timeline", page::timeline::timeline(&state)),
    };
    html! {
        <>
            <a class="skip" href="#main">{ state.language.skip() }</a>
            { bar(&state) }
            <Notices notices={state.notices.clone()} language={state.language} ondismiss={sends(&state, Action::Dismiss)} />
            <div class="page" data-place={place}>
                { rail(&state) }
                { body }
            </div>
            <div class="over">{ sheet(&state) }</div>
        </>
    }
}

/// Starts the page in the browser.
pub fn start_page() {
    yew::Renderer::<App>::new().render();
}
