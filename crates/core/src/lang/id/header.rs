//! Indonesian for the header layer.

use crate::lang::id::rows;
use crate::text::header::{Grammar, WordUse};

fn word_use(name: &str) -> Option<WordUse> {
    match name {
        "month" => Some(WordUse::Month),
        "weekday" => Some(WordUse::Weekday),
        "beside-date" => Some(WordUse::BesideDate),
        "domain" => Some(WordUse::Domain),
        "outlet" => Some(WordUse::Outlet),
        _ => None,
    }
}

/// What the header layer must be told about Indonesian.
pub fn grammar() -> Grammar {
    let mut grammar = Grammar::default();
    for row in rows(include_str!("../../../data/id/header.tsv")) {
        match row.as_slice() {
            [ending, "outlet-ending"] => grammar.outlet_endings.push(ending),
            [word, name] => {
                word_use(name).map(|used| grammar.words.or_insert(word, used));
            }
            _ => {}
        }
    }
    grammar
}
