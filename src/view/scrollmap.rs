//! The marks of the whole article on a narrow strip beside it.

use yew::prelude::*;

use crate::dom::scrollmap;
use crate::view::html::html;
use crate::view::layer::{Layer, Layers};
use crate::view::part::Show;

/// The strip; its ticks are drawn where the browser has put the marks.
#[derive(PartialEq)]
pub struct ScrollMap {
    /// Its name.
    pub name: &'static str,
    /// The layers switched off.
    pub hidden: Layers,
}

impl Show for ScrollMap {
    fn show(&self) -> Html {
        let layer = |&layer: &Layer| {
            let visibility = self.hidden.has(layer).then_some("hidden");
            html! { <path key={layer.name()} data-of={layer.name()} {visibility} /> }
        };
        let onclick = Callback::from(|event: MouseEvent| scrollmap::clicked(&event));
        html! {
            <svg class="scrollmap" viewBox="0 0 10 1000" preserveAspectRatio="none" aria-hidden="true" {onclick}>
                <title>{ self.name }</title>
                <rect width="10" />
                { for Layer::ALL.iter().rev().map(layer) }
                <path class="lit" />
            </svg>
        }
    }
}
