//! The open article.

use std::ops::Range;

use silang_core::Span;
use silang_core::text::furniture::FurnitureKind;
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

use crate::layout::{Block, MarkRef};
use crate::library::Article;
use crate::shared::Shared;
use crate::state::action::Action;
use crate::view::html::html;
use crate::view::part::{Show, keyed};
use crate::view::ui::Ui;

/// The open article, its text unchanged.
#[derive(PartialEq)]
pub struct ArticlePane {
    /// The article.
    pub article: Shared<Article>,
    /// The mark with an open card.
    pub focus: Option<MarkRef>,
    /// Language and callbacks.
    pub ui: Ui,
}

/// Stretches of blocks: own ones, or furniture of one kind.
fn parts(blocks: &[Block]) -> Vec<(Option<FurnitureKind>, Range<usize>)> {
    let mut parts: Vec<(Option<FurnitureKind>, Range<usize>)> = Vec::new();
    for (index, block) in blocks.iter().enumerate() {
        match parts.last_mut() {
            Some((kind, range)) if *kind == block.furniture => range.end = index + 1,
            _ => parts.push((block.furniture, index..index + 1)),
        }
    }
    parts
}

/// The mark under a click.
fn clicked(event: &MouseEvent) -> Option<MarkRef> {
    let target: Element = event.target()?.dyn_into().ok()?;
    MarkRef::parse(&target.closest("[data-layer]").ok()??.get_attribute("data-mark")?)
}

impl ArticlePane {
    fn one(&self, index: usize) -> Html {
        let Some(block) = self.article.blocks.get(index) else { return Html::default() };
        let gap = Span::new(block.gap.start, block.gap.end).of(&self.article.source.text);
        let paragraph = self.article.paragraph(index, self.focus, self.ui.language);
        html! { <>{ for paragraph.map(|paragraph| keyed(index, paragraph)) }{ gap }</> }
    }

    /// Furniture is folded: its text stays part of the article's, only out of sight.
    fn part(&self, kind: Option<FurnitureKind>, range: Range<usize>) -> Html {
        let all: Html = range.map(|index| self.one(index)).collect();
        let Some(kind) = kind else { return all };
        let label = self.ui.language.furniture(kind);
        html! { <details class="fold"><summary data-label={label} aria-label={label} />{ all }</details> }
    }
}

impl Show for ArticlePane {
    fn show(&self) -> Html {
        let send = self.ui.send.clone();
        let onclick = Callback::from(move |event: MouseEvent| send.emit(Action::Focus(clicked(&event))));
        let parts = parts(&self.article.blocks).into_iter().map(|(kind, range)| self.part(kind, range));
        html! { <article class="article" lang="id" data-testid="article" {onclick}>{ for parts }</article> }
    }
}
