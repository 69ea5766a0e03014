//! The card of a time.

use silang_core::facts::TimeFact;
use yew::prelude::*;

use crate::corrections::{Correction, Place};
use crate::state::action::Action;
use crate::view::card::{Card, row, why};
use crate::view::html::html;

impl Card {
    pub(super) fn time(&self, fact: &TimeFact) -> Html {
        let language = self.ui.language;
        let when = language.when_in_full(&fact.value);
        let told = if when.is_empty() { language.no_date().to_owned() } else { when.clone() };
        let odd = self.facts.checks.iter().find(|check| check.at == fact.at);
        let odd = odd.map(|check| language.oddity(check.oddity, check.weekday)).unwrap_or_default();
        let other = fact.alternatives.iter().map(|value| language.when(value)).collect::<Vec<_>>().join(" · ");
        html! {
            <>
                <h2>{ told }</h2>
                <dl>
                    { row(language.worked_out(), self.derivation(fact, &when)) }
                    { row(language.look_twice(), odd) }
                    { row(language.or_else(), other) }
                    { row(language.read_as(), self.machine(fact)) }
                    { why(language, &fact.why, fact.sure) }
                    { row(language.value(), fact.value.clone()) }
                </dl>
                { self.correction(fact) }
            </>
        }
    }

    fn derivation(&self, fact: &TimeFact, when: &str) -> String {
        let language = self.ui.language;
        let from = match fact.anchor.as_str() {
            "published" => language.since_publication(),
            "mention" => language.since_mention(),
            _ => return String::new(),
        };
        let anchor = fact.anchor_at.and_then(|at| self.facts.times.iter().find(|time| time.at == at));
        let anchor = anchor.map(|time| format!(" (“{}”)", time.text)).unwrap_or_default();
        format!("“{}” → {when}, {from}{anchor}", fact.text)
    }

    /// The value before the reader set it right.
    fn machine(&self, fact: &TimeFact) -> String {
        let language = self.ui.language;
        let before = self.raw.times.iter().find(|time| time.at == fact.at).filter(|time| time.value != fact.value);
        before.map_or_else(String::new, |time| {
            let when = language.when(&time.value);
            if when.is_empty() { language.no_date().to_owned() } else { when }
        })
    }

    /// A field for the right value: a day to choose, or any value in writing.
    fn correction(&self, fact: &TimeFact) -> Html {
        let language = self.ui.language;
        let (words, place) = (fact.text.clone(), Place { doc: self.facts.doc.clone(), start: fact.at.start });
        let onsubmit = self.ui.submits(move |value| {
            let place = value("everywhere").is_empty().then(|| place.clone());
            let right = [value("value"), value("day")].into_iter().find(|value| !value.is_empty());
            Action::Correct(Correction::When(words.clone(), right.unwrap_or_default(), place))
        });
        let refused = self.refused.as_ref().map(|value| language.no_such_time(value));
        html! {
            <form class="fix time" data-testid="fix-time" {onsubmit}>
                <input type="date" name="day" aria-label={language.correct_day()} />
                <input type="text" name="value" placeholder="2022-02, 2022-02-24T10:00" aria-label={language.correct_time()} title={language.time_hint()} autocomplete="off" aria-invalid={refused.is_some().then_some("true")} />
                <label><input type="checkbox" name="everywhere" value="1" />{ language.everywhere_else(&fact.text) }</label>
                <button type="submit" class="button">{ language.correct() }</button>
                <p role="alert" class="refused">{ refused }</p>
            </form>
        }
    }
}
