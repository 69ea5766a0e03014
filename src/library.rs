//! The articles on the page.

use silang_core::Span;
use silang_core::facts::{DocAt, Facts};

use crate::corrections::{self, About, Correction};
use crate::engine::protocol::Source;
use crate::layout::{self, Block};
use crate::order;
use crate::shared::Shared;

/// Where an article came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The site ships it.
    Seed,
    /// The reader added it on an earlier visit.
    Saved,
    /// The reader added it now.
    New,
}

/// One article.
#[derive(Clone, Debug, PartialEq)]
pub struct Article {
    /// Its name and text.
    pub source: Source,
    /// Its text, in the form that views share.
    pub text: Shared<String>,
    /// Where it came from.
    pub origin: Origin,
    /// How many people, organisations and places it names.
    pub names: usize,
    /// Its paragraphs with their marks, once it was read.
    pub blocks: Shared<Vec<Block>>,
    /// What was found in it, before the reader set anything right.
    pub raw: Option<Shared<Facts>>,
    /// What was found in it, once it was read, as the reader set it right.
    pub facts: Option<Shared<Facts>>,
    /// Whether the worker died over it.
    pub failed: bool,
    /// Whether the browser keeps it for the next visit.
    pub kept: bool,
    /// What the reader says it is.
    pub about: Option<About>,
}

impl Article {
    /// An article that was not read yet.
    pub fn new(source: Source, origin: Origin) -> Self {
        let text = Shared::new(source.text.clone());
        let kept = origin == Origin::Saved;
        Self {
            source,
            text,
            origin,
            names: 0,
            blocks: Shared::default(),
            raw: None,
            facts: None,
            failed: false,
            kept,
            about: None,
        }
    }

    /// Takes in what was found.
    pub fn found(&mut self, raw: Facts, corrections: &[Correction]) {
        self.raw = Some(Shared::new(raw));
        self.correct(corrections);
    }

    /// What the worker is to read.
    pub fn to_read(&self) -> Source {
        let mut source = self.source.clone();
        let told = |text: &String| (!text.is_empty()).then(|| text.clone());
        if let Some(about) = &self.about {
            source.title = told(&about.title).or(source.title);
            source.outlet = told(&about.outlet).or(source.outlet);
            source.published = told(&about.published).or(source.published);
        }
        source
    }

    /// Takes in what the reader says the article is; when that is new, it is to be read again.
    fn describe(&mut self, corrections: &[Correction]) {
        let own = |correction: &Correction| match correction {
            Correction::About(about) if about.doc == self.source.name => Some(about.clone()),
            _ => None,
        };
        let about = corrections.iter().rev().find_map(own);
        if about != self.about {
            self.about = about;
            self.raw = None;
            self.facts = None;
        }
    }

    /// Sets what was found right.
    pub fn correct(&mut self, corrections: &[Correction]) {
        self.describe(corrections);
        let Some(raw) = &self.raw else { return };
        let facts = corrections::apply(raw, corrections);
        self.names = names(&facts);
        self.blocks = Shared::new(layout::blocks(&self.source.text, &facts));
        self.facts = Some(Shared::new(facts));
        self.failed = false;
    }

    /// Its headline; until it was read, its first line.
    pub fn title(&self) -> &str {
        let found = self.facts.as_deref().map_or("", |facts| facts.title.as_str());
        if found.is_empty() { self.source.text.trim_start().lines().next().unwrap_or_default() } else { found }
    }

    /// Its outlet; its name when the outlet is unknown.
    pub fn outlet(&self) -> &str {
        let found = self.known_outlet();
        if found.is_empty() { self.source.name.trim_end_matches(".txt") } else { found }
    }

    fn known_outlet(&self) -> &str {
        self.facts.as_deref().map_or("", |facts| facts.outlet.as_str())
    }

    /// What tells it from other articles in a few words: its outlet, else how its headline begins.
    pub fn label(&self) -> String {
        const ROOM: usize = 34;
        let (outlet, title) = (self.known_outlet(), self.title());
        if !outlet.is_empty() || title.len() <= ROOM {
            return if outlet.is_empty() { title } else { outlet }.to_owned();
        }
        let ends = title.match_indices(' ').map(|(at, _)| at).take_while(|&at| at <= ROOM);
        let start = ends.last().and_then(|at| title.get(..at)).unwrap_or(self.outlet());
        [start, " …"].concat()
    }

    /// Its day of publication; empty when unknown.
    pub fn published(&self) -> &str {
        self.facts.as_deref().map_or("", |facts| facts.published.as_str())
    }

    /// Whether nothing more will be found.
    pub fn settled(&self) -> bool {
        self.failed || self.facts.is_some()
    }
}

fn names(facts: &Facts) -> usize {
    let mut names: Vec<&str> = facts.mentions.iter().map(|fact| fact.entity.as_str()).collect();
    order::sort_by_key(&mut names, |name| *name);
    names.dedup();
    names.len()
}

/// All articles, in the order in which they came.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Library {
    /// The articles.
    pub articles: Vec<Shared<Article>>,
}

impl Library {
    /// The article of this name.
    pub fn get(&self, name: &str) -> Option<&Shared<Article>> {
        self.articles.iter().find(|article| article.source.name == name)
    }

    /// Whether there is an article of this text.
    pub fn holds(&self, text: &str) -> bool {
        self.articles.iter().any(|article| article.source.text == text)
    }

    /// The article of this name, for changing.
    pub fn get_mut(&mut self, name: &str) -> Option<&mut Article> {
        self.articles.iter_mut().find(|article| article.source.name == name).map(Shared::make_mut)
    }

    /// The text of a place.
    pub fn text(&self, place: &DocAt) -> &str {
        self.get(&place.doc).map_or("", |article| Span::new(place.at.start, place.at.end).of(&article.source.text))
    }

    /// The names of the articles that have been read.
    pub fn read(&self) -> Vec<String> {
        let read = self.articles.iter().filter(|article| article.facts.is_some());
        read.map(|article| article.source.name.clone()).collect()
    }

    /// Whether every article was read or given up.
    pub fn settled(&self) -> bool {
        self.articles.iter().all(|article| article.settled())
    }

    /// A name like `wanted` that no article has yet.
    pub fn free_name(&self, wanted: &str) -> String {
        let (stem, ending) = match wanted.rsplit_once('.') {
            Some((stem, ending)) if !stem.is_empty() => (stem, format!(".{ending}")),
            _ => (wanted, String::new()),
        };
        let numbered = (2..).map(|number| format!("{stem} ({number}){ending}"));
        let mut names = std::iter::once(wanted.to_owned()).chain(numbered);
        names.find(|name| self.get(name).is_none()).unwrap_or_default()
    }
}
