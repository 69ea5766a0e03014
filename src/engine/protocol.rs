//! What page and worker say to each other.

use serde::{Deserialize, Serialize};
use silang_core::facts::{ComparisonFacts, Facts};

/// Number of this build; page and worker must agree on it.
pub const BUILD: &str = match option_env!("SILANG_BUILD") {
    Some(build) => build,
    None => env!("CARGO_PKG_VERSION"),
};

/// An article to be read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// Its name.
    pub name: String,
    /// Its text.
    pub text: String,
    /// Its headline, if the reader tells it.
    pub title: Option<String>,
    /// Its outlet, if the reader tells it.
    pub outlet: Option<String>,
    /// Its day of publication (ISO 8601), if the reader tells it.
    pub published: Option<String>,
}

/// What the page asks for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Request {
    /// Read an article and keep it.
    Analyze(Source),
    /// Let an article go.
    Forget(String),
    /// Compare articles that were read.
    Compare(Vec<String>),
}

/// What the worker answers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Reply {
    /// The worker is up; the first message of all.
    Ready {
        /// Its build number.
        build: String,
    },
    /// An article was read.
    Analyzed(Facts),
    /// An article was let go.
    Forgotten,
    /// Articles were compared.
    Compared {
        /// Which.
        docs: Vec<String>,
        /// What was found.
        comparison: ComparisonFacts,
    },
}
