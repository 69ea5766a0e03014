//! `cargo xtask eval`: quality, measured by `silang eval`.

use anyhow::Result;

use crate::process::{self, cargo};
use crate::step::step;

/// Passes folders of hand-marked articles on; without any, renews `gold/scores.tsv`.
pub fn run_with(words: &[&str]) -> Result<()> {
    let mut silang = cargo();
    silang.args(["run", "--quiet", "--locked", "--profile", "quick", "--package", "silang-cli", "--", "eval"]);
    process::run(silang.args(words))
}

/// The command itself.
pub fn run(folders: &[String]) -> Result<()> {
    step("measure quality", || run_with(&folders.iter().map(String::as_str).collect::<Vec<_>>()))
}
