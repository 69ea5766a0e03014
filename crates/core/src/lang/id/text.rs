//! Indonesian for the text layer.

use crate::lang::id::rows;
use crate::text::document::Grammar;
use crate::text::word_map::WordSet;

fn words(table: &'static str) -> WordSet {
    of_class(table, None)
}

/// The words of a table that have that class, or none.
fn of_class(table: &'static str, class: Option<&str>) -> WordSet {
    rows(table).filter(|row| row.get(1).copied() == class).filter_map(|row| row.first().copied()).collect()
}

/// What the text layer must be told about Indonesian.
pub fn grammar() -> Grammar {
    Grammar {
        abbreviations: words(include_str!("../../../data/id/abbreviations.tsv")),
        initialed: of_class(include_str!("../../../data/id/abbreviations.tsv"), Some("initialed")),
        open_words: words(include_str!("../../../data/id/open-words.tsv")),
    }
}
