//! Indonesian for the statement layer.

use crate::statement::Grammar;

/// What the statement layer must be told about Indonesian.
pub fn grammar() -> Grammar {
    Grammar::default()
}
