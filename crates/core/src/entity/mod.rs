//! People, organisations and places: found, and known by one name inside an article.

pub mod affix;
pub mod alias;
pub mod border;
pub mod case;
pub mod consistency;
mod context;
pub mod decode;
pub mod evidence;
pub mod feature;
pub mod gazetteer;
pub mod glue;
pub mod group;
pub mod hash;
pub mod known;
pub mod label;
pub mod lexicon;
pub mod listing;
pub mod margin;
pub mod memory;
pub mod mention;
pub mod model;
pub mod name;
pub mod recognise;
pub mod resolve;
pub mod role;
pub mod row;
#[cfg(test)]
mod sample;
pub mod shout;
pub mod sink;
pub mod slots;
pub mod sums;
pub mod sure;
pub mod table;
mod unnamed;
mod versus;
mod viterbi;
pub mod wordlist;

use crate::entity::gazetteer::Gazetteer;
use crate::entity::lexicon::Lexicon;
use crate::entity::memory::WordMemory;
use crate::entity::mention::{Entity, EntityId, Mention};
use crate::entity::model::Model;
use crate::entity::name::Names;
use crate::entity::role::RoleWords;
use crate::entity::wordlist::WordList;
use crate::text::document::Document;
use crate::text::span::{Span, within};

/// What the entity layer must be told about a language.
#[derive(Clone, Debug, Default)]
pub struct Grammar {
    /// What single words tell of a name in or beside them.
    pub lexicon: Lexicon,
    /// Known names.
    pub gazetteer: Gazetteer,
    /// When two names name the same.
    pub names: Names,
    /// What single words do beside names for the passes over a document.
    pub roles: RoleWords,
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

impl Entities {
    /// The mentions of which a part stands in `span`, in order.
    pub fn within(&self, span: Span) -> &[Mention] {
        within(&self.mentions, span, |mention| mention.span)
    }
}

/// Every rule that finds names or corrects them; the page has words for each.
pub const RULES: [&str; 6] = ["abbreviation", "agreement", "border", "list", "model", "repeat"];

/// Finds and resolves the named entities of a document's body; furniture names nobody.
pub fn find(grammar: &Grammar, document: &Document) -> Entities {
    find_with(grammar, document, &mut WordMemory::default())
}

/// The same with what earlier documents, read by the same grammar, have left in `words`.
pub fn find_with(grammar: &Grammar, document: &Document, words: &mut WordMemory) -> Entities {
    let mut found = recognise::recognise(grammar, document, words);
    found.retain(|(_, span)| !document.in_furniture(span.start()));
    debug_assert!(found.iter().all(|(name, _)| RULES.contains(&name.rule)));
    let sure = sure::sure(document, &found);
    let mention = |(at, ((name, span), sure)): (usize, (&(recognise::Name, Span), bool))| Mention {
        span: *span,
        kind: name.kind,
        entity: EntityId(at as u32),
        rule: name.rule,
        sure,
    };
    let mentions = found.iter().zip(sure).enumerate().map(mention).collect();
    resolve::resolve(&grammar.names, document, mentions)
}
