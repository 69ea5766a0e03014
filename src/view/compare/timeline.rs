//! Dates in order, with what happened, was said, was published.

use silang_core::compare::Role;
use silang_core::facts::{MomentFact, MomentItem};
use yew::prelude::*;

use crate::library::Article;
use crate::shared::Shared;
use crate::view::compare::{Ground, band};
use crate::view::part::Show;

/// The timeline.
#[derive(PartialEq)]
pub struct Timeline {
    /// What is compared.
    pub ground: Ground,
}

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
        let items = moment.items.iter().enumerate().map(|(index, one)| self.item(index, one));
        html! {
            <li key={moment.value.clone()} data-value={moment.value.clone()}>
                <h3><time datetime={moment.value.clone()}>{ when }</time></h3>
                <ul>{ for items }</ul>
            </li>
        }
    }
}

impl Show for Timeline {
    fn show(&self) -> Html {
        let moments = &self.ground.found.facts.timeline;
        html! {
            <div class="timeline">
                if moments.is_empty() { <p class="empty">{ self.ground.ui.language.nothing() }</p> }
                { band::band(moments, self.ground.ui.language) }
                <ol>{ for moments.iter().map(|one| self.moment(one)) }</ol>
            </div>
        }
    }
}
