//! Where the words that are searched for stand.

use silang_core::facts::DocAt;
use yew::prelude::*;

use crate::engine::protocol::{Compared, Hit};
use crate::library::Library;
use crate::search::MOST as MOST_OF_ALL;
use crate::shared::Shared;
use crate::state::action::Action;
use crate::state::parts::Hits;
use crate::view::compare::ground::Ground;
use crate::view::html::html;
use crate::view::part::Show;
use crate::view::ui::Ui;

/// The list of hits.
#[derive(PartialEq)]
pub struct HitList {
    /// The articles.
    pub library: Shared<Library>,
    /// What was found.
    pub hits: Shared<Hits>,
    /// Whether more is being looked for.
    pub on: bool,
    /// Language and callbacks.
    pub ui: Ui,
}

/// Hits of one article that are listed at most.
const MOST: usize = 5;

impl HitList {
    /// What is searched no further on its own, for that would load too much.
    fn deeper(&self) -> Html {
        let onclick = self.ui.on(Action::Deeper);
        html! { <button type="button" class="link" data-testid="deeper" {onclick}>{ self.ui.language.deeper(self.hits.left) }</button> }
    }

    fn article(ground: &Ground, hits: &[Hit]) -> Html {
        let row = |(index, hit): (usize, &Hit)| html! { <li key={index}>{ ground.told(&hit.place, &hit.words) }</li> };
        let Some(Hit { place: DocAt { doc, .. }, outlet, .. }) = hits.first() else { return Html::default() };
        let is_listed = outlet.is_empty() || ground.library.get(doc).is_some();
        let outlet = if is_listed { ground.outlet(doc) } else { outlet.clone() };
        html! {
            <section key={doc.to_owned()}>
                <h3>{ outlet }<span class="count">{ hits.len() }</span></h3>
                <ul>{ for hits.iter().take(MOST).enumerate().map(row) }</ul>
            </section>
        }
    }
}

impl Show for HitList {
    fn show(&self) -> Html {
        let found = Shared::new(Compared::default());
        let ground = Ground { library: self.library.clone(), docs: Vec::new(), found, ui: self.ui.clone() };
        let (hits, language) = (&self.hits.all, self.ui.language);
        let told = || language.hit_count(hits.len(), self.hits.left == 0 && hits.len() < MOST_OF_ALL);
        let told = if self.on { language.searching().to_owned() } else { told() };
        html! {
            <div class="hits" data-testid="hits" role="status">
                <p class="meta">{ told }</p>
                { (self.hits.left > 0 && !self.on).then(|| self.deeper()) }
                { for hits.chunk_by(|a, b| a.place.doc == b.place.doc).map(|own| Self::article(&ground, own)) }
            </div>
        }
    }
}
