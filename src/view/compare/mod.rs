//! Comparing articles: five views of one comparison, below each other.

pub mod band;
pub mod differences;
pub mod ground;
pub mod matrix;
pub mod place;
pub mod side;
pub mod statements;
pub mod timeline;

use silang_core::entity::mention::EntityKind;
use silang_core::facts::EntityFact;
use yew::prelude::*;

use crate::shared::Shared;
use crate::state::parts::{Filter, Sides};
use crate::view::compare::differences::Differences;
use crate::view::compare::ground::Ground;
use crate::view::compare::matrix::Matrix;
use crate::view::compare::side::Side;
use crate::view::compare::statements::Statements;
use crate::view::compare::timeline::Timeline;
use crate::view::html::html;
use crate::view::part::{Show, part};
use crate::view::ui::Command;

/// The five views.
#[derive(PartialEq)]
pub struct ComparePane {
    /// What is compared.
    pub ground: Ground,
    /// Whether the first view is shown alone.
    pub folded: bool,
    /// Which lines of the matrix are shown.
    pub filter: Filter,
    /// The wording that the others are laid against, by utterance.
    pub bases: Shared<Vec<(usize, usize)>>,
    /// The one article whose dates are shown; those of all when there is none.
    pub only: Option<String>,
    /// The two articles side by side.
    pub sides: Sides,
}

impl ComparePane {
    /// People whom every one of the articles names.
    fn shared_people(&self) -> usize {
        let in_every = |entity: &&EntityFact| {
            entity.kind == EntityKind::Person
                && self.ground.docs.iter().all(|doc| entity.mentions.iter().any(|mention| mention.doc == *doc))
        };
        self.ground.found.facts.entities.iter().filter(in_every).count()
    }

    fn headline(&self) -> String {
        let facts = &self.ground.found.facts;
        self.ground.ui.language.headline(
            self.ground.docs.len(),
            self.shared_people(),
            facts.statements.len(),
            facts.differences.len(),
        )
    }

    /// Each view with its name and the selector of its place.
    fn views(&self) -> [(&'static str, &'static str, Html); 5] {
        let language = self.ground.ui.language;
        let ground = || self.ground.clone();
        [
            ("#compare-matrix", language.summary(), part(Matrix { ground: ground(), filter: self.filter })),
            ("#compare-differences", language.differences(), part(Differences { ground: ground() })),
            (
                "#compare-statements",
                language.statements(),
                part(Statements { ground: ground(), bases: self.bases.clone() }),
            ),
            ("#compare-timeline", language.timeline(), part(Timeline { ground: ground(), only: self.only.clone() })),
            ("#compare-side", language.side(), part(Side { ground: ground(), sides: self.sides })),
        ]
    }
}

impl Show for ComparePane {
    fn show(&self) -> Html {
        let views = self.views();
        // The address holds what is compared, so that these are no links.
        let link = |&(id, name, _): &(&'static str, &'static str, Html)| {
            let onclick = self.ground.ui.asks(Command::Reveal(id));
            html! { <button key={id} type="button" {onclick}>{ name }</button> }
        };
        let shown = if self.folded { 1 } else { views.len() };
        let section = |(at, (id, name, body)): (usize, &(&'static str, &'static str, Html))| {
            let body = (at < shown).then(|| body.clone());
            let id = id.trim_start_matches('#');
            html! { <section key={id} {id} data-testid={id} aria-label={*name}><h2>{ *name }</h2>{ for body }</section> }
        };
        html! {
            <div class="compare" data-testid="compare">
                <h1>{ self.headline() }</h1>
                <nav class="views" aria-label={self.ground.ui.language.compare()}>{ for views.iter().map(link) }</nav>
                { for views.iter().enumerate().map(section) }
            </div>
        }
    }
}
