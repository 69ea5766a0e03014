//! What stands on a page but is not the article's own body.

use serde::{Deserialize, Serialize};

use crate::text::document::Document;
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

/// What the furniture layer must be told about a language.
#[derive(Clone, Debug, Default)]
pub struct Grammar {}

/// Finds the furniture of a document, in order and without overlap.
pub fn find(_grammar: &Grammar, _document: &Document) -> Vec<Furniture> {
    Vec::new()
}
