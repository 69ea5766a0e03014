//! Two articles beside each other, with what both tell tied together.

use silang_core::facts::{ComparisonFacts, DocAt};
use yew::prelude::*;

use crate::library::Library;
use crate::shared::Shared;
use crate::view::compare::place;
use crate::words::Language;

/// What the view needs.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The articles.
    pub library: Shared<Library>,
    /// Names of those compared.
    pub docs: Vec<String>,
    /// What was found.
    pub comparison: Shared<ComparisonFacts>,
    /// Language of the interface.
    pub language: Language,
    /// Told the place to show.
    pub onshow: Callback<DocAt>,
}

fn column(props: &Props, doc: &str) -> Html {
    let Some(article) = props.library.get(doc) else { return Html::default() };
    let lines =
        article.source.text.lines().enumerate().map(|(index, line)| html! { <p key={index}>{ line.to_owned() }</p> });
    html! { <section key={doc.to_owned()}><h3>{ place::outlet(&props.library, doc) }</h3>{ for lines }</section> }
}

/// Two articles beside each other.
#[component(Side)]
pub fn side(props: &Props) -> Html {
    html! { <div class="sides">{ for props.docs.iter().take(2).map(|doc| column(props, doc)) }</div> }
}
