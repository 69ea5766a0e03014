//! The ways to write out what is compared, or all that is here.

use yew::prelude::*;

use crate::export::Format;
use crate::view::part::Show;
use crate::view::ui::{Command, Ui};

/// A button for each form.
#[derive(PartialEq)]
pub struct Exports {
    /// Language and callbacks.
    pub ui: Ui,
}

impl Show for Exports {
    fn show(&self) -> Html {
        let language = self.ui.language;
        let button = |&format: &Format| {
            let onclick = self.ui.asks(Command::Export(format));
            html! { <button key={format.name()} type="button" class="link" data-export={format.name()} title={language.format_hint(format)} {onclick}>{ format.title() }</button> }
        };
        let name = language.export();
        html! { <div class="exports" role="group" aria-label={name}><span>{ name }</span>{ for Format::ALL.iter().map(button) }</div> }
    }
}
