//! All dates of all articles.

use yew::prelude::*;

use crate::state::State;
use crate::view::compare::ground::Ground;
use crate::view::compare::timeline::Timeline;
use crate::view::html::html;
use crate::view::part::part;
use crate::view::ui::Ui;

/// The timeline of the whole library.
pub fn timeline(state: &State, ui: &Ui) -> Html {
    let docs = state.dated_docs();
    let count = docs.len();
    let found = if state.is_many() { state.comparison(&docs) } else { state.whole() };
    let pane = found.map(|found| {
        let ground = Ground { library: state.library.clone(), docs, found: found.clone(), ui: ui.clone() };
        part(Timeline { ground, only: state.only.clone() })
    });
    let waiting = || html! { <p class="empty">{ ui.language.comparing() }</p> };
    html! {
        <main id="main" tabindex="-1" class="wide">
            <h1>{ ui.language.timeline() }</h1>
            <h2 class="meta">{ ui.language.article_count(count) }</h2>
            { state.is_many().then(|| html! { <p class="hint">{ ui.language.timeline_of() }</p> }) }
            { pane.unwrap_or_else(waiting) }
        </main>
    }
}
