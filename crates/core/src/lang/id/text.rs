//! Indonesian for the text layer.

use std::collections::HashSet;

use crate::lang::id::rows;
use crate::text::document::Grammar;

fn words(table: &'static str) -> HashSet<&'static str> {
    rows(table).filter_map(|row| row.first().copied()).collect()
}

/// What the text layer must be told about Indonesian.
pub fn grammar() -> Grammar {
    Grammar {
        abbreviations: words(include_str!("../../../data/id/abbreviations.tsv")),
        open_words: words(include_str!("../../../data/id/open-words.tsv")),
    }
}
