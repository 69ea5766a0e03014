//! Reading one article.

use yew::prelude::*;

use crate::state::{Action, State};
use crate::view::article::ArticlePane;
use crate::view::card::Card;
use crate::view::index::Index;
use crate::view::legend::Legend;

/// Articles, the open one, its lists.
pub fn read(state: &UseReducerHandle<State>) -> Html {
    let Some(article) = state.open() else {
        return html! { <p class="empty">{ state.language.no_article() }</p> };
    };
    let Some(facts) = article.facts.clone() else {
        return html! { <p class="empty">{ state.language.reading() }</p> };
    };
    let send = state.dispatcher();
    let onfocus = Callback::from({
        let send = send.clone();
        move |mark| send.dispatch(Action::Focus(mark))
    });
    let onvisit = Callback::from({
        let send = send.clone();
        move |mark| send.dispatch(Action::Visit(mark))
    });
    let ontoggle = Callback::from({
        let send = send.clone();
        move |layer| send.dispatch(Action::Toggle(layer))
    });
    let ontab = Callback::from(move |tab| send.dispatch(Action::Tab(tab)));
    let language = state.language;
    let length = article.source.text.len();
    html! {
        <>
            <main id="main" tabindex="-1" key={article.source.name.clone()}>
                <Legend facts={facts.clone()} hidden={state.hidden} {language} {ontoggle} />
                <ArticlePane
                    text={article.source.text.clone()}
                    facts={facts.clone()}
                    hidden={state.hidden}
                    focus={state.focus}
                    jump={state.jump}
                    {language}
                    onfocus={onfocus.clone()}
                />
            </main>
            <div class="side">
                <div class="cardbox">
                    if let Some(mark) = state.focus { <Card facts={facts.clone()} {mark} {language} {onfocus} /> }
                </div>
                <Index {facts} {length} whole={state.whole().cloned()} tab={state.tab} {language} {ontab} {onvisit} />
            </div>
        </>
    }
}
