//! `cargo xtask bench`: how fast the core is and how large the site.

use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::Result;
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::process::{self, cargo, root};
use crate::step::step;
use crate::{browser, build};

/// Measures the core on this machine, the size of the site's files, how soon the page is ready, and how
/// soon it is painted anew.
pub fn run() -> Result<()> {
    step("speed of the core", || {
        process::run(cargo().args(["bench", "--quiet", "--locked", "--package", "silang-core"]))
    })?;
    build::site(None)?;
    step("size of the site", || sizes(&root().join("dist")))?;
    step("time to ready in Chromium", browser::time_to_ready)?;
    step("repaint after a switch of layers in Chromium", browser::time_to_repaint)
}

/// Prints each file's size, as it is and as a host sends it.
fn sizes(dist: &Path) -> Result<()> {
    println!("{:>12}{:>12}  file", "bytes", "gzip");
    let mut total = (0, 0);
    let mut files: Vec<_> = fs::read_dir(dist)?.collect::<std::io::Result<Vec<_>>>()?;
    files.sort_by_key(fs::DirEntry::path);
    for file in files.iter().filter(|file| file.path().is_file()) {
        let bytes = fs::read(file.path())?;
        let packed = gzip_size(&bytes)?;
        println!("{:>12}{:>12}  {}", bytes.len(), packed, file.file_name().to_string_lossy());
        total = (total.0 + bytes.len(), total.1 + packed);
    }
    println!("{:>12}{:>12}  all, without the articles", total.0, total.1);
    Ok(())
}

fn gzip_size(bytes: &[u8]) -> Result<usize> {
    let mut packer = GzEncoder::new(Vec::new(), Compression::best());
    packer.write_all(bytes)?;
    Ok(packer.finish()?.len())
}
