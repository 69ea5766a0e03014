//! The articles on the page.

use silang_core::Span;
use silang_core::facts::{DocAt, Facts};
use silang_wire::shelf::{Brief, Line};

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
    /// Its name and text; the text is empty while the page has let it go.
    pub source: Source,
    /// A number made from its text.
    pub sum: u64,
    /// Where it came from.
    pub origin: Origin,
    /// What a list tells of it.
    pub brief: Brief,
    /// Its paragraphs with their marks, while the page has its facts.
    pub blocks: Shared<Vec<Block>>,
    /// What was found in it, before the reader set anything right; none while the page has let it go.
    pub raw: Option<Shared<Facts>>,
    /// What was found in it, as the reader set it right; none while the page has let it go.
    pub facts: Option<Shared<Facts>>,
    /// Whether it was read.
    pub read: bool,
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
        let first_line = source.text.trim_start().lines().next().unwrap_or_default();
        Self {
            sum: source.sum(),
            brief: Brief { title: first_line.to_owned(), ..Brief::default() },
            source,
            origin,
            blocks: Shared::default(),
            raw: None,
            facts: None,
            read: false,
            failed: false,
            kept: origin == Origin::Saved,
            about: None,
        }
    }

    /// An article of the site's pack, in which all was found beforehand.
    pub fn of_line(line: Line) -> Self {
        let told = line.told;
        let source = Source {
            name: line.name,
            title: told.title,
            outlet: told.outlet,
            published: told.published,
            ..Source::default()
        };
        Self { sum: line.sum, brief: line.brief, read: true, ..Self::new(source, Origin::Seed) }
    }

    /// Takes in what was found.
    pub fn found(&mut self, raw: Facts, corrections: &[Correction]) {
        self.raw = Some(Shared::new(raw));
        self.read = true;
        self.correct(corrections);
    }

    /// Whether the page has its text.
    pub fn is_here(&self) -> bool {
        !self.source.text.is_empty()
    }

    /// Whether its text is kept in the browser's database, or by the site.
    fn is_elsewhere(&self) -> bool {
        self.kept || self.origin == Origin::Seed
    }

    /// Whether there is anything that the page can let go of.
    pub fn may_go(&self) -> bool {
        self.read && (self.facts.is_some() || self.is_here() && self.is_elsewhere())
    }

    /// Lets go of its facts, which the worker keeps too, and of its text, if that outlives the worker.
    pub fn let_go(&mut self) {
        self.raw = None;
        self.facts = None;
        self.blocks = Shared::default();
        if self.is_elsewhere() {
            self.source.text = "".into();
        }
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

    /// A number made from all that reading it depends on.
    pub fn stamp(&self) -> u64 {
        let told = if self.about.is_some() { self.to_read() } else { return self.source.stamp(self.sum) };
        told.stamp(self.sum)
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
            self.read = false;
            self.raw = None;
            self.facts = None;
        }
    }

    /// Sets what was found right.
    pub fn correct(&mut self, corrections: &[Correction]) {
        self.describe(corrections);
        let Some(raw) = &self.raw else { return };
        let facts = corrections::apply(raw, corrections);
        self.brief = brief(&facts);
        if self.brief.title.is_empty() {
            self.source.text.trim_start().lines().next().unwrap_or_default().clone_into(&mut self.brief.title);
        }
        self.blocks = Shared::new(layout::blocks(&self.source.text, &facts));
        self.facts = Some(Shared::new(facts));
        self.failed = false;
    }

    /// Its headline; until it was read, its first line.
    pub fn title(&self) -> &str {
        &self.brief.title
    }

    /// Its outlet; its name when the outlet is unknown.
    pub fn outlet(&self) -> &str {
        let found = &self.brief.outlet;
        if found.is_empty() { self.source.name.trim_end_matches(".txt") } else { found }
    }

    /// What tells it from other articles in a few words: its outlet, else how its headline begins.
    pub fn label(&self) -> String {
        let outlet = self.brief.outlet.as_str();
        if outlet.is_empty() { self.opening() } else { outlet.to_owned() }
    }

    /// How its headline begins, in a few words; its outlet when it has none.
    pub fn opening(&self) -> String {
        const ROOM: usize = 34;
        let title = if self.title().is_empty() { self.outlet() } else { self.title() };
        if title.len() <= ROOM {
            return title.to_owned();
        }
        let ends = title.match_indices(' ').map(|(at, _)| at).take_while(|&at| at <= ROOM);
        let start = ends.last().and_then(|at| title.get(..at)).unwrap_or(self.outlet());
        [start, " …"].concat()
    }

    /// Its day of publication; empty when unknown.
    pub fn published(&self) -> &str {
        &self.brief.published
    }

    /// Whether nothing more will be found.
    pub fn settled(&self) -> bool {
        self.failed || self.read
    }
}

fn brief(facts: &Facts) -> Brief {
    let mut names: Vec<&str> = facts.mentions.iter().map(|fact| fact.entity.as_str()).collect();
    order::sort_by_key(&mut names, |name| *name);
    names.dedup();
    Brief::new(facts, names.len())
}

/// All articles, in the order in which they came.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Library {
    /// The articles.
    pub articles: Vec<Shared<Article>>,
    /// Their places, in the order of their names.
    by_name: Vec<u32>,
    /// Their places, in the order of the numbers made from their texts.
    by_sum: Vec<u32>,
}

impl Library {
    fn at(&self, place: u32) -> &Article {
        &self.articles[place as usize]
    }

    fn name_rank(&self, name: &str) -> usize {
        self.by_name.partition_point(|&place| *self.at(place).source.name < *name)
    }

    fn sum_rank(&self, sum: u64) -> usize {
        self.by_sum.partition_point(|&place| self.at(place).sum < sum)
    }

    /// Its place among all, if there is an article of this name.
    pub fn place(&self, name: &str) -> Option<usize> {
        let place = *self.by_name.get(self.name_rank(name))?;
        (self.at(place).source.name == name).then_some(place as usize)
    }

    /// The article of this name.
    pub fn get(&self, name: &str) -> Option<&Shared<Article>> {
        self.articles.get(self.place(name)?)
    }

    /// The article with a text of this number.
    pub fn of_sum(&self, sum: u64) -> Option<&Shared<Article>> {
        let article = self.articles.get(*self.by_sum.get(self.sum_rank(sum))? as usize)?;
        (article.sum == sum).then_some(article)
    }

    /// Puts an article at the end; no other may have its name or its text.
    pub fn push(&mut self, article: Article) {
        let (name, sum) = (self.name_rank(&article.source.name), self.sum_rank(article.sum));
        let place = self.articles.len() as u32;
        self.by_name.insert(name, place);
        self.by_sum.insert(sum, place);
        self.articles.push(Shared::new(article));
    }

    /// Lets go of all articles that are not to be kept.
    pub fn retain(&mut self, is_kept: impl Fn(&Article) -> bool) {
        let kept: Vec<bool> = self.articles.iter().map(|article| is_kept(article)).collect();
        let mut next = 0;
        let places: Vec<Option<u32>> = kept
            .iter()
            .map(|kept| {
                next += u32::from(*kept);
                kept.then(|| next - 1)
            })
            .collect();
        for list in [&mut self.by_name, &mut self.by_sum] {
            *list = list.iter().filter_map(|&place| places[place as usize]).collect();
        }
        let mut kept = kept.into_iter();
        self.articles.retain(|_| kept.next().unwrap_or_default());
    }

    /// The article of this name, for changing all but its name and its text.
    pub fn get_mut(&mut self, name: &str) -> Option<&mut Article> {
        let place = self.place(name)?;
        self.articles.get_mut(place).map(Shared::make_mut)
    }

    /// The text of a place; empty when the page does not have it.
    pub fn text(&self, place: &DocAt) -> &str {
        self.get(&place.doc).map_or("", |article| Span::new(place.at.start, place.at.end).of(&article.source.text))
    }

    /// The names of the articles that have been read.
    pub fn read(&self) -> Vec<String> {
        let read = self.articles.iter().filter(|article| article.read);
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

#[cfg(test)]
mod tests {
    use super::{Article, Library, Origin};
    use crate::engine::protocol::Source;

    fn article(name: &str) -> Article {
        Article::new(Source { name: name.to_owned(), text: name.repeat(2).into(), ..Source::default() }, Origin::New)
    }

    #[test]
    fn articles_are_found_by_name_and_text_whatever_comes_and_goes() {
        let names = ["m", "c", "x", "a", "t", "b"];
        let mut library = Library::default();
        names.iter().for_each(|name| library.push(article(name)));
        library.retain(|article| !["c", "t"].contains(&article.source.name.as_str()));
        library.push(article("d"));
        let places = names.map(|name| library.place(name));
        assert_eq!(places, [Some(0), None, Some(1), Some(2), None, Some(3)]);
        for name in ["m", "x", "a", "b", "d"] {
            assert_eq!(library.of_sum(article(name).sum).map(|article| article.source.name.as_str()), Some(name));
        }
        assert_eq!(library.of_sum(article("c").sum), None);
    }
}
