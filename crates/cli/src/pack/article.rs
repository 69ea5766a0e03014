//! The articles of a pack, as they are read.

use std::collections::{BTreeSet, HashMap};
use std::rc::Rc;

use silang_core::compare::profile::Profile;
use silang_core::facts::Facts;
use silang_core::{Language, Memory, analyze_with};
use silang_wire::shelf::{self, Brief, Line, Packed, Told};
use silang_wire::{Bytes, pack};

use crate::pack::list::Entry;
use crate::pack::words::Words;

/// The longest name of a file, in bytes, that every system takes.
const LONGEST: usize = 200;

/// An article with what was found in it, as a thread leaves it.
pub struct Read {
    text: String,
    told: Told,
    facts: Facts,
    profile: Profile,
    words: BTreeSet<String>,
}

impl Read {
    /// Reads an article.
    pub fn new(language: &Language, article: &silang_core::Article, memory: &mut Memory) -> Self {
        let analysis = analyze_with(language, article, memory);
        let facts = Facts::from(&analysis);
        let profile = Profile::of(&language.compare.lexicon, &analysis);
        let mut words: BTreeSet<String> = shelf::words(&article.text).collect();
        let called = facts.mentions.iter().map(|fact| &fact.entity);
        let called = called.chain(facts.statements.iter().map(|fact| &fact.speaker));
        words.extend(called.flat_map(|name| shelf::words(name)));
        let published = article.published.map(|day| day.to_string());
        let told = Told { title: article.title.clone(), outlet: article.outlet.clone(), published };
        Self { text: article.text.clone(), told, facts, profile, words }
    }
}

/// An article with what was found in it, packed.
pub struct Article {
    /// Its name, which can be a file's.
    pub name: String,
    /// Its text.
    pub text: Rc<str>,
    told: Told,
    brief: Brief,
    facts: Vec<u8>,
}

impl Article {
    fn new(name: String, text: Rc<str>, told: Told, facts: &mut Facts) -> Self {
        name.clone_into(&mut facts.doc);
        let names: BTreeSet<&str> = facts.mentions.iter().map(|fact| fact.entity.as_str()).collect();
        let brief = Brief::new(facts, names.len());
        Self { name, text, told, brief, facts: pack(facts) }
    }

    /// Its line in the list of a site's texts.
    pub fn entry(&self) -> Entry {
        let Brief { title, outlet, published, .. } = self.brief.clone();
        Entry {
            file: self.name.clone(),
            title,
            outlet,
            published,
            bytes: self.text.len() as u64,
            told: (&self.told).into(),
        }
    }

    /// Its line in the list of a pack.
    pub fn line(&self, event: Option<usize>) -> Line {
        let sum = shelf::sum(self.text.as_bytes());
        let mut brief = self.brief.clone();
        if brief.title.is_empty() {
            // As the page does.
            self.text.trim_start().lines().next().unwrap_or_default().clone_into(&mut brief.title);
        }
        Line { name: self.name.clone(), sum, event, told: self.told.clone(), brief }
    }

    /// It as a pack holds it.
    pub fn packed(&self) -> Packed {
        let facts = Bytes(self.facts.clone());
        Packed { name: self.name.clone(), told: self.told.clone(), text: self.text.clone(), facts }
    }
}

/// All articles that were read, in order.
#[derive(Default)]
pub struct Shelf {
    /// The articles.
    pub articles: Vec<Article>,
    /// What grouping needs to know of each.
    pub profiles: Vec<Profile>,
    /// The words by which they are found.
    pub words: Words,
    by_text: HashMap<Rc<str>, usize>,
    names: BTreeSet<String>,
}

impl Shelf {
    /// Puts an article at the end, under a name that no other has, unless its text is there already.
    pub fn put(&mut self, mut read: Read) {
        let text: Rc<str> = read.text.into();
        if let Some(twin) = self.by_text.get(&text).and_then(|&twin| self.articles.get(twin)) {
            eprintln!("silang: {}: has the same text as {}, so it is left out", read.facts.doc, twin.name);
            return;
        }
        let number = self.articles.len();
        let name = free_name(&read.facts.doc, |name| self.names.contains(name));
        self.names.insert(name.clone());
        self.words.add(number, read.words.into_iter().chain([shelf::word_of_name(&name)]));
        self.by_text.insert(text.clone(), number);
        self.articles.push(Article::new(name, text, read.told, &mut read.facts));
        self.profiles.push(read.profile);
    }
}

/// A name for a file of text that every system takes, as like as can be to the one that is wanted.
fn free_name(wanted: &str, is_taken: impl Fn(&str) -> bool) -> String {
    let fits = |letter: char| !letter.is_control() && !r#"/\:*?"<>|"#.contains(letter);
    let mut name: String = wanted.chars().map(|letter| if fits(letter) { letter } else { '_' }).collect();
    if name.len() > LONGEST {
        name.truncate(name.floor_char_boundary(LONGEST));
    }
    if name.is_empty() || name.starts_with('.') {
        name.insert(0, '_');
    }
    let is_other = [".json", ".html", ".htm", ".md", ".markdown", ".zip"]
        .iter()
        .any(|ending| name.to_lowercase().ends_with(ending));
    if is_other || name == super::FOLDER {
        name.push_str(".txt");
    }
    let (stem, ending) = match name.rsplit_once('.') {
        Some((stem, ending)) if !stem.is_empty() => (stem, [".", ending].concat()),
        _ => (name.as_str(), String::new()),
    };
    let mut names = std::iter::once(name.clone()).chain((2..).map(|number| format!("{stem} ({number}){ending}")));
    names.find(|name| !is_taken(name)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::free_name;

    #[test]
    fn names_can_be_those_of_files() {
        let name = |wanted: &str| free_name(wanted, |name| name == "a.txt");
        for (wanted, given) in [
            ("b.txt", "b.txt"),
            ("a.txt", "a (2).txt"),
            ("a.jsonl:12", "a.jsonl_12"),
            ("https://contoh.com/berita?id=1", "https___contoh.com_berita_id=1"),
            ("../etc", "_.._etc"),
            ("", "_"),
            ("index.json", "index.json.txt"),
            ("pack", "pack.txt"),
        ] {
            assert_eq!(name(wanted), given);
        }
        assert!(name(&"é".repeat(300)).len() <= 200);
    }
}
