//! Indonesian for the furniture layer.

use crate::text::furniture::Grammar;

/// What the furniture layer must be told about Indonesian.
pub fn grammar() -> Grammar {
    Grammar::default()
}
