//! The page as a whole: ties the state to what is shown.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::dom;
use crate::events;
use crate::mirror;
use crate::page;
use crate::route::Route;
use crate::session::Session;
use crate::shared::Shared;
use crate::state::action::Action;
use crate::state::parts::Theme;
use crate::state::shelf::Shelf;
use crate::state::{FULL, State};
use crate::store::{seeds, settings};
use crate::view::corrections::Corrections;
use crate::view::exports::Exports;
use crate::view::hits::HitList;
use crate::view::html::html;
use crate::view::keeping::Keeping;
use crate::view::layer::Layers;
use crate::view::library::LibraryList;
use crate::view::notices::Notices;
use crate::view::part::part;
use crate::view::sheets::OpenSheet;
use crate::view::topbar::TopBar;
use crate::view::ui::{Command, Ui};
use crate::words::Language;

/// What the page came with.
#[derive(Clone, PartialEq, Properties)]
struct Shell {
    /// The text of the first article.
    text: Shared<String>,
}

/// The state of a page that was just opened, with the choices of earlier visits.
fn first(shell: &Shell) -> State {
    let browser = web_sys::window().and_then(|window| window.navigator().language()).unwrap_or_default();
    State {
        shelf: seeds::pack().map(|_| Shelf::default()),
        first: shell.text.clone(),
        route: mirror::here().unwrap_or_default(),
        hidden: Layers::parse(&settings::get("hidden").unwrap_or_default()),
        language: Language::of(&settings::get("language").unwrap_or(browser)),
        theme: Theme::of(&settings::get("theme").unwrap_or_default()),
        alone: settings::get("alone").is_some_and(|alone| !alone.is_empty()) && seeds::pack().is_none(),
        unexported: settings::get("unexported").and_then(|when| when.parse().ok()),
        ..State::default()
    }
}

fn rail(state: &State, ui: &Ui) -> Html {
    let reading = matches!(state.route, Route::Read(_));
    let open = state.open().into_iter().map(|article| article.source.name.clone());
    let list = LibraryList {
        listing: state.listing.clone(),
        full: state.library.articles.len() <= FULL,
        open: if reading { open.collect() } else { state.compared_docs() },
        picked: state.picked.clone(),
        near: state.near,
        unlisted: state.unlisted(),
        alone: state.can_be_alone(),
        ui: ui.clone(),
    };
    let exports = Exports {
        open: state.open().map(|article| article.source.text.clone()),
        count: state.exported(),
        ui: ui.clone(),
    };
    let corrections = Corrections { all: state.history.now.clone(), can: state.history.can(), ui: ui.clone() };
    let mut below = [part(list), part(corrections), part(exports)];
    if state.shelf.is_some() {
        // The list grows whenever its end comes into view: what is behind it could not be reached.
        below.rotate_right(1);
    }
    let language = ui.language;
    html! {
        <aside class="rail" aria-label={language.articles()}>
            { part(Keeping::of(state, ui)) }
            { for below }
            <p class="hint">{ language.drop_hint() }{ " " }{ language.private() }</p>
        </aside>
    }
}

fn bar(state: &State, ui: &Ui) -> Html {
    let open = state.open().map(|article| article.source.name.clone());
    let bar = TopBar {
        route: state.route.clone(),
        open,
        compare: state.to_compare(),
        query: state.query.clone(),
        theme: state.theme,
        ui: ui.clone(),
    };
    let hits = state.hits_open.then(|| {
        part(HitList {
            library: state.library.clone(),
            hits: state.hits.clone(),
            on: state.is_searching(),
            ui: ui.clone(),
        })
    });
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
    let parts = if reading {
        [("main", language.read()), (".index", language.index())]
            .map(|(selector, name)| button(name, selector))
            .into_iter()
            .collect()
    } else {
        html! { <a href={read.fragment()}>{ language.read() }</a> }
    };
    html! {
        <nav class="bottom" aria-label={language.index()}>
            { button(language.articles(), ".rail") }
            { parts }
            <a href={state.to_compare().fragment()}>{ language.compare() }</a>
            <a href={Route::Timeline.fragment()}>{ language.timeline() }</a>
        </nav>
    }
}

fn whole(state: &State, ui: &Ui) -> Html {
    let (place, body) = match state.route {
        Route::Read(_) | Route::Text(_) => ("read", page::read::read(state, ui)),
        Route::Compare(_) => ("compare", page::compare::compare(state, ui)),
        Route::Timeline => ("timeline", page::timeline::timeline(state, ui)),
    };
    let sheet = state.sheet.map(|sheet| part(OpenSheet { sheet, ui: ui.clone() }));
    // What lies under a sheet is out of reach.
    let inert = sheet.is_some();
    html! {
        <>
            <div {inert}>
                <a class="skip" href="#main">{ ui.language.skip() }</a>
                { bar(state, ui) }
                { part(Notices { notices: state.notices.clone(), ui: ui.clone() }) }
                <div class="page" data-place={place}>{ rail(state, ui) }<div class="place" key={place}>{ body }</div></div>
                { bottom(state, ui) }
            </div>
            <div class="over">{ for sheet }</div>
        </>
    }
}

/// The page: holds the state and hands every action to its reducer.
struct App {
    state: State,
    session: Session,
    ui: Ui,
}

impl Component for App {
    type Message = Action;
    type Properties = Shell;

    fn create(context: &Context<Self>) -> Self {
        let session = Session::new(context.link().callback(|action| action));
        let running = session.clone();
        let run = Callback::from(move |command| running.run(command));
        let ui = Ui { language: Language::default(), send: context.link().callback(|action| action), run };
        Self { state: first(context.props()), session, ui }
    }

    fn update(&mut self, _: &Context<Self>, action: Action) -> bool {
        let is_elsewhere = matches!(action, Action::Go(_));
        self.state = std::mem::take(&mut self.state).after(action);
        if is_elsewhere {
            // They are at work while the page is made.
            self.session.think(&self.state);
        }
        true
    }

    fn view(&self, _: &Context<Self>) -> Html {
        whole(&self.state, &Ui { language: self.state.language, ..self.ui.clone() })
    }

    fn rendered(&mut self, _: &Context<Self>, first: bool) {
        self.session.follow(&self.state);
        if first {
            events::wire(&self.session);
            spawn_local(self.session.clone().boot());
        }
    }
}

/// Starts the page in the browser.
pub fn start_page() {
    let text = dom::find(".first").and_then(|article| article.text_content()).unwrap_or_default();
    yew::Renderer::<App>::with_props(Shell { text: Shared::new(text) }).render();
}
