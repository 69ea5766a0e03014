//! Going about: views, places, marks, hits.

use silang_core::facts::At;

use crate::engine::protocol::{Hit, Source};
use crate::layout::{self, MarkRef};
use crate::order;
use crate::route::Route;
use crate::shared::Shared;
use crate::state::State;
use crate::state::parts::{Hits, Jump};
use crate::view::layer::Layers;

impl State {
    pub(super) fn go(&mut self, route: Route) {
        if self.route != route {
            self.focus = None;
            self.cursor = None;
            self.jump = None;
            self.bases = Shared::default();
            self.only = None;
            self.sides.docs = [0, 1];
            if let Route::Read(Some(name)) = &self.route {
                self.last = Some(name.clone());
            }
            self.retry(&route);
        }
        self.route = route;
    }

    /// What the site could not give when it was opened last may be there now.
    fn retry(&mut self, route: &Route) {
        if let Route::Read(Some(name)) = route
            && self.library.get(name).is_some_and(|article| article.read && article.failed)
            && let Some(article) = self.library.make_mut().get_mut(name)
        {
            article.failed = false;
        }
    }

    pub(super) fn find(&mut self, text: &str) {
        let sum = Source { text: text.into(), ..Source::default() }.sum();
        let found = self.library.of_sum(sum);
        self.go(Route::Read(found.map(|article| article.source.name.clone())));
    }

    pub(super) fn show(&mut self, doc: String, at: At) {
        let serial = self.jump.map_or(0, |jump| jump.serial) + 1;
        self.go(Route::Read(Some(doc)));
        self.jump = Some(Jump { at, serial });
        self.sheet = None;
        self.hits_open = false;
    }

    /// Brings a mark into view and opens its card.
    pub(super) fn visit(&mut self, mark: MarkRef) {
        if self.look_at(mark) {
            self.focus(Some(mark));
        }
    }

    /// Brings a mark into view; whether it is there.
    pub(super) fn look_at(&mut self, mark: MarkRef) -> bool {
        let Some(article) = self.open().cloned() else { return false };
        let Some(range) = article.facts.as_deref().and_then(|facts| mark.range(facts)) else { return false };
        self.show(article.source.name.clone(), At { start: range.start, end: range.end });
        self.cursor = Some(mark);
        true
    }

    pub(super) fn focus(&mut self, mark: Option<MarkRef>) {
        self.focus = mark;
        self.cursor = mark.or(self.cursor);
        self.refused = None;
    }

    pub(super) fn search(&mut self, query: String) {
        self.hits_open = !query.trim().is_empty();
        self.query = query;
        self.hit = None;
        self.stepping = 0;
        self.deeper = 0;
        if !self.hits_open {
            self.hits = Shared::default();
        }
    }

    /// Takes in what was found, in the order of the articles.
    pub(super) fn found(&mut self, query: String, mut all: Vec<Hit>, left: usize) {
        if query != self.query {
            return;
        }
        order::sort_by_key(&mut all, |hit| self.library.place(&hit.place.doc).unwrap_or(usize::MAX));
        self.hits = Shared::new(Hits { query, all, left, deeper: self.deeper });
        let by = std::mem::take(&mut self.stepping);
        if by != 0 {
            self.step(by);
        }
    }

    pub(super) fn step(&mut self, by: isize) {
        if self.hits.query != self.query {
            self.stepping += by;
            return;
        }
        let hits = &self.hits.all;
        let Ok(count) = isize::try_from(hits.len()) else { return };
        let from = self.hit.and_then(|hit| isize::try_from(hit).ok());
        let next = from.map_or(0, |from| from + by).checked_rem_euclid(count).map(isize::unsigned_abs);
        if let Some(hit) = next.and_then(|next| hits.get(next)) {
            let place = hit.place.clone();
            self.show(place.doc, place.at);
            self.hit = next;
        }
    }

    /// The next or previous mark of the layers that are switched on.
    pub(super) fn walk(&mut self, by: isize) {
        let Some(facts) = self.open().and_then(|article| article.facts.clone()) else { return };
        let marks: Vec<MarkRef> =
            layout::in_order(&facts).into_iter().filter(|mark| !self.hidden.hides(*mark, &facts)).collect();
        let at = self.focus.or(self.cursor).and_then(|here| marks.iter().position(|mark| *mark == here));
        let next = match at {
            None => Some(if by < 0 { marks.len().wrapping_sub(1) } else { 0 }),
            Some(at) => at.checked_add_signed(by),
        };
        match next.and_then(|next| marks.get(next)) {
            Some(&mark) if self.focus.is_some() => self.visit(mark),
            Some(&mark) => drop(self.look_at(mark)),
            None => {}
        }
    }

    pub(super) fn clean(&mut self) {
        self.hidden = if self.hidden == Layers::EVERY { Layers::default() } else { Layers::EVERY };
    }

    pub(super) fn escape(&mut self) {
        if self.sheet.take().is_none() && !std::mem::take(&mut self.hits_open) {
            self.focus(None);
        }
    }
}
