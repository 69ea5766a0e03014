//! What the browser shows and keeps beside the page's own elements: attributes of the root, the
//! address, small choices, scrolling, focus.

use crate::dom::{self, focus, marks, place, scrollmap, sides};
use crate::route::Route;
use crate::state::State;
use crate::store::settings;

/// The route in the address; none when its fragment is a place on the page.
pub fn here() -> Option<Route> {
    let hash = web_sys::window()?.location().hash().ok()?;
    (hash.is_empty() || hash.starts_with("#/")).then(|| Route::parse(&hash))
}

/// Puts `route` into the address in the place of `before`. An address that is neither was changed by the
/// reader since: the page is about to follow that.
fn go(before: &Route, route: &Route) {
    let is_other = here().is_some_and(|here| here != *before || here == *route);
    if let Some(window) = web_sys::window().filter(|_| !is_other) {
        // A fragment is always a valid address.
        let _ = window.location().set_hash(&route.fragment());
    }
}

/// Lets the browser follow from one state to the next.
pub fn mirror(before: &State, now: &State) {
    choices(before, now);
    dom::set_root("data-state", now.phase().name());
    let called =
        |state: &State| (state.route.clone(), state.language, state.open().map(|article| article.title().to_owned()));
    if called(before) != called(now) {
        dom::set_title(&title(now));
    }
    if before.route != now.route {
        go(&before.route, &now.route);
        if now.jump.is_none() {
            place::enter(now.route.fragment());
            // What is below is made a little later.
            dom::later(place::enter_again);
        } else {
            place::opened(now.route.fragment());
        }
        dom::focus_if_free("main");
    }
    if before.sheet.is_some() && now.sheet.is_none() {
        focus::give_back();
    }
    if before.sheet != now.sheet {
        if before.sheet.is_none() {
            focus::keep();
        }
        dom::focus("[role=dialog]");
        dom::focus("[role=dialog] textarea");
    }
    if now.focus.is_some() && before.focus.is_none() && before.cursor == now.focus {
        dom::focus("[data-testid=card]");
    }
    // What had the focus may be gone with what was closed, or was in the card before.
    if before.focus != now.focus && before.focus.is_some() || before.sheet.is_some() && now.sheet.is_none() {
        dom::focus_if_free(if now.focus.is_some() { "[data-testid=card]" } else { "main" });
    }
    let shown = |state: &State| (state.open().map(|article| article.blocks.clone()), state.route.clone());
    let is_other = shown(before) != shown(now);
    if is_other {
        marks::show(now.hidden);
        dom::later(scrollmap::draw);
    } else {
        marks::follow(before.hidden, now.hidden);
    }
    if is_other || before.jump != now.jump {
        dom::jump(now.jump);
    }
    if before.folded && !now.folded {
        // The page is long enough now.
        place::enter_again();
    }
    if before.focus != now.focus || is_other {
        dom::light(None);
    }
    if before.sides.flipped != now.sides.flipped {
        sides::flipped(usize::from(now.sides.flipped));
    }
    let compared = |state: &State| state.comparison(&state.compared_docs()).cloned();
    if before.folded != now.folded
        || before.sides != now.sides
        || before.language != now.language
        || compared(before) != compared(now)
    {
        sides::ribbons();
    }
    focus::restore();
}

/// What the browser calls the view, in its tabs and its history.
fn title(state: &State) -> String {
    let language = state.language;
    let place = match state.route {
        Route::Compare(_) => language.compare(),
        Route::Timeline => language.timeline(),
        _ => state.open().map_or("", |article| article.title()),
    };
    if place.is_empty() { "Silang".to_owned() } else { [place, " – Silang"].concat() }
}

/// The reader's choices, kept for the next visit.
fn choices(before: &State, now: &State) {
    if before.language != now.language {
        dom::set_root("lang", now.language.tag());
        settings::set("language", now.language.tag());
    }
    if before.theme != now.theme {
        dom::set_root("data-theme", now.theme.name());
        settings::set("theme", now.theme.name());
    }
    if before.hidden != now.hidden {
        settings::set("hidden", &now.hidden.names());
    }
    if before.alone != now.alone {
        settings::set("alone", if now.alone { "1" } else { "" });
    }
    if before.unexported != now.unexported {
        settings::set("unexported", &now.unexported.map(|when| when.to_string()).unwrap_or_default());
    }
}
