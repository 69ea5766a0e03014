//! `silang pack`: a large archive analysed beforehand, in files that a site's page loads when it needs them.

mod article;
mod list;
mod shards;
mod words;

use std::fs;
use std::io;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};

use silang_core::compare::archive::Archive;
use silang_core::compare::grouped;
use silang_core::{Language, Memory};
use silang_wire::shelf::{self, Index};

pub use crate::pack::list::{Entry, Told, write_list};

use crate::pack::article::{Article, Shelf};
use crate::parallel;
use crate::record::{self, Columns, Kind, Pending, Problem};

/// Bytes, before they are packed, after which a file of articles or words ends.
pub const SHARD_SIZE: usize = 1 << 16;

/// The folder of the packed files beside the texts.
pub const FOLDER: &str = "pack";

/// What is to be packed, and where it goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pack {
    /// Files and folders with articles.
    pub from: Vec<String>,
    /// The folder that the texts, their list and the packed files are written into.
    pub out: String,
    /// What the members or columns of a record are called.
    pub columns: Columns,
    /// How many threads read articles; none for one a core.
    pub jobs: Option<NonZeroUsize>,
    /// Bytes after which a file of articles or words ends.
    pub shard_size: NonZeroUsize,
}

/// What was packed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Packed {
    /// How many articles.
    pub articles: usize,
    /// How many could not be read.
    pub problems: usize,
    /// The files, the index first, that a page needs before its reader asks for anything.
    pub first: Vec<String>,
    /// The text that stands first in the list.
    pub first_text: Option<PathBuf>,
    /// How many files all were packed into.
    pub files: usize,
}

/// Packs. What can't be read is told on standard error, and the rest goes on.
///
/// # Errors
/// When a folder can't be read, or something can't be written.
pub fn run(call: &Pack) -> io::Result<Packed> {
    let out = Path::new(&call.out);
    let folder = out.join(FOLDER);
    let files = files(&call.from)?;
    fs::create_dir_all(out)?;
    fs::create_dir_all(&folder)?;
    clear(&folder)?;
    let (shelf, problems) = read(call, files)?;
    let archive = Archive::of(&shelf.profiles);
    let (articles, words) = in_order(shelf);
    write_list(out, &articles.iter().map(|(article, _)| article.entry()).collect::<Vec<_>>())?;
    for (article, _) in &articles {
        fs::write(out.join(&article.name), article.text.as_bytes())?;
    }
    let mut writer = shards::Writer::new(folder, call.shard_size.get());
    let index = Index {
        lines: writer.lines(&articles)?,
        articles: writer.articles(&articles)?,
        words: writer.words(&words)?,
        frequent: writer.file(&silang_wire::pack(&shelf::frequent(&archive)))?,
    };
    let first = [index.lines.first(), index.articles.first()].into_iter().flatten().map(|shard| shard.sum);
    let first = std::iter::once(writer.file(&index.to_bytes())?).chain(first).map(shelf::file_name).collect();
    let first_text = articles.first().map(|(article, _)| out.join(&article.name));
    Ok(Packed { articles: articles.len(), problems, first, first_text, files: writer.files })
}

/// Takes away the files of an earlier pack, and nothing else that may stand in that folder.
fn clear(folder: &Path) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let file = entry?.path();
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        let sum = name.strip_suffix(".bin").and_then(|sum| u64::from_str_radix(sum, 16).ok());
        if sum.is_some_and(|sum| shelf::file_name(sum) == name) {
            fs::remove_file(file)?;
        }
    }
    Ok(())
}

/// Packs, and says what was done; whether every article could be read.
///
/// # Errors
/// As [`run`].
pub fn run_told(call: &Pack) -> io::Result<bool> {
    let Packed { articles, problems, first, files, .. } = run(call)?;
    let index = first.first().map(String::as_str).unwrap_or_default();
    eprintln!(
        "silang: {articles} articles packed into {files} files, {problems} not read; their index is {FOLDER}/{index}"
    );
    Ok(problems == 0)
}

/// Whether a file of this name in a folder holds articles.
pub fn holds_articles(file: &Path) -> bool {
    let name = file.to_string_lossy();
    Kind::of(&name) != Kind::Text || file.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("txt"))
}

/// Files as they are named, and in the place of folders what holds articles in them, by name.
fn files(from: &[String]) -> io::Result<Vec<String>> {
    let mut files = Vec::new();
    for place in from {
        if Path::new(place).is_dir() {
            let inside = fs::read_dir(place)?.map(|entry| entry.map(|entry| entry.path()));
            let mut inside: Vec<PathBuf> = inside.collect::<io::Result<_>>()?;
            inside.retain(|file| file.is_file() && holds_articles(file));
            inside.sort();
            files.extend(inside.iter().map(|file| file.to_string_lossy().into_owned()));
        } else {
            files.push(place.clone());
        }
    }
    Ok(files)
}

/// Reads all articles; and how many could not be read.
fn read(call: &Pack, files: Vec<String>) -> io::Result<(Shelf, usize)> {
    let language = Language::indonesian();
    let (mut shelf, mut problems) = (Shelf::default(), 0);
    let reader = || {
        let mut memory = Memory::default();
        let language = &language;
        move |pending: Pending| pending().map(|input| article::Read::new(language, &input.article, &mut memory))
    };
    let take = |read: Result<article::Read, Problem>| {
        match read {
            Ok(read) => shelf.put(read),
            Err(problem) => {
                problems += 1;
                eprintln!("silang: {}: {}", problem.place, problem.why);
            }
        }
        Ok(())
    };
    let articles = record::articles(files, false, &call.columns);
    parallel::in_order(call.jobs.unwrap_or_else(parallel::cores), articles, reader, take)?;
    Ok((shelf, problems))
}

/// The articles in the order of the list, each with the number of its event if others tell it too: the largest event
/// first, those that stand alone last. And the words, with the articles' numbers in that order.
fn in_order(shelf: Shelf) -> (Vec<(Article, Option<usize>)>, words::Words) {
    let mut events = grouped(shelf.profiles, &[]).events();
    events.sort_by_key(|event| std::cmp::Reverse(event.len()));
    let mut articles: Vec<Option<Article>> = shelf.articles.into_iter().map(Some).collect();
    let mut numbers = vec![0; articles.len()];
    let mut ordered = Vec::new();
    for (number, event) in events.into_iter().enumerate() {
        let shared = (event.len() > 1).then_some(number);
        for place in event {
            numbers[place] = ordered.len();
            ordered.extend(articles[place].take().map(|article| (article, shared)));
        }
    }
    (ordered, shelf.words.renumbered(&numbers))
}
