//! The bar at the top.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::route::Route;
use crate::state::action::Action;
use crate::state::parts::{Sheet, Theme};
use crate::store::files;
use crate::view::html::html;
use crate::view::part::Show;
use crate::view::ui::{Command, Ui};

/// The bar.
#[derive(PartialEq)]
pub struct TopBar {
    /// The view.
    pub route: Route,
    /// Where Baca leads: the open article.
    pub open: Option<String>,
    /// Where comparing leads.
    pub compare: Route,
    /// What is searched for.
    pub query: String,
    /// Light or dark.
    pub theme: Theme,
    /// Language and callbacks.
    pub ui: Ui,
}

impl TopBar {
    fn places(&self) -> Html {
        let language = self.ui.language;
        let places = [
            (language.read(), Route::Read(self.open.clone()), matches!(self.route, Route::Read(_))),
            (language.compare(), self.compare.clone(), matches!(self.route, Route::Compare(_))),
            (language.timeline(), Route::Timeline, self.route == Route::Timeline),
        ];
        let place = |(name, route, here): (&'static str, Route, bool)| {
            html! { <a key={name} href={route.fragment()} aria-current={here.then_some("page")}>{ name }</a> }
        };
        html! { <nav class="places" aria-label="Silang">{ for places.into_iter().map(place) }</nav> }
    }

    fn search(&self) -> Html {
        let name = self.ui.language.search();
        let oninput = self
            .ui
            .send
            .reform(|event: InputEvent| Action::Search(event.target_unchecked_into::<HtmlInputElement>().value()));
        html! {
            <input type="search" class="search" data-testid="search" aria-keyshortcuts="/" placeholder={name} aria-label={name} title={self.ui.language.search_hint()} value={self.query.clone()} {oninput} />
        }
    }

    /// Choosing and pasting articles.
    fn adding(&self) -> Html {
        let language = self.ui.language;
        let taken = self.ui.run.reform(|event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            let chosen = files::all(input.files());
            // So that the same file can be chosen again.
            input.set_value("");
            Command::Files(chosen)
        });
        html! {
            <div class="adding">
                <label class="button">
                    { language.add() }
                    <input type="file" multiple=true accept=".txt,.md,.html,.json,.zip,text/*" data-testid="add-files" onchange={taken.clone()} />
                </label>
                <label class="button folder">
                    { language.folder() }
                    <input type="file" multiple=true webkitdirectory=true data-testid="add-folder" onchange={taken} />
                </label>
                <button type="button" class="button" data-testid="paste-open" onclick={self.ui.on(Action::Sheet(Some(Sheet::Paste)))}>{ language.paste() }</button>
            </div>
        }
    }

    fn tools(&self) -> Html {
        let language = self.ui.language;
        let theme = language.theme_name(self.theme);
        html! {
            <div class="tools">
                <button type="button" class="quiet" data-testid="export" onclick={self.ui.asks(Command::Reveal(".exports"))}>{ language.export() }</button>
                <button type="button" class="quiet" data-testid="theme" title={language.theme()} onclick={self.ui.on(Action::Theme(self.theme.next()))}>{ theme }</button>
                <button type="button" class="quiet" data-testid="language" title={language.language_switch()} lang={language.other().tag()}
                    onclick={self.ui.on(Action::Language(language.other()))}>{ language.other().tag().to_ascii_uppercase() }</button>
                <button type="button" class="quiet" data-testid="keys" title={language.keys()} aria-label={language.keys()}
                    onclick={self.ui.on(Action::Sheet(Some(Sheet::Keys)))}>{ "?" }</button>
            </div>
        }
    }
}

impl Show for TopBar {
    fn show(&self) -> Html {
        html! {
            <header class="topbar">
                <a class="brand" href="#/"><strong>{ "Silang" }</strong></a>
                { self.places() }
                { self.search() }
                { self.adding() }
                { self.tools() }
            </header>
        }
    }
}
