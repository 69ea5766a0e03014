//! The few things that are done to the browser's document by hand.

pub mod focus;
pub mod html;
pub mod list;
pub mod marks;
pub mod place;
pub mod scrollmap;
pub mod sides;
mod spot;

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Document, Element, FocusOptions, HtmlElement, HtmlInputElement, HtmlTextAreaElement, KeyboardEvent, ScrollBehavior,
    ScrollIntoViewOptions, ScrollLogicalPosition,
};

use crate::state::parts::Jump;

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

/// What the browser calls the page.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// The first element that fits `selector`.
pub fn find(selector: &str) -> Option<Element> {
    document()?.query_selector(selector).ok()?
}

/// Puts the focus on the first element that fits `selector`.
pub fn focus(selector: &str) {
    if let Some(element) = find(selector).and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // An element that takes no focus leaves it where it was.
        let _ = element.focus();
    }
}

/// Puts the focus on the first element that fits `selector`, unless something has it; scrolls nothing.
pub fn focus_if_free(selector: &str) {
    if let Some(element) = find(selector).filter(|_| is_focus_free()) {
        focus_on(element.unchecked_ref());
    }
}

/// Whether nothing has the focus.
fn is_focus_free() -> bool {
    let active = document().and_then(|document| document.active_element());
    active.is_none_or(|element| element.tag_name() == "BODY")
}

/// Puts the focus on this element; scrolls nothing.
fn focus_on(element: &HtmlElement) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    // An element that takes no focus leaves it where it was.
    let _ = element.focus_with_options(&options);
}

/// Goes out of the search field.
pub fn leave_search() {
    if let Some(field) = find("[data-testid=search]").and_then(|field| field.dyn_into::<HtmlElement>().ok()) {
        // A field that is not left is still in use.
        let _ = field.blur();
    }
    focus_if_free("main");
}

/// Puts the focus into the search field, on what stands there.
pub fn enter_search() {
    focus("[data-testid=search]");
    if let Some(field) = find("[data-testid=search]").and_then(|field| field.dyn_into::<HtmlInputElement>().ok()) {
        field.select();
    }
}

/// What stands in a field.
pub fn value(selector: &str) -> String {
    let field = find(selector).and_then(|element| element.dyn_into::<HtmlTextAreaElement>().ok());
    field.map(|field| field.value()).unwrap_or_default()
}

/// Whether a key was pressed in the search field.
pub fn is_search(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    target.is_some_and(|field| field.type_() == "search")
}

/// Puts a text on the clipboard; none when the browser refuses.
pub async fn copy(text: &str) -> Option<()> {
    let writing = web_sys::window()?.navigator().clipboard().write_text(text);
    JsFuture::from(writing).await.is_ok().then_some(())
}

/// The page's address without its fragment.
pub fn address() -> String {
    let address = web_sys::window().and_then(|window| window.location().href().ok()).unwrap_or_default();
    address.split('#').next().unwrap_or_default().to_owned()
}

/// Does something after the page was painted.
pub fn later(work: fn()) {
    let work = Closure::once_into_js(work);
    if let Some(window) = web_sys::window() {
        // Fails only without a window.
        let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(work.unchecked_ref(), 60);
    }
}

/// Does something as soon as the next frame is painted.
pub fn after_paint(work: impl FnOnce() + 'static) {
    let work = Closure::once_into_js(work);
    let frame = Closure::once_into_js(move || {
        if let Some(window) = web_sys::window() {
            // Fails only without a window.
            let _ = window.set_timeout_with_callback(work.unchecked_ref());
        }
    });
    if let Some(window) = web_sys::window() {
        let _ = window.request_animation_frame(frame.unchecked_ref());
    }
}

/// Whether some of an element is in view.
pub fn is_in_view(element: &Element) -> bool {
    let height = web_sys::window().and_then(|window| window.inner_height().ok()?.as_f64()).unwrap_or_default();
    let place = element.get_bounding_client_rect();
    place.bottom() > 0.0 && place.top() < height
}

/// All elements below `root` that fit `selector`.
pub fn all(root: &Element, selector: &str) -> Vec<Element> {
    let Ok(list) = root.query_selector_all(selector) else { return Vec::new() };
    (0..list.length()).filter_map(|index| list.item(index)?.dyn_into().ok()).collect()
}

fn start_of(paragraph: &Element) -> usize {
    paragraph.get_attribute("data-at").and_then(|at| at.parse().ok()).unwrap_or_default()
}

/// Scrolls the paragraph (or the mark in it) that holds the jump's place into the middle and lets it flash.
pub fn jump(jump: Option<Jump>) {
    let (Some(jump), Some(pane)) = (jump, find("[data-testid=article]")) else { return spot::clear() };
    let at = jump.at;
    let paragraphs = all(&pane, "[data-at]");
    let before = paragraphs.partition_point(|paragraph| start_of(paragraph) <= at.start);
    if let Some(paragraph) = paragraphs.get(before.saturating_sub(1)) {
        if let Ok(Some(fold)) = paragraph.closest("details") {
            // The attribute's name is always allowed.
            let _ = fold.set_attribute("open", "");
        }
        let pinned = paragraph.query_selector(".pinned").ok().flatten();
        scroll_to(pinned.as_ref().unwrap_or(paragraph));
        flash(paragraph);
        spot::mark(paragraph, at.start.saturating_sub(start_of(paragraph))..at.end.saturating_sub(start_of(paragraph)));
    }
}

/// Scrolls `element` into the middle.
pub fn scroll_to(element: &Element) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Center);
    options.set_behavior(ScrollBehavior::Auto);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Scrolls to the top of the first element that fits `selector`, and puts the focus there.
pub fn reveal(selector: &str) {
    if let Some(element) = find(selector) {
        element.scroll_into_view();
        focus::enter(&element);
    }
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

/// The attributes that tie a place of the page to an entity, a time, a speaker or a sentence of another article.
const TIES: [&str; 4] = ["data-entity", "data-value", "data-speaker", "data-pair"];

/// Lights everything on the page that stands for the same thing as `target`.
pub fn light(target: Option<Element>) {
    light_ties(target);
    scrollmap::light();
}

fn light_ties(target: Option<Element>) {
    let Some(root) = document().and_then(|document| document.document_element()) else { return };
    for lit in all(&root, "[data-lit]") {
        // Fails only for malformed names.
        let _ = lit.remove_attribute("data-lit");
    }
    let selector = TIES.map(|tie| format!("[{tie}]:not([{tie}=''])")).join(",");
    let tied = target.and_then(|target| target.closest(&selector).ok().flatten());
    // What is pinned stays lit when nothing else is pointed at.
    let pinned = || find(".cardbox.open").and_then(|_| find(".pinned"));
    let Some(tied) = tied.or_else(pinned) else { return };
    for tie in TIES {
        let Some(value) = tied.get_attribute(tie).filter(|value| !value.is_empty()) else { continue };
        let quoted = value.replace('\\', "\\\\").replace('"', "\\\"");
        for same in all(&root, &format!("[{tie}=\"{quoted}\"]")) {
            let _ = same.set_attribute("data-lit", "");
        }
    }
}
