//! What every view needs besides its data: the language, and where to say what the reader did.

use wasm_bindgen::JsCast;
use web_sys::{File, FormData};
use yew::prelude::*;

use crate::export::Format;
use crate::state::action::Action;
use crate::view::html::html;
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
    /// Put a link that holds a text on the clipboard.
    Share(String),
    /// Take no more files in.
    Cancel,
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

    /// A button in words.
    pub fn link(&self, name: &'static str, test: &'static str, action: Action) -> Html {
        html! { <button type="button" class="link" data-testid={test} onclick={self.on(action)}>{ name }</button> }
    }

    /// What a form does with its fields; `make` is given the form's values by name.
    pub fn submits(&self, make: impl Fn(&dyn Fn(&str) -> String) -> Action + 'static) -> Callback<SubmitEvent> {
        self.send.reform(move |event: SubmitEvent| {
            event.prevent_default();
            let form = event.target().and_then(|target| target.dyn_into().ok());
            let form = form.and_then(|form| FormData::new_with_form(&form).ok());
            let value = |name: &str| form.as_ref().and_then(|form| form.get(name).as_string()).unwrap_or_default();
            make(&|name| value(name).trim().to_owned())
        })
    }

    /// A small button with a sign, and what it does in words.
    pub fn sign(&self, sign: &'static str, name: &'static str, action: Action) -> Html {
        html! { <button type="button" class="icon" aria-label={name} title={name} onclick={self.on(action)}>{ sign }</button> }
    }
}
