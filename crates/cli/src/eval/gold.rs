//! Reading hand-marked articles.
//!
//! A gold set is a folder with `raw/*.txt` (the articles), `gold.jsonl` (the marks, as byte offsets) and, where articles
//! were compared, `ann/*.json` (same utterances, differences, events). `learned.txt` names the articles that a model has
//! learnt from, if any.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use serde::de::DeserializeOwned;
use silang_core::Article;
use silang_core::entity::mention::EntityKind;
use silang_core::facts::At;
use silang_core::statement::StatementKind;

use crate::input;

/// A folder of hand-marked articles.
#[derive(Debug, Default)]
pub struct GoldSet {
    /// The folder's name.
    pub name: String,
    /// The articles, by name.
    pub articles: Vec<GoldArticle>,
    /// What people found by comparing them.
    pub groups: Vec<GoldGroup>,
    /// Names of articles that a model has learnt from.
    learned: BTreeSet<String>,
}

/// An article with its marks, each layer in the order of the text.
#[derive(Clone, Debug, Default)]
pub struct GoldArticle {
    /// The article.
    pub article: Article,
    /// People, organisations, places.
    pub names: Vec<GoldName>,
    /// Time expressions.
    pub times: Vec<GoldTime>,
    /// Statements.
    pub statements: Vec<GoldStatement>,
    /// What is not the article's own body.
    pub furniture: Vec<At>,
}

impl GoldArticle {
    /// The file's name without ".txt".
    pub fn stem(&self) -> &str {
        stem(&self.article.name)
    }

    fn add(&mut self, mark: Mark) {
        let at = mark.at;
        match mark.tag {
            Tag::P => self.names.push(GoldName { at, kind: EntityKind::Person, entity: mark.e, text: mark.text }),
            Tag::O => self.names.push(GoldName { at, kind: EntityKind::Organization, entity: mark.e, text: mark.text }),
            Tag::L => self.names.push(GoldName { at, kind: EntityKind::Location, entity: mark.e, text: mark.text }),
            Tag::T => self.times.push(GoldTime { at, value: mark.v }),
            Tag::S => {
                let kind = statement_kind(&mark.k);
                self.statements.push(GoldStatement { at, kind, speaker: mark.w, speaker_text: mark.wt });
            }
            Tag::B => self.furniture.push(at),
        }
    }
}

/// A marked name.
#[derive(Clone, Debug)]
pub struct GoldName {
    /// Where it stands.
    pub at: At,
    /// What kind of thing it names.
    pub kind: EntityKind,
    /// The fullest name.
    pub entity: String,
    /// Its characters.
    pub text: String,
}

/// A marked time expression.
#[derive(Clone, Debug)]
pub struct GoldTime {
    /// Where it stands.
    pub at: At,
    /// EDTF or ISO 8601.
    pub value: String,
}

/// A marked statement.
#[derive(Clone, Debug)]
pub struct GoldStatement {
    /// What was said.
    pub at: At,
    /// Direct, indirect or mixed.
    pub kind: StatementKind,
    /// Who said it; "?" when unknown.
    pub speaker: String,
    /// The words that name the speaker there.
    pub speaker_text: String,
}

/// What people found by comparing articles.
#[derive(Debug, Deserialize)]
pub struct GoldGroup {
    /// Its name; without `events`, the articles called GROUP-… tell one event.
    pub group: String,
    /// Articles grouped by event.
    pub events: Option<Vec<Vec<String>>>,
    /// Statements that are the same utterance, as ARTICLE:NUMBER counted from 1.
    pub statements: Vec<Vec<String>>,
    /// What is told differently.
    pub differences: Vec<GoldDifference>,
}

/// Something told differently.
#[derive(Debug, Deserialize)]
pub struct GoldDifference {
    /// The tellings.
    pub values: Vec<GoldTelling>,
}

/// One telling: a place, or words to be looked up in the article.
#[derive(Debug, Deserialize)]
pub struct GoldTelling {
    /// The article.
    pub doc: String,
    /// Its words there.
    #[serde(default)]
    pub text: String,
    /// Where they stand, if told.
    #[serde(flatten)]
    pub at: Option<At>,
}

#[derive(Clone, Copy, Deserialize)]
enum Tag {
    P,
    O,
    L,
    T,
    S,
    B,
}

#[derive(Deserialize)]
struct Mark {
    tag: Tag,
    doc: String,
    #[serde(flatten)]
    at: At,
    text: String,
    #[serde(default)]
    e: String,
    #[serde(default)]
    v: String,
    #[serde(default)]
    k: String,
    #[serde(default)]
    w: String,
    #[serde(default)]
    wt: String,
}

/// A file's name without folders and ".txt".
pub fn stem(name: &str) -> &str {
    let base = name.rsplit('/').next().unwrap_or(name);
    base.strip_suffix(".txt").unwrap_or(base)
}

impl GoldSet {
    /// Reads the set in a folder.
    ///
    /// # Errors
    /// When a file can't be read or does not hold what it should; the message names the file.
    pub fn read(folder: &Path) -> io::Result<Self> {
        let name = folder.file_name().unwrap_or(folder.as_os_str()).to_string_lossy().into_owned();
        let mut set = Self { name, ..Self::default() };
        for file in files(&folder.join("raw"), "txt")? {
            let article = input::read(&file.to_string_lossy()).map_err(|why| in_file(&file, &why))?.article;
            set.articles.push(GoldArticle { article, ..GoldArticle::default() });
        }
        set.add_marks(&folder.join("gold.jsonl"))?;
        for file in files(&folder.join("ann"), "json")? {
            set.groups.push(parse(&file, &read_text(&file)?)?);
        }
        let learned = folder.join("learned.txt");
        if learned.is_file() {
            set.learned =
                read_text(&learned)?.lines().filter(|line| !line.starts_with('#')).map(str::to_owned).collect();
        }
        Ok(set)
    }

    /// The articles that nothing has learnt from; `None` where that is all of them. They are not compared.
    pub fn held_out(&self) -> Option<Self> {
        let unseen = |article: &&GoldArticle| !self.learned.contains(article.stem());
        let articles: Vec<_> = self.articles.iter().filter(unseen).cloned().collect();
        let name = format!("{}-held-out", self.name);
        (articles.len() < self.articles.len()).then(|| Self { name, articles, ..Self::default() })
    }

    /// Where a telling stands; `None` when the set has no such article or words.
    pub fn place<'a>(&self, telling: &'a GoldTelling) -> Option<(&'a str, At)> {
        let doc = stem(&telling.doc);
        let article = self.articles.iter().find(|article| article.stem() == doc)?;
        let look_up = || {
            let start = article.article.text.find(&telling.text)?;
            Some(At { start, end: start + telling.text.len() })
        };
        Some((doc, telling.at.or_else(look_up)?))
    }

    fn add_marks(&mut self, file: &Path) -> io::Result<()> {
        for line in read_text(file)?.lines().filter(|line| !line.trim().is_empty()) {
            let mark: Mark = parse(file, line)?;
            let article = self.articles.iter_mut().find(|article| article.stem() == mark.doc);
            article.ok_or_else(|| in_file(file, &format!("no article {}", mark.doc)))?.add(mark);
        }
        Ok(())
    }
}

fn statement_kind(name: &str) -> StatementKind {
    match name {
        "direct" => StatementKind::Direct,
        "mixed" => StatementKind::Mixed,
        _ => StatementKind::Indirect,
    }
}

/// The files of a folder that end so, by name.
fn files(folder: &Path, extension: &str) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(|why| in_file(folder, &why))? {
        files.push(entry?.path());
    }
    files.retain(|file| file.extension() == Some(OsStr::new(extension)));
    files.sort();
    Ok(files)
}

fn read_text(file: &Path) -> io::Result<String> {
    fs::read_to_string(file).map_err(|why| in_file(file, &why))
}

fn parse<T: DeserializeOwned>(file: &Path, json: &str) -> io::Result<T> {
    serde_json::from_str(json).map_err(|why| in_file(file, &why))
}

fn in_file(file: &Path, why: &dyn std::fmt::Display) -> io::Error {
    io::Error::other(format!("{}: {why}", file.display()))
}
