//! Where the words that are searched for stand.

use yew::prelude::*;

use crate::engine::protocol::{Compared, Hit};
use crate::library::Library;
use crate::shared::Shared;
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
    /// Language and callbacks.
    pub ui: Ui,
}

/// Hits of one article that are listed at most.
const MOST: usize = 5;

impl HitList {
    fn article(ground: &Ground, hits: &[Hit]) -> Html {
        let row = |(index, hit): (usize, &Hit)| html! { <li key={index}>{ ground.told(&hit.place, &hit.words) }</li> };
        let doc = hits.first().map(|hit| hit.place.doc.as_str()).unwrap_or_default();
        html! {
            <section key={doc.to_owned()}>
                <h3>{ ground.outlet(doc) }<span class="count">{ hits.len() }</span></h3>
                <ul>{ for hits.iter().take(MOST).enumerate().map(row) }</ul>
            </section>
        }
    }
}

impl Show for HitList {
    fn show(&self) -> Html {
        let found = Shared::new(Compared::default());
        let ground = Ground { library: self.library.clone(), docs: Vec::new(), found, ui: self.ui.clone() };
        let hits = &self.hits.all;
        html! {
            <div class="hits" data-testid="hits" role="status">
                <p class="meta">{ self.ui.language.hit_count(hits.len()) }</p>
                { for hits.chunk_by(|a, b| a.place.doc == b.place.doc).map(|own| Self::article(&ground, own)) }
            </div>
        }
    }
}
