//! `cargo xtask bench`: how fast the core is and how large the site.

use anyhow::Result;

use crate::process::{self, cargo, root};
use crate::step::step;
use crate::{browser, build, size};

/// Measures the core on this machine, the size of the site's files, how soon the page is ready, and how
/// soon it is painted anew.
pub fn run() -> Result<()> {
    step("speed of the core", || {
        process::run(cargo().args(["bench", "--quiet", "--locked", "--package", "silang-core"]))
    })?;
    build::site(None)?;
    step("size of the site", || size::files(&root().join("dist")))?;
    step("time to ready in Chromium", browser::time_to_ready)?;
    step("repaint after a switch of layers in Chromium", browser::time_to_repaint)
}
