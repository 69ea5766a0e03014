//! The small pieces of the state.

use silang_core::facts::At;

use crate::engine::protocol::{Compared, Hit, Source};
use crate::shared::Shared;
use crate::store::decode::Unreadable;
use crate::store::saved::Refusal;

/// How far the page is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Articles are still being fetched.
    Loading,
    /// Articles are being read or compared.
    Working,
    /// All is read.
    Ready,
    /// The worker can't be started.
    Failed,
}

impl Phase {
    /// The word in the page's `data-state`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Loading => "loading",
            Self::Working => "working",
            Self::Ready => "ready",
            Self::Failed => "failed",
        }
    }
}

/// How the workers are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Engine {
    /// At work, or about to be.
    #[default]
    Up,
    /// What was read was lost with one of them, and is fetched again.
    Lost,
    /// They can't be started.
    Broken,
}

/// Something the reader should be told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// A file is not an article.
    Unreadable(String, Unreadable),
    /// A file is already here, under the second name.
    Repeated(String, String),
    /// A file was read from another encoding than UTF-8.
    Decoded(String, &'static str),
    /// The worker died over an article.
    Crashed(String),
    /// An article, or else the corrections could not be saved in this browser.
    NotSaved(Option<String>, Refusal),
    /// This browser keeps nothing of what is added.
    NoStorage,
    /// A text is on the clipboard now, or could not be put there.
    Copied(bool),
    /// An article of the site could not be fetched.
    Missing(String),
    /// The site's pack can't be read by this page: the texts are read instead.
    OtherPack,
    /// An article of the site is not shown, because one of the reader's has its name.
    Taken(String),
    /// The worker could not be started.
    Broken,
    /// So many articles were added; the first is called so.
    Added(usize, String),
    /// An article of the reader's was removed.
    Removed(Box<Source>),
    /// Something was set right.
    Corrected,
}

impl Notice {
    /// Whether it only tells of what the reader has just done.
    pub fn is_passing(&self) -> bool {
        matches!(self, Self::Copied(true) | Self::Added(..) | Self::Removed(_) | Self::Corrected)
    }
}

/// A comparison of some articles.
#[derive(Clone, Debug, PartialEq)]
pub struct Made {
    /// Which.
    pub docs: Vec<String>,
    /// Whether these are all articles.
    pub whole: bool,
    /// Whether they were only grouped by event.
    pub grouped: bool,
    /// What was found.
    pub raw: Shared<Compared>,
    /// What was found, as the reader set it right.
    pub found: Shared<Compared>,
}

/// What was searched for, and where it stands.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Hits {
    /// What was searched for.
    pub query: String,
    /// Where it stands, in the order of the articles.
    pub all: Vec<Hit>,
    /// How many articles that may have it were not looked into.
    pub left: usize,
    /// How often the reader had asked to search further.
    pub deeper: u32,
}

/// An article that the reader has removed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gone {
    /// Its name.
    pub name: String,
    /// The number made from its text.
    pub sum: u64,
}

/// Which lines of a comparison's matrix are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Filter {
    /// Every line.
    #[default]
    All,
    /// What every article has.
    Shared,
    /// What only one has.
    Only,
    /// What is told differently.
    Different,
}

/// A place to show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Jump {
    /// Where in the open article.
    pub at: At,
    /// Number of the jump, so that the same place can be shown again.
    pub serial: u32,
}

/// The lists beside the article.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tab {
    /// People, organisations, places.
    #[default]
    Entities,
    /// Times.
    Times,
    /// Statements.
    Statements,
}

/// Two articles side by side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sides {
    /// Which of the compared ones.
    pub docs: [usize; 2],
    /// Whether each scrolls alone.
    pub unlocked: bool,
    /// Whether the second is shown where there is room for one only.
    pub flipped: bool,
}

impl Default for Sides {
    fn default() -> Self {
        Self { docs: [0, 1], unlocked: false, flipped: false }
    }
}

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the browser is.
    #[default]
    Auto,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// The word in the page's `data-theme`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The one that comes after it.
    pub fn next(self) -> Self {
        match self {
            Self::Auto => Self::Light,
            Self::Light => Self::Dark,
            Self::Dark => Self::Auto,
        }
    }

    /// The theme of that word.
    pub fn of(name: &str) -> Self {
        match name {
            "light" => Self::Light,
            "dark" => Self::Dark,
            _ => Self::Auto,
        }
    }
}

/// What lies over the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sheet {
    /// A field to paste an article into.
    Paste,
    /// The list of keys.
    Keys,
}
