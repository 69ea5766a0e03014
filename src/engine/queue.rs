//! Which request goes next, and what is to be done again after a worker died.

use std::collections::VecDeque;

use crate::corrections::Moved;
use crate::engine::protocol::{Request, Source};

/// Requests waiting for the worker, one in flight at a time, so that a crash has one cause.
#[derive(Debug, Default)]
pub struct Queue {
    waiting: VecDeque<Request>,
    in_flight: Option<Request>,
    /// What the worker has read, in that order.
    known: Vec<Source>,
    /// What it was last asked to read, sorted by name.
    asked: Vec<Source>,
}

impl Queue {
    /// Puts a request at the end.
    pub fn push(&mut self, request: Request) {
        match &request {
            Request::Analyze(source) => {
                self.no_longer_asked(&source.name);
                self.asked.insert(self.place(&source.name), source.clone());
            }
            Request::Forget(name) => {
                self.known.retain(|source| source.name != *name);
                self.waiting.retain(|waiting| !matches!(waiting, Request::Analyze(source) if source.name == *name));
                self.no_longer_asked(name);
            }
            Request::Compare(..) | Request::Export(..) => {}
        }
        self.waiting.push_back(request);
    }

    /// The request to send now, if the line is free.
    pub fn next(&mut self) -> Option<Request> {
        if self.in_flight.is_some() {
            return None;
        }
        self.in_flight = self.waiting.pop_front();
        self.in_flight.clone()
    }

    /// The request in flight was answered; gives it back.
    pub fn answered(&mut self) -> Option<Request> {
        let request = self.in_flight.take();
        if let Some(Request::Analyze(source)) = &request {
            self.known.retain(|known| known.name != source.name);
            self.known.push(source.clone());
        }
        request
    }

    /// The worker died over the request in flight: it is dropped and given back, and a new worker
    /// is told again all that the old one knew.
    pub fn crashed(&mut self) -> Option<Request> {
        let culprit = self.in_flight.take();
        if let Some(Request::Analyze(source)) = &culprit {
            self.no_longer_asked(&source.name);
        }
        for source in std::mem::take(&mut self.known).into_iter().rev() {
            self.waiting.push_front(Request::Analyze(source));
        }
        culprit
    }

    /// Whether this very comparison is waiting or in flight.
    pub fn comparing(&self, docs: &[String], moves: &[Moved]) -> bool {
        let is_it =
            |request: &Request| matches!(request, Request::Compare(other, told) if other == docs && told == moves);
        self.in_flight.iter().chain(&self.waiting).any(is_it)
    }

    /// Whether the worker knows or will know this very article.
    pub fn knows(&self, source: &Source) -> bool {
        self.asked.get(self.place(&source.name)) == Some(source)
    }

    /// Where an article of this name is among those asked, or would be.
    fn place(&self, name: &str) -> usize {
        self.asked.partition_point(|asked| *asked.name < *name)
    }

    fn no_longer_asked(&mut self, name: &str) {
        let place = self.place(name);
        if self.asked.get(place).is_some_and(|asked| asked.name == name) {
            self.asked.remove(place);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Queue;
    use crate::engine::protocol::{Request, Source};

    fn read(name: &str) -> Request {
        Request::Analyze(Source { name: name.to_owned(), ..Source::default() })
    }

    #[test]
    fn sends_one_at_a_time() {
        let mut queue = Queue::default();
        queue.push(read("a"));
        queue.push(read("b"));
        assert_eq!(queue.next(), Some(read("a")));
        assert_eq!(queue.next(), None);
        queue.answered();
        assert_eq!(queue.next(), Some(read("b")));
    }

    #[test]
    fn after_a_crash_tells_all_but_the_culprit_again() {
        let mut queue = Queue::default();
        for name in ["a", "bad", "c"] {
            queue.push(read(name));
        }
        queue.next();
        queue.answered();
        queue.next();
        assert_eq!(queue.crashed(), Some(read("bad")));
        assert_eq!(queue.next(), Some(read("a")));
        queue.answered();
        assert_eq!(queue.next(), Some(read("c")));
    }
}
