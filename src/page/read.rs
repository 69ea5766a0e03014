//! Reading one article.

use yew::prelude::*;

use crate::layout;
use crate::state::State;
use crate::view::about::About;
use crate::view::article::ArticlePane;
use crate::view::card::Card;
use crate::view::html::html;
use crate::view::index::Index;
use crate::view::legend::Legend;
use crate::view::part::{keyed, part};
use crate::view::scrollmap::ScrollMap;
use crate::view::ui::Ui;

/// The articles that the address names are not here.
pub fn unknown(docs: &[String], ui: &Ui, class: &'static str) -> Html {
    html! { <main id="main" tabindex="-1" {class}><p class="empty" role="alert">{ ui.language.unknown(docs) }</p></main> }
}

fn waiting(told: &'static str) -> Html {
    html! { <main id="main" tabindex="-1"><p class="empty">{ told }</p></main> }
}

/// A text that is still being analysed: it can be read meanwhile.
fn unmarked(text: &str) -> Html {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let line = |(at, line): (usize, &str)| {
        let text = line.to_owned();
        if at == 0 && layout::is_headline(line) {
            html! { <h1>{ text }</h1> }
        } else {
            html! { <p>{ text }</p> }
        }
    };
    html! {
        <main id="main" tabindex="-1">
            <article class="article first" lang="id" aria-busy="true">
                { for lines.enumerate().map(line) }
            </article>
        </main>
    }
}

/// The open article and its lists.
pub fn read(state: &State, ui: &Ui) -> Html {
    if !state.unknown().is_empty() {
        return unknown(state.unknown(), ui, "");
    }
    let Some(article) = state.open() else {
        return match state.listed {
            false => unmarked(&state.first),
            true if state.sought().is_empty() => waiting(ui.language.no_article()),
            true => waiting(ui.language.reading()),
        };
    };
    let Some(facts) = article.facts.clone() else {
        return if article.failed { waiting(ui.language.skipped()) } else { unmarked(&article.source.text) };
    };
    let name = article.source.name.clone();
    let ui = || ui.clone();
    let shown = state.focus.or(state.cursor);
    let pane = ArticlePane { article: article.clone(), focus: shown, ui: ui() };
    let whole = state.around(article).cloned();
    let headed = article.blocks.first().is_some_and(|block| block.headline);
    let length = article.source.text.len();
    let card = |mark| part(Card::of(state, article, mark, ui()));
    let walked = state.cursor.filter(|_| state.focus.is_none()).and_then(|mark| ui().language.mark(mark, &facts));
    html! {
        <>
            <main id="main" tabindex="-1">
                { part(Legend { facts: facts.clone(), hidden: state.hidden, ui: ui() }) }
                { (!headed).then(|| html! { <h1 class="unseen">{ article.title() }</h1> }) }
                { keyed(format!("about {name}"), About::of(state, article, ui())) }
                <p class="unseen" role="status" data-testid="walked">{ walked }</p>
                <div class="text">{ keyed(name, pane) }{ part(ScrollMap { name: state.language.scroll_map(), hidden: state.hidden }) }</div>
            </main>
            <aside class="side" aria-label={state.language.index()}>
                <div class={if state.focus.is_some() { "cardbox open" } else { "cardbox" }}>{ for state.focus.map(card) }</div>
                { part(Index { facts: facts.clone(), length, whole, in_event: state.is_many(), tab: state.tab, ui: ui() }) }
            </aside>
        </>
    }
}
