//! Indonesian for the time layer.

use crate::time::Grammar;

/// What the time layer must be told about Indonesian.
pub fn grammar() -> Grammar {
    Grammar::default()
}
