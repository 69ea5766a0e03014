//! What single words tell of a name in or beside them.

use crate::entity::hash::Hash;
use crate::entity::known;
use crate::entity::table::Lookup;

/// What a word tells, as a set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cues(pub u32);

impl Cues {
    /// A title or role before a person's name.
    pub const TITLE: Self = Self(1);
    /// Opens the name of an institution.
    pub const ORGANIZATION_HEAD: Self = Self(1 << 1);
    /// Opens the name of a place.
    pub const PLACE_HEAD: Self = Self(1 << 2);
    /// Stands before places.
    pub const LOCATIVE: Self = Self(1 << 3);
    /// A small word inside names.
    pub const LINK: Self = Self(1 << 4);
    /// Month, weekday, zone: capitalised but no name.
    pub const CALENDAR: Self = Self(1 << 5);
    /// Says, said: its subject is a person or an institution.
    pub const SPEECH: Self = Self(1 << 6);
    /// A given name of the language's own people.
    pub const GIVEN: Self = Self(1 << 7);
    /// A family name of the language's own people.
    pub const FAMILY: Self = Self(1 << 8);
    /// A given name elsewhere.
    pub const FOREIGN_GIVEN: Self = Self(1 << 9);
    /// A family name elsewhere.
    pub const FOREIGN_FAMILY: Self = Self(1 << 10);
    /// Ends the name of an institution or belongs to its form ("Tbk", "Group").
    pub const ORGANIZATION_TAIL: Self = Self(1 << 11);
    /// Stands in names of works, laws, events and products, which are none of ours.
    pub const OTHER_HEAD: Self = Self(1 << 12);
    /// A point of the compass and the like that ends names of places.
    pub const PLACE_TAIL: Self = Self(1 << 13);
    /// A rank, office or form of address that is never part of a name.
    pub const RANK: Self = Self(1 << 14);
    /// Opens the name of an institution that is not called by its place alone: a school, a company.
    pub const OWN_NAMED: Self = Self(1 << 15);
    /// What carries people or goods and has a name of its own, as ships have.
    pub const CARRIER: Self = Self(1 << 16);
    /// Number of cues.
    pub const COUNT: u32 = 17;

    /// Whether every cue of `other` is told.
    pub fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// Both sets together.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// Cues of folded words.
#[derive(Clone, Debug, Default)]
pub struct Lexicon {
    cues: Lookup<Cues>,
    names: Lookup<Cues>,
}

impl Lexicon {
    /// A lexicon of words and of `packed` keys of words (see [`known`]) with their cues; a word may come several times.
    pub fn new<'a>(rows: impl Iterator<Item = (&'a str, Cues)>, packed: impl Iterator<Item = (Hash, Cues)>) -> Self {
        let rows = rows.map(|(word, cues)| (Hash::default().text(word), cues)).collect();
        let both = |kept: &mut Cues, next: &mut Cues| *kept = kept.and(*next);
        Self { cues: Lookup::new(rows, both), names: Lookup::new(packed.collect(), both) }
    }

    /// What a folded word tells.
    pub fn cues(&self, word: &str) -> Cues {
        self.cues_of(Hash::default().text(word))
    }

    /// What the word with this hash tells.
    pub fn cues_of(&self, word: Hash) -> Cues {
        let name = self.names.get(known::short(word)).copied().unwrap_or_default();
        self.cues.get(word).copied().unwrap_or_default().and(name)
    }
}

#[cfg(test)]
mod tests {
    use super::{Cues, Lexicon};

    #[test]
    fn cues_of_a_word_add_up() {
        let rows = [("budi", Cues::GIVEN), ("kota", Cues::PLACE_HEAD), ("budi", Cues::FAMILY)];
        let lexicon = Lexicon::new(rows.into_iter(), [].into_iter());
        assert_eq!(lexicon.cues("budi"), Cues::GIVEN.and(Cues::FAMILY));
        assert_eq!((lexicon.cues("kota"), lexicon.cues("desa")), (Cues::PLACE_HEAD, Cues::default()));
    }
}
