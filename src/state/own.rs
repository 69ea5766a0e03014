//! The reader's own: corrections, and what the browser keeps.

use crate::corrections::{self, Correction, Moved};
use crate::engine::protocol::{Compared, Source};
use crate::layout::{self, MarkRef};
use crate::library::{Article, Origin};
use crate::order;
use crate::shared::Shared;
use crate::state::State;
use crate::state::action::Action;
use crate::state::parts::{Made, Notice};

impl State {
    pub(super) fn set_right(&self, raw: &Shared<Compared>) -> Shared<Compared> {
        let mut found = raw.clone();
        if !self.history.now.is_empty() {
            corrections::apply_to_comparison(found.make_mut(), &|place| self.library.text(place), &self.history.now);
        }
        found
    }

    /// Sets something right, if that makes sense.
    pub(super) fn correct(&mut self, correction: Correction) {
        self.refused = None;
        match correction {
            Correction::When(_, value, _) if !correction.is_sound() => self.refused = Some(value),
            _ if correction.is_sound() => {
                let before = corrections::moves(&self.history.now);
                self.history.add(vec![correction]);
                self.corrected(&before);
                self.tell(Notice::Corrected);
            }
            _ => {}
        }
    }

    /// Applies the corrections anew to all that was found; `moves` are those that held before.
    pub(super) fn corrected(&mut self, moves: &[Moved]) {
        let before = self.pinned();
        if moves != corrections::moves(&self.history.now) {
            self.changed();
        }
        for article in &mut self.library.make_mut().articles {
            article.make_mut().correct(&self.history.now);
        }
        let right = self.comparisons.iter().map(|made| Made { found: self.set_right(&made.raw), ..made.clone() });
        self.comparisons = right.collect();
        self.refused = None;
        self.cursor = None;
        self.focus = before.and_then(|(mark, at)| self.mark_at(mark, at));
    }

    /// The mark with an open card, and where it stands.
    pub(super) fn pinned(&self) -> Option<(MarkRef, std::ops::Range<usize>)> {
        let facts = self.open()?.facts.as_deref()?;
        self.focus.and_then(|mark| Some((mark, mark.range(facts)?)))
    }

    /// The mark of the same layer at this place.
    pub(super) fn mark_at(&self, like: MarkRef, at: std::ops::Range<usize>) -> Option<MarkRef> {
        let facts = self.open()?.facts.as_deref()?;
        let same = |mark: &MarkRef| {
            std::mem::discriminant(mark) == std::mem::discriminant(&like) && mark.range(facts).as_ref() == Some(&at)
        };
        layout::in_order(facts).into_iter().find(same)
    }

    /// Takes over what articles the browser keeps: what another tab has added and removed.
    pub(super) fn take_over(&mut self, kept: Vec<Source>) {
        let mut sums: Vec<u64> = kept.iter().map(Source::sum).collect();
        order::sort_by_key(&mut sums, |&sum| sum);
        let is_kept = |article: &Shared<Article>| sums.binary_search(&article.sum).is_ok();
        let gone = self.library.articles.iter().filter(|article| article.kept && !is_kept(article));
        let gone: Vec<String> = gone.map(|article| article.source.name.clone()).collect();
        if !gone.is_empty() {
            self.drop_all(&gone);
        }
        for source in kept {
            if self.library.of_sum(source.sum()).is_none() {
                self.make_way(&source);
            }
            self.add(source, Origin::Saved);
        }
    }

    /// Leaves the name to an article that has it when all are read from the database anew, in the order
    /// of their keys; corrections are for names, and have to mean the same article in every tab.
    fn make_way(&mut self, source: &Source) {
        let Some(article) = self.library.get(&source.name) else { return };
        if article.origin == Origin::New && article.sum > source.sum() && article.is_here() {
            let mut other = Article::new(article.source.clone(), Origin::New);
            other.kept = article.kept;
            other.source.name = self.library.free_name(&source.name);
            other.correct(&self.history.now);
            let library = self.library.make_mut();
            library.retain(|article| article.source.name != source.name);
            library.push(other);
            self.changed();
        }
    }

    /// Takes over what corrections the browser keeps; they were joined with `mine`.
    pub(super) fn join(&mut self, mine: &[Correction], kept: Vec<Correction>) {
        let before = self.history.now.clone();
        self.history.join(mine, &kept);
        self.kept = Shared::new(kept);
        if before != self.history.now {
            self.corrected(&corrections::moves(&before));
        }
    }

    /// Changes the list of corrections as a whole.
    pub(super) fn rewrite(&mut self, action: Action) {
        let before = corrections::moves(&self.history.now);
        match action {
            Action::TakeBack(index) => self.history.take_back(index),
            Action::Undo => drop(self.history.undo()),
            Action::Redo => drop(self.history.redo()),
            Action::Join(new) => self.history.add(new),
            _ => {}
        }
        self.corrected(&before);
    }

    pub(super) fn kept(&mut self, new: &[Source]) {
        for source in new {
            let name = self.library.of_sum(source.sum()).map(|article| article.source.name.clone());
            if let Some(article) = name.and_then(|name| self.library.make_mut().get_mut(&name)) {
                article.kept = true;
            }
        }
    }

    /// Lets go of the reader's articles that were not read yet.
    pub(super) fn cancel(&mut self) {
        self.taking = None;
        let unread = self.library.articles.iter().filter(|article| article.origin == Origin::New && !article.settled());
        let unread: Vec<String> = unread.map(|article| article.source.name.clone()).collect();
        if !unread.is_empty() {
            self.remove(&unread);
        }
    }
}
