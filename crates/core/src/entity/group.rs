//! Features that depend on one small number: what they say together is summed once when a model is loaded.

use crate::entity::hash::Hash;

/// Offsets from a token at which words are looked at: this far to both sides.
pub const REACH: usize = 2;

/// Number of offsets; `REACH` is the token itself.
pub const OFFSETS: usize = 2 * REACH + 1;

/// The class that stands for no word at all, in pairs of classes.
pub const NO_CLASS: u32 = 63;

/// What a group of features depends on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Kind {
    /// Habit of capitals and case of a word.
    Case,
    /// Fine class of a word.
    Fine,
    /// Coarse class and case of a word.
    Coarse,
    /// One cue of a word.
    Cue,
    /// One piece of evidence on a word.
    Evidence,
    /// Length and case.
    Length,
    /// All evidence on a word.
    Told,
    /// Habit and case, and whether the article writes the word small.
    Habit,
    /// Vowels and letters of a word in capitals.
    Vowels,
    /// Cases of a token and its neighbours.
    Cases,
    /// Kind of line, spaces, cases of the token and the one before.
    Line,
    /// Class of the word before, case.
    Before,
    /// Class of the word after, case.
    After,
    /// Classes of the word before and the token.
    PairBefore,
    /// Classes of the token and the word after.
    PairAfter,
    /// What the gazetteers say.
    Known,
    /// What the gazetteers say of the token after.
    KnownAfter,
    /// What the gazetteers say of the token before.
    KnownBefore,
    /// First in the sentence, habit of capitals, case.
    First,
}

/// Every kind with the number of its values.
const KINDS: [(Kind, u32); 19] = [
    (Kind::Case, 64),
    (Kind::Fine, 2048),
    (Kind::Coarse, 512),
    (Kind::Cue, 64),
    (Kind::Evidence, 16),
    (Kind::Length, 72),
    (Kind::Told, 1024),
    (Kind::Habit, 512),
    (Kind::Vowels, 64),
    (Kind::Cases, 512),
    (Kind::Line, 9 << 8),
    (Kind::Before, 2048),
    (Kind::After, 2048),
    (Kind::PairBefore, 4096),
    (Kind::PairAfter, 4096),
    (Kind::Known, 128),
    (Kind::KnownAfter, 800),
    (Kind::KnownBefore, 800),
    (Kind::First, 128),
];

/// A kind, at an offset when it tells of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Group {
    kind: Kind,
    offset: usize,
}

/// Where the features of words at each offset begin to be hashed.
const BASES: [Hash; OFFSETS] =
    [base().number(1), base().number(2), base().number(3), base().number(4), base().number(5)];

const fn base() -> Hash {
    Hash::SEED
}

/// The feature of a word at `offset`.
pub fn of_word(offset: usize, template: u32, value: u32) -> Hash {
    BASES[offset].number(template).number(value)
}

/// The feature of a place.
pub fn of_place(template: u32, value: u32) -> Hash {
    base().number(template).number(value)
}

impl Group {
    /// A group on the word at `offset` below `OFFSETS`.
    pub const fn word(kind: Kind, offset: usize) -> Self {
        Self { kind, offset }
    }

    /// A group on the place of a token.
    pub const fn place(kind: Kind) -> Self {
        Self { kind, offset: 0 }
    }

    /// All groups.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..OFFSETS).flat_map(|offset| KINDS.into_iter().map(move |(kind, _)| Self { kind, offset }))
    }

    /// Number among all groups.
    pub const fn index(self) -> usize {
        self.offset * KINDS.len() + self.kind as usize
    }

    /// How many values it has; others can be asked for, but are not summed beforehand.
    pub fn values(self) -> u32 {
        let (kind, values) = KINDS[self.kind as usize];
        let anywhere = self.offset == 0 || kind as usize <= Kind::Evidence as usize;
        let here = anywhere || self.offset == REACH && (kind as usize) < Kind::Cases as usize;
        if here { values } else { 0 }
    }

    /// Emits the features of a value.
    pub fn features(self, value: u32, emit: &mut impl FnMut(Hash)) {
        let mut word = |template| emit(of_word(self.offset, template, value));
        match self.kind {
            Kind::Case => {
                word(7);
                emit(of_word(self.offset, 1, value & 7));
            }
            Kind::Fine => word(4),
            Kind::Coarse => word(5),
            Kind::Cue => word(6),
            Kind::Evidence => word(8),
            Kind::Length => word(9),
            Kind::Told => word(10),
            Kind::Habit => word(11),
            Kind::Vowels => word(12),
            _ => self.place_features(value, emit),
        }
    }

    fn place_features(self, value: u32, emit: &mut impl FnMut(Hash)) {
        let mut put = |template, value| emit(of_place(template, value));
        match self.kind {
            Kind::Cases => {
                put(30, value >> 3);
                put(31, value & 63);
                put(32, value);
            }
            Kind::Line => {
                let line = value >> 8;
                put(44, line << 3 | value & 7);
                put(45, line << 6 | value & 63);
                put(46, value & 255);
            }
            Kind::Before => put(34, value),
            Kind::After => put(35, value),
            Kind::PairBefore => put(36, pair(value)),
            Kind::PairAfter => put(37, pair(value)),
            Kind::Known => put(47, value),
            Kind::KnownAfter => put(48, value),
            Kind::KnownBefore => put(49, value),
            _ => put(50, value),
        }
    }
}

/// Two classes of six bits each as two bytes.
fn pair(value: u32) -> u32 {
    let class = |class: u32| if class == NO_CLASS { 255 } else { class };
    class(value >> 6) << 8 | class(value & 63)
}
