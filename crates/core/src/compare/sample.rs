//! Invented profiles for the tests of grouping.

use crate::compare::profile::{Profile, Weighted};
use crate::compare::term::Term;

/// The profile of an article of these words, all of them names of like weight.
pub fn profile(words: &str, day: i32) -> Profile {
    let weighted = |word| Weighted { term: Term::new(word), weight: 1.0, named: true, headline: false, number: false };
    let mut terms: Vec<Weighted> = words.split(' ').map(weighted).collect();
    terms.sort_by_key(|weighted| weighted.term);
    Profile { terms, day: Some(day), headline_days: None }
}

/// A flood.
pub const FLOOD: &str = "banjir kali desa garut ribu rumah rendam tanggul";
/// The same flood.
pub const FLOOD_TOO: &str = "banjir desa garut tanggul jebol rumah ungsi";
/// A trial.
pub const TRIAL: &str = "sidang hakim vonis korupsi bupati garut jaksa";
