//! Labelled texts: articles with inline marks kept beside them, and sentences in columns.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::Path;

use serde_json::Value;
use silang_core::Span;
use silang_core::entity::mention::EntityKind;

/// A text whose names are marked.
#[derive(Clone, Debug)]
pub struct Marked {
    /// Its name.
    pub name: String,
    /// What it is left out together with: a topic or an outlet.
    pub group: String,
    /// Its text.
    pub text: String,
    /// Its names, in order.
    pub marks: Vec<Mark>,
    /// Stretches that are not the article's own body; nothing is marked there.
    pub walls: Vec<Span>,
    /// Whose conventions the marks follow; 0 is ours.
    pub domain: u32,
}

/// A marked name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mark {
    /// Where it stands.
    pub span: Span,
    /// What kind of thing it names.
    pub kind: EntityKind,
    /// The full name of what it names; empty when not told.
    pub entity: String,
}

impl Marked {
    /// A text of ours without marks, of the group that the first two letters of its name tell.
    pub fn new(name: String, text: String) -> Self {
        let group = name.chars().take(2).collect();
        Self { name, group, text, marks: Vec::new(), walls: Vec::new(), domain: 0 }
    }
}

fn broken(why: impl std::fmt::Display) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, why.to_string())
}

/// The articles of a gold folder: `raw/*.txt` and `gold.jsonl`.
pub fn gold(folder: &Path) -> io::Result<Vec<Marked>> {
    let mut articles: BTreeMap<String, Marked> = BTreeMap::new();
    for entry in fs::read_dir(folder.join("raw"))? {
        let path = entry?.path();
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let text = fs::read_to_string(&path)?;
        articles.insert(name.clone(), Marked::new(name, text));
    }
    for line in fs::read_to_string(folder.join("gold.jsonl"))?.lines() {
        let tag: Value = serde_json::from_str(line)?;
        let Some(article) = tag["doc"].as_str().and_then(|doc| articles.get_mut(doc)) else { continue };
        let at = |field: &str| tag[field].as_u64().unwrap_or_default() as usize;
        let span = Span::new(at("start"), at("end"));
        match kind(tag["tag"].as_str().unwrap_or_default()) {
            Some(kind) => {
                let entity = tag["e"].as_str().unwrap_or_default().to_owned();
                article.marks.push(Mark { span, kind, entity });
            }
            None if tag["tag"] == "B" => article.walls.push(span),
            None => {}
        }
    }
    articles.values_mut().for_each(|article| article.marks.sort());
    Ok(articles.into_values().collect())
}

/// The kind that a label names.
pub fn kind(name: &str) -> Option<EntityKind> {
    match name {
        "P" | "PER" | "PERSON" => Some(EntityKind::Person),
        "O" | "ORG" | "ORGANISATION" => Some(EntityKind::Organization),
        "L" | "LOC" | "PLACE" => Some(EntityKind::Location),
        _ => None,
    }
}

/// The sentences of a column file (word first, IOB label last), written out as running text.
pub fn columns(file: &Path, domain: u32) -> io::Result<Vec<Marked>> {
    let table = fs::read_to_string(file)?;
    let mut sentences = Vec::new();
    let mut sentence = Running::default();
    for (number, line) in table.lines().chain([""]).enumerate() {
        let mut fields = line.split([' ', '\t']).filter(|field| !field.is_empty());
        match (fields.next(), fields.next_back()) {
            (Some(word), Some(label)) => sentence.push(word, label),
            (Some(word), None) => return Err(broken(format!("{}: no label for {word}", file.display()))),
            _ if !sentence.text.is_empty() => {
                sentences.push(std::mem::take(&mut sentence).done(number, domain));
            }
            _ => {}
        }
    }
    Ok(sentences)
}

/// A sentence that grows word by word.
#[derive(Default)]
struct Running {
    text: String,
    marks: Vec<Mark>,
    quoted: bool,
    tight: bool,
}

impl Running {
    fn push(&mut self, word: &str, label: &str) {
        let quote = matches!(word, "\"" | "``" | "''" | "“" | "”");
        let closes = matches!(word, "." | "," | ";" | ":" | "!" | "?" | ")" | "]" | "%" | "”") || quote && self.quoted;
        if !self.text.is_empty() && !closes && !self.tight {
            self.text.push(' ');
        }
        let start = self.text.len();
        self.text.push_str(if quote { "\"" } else { word });
        self.tight = matches!(word, "(" | "[" | "“") || quote && !self.quoted;
        self.quoted ^= quote;
        let (part, name) = label.split_once('-').unwrap_or(("O", ""));
        let Some(kind) = kind(name) else { return };
        let span = Span::new(start, self.text.len());
        match self.marks.last_mut() {
            Some(last) if part == "I" && last.kind == kind && last.span.end() + 1 >= start => {
                last.span = last.span.cover(span);
            }
            _ => self.marks.push(Mark { span, kind, entity: String::new() }),
        }
    }

    fn done(self, number: usize, domain: u32) -> Marked {
        Marked { marks: self.marks, domain, ..Marked::new(format!("{domain}-{number}"), self.text) }
    }
}

/// The articles of a corpus (JSON lines with `id` and `text`) for which `marks` tells names: a table of
/// article, first and one past the last character, and kind. Characters are counted without white space,
/// so that the marks fit the corpus however its sentences were joined.
pub fn standoff(marks: &Path, corpus: &Path) -> io::Result<Vec<Marked>> {
    let mut told: BTreeMap<String, Vec<(usize, usize, EntityKind)>> = BTreeMap::new();
    for line in fs::read_to_string(marks)?.lines().filter(|line| !line.starts_with('#')) {
        let fields: Vec<&str> = line.split('\t').collect();
        let [article, start, end, name] = fields.as_slice() else { return Err(broken(line)) };
        let of_article = told.entry((*article).to_owned()).or_default();
        let (Ok(start), Ok(end)) = (start.parse(), end.parse()) else { continue };
        of_article.push((start, end, kind(name).ok_or_else(|| broken(line))?));
    }
    let texts = plain(corpus, None)?.into_iter();
    let marked = texts.filter_map(|text| told.remove(&text.name).map(|marks| place(text, &marks)));
    Ok(marked.collect())
}

/// Puts marks counted in characters without white space where they stand in a text.
fn place(mut text: Marked, marks: &[(usize, usize, EntityKind)]) -> Marked {
    let black = text.text.char_indices().filter(|(_, c)| !c.is_whitespace());
    let bounds: Vec<(usize, usize)> = black.map(|(at, c)| (at, at + c.len_utf8())).collect();
    let span = |start: usize, end: usize| Some(Span::new(bounds.get(start)?.0, bounds.get(end.checked_sub(1)?)?.1));
    let marks = marks.iter().filter_map(|&(start, end, kind)| span(start, end).map(|span| (span, kind)));
    text.marks = marks.map(|(span, kind)| Mark { span, kind, entity: String::new() }).collect();
    text.marks.sort();
    text
}

/// The articles that only measure: names from here on in the manifest of a gold folder.
const HELD_OUT: &str = "n073";

/// The texts of a file with one JSON object a line (`id`, `text`), without marks, and without those
/// that `manifest` keeps for measuring.
pub fn plain(file: &Path, manifest: Option<&Path>) -> io::Result<Vec<Marked>> {
    let mut held_out = BTreeSet::new();
    if let Some(manifest) = manifest {
        let list: Value = serde_json::from_str(&fs::read_to_string(manifest)?)?;
        let held = |entry: &&Value| entry["doc"].as_str().is_some_and(|doc| doc >= HELD_OUT);
        let entries = list.as_array().into_iter().flatten().filter(held);
        held_out.extend(entries.filter_map(|entry| entry["id"].as_str().map(str::to_owned)));
    }
    let mut texts = Vec::new();
    for line in fs::read_to_string(file)?.lines() {
        let article: Value = serde_json::from_str(line)?;
        let field = |name: &str| article[name].as_str().unwrap_or_default().to_owned();
        if !held_out.contains(&field("id")) {
            texts.push(Marked { group: field("outlet"), ..Marked::new(field("id"), field("text")) });
        }
    }
    Ok(texts)
}
