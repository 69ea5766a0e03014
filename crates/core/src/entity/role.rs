//! What words do beside names for the passes over a document; the model knows nothing of it.

use crate::entity::hash::Hash;
use crate::text::vocabulary::Vocabulary;
use crate::text::word_map::WordMap;

/// What a word does, as a set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Roles(u16);

impl Roles {
    /// A small word that the web glues to the name before it.
    pub const GLUED: Self = Self(1);
    /// A small word before the last item of a list.
    pub const JOINS: Self = Self(1 << 1);
    /// An opening of words that may have a capital before a word that has none ("non").
    pub const PREFIX: Self = Self(1 << 2);
    /// A short form of what is no name ("KTP").
    pub const COMMON: Self = Self(1 << 3);
    /// The name of a language follows.
    pub const LANGUAGE: Self = Self(1 << 4);
    /// Ends the name of an event ("Open").
    pub const EVENT: Self = Self(1 << 5);
    /// Somebody who heads a part of a body ("Kepala").
    pub const CHIEF: Self = Self(1 << 6);
    /// Opens the name of a part of a body ("Bagian").
    pub const UNIT: Self = Self(1 << 7);
    /// An officer of the company whose name follows ("CEO").
    pub const OFFICER: Self = Self(1 << 8);
    /// A noun of companies ("maskapai").
    pub const COMPANY: Self = Self(1 << 9);
    /// A noun of what nature made that is part of its name, though written small ("gunung").
    pub const LANDFORM: Self = Self(1 << 10);
    /// The same of what people built ("jalan").
    pub const BUILT: Self = Self(1 << 11);
    /// Initials behind it are a person's ("berinisial").
    pub const INITIALED: Self = Self(1 << 12);
    /// A sign of the zodiac.
    pub const SIGN: Self = Self(1 << 13);
    /// Makes what is called by its name and another one behind it ("Toyota Calya").
    pub const MAKER: Self = Self(1 << 14);
    /// Stands between opponents ("vs").
    pub const VERSUS: Self = Self(1 << 15);

    /// Whether every role of `other` is in it.
    pub fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }
}

/// The roles of folded words.
#[derive(Clone, Debug, Default)]
pub struct RoleWords {
    words: WordMap<Roles>,
}

impl RoleWords {
    /// The roles of each word of a document, in order of their numbers.
    pub fn of(&self, words: &Vocabulary) -> Vec<Roles> {
        words.values(&self.words).map(|roles| roles.copied().unwrap_or_default()).collect()
    }

    /// Whether a folded word has a role.
    pub fn has(&self, word: &str, role: Roles) -> bool {
        self.words.get(word).is_some_and(|roles| roles.has(role))
    }

    /// Whether a folded word with that hash has a role.
    pub fn has_hashed(&self, word: &str, hash: Hash, role: Roles) -> bool {
        self.words.get_hashed(word, hash.0).is_some_and(|roles| roles.has(role))
    }
}

impl<'a> FromIterator<(&'a str, Roles)> for RoleWords {
    /// Of words that may come several times.
    fn from_iter<I: IntoIterator<Item = (&'a str, Roles)>>(rows: I) -> Self {
        let mut words = WordMap::<Roles>::default();
        for (word, role) in rows.into_iter().filter(|(_, role)| role.0 != 0) {
            words.or_default(word).0 |= role.0;
        }
        Self { words }
    }
}

#[cfg(test)]
mod tests {
    use super::{RoleWords, Roles};

    #[test]
    fn a_word_may_have_several_roles() {
        let rows = [("atau", Roles::GLUED), ("atau", Roles::JOINS), ("kota", Roles::default())];
        let words: RoleWords = rows.into_iter().collect();
        assert!(words.has("atau", Roles::GLUED) && words.has("atau", Roles::JOINS));
        assert!(!words.has("atau", Roles::EVENT) && !words.has("kota", Roles::GLUED));
    }
}
