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

/// Tellings of one value shown at most.
const TOLD: usize = 3;

impl Differences {
    fn telling(&self, index: usize, place: &DocAt) -> Html {
        html! {
            <div key={index} class="telling">
                <p class="meta"><span class="outlet">{ self.ground.outlet(&place.doc) }</span></p>
                { self.ground.snippet(place) }
            </div>
        }
    }

    /// A value with who tells it: of many tellings the first ones, of articles as different as there are.
    fn value(&self, kind: DifferenceKind, index: usize, (value, places): (&str, Vec<&DocAt>)) -> Html {
        // A mistyped date is told as it is written.
        let is_time = kind == DifferenceKind::Time && !value.contains(' ');
        let shown = if is_time { self.ground.ui.language.when(value) } else { value.to_owned() };
        let more = places.len().checked_sub(TOLD).filter(|&more| more > 0);
        let tellings = places.into_iter().take(TOLD).enumerate().map(|(at, place)| self.telling(at, place));
        html! {
            <li key={index}>
                <strong>{ shown }</strong>
                { for tellings }
                { more.map(|more| html! { <p class="meta">{ self.ground.ui.language.more(more) }</p> }) }
            </li>
        }
    }

    fn card(&self, index: usize, fact: &DifferenceFact) -> Html {
        let language = self.ground.ui.language;
        let values = by_value(&fact.values).into_iter().enumerate().map(|(at, one)| self.value(fact.kind, at, one));
        html! {
            <li key={index} class="difference" data-verdict={verdict_name(fact.verdict)}>
                <p class="meta"><span>{ language.difference(fact.kind) }</span><span class="verdict">{ language.verdict_of(fact) }</span></p>
                <h3>{ &fact.what }</h3>
                <ul>{ for values }</ul>
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

/// Each value, in the order in which they first come, with where it is told: the first place of each article before the others.
fn by_value(tellings: &[TellingFact]) -> Vec<(&str, Vec<&DocAt>)> {
    let mut values: Vec<(&str, Vec<&DocAt>, Vec<&DocAt>)> = Vec::new();
    for TellingFact { place, value } in tellings {
        match values.iter_mut().find(|(known, ..)| known == value) {
            Some((_, first, again)) if first.iter().any(|known| known.doc == place.doc) => again.push(place),
            Some((_, first, _)) => first.push(place),
            None => values.push((value, vec![place], Vec::new())),
        }
    }
    values.into_iter().map(|(value, first, again)| (value, [first, again].concat())).collect()
}

#[cfg(test)]
mod tests {
    use silang_core::Span;
    use silang_core::facts::{DocAt, TellingFact};

    use super::by_value;

    #[test]
    fn each_value_stands_once_with_every_article_before_any_comes_again() {
        let telling = |doc: &str, value: &str| TellingFact {
            place: DocAt { doc: doc.to_owned(), at: Span::default().into() },
            value: value.to_owned(),
        };
        let tellings = [telling("a", "dua"), telling("a", "dua"), telling("b", "tiga"), telling("c", "dua")];
        let found = by_value(&tellings).into_iter().map(|(value, places)| {
            let docs: Vec<&str> = places.into_iter().map(|place| place.doc.as_str()).collect();
            format!("{value}: {}", docs.join(" "))
        });
        assert_eq!(found.collect::<Vec<_>>(), ["dua: a c a", "tiga: b"]);
    }
}
