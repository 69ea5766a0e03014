//! The list of a site's texts, `index.json`.

use std::fs;
use std::io;
use std::path::Path;

use serde::Serialize;
use silang_wire::shelf;

/// One article of the list.
#[derive(Serialize)]
pub struct Entry {
    /// The name of its file.
    pub file: String,
    /// Its headline.
    pub title: String,
    /// Its outlet; empty when unknown.
    pub outlet: String,
    /// Its day of publication; empty when unknown.
    pub published: String,
    /// The size of its file.
    pub bytes: u64,
    /// What was told of it beside its text.
    #[serde(skip_serializing_if = "Told::is_empty")]
    pub told: Told,
}

/// What was told of an article beside its text.
#[derive(Default, Serialize)]
pub struct Told {
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    outlet: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    published: Option<String>,
}

impl Told {
    fn is_empty(&self) -> bool {
        self.title.is_none() && self.outlet.is_none() && self.published.is_none()
    }
}

impl From<&shelf::Told> for Told {
    fn from(told: &shelf::Told) -> Self {
        let shelf::Told { title, outlet, published } = told.clone();
        Self { title, outlet, published }
    }
}

/// Writes the list into a folder.
///
/// # Errors
/// When it can't be written.
pub fn write_list(folder: &Path, entries: &[Entry]) -> io::Result<()> {
    fs::write(folder.join("index.json"), serde_json::to_string_pretty(entries)? + "\n")
}
