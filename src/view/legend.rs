//! One row that is legend, switches and counts at once.

use silang_core::facts::Facts;
use yew::prelude::*;

use crate::shared::Shared;
use crate::view::layer::{Layer, Layers};
use crate::words::Language;

/// What the legend needs.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What was found in the open article.
    pub facts: Shared<Facts>,
    /// The layers switched off.
    pub hidden: Layers,
    /// Language of the interface.
    pub language: Language,
    /// Told the layer to switch.
    pub ontoggle: Callback<Layer>,
}

fn count(facts: &Facts, layer: Layer) -> usize {
    match layer {
        Layer::Time => facts.times.len(),
        Layer::Statement => facts.statements.len(),
        _ => facts.mentions.iter().filter(|mention| Layer::from(mention.kind) == layer).count(),
    }
}

/// The legend.
#[component(Legend)]
pub fn legend(props: &Props) -> Html {
    let chip = |(number, &layer): (usize, &Layer)| {
        let onclick = props.ontoggle.reform(move |_| layer);
        let shown = !props.hidden.has(layer);
        html! {
            <button key={layer.name()} type="button" class="chip" data-layer-toggle={layer.name()}
                aria-pressed={shown.to_string()} aria-keyshortcuts={(number + 1).to_string()} {onclick}>
                <span class="swatch" />{ props.language.layer(layer) }
                <span class="count">{ count(&props.facts, layer) }</span>
            </button>
        }
    };
    let chips = Layer::ALL.iter().enumerate().map(chip);
    html! { <div class="legend" role="group" aria-label={props.language.layers()}>{ for chips }</div> }
}
