//! What the furniture layer must be told about a language.

use crate::text::furniture::FurnitureKind;
use crate::text::word_map::WordMap;

/// Where a phrase must stand to mark furniture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The line holds nothing else but signs and numbers.
    Whole,
    /// The line begins with it.
    Begins,
    /// The line begins with it and goes on with what it labels, or the next line does.
    Label,
    /// The same, but only with a colon after it.
    LabelColon,
    /// Anywhere, in capitals.
    Anywhere,
}

/// Words that stand in furniture only, or in furniture only at some place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// Its folded words.
    pub words: Vec<&'static str>,
    /// Where it must stand.
    pub place: Place,
    /// What it marks.
    pub kind: FurnitureKind,
}

/// What else a word tells about its line. Flags of one word are joined by `|`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WordUse(u8);

impl WordUse {
    /// Stays small in a headline in title case ("dan", "di").
    pub const SMALL: Self = Self(1);
    /// Bids the reader to do something on the page ("ikuti", "unduh").
    pub const BIDS: Self = Self(2);
    /// Names a channel, app or newsletter ("Telegram", "saluran").
    pub const CHANNEL: Self = Self(4);
    /// Credits a picture ("foto", "dok").
    pub const PICTURE: Self = Self(8);
    /// Points at someone in a picture ("kiri", "kanan").
    pub const POINTS: Self = Self(16);
    /// Addresses the reader ("Anda", "kamu").
    pub const READER: Self = Self(32);

    /// Whether all flags of `other` are set.
    pub fn is(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// Both together.
    #[must_use]
    pub fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// What the furniture layer must be told about a language.
#[derive(Clone, Debug, Default)]
pub struct Grammar {
    /// Phrases by their first word.
    pub phrases: WordMap<Vec<Phrase>>,
    /// Uses of single words.
    pub words: WordMap<WordUse>,
}
