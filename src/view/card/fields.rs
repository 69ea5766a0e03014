//! Fields for what is right.

use yew::prelude::*;

use crate::order;
use crate::view::card::Card;
use crate::view::html::html;

impl Card {
    /// A field with the choices that are likely; it counts when the reader presses Enter or the button.
    pub fn field(
        &self,
        name: &'static str,
        field: &'static str,
        onsubmit: Callback<SubmitEvent>,
        choices: Vec<String>,
    ) -> Html {
        let choice = |name: String| html! { <option key={name.clone()} value={name} /> };
        html! {
            <form class="fix" {onsubmit}>
                <input type="text" name={field} list="choices" required=true placeholder={name} aria-label={name} autocomplete="off" />
                <datalist id="choices">{ for choices.into_iter().map(choice) }</datalist>
                <button type="submit" class="button">{ self.ui.language.correct() }</button>
            </form>
        }
    }

    /// The names of the article.
    pub fn names(&self) -> Vec<String> {
        let mut names: Vec<String> = self.facts.mentions.iter().map(|fact| fact.entity.clone()).collect();
        order::sort_by_key(&mut names, String::clone);
        names.dedup();
        names
    }
}
