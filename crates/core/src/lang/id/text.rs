//! Indonesian for the text layer.

use crate::lang::id::rows;
use crate::text::document::Grammar;

/// What the text layer must be told about Indonesian.
pub fn grammar() -> Grammar {
    let table = include_str!("../../../data/id/abbreviations.tsv");
    Grammar { abbreviations: rows(table).map(|row| row[0].to_owned()).collect() }
}
