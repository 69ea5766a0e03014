//! Dates in order, with what happened, was said, was published.

use silang_core::compare::Role;
use silang_core::facts::{ComparisonFacts, DocAt, MomentFact, MomentItem};
use yew::prelude::*;

use crate::library::Library;
use crate::shared::Shared;
use crate::view::compare::place;
use crate::words::Language;

/// What the timeline needs.
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

fn role(language: Language, role: Role) -> (&'static str, &'static str) {
    match role {
        Role::Happened => ("happened", language.happened()),
        Role::Said => ("said", language.said()),
        Role::Published => ("published", language.published()),
    }
}

fn item(props: &Props, index: usize, item: &MomentItem) -> Html {
    let (name, word) = role(props.language, item.role);
    html! {
        <li key={index} data-role={name}>
            <span class="role">{ word }</span>
            <span class="outlet">{ place::outlet(&props.library, &item.place.doc) }</span>
            { place::snippet(&props.library, &item.place, &props.onshow) }
        </li>
    }
}

fn moment(props: &Props, moment: &MomentFact) -> Html {
    html! {
        <li key={moment.value.clone()}>
            <h3><time datetime={moment.value.clone()} data-value={moment.value.clone()}>{ props.language.when(&moment.value) }</time></h3>
            <ul>{ for moment.items.iter().enumerate().map(|(index, one)| item(props, index, one)) }</ul>
        </li>
    }
}

/// The timeline.
#[component(Timeline)]
pub fn timeline(props: &Props) -> Html {
    let moments = &props.comparison.timeline;
    html! {
        <div class="timeline">
            if moments.is_empty() { <p class="empty">{ props.language.nothing() }</p> }
            <ol>{ for moments.iter().map(|one| moment(props, one)) }</ol>
        </div>
    }
}
