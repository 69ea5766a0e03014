//! What the reader set right, each to be taken back.

use yew::prelude::*;

use crate::corrections::Correction;
use crate::shared::Shared;
use crate::state::action::Action;
use crate::view::part::Show;
use crate::view::ui::Ui;

/// The list of corrections.
#[derive(PartialEq)]
pub struct Corrections {
    /// The corrections.
    pub corrections: Shared<Vec<Correction>>,
    /// Language and callbacks.
    pub ui: Ui,
}

impl Show for Corrections {
    fn show(&self) -> Html {
        let language = self.ui.language;
        if self.corrections.is_empty() {
            return Html::default();
        }
        let row = |(index, correction): (usize, &Correction)| {
            html! { <li key={index}><span>{ language.correction(correction) }</span>{ self.ui.sign("×", language.take_back(), Action::TakeBack(index)) }</li> }
        };
        let rows = self.corrections.iter().enumerate().map(row);
        html! { <section class="corrections" data-testid="corrections"><h2>{ language.corrections() }</h2><ul>{ for rows }</ul></section> }
    }
}
