//! `cargo xtask eval`: quality, measured by `silang eval`.

use anyhow::Result;

use crate::process::{self, cargo};
use crate::readme;
use crate::step::step;

/// `silang eval` with these words.
pub fn run_with(words: &[&str]) -> Result<()> {
    let mut silang = cargo();
    silang.args(["run", "--quiet", "--locked", "--profile", "quick", "--package", "silang-cli", "--", "eval"]);
    process::run(silang.args(words))
}

/// Measures folders of hand-marked articles; without any, renews `gold/scores.tsv` and the README's table of it.
pub fn run(folders: &[String]) -> Result<()> {
    step("measure quality", || run_with(&folders.iter().map(String::as_str).collect::<Vec<_>>()))?;
    if folders.is_empty() { readme::renew() } else { Ok(()) }
}
