//! What stands on a page but is not the article's own body.
//!
//! Whole lines are judged by their words and their place ([`rules`]); what is left of the body is
//! searched for pieces inside a line ([`inline`]).

mod grammar;
mod inline;
mod line;
mod related;
mod rules;
mod signoff;

pub use crate::text::furniture::grammar::{Grammar, Phrase, Place, WordUse};

use serde::{Deserialize, Serialize};

use crate::text::document::Document;
use crate::text::furniture::line::Page;
use crate::text::span::Span;

/// What a stretch of furniture is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum FurnitureKind {
    /// A link to another article, with its headline.
    Related,
    /// A picture's caption or credit.
    Caption,
    /// Newsletter, app or channel promotion.
    Promo,
    /// An advertisement's placeholder.
    Ad,
    /// Initials or names of reporter and editor.
    Byline,
    /// Buttons, share bars, page numbers, tag lists.
    Nav,
    /// A paragraph that stood before in the same article, word for word.
    Duplicate,
    /// The comment form.
    Comment,
}

/// A stretch that is not the article's own body. It feeds no facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Furniture {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: FurnitureKind,
}

/// Finds the furniture of a document, in order and without overlap.
pub fn find(grammar: &Grammar, document: &Document) -> Vec<Furniture> {
    let page = Page::new(grammar, document);
    let kinds = rules::judge(&page);
    let mut found: Vec<Furniture> = Vec::new();
    for (index, (line, kind)) in page.lines.iter().zip(&kinds).enumerate() {
        match (kind, found.last_mut()) {
            (Some(kind), Some(last)) if last.kind == *kind && page.are_neighbours(last.span, line.span) => {
                last.span = last.span.cover(line.span);
            }
            (Some(kind), _) => found.push(Furniture { span: line.span, kind: *kind }),
            (None, _) => inline::find(&page, index, &mut found),
        }
    }
    found
}
