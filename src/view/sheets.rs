//! What lies over the page: the paste field, the list of keys.

use yew::prelude::*;

use crate::state::action::Action;
use crate::state::parts::Sheet;
use crate::view::html::html;
use crate::view::part::Show;
use crate::view::ui::{Command, Ui};

/// An open sheet.
#[derive(PartialEq)]
pub struct OpenSheet {
    /// Which.
    pub sheet: Sheet,
    /// Language and callbacks.
    pub ui: Ui,
}

impl OpenSheet {
    fn title(&self) -> &'static str {
        let language = self.ui.language;
        match self.sheet {
            Sheet::Paste => language.paste_text(),
            Sheet::Keys => language.keys(),
        }
    }

    fn paste(&self) -> Html {
        let language = self.ui.language;
        html! {
            <>
                <p>{ language.paste_hint() }</p>
                <textarea rows="14" data-testid="paste" data-first="" aria-label={language.paste_text()} />
                <div class="actions">
                    <button type="button" class="button primary" data-testid="paste-add" onclick={self.ui.asks(Command::Paste)}>{ language.add() }</button>
                </div>
            </>
        }
    }

    fn keys(&self) -> Html {
        let row = |&(keys, id, en): &(&'static str, &'static str, &'static str)| {
            html! { <><dt><kbd>{ keys }</kbd></dt><dd>{ self.ui.language.pick(id, en) }</dd></> }
        };
        html! { <dl class="keys">{ for crate::words::rules::KEYS.iter().map(row) }</dl> }
    }
}

impl Show for OpenSheet {
    fn show(&self) -> Html {
        let body = match self.sheet {
            Sheet::Paste => self.paste(),
            Sheet::Keys => self.keys(),
        };
        html! {
            <div class="veil">
                <div class="sheet" tabindex="-1" role="dialog" aria-modal="true" aria-label={self.title()}>
                    <div class="head">
                        <h2>{ self.title() }</h2>
                        { self.ui.sign("×", self.ui.language.close(), Action::Sheet(None)) }
                    </div>
                    { body }
                </div>
            </div>
        }
    }
}
