//! The list of articles, in the parts that it is shown in: made anew only when the articles or their events change.

use silang_core::facts::ComparisonFacts;

use crate::engine::protocol::Compared;
use crate::library::{Article, Library};
use crate::order;
use crate::shared::Shared;

/// Articles of those that stand alone that make a part of the list.
pub const PART: usize = 16;

/// What stands above a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heading {
    /// How many tell this event.
    Event,
    /// These stand alone.
    Alone,
    /// These are all there are.
    All,
    /// Nothing: the one before goes on.
    None,
}

/// A part of the list: the articles of an event, or some of those that stand alone.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// What stands above it.
    pub heading: Heading,
    /// Its articles; the same list as before when nothing in it has changed.
    pub articles: Shared<Articles>,
}

type Articles = Vec<Shared<Article>>;

/// The list of articles.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Listing {
    /// What it was made from.
    of: (Shared<Library>, Option<Shared<Compared>>),
    /// Its parts, in order.
    pub parts: Vec<Part>,
}

impl Listing {
    /// Whether it is of these articles, grouped like this.
    pub fn is_of(&self, library: &Shared<Library>, whole: Option<&Shared<Compared>>) -> bool {
        self.of.0 == *library && self.of.1.as_ref() == whole
    }

    /// The list of these articles; what is the same as in this one is taken over.
    pub fn next(&self, library: &Shared<Library>, whole: Option<&Shared<Compared>>) -> Self {
        let made = parts(library, whole.map(|whole| &whole.facts));
        let part = |(index, (heading, articles)): (usize, (Heading, Articles))| {
            let before = self.parts.get(index).map(|part| &part.articles).filter(|before| ***before == articles);
            Part { heading, articles: before.cloned().unwrap_or_else(|| Shared::new(articles)) }
        };
        Self { of: (library.clone(), whole.cloned()), parts: made.into_iter().enumerate().map(part).collect() }
    }
}

/// Articles by event, the largest first; those that stand alone come last.
fn parts(library: &Library, whole: Option<&ComparisonFacts>) -> Vec<(Heading, Articles)> {
    let events = whole.map(|whole| whole.events.as_slice()).unwrap_or_default();
    let mut alone = vec![true; library.articles.len()];
    let mut parts: Vec<(Heading, Articles)> = Vec::new();
    for event in events.iter().filter(|event| event.len() > 1) {
        let places: Vec<usize> = event.iter().filter_map(|doc| library.place(doc)).collect();
        places.iter().for_each(|&place| alone[place] = false);
        let articles = places.iter().filter_map(|&place| library.articles.get(place)).cloned();
        parts.push((Heading::Event, articles.collect()));
    }
    order::sort_by_key(&mut parts, |(_, event)| std::cmp::Reverse(event.len()));
    let first = if parts.is_empty() { Heading::All } else { Heading::Alone };
    let alone = library.articles.iter().zip(alone).filter(|(_, alone)| *alone);
    let alone: Articles = alone.map(|(article, _)| article.clone()).collect();
    let some = alone.chunks(PART).enumerate();
    parts.extend(some.map(|(index, some)| (if index == 0 { first } else { Heading::None }, some.to_vec())));
    parts
}

#[cfg(test)]
mod tests {
    use super::{Heading, Listing, PART};
    use crate::engine::protocol::{Compared, Source};
    use crate::library::{Article, Library, Origin};
    use crate::shared::Shared;

    fn library(count: usize) -> Library {
        let mut library = Library::default();
        for number in 0..count {
            let (name, text) = (number.to_string(), format!("teks {number}").into());
            library.push(Article::new(Source { name, text, ..Source::default() }, Origin::New));
        }
        library
    }

    fn told(listing: &Listing) -> Vec<(Heading, Vec<&str>)> {
        let mut told = Vec::new();
        for part in &listing.parts {
            told.push((part.heading, part.articles.iter().map(|one| one.source.name.as_str()).collect()));
        }
        told
    }

    #[test]
    fn large_events_come_first_and_those_that_stand_alone_last() {
        let mut whole = Compared::default();
        whole.facts.events = [&["0", "3"][..], &["1"], &["2", "4", "5"]]
            .map(|event| event.iter().map(|&doc| doc.to_owned()).collect())
            .to_vec();
        let listing = Listing::default().next(&Shared::new(library(6)), Some(&Shared::new(whole)));
        let expected =
            [(Heading::Event, vec!["2", "4", "5"]), (Heading::Event, vec!["0", "3"]), (Heading::Alone, vec!["1"])];
        assert_eq!(told(&listing), expected);
    }

    #[test]
    fn only_the_part_with_a_change_is_another_one() {
        let mut all = Shared::new(library(2 * PART));
        let before = Listing::default().next(&all, None);
        all.make_mut().get_mut("0").unwrap().failed = true;
        let after = before.next(&all, None);
        assert!(before.is_of(&before.of.0, None) && !before.is_of(&all, None));
        assert_eq!((before.parts[0] == after.parts[0], before.parts[1] == after.parts[1]), (false, true));
    }
}
