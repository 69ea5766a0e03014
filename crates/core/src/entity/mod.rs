//! People, organisations and places: found, and known by one name inside an article.

pub mod lexicon;
pub mod mention;
pub mod name;
pub mod recognise;
pub mod resolve;

use crate::entity::lexicon::Lexicon;
use crate::entity::mention::{Entity, Mention};
use crate::entity::name::Aliases;
use crate::text::document::Document;

/// What the entity layer must be told about a language.
#[derive(Clone, Debug, Default)]
pub struct Grammar {
    /// What single words tell of a name in or beside them.
    pub lexicon: Lexicon,
    /// Known short and other names of organisations and places.
    pub aliases: Aliases,
}

/// The mentions of a document in order, and the entities they name.
#[derive(Clone, Debug, Default)]
pub struct Entities {
    /// In order of start; they do not overlap.
    pub mentions: Vec<Mention>,
    /// In order of first mention; `Mention::entity` points here.
    pub entities: Vec<Entity>,
}

/// Finds and resolves the named entities of a document.
pub fn find(grammar: &Grammar, document: &Document) -> Entities {
    let mentions = recognise::recognise(grammar, document);
    resolve::resolve(grammar, document, mentions)
}
