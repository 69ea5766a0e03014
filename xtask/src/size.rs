//! `cargo xtask size`: what takes the bytes of the site, and whether it keeps to its budgets.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::process::{cargo, root, run, target};
use crate::step::step;
use crate::wasm::Module;
use crate::{build, setup};

/// Modules of code that are told of one by one.
const SHOWN: usize = 30;

/// Builds the site, and the worker with the names of its functions, and tells what takes the bytes.
pub fn run_all() -> Result<()> {
    build::site(None)?;
    step("size of the site", || files(&root().join("dist")))?;
    step("parts against their budgets", check)?;
    step("code of the worker", worker)
}

/// Prints each file's size, as it is and as a host sends it.
pub fn files(dist: &Path) -> Result<()> {
    println!("{:>12}{:>12}  file", "bytes", "gzip");
    let mut total = (0, 0);
    for (name, bytes) in read(dist)? {
        let packed = gzip_size(&bytes)?;
        println!("{:>12}{:>12}  {name}", bytes.len(), packed);
        total = (total.0 + bytes.len(), total.1 + packed);
    }
    println!("{:>12}{:>12}  all, without the articles", total.0, total.1);
    Ok(())
}

/// Whether each part of the site in `dist/` keeps to `xtask/budgets.tsv`.
pub fn check() -> Result<()> {
    let files = read(&root().join("dist"))?;
    let budgets = fs::read_to_string(root().join("xtask").join("budgets.tsv"))?;
    println!("{:>12}{:>12}{:>12}  part", "gzip", "most", "aim");
    let mut over = Vec::new();
    for row in budgets.lines().filter(|row| !row.starts_with('#')).skip(1) {
        let fields: Vec<&str> = row.split('\t').collect();
        let [part, prefixes, most, aim] = fields[..] else { anyhow::bail!("not four fields: {row}") };
        let size = packed(&files, prefixes)?;
        println!("{size:>12}{most:>12}{aim:>12}  {part}");
        if size > most.parse().with_context(|| format!("no number: {most}"))? {
            over.push(part);
        }
    }
    ensure!(over.is_empty(), "larger than xtask/budgets.tsv allows: {}", over.join(", "));
    Ok(())
}

/// The gzipped size of the files whose names begin in one of these ways.
fn packed(files: &BTreeMap<String, Vec<u8>>, prefixes: &str) -> Result<usize> {
    let own = files.iter().filter(|(name, _)| prefixes.split(' ').any(|prefix| name.starts_with(prefix)));
    own.map(|(_, bytes)| gzip_size(bytes)).sum()
}

fn worker() -> Result<()> {
    setup::wasm_target()?;
    let own = target().join("size");
    let mut build = cargo();
    build.args(["rustc", "--quiet", "--locked", "--profile", "site", "--target", "wasm32-unknown-unknown"]);
    build.args(["--package", "silang", "--bin", "worker", "--config", "profile.site.strip='none'"]);
    run(build.arg("--target-dir").arg(&own))?;
    let bytes = fs::read(own.join("wasm32-unknown-unknown").join("site").join("worker.wasm"))?;
    let module = Module::read(&bytes).context("worker.wasm is no module")?;
    println!("{:>12}{:>12}  section", "bytes", "gzip");
    for (name, section) in [("code", module.code), ("data", module.data)] {
        println!("{:>12}{:>12}  {name}", section.len(), gzip_size(section)?);
    }
    let mut modules: Vec<(usize, String)> = module.by_path().into_iter().map(|(path, size)| (size, path)).collect();
    modules.sort_by(|a, b| b.cmp(a));
    println!("{:>12}  module", "bytes");
    for (size, path) in modules.iter().take(SHOWN) {
        println!("{size:>12}  {path}");
    }
    Ok(())
}

fn read(dist: &Path) -> Result<BTreeMap<String, Vec<u8>>> {
    let mut files = BTreeMap::new();
    for file in fs::read_dir(dist)? {
        let file = file?;
        if file.path().is_file() {
            files.insert(file.file_name().to_string_lossy().into_owned(), fs::read(file.path())?);
        }
    }
    Ok(files)
}

fn gzip_size(bytes: &[u8]) -> Result<usize> {
    let mut packer = GzEncoder::new(Vec::new(), Compression::best());
    packer.write_all(bytes)?;
    Ok(packer.finish()?.len())
}
