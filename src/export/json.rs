//! The project: articles and what was found in them.

use serde::Serialize;
use silang_core::facts::Facts;

use crate::corrections::Correction;
use crate::export::Written;

/// Version of the form.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct Project<'a> {
    silang: u32,
    corrections: &'a [Correction],
    articles: Vec<Article<'a>>,
}

#[derive(Serialize)]
struct Article<'a> {
    name: &'a str,
    text: &'a str,
    facts: &'a Facts,
}

/// The project as JSON.
pub fn write(all: &[Written], corrections: &[Correction]) -> String {
    let articles = all.iter().map(|one| Article { name: &one.facts.doc, text: one.text, facts: &one.facts }).collect();
    // Plain data with string keys can always be written.
    serde_json::to_string_pretty(&Project { silang: VERSION, corrections, articles }).unwrap_or_default()
}
