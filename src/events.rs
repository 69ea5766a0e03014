//! What happens on the window: keys, drops, pastes, other addresses.

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{ClipboardEvent, DragEvent, Element, Event, KeyboardEvent};

use crate::dom::{self, focus, list, place, scrollmap, sides};
use crate::mirror;
use crate::route::Route;
use crate::session::Session;
use crate::state::action::Action;
use crate::state::parts::Sheet;
use crate::store::files;
use crate::view::layer::Layer;

/// Listens on the window for as long as the page lives, also to events that do not rise to it.
fn listen(name: &str, handle: impl FnMut(Event) + 'static) {
    let Some(window) = web_sys::window() else { return };
    let handler = Closure::<dyn FnMut(Event)>::new(handle).into_js_value();
    // Fails only for a target that takes no listeners.
    let _ = window.add_event_listener_with_callback_and_bool(name, handler.unchecked_ref(), true);
}

fn target(event: &Event) -> Option<Element> {
    event.target().and_then(|target| target.dyn_into().ok())
}

fn on_any(event: &Event, tags: &[&str]) -> bool {
    target(event).is_some_and(|target| tags.contains(&target.tag_name().as_str()))
}

/// What takes letters for itself; a box to tick does not.
const FIELDS: &str = "input:not([type=checkbox]):not([type=file]), textarea, select";

fn in_field(event: &Event) -> bool {
    target(event).is_some_and(|target| target.matches(FIELDS).unwrap_or_default())
}

/// What a key does, outside of fields.
fn action_of(key: &str) -> Option<Action> {
    Some(match key {
        "j" => Action::Walk(1),
        "k" => Action::Walk(-1),
        "n" => Action::Step(1),
        "m" => Action::Step(-1),
        "z" => Action::Undo,
        "y" | "Z" => Action::Redo,
        "l" => Action::Lock,
        "t" => Action::Go(Route::Timeline),
        "0" => Action::Clean,
        "?" => Action::Sheet(Some(Sheet::Keys)),
        _ => Action::Toggle(*Layer::ALL.get(key.parse::<usize>().ok()?.checked_sub(1)?)?),
    })
}

fn pressed(session: &Session, event: &KeyboardEvent) {
    let key = event.key();
    let undoes = matches!(key.as_str(), "z" | "y" | "Z") && (event.ctrl_key() || event.meta_key());
    if (event.ctrl_key() || event.alt_key() || event.meta_key()) && !undoes {
        return;
    }
    match key.as_str() {
        "Escape" => {
            session.send(Action::Escape);
            if dom::is_search(event) {
                dom::leave_search();
            }
        }
        "Enter" if dom::is_search(event) => session.send(Action::Step(1)),
        _ if in_field(event) || dom::find("[role=dialog]").is_some() => {}
        "Enter" if !on_any(event, &["A", "BUTTON", "SUMMARY"]) => session.send(Action::Enter),
        "/" => {
            event.prevent_default();
            dom::enter_search();
        }
        "b" => session.compare_these(),
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
    if let Some((files, folders)) = data.map(|data| files::dropped(&data)) {
        spawn_local(session.clone().take(files, folders));
    }
}

fn pasted(session: &Session, event: &Event) {
    let data = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data);
    let Some(data) = data.filter(|_| !in_field(event)) else { return };
    let chosen = files::all(data.files());
    if chosen.is_empty() {
        let text = |kind| data.get_data(kind).unwrap_or_default();
        session.paste_rich(&text("text/html"), &text("text/plain"));
    } else {
        spawn_local(session.clone().take(chosen, Vec::new()));
    }
}

/// Notes what of the list of articles is in view.
fn look(session: &Session) {
    if let Some((first, last)) = list::near() {
        session.send(Action::Near(first, last));
    }
}

/// Ties the window's events to the state.
pub fn wire(session: &Session) {
    let on = |name: &str, handle: fn(&Session, &Event)| {
        let session = session.clone();
        listen(name, move |event| handle(&session, &event));
    };
    on("hashchange", |session, _| {
        if let Some(route) = mirror::here() {
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
    let light = |_: &Session, event: &Event| dom::light(target(event));
    on("pointerover", light);
    on("focusin", light);
    on("focusin", |_, event| focus::note(target(event)));
    on("scroll", |session, event| {
        place::note();
        scrollmap::viewport();
        sides::note_read();
        look(session);
        if let Some(column) = target(event) {
            sides::scrolled(&column, session.is_locked());
        }
    });
    // A tab that was put to sleep may have missed what others told.
    on("visibilitychange", |session, _| session.keeper.look());
    on("resize", |session, _| {
        look(session);
        sides::ribbons();
        scrollmap::draw();
    });
}
