//! Indonesian for the text layer.

use crate::lang::id::rows;
use crate::text::document::Grammar;
use crate::text::word_map::WordSet;

fn words(table: &'static str) -> WordSet {
    rows(table).filter_map(|row| row.first().copied()).collect()
}

/// What the text layer must be told about Indonesian.
pub fn grammar() -> Grammar {
    Grammar {
        abbreviations: words(include_str!("../../../data/id/abbreviations.tsv")),
        open_words: words(include_str!("../../../data/id/open-words.tsv")),
    }
}
