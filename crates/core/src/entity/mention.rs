//! Named entities and the places where they are named.

use serde::{Deserialize, Serialize};

use crate::text::span::Span;

/// What kind of thing a name names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum EntityKind {
    /// A human being.
    Person,
    /// A company, ministry, party, team, medium, court …
    Organization,
    /// A country, region, city, street, building, sea …
    Location,
}

/// Number of an entity inside one article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntityId(pub u32);

impl EntityId {
    /// Index into `Entities::entities`.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// One place where an entity is named.
#[derive(Clone, Debug, PartialEq)]
pub struct Mention {
    /// The name's characters, without titles.
    pub span: Span,
    /// What kind of thing it names here.
    pub kind: EntityKind,
    /// Whom or what it names.
    pub entity: EntityId,
    /// The rule that found it ("model", "gazetteer", "repeat" …).
    pub rule: &'static str,
    /// Whether the finder is sure.
    pub sure: bool,
}

/// A person, organisation or place with all its mentions in one article.
#[derive(Clone, Debug, PartialEq)]
pub struct Entity {
    /// Its fullest name.
    pub name: String,
    /// What kind of thing it is.
    pub kind: EntityKind,
}
