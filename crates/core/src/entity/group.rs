//! Features that depend on one small number: what they say together is summed once when a model is loaded.

use crate::entity::affix;
use crate::entity::case::CASES;
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
    /// First two letters of a word, and whether it has a capital.
    Opening,
    /// Last two letters of a word, the last one first, and whether it has a capital.
    Ending,
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
const KINDS: [(Kind, u32); 21] = [
    (Kind::Case, 64),
    (Kind::Fine, 2048),
    (Kind::Coarse, 512),
    (Kind::Cue, 64),
    (Kind::Evidence, 16),
    (Kind::Length, 72),
    (Kind::Told, 1024),
    (Kind::Habit, 512),
    (Kind::Vowels, 64),
    (Kind::Opening, affix::VALUES),
    (Kind::Ending, affix::VALUES),
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

/// Where the values of each kind begin among those of all, and the end.
const FIRST: [u32; KINDS.len() + 1] = first();

/// Number of the values of all kinds.
pub const VALUES: usize = FIRST[KINDS.len()] as usize;

const fn first() -> [u32; KINDS.len() + 1] {
    let mut first = [0; KINDS.len() + 1];
    let mut at = 0;
    while at < KINDS.len() {
        first[at + 1] = first[at] + KINDS[at].1;
        at += 1;
    }
    first
}

/// What has one row of weights.
///
/// Rows that are asked for together are stored side by side under one hash, so that they are found at once: those of a
/// word for the tokens around it and of each way in which it is written, for instance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Feature {
    /// Of a template and its value.
    pub hash: Hash,
    /// Which of the rows under that hash, below [`SLOTS`].
    pub slot: usize,
}

/// Number of slots: of a word as such and in each case, at all offsets; then of a word before and one after a token in
/// each case.
pub const SLOTS: usize = (1 + CASES) * OFFSETS + 2 * CASES;

/// The hash of a template and a value.
pub const fn hashed(template: u32, value: u32) -> Hash {
    Hash::SEED.number(template).number(value)
}

/// The hash of a word's own features.
pub const fn of_word(word: Hash) -> Hash {
    hashed(2, word.0)
}

/// The first slot, for all offsets, of a word in a case.
pub const fn in_case(case: usize) -> usize {
    (1 + case) * OFFSETS
}

/// The first slot, for all offsets, of letters in one of the two writings.
pub const fn in_writing(capital: bool) -> usize {
    capital as usize * OFFSETS
}

/// The slot of the word before a token in a case.
pub const fn before(case: usize) -> usize {
    in_case(CASES) + case
}

/// The slot of the word after a token in a case.
pub const fn after(case: usize) -> usize {
    before(CASES) + case
}

/// The feature of a place.
pub const fn of_place(template: u32, value: u32) -> Feature {
    Feature { hash: hashed(template, value), slot: REACH }
}

impl Kind {
    /// All kinds in order.
    pub fn all() -> impl Iterator<Item = Self> {
        KINDS.into_iter().map(|(kind, _)| kind)
    }

    /// Whether words at several offsets have it.
    pub const fn is_wide(self) -> bool {
        self as usize <= Kind::Evidence as usize
    }

    /// How many values it has; others can be asked for, but are not summed beforehand.
    pub const fn values(self) -> u32 {
        KINDS[self as usize].1
    }

    /// Number of a value among the values of all kinds, if it is one of those summed beforehand.
    #[inline]
    pub const fn number(self, value: u32) -> Option<usize> {
        if value < self.values() { Some((FIRST[self as usize] + value) as usize) } else { None }
    }

    /// Emits the features of a value for a token whose word stands at `offset` below `OFFSETS` (of
    /// `REACH` for what is not of a word).
    pub fn features(self, offset: usize, value: u32, emit: &mut impl FnMut(Feature)) {
        let mut word = |template| emit(Feature { hash: hashed(template, value), slot: offset });
        match self {
            Self::Case => {
                word(7);
                emit(Feature { hash: hashed(1, value & 7), slot: offset });
            }
            Self::Fine => word(4),
            Self::Coarse => word(5),
            Self::Cue => word(6),
            Self::Evidence if offset.abs_diff(REACH) < 2 => word(8),
            _ if offset != REACH => {}
            Self::Length => word(9),
            Self::Told => word(10),
            Self::Habit => word(11),
            Self::Vowels => word(12),
            Self::Opening | Self::Ending => affix::features(self, value, emit),
            _ => self.place_features(value, emit),
        }
    }

    fn place_features(self, value: u32, emit: &mut impl FnMut(Feature)) {
        let mut put = |template, value| emit(of_place(template, value));
        match self {
            Self::Cases => {
                put(30, value >> 3);
                put(31, value & 63);
                put(32, value);
            }
            Self::Line => {
                let line = value >> 8;
                put(44, line << 3 | value & 7);
                put(45, line << 6 | value & 63);
                put(46, value & 255);
            }
            Self::Before => put(34, value),
            Self::After => put(35, value),
            Self::PairBefore => put(36, pair(value)),
            Self::PairAfter => put(37, pair(value)),
            Self::Known => put(47, value),
            Self::KnownAfter => put(48, value),
            Self::KnownBefore => put(49, value),
            _ => put(50, value),
        }
    }
}

/// Two classes of six bits each as two bytes.
fn pair(value: u32) -> u32 {
    let class = |class: u32| if class == NO_CLASS { 255 } else { class };
    class(value >> 6) << 8 | class(value & 63)
}
