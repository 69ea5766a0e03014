//! The articles of the site's pack: listed a part at a time, as the reader comes to them.

use silang_wire::shelf::Line;

use crate::corrections;
use crate::engine::protocol::{Compared, Listed};
use crate::library::{Article, Origin};
use crate::shared::Shared;
use crate::state::State;
use crate::state::parts::{Made, Notice};

/// How far the site's pack is listed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shelf {
    /// The file of lines that comes next.
    next: usize,
    /// How many there are; unknown until the first is here.
    shards: usize,
    /// How many articles there are.
    articles: usize,
    /// Names that were looked for in vain.
    unknown: Vec<String>,
}

/// No file of lines.
const NONE: usize = usize::MAX;

impl State {
    /// The articles named in the address that are not listed and may be in the site's pack.
    pub fn sought(&self) -> Vec<String> {
        self.not_listed(&mut self.route.docs().iter())
    }

    fn not_listed(&self, docs: &mut dyn Iterator<Item = &String>) -> Vec<String> {
        let Some(pack) = &self.shelf else { return Vec::new() };
        let is_sought = |doc: &&String| self.library.get(doc).is_none() && !pack.unknown.contains(doc);
        docs.filter(is_sought).cloned().collect()
    }

    /// What of the site's pack is to be listed now: a file of lines, and the articles that are sought.
    pub fn to_list(&self) -> Option<(usize, Vec<String>)> {
        let pack = self.shelf.as_ref()?;
        let events = self.whole().map(|whole| whole.facts.events.as_slice()).unwrap_or_default();
        // The first of an event may tell what the reader's own do, and not be listed yet.
        let firsts = events.iter().filter_map(|event| event.first());
        let sought = self.not_listed(&mut self.route.docs().iter().chain(firsts));
        // Without its events the list is another one, in which other parts are near.
        let is_made = self.library.settled() && self.whole().is_some();
        let is_near = pack.next == 0 || is_made && self.near.1 + 1 >= self.listing.parts.len();
        let next = if is_near && pack.next < pack.shards.max(1) { pack.next } else { NONE };
        (next != NONE || !sought.is_empty()).then_some((next, sought))
    }

    /// Whether the first of the list is still to come from the site's pack.
    pub fn is_unlisted(&self) -> bool {
        self.shelf.as_ref().is_some_and(|pack| pack.next == 0)
    }

    /// How many articles of the site's pack are not listed.
    pub fn unlisted(&self) -> usize {
        let seeds = self.library.articles.iter().filter(|article| article.origin == Origin::Seed).count();
        self.shelf.as_ref().map_or(0, |pack| pack.articles.saturating_sub(seeds))
    }

    /// A part of the site's pack was listed.
    pub(super) fn shelved(&mut self, shard: usize, docs: Vec<String>, listed: Listed) {
        let Some(pack) = &mut self.shelf else { return };
        if shard == pack.next && listed.lines.is_empty() {
            return self.not_shelved();
        }
        pack.next += usize::from(shard == pack.next);
        pack.shards = listed.shards.max(pack.shards);
        pack.articles = listed.articles.max(pack.articles);
        self.put_lines(listed.lines, !docs.is_empty());
        let unknown: Vec<String> = docs.into_iter().filter(|doc| self.library.get(doc).is_none()).collect();
        if self.listed {
            unknown.iter().for_each(|doc| self.tell(Notice::Missing(doc.clone())));
        }
        self.shelf.iter_mut().for_each(|pack| pack.unknown.extend(unknown.iter().cloned()));
    }

    /// Nothing can be listed: at the start the texts themselves are read, and later no more is asked for.
    fn not_shelved(&mut self) {
        if self.is_unlisted() {
            self.shelf = None;
            self.tell(Notice::OtherPack);
        } else {
            self.shelf.iter_mut().for_each(|pack| pack.shards = pack.next);
            self.tell(Notice::Missing("seeds/pack".to_owned()));
        }
    }

    fn put_lines(&mut self, lines: Vec<Line>, is_sought: bool) {
        let is_first = self.library.articles.is_empty();
        let mut new: Vec<(Option<usize>, String)> = Vec::new();
        for line in lines {
            if self.library.of_sum(line.sum).is_some() {
                continue;
            }
            if self.library.get(&line.name).is_some() {
                self.tell(Notice::Taken(line.name));
                continue;
            }
            new.push((line.event, line.name.clone()));
            let mut article = Article::of_line(line);
            article.correct(&self.history.now);
            self.library.make_mut().push(article);
        }
        if !new.is_empty() {
            self.group(&new, is_first, is_sought);
        }
    }

    /// Takes new lines into the grouping of all articles, as the pack has them grouped; the reader's moves are the
    /// worker's to make, and where some were sought, own articles may be to join them.
    fn group(&mut self, new: &[(Option<usize>, String)], is_first: bool, is_sought: bool) {
        let whole = self.comparisons.iter().position(|made| made.whole).map(|at| self.comparisons.remove(at));
        if !corrections::moves(&self.history.now).is_empty() || whole.is_none() && !is_first || is_sought && !is_first {
            return;
        }
        let mut found = whole.map_or_else(Compared::default, |made| (*made.raw).clone());
        let of_event = new.chunk_by(|(one, _), (other, _)| one.is_some() && one == other);
        let events = of_event.map(|event| event.iter().map(|(_, doc)| doc.clone()).collect());
        found.facts.events.extend(events);
        let raw = Shared::new(found);
        let found = self.set_right(&raw);
        self.comparisons.push(Made { docs: self.library.read(), whole: true, grouped: true, raw, found });
    }
}
