//! The page in a real browser: its tests, and the pictures made from it.

use std::process::Command;

use anyhow::Result;

use crate::process::{cargo, command, run, run_keeping, target};
use crate::step::step;
use crate::{build, setup};

/// Node in the folder of browser tests, told where Chromium and the command line are.
pub fn node() -> Result<Command> {
    let folder = setup::node()?;
    let chromium = setup::chromium()?;
    let mut node = command("node");
    node.current_dir(folder).env("CHROMIUM", chromium);
    node.env("SILANG", target().join("quick").join(format!("silang{}", std::env::consts::EXE_SUFFIX)));
    Ok(node)
}

/// The command line, whose findings the page's are held against.
pub fn command_line() -> Result<()> {
    run(cargo().args(["build", "--quiet", "--locked", "--profile", "quick", "--package", "silang-cli"]))
}

/// The end of a file of tests that would have none, as when a browser no longer answers: a quarter of an hour, ten times what
/// the longest one takes.
const LONGEST: &str = "--test-timeout=900000";

/// Runs the browser tests on the site in `dist/`, keeping their closing line.
pub fn tests(kept: &mut Vec<String>) -> Result<()> {
    let mut node = node()?;
    command_line()?;
    node.args(["--test", "--test-reporter=./reporter.mjs", LONGEST]);
    run_keeping(&mut node, |line| line.contains(" passed, "), kept)
}

/// Tells how long the page in `dist/` takes until it is ready.
pub fn time_to_ready() -> Result<()> {
    run(node()?.arg("ready.mjs"))
}

/// Tells how long the page in `dist/` works on a click on a layer's switch.
pub fn time_to_repaint() -> Result<()> {
    run(node()?.arg("repaint.mjs"))
}

/// Makes the pictures in `docs/screens/`.
pub fn screens() -> Result<()> {
    build::site(None)?;
    let mut node = node()?;
    step("take the pictures", || run(node.arg("screens.mjs")))
}
