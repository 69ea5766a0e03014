//! What every view needs besides its data: the language, and where to say what the reader did.

use web_sys::File;
use yew::prelude::*;

use crate::export::Format;
use crate::state::action::Action;
use crate::words::Language;

/// Something the reader asks for that is more than a change of state.
#[derive(Clone, Debug)]
pub enum Command {
    /// Take these files in.
    Files(Vec<File>),
    /// Take in the text that stands in the paste field.
    Paste,
    /// Save all as a file.
    Export(Format),
    /// Bring this part of the page into view.
    Reveal(&'static str),
    /// Put a text on the clipboard.
    Copy(String),
}

/// What every view needs.
#[derive(Clone, PartialEq)]
pub struct Ui {
    /// Language of the interface.
    pub language: Language,
    /// Told what happened.
    pub send: Callback<Action>,
    /// Told what is asked for.
    pub run: Callback<Command>,
}

impl Ui {
    /// What a click does.
    pub fn on(&self, action: Action) -> Callback<MouseEvent> {
        let send = self.send.clone();
        Callback::from(move |_| send.emit(action.clone()))
    }

    /// What a click asks for.
    pub fn asks(&self, command: Command) -> Callback<MouseEvent> {
        let run = self.run.clone();
        Callback::from(move |_| run.emit(command.clone()))
    }

    /// A small button with a sign, and what it does in words.
    pub fn sign(&self, sign: &'static str, name: &'static str, action: Action) -> Html {
        html! { <button type="button" class="icon" aria-label={name} title={name} onclick={self.on(action)}>{ sign }</button> }
    }
}
