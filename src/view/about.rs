//! What the open article is: outlet, date and event, with fields to set them right.

use yew::prelude::*;

use crate::corrections::{self, Correction};
use crate::engine::protocol::Compared;
use crate::library::{Article, Library};
use crate::shared::Shared;
use crate::state::State;
use crate::state::action::Action;
use crate::view::html::html;
use crate::view::part::Show;
use crate::view::ui::Ui;

/// A line that opens to two forms.
#[derive(PartialEq)]
pub struct About {
    /// Name of the article.
    doc: String,
    /// Headline, outlet, day of publication, as they are shown.
    told: [String; 3],
    /// The same where the reader has told it.
    own: [String; 3],
    library: Shared<Library>,
    /// The comparison of all articles, once it is there.
    whole: Option<Shared<Compared>>,
    /// Of many articles, those whose events are offered.
    picked: Option<Shared<Vec<String>>>,
    ui: Ui,
}

impl About {
    /// The line of an article.
    pub fn of(state: &State, article: &Article, ui: Ui) -> Self {
        let told = [article.title(), article.outlet(), article.published()].map(str::to_owned);
        let own = article.about.clone().unwrap_or_default();
        Self {
            doc: article.source.name.clone(),
            told,
            own: [own.title, own.outlet, own.published],
            library: state.library.clone(),
            whole: state.whole().cloned(),
            picked: state.is_many().then(|| state.picked.clone()),
            ui,
        }
    }

    fn field(&self, index: usize, label: &'static str, kind: &'static str, name: &'static str) -> Html {
        let value = self.told.get(index).cloned();
        html! { <label><span>{ label }</span><input type={kind} {name} {value} autocomplete="off" /></label> }
    }

    fn what(&self) -> Html {
        let language = self.ui.language;
        let (doc, before, own) = (self.doc.clone(), self.told.clone(), self.own.clone());
        let onsubmit = self.ui.submits(move |value| {
            // What is left as it was found stays to be found.
            let told = |index: usize, name| if value(name) == before[index] { own[index].clone() } else { value(name) };
            let [title, outlet, published] = [told(0, "title"), told(1, "outlet"), told(2, "published")];
            Action::Correct(Correction::About(corrections::About { doc: doc.clone(), title, outlet, published }))
        });
        html! {
            <form class="fix" {onsubmit}>
                { self.field(0, language.headline_field(), "text", "title") }
                { self.field(1, language.outlet(), "text", "outlet") }
                { self.field(2, language.published(), "date", "published") }
                <button type="submit" class="button">{ language.correct() }</button>
            </form>
        }
    }

    /// An event to choose, by one of its articles.
    fn event(&self, event: &[String]) -> Html {
        let language = self.ui.language;
        let is_own = event.contains(&self.doc);
        let first = event.iter().find(|doc| !is_own || **doc == self.doc).cloned().unwrap_or_default();
        let named = event.iter().find(|doc| !is_own || **doc != self.doc);
        let title = named.and_then(|doc| self.library.get(doc)).map_or(language.single(), |article| article.title());
        let told = format!("{title} ({})", language.article_count(event.len()));
        html! { <option key={first.clone()} value={first} selected={is_own}>{ told }</option> }
    }

    /// Whether an event is offered: its own, and of many others only those of articles that are ticked.
    fn is_offered(&self, event: &[String]) -> bool {
        let picked = |picked: &Shared<Vec<String>>| event.iter().any(|doc| picked.contains(doc));
        self.picked.as_ref().is_none_or(picked) || event.contains(&self.doc)
    }

    /// Which event it tells. The value that stands for its own one is its own name, for none an empty one.
    fn event_form(&self, events: &[Vec<String>]) -> Html {
        let language = self.ui.language;
        let doc = self.doc.clone();
        let onsubmit = self.ui.submits(move |value| {
            let to = Some(value("event")).filter(|to| !to.is_empty());
            Action::Correct(Correction::Move(doc.clone(), to))
        });
        let together = events.iter().any(|event| event.len() > 1 && event.contains(&self.doc));
        html! {
            <form class="fix" data-testid="move" {onsubmit}>
                <label>
                    <span>{ language.event() }</span>
                    <select name="event">
                        { for events.iter().filter(|event| self.is_offered(event)).map(|event| self.event(event)) }
                        { for together.then(|| html! { <option key="" value="">{ language.own_event() }</option> }) }
                    </select>
                </label>
                <button type="submit" class="button">{ language.move_article() }</button>
                { for self.picked.is_some().then(|| html! { <p class="hint">{ language.event_hint() }</p> }) }
            </form>
        }
    }
}

impl Show for About {
    fn show(&self) -> Html {
        let language = self.ui.language;
        let [_, outlet, published] = &self.told;
        let line = [outlet.as_str(), &language.when(published)].join(" · ");
        let events = self.whole.as_deref().map(|whole| whole.facts.events.as_slice()).unwrap_or_default();
        html! {
            <details class="about" data-testid="about">
                <summary>{ line }<span class="link">{ language.edit() }</span></summary>
                { self.what() }
                <div>{ for (events.len() > 1 || self.library.articles.len() > 1).then(|| self.event_form(events)) }</div>
            </details>
        }
    }
}
