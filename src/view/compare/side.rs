//! Two articles beside each other, with what both tell tied together.

use silang_core::Span;
use silang_core::facts::{AlignmentFact, At};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::library::Article;
use crate::order;
use crate::state::action::Action;
use crate::state::parts::Sides;
use crate::view::compare::ground::Ground;
use crate::view::html::html;
use crate::view::part::Show;

/// Two articles beside each other.
#[derive(PartialEq)]
pub struct Side {
    /// What is compared.
    pub ground: Ground,
    /// Which two.
    pub sides: Sides,
}

/// A sentence that the other article tells too.
struct Tie {
    at: At,
    /// Number of the pair.
    pair: usize,
    copied: bool,
}

impl Side {
    fn doc(&self, side: usize) -> &str {
        let index = self.sides.docs.get(side).copied().unwrap_or(side);
        self.ground.docs.get(index).or(self.ground.docs.first()).map_or("", String::as_str)
    }

    /// The sentences of one side that the other has too.
    fn ties(&self, side: usize) -> Vec<Tie> {
        let (own, other) = (self.doc(side), self.doc(1 - side));
        let tie = |(pair, fact): (usize, &AlignmentFact)| {
            let place = if fact.left.doc == own && fact.right.doc == other {
                &fact.left
            } else if fact.right.doc == own && fact.left.doc == other {
                &fact.right
            } else {
                return None;
            };
            Some(Tie { at: place.at, pair, copied: fact.copied })
        };
        let mut ties: Vec<Tie> = self.ground.found.facts.alignments.iter().enumerate().filter_map(tie).collect();
        order::sort_by_key(&mut ties, |tie| tie.at);
        ties
    }

    fn choice(&self, side: usize) -> Html {
        let sides = self.sides.docs;
        let onchange = self.ground.ui.send.reform(move |event: Event| {
            let mut sides = sides;
            let chosen = event.target_unchecked_into::<HtmlSelectElement>().selected_index();
            sides[side] = usize::try_from(chosen).unwrap_or_default();
            Action::Sides(sides)
        });
        let option = |(index, doc): (usize, &String)| {
            html! { <option key={index} selected={doc == self.doc(side)}>{ self.ground.outlet(doc) }</option> }
        };
        let language = self.ground.ui.language;
        let name = if side == 0 { language.left() } else { language.right() };
        html! { <select key="choice" aria-label={name} {onchange}>{ for self.ground.docs.iter().enumerate().map(option) }</select> }
    }

    fn column(&self, side: usize) -> Html {
        let doc = self.doc(side);
        let Some(article) = self.ground.library.get(doc) else { return Html::default() };
        let ties = self.ties(side);
        let own = article.blocks.iter().enumerate().filter(|(_, block)| block.furniture.is_none());
        let paragraph =
            own.map(|(index, block)| html! { <p key={index}>{ sentences(article, block.range.clone(), &ties) }</p> });
        html! { <section key={side} data-side={side.to_string()} tabindex="0" lang="id">{ self.choice(side) }{ for paragraph }</section> }
    }
}

/// A paragraph: what the other article has too is tied to it, the rest stands out.
fn sentences(article: &Article, range: std::ops::Range<usize>, ties: &[Tie]) -> Html {
    let text = |start: usize, end: usize| Span::new(start, end).of(&article.source.text).to_owned();
    let mut at = range.start;
    let mut pieces: Vec<Html> = Vec::new();
    for tie in ties.iter().filter(|tie| tie.at.start < range.end && tie.at.end > range.start) {
        let (start, end) = (tie.at.start.max(at), tie.at.end.min(range.end));
        if end > start {
            pieces.push(html! { <span class="own">{ text(at, start) }</span> });
            let class = if tie.copied { "tie copied" } else { "tie" };
            pieces.push(html! { <span {class} data-pair={tie.pair.to_string()}>{ text(start, end) }</span> });
            at = end;
        }
    }
    pieces.push(html! { <span class="own">{ text(at, range.end) }</span> });
    pieces.into_iter().collect()
}

impl Show for Side {
    fn show(&self) -> Html {
        let ui = &self.ground.ui;
        let lock = (!self.sides.unlocked).to_string();
        html! {
            <>
                <p class="hint">{ ui.language.side_hint() }</p>
                <button type="button" class="chip" data-testid="lock" aria-pressed={lock} aria-keyshortcuts="l" onclick={ui.on(Action::Lock)}>{ ui.language.lock() }</button>
                <button type="button" class="chip flip" data-testid="flip" onclick={ui.on(Action::Flip)}>{ ui.language.flip() }</button>
                <div class="sides" data-shown={if self.sides.flipped { "1" } else { "0" }}>{ self.column(0) }<svg class="ribbons" aria-hidden="true" /> { self.column(1) }</div>
            </>
        }
    }
}
