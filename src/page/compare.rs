//! Several articles side by side.

use yew::prelude::*;

use crate::page::read::unknown;
use crate::state::State;
use crate::view::compare::ComparePane;
use crate::view::compare::ground::Ground;
use crate::view::html::html;
use crate::view::part::part;
use crate::view::ui::Ui;

/// The comparison of the articles named in the address.
pub fn compare(state: &State, ui: &Ui) -> Html {
    if !state.unknown().is_empty() {
        return unknown(state.unknown(), ui, "wide");
    }
    let docs = state.compared_docs();
    let pane = state.comparison(&docs).filter(|_| !docs.is_empty()).map(|found| {
        let ground =
            Ground { library: state.library.clone(), docs: docs.clone(), found: found.clone(), ui: ui.clone() };
        part(ComparePane {
            ground,
            folded: state.folded,
            filter: state.filter,
            bases: state.bases.clone(),
            only: state.only.clone(),
            sides: state.sides,
        })
    });
    let waiting = || html! { <p class="empty">{ ui.language.comparing() }</p> };
    html! { <main id="main" tabindex="-1" class="wide">{ pane.unwrap_or_else(waiting) }</main> }
}
