//! One entity for all the forms of its name inside an article.

use crate::entity::mention::Mention;
use crate::entity::{Entities, Grammar};
use crate::text::document::Document;

/// Joins mentions that name the same thing.
pub fn resolve(_grammar: &Grammar, _document: &Document, mentions: Vec<Mention>) -> Entities {
    Entities { mentions, entities: Vec::new() }
}
