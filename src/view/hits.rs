//! Where the words that are searched for stand.

use silang_core::facts::DocAt;
use yew::prelude::*;

use crate::engine::protocol::Compared;
use crate::library::{Article, Library};
use crate::search;
use crate::shared::Shared;
use crate::view::compare::ground::Ground;
use crate::view::part::Show;
use crate::view::ui::Ui;

/// The list of hits.
#[derive(PartialEq)]
pub struct Hits {
    /// The articles.
    pub library: Shared<Library>,
    /// What is searched for.
    pub query: String,
    /// Language and callbacks.
    pub ui: Ui,
}

/// Hits of one article that are listed at most.
const MOST: usize = 5;

impl Hits {
    fn article(ground: &Ground, doc: &str, hits: &[&DocAt]) -> Html {
        let row = |(index, hit): (usize, &&DocAt)| html! { <li key={index}>{ ground.snippet(hit) }</li> };
        html! {
            <section key={doc.to_owned()}>
                <h3>{ ground.outlet(doc) }<span class="count">{ hits.len() }</span></h3>
                <ul>{ for hits.iter().take(MOST).enumerate().map(row) }</ul>
            </section>
        }
    }
}

impl Show for Hits {
    fn show(&self) -> Html {
        let hits = search::hits(&self.library, &self.query);
        let found = Shared::new(Compared::default());
        let ground = Ground { library: self.library.clone(), docs: Vec::new(), found, ui: self.ui.clone() };
        let article = |article: &Shared<Article>| {
            let doc = &article.source.name;
            let own: Vec<&DocAt> = hits.iter().filter(|hit| hit.doc == *doc).collect();
            (!own.is_empty()).then(|| Self::article(&ground, doc, &own))
        };
        html! {
            <div class="hits" data-testid="hits" role="status">
                <p class="meta">{ self.ui.language.hit_count(hits.len()) }</p>
                { for self.library.articles.iter().filter_map(article) }
            </div>
        }
    }
}
