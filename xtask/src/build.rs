//! The site: Trunk's output, the articles it ships, and what static hosts want.

use std::fs;
use std::path::Path;

use anyhow::Result;

use crate::process::{command, root, run};
use crate::step::step;
use crate::{lean, offline, seeds, setup, shell};

/// Builds the release site into `dist/`, to be served under `public_url` (any path when not told).
pub fn site(public_url: Option<&str>) -> Result<()> {
    setup::site()?;
    let (dist, number) = (root().join("dist"), number()?);
    step("build the site with Trunk", || {
        let mut trunk = command("trunk");
        trunk.args(["build", "--release"]).env("SILANG_BUILD", &number);
        if let Some(url) = public_url {
            trunk.args(["--public-url", url]);
        }
        run(&mut trunk)?;
        lean::programs(&dist)
    })?;
    step("add the articles, and the list of all files for reading without a network", || {
        let shipped = seeds::ship(&root().join("seeds"), &dist.join("seeds"))?;
        match shipped.pack.len() {
            0 => println!("    {} articles", shipped.articles),
            _ => println!("    {} articles packed, {} could not be read", shipped.articles, shipped.unread),
        }
        shell::fill(&dist.join("index.html"), shipped.first.as_deref())?;
        // GitHub Pages leaves out files that Jekyll would.
        fs::write(dist.join(".nojekyll"), "")?;
        offline::list(&dist, &number, &shipped.pack)
    })
}

/// What the two programs of the site are made from.
const MADE_FROM: [&str; 7] = ["src", "www", "crates/core", "crates/fast", "crates/wire", "Cargo.toml", "Cargo.lock"];

/// The number of a build, by which page and worker know each other: a sum (FNV-1a) over what they are made from.
fn number() -> Result<String> {
    let mut sum = 0xcbf2_9ce4_8422_2325;
    for path in MADE_FROM {
        add(&root().join(path), &mut sum)?;
    }
    Ok(format!("{sum:016x}"))
}

/// Adds a file, or all that is in a folder, to the sum.
fn add(path: &Path, sum: &mut u64) -> Result<()> {
    if path.is_dir() {
        let mut inside =
            fs::read_dir(path)?.map(|entry| entry.map(|entry| entry.path())).collect::<Result<Vec<_>, _>>()?;
        inside.sort();
        // What tests and fuzzers leave there is no part of the site.
        inside.retain(|path| !path.ends_with("fuzz") && !path.ends_with("tests") && !path.ends_with("target"));
        return inside.iter().try_for_each(|path| add(path, sum));
    }
    for byte in fs::read(path)? {
        *sum = (*sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_number_of_a_build_is_always_the_same() {
        let number = super::number().unwrap();
        assert_eq!((number.len(), super::number().unwrap()), (16, number));
    }
}
