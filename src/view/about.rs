//! What the open article is: outlet and date, with fields to set them right.

use yew::prelude::*;

use crate::corrections::{self, Correction};
use crate::library::Article;
use crate::state::action::Action;
use crate::view::part::Show;
use crate::view::ui::Ui;

/// A line that opens to a form.
#[derive(PartialEq)]
pub struct About {
    /// Name of the article.
    doc: String,
    /// Headline, outlet, day of publication, as they are shown.
    told: [String; 3],
    /// The same where the reader has told it.
    own: [String; 3],
    ui: Ui,
}

impl About {
    /// The line of an article.
    pub fn of(article: &Article, ui: Ui) -> Self {
        let told = [article.title(), article.outlet(), article.published()].map(str::to_owned);
        let own = article.about.clone().unwrap_or_default();
        Self { doc: article.source.name.clone(), told, own: [own.title, own.outlet, own.published], ui }
    }

    fn field(&self, index: usize, label: &'static str, kind: &'static str, name: &'static str) -> Html {
        let value = self.told.get(index).cloned();
        html! { <label><span>{ label }</span><input type={kind} {name} {value} autocomplete="off" /></label> }
    }
}

impl Show for About {
    fn show(&self) -> Html {
        let language = self.ui.language;
        let [_, outlet, published] = self.told.clone();
        let (doc, before, own) = (self.doc.clone(), self.told.clone(), self.own.clone());
        let onsubmit = self.ui.submits(move |value| {
            // What is left as it was found stays to be found.
            let told = |index: usize, name| if value(name) == before[index] { own[index].clone() } else { value(name) };
            let [title, outlet, published] = [told(0, "title"), told(1, "outlet"), told(2, "published")];
            Action::Correct(Correction::About(corrections::About { doc: doc.clone(), title, outlet, published }))
        });
        let line = [outlet, language.when(&published)].join(" · ");
        html! {
            <details class="about" data-testid="about">
                <summary>{ line }<span class="link">{ language.edit() }</span></summary>
                <form class="fix" {onsubmit}>
                    { self.field(0, language.headline_field(), "text", "title") }
                    { self.field(1, language.outlet(), "text", "outlet") }
                    { self.field(2, language.published(), "date", "published") }
                    <button type="submit" class="button">{ language.correct() }</button>
                </form>
            </details>
        }
    }
}
