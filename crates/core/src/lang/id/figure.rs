//! Indonesian for the figure layer.

use crate::figure::Grammar;

/// What the figure layer must be told about Indonesian.
pub fn grammar() -> Grammar {
    Grammar::default()
}
