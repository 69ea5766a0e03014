//! What the reader set right, each to be taken back.

use yew::prelude::*;

use crate::corrections::Correction;
use crate::shared::Shared;
use crate::state::action::Action;
use crate::view::html::html;
use crate::view::part::Show;
use crate::view::ui::Ui;

/// The list of corrections.
#[derive(PartialEq)]
pub struct Corrections {
    /// The corrections.
    pub all: Shared<Vec<Correction>>,
    /// Whether there is a change to take back, and one to make again.
    pub can: [bool; 2],
    /// Language and callbacks.
    pub ui: Ui,
}

impl Corrections {
    fn row(&self, index: usize, correction: &Correction) -> Html {
        let language = self.ui.language;
        let told = language.correction(correction);
        html! { <li key={told.clone()}><span>{ told }</span>{ self.ui.sign("×", language.take_back(), Action::TakeBack(index)) }</li> }
    }

    fn step(&self, name: &'static str, keys: &'static str, can: bool, action: Action) -> Html {
        html! { <button type="button" class="link" disabled={!can} aria-keyshortcuts={keys} onclick={self.ui.on(action)}>{ name }</button> }
    }
}

impl Show for Corrections {
    fn show(&self) -> Html {
        let language = self.ui.language;
        let [back, again] = self.can;
        if self.all.is_empty() && !back && !again {
            return Html::default();
        }
        let rows = self.all.iter().enumerate().map(|(index, one)| self.row(index, one));
        html! {
            <section class="corrections" data-testid="corrections">
                <h2>{ language.corrections() }<span class="count">{ self.all.len() }</span></h2>
                <p class="hint">{ language.corrections_hint() }</p>
                <ul>{ for rows }</ul>
                <p class="actions">
                    { self.step(language.undo(), "z", back, Action::Undo) }
                    { self.step(language.redo(), "y", again, Action::Redo) }
                </p>
            </section>
        }
    }
}
