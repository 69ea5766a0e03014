//! Showing a place of an article, as a link to it.

use silang_core::facts::DocAt;
use yew::prelude::*;

use crate::context::context;
use crate::state::action::Action;
use crate::view::compare::ground::Ground;
use crate::view::html::html;

impl Ground {
    /// The short name of an article: its outlet, if that is known and no other of those compared is of the same one.
    pub fn outlet(&self, doc: &str) -> String {
        let Some(article) = self.library.get(doc) else { return doc.to_owned() };
        let of_same =
            |other: &String| other != doc && self.library.get(other).is_some_and(|o| o.outlet() == article.outlet());
        if self.docs.iter().any(of_same) { article.opening() } else { article.label() }
    }

    /// A button that shows `place` in its article.
    pub fn link(&self, place: &DocAt, inside: Html) -> Html {
        let onclick = self.ui.on(Action::Show(place.doc.clone(), place.at));
        html! { <button type="button" class="place" {onclick}>{ inside }</button> }
    }

    /// A place with the words around it.
    pub fn snippet(&self, place: &DocAt) -> Html {
        let text = self.library.get(&place.doc).map_or("", |article| &article.source.text);
        self.told(place, &context(text, place.at).map(str::to_owned))
    }

    /// A place with these words: those before it, its own, those behind.
    pub fn told(&self, place: &DocAt, words: &[String]) -> Html {
        let word = |index: usize| words.get(index).cloned().unwrap_or_default();
        self.link(place, html! { <>{ word(0) }<mark>{ word(1) }</mark>{ word(2) }</> })
    }
}
