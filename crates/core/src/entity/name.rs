//! When two names name the same: within one article and across articles.

use std::collections::HashMap;

use crate::entity::Grammar;
use crate::entity::mention::EntityKind;
use crate::text::vocabulary::fold;

/// Other names of things: an abbreviation, a former or foreign name, each with the full one.
#[derive(Clone, Debug, Default)]
pub struct Aliases {
    full: HashMap<String, &'static str>,
}

impl Aliases {
    /// From rows of other name and full name.
    pub fn new(rows: impl Iterator<Item = (&'static str, &'static str)>) -> Self {
        Self { full: rows.map(|(other, full)| (key(other), full)).collect() }
    }

    /// The full name behind another one.
    pub fn full(&self, name: &str) -> Option<&'static str> {
        self.full.get(&key(name)).copied()
    }
}

/// The words of a name, folded and without signs, with one blank between them.
pub fn key(name: &str) -> String {
    words(name).collect::<Vec<_>>().join(" ")
}

fn words(name: &str) -> impl Iterator<Item = String> {
    name.split(|c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '’')).filter(|word| !word.is_empty()).map(fold)
}

/// Whether two words are spellings of one: equal, or long and one letter apart after the same first letter.
pub fn same_word(a: &str, b: &str) -> bool {
    a == b || (a.len().min(b.len()) >= 6 && a.chars().next() == b.chars().next() && one_edit(a, b))
}

/// Whether one letter inserted, removed, replaced or two neighbours swapped turn `a` into `b`.
fn one_edit(left: &str, right: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (left.chars().collect(), right.chars().collect());
    let front = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
    let (a, b) = (&a[front..], &b[front..]);
    let back = a.iter().rev().zip(b.iter().rev()).take_while(|(x, y)| x == y).count();
    let (a, b) = (&a[..a.len() - back], &b[..b.len() - back]);
    match (a, b) {
        ([_], [] | [_]) | ([], [_]) => true,
        ([first, second], [third, fourth]) => first == fourth && second == third,
        _ => false,
    }
}

/// Whether all words of `part` stand in `whole` in the same order; spellings may differ by a letter.
pub fn is_part(part: &[&str], whole: &[&str]) -> bool {
    let mut rest = whole.iter();
    !part.is_empty() && part.iter().all(|word| rest.any(|other| same_word(word, other)))
}

/// Whether two names of the same kind can name the same thing, taken by themselves.
///
/// People: one name's words are among the other's, in order. Organisations and places: the same
/// words, or one is a known other name of the other.
pub fn same_name(grammar: &Grammar, kind: EntityKind, a: &str, b: &str) -> bool {
    let (a, b) = (canonical_key(grammar, a), canonical_key(grammar, b));
    let (left, right): (Vec<&str>, Vec<&str>) = (a.split(' ').collect(), b.split(' ').collect());
    match kind {
        EntityKind::Person => is_part(&left, &right) || is_part(&right, &left),
        EntityKind::Organization | EntityKind::Location => {
            left.len() == right.len() && left.iter().zip(&right).all(|(x, y)| same_word(x, y))
        }
    }
}

/// The key of the full name behind a name.
pub fn canonical_key(grammar: &Grammar, name: &str) -> String {
    key(grammar.aliases.full(name).unwrap_or(name))
}

#[cfg(test)]
mod tests {
    use super::{is_part, key, one_edit};

    #[test]
    fn keys_ignore_case_and_signs() {
        assert_eq!(key("PT. Maju-Jaya, Tbk"), "pt maju jaya tbk");
    }

    #[test]
    fn parts_keep_their_order() {
        assert!(is_part(&["anies"], &["anies", "baswedan"]));
        assert!(!is_part(&["baswedan", "anies"], &["anies", "baswedan"]));
    }

    #[test]
    fn one_letter_apart() {
        assert!(one_edit("zelensky", "zelenskyy") && one_edit("sidabalko", "sidabalok"));
        assert!(!one_edit("sergei", "sargey"));
    }
}
