//! Finding the names in running text.

use crate::entity::Grammar;
use crate::entity::mention::Mention;
use crate::text::document::Document;

/// The named mentions of a document in order, each with an entity of its own so far.
pub fn recognise(_grammar: &Grammar, _document: &Document) -> Vec<Mention> {
    Vec::new()
}
