//! The bar at the top.

use web_sys::{File, HtmlInputElement};
use yew::prelude::*;

use crate::route::Route;
use crate::state::{Sheet, Theme};
use crate::store::files;
use crate::words::Language;

/// What the bar needs.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The view.
    pub route: Route,
    /// Where Baca leads: the open article.
    pub open: Option<AttrValue>,
    /// Language of the interface.
    pub language: Language,
    /// Light or dark.
    pub theme: Theme,
    /// Told the files that were chosen.
    pub onfiles: Callback<Vec<File>>,
    /// Told what to lay over the page.
    pub onsheet: Callback<Option<Sheet>>,
    /// Told the language to use.
    pub onlanguage: Callback<Language>,
    /// Told the theme to use.
    pub ontheme: Callback<Theme>,
}

fn places(props: &Props) -> Html {
    let language = props.language;
    let read = Route::Read(props.open.as_ref().map(ToString::to_string));
    let places = [
        (language.read(), read.fragment(), matches!(props.route, Route::Read(_))),
        (language.compare(), Route::Compare(Vec::new()).fragment(), matches!(props.route, Route::Compare(_))),
        (language.timeline(), Route::Timeline.fragment(), props.route == Route::Timeline),
    ];
    let place = |(name, address, here): (&'static str, String, bool)| {
        html! { <a key={name} href={address} aria-current={here.then_some("page")}>{ name }</a> }
    };
    html! { <nav class="places" aria-label="Silang">{ for places.into_iter().map(place) }</nav> }
}

/// Choosing and pasting articles.
fn adding(props: &Props) -> Html {
    let onchange = props.onfiles.reform(|event: Event| {
        let input: HtmlInputElement = event.target_unchecked_into();
        let chosen = files::all(input.files());
        // So that the same file can be chosen again.
        input.set_value("");
        chosen
    });
    let paste = props.onsheet.reform(|_| Some(Sheet::Paste));
    html! {
        <div class="adding">
            <label class="button">
                { props.language.add() }
                <input type="file" multiple=true accept=".txt,.md,text/*" data-testid="add-files" {onchange} />
            </label>
            <button type="button" class="button" data-testid="paste-open" onclick={paste}>{ props.language.paste_text() }</button>
        </div>
    }
}

/// The bar.
#[component(TopBar)]
pub fn top_bar(props: &Props) -> Html {
    let language = props.language;
    let next_theme = match props.theme {
        Theme::Auto => Theme::Light,
        Theme::Light => Theme::Dark,
        Theme::Dark => Theme::Auto,
    };
    let onlanguage = props.onlanguage.reform(move |_| language.other());
    let ontheme = props.ontheme.reform(move |_| next_theme);
    html! {
        <header class="topbar">
            <a class="brand" href="#/"><strong>{ "Silang" }</strong><span>{ language.tagline() }</span></a>
            { places(props) }
            { adding(props) }
            <div class="tools">
                <button type="button" class="quiet" data-testid="theme" onclick={ontheme} title={language.theme()}>{ language.theme_name(props.theme) }</button>
                <button type="button" class="quiet" data-testid="language" lang={language.other().tag()} onclick={onlanguage}>{ language.language_switch() }</button>
            </div>
        </header>
    }
}
