//! The ways to write out what is compared, or all that is here.

use std::rc::Rc;

use yew::prelude::*;

use crate::export::Format;
use crate::share;
use crate::view::html::html;
use crate::view::part::Show;
use crate::view::ui::{Command, Ui};

/// A button for each form.
#[derive(PartialEq)]
pub struct Exports {
    /// The text of the open article.
    pub open: Option<Rc<str>>,
    /// How many articles are written out, and how many more the site has that are not listed.
    pub count: (usize, usize),
    /// Language and callbacks.
    pub ui: Ui,
}

impl Exports {
    fn share(&self, text: &str) -> Html {
        let language = self.ui.language;
        let onclick = self.ui.asks(Command::Share(text.to_string()));
        html! { <button type="button" class="link" data-testid="share" title={language.share_hint()} {onclick}>{ language.share() }</button> }
    }
}

impl Show for Exports {
    fn show(&self) -> Html {
        let language = self.ui.language;
        let button = |&format: &Format| {
            let onclick = self.ui.asks(Command::Export(format));
            html! { <button key={format.name()} type="button" class="link" data-export={format.name()} title={language.format_hint(format)} {onclick}>{ format.title() }</button> }
        };
        let share = self
            .open
            .as_ref()
            .filter(|text| !text.is_empty() && text.len() <= share::LIMIT)
            .map(|text| self.share(text));
        let name = language.export();
        html! {
            <div class="exports" role="group" aria-label={name}>
                <span>{ language.exported(self.count.0, self.count.1) }</span>
                { for Format::ALL.iter().map(button) }
                { share.unwrap_or_default() }
            </div>
        }
    }
}
