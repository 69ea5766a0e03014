//! `cargo xtask measure`: the tables in `docs/performance.md` of the page in Chromium.

use std::path::Path;

use anyhow::{Context, Result, ensure};

use crate::process::run;
use crate::step::step;
use crate::{browser, build};

/// What can be measured.
pub const WHAT: [&str; 4] = ["start", "many", "archive", "compare"];

/// What to measure with: options of `tests/e2e/measure/main.mjs`.
#[derive(Default)]
pub struct With {
    /// A folder of texts or a file of JSON lines; the seeds grown by variation when not told.
    pub articles: Option<String>,
    /// How many articles.
    pub count: Option<String>,
    /// How often.
    pub rounds: Option<String>,
    /// The file for a profile of the page while it compares.
    pub profile: Option<String>,
}

/// Measures `what` on the site as it is built now, and prints the table.
pub fn run_one(what: &str, with: With) -> Result<()> {
    ensure!(WHAT.contains(&what), "cannot measure {what}: one of {}", WHAT.join(", "));
    build::site(None)?;
    browser::command_line()?;
    let mut node = browser::node()?;
    node.args(["measure/main.mjs", what]);
    let articles = with.articles.map(|path| absolute(&path)).transpose()?;
    let options = [
        ("--articles", articles),
        ("--count", with.count),
        ("--rounds", with.rounds),
        ("--profile", with.profile.map(|path| std::path::absolute(path).map(shown)).transpose()?),
    ];
    for (name, value) in options {
        node.args(value.iter().flat_map(|value| [name, value.as_str()]));
    }
    step(&format!("measure: {what}"), || run(&mut node))
}

fn shown(path: impl AsRef<Path>) -> String {
    path.as_ref().to_string_lossy().into_owned()
}

/// The path as a program in another folder may use it.
fn absolute(path: &str) -> Result<String> {
    std::fs::canonicalize(path).map(shown).with_context(|| path.to_owned())
}
