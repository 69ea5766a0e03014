//! Which articles tell the same event.
//!
//! Articles are linked through the terms they share, weighted by how rare these are among all
//! articles given so far, and through their days. An inverted index hands each article the few
//! others worth a closer look, so that adding one to ten thousand costs no more than to a hundred.

use std::collections::{HashMap, HashSet};

use crate::compare::copies::NearCopies;
use crate::compare::likeness;
use crate::compare::profile::{Profile, Weighted};
use crate::compare::term::Term;
use crate::order::Order;

/// Terms of an article by which others are looked up.
const PROBES: usize = 24;
/// Articles that may share a term before it is too common for looking up by.
const CROWD: usize = 120;
/// Articles looked at closely.
const CANDIDATES: usize = 32;
/// Members of an event that must be close: the mean over this many of the closest counts.
const WITNESSES: usize = 3;
/// Articles of each of two events that are looked at before the two are made one.
const LATEST: usize = 12;
/// How alike an article must be to the members of an event, when there is nothing else to judge by.
const ALIKE: f32 = 0.25;
/// What ten times as many articles add to that: the more there are, the better rarity is known.
const ALIKE_MORE: f32 = 0.043;
/// How much closer than two articles two events must be.
const MERGE: f32 = 0.04;
/// When articles have grown by one part in this many, all are weighed anew.
const GROWTH: usize = 4;
/// Articles taken to exist besides those given, so that a term of all the given ones still counts.
pub(super) const BACKGROUND: f32 = 12.0;

/// The likeness that makes one event of two of so many articles.
pub(super) fn least(articles: usize) -> f32 {
    ALIKE + ALIKE_MORE * (articles as f32).log10()
}

/// Number of an event inside an [`EventIndex`]; stays the same while articles are added.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EventId(pub u32);

/// Articles grouped by event, ready for more.
#[derive(Clone, Debug, Default)]
pub struct EventIndex {
    postings: HashMap<Term, Vec<u32>>,
    profiles: Vec<Profile>,
    /// The weighted terms of each article, of length 1.
    vectors: Vec<Vec<Weighted>>,
    /// How many articles there were when all vectors were last weighed.
    weighed: usize,
    event_of: Vec<Option<EventId>>,
    events: Vec<Vec<usize>>,
    /// Events that a reader has put an article into or taken one out of; they are not merged.
    settled: HashSet<EventId>,
    near_copies: NearCopies,
    /// For each article that is a further copy the earlier ones it is nearly the same as; such an
    /// article is not looked up by others and makes no term common.
    copied_from: HashMap<usize, Vec<usize>>,
}

impl EventIndex {
    /// Groups many articles at once. The result does not depend on their order, but for ties.
    pub fn group(profiles: Vec<Profile>) -> Self {
        let mut index = Self::default();
        for profile in profiles {
            index.insert(profile);
        }
        index.weigh();
        let mut order: Vec<usize> = (0..index.profiles.len()).collect();
        order.order_by_key(|&article| (index.is_copy(article), index.profiles[article].day));
        for article in order {
            index.link(article);
        }
        index
    }

    /// Adds one article and tells the event it belongs to.
    pub fn add(&mut self, profile: Profile) -> EventId {
        let article = self.insert(profile);
        if article > self.weighed + self.weighed / GROWTH {
            self.weigh();
        } else {
            self.vectors[article] = self.vector(article);
        }
        self.link(article)
    }

    /// Puts an article into another event, as a reader may wish; later articles follow it there.
    pub fn move_to(&mut self, article: usize, event: EventId) {
        if let Some(old) = self.event_of.get(article).copied().flatten() {
            self.settled.extend([old, event]);
            self.events[old.0 as usize].retain(|&member| member != article);
        }
        let Some(slot) = self.event_of.get_mut(article) else { return };
        if let Some(members) = self.events.get_mut(event.0 as usize) {
            *slot = Some(event);
            members.push(article);
        }
    }

    /// Takes an article out of its event and makes it one of its own.
    pub fn part(&mut self, article: usize) {
        self.events.push(Vec::new());
        self.move_to(article, EventId(self.events.len() as u32 - 1));
    }

    /// The event of an article.
    pub fn event_of(&self, article: usize) -> Option<EventId> {
        self.event_of.get(article).copied().flatten()
    }

    /// All events that hold articles, in order of their first article; articles in order.
    pub fn events(&self) -> Vec<Vec<usize>> {
        let mut events: Vec<Vec<usize>> = self.events.iter().filter(|event| !event.is_empty()).cloned().collect();
        for event in &mut events {
            event.order();
        }
        events.order();
        events
    }

    /// Whether an article is nearly the same as several earlier ones.
    pub fn is_copy(&self, article: usize) -> bool {
        self.copied_from.contains_key(&article)
    }

    fn insert(&mut self, profile: Profile) -> usize {
        let article = self.profiles.len();
        let terms: Vec<Term> = profile.terms.iter().map(|weighted| weighted.term).collect();
        match self.near_copies.add(article, &terms) {
            Some(originals) => drop(self.copied_from.insert(article, originals)),
            None => terms.iter().for_each(|&term| self.postings.entry(term).or_default().push(article as u32)),
        }
        self.profiles.push(profile);
        self.event_of.push(None);
        self.vectors.push(Vec::new());
        article
    }

    /// Weighs the terms of all articles anew.
    fn weigh(&mut self) {
        self.vectors = (0..self.profiles.len()).map(|article| self.vector(article)).collect();
        self.weighed = self.profiles.len();
    }

    fn vector(&self, article: usize) -> Vec<Weighted> {
        let weigh = |&w: &Weighted| Weighted { weight: w.weight * self.rarity(w.term), ..w };
        likeness::of_length_one(self.profiles[article].terms.iter().map(weigh))
    }

    fn link(&mut self, article: usize) -> EventId {
        let close = self.close_events(article);
        let event = close.first().copied().unwrap_or_else(|| {
            self.events.push(Vec::new());
            EventId(self.events.len() as u32 - 1)
        });
        self.event_of[article] = Some(event);
        self.events[event.0 as usize].push(article);
        close.into_iter().skip(1).fold(event, |event, other| self.merge(event, other))
    }

    /// Makes one event of two that an article has turned out to belong to, if their other articles
    /// are as close; the larger one lends its number. Tells the event that the first became.
    fn merge(&mut self, one: EventId, other: EventId) -> EventId {
        let size = |event: EventId| (self.events[event.0 as usize].len(), std::cmp::Reverse(event));
        let (small, large) = if size(one) < size(other) { (one, other) } else { (other, one) };
        let settled = self.settled.contains(&small) || self.settled.contains(&large);
        if settled || self.bond(small, large) < self.least() + MERGE {
            return one;
        }
        let members = std::mem::take(&mut self.events[small.0 as usize]);
        for &member in &members {
            self.event_of[member] = Some(large);
        }
        self.events[large.0 as usize].extend(members);
        large
    }

    /// How close the latest articles of one event are to those of another, in the mean.
    fn bond(&self, small: EventId, large: EventId) -> f32 {
        let latest = |event: EventId| self.events[event.0 as usize].iter().rev().take(LATEST);
        let mut sum = 0.0;
        for &member in latest(small) {
            let likeness = latest(large).map(|&other| self.likeness(member, other)).collect();
            sum += self.closeness(large, likeness);
        }
        sum / latest(small).count().max(1) as f32
    }

    /// The likeness that makes one event of two articles, here.
    fn least(&self) -> f32 {
        least(self.profiles.len())
    }

    /// How much a shared term tells: the rarer, the more.
    fn rarity(&self, term: Term) -> f32 {
        let seen = self.postings.get(&term).map_or(0, Vec::len) as f32;
        ((self.profiles.len() as f32 + BACKGROUND) / (seen + 1.0)).ln().max(0.0)
    }

    /// The events that an article is close enough to, the closest first.
    fn close_events(&self, article: usize) -> Vec<EventId> {
        let mut likeness: HashMap<EventId, Vec<f32>> = HashMap::new();
        for other in self.candidates(article) {
            if let Some(event) = self.event_of[other] {
                likeness.entry(event).or_default().push(self.likeness(article, other));
            }
        }
        let scored = likeness.into_iter().map(|(event, found)| (self.closeness(event, found), event));
        let mut close: Vec<(f32, EventId)> = scored.filter(|(closeness, _)| *closeness >= self.least()).collect();
        close.order_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        close.into_iter().map(|(_, event)| event).collect()
    }

    /// Mean likeness to the closest members; members that were no candidates count as unlike.
    fn closeness(&self, event: EventId, mut likeness: Vec<f32>) -> f32 {
        likeness.order_by(|a, b| b.total_cmp(a));
        let witnesses = self.events[event.0 as usize].len().clamp(1, WITNESSES);
        likeness.iter().take(witnesses).sum::<f32>() / witnesses as f32
    }

    /// The articles that share most with `article` in its rarest terms.
    fn candidates(&self, article: usize) -> Vec<usize> {
        if let Some(originals) = self.copied_from.get(&article) {
            return originals.clone();
        }
        let mut probes: Vec<(f32, Term)> = self.vectors[article].iter().map(|w| (w.weight, w.term)).collect();
        probes.order_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        let mut shared: HashMap<u32, f32> = HashMap::new();
        for &(weight, term) in probes.iter().take(PROBES) {
            let Some(posting) = self.postings.get(&term).filter(|posting| posting.len() <= CROWD) else { continue };
            for &other in posting {
                *shared.entry(other).or_default() += weight;
            }
        }
        shared.remove(&(article as u32));
        let mut found: Vec<(u32, f32)> = shared.into_iter().collect();
        found.order_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        found.into_iter().take(CANDIDATES).map(|(other, _)| other as usize).collect()
    }

    /// How alike two articles are, from 0 to 1: see [`likeness::between`].
    pub fn likeness(&self, one: usize, other: usize) -> f32 {
        let weighed = |article: usize| Some((self.profiles.get(article)?, self.vectors.get(article)?.as_slice()));
        weighed(one).zip(weighed(other)).map_or(0.0, |(one, other)| likeness::between(one, other))
    }
}

#[cfg(test)]
mod tests {
    use super::EventIndex;
    use crate::compare::profile::Profile;
    use crate::compare::sample::{FLOOD, FLOOD_TOO, TRIAL, profile};

    #[test]
    fn articles_that_share_rare_words_and_days_are_one_event() {
        let index = EventIndex::group(vec![profile(FLOOD, 1), profile(TRIAL, 1), profile(FLOOD_TOO, 2)]);
        assert_eq!(index.events(), [vec![0, 2], vec![1]]);
    }

    #[test]
    fn the_same_words_months_later_are_another_event() {
        let index = EventIndex::group(vec![profile(FLOOD, 1), profile(FLOOD_TOO, 90)]);
        assert_eq!(index.events(), [vec![0], vec![1]]);
    }

    #[test]
    fn time_tables_of_other_days_are_other_events() {
        let told = |day| Profile { headline_days: Some((day, day)), ..profile(FLOOD, day) };
        let next =
            Profile { headline_days: Some((2, 2)), ..profile("banjir desa garut tanggul rumah ungsi bantu tenda", 2) };
        let undated = Profile { headline_days: None, ..next.clone() };
        assert_eq!(EventIndex::group(vec![told(1), next]).events(), [vec![0], vec![1]]);
        assert_eq!(EventIndex::group(vec![told(1), undated]).events(), [vec![0, 1]]);
    }

    #[test]
    fn an_article_may_bring_two_events_together_but_not_against_the_reader() {
        let (half, other) = ("banjir kali desa garut rumah rendam", "tanggul ungsi tenda bupati garut rumah");
        let both = "banjir kali desa garut tanggul ungsi tenda bupati rumah rendam";
        let mut index = EventIndex::group(vec![profile(half, 1), profile(other, 1)]);
        let apart = index.clone();
        index.add(profile(both, 1));
        assert_eq!(index.events(), [vec![0, 1, 2]]);
        let mut index = apart;
        let other = index.event_of(1).unwrap();
        index.move_to(1, other);
        index.add(profile(both, 1));
        assert_eq!(index.events().len(), 2);
    }

    #[test]
    fn adding_keeps_the_groups_and_a_reader_may_move_an_article() {
        let mut index = EventIndex::group(vec![profile(FLOOD, 1), profile(TRIAL, 1)]);
        let flood = index.event_of(0).unwrap();
        assert_eq!(index.add(profile(FLOOD_TOO, 2)), flood);
        let trial = index.event_of(1).unwrap();
        index.move_to(2, trial);
        assert_eq!(index.events(), [vec![0], vec![1, 2]]);
    }
}
