//! Several articles side by side.

use silang_core::facts::DocAt;
use yew::prelude::*;

use crate::state::{Action, State};
use crate::view::compare::ComparePane;

/// The comparison of the articles named in the address.
pub fn compare(state: &UseReducerHandle<State>) -> Html {
    let docs = state.compared_docs();
    let Some(comparison) = state.comparison(&docs).cloned().filter(|_| !docs.is_empty()) else {
        return html! { <main id="main" tabindex="-1" class="wide"><p class="empty">{ state.language.comparing() }</p></main> };
    };
    let send = state.dispatcher();
    let onshow = Callback::from(move |place: DocAt| send.dispatch(Action::Show(place.doc, place.at)));
    html! {
        <main id="main" tabindex="-1" class="wide">
            <ComparePane library={state.library.clone()} {docs} {comparison} language={state.language} {onshow} />
        </main>
    }
}
