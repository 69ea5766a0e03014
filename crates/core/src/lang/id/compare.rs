//! Indonesian for the compare layer.

use crate::compare::Grammar;

/// What the compare layer must be told about Indonesian.
pub fn grammar() -> Grammar {
    Grammar::default()
}
