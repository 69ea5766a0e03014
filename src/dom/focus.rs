//! The focus, when what had it goes away: a reader without a mouse would begin at the top again.

use std::cell::RefCell;

use wasm_bindgen::prelude::*;
use web_sys::Element;

use crate::dom;

thread_local! {
    /// What last had the focus, and what is around it, the nearest first.
    static LAST: RefCell<Vec<Element>> = RefCell::default();
    /// What had it before a sheet was laid over the page.
    static KEPT: RefCell<Option<Element>> = RefCell::default();
}

const TAKES_FOCUS: &str = "[tabindex], button, a[href], input, select, summary";

/// Notes what has the focus before something is laid over the page.
pub fn keep() {
    KEPT.set(dom::document().and_then(|document| document.active_element()));
}

/// Gives the focus back to what had it.
pub fn give_back() {
    if let Some(element) = KEPT.take().filter(|element| element.is_connected()) {
        dom::focus_on(element.unchecked_ref());
    }
}

/// Notes what has the focus now.
pub fn note(target: Option<Element>) {
    LAST.set(std::iter::successors(target, |element| element.parent_element()).collect());
}

/// What takes the focus in an element: itself, or the first that does.
fn first_in(element: &Element) -> Option<Element> {
    let within = || element.query_selector(TAKES_FOCUS).ok()?;
    if element.has_attribute("tabindex") { Some(element.clone()) } else { within() }
}

/// Puts the focus into an element.
pub fn enter(element: &Element) {
    if let Some(first) = first_in(element) {
        dom::focus_on(first.unchecked_ref());
    }
}

/// Puts the focus near to where it was, if what had it is gone.
pub fn restore() {
    let last = LAST.take();
    let is_gone = last.first().is_some_and(|element| !element.is_connected());
    let connected = last.iter().filter(|element| is_gone && element.is_connected());
    // What holds the whole page is near to nothing.
    let is_part = |element: &&Element| element.query_selector("main").ok().flatten().is_none();
    let near = connected.take_while(is_part).find_map(first_in);
    LAST.set(last);
    match near.filter(|_| dom::is_focus_free()) {
        Some(element) => dom::focus_on(element.unchecked_ref()),
        None if is_gone => dom::focus_if_free("main"),
        None => {}
    }
}
