//! Indonesian for the furniture layer.

use crate::lang::id::rows;
use crate::order::Order;
use crate::text::furniture::{FurnitureKind, Grammar, Phrase, Place, WordUse};

fn kind(name: &str) -> Option<FurnitureKind> {
    Some(match name {
        "related" => FurnitureKind::Related,
        "caption" => FurnitureKind::Caption,
        "promo" => FurnitureKind::Promo,
        "ad" => FurnitureKind::Ad,
        "byline" => FurnitureKind::Byline,
        "nav" => FurnitureKind::Nav,
        "comment" => FurnitureKind::Comment,
        _ => return None,
    })
}

fn place(name: &str) -> Option<Place> {
    Some(match name {
        "whole" => Place::Whole,
        "begins" => Place::Begins,
        "label" => Place::Label,
        "label:" => Place::LabelColon,
        "anywhere" => Place::Anywhere,
        _ => return None,
    })
}

fn word_use(name: &str) -> Option<WordUse> {
    Some(match name {
        "small" => WordUse::SMALL,
        "bids" => WordUse::BIDS,
        "channel" => WordUse::CHANNEL,
        "picture" => WordUse::PICTURE,
        "reader" => WordUse::READER,
        "points" => WordUse::POINTS,
        _ => return None,
    })
}

fn add_phrase(grammar: &mut Grammar, words: &'static str, at: &str, marks: &str) -> Option<()> {
    let words: Vec<&'static str> = words.split(' ').collect();
    let first = *words.first()?;
    let phrase = Phrase { place: place(at)?, kind: kind(marks)?, words };
    let phrases = grammar.phrases.or_default(first);
    phrases.push(phrase);
    phrases.order_by_key(|phrase| std::cmp::Reverse(phrase.words.len()));
    Some(())
}

/// What the furniture layer must be told about Indonesian.
pub fn grammar() -> Grammar {
    let mut grammar = Grammar::default();
    for row in rows(include_str!("../../../data/id/furniture.tsv")) {
        if let [words, at, marks] = row.as_slice() {
            add_phrase(&mut grammar, words, at, marks);
        }
    }
    for row in rows(include_str!("../../../data/id/furniture-words.tsv")) {
        if let [word, name] = row.as_slice() {
            let uses = grammar.words.or_default(word);
            *uses = uses.with(word_use(name).unwrap_or_default());
        }
    }
    grammar
}

#[cfg(test)]
mod tests {
    use super::{kind, place, rows, word_use};

    #[test]
    fn every_row_is_understood_and_sorted() {
        let phrases: Vec<_> = rows(include_str!("../../../data/id/furniture.tsv")).collect();
        assert!(phrases.iter().all(|row| row.len() == 3 && place(row[1]).is_some() && kind(row[2]).is_some()));
        assert!(phrases.is_sorted());
        let words: Vec<_> = rows(include_str!("../../../data/id/furniture-words.tsv")).collect();
        assert!(words.iter().all(|row| row.len() == 2 && word_use(row[1]).is_some()));
        assert!(words.is_sorted());
    }
}
