//! What page and worker say to each other.

use std::rc::Rc;

use silang_core::compare::words::WordChange;
use silang_core::facts::{At, ComparisonFacts, DocAt, Facts};
pub use silang_wire::Bytes;
use silang_wire::shelf::Line;

use crate::corrections::{Correction, Moved};
use crate::export::Format;
use crate::words::Language;

/// Number of this build; page and worker must agree on it.
pub const BUILD: &str = match option_env!("SILANG_BUILD") {
    Some(build) => build,
    None => env!("CARGO_PKG_VERSION"),
};

/// An article to be read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Source {
    /// Its name.
    pub name: String,
    /// Its text, shared by all that hold it.
    pub text: Rc<str>,
    /// Its headline, if the reader tells it.
    pub title: Option<String>,
    /// Its outlet, if the reader tells it.
    pub outlet: Option<String>,
    /// Its day of publication (ISO 8601), if the reader tells it.
    pub published: Option<String>,
}

/// A number made from bytes (FNV-1a), going on from another one.
fn sum(start: u64, bytes: &[u8]) -> u64 {
    bytes.iter().fold(start, |sum, &byte| (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// What the browser's database knows an article by, whose text makes this number: so that two tabs that
/// add different articles of one name do not overwrite each other's.
pub fn key(sum: u64) -> String {
    format!("{sum:016x}")
}

impl Source {
    /// An article of this name, whose text is still to come.
    pub fn named(name: String) -> Self {
        Self { name, ..Self::default() }
    }

    /// A number made from its text, by which the same text is known again.
    pub fn sum(&self) -> u64 {
        silang_wire::shelf::sum(self.text.as_bytes())
    }

    /// What something that was found in it is only good for: this build, this name, this text.
    pub fn mark(&self) -> String {
        format!("{BUILD} {:016x} {}", self.stamp(self.sum()), self.name)
    }

    /// What the browser's database knows it by: see [`key`].
    pub fn key(&self) -> String {
        key(self.sum())
    }

    /// A number made from all that reading it depends on, given that of its text.
    pub fn stamp(&self, text: u64) -> u64 {
        let told = [&self.title, &self.outlet, &self.published];
        told.into_iter().fold(text, |all, told| sum(sum(all, b"|"), told.as_deref().unwrap_or_default().as_bytes()))
    }
}

/// Articles up to which each is compared with each at once, and all texts and facts stay in the page.
pub const MANY: usize = 64;

/// What was found in an article, packed for whoever keeps it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// Its facts.
    pub facts: Bytes,
    /// What grouping needs to know of it.
    pub profile: Bytes,
}

/// What was found in an article, for the browser's database: the next visit need not read it again.
#[derive(Clone, Debug)]
pub struct Fresh {
    /// The number made from its text.
    pub sum: u64,
    /// What this was found in, and by which build.
    pub of: String,
    /// What was found, packed.
    pub found: Vec<u8>,
}

/// What the page asks for.
#[derive(Clone, Debug, PartialEq)]
pub enum Request {
    /// Read an article and keep it.
    Analyze(Source),
    /// Read an article that another worker keeps.
    Read(Source),
    /// Keep an article with what another worker found in it.
    Keep(Source, Found),
    /// Let an article go.
    Forget(String),
    /// Compare articles that were read, some of them moved to other events.
    Compare(Vec<String>, Vec<Moved>),
    /// Only group articles by the events that they tell, some of them moved.
    Group(Vec<String>, Vec<Moved>),
    /// Give back articles that are kept.
    Open(Vec<String>),
    /// Find words in all articles, as the reader set these right; of those in the site's pack only in so many files.
    Search(String, Vec<Correction>, usize),
    /// Write out these articles, in this language of the interface, set right.
    Export(Format, Vec<String>, Language, Vec<Correction>),
    /// List what is in a file of lines of the site's pack, and in those files that these articles are in.
    List(usize, Vec<String>),
}

/// A part of the list of the articles in the site's pack.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Listed {
    /// Its lines.
    pub lines: Vec<Line>,
    /// How many files of lines there are; none when the pack can't be read.
    pub shards: usize,
    /// How many articles there are.
    pub articles: usize,
}

/// A place that was searched for, with the words around it.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// Where.
    pub place: DocAt,
    /// The words before it, its own, and those behind.
    pub words: Vec<String>,
    /// The outlet of its article, when that may not be listed on the page.
    pub outlet: String,
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
    /// An article was read: its facts, and what is to be kept of it.
    Analyzed(Facts, Found),
    /// It is done.
    Done,
    /// Articles were grouped by event, some of them moved to other events.
    Grouped(Vec<String>, Vec<Moved>, Vec<Vec<String>>),
    /// Of the articles of these names those that are kept.
    Opened(Vec<String>, Vec<(Source, Facts)>),
    /// What was searched for, where it stands, and how many articles that may have it were not looked into.
    Found(String, Vec<Hit>, usize),
    /// A part of the site's pack was listed: this file, and what these articles are in.
    Listed(usize, Vec<String>, Listed),
    /// Articles were compared, some of them moved to other events.
    Compared(Vec<String>, Vec<Moved>, Compared),
    /// Articles were written out: the file's content.
    Exported(Format, String),
}
