//! The articles that a site ships, and their list; many of them are packed.

use std::fs;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use silang_cli::input;
use silang_cli::pack::{self, Entry, Pack};
use silang_cli::record::{Columns, Kind};
use silang_core::facts::Facts;
use silang_core::{Language, analyze};

/// Articles up to which a site ships their texts alone, and its readers' browsers read them.
const FEW: usize = 200;

/// What a site ships.
#[derive(Default)]
pub struct Shipped {
    /// How many articles.
    pub articles: usize,
    /// How many of those that are packed could not be read; one of a few stops the build.
    pub unread: usize,
    /// The text that stands first in the list.
    pub first: Option<PathBuf>,
    /// When they are packed the files, beside their list, that a page needs before its reader asks for anything; the
    /// index is the first.
    pub pack: Vec<String>,
}

/// Ships the articles of the folder `from` in `to`, listed in `to/index.json`. Many, or such as stand in files of
/// many, are packed.
pub fn ship(from: &Path, to: &Path) -> Result<Shipped> {
    let files = files(from)?;
    let are_texts = files.iter().all(|file| Kind::of(&file.to_string_lossy()) == Kind::Text);
    if are_texts && files.len() <= FEW { texts(&files, to) } else { packed(from, to) }
}

fn texts(files: &[PathBuf], to: &Path) -> Result<Shipped> {
    fs::create_dir_all(to)?;
    let language = Language::indonesian();
    let mut list = Vec::new();
    for file in files {
        let entry = entry(&language, file).with_context(|| format!("{}", file.display()))?;
        fs::copy(file, to.join(&entry.file))?;
        list.push(entry);
    }
    pack::write_list(to, &list)?;
    Ok(Shipped { articles: files.len(), first: files.first().cloned(), ..Shipped::default() })
}

fn packed(from: &Path, to: &Path) -> Result<Shipped> {
    let packed = pack::run(&Pack {
        from: vec![from.to_string_lossy().into_owned()],
        out: to.to_string_lossy().into_owned(),
        columns: Columns::default(),
        jobs: None,
        shard_size: NonZeroUsize::new(pack::SHARD_SIZE).context("files of no size")?,
    })?;
    let first = packed.first.iter().map(|file| format!("{}/{file}", pack::FOLDER)).collect();
    Ok(Shipped { articles: packed.articles, unread: packed.problems, first: packed.first_text, pack: first })
}

fn files(from: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(from).with_context(|| format!("{}", from.display()))? {
        files.push(entry?.path());
    }
    files.retain(|file| pack::holds_articles(file));
    files.sort();
    Ok(files)
}

fn entry(language: &Language, file: &Path) -> Result<Entry> {
    let article = input::read(&file.to_string_lossy())?.article;
    let facts = Facts::from(&analyze(language, &article));
    let bytes = fs::metadata(file)?.len();
    let Facts { doc: file, title, outlet, published, .. } = facts;
    Ok(Entry { file, title, outlet, published, bytes, told: pack::Told::default() })
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{FEW, ship};

    #[test]
    fn few_are_shipped_as_texts_and_many_are_packed() {
        let folder = std::env::temp_dir().join(format!("silang-seeds-{}", std::process::id()));
        let shipped = |name: &str, files: usize, records: &str| {
            let (from, to) = (folder.join(name), folder.join(name).join("to"));
            fs::create_dir_all(&from).unwrap();
            (0..files).for_each(|number| {
                fs::write(from.join(format!("{number:03}.txt")), format!("Kabar {number}.\n")).unwrap();
            });
            if !records.is_empty() {
                fs::write(from.join("more.jsonl"), records).unwrap();
            }
            let shipped = ship(&from, &to).unwrap();
            let list: Vec<serde_json::Value> =
                serde_json::from_slice(&fs::read(to.join("index.json")).unwrap()).unwrap();
            assert_eq!((list.len(), to.join("000.txt").exists()), (shipped.articles, true));
            assert!(shipped.pack.iter().all(|file| to.join(file).exists()));
            (shipped.articles, shipped.unread, shipped.pack.len())
        };
        assert_eq!(shipped("few", 3, ""), (3, 0, 0));
        assert_eq!(shipped("many", FEW + 1, ""), (FEW + 1, 0, 3));
        assert_eq!(shipped("records", 1, "{\"text\": \"Hujan.\"}\noops\n"), (2, 1, 3));
        fs::remove_dir_all(folder).unwrap();
    }
}
