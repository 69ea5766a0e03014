//! `cargo xtask test`: everything that must hold before a change lands.

use std::process::Command;

use anyhow::{Result, bail};

use crate::process::{self, cargo, run_keeping};
use crate::step::step;
use crate::{browser, build, eval, readme, setup, size};

/// What has been checked so far.
#[derive(Default)]
struct Report {
    failed: Vec<&'static str>,
    /// Closing lines of test runners.
    results: Vec<String>,
}

impl Report {
    /// Does a step; whether it succeeded. The others go on all the same, so that one run tells all that is wrong.
    fn step(&mut self, what: &'static str, work: impl FnOnce(&mut Vec<String>) -> Result<()>) -> bool {
        let done = step(what, || work(&mut self.results));
        if let Err(why) = &done {
            println!("    {why:#}");
            self.failed.push(what);
        }
        done.is_ok()
    }
}

/// Checks everything; the closing lines of all test runners come last.
pub fn run() -> Result<()> {
    let mut report = Report::default();
    report.step("formatting", |_| process::run(cargo().args(["fmt", "--all", "--check"])));
    report.step("lints for this machine", |_| process::run(&mut clippy(&["--workspace", "--all-targets"])));
    report.step("lints for the browser", |_| {
        setup::wasm_target()?;
        process::run(&mut clippy(&["-p", "silang", "-p", "silang-core", "--target", "wasm32-unknown-unknown"]))
    });
    report.step("tests", cargo_test);
    report.step("gold/scores.tsv tells the quality of this code", |_| eval::run_with(&["--check"]));
    report.step("README.md tells gold/scores.tsv", |_| readme::check());
    if report.step("the site", |_| build::site(None)) {
        report.step("the site keeps to xtask/budgets.tsv", |_| size::check());
        report.step("the page in Chromium", browser::tests);
    }
    report.results.iter().for_each(|line| println!("{line}"));
    if report.failed.is_empty() { Ok(()) } else { bail!("failed: {}", report.failed.join("; ")) }
}

fn clippy(what: &[&str]) -> Command {
    let mut clippy = cargo();
    clippy.args(["clippy", "--quiet", "--locked"]).args(what).args(["--", "--deny", "warnings"]);
    clippy
}

fn cargo_test(kept: &mut Vec<String>) -> Result<()> {
    let mut tests = cargo();
    tests.args(["test", "--workspace", "--locked", "--no-fail-fast"]);
    run_keeping(&mut tests, |line| line.starts_with("test result:") && !line.contains(" 0 passed; 0 failed"), kept)
}
