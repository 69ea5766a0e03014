//! What is told differently, and what only one article tells.

use silang_core::facts::{ComparisonFacts, DifferenceFact, DocAt, TellingFact};
use yew::prelude::*;

use crate::library::Library;
use crate::shared::Shared;
use crate::view::compare::place;
use crate::words::Language;

/// What the cards need.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The articles.
    pub library: Shared<Library>,
    /// What was found.
    pub comparison: Shared<ComparisonFacts>,
    /// Language of the interface.
    pub language: Language,
    /// Told the place to show.
    pub onshow: Callback<DocAt>,
}

fn telling(props: &Props, index: usize, telling: &TellingFact) -> Html {
    html! {
        <li key={index}>
            <span class="outlet">{ place::outlet(&props.library, &telling.place.doc) }</span>
            <strong>{ &telling.value }</strong>
            { place::snippet(&props.library, &telling.place, &props.onshow) }
        </li>
    }
}

fn card(props: &Props, index: usize, fact: &DifferenceFact) -> Html {
    let language = props.language;
    html! {
        <li key={index} class="difference">
            <h3>{ &fact.what }</h3>
            <p class="meta"><span>{ language.difference(fact.kind) }</span><span>{ language.verdict(fact.verdict) }</span></p>
            <ul>{ for fact.values.iter().enumerate().map(|(at, one)| telling(props, at, one)) }</ul>
            <p class="why">{ language.difference_rule(&fact.why) }</p>
        </li>
    }
}

fn only(props: &Props) -> Html {
    let row = |(index, place): (usize, &DocAt)| {
        html! {
            <li key={index}>
                <span class="outlet">{ place::outlet(&props.library, &place.doc) }</span>
                { place::link(place, &props.onshow, html! { { props.library.text(place).to_owned() } }) }
            </li>
        }
    };
    let rows = props.comparison.only.iter().take(12).enumerate().map(row);
    html! { <><h3>{ props.language.only_heading() }</h3><ul class="only">{ for rows }</ul></> }
}

/// The cards.
#[component(Differences)]
pub fn differences(props: &Props) -> Html {
    let all = &props.comparison.differences;
    html! {
        <>
            if all.is_empty() {
                <p class="empty">{ props.language.no_difference() }</p>
            } else {
                <ul class="cards">{ for all.iter().enumerate().map(|(index, one)| card(props, index, one)) }</ul>
            }
            if !props.comparison.only.is_empty() { { only(props) } }
        </>
    }
}
