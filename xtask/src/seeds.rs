//! The articles that a site ships, and their list.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde::Serialize;
use silang_cli::input;
use silang_core::facts::Facts;
use silang_core::{Language, analyze};

/// One article in `seeds/index.json`.
#[derive(Serialize)]
struct Entry {
    file: String,
    title: String,
    outlet: String,
    published: String,
    bytes: u64,
}

/// Copies the text files of `from` into `to` and lists them in `to/index.json`; gives the files in that order.
pub fn ship(from: &Path, to: &Path) -> Result<Vec<PathBuf>> {
    fs::create_dir_all(to)?;
    let language = Language::indonesian();
    let (files, mut list) = (texts(from)?, Vec::new());
    for file in &files {
        let entry = entry(&language, file).with_context(|| format!("{}", file.display()))?;
        fs::copy(file, to.join(&entry.file))?;
        list.push(entry);
    }
    fs::write(to.join("index.json"), serde_json::to_string_pretty(&list)? + "\n")?;
    Ok(files)
}

fn texts(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("{}", folder.display()))? {
        files.push(entry?.path());
    }
    files.retain(|file| file.extension() == Some(OsStr::new("txt")));
    files.sort();
    Ok(files)
}

fn entry(language: &Language, file: &Path) -> Result<Entry> {
    let article = input::read(&file.to_string_lossy())?.article;
    let facts = Facts::from(&analyze(language, &article));
    let bytes = fs::metadata(file)?.len();
    Ok(Entry { file: facts.doc, title: facts.title, outlet: facts.outlet, published: facts.published, bytes })
}
