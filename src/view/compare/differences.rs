//! What is told differently, and what only one article tells.

use silang_core::compare::DifferenceKind;
use silang_core::facts::{DifferenceFact, DocAt, TellingFact};
use yew::prelude::*;

use crate::view::compare::ground::Ground;
use crate::view::html::html;
use crate::view::part::Show;
use crate::words::kinds::verdict_name;

/// The cards.
#[derive(PartialEq)]
pub struct Differences {
    /// What is compared.
    pub ground: Ground,
}

/// Sentences that only one article has, shown at most.
const ONLY: usize = 12;

impl Differences {
    fn telling(&self, kind: DifferenceKind, index: usize, telling: &TellingFact) -> Html {
        // A mistyped date is told as it is written.
        let is_time = kind == DifferenceKind::Time && !telling.value.contains(' ');
        let value = if is_time { self.ground.ui.language.when(&telling.value) } else { telling.value.clone() };
        html! {
            <li key={index}>
                <p class="meta"><span class="outlet">{ self.ground.outlet(&telling.place.doc) }</span></p>
                <strong>{ value }</strong>
                { self.ground.snippet(&telling.place) }
            </li>
        }
    }

    fn card(&self, index: usize, fact: &DifferenceFact) -> Html {
        let language = self.ground.ui.language;
        let tellings = fact.values.iter().enumerate().map(|(at, one)| self.telling(fact.kind, at, one));
        html! {
            <li key={index} class="difference" data-verdict={verdict_name(fact.verdict)}>
                <p class="meta"><span>{ language.difference(fact.kind) }</span><span class="verdict">{ language.verdict(fact.verdict) }</span></p>
                <h3>{ &fact.what }</h3>
                <ul>{ for tellings }</ul>
                <p class="why">{ language.difference_rule(&fact.why) }</p>
            </li>
        }
    }

    fn only(&self) -> Html {
        let row = |(index, place): (usize, &DocAt)| {
            let text = self.ground.library.text(place).to_owned();
            html! {
                <li key={index}>
                    <span class="outlet">{ self.ground.outlet(&place.doc) }</span>
                    { self.ground.link(place, html! { { text } }) }
                </li>
            }
        };
        let rows = self.ground.found.facts.only.iter().take(ONLY).enumerate().map(row);
        html! { <><h3 class="sub">{ self.ground.ui.language.only_heading() }</h3><ul class="only">{ for rows }</ul></> }
    }
}

impl Show for Differences {
    fn show(&self) -> Html {
        let facts = &self.ground.found.facts;
        let cards = facts.differences.iter().enumerate().map(|(index, one)| self.card(index, one));
        html! {
            <>
                { facts.differences.is_empty().then(|| html! { <p class="empty">{ self.ground.ui.language.no_difference() }</p> }) }
                <ul class="cards">{ for cards }</ul>
                { (!facts.only.is_empty()).then(|| self.only()) }
            </>
        }
    }
}
