//! Comparing articles: five views of one comparison, below each other.

pub mod differences;
pub mod matrix;
pub mod place;
pub mod side;
pub mod statements;
pub mod timeline;

use silang_core::facts::{ComparisonFacts, DocAt};
use yew::prelude::*;

use crate::library::Library;
use crate::shared::Shared;
use crate::view::compare::differences::Differences;
use crate::view::compare::matrix::Matrix;
use crate::view::compare::side::Side;
use crate::view::compare::statements::Statements;
use crate::view::compare::timeline::Timeline;
use crate::words::Language;

/// What the pane needs.
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

/// Names that every one of the articles has.
fn shared_names(props: &Props) -> usize {
    let in_every = |cluster: &&silang_core::facts::EntityFact| {
        props.docs.iter().all(|doc| cluster.mentions.iter().any(|mention| mention.doc == *doc))
    };
    props.comparison.entities.iter().filter(in_every).count()
}

/// The five views.
#[component(ComparePane)]
pub fn compare_pane(props: &Props) -> Html {
    let Props { library, docs, comparison, language, onshow } = props.clone();
    let headline =
        language.headline(docs.len(), shared_names(props), comparison.statements.len(), comparison.differences.len());
    let section = |testid: &'static str, name: &'static str, body: Html| {
        html! { <section key={testid} id={testid} data-testid={testid} aria-label={name}><h2>{ name }</h2>{ body }</section> }
    };
    html! {
        <div class="compare" data-testid="compare">
            <h1>{ headline }</h1>
            { section("compare-matrix", language.summary(), html! {
                <Matrix library={library.clone()} docs={docs.clone()} comparison={comparison.clone()} {language} onshow={onshow.clone()} />
            }) }
            { section("compare-differences", language.differences(), html! {
                <Differences library={library.clone()} comparison={comparison.clone()} {language} onshow={onshow.clone()} />
            }) }
            { section("compare-statements", language.statements(), html! {
                <Statements library={library.clone()} docs={docs.clone()} comparison={comparison.clone()} {language} onshow={onshow.clone()} />
            }) }
            { section("compare-timeline", language.timeline(), html! {
                <Timeline library={library.clone()} comparison={comparison.clone()} {language} onshow={onshow.clone()} />
            }) }
            { section("compare-side", language.side(), html! {
                <Side {library} {docs} {comparison} {language} {onshow} />
            }) }
        </div>
    }
}
