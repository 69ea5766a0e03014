//! Indonesian for the entity layer.

use crate::entity::Grammar;

/// What the entity layer must be told about Indonesian.
pub fn grammar() -> Grammar {
    Grammar::default()
}
