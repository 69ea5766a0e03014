//! Indonesian for the header layer.

use crate::text::header::Grammar;

/// What the header layer must be told about Indonesian.
pub fn grammar() -> Grammar {
    Grammar::default()
}
