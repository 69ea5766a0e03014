//! Whether an article tells an event of an archive that is not here as a whole: of that it is known how common terms are, and of
//! each article a few are given that may tell its event.

use crate::compare::event::{BACKGROUND, least};
use crate::compare::likeness;
use crate::compare::profile::{Profile, Weighted};
use crate::compare::term::Term;

/// A term is frequent that more than one article in so many has.
const FREQUENT: usize = 500;

/// What is known of an archive.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Archive {
    /// How many articles it has.
    pub articles: usize,
    /// The frequent terms, in order, and how many articles have them.
    pub frequent: Vec<(Term, usize)>,
}

impl Archive {
    /// What is known of the archive of these articles.
    pub fn of(profiles: &[Profile]) -> Self {
        let mut terms: Vec<Term> = profiles.iter().flat_map(|profile| &profile.terms).map(|w| w.term).collect();
        terms.sort_unstable();
        let mut archive = Self { articles: profiles.len(), frequent: Vec::new() };
        let seen = terms.chunk_by(PartialEq::eq).map(|same| (same[0], same.len()));
        archive.frequent = seen.filter(|(_, seen)| *seen > archive.bound()).collect();
        archive
    }

    /// Articles that a term may have without being frequent.
    fn bound(&self) -> usize {
        (self.articles / FREQUENT).max(1)
    }

    fn rarity(&self, term: Term) -> f32 {
        let known = self.frequent.binary_search_by_key(&term, |(term, _)| *term);
        let seen = known.map_or(self.bound().div_ceil(2), |at| self.frequent[at].1);
        ((self.articles as f32 + BACKGROUND) / (seen as f32 + 1.0)).ln().max(0.0)
    }

    /// The weighted terms of an article, of length 1, as they would be if it were in the archive.
    fn vector(&self, profile: &Profile) -> Vec<Weighted> {
        let weigh = |&w: &Weighted| Weighted { weight: w.weight * self.rarity(w.term), ..w };
        likeness::of_length_one(profile.terms.iter().map(weigh))
    }

    /// Which of these tells the event of an article: the one most like it, if all that are given of its event are like enough in the
    /// mean. Each comes with a number that is the same for those of one event.
    pub fn twin(&self, article: &Profile, others: &[(Profile, usize)]) -> Option<usize> {
        let own = self.vector(article);
        let alike = |(other, _): &(Profile, usize)| likeness::between((article, &own), (other, &self.vector(other)));
        let alike: Vec<f32> = others.iter().map(alike).collect();
        let most = (0..others.len()).max_by(|&a, &b| alike[a].total_cmp(&alike[b]))?;
        let members = || (0..others.len()).filter(|&other| others[other].1 == others[most].1);
        let mean = members().map(|other| alike[other]).sum::<f32>() / members().count() as f32;
        (mean >= least(self.articles)).then_some(most)
    }
}

#[cfg(test)]
mod tests {
    use super::Archive;
    use crate::compare::sample::{FLOOD, FLOOD_TOO, TRIAL, profile};
    use crate::compare::term::Term;

    #[test]
    fn an_article_tells_the_event_of_those_it_shares_rare_words_with() {
        let archive = Archive::of(&[profile(FLOOD, 1), profile(TRIAL, 1), profile("garut rumah bupati sekolah", 1)]);
        let mut frequent = [("garut", 3), ("rumah", 2), ("bupati", 2)].map(|(word, seen)| (Term::new(word), seen));
        frequent.sort_unstable();
        assert_eq!(archive.frequent, frequent);
        let others = [(profile(TRIAL, 1), 7), (profile(FLOOD, 1), 4)];
        assert_eq!(archive.twin(&profile(FLOOD_TOO, 2), &others), Some(1));
        assert_eq!(archive.twin(&profile(FLOOD_TOO, 60), &others), None);
        assert_eq!(archive.twin(&profile("garut rumah bupati pesta", 1), &others), None);
        assert_eq!(archive.twin(&profile(FLOOD, 1), &[]), None);
    }
}
