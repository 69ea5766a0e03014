//! How well names are found: exact span and kind.

use std::collections::BTreeSet;
use std::fmt;

use silang_core::Span;
use silang_core::entity::mention::EntityKind;

use crate::marked::Marked;

/// Counts of names found, invented and there.
#[derive(Clone, Copy, Debug, Default)]
pub struct Score {
    hit: [usize; 3],
    found: [usize; 3],
    there: [usize; 3],
}

/// Precision, recall and their harmonic mean, in percent.
fn measures(hit: usize, found: usize, there: usize) -> [f64; 3] {
    let share = |of: usize| if of == 0 { 0.0 } else { hit as f64 * 100.0 / of as f64 };
    let mean = if found + there == 0 { 0.0 } else { 200.0 * hit as f64 / (found + there) as f64 };
    [share(found), share(there), mean]
}

impl Score {
    /// Counts the names found in an article; those mostly in furniture count neither way.
    pub fn count(&mut self, marked: &Marked, names: &BTreeSet<(EntityKind, Span)>) {
        let outside = |span: Span| {
            let inside = |wall: &Span| {
                let shared = wall.end().min(span.end()).saturating_sub(wall.start().max(span.start()));
                shared * 2 > span.len()
            };
            !marked.walls.iter().any(inside)
        };
        let there: BTreeSet<(EntityKind, Span)> = marked.marks.iter().map(|m| (m.kind, m.span)).collect();
        let found: BTreeSet<_> = names.iter().filter(|(_, span)| outside(*span)).copied().collect();
        there.iter().for_each(|(kind, _)| self.there[*kind as usize] += 1);
        found.iter().for_each(|(kind, _)| self.found[*kind as usize] += 1);
        there.intersection(&found).for_each(|(kind, _)| self.hit[*kind as usize] += 1);
    }

    /// Adds the counts of `other`.
    pub fn add(&mut self, other: &Self) {
        for kind in 0..3 {
            self.hit[kind] += other.hit[kind];
            self.found[kind] += other.found[kind];
            self.there[kind] += other.there[kind];
        }
    }

    /// F1 over all kinds, in percent.
    pub fn micro(&self) -> f64 {
        measures(self.hit.iter().sum(), self.found.iter().sum(), self.there.iter().sum())[2]
    }

    /// Mean of the kinds' F1, in percent.
    pub fn macro_mean(&self) -> f64 {
        (0..3).map(|kind| measures(self.hit[kind], self.found[kind], self.there[kind])[2]).sum::<f64>() / 3.0
    }
}

impl fmt::Display for Score {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (kind, name) in ["PER", "ORG", "LOC"].iter().enumerate() {
            let [precision, recall, mean] = measures(self.hit[kind], self.found[kind], self.there[kind]);
            write!(to, "{name} {precision:.1} {recall:.1} {mean:.1}  ")?;
        }
        let [precision, recall, mean] =
            measures(self.hit.iter().sum(), self.found.iter().sum(), self.there.iter().sum());
        write!(
            to,
            "all {precision:.1} {recall:.1} {mean:.1}  macro {:.1}  n {}",
            self.macro_mean(),
            self.there.iter().sum::<usize>()
        )
    }
}
