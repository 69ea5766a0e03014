//! What page and worker say to each other.

use serde::Serialize;
use silang_core::compare::words::WordChange;
use silang_core::facts::{At, ComparisonFacts, Facts};

use crate::corrections::{Correction, Moved};
use crate::export::Format;
use crate::words::Language;

/// Number of this build; page and worker must agree on it.
pub const BUILD: &str = match option_env!("SILANG_BUILD") {
    Some(build) => build,
    None => env!("CARGO_PKG_VERSION"),
};

/// An article to be read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Source {
    /// Its name.
    pub name: String,
    /// Its text.
    pub text: String,
    /// Its headline, if the reader tells it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Its outlet, if the reader tells it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outlet: Option<String>,
    /// Its day of publication (ISO 8601), if the reader tells it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published: Option<String>,
}

impl Source {
    /// What the browser's database knows it by: a number made from its text (FNV-1a), so that two tabs
    /// that add different articles of one name do not overwrite each other's.
    pub fn key(&self) -> String {
        let mix = |sum: u64, byte: u8| (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        let sum = self.text.bytes().fold(0xcbf2_9ce4_8422_2325, mix);
        format!("{sum:016x}")
    }
}

/// What the page asks for.
#[derive(Clone, Debug, PartialEq)]
pub enum Request {
    /// Read an article and keep it.
    Analyze(Source),
    /// Let an article go.
    Forget(String),
    /// Compare articles that were read, some of them moved to other events.
    Compare(Vec<String>, Vec<Moved>),
    /// Write out these articles, in this language of the interface, set right.
    Export(Format, Vec<String>, Language, Vec<Correction>),
}

/// What was found by comparing, with all that views need of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Compared {
    /// The comparison.
    pub facts: ComparisonFacts,
    /// The wordings of each utterance, word by word.
    pub wordings: Vec<Wording>,
}

/// One wording of an utterance, laid against another.
#[derive(Clone, Debug, PartialEq)]
pub struct Wording {
    /// Number of the utterance.
    pub utterance: usize,
    /// Number of the wording that it is laid against.
    pub base: usize,
    /// Number of the wording.
    pub other: usize,
    /// What became of the words, in order.
    pub words: Vec<Words>,
}

/// A stretch of words that have fared alike; offsets into the two wordings.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Words {
    /// What became of them.
    pub change: WordChange,
    /// In the base.
    pub left: At,
    /// In the other.
    pub right: At,
}

/// What the worker answers.
#[derive(Clone, Debug, PartialEq)]
pub enum Reply {
    /// An article was read.
    Analyzed(Facts),
    /// An article was let go.
    Forgotten,
    /// Articles were compared, some of them moved to other events.
    Compared(Vec<String>, Vec<Moved>, Compared),
    /// Articles were written out: the file's content.
    Exported(Format, String),
}
