//! People, organisations and places: found, and known by one name inside an article.

pub mod case;
pub mod evidence;
pub mod feature;
pub mod gazetteer;
pub mod hash;
pub mod label;
pub mod lexicon;
pub mod mention;
pub mod model;
pub mod name;
pub mod packed;
pub mod recognise;
pub mod resolve;
pub mod table;
pub mod viterbi;
pub mod wordlist;

use crate::entity::gazetteer::Gazetteer;
use crate::entity::lexicon::Lexicon;
use crate::entity::mention::{Entity, EntityId, Mention};
use crate::entity::model::Model;
use crate::entity::name::Aliases;
use crate::entity::wordlist::WordList;
use crate::text::document::Document;

/// What the entity layer must be told about a language.
#[derive(Clone, Debug, Default)]
pub struct Grammar {
    /// What single words tell of a name in or beside them.
    pub lexicon: Lexicon,
    /// Known names.
    pub gazetteer: Gazetteer,
    /// Known short and other names of organisations and places.
    pub aliases: Aliases,
    /// What a corpus tells of words.
    pub words: WordList,
    /// What training tells of features.
    pub model: Model,
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
    let names = recognise::names(&recognise::labels(grammar, document));
    let mention = |(at, name): (usize, &recognise::Name)| Mention {
        span: document.span_of(name.start..name.end),
        kind: name.kind,
        entity: EntityId(at as u32),
        rule: name.rule,
        sure: true,
    };
    let mentions = names.iter().enumerate().map(mention).collect();
    resolve::resolve(grammar, document, mentions)
}
