//! `cargo xtask deny`: licences, sources, doubles and known weaknesses of everything that is built upon.

use anyhow::Result;

use crate::process::{command, root, run};
use crate::setup;
use crate::step::step;

const CARGO_DENY: &str = "0.20.2";

/// Manifests whose dependencies are looked at: the workspace's, and those of the fuzz targets, which stand outside.
const MANIFESTS: [&str; 4] =
    ["Cargo.toml", "crates/core/fuzz/Cargo.toml", "crates/cli/fuzz/Cargo.toml", "fuzz/Cargo.toml"];

/// Checks all; known weaknesses last, as their list comes over the network.
pub fn run_all() -> Result<()> {
    setup::tool("cargo-deny", "cargo-deny", CARGO_DENY, 1)?;
    for manifest in MANIFESTS {
        step(&format!("licences, sources, doubles: {manifest}"), || check(manifest, &["bans", "licenses", "sources"]))?;
    }
    step("known weaknesses", || check("Cargo.toml", &["advisories"]))
}

fn check(manifest: &str, what: &[&str]) -> Result<()> {
    let mut deny = command("cargo-deny");
    deny.args(["--workspace", "--manifest-path"])
        .arg(root().join(manifest))
        .arg("--config")
        .arg(root().join("deny.toml"));
    // What is let pass for the workspace is not in every graph.
    run(deny.args(["check", "--allow", "unmatched-skip"]).args(what))
}
