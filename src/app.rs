//! The page as a whole: what ties the browser to the state, and the state to what is shown.

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{ClipboardEvent, DragEvent, Element, Event, KeyboardEvent};
use yew::prelude::*;

use crate::dom;
use crate::page;
use crate::route::Route;
use crate::session::Session;
use crate::state::State;
use crate::state::action::Action;
use crate::state::parts::{Sheet, Theme};
use crate::store::{files, settings};
use crate::view::corrections::Corrections;
use crate::view::exports::Exports;
use crate::view::hits::Hits;
use crate::view::layer::{Layer, Layers};
use crate::view::library::LibraryList;
use crate::view::notices::Notices;
use crate::view::part::part;
use crate::view::sheets::OpenSheet;
use crate::view::topbar::TopBar;
use crate::view::ui::{Command, Ui};
use crate::words::Language;

/// Listens on the window for as long as the page lives.
fn listen(name: &str, handle: impl FnMut(Event) + 'static) {
    let Some(window) = web_sys::window() else { return };
    let handler = Closure::<dyn FnMut(Event)>::new(handle).into_js_value();
    // Fails only for a target that takes no listeners.
    let _ = window.add_event_listener_with_callback(name, handler.unchecked_ref());
}

/// The route in the address; none when its fragment is a place on the page.
fn here() -> Option<Route> {
    let hash = web_sys::window()?.location().hash().ok()?;
    (hash.is_empty() || hash.starts_with("#/")).then(|| Route::parse(&hash))
}

/// Puts `route` into the address, unless it is there.
fn go(route: &Route) {
    if let Some(window) = web_sys::window().filter(|_| here().as_ref() != Some(route)) {
        // A fragment is always a valid address.
        let _ = window.location().set_hash(&route.fragment());
    }
}

fn in_field(event: &Event) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| matches!(target.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT"))
}

/// What a key does, outside of fields.
fn action_of(key: &str) -> Option<Action> {
    Some(match key {
        "j" => Action::Walk(1),
        "k" => Action::Walk(-1),
        "n" => Action::Step(1),
        "m" => Action::Step(-1),
        "z" => Action::Undo,
        "0" => Action::Clean,
        "?" => Action::Sheet(Some(Sheet::Keys)),
        _ => Action::Toggle(*Layer::ALL.get(key.parse::<usize>().ok()?.checked_sub(1)?)?),
    })
}

fn pressed(session: &Session, event: &KeyboardEvent) {
    if event.ctrl_key() || event.alt_key() || event.meta_key() {
        return;
    }
    match event.key().as_str() {
        "Escape" => session.send(Action::Escape),
        "Enter" if dom::is_search(event) => session.send(Action::Step(1)),
        _ if in_field(event) || dom::find("[role=dialog]").is_some() => {}
        "/" => {
            event.prevent_default();
            dom::focus("[data-testid=search]");
        }
        "b" => go(&Route::Compare(Vec::new())),
        "l" => go(&Route::Timeline),
        key => {
            if let Some(action) = action_of(key) {
                session.send(action);
            }
        }
    }
}

fn dropped(session: &Session, event: &Event) {
    event.prevent_default();
    let data = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer);
    spawn_local(session.clone().take(files::all(data.and_then(|data| data.files()))));
}

fn pasted(session: &Session, event: &Event) {
    let data = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data);
    let Some(data) = data.filter(|_| !in_field(event)) else { return };
    let chosen = files::all(data.files());
    if chosen.is_empty() {
        session.paste(&data.get_data("text/plain").unwrap_or_default());
    } else {
        spawn_local(session.clone().take(chosen));
    }
}

/// Ties the window's events to the state.
fn wire(session: &Session) {
    let on = |name: &str, handle: fn(&Session, &Event)| {
        let session = session.clone();
        listen(name, move |event| handle(&session, &event));
    };
    on("hashchange", |session, _| {
        if let Some(route) = here() {
            session.send(Action::Go(route));
        }
    });
    on("dragover", |_, event| event.prevent_default());
    on("drop", dropped);
    on("paste", pasted);
    on("keydown", |session, event| {
        if let Some(event) = event.dyn_ref() {
            pressed(session, event);
        }
    });
    on("pointerover", |_, event| dom::light(event.target().and_then(|target| target.dyn_into::<Element>().ok())));
    on("resize", |_, _| dom::ribbons());
}

fn restore(session: &Session) {
    if let Some(names) = settings::get("hidden") {
        session.send(Action::Hide(Layers::parse(&names)));
    }
    session.send(Action::Corrections(settings::corrections()));
    let browser = web_sys::window().and_then(|window| window.navigator().language()).unwrap_or_default();
    session.send(Action::Language(Language::of(&settings::get("language").unwrap_or(browser))));
    session.send(Action::Theme(Theme::of(&settings::get("theme").unwrap_or_default())));
}

#[hook]
fn use_session(state: &UseReducerHandle<State>) -> Session {
    let send = state.dispatcher();
    let session = use_memo((), |()| Session::new(send));
    let session = (*session).clone();
    let started = session.clone();
    use_effect_with((), move |()| {
        restore(&started);
        wire(&started);
        spawn_local(started.boot());
    });
    let (now, following) = ((**state).clone(), session.clone());
    use_effect(move || following.follow(&now));
    session
}

/// What the browser shows beside the page's own elements: attributes of the root, scrolling, focus.
#[hook]
fn use_root(state: &State) {
    use_effect_with(state.phase(), |phase| dom::set_root("data-state", phase.name()));
    use_effect_with(state.language, |language| {
        dom::set_root("lang", language.tag());
        settings::set("language", language.tag());
    });
    use_effect_with(state.theme, |theme| {
        dom::set_root("data-theme", theme.name());
        settings::set("theme", theme.name());
    });
    use_effect_with(state.route.clone(), go);
    use_effect_with(state.hidden, |hidden| settings::set("hidden", &hidden.names()));
    use_effect_with(state.corrections.clone(), |all| settings::keep_corrections(all));
    use_effect_with(state.sheet, |_| {
        dom::focus("[role=dialog]");
        dom::focus("[role=dialog] textarea");
    });
    let blocks = state.open().map(|article| article.blocks.clone());
    use_effect_with((state.jump, blocks, state.route.clone()), |(jump, ..)| dom::jump(*jump));
    let compared = state.comparison(&state.compared_docs()).cloned();
    use_effect_with((compared, state.sides, state.language), |_| dom::ribbons());
}

fn rail(state: &State, ui: &Ui) -> Html {
    let reading = matches!(state.route, Route::Read(_));
    let list = LibraryList {
        library: state.library.clone(),
        whole: state.whole().cloned(),
        open: state.open().filter(|_| reading).map(|article| article.source.name.clone()),
        picked: state.picked.clone(),
        ui: ui.clone(),
    };
    let language = ui.language;
    html! {
        <aside class="rail" aria-label={language.articles()}>
            { part(list) }
            { part(Corrections { corrections: state.corrections.clone(), ui: ui.clone() }) }
            { part(Exports { ui: ui.clone() }) }
            <p class="hint">{ language.drop_hint() }{ " " }{ language.private() }</p>
        </aside>
    }
}

fn bar(state: &State, ui: &Ui) -> Html {
    let open = state.open().map(|article| article.source.name.clone());
    let bar =
        TopBar { route: state.route.clone(), open, query: state.query.clone(), theme: state.theme, ui: ui.clone() };
    let hits = state
        .hits_open
        .then(|| part(Hits { library: state.library.clone(), query: state.query.clone(), ui: ui.clone() }));
    html! { <div class="bar">{ part(bar) }<div>{ for hits }</div></div> }
}

/// Where to go on a narrow page; hidden on a wide one.
fn bottom(state: &State, ui: &Ui) -> Html {
    let language = ui.language;
    let reading = matches!(state.route, Route::Read(_));
    let button = |name: &'static str, selector: &'static str| {
        html! { <button type="button" onclick={ui.asks(Command::Reveal(selector))}>{ name }</button> }
    };
    let read = Route::Read(state.open().map(|article| article.source.name.clone()));
    html! {
        <nav class="bottom" aria-label={language.index()}>
            { button(language.articles(), ".rail") }
            if reading {
                { button(language.read(), "main") }
                { button(language.index(), ".index") }
            } else {
                <a href={read.fragment()}>{ language.read() }</a>
            }
            <a href={Route::Compare(Vec::new()).fragment()}>{ language.compare() }</a>
            <a href={Route::Timeline.fragment()}>{ language.timeline() }</a>
        </nav>
    }
}

/// The page.
#[component(App)]
fn app() -> Html {
    let state = use_reducer(|| State { route: here().unwrap_or_default(), ..State::default() });
    let session = use_session(&state);
    use_root(&state);
    let send = use_callback(session.clone(), |action, session: &Session| session.send(action));
    let run = use_callback(session, |command, session: &Session| session.run(command));
    let ui = Ui { language: state.language, send, run };
    let (place, body) = match state.route {
        Route::Read(_) => ("read", page::read::read(&state, &ui)),
        Route::Compare(_) => ("compare", page::compare::compare(&state, &ui)),
        Route::Timeline => ("timeline", page::timeline::timeline(&state, &ui)),
    };
    let sheet = state.sheet.map(|sheet| part(OpenSheet { sheet, ui: ui.clone() }));
    html! {
        <>
            <a class="skip" href="#main">{ ui.language.skip() }</a>
            { bar(&state, &ui) }
            { part(Notices { notices: state.notices.clone(), ui: ui.clone() }) }
            <div class="page" data-place={place}>{ rail(&state, &ui) }<div class="place" key={place}>{ body }</div></div>
            { bottom(&state, &ui) }
            <div class="over">{ for sheet }</div>
        </>
    }
}

/// Starts the page in the browser.
pub fn start_page() {
    yew::Renderer::<App>::new().render();
}
