//! Which marks of the open article stand out.
//!
//! The article is rendered once, each mark with its layer in `data-in`; whether it is highlighted,
//! `data-layer`, is set here by hand. So a switch touches the marks of its own layer and nothing
//! else, those in view first: to render, style and lay out a long article anew takes longer than a frame.

use web_sys::Element;

use crate::dom::{after_paint, all, find, is_in_view};
use crate::view::layer::{Layer, Layers};

/// Marks that are switched within one frame, in view or not.
const AT_ONCE: usize = 150;

/// Highlights the marks of the layers that are not hidden, in an article that was rendered anew.
pub fn show(hidden: Layers) {
    let Some(article) = find("[data-testid=article]") else { return };
    for stale in all(&article, "[data-layer]:not([data-in])") {
        // The name is always allowed.
        let _ = stale.remove_attribute("data-layer");
    }
    for layer in Layer::ALL {
        marks(&article, layer).iter().for_each(|mark| switch(mark, layer, !hidden.has(layer)));
    }
}

/// Switches the layers whose state has changed.
pub fn follow(before: Layers, now: Layers) {
    let Some(article) = find("[data-testid=article]") else { return };
    for layer in Layer::ALL.into_iter().filter(|&layer| before.has(layer) != now.has(layer)) {
        let (marks, shown) = (marks(&article, layer), !now.has(layer));
        let is_first = |mark: &Element| marks.len() <= AT_ONCE || is_in_view(mark);
        let (first, rest): (Vec<Element>, Vec<Element>) = marks.iter().cloned().partition(is_first);
        first.iter().for_each(|mark| switch(mark, layer, shown));
        if !rest.is_empty() {
            after_paint(move || rest.iter().for_each(|mark| switch(mark, layer, shown)));
        }
    }
}

fn marks(article: &Element, layer: Layer) -> Vec<Element> {
    all(article, &["[data-in=", layer.name(), "]"].concat())
}

fn switch(mark: &Element, layer: Layer, shown: bool) {
    // The name is always allowed.
    let _ = if shown { mark.set_attribute("data-layer", layer.name()) } else { mark.remove_attribute("data-layer") };
}
