//! The few things that are done to the browser's document by hand.

use silang_core::facts::At;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, HtmlElement, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition};

/// The document, in a browser.
pub fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// Sets a `data-` attribute of the root element.
pub fn set_root(name: &str, value: &str) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        // The names are this program's own and always allowed.
        let _ = root.set_attribute(name, value);
    }
}

/// All elements below `root` that fit `selector`.
pub fn all(root: &Element, selector: &str) -> Vec<Element> {
    let Ok(list) = root.query_selector_all(selector) else { return Vec::new() };
    (0..list.length()).filter_map(|index| list.item(index)?.dyn_into().ok()).collect()
}

fn start_of(paragraph: &Element) -> usize {
    paragraph.get_attribute("data-at").and_then(|at| at.parse().ok()).unwrap_or_default()
}

/// Scrolls the paragraph (or the mark in it) that holds `at` into the middle and lets it flash.
pub fn show(pane: &Element, at: At) {
    let paragraphs = all(pane, "[data-at]");
    let before = paragraphs.partition_point(|paragraph| start_of(paragraph) <= at.start);
    if let Some(paragraph) = paragraphs.get(before.saturating_sub(1)) {
        let pinned = paragraph.query_selector(".pinned").ok().flatten();
        scroll_to(pinned.as_ref().unwrap_or(paragraph));
        flash(paragraph);
    }
}

/// Scrolls `element` into the middle.
pub fn scroll_to(element: &Element) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Center);
    options.set_behavior(ScrollBehavior::Auto);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Lets `element` flash once: the animation starts anew when the attribute is set anew.
fn flash(element: &Element) {
    // Both fail only for malformed names.
    let _ = element.remove_attribute("data-flash");
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        // Reading a size makes the browser notice that the attribute was gone.
        let _ = element.offset_width();
    }
    let _ = element.set_attribute("data-flash", "");
}

/// The attributes that tie a place of the page to an entity, a time or a speaker.
const TIES: [&str; 3] = ["data-entity", "data-value", "data-speaker"];

/// Lights everything on the page that stands for the same thing as `target`.
pub fn light(target: Option<Element>) {
    let Some(root) = document().and_then(|document| document.document_element()) else { return };
    for lit in all(&root, "[data-lit]") {
        // Fails only for malformed names.
        let _ = lit.remove_attribute("data-lit");
    }
    let selector = TIES.map(|tie| format!("[{tie}]:not([{tie}=''])")).join(",");
    let Some(tied) = target.and_then(|target| target.closest(&selector).ok().flatten()) else { return };
    for tie in TIES {
        let Some(value) = tied.get_attribute(tie).filter(|value| !value.is_empty()) else { continue };
        let quoted = value.replace('\\', "\\\\").replace('"', "\\\"");
        for same in all(&root, &format!("[{tie}=\"{quoted}\"]")) {
            let _ = same.set_attribute("data-lit", "");
        }
    }
}
