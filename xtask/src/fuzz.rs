//! `cargo xtask fuzz`: every reader of foreign bytes, on bytes that a fuzzer makes.

use std::fs;
use std::path::PathBuf;

use anyhow::{Result, ensure};

use crate::process::{cargo, root, run, target};
use crate::step::step;
use crate::{browser, build, setup};

const CARGO_FUZZ: &str = "0.13.2";

/// How long each target runs when nobody says so, in seconds.
const SECONDS: u32 = 300;

/// The folder of a crate of targets, a target, and the longest input in bytes.
const TARGETS: [(&str, &str, u32); 6] = [
    ("crates/core/fuzz", "analyze", 4096),
    ("crates/core/fuzz", "compare", 8192),
    ("crates/core/fuzz", "times", 512),
    ("crates/cli/fuzz", "records", 4096),
    ("fuzz", "link", 4096),
    ("fuzz", "file", 4096),
];

/// The target that is no crate's: `tests/e2e/fuzz.mjs`.
const PAGE: &str = "page";

/// Runs one target, or all, for so many seconds each.
pub fn run_all(only: Option<&str>, seconds: Option<u32>) -> Result<()> {
    let is_wanted = |name| only.is_none_or(|only| only == name);
    let targets: Vec<_> = TARGETS.into_iter().filter(|(_, name, _)| is_wanted(*name)).collect();
    ensure!(!targets.is_empty() || is_wanted(PAGE), "no fuzz target {}", only.unwrap_or_default());
    let seconds = seconds.unwrap_or(SECONDS);
    for (folder, name, longest) in targets {
        setup::tool("cargo-fuzz", "cargo-fuzz", CARGO_FUZZ, 0)?;
        step(&format!("fuzz {name}"), || fuzz(folder, name, longest, seconds))?;
    }
    if is_wanted(PAGE) { page(seconds) } else { Ok(()) }
}

/// What a browser's own parsers stand before, in a browser: project files, HTML, links.
fn page(seconds: u32) -> Result<()> {
    build::site(None)?;
    let mut node = browser::node()?;
    step("fuzz the page", || run(node.args(["fuzz.mjs", "--seconds", &seconds.to_string()])))
}

/// Goes on from what earlier runs found (`target/fuzz/corpus`) and from the seeds.
fn fuzz(folder: &str, name: &str, longest: u32, seconds: u32) -> Result<()> {
    let (folder, corpus) = (root().join(folder), corpus(name));
    fs::create_dir_all(&corpus)?;
    let mut fuzz = cargo();
    fuzz.args(["fuzz", "run", "--fuzz-dir"]).arg(&folder).arg("--target-dir").arg(target().join("fuzz")).arg(name);
    fuzz.arg(&corpus).arg(folder.join("seeds").join(name)).arg("--").arg(format!("-max_total_time={seconds}"));
    fuzz.arg(format!("-max_len={longest}")).args([
        "-timeout=20",
        "-rss_limit_mb=2048",
        "-print_final_stats=1",
        "-verbosity=0",
    ]);
    // The compiler's own instruments are kept from stable releases by name only.
    run(fuzz.env("RUSTC_BOOTSTRAP", "1"))
}

fn corpus(name: &str) -> PathBuf {
    target().join("fuzz").join("corpus").join(name)
}
