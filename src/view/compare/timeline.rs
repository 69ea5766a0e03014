//! Dates in order, with what happened, was said, was published.

use silang_core::compare::Role;
use silang_core::facts::{MomentFact, MomentItem};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::library::Article;
use crate::shared::Shared;
use crate::state::action::Action;
use crate::view::compare::band;
use crate::view::compare::ground::Ground;
use crate::view::html::html;
use crate::view::part::Show;

/// The timeline.
#[derive(PartialEq)]
pub struct Timeline {
    /// What is compared.
    pub ground: Ground,
    /// The one article whose dates are shown; those of all when there is none.
    pub only: Option<String>,
}

/// What is told of one date, shown at most; only reprints tell more.
const MOST: usize = 40;

impl Timeline {
    fn item(&self, index: usize, item: &MomentItem) -> Html {
        let role = item.role;
        html! {
            <li key={index} data-role={band::role_name(role)}>
                <p class="meta"><span class="role">{ self.ground.ui.language.role(role) }</span><span class="outlet">{ self.ground.outlet(&item.place.doc) }</span></p>
                { self.words(item) }
            </li>
        }
    }

    fn words(&self, item: &MomentItem) -> Html {
        let title = |article: &Shared<Article>| article.title().to_owned();
        if item.role == Role::Published {
            let title = self.ground.library.get(&item.place.doc).map(title).unwrap_or_default();
            return self.ground.link(&item.place, html! { { title } });
        }
        self.ground.snippet(&item.place)
    }

    fn moment(&self, moment: &MomentFact) -> Html {
        let when = self.ground.ui.language.when(&moment.value);
        let items = moment.items.iter().take(MOST).enumerate().map(|(index, one)| self.item(index, one));
        let more = moment.items.len().checked_sub(MOST).filter(|&more| more > 0);
        let more = more.map(|more| html! { <li key="more" class="meta">{ self.ground.ui.language.more(more) }</li> });
        html! {
            <li key={moment.value.clone()} data-value={moment.value.clone()}>
                <h3><time datetime={moment.value.clone()}>{ when }</time></h3>
                <ul>{ for items }{ for more }</ul>
            </li>
        }
    }
}

impl Timeline {
    /// The dates of the articles that are shown.
    fn moments(&self) -> Vec<MomentFact> {
        let mut moments = self.ground.found.facts.timeline.clone();
        if let Some(only) = &self.only {
            moments.iter_mut().for_each(|moment| moment.items.retain(|item| item.place.doc == *only));
            moments.retain(|moment| !moment.items.is_empty());
        }
        moments
    }

    /// Whose dates are shown.
    fn choice(&self) -> Html {
        let language = self.ground.ui.language;
        let docs = self.ground.docs.clone();
        let onchange = self.ground.ui.send.reform(move |event: Event| {
            let chosen = event.target_unchecked_into::<HtmlSelectElement>().selected_index();
            let at = usize::try_from(chosen).unwrap_or_default();
            Action::Only(at.checked_sub(1).and_then(|at| docs.get(at)).cloned())
        });
        let option = |doc: &String| {
            let selected = self.only.as_ref() == Some(doc);
            html! { <option key={doc.clone()} {selected}>{ self.ground.outlet(doc) }</option> }
        };
        html! {
            <select class="choice" data-testid="only" aria-label={language.whose_dates()} {onchange}>
                <option key="" selected={self.only.is_none()}>{ language.all_articles() }</option>
                { for self.ground.docs.iter().map(option) }
            </select>
        }
    }
}

impl Show for Timeline {
    fn show(&self) -> Html {
        let moments = self.moments();
        html! {
            <div class="timeline">
                { moments.is_empty().then(|| html! { <p class="empty">{ self.ground.ui.language.nothing() }</p> }) }
                { for (self.ground.docs.len() > 1).then(|| self.choice()) }
                { band::band(&moments, self.ground.ui.language) }
                <ol>{ for moments.iter().map(|one| self.moment(one)) }</ol>
            </div>
        }
    }
}
