//! Which marks of the open article stand out.
//!
//! The article is rendered once, each mark with its layer in `data-in`; whether it is highlighted,
//! `data-layer`, is set here by hand, and so is whether the notes in the margin are shown. A switch
//! touches what belongs to its own layer and nothing else, what is in view first: to render, style
//! and lay out a long article anew takes longer than a frame.

use std::cell::Cell;

use web_sys::Element;

use crate::dom::{after_paint, all, find, is_in_view};
use crate::view::layer::{Layer, Layers};

/// Elements that are switched within one frame, in view or not.
const AT_ONCE: usize = 60;

thread_local! {
    /// What was hidden last: what is switched later is switched to that.
    static HIDDEN: Cell<Layers> = Cell::default();
}

/// Shows the layers that are not hidden, in an article that was rendered anew.
pub fn show(hidden: Layers) {
    let Some(article) = find("[data-testid=article]") else { return };
    for stale in all(&article, "[data-layer]:not([data-in])") {
        // The name is always allowed.
        let _ = stale.remove_attribute("data-layer");
    }
    HIDDEN.set(hidden);
    for layer in Layer::ALL {
        parts(&article, layer).iter().for_each(|part| switch(part, layer, !hidden.has(layer)));
    }
}

/// Switches the layers whose state has changed.
pub fn follow(before: Layers, now: Layers) {
    let Some(article) = find("[data-testid=article]") else { return };
    HIDDEN.set(now);
    for layer in Layer::ALL.into_iter().filter(|&layer| before.has(layer) != now.has(layer)) {
        let (parts, shown) = (parts(&article, layer), !now.has(layer));
        let is_first = |part: &Element| parts.len() <= AT_ONCE || is_in_view(part);
        let (first, rest): (Vec<Element>, Vec<Element>) = parts.iter().cloned().partition(is_first);
        first.iter().for_each(|part| switch(part, layer, shown));
        later(rest, layer);
    }
}

/// Switches what is not in view, some in each frame, so that the reader can scroll meanwhile.
fn later(mut rest: Vec<Element>, layer: Layer) {
    if !rest.is_empty() {
        after_paint(move || {
            let after = rest.split_off(rest.len().min(2 * AT_ONCE));
            rest.iter().for_each(|part| switch(part, layer, !HIDDEN.get().has(layer)));
            later(after, layer);
        });
    }
}

/// The attribute of paragraphs that have a note of this layer in the margin.
fn note(layer: Layer) -> Option<&'static str> {
    match layer {
        Layer::Statement => Some("data-says"),
        Layer::Time => Some("data-dates"),
        Layer::Person | Layer::Organization | Layer::Location => None,
    }
}

/// The marks of a layer and the paragraphs with its notes.
fn parts(article: &Element, layer: Layer) -> Vec<Element> {
    let noted = note(layer).map(|note| [", [", note, "]"].concat()).unwrap_or_default();
    all(article, &["[data-in=", layer.name(), "]", &noted].concat())
}

fn switch(part: &Element, layer: Layer, shown: bool) {
    let is_mark = part.has_attribute("data-in");
    let (name, set) = match note(layer) {
        Some(note) if !is_mark => ([note, "-off"].concat(), !shown),
        _ => ("data-layer".to_owned(), shown),
    };
    // Both names are always allowed.
    let _ = if set { part.set_attribute(&name, layer.name()) } else { part.remove_attribute(&name) };
}
