//! Names written in capitals only, as datelines and headlines do.

use crate::entity::mention::EntityKind;

/// Letters of a word in capitals that is no abbreviation.
const WORD: usize = 4;

fn capitals(word: &str) -> usize {
    let large = word.chars().filter(|c| c.is_uppercase()).count();
    if large == word.chars().filter(|c| c.is_alphabetic()).count() { large } else { 0 }
}

/// Whether a name is written in capitals that it does not have elsewhere: "JAKARTA", but neither "DKI" nor, of
/// institutions, "PSSI".
pub fn is_shouted(kind: EntityKind, name: &str) -> bool {
    let words = || name.split([' ', '-']).filter(|word| !word.is_empty());
    let is_word = |word: &str| capitals(word) >= WORD;
    words().any(is_word)
        && words().all(|word| capitals(word) > 0 || !word.contains(char::is_alphabetic))
        && (kind != EntityKind::Organization || words().filter(|word| is_word(word)).count() > 1)
}

/// Whether a word in capitals can be spoken as it stands: abbreviations mostly cannot.
fn is_speakable(word: &str) -> bool {
    let is_vowel = |c: char| matches!(c, 'A' | 'I' | 'U' | 'E' | 'O');
    let consonants = |part: &str| part.replace("NG", "N").chars().count();
    let mut runs = word.split(is_vowel).map(consonants);
    let vowels = word.chars().filter(|c| is_vowel(*c)).count();
    let (first, last) = (runs.next().unwrap_or(0), runs.next_back().unwrap_or(0));
    let apart = word.chars().count() > WORD || runs.any(|run| run > 0);
    vowels > 0 && first < 3 && last < 3 && apart
}

/// A shouted name as it is written in running text, where that is certain: not of institutions, and
/// without words that may be abbreviations.
pub fn spoken(kind: EntityKind, name: &str) -> String {
    if kind == EntityKind::Organization || !is_shouted(kind, name) {
        return name.to_owned();
    }
    let has_vowel = |word: &str| word.contains(['A', 'I', 'U', 'E', 'O']);
    let calm = |word: &str| {
        let person = kind == EntityKind::Person && word.len() > 1 && has_vowel(word);
        let mut chars = word.chars();
        match chars.next() {
            Some(first) if capitals(word) >= WORD && is_speakable(word.trim_end()) || person => {
                first.to_string() + &chars.as_str().to_lowercase()
            }
            _ => word.to_owned(),
        }
    };
    name.split_inclusive([' ', '-']).map(calm).collect()
}

#[cfg(test)]
mod tests {
    use super::{is_shouted, spoken};
    use crate::entity::mention::EntityKind::{Location, Organization, Person};

    #[test]
    fn capitals_of_headlines_go_and_those_of_abbreviations_stay() {
        assert_eq!(spoken(Location, "KOTA BARU"), "Kota Baru");
        assert_eq!(spoken(Location, "DKI JAKARTA"), "DKI Jakarta");
        assert_eq!(spoken(Person, "SRI RAHAYU-PUTRI"), "Sri Rahayu-Putri");
        for (kind, name) in [(Organization, "PSSI"), (Location, "NTB"), (Location, "Kota BARU"), (Person, "RWT")] {
            assert!(!is_shouted(kind, name), "{name}");
            assert_eq!(spoken(kind, name), name);
        }
        assert_eq!(
            ["SOLO", "BTKI", "SUGBK", "BANDUNG"].map(|name| spoken(Location, name)),
            ["Solo", "BTKI", "SUGBK", "Bandung"]
        );
        assert!(is_shouted(Organization, "BANK MAJU"));
    }
}
