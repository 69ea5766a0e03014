//! `cargo xtask gold`: writes each gold set's `gold.jsonl` anew from the marks in its `ann/*.xml`.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, ensure};
use silang_cli::eval::marks;

use crate::process::root;

/// Renews every set of the repository.
pub fn run() -> Result<()> {
    for set in sorted(&root().join("gold"))?.into_iter().filter(|path| path.join("ann").is_dir()) {
        let lines = lines(&set)?;
        println!("{}: {} marks", set.file_name().unwrap_or_default().display(), lines.len());
        fs::write(set.join("gold.jsonl"), lines.join("\n") + "\n")?;
    }
    Ok(())
}

/// The marks of a set, one a line; the marked texts must be the raw ones, character for character.
fn lines(set: &Path) -> Result<Vec<String>> {
    let mut lines = Vec::new();
    for file in sorted(&set.join("ann"))?.into_iter().filter(|file| file.extension().is_some_and(|end| end == "xml")) {
        let stem = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let raw = fs::read_to_string(set.join("raw").join(format!("{stem}.txt"))).with_context(|| stem.clone())?;
        let (text, marks) =
            marks::parse(&fs::read_to_string(&file)?).map_err(|why| anyhow!("{}: {why}", file.display()))?;
        ensure!(text == raw, "{} marks another text than {stem}.txt", file.display());
        for mut mark in marks {
            mark.insert("doc".into(), stem.clone().into());
            lines.push(serde_json::to_string(&mark)?);
        }
    }
    Ok(lines)
}

fn sorted(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).with_context(|| format!("{}", folder.display()))?;
    let mut paths = entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    paths.sort();
    Ok(paths)
}
