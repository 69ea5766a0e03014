//! How much a name is better than what else its tokens may be.

use std::ops::Range;

use silang_fast::lanes::Scores;

use crate::entity::label::{Label, of_name};
use crate::entity::mention::EntityKind;
use crate::entity::viterbi::Transitions;

/// A labelled sentence.
#[derive(Clone, Copy, Debug)]
pub struct Labelled<'a> {
    /// Which labels may follow which.
    pub transitions: &'a Transitions,
    /// What speaks for each label of each token.
    pub scores: &'a [Scores],
    /// The best labels.
    pub labels: &'a [Label],
}

impl Labelled<'_> {
    /// By how much the labels of the name over `tokens` are better than the best of their alternatives: no
    /// name, one of another kind, one that begins or ends a token earlier or later. In sixteenths of a nat.
    pub fn margin(&self, tokens: &Range<usize>, kind: EntityKind) -> i32 {
        let around = tokens.start.saturating_sub(1)..(tokens.end + 1).min(self.labels.len());
        let Some(best) = self.labels.get(around.clone()) else { return 0 };
        let total = self.total(&around, best);
        let mut labels = best.to_vec();
        let others = self.others(tokens, kind).map(|(other, kind)| {
            labels.copy_from_slice(best);
            let both = tokens.start.min(other.start)..tokens.end.max(other.end);
            labels[both.start - around.start..both.end - around.start].fill(Label::OUTSIDE);
            let room = labels.iter_mut().skip(other.start - around.start);
            kind.into_iter().flat_map(|kind| of_name(kind, other.len())).zip(room).for_each(|(label, to)| *to = label);
            self.total(&around, &labels)
        });
        others.max().map_or(0, |other| total - other)
    }

    /// What else a name may be: over which tokens, of which kind.
    fn others(&self, at: &Range<usize>, kind: EntityKind) -> impl Iterator<Item = (Range<usize>, Option<EntityKind>)> {
        let is_free = |token: usize| self.labels.get(token) == Some(&Label::OUTSIDE);
        let before = at.start.checked_sub(1).filter(|&before| is_free(before)).map(|before| before..at.end);
        let after = is_free(at.end).then(|| at.start..at.end + 1);
        let long = at.len() > 1;
        let later = long.then(|| at.start + 1..at.end);
        let earlier = long.then(|| at.start..at.end - 1);
        let shifted = [before, after, later, earlier].into_iter().flatten().map(move |other| (other, Some(kind)));
        let kinds = [EntityKind::Person, EntityKind::Organization, EntityKind::Location];
        let kinds = kinds.into_iter().filter(move |other| *other != kind).map(Some).chain([None]);
        let whole = at.clone();
        shifted.chain(kinds.map(move |kind| (whole.clone(), kind)))
    }

    /// What speaks for `labels` over `tokens`, together with the labels beside them.
    fn total(&self, tokens: &Range<usize>, labels: &[Label]) -> i32 {
        let beside = |at: Option<usize>| at.and_then(|at| self.labels.get(at)).copied();
        let scores = self.scores.get(tokens.clone()).unwrap_or_default();
        let own = labels.iter().zip(scores).map(|(label, score)| i32::from(score[label.lane()]));
        let mut last = beside(tokens.start.checked_sub(1));
        let step = |label: Label| {
            let before = last.replace(label);
            before.map_or(0, |before| i32::from(self.transitions.step_score(before, label)))
        };
        own.sum::<i32>() + labels.iter().copied().chain(beside(Some(tokens.end))).map(step).sum::<i32>()
    }
}

#[cfg(test)]
mod tests {
    use super::Labelled;
    use crate::entity::label::{Label, Part};
    use crate::entity::mention::EntityKind::{Location, Person};
    use crate::entity::viterbi::Transitions;
    use silang_fast::lanes::LANES;

    #[test]
    fn the_nearest_alternative_counts() {
        let [person, place] = [Person, Location].map(|kind| Label::new(kind, Part::Single));
        let mut scores = [[0; LANES]; 3];
        (scores[1][person.lane()], scores[1][place.lane()]) = (40, 25);
        let labels = [Label::OUTSIDE, person, Label::OUTSIDE];
        let transitions = Transitions::default();
        let labelled = Labelled { transitions: &transitions, scores: &scores, labels: &labels };
        assert_eq!(labelled.margin(&(1..2), Person), 15);
    }
}
