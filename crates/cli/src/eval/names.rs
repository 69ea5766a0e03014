//! When two spellings of a name count as the same.

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;

/// The name's words in lower case without accents.
pub fn words(name: &str) -> BTreeSet<String> {
    let plain: String = name.nfkd().collect::<String>().to_lowercase();
    let plain: String = plain.chars().filter(|&c| canonical_combining_class(c) == 0).collect();
    plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Whether all words of the one name are in the other.
pub fn same(a: &str, b: &str) -> bool {
    let (a, b) = (words(a), words(b));
    !a.is_empty() && !b.is_empty() && (a.is_subset(&b) || b.is_subset(&a))
}

#[cfg(test)]
mod tests {
    use super::same;

    #[test]
    fn a_part_of_the_name_is_enough_and_accents_do_not_matter() {
        assert!(same("Élysée", "istana elysee"));
        assert!(same("Siti Rahma", "Rahma"));
        assert!(!same("Siti Rahma", "Rahma Dewi"));
        assert!(!same("", "Rahma"));
    }
}
