//! One row that is legend, switches and counts at once.

use silang_core::facts::Facts;
use yew::prelude::*;

use crate::shared::Shared;
use crate::state::action::Action;
use crate::view::html::html;
use crate::view::layer::{Layer, Layers};
use crate::view::part::Show;
use crate::view::ui::Ui;

/// The legend.
#[derive(PartialEq)]
pub struct Legend {
    /// What was found in the open article.
    pub facts: Shared<Facts>,
    /// The layers switched off.
    pub hidden: Layers,
    /// Language and callbacks.
    pub ui: Ui,
}

fn count(facts: &Facts, layer: Layer) -> usize {
    match layer {
        Layer::Time => facts.times.len(),
        Layer::Statement => facts.statements.len(),
        _ => facts.mentions.iter().filter(|mention| Layer::from(mention.kind) == layer).count(),
    }
}

impl Show for Legend {
    fn show(&self) -> Html {
        let chips = Layer::ALL.iter().enumerate().map(|(index, &layer)| self.chip(index, layer));
        html! { <div class="legend" role="group" aria-label={self.ui.language.layers()}>{ for chips }</div> }
    }
}

impl Legend {
    fn chip(&self, index: usize, layer: Layer) -> Html {
        let shown = !self.hidden.has(layer);
        html! {
            <button key={layer.name()} type="button" class="chip" data-layer-toggle={layer.name()}
                aria-pressed={shown.to_string()} aria-keyshortcuts={(index + 1).to_string()} onclick={self.ui.on(Action::Toggle(layer))}>
                <span class="swatch" />{ self.ui.language.layer(layer) }
                <span class="count">{ count(&self.facts, layer) }</span>
            </button>
        }
    }
}
