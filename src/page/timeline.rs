//! All dates of all articles.

use silang_core::facts::DocAt;
use yew::prelude::*;

use crate::state::{Action, State};
use crate::view::compare::timeline::Timeline;

/// The timeline of the whole library.
pub fn timeline(state: &UseReducerHandle<State>) -> Html {
    let Some(comparison) = state.whole().cloned() else {
        return html! { <main id="main" tabindex="-1" class="wide"><p class="empty">{ state.language.comparing() }</p></main> };
    };
    let send = state.dispatcher();
    let onshow = Callback::from(move |place: DocAt| send.dispatch(Action::Show(place.doc, place.at)));
    html! {
        <main id="main" tabindex="-1" class="wide">
            <h1>{ state.language.timeline() }</h1>
            <Timeline library={state.library.clone()} {comparison} language={state.language} {onshow} />
        </main>
    }
}
