//! The site: Trunk's output, the articles it ships, and what static hosts want.

use std::fs;
use std::path::PathBuf;

use anyhow::Result;

use crate::process::{command, root, run};
use crate::step::step;
use crate::{seeds, setup, shell};

/// Builds the release site into `dist/`, to be served under `public_url` (any path when not told).
pub fn site(public_url: Option<&str>) -> Result<()> {
    setup::site()?;
    let dist = root().join("dist");
    step("build the site with Trunk", || {
        let mut trunk = command("trunk");
        trunk.args(["build", "--release"]);
        if let Some(url) = public_url {
            trunk.args(["--public-url", url]);
        }
        run(&mut trunk)
    })?;
    step("add the articles", || {
        let articles = seeds::ship(&root().join("seeds"), &dist.join("seeds"))?;
        println!("    {} articles", articles.len());
        shell::fill(&dist.join("index.html"), articles.first().map(PathBuf::as_path))?;
        // GitHub Pages leaves out files that Jekyll would.
        Ok(fs::write(dist.join(".nojekyll"), "")?)
    })
}
