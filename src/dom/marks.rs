//! Which marks of the open article stand out.
//!
//! The article is rendered once, each mark with its layer in `data-in`; whether it is highlighted,
//! `data-layer`, is set here by hand. So a switch touches the marks of its own layer and nothing
//! else: rendering a long article anew takes longer than a frame.

use crate::dom::{all, find};
use crate::view::layer::{Layer, Layers};

/// Highlights the marks of the layers that are not hidden, in an article that was rendered anew.
pub fn show(hidden: Layers) {
    let Some(article) = find("[data-testid=article]") else { return };
    for stale in all(&article, "[data-layer]:not([data-in])") {
        // The name is always allowed.
        let _ = stale.remove_attribute("data-layer");
    }
    Layer::ALL.into_iter().for_each(|layer| switch(layer, !hidden.has(layer)));
}

/// Switches the layers whose state has changed.
pub fn follow(before: Layers, now: Layers) {
    let changed = Layer::ALL.into_iter().filter(|&layer| before.has(layer) != now.has(layer));
    changed.for_each(|layer| switch(layer, !now.has(layer)));
}

fn switch(layer: Layer, shown: bool) {
    let Some(article) = find("[data-testid=article]") else { return };
    for mark in all(&article, &["[data-in=", layer.name(), "]"].concat()) {
        // The name is always allowed.
        let _ =
            if shown { mark.set_attribute("data-layer", layer.name()) } else { mark.remove_attribute("data-layer") };
    }
}
