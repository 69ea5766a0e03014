//! Which request goes to which worker next, and what is to be done again after one died.

use std::collections::VecDeque;

use crate::corrections::Moved;
use crate::engine::protocol::{Found, Request, Source};
use crate::order;

/// Articles that wait for each worker before one more is worth starting.
const WORTH: usize = 16;

/// Number of the worker that keeps the articles: it compares and searches, and reads when it is not asked for that.
pub const KEEPER: usize = 0;

/// Requests waiting for the workers; each has one in flight at a time, so that a crash has one cause.
#[derive(Debug, Default)]
pub struct Queue {
    /// What the keeper is to do.
    waiting: VecDeque<Request>,
    /// What any worker may read.
    unread: VecDeque<Source>,
    /// By worker.
    in_flight: Vec<Option<Request>>,
    /// What was last asked to be read, by name, with a number made from it; sorted.
    asked: Vec<(String, u64)>,
    /// Names of the articles that the reader looks at.
    looked_at: Vec<String>,
}

impl Queue {
    /// Puts a request at the end.
    pub fn push(&mut self, request: Request) {
        match request {
            Request::Analyze(source) => self.read(source),
            Request::Forget(name) => {
                self.no_longer_asked(&name);
                self.unread.retain(|source| source.name != name);
                self.waiting.retain(|waiting| !matches!(waiting, Request::Keep(source, _) if source.name == name));
                self.waiting.push_back(Request::Forget(name));
            }
            Request::Search(..) => {
                self.waiting.retain(|waiting| !matches!(waiting, Request::Search(..)));
                self.waiting.push_front(request);
            }
            Request::Open(_) | Request::List(..) => self.waiting.push_front(request),
            other => self.waiting.push_back(other),
        }
    }

    fn read(&mut self, source: Source) {
        self.note(&source);
        let rank = self.rank(&source);
        let behind = if rank == usize::MAX { None } else { self.unread.iter().position(|one| self.rank(one) > rank) };
        self.unread.insert(behind.unwrap_or(self.unread.len()), source);
    }

    /// Its place among those that are looked at; after all of them if it is none.
    fn rank(&self, source: &Source) -> usize {
        self.looked_at.iter().position(|name| *name == source.name).unwrap_or(usize::MAX)
    }

    /// What is in this article is known from an earlier visit.
    pub fn recalled(&mut self, source: Source, found: Found) {
        self.note(&source);
        self.keep(source, found);
    }

    fn note(&mut self, source: &Source) {
        self.no_longer_asked(&source.name);
        let (at, stamp) = (self.place(&source.name), source.stamp(source.sum()));
        self.asked.insert(at, (source.name.clone(), stamp));
        self.unread.retain(|other| other.name != source.name);
    }

    /// The reader looks at these articles now: they are read first, in this order.
    pub fn look_at(&mut self, names: Vec<String>) {
        if self.looked_at != names {
            self.looked_at = names;
            let mut all: Vec<Source> = std::mem::take(&mut self.unread).into();
            order::sort_by_key(&mut all, |source| self.rank(source));
            self.unread = all.into();
        }
    }

    /// The request to send to a worker now, if it is free and there is something for it.
    pub fn next(&mut self, worker: usize) -> Option<Request> {
        if self.in_flight.len() <= worker {
            self.in_flight.resize(worker + 1, None);
        }
        if self.in_flight[worker].is_some() {
            return None;
        }
        let own = if worker == KEEPER { self.waiting.pop_front() } else { None };
        let wrap = if worker == KEEPER { Request::Analyze } else { Request::Read };
        self.in_flight[worker] = own.or_else(|| self.unread.pop_front().map(wrap));
        self.in_flight[worker].clone()
    }

    /// The request that a worker had in flight was answered; gives it back.
    pub fn answered(&mut self, worker: usize) -> Option<Request> {
        self.in_flight.get_mut(worker)?.take()
    }

    /// Another worker than the keeper has read this.
    pub fn keep(&mut self, source: Source, found: Found) {
        self.waiting.push_back(Request::Keep(source, found));
    }

    /// A worker died over the request in flight: it is dropped and given back. With the keeper all is
    /// lost that was read, and no longer known.
    pub fn crashed(&mut self, worker: usize) -> Option<Request> {
        let culprit = self.answered(worker);
        if let Some(Request::Analyze(source) | Request::Read(source) | Request::Keep(source, _)) = &culprit {
            self.no_longer_asked(&source.name);
        }
        if worker == KEEPER {
            let (unread, in_flight) = (&self.unread, &self.in_flight);
            let is_read = |name: &str| {
                let going = in_flight.iter().flatten();
                !unread.iter().any(|source| source.name == name)
                    && !going.into_iter().any(|one| matches!(one, Request::Read(source) if source.name == name))
            };
            self.asked.retain(|(name, _)| !is_read(name));
            self.waiting.retain(|waiting| !matches!(waiting, Request::Keep(..)));
        }
        culprit
    }

    /// How many workers are worth having.
    pub fn worth(&self) -> usize {
        1 + self.unread.len() / WORTH
    }

    /// How many articles wait to be read.
    pub fn unread(&self) -> usize {
        self.unread.len()
    }

    /// Whether a worker has nothing in flight.
    pub fn is_idle(&self, worker: usize) -> bool {
        self.in_flight.get(worker).is_none_or(Option::is_none)
    }

    /// Whether this very comparison, or grouping, is waiting or in flight.
    pub fn comparing(&self, docs: &[String], moves: &[Moved]) -> bool {
        let is_it = |request: &Request| match request {
            Request::Compare(other, told) | Request::Group(other, told) => other == docs && told == moves,
            _ => false,
        };
        self.in_flight.iter().flatten().chain(&self.waiting).any(is_it)
    }

    /// Whether a part of the site's pack is asked for already.
    pub fn listing(&self) -> bool {
        self.in_flight.iter().flatten().chain(&self.waiting).any(|request| matches!(request, Request::List(..)))
    }

    /// Whether these very articles are asked for already.
    pub fn opening(&self, docs: &[String]) -> bool {
        let is_it = |request: &Request| matches!(request, Request::Open(other) if other == docs);
        self.in_flight.iter().flatten().chain(&self.waiting).any(is_it)
    }

    /// Whether the workers know or will know the article of this name, as this number tells it.
    pub fn knows(&self, name: &str, stamp: u64) -> bool {
        self.asked.get(self.place(name)).is_some_and(|(other, known)| other == name && *known == stamp)
    }

    /// Where an article of this name is among those asked, or would be.
    fn place(&self, name: &str) -> usize {
        self.asked.partition_point(|(asked, _)| **asked < *name)
    }

    fn no_longer_asked(&mut self, name: &str) {
        let place = self.place(name);
        if self.asked.get(place).is_some_and(|(asked, _)| asked == name) {
            self.asked.remove(place);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{KEEPER, Queue};
    use crate::engine::protocol::{Found, Request, Source};

    fn source(name: &str) -> Source {
        Source { name: name.to_owned(), ..Source::default() }
    }

    fn queue(names: &[&str]) -> Queue {
        let mut queue = Queue::default();
        names.iter().for_each(|name| queue.push(Request::Analyze(source(name))));
        queue
    }

    fn knows(queue: &Queue, name: &str) -> bool {
        let source = source(name);
        queue.knows(name, source.stamp(source.sum()))
    }

    #[test]
    fn sends_one_at_a_time_to_each_worker() {
        let mut queue = queue(&["a", "b", "c"]);
        assert_eq!(queue.next(KEEPER), Some(Request::Analyze(source("a"))));
        assert_eq!(queue.next(KEEPER), None);
        assert_eq!(queue.next(1), Some(Request::Read(source("b"))));
        queue.answered(KEEPER);
        assert_eq!(queue.next(KEEPER), Some(Request::Analyze(source("c"))));
    }

    #[test]
    fn what_is_looked_at_is_read_first_and_what_is_asked_of_the_keeper_before_all() {
        let mut queue = queue(&["a", "b", "c", "d"]);
        queue.look_at(vec!["d".to_owned(), "b".to_owned()]);
        queue.push(Request::Analyze(source("e")));
        queue.push(Request::Open(vec!["x".to_owned()]));
        assert_eq!(queue.next(KEEPER), Some(Request::Open(vec!["x".to_owned()])));
        queue.answered(KEEPER);
        let read: Vec<_> = (1..6).filter_map(|worker| queue.next(worker)).collect();
        assert_eq!(read, ["d", "b", "a", "c", "e"].map(|name| Request::Read(source(name))));
    }

    #[test]
    fn a_worker_that_dies_takes_its_article_along_and_the_keeper_all_that_was_read() {
        let mut queue = queue(&["a", "bad", "c", "d"]);
        queue.next(KEEPER);
        queue.answered(KEEPER);
        assert_eq!(queue.next(1), Some(Request::Read(source("bad"))));
        assert_eq!(queue.crashed(1), Some(Request::Read(source("bad"))));
        assert!(!knows(&queue, "bad") && knows(&queue, "a"));
        assert_eq!(queue.next(1), Some(Request::Read(source("c"))));
        queue.crashed(KEEPER);
        assert!(!knows(&queue, "a") && knows(&queue, "c") && knows(&queue, "d"));
    }

    #[test]
    fn what_is_forgotten_is_neither_read_nor_kept() {
        let mut queue = queue(&["a", "b"]);
        queue.next(1);
        queue.keep(source("a"), Found::default());
        queue.push(Request::Forget("a".to_owned()));
        queue.push(Request::Forget("b".to_owned()));
        assert_eq!((queue.next(KEEPER), queue.unread()), (Some(Request::Forget("a".to_owned())), 0));
    }
}
