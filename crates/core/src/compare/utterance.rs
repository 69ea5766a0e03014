//! The same utterance in several articles, in the same or in other words.

use crate::compare::Place;
use crate::compare::pairing::{self, Pair};
use crate::compare::scene::{Overlap, Passage, Scene};
use crate::compare::speaker::{Kinship, kinship, offices};

/// Two statements and how they belong together.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Link {
    /// Index into the scene's statements.
    pub left: usize,
    /// Index into the scene's statements.
    pub right: usize,
    /// How their speakers stand to each other.
    pub kinship: Kinship,
    /// What they share.
    pub overlap: Overlap,
}

/// Whether two statements say the same, given what they share and who speaks.
fn same_content(overlap: Overlap, kinship: Kinship) -> bool {
    let (contained, alike, least) = match kinship {
        Kinship::Same => (0.6, 0.38, 3),
        Kinship::Office => (0.6, 0.42, 3),
        Kinship::Unknown => (0.75, 0.6, 4),
        Kinship::Other => return false,
    };
    overlap.terms >= least && (overlap.alike >= alike || overlap.contained >= contained && overlap.alike >= 0.15)
}

/// All pairs of statements that share content and come near enough to be told of at all.
pub fn links(scene: &Scene) -> Vec<Link> {
    let offices = offices(scene);
    let link = |pair: Pair| {
        let by = |i: usize| {
            let passage: &Passage = &scene.statements[i];
            &scene.analysis(passage).statements[passage.index].attribution
        };
        let Pair { left, right, overlap } = pair;
        Link { left, right, kinship: kinship(&offices, by(left), by(right)), overlap }
    };
    pairing::pairs(&scene.statements).into_iter().map(link).collect()
}

/// Groups of statements in which any two of different articles say the same. One long statement
/// may be in several groups, beside each of the shorter ones that another article made of it.
pub fn groups(scene: &Scene, links: &[Link]) -> Vec<Vec<Place>> {
    let mut same: Vec<&Link> = links.iter().filter(|link| is_same(scene, link)).collect();
    same.sort_by(|a, b| b.overlap.alike.total_cmp(&a.overlap.alike).then((a.left, a.right).cmp(&(b.left, b.right))));
    let linked = |a: usize, b: usize| {
        same.iter().any(|link| (link.left, link.right) == (a.min(b), a.max(b)))
            || scene.statements[a].reading == scene.statements[b].reading
    };
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for link in &same {
        if groups.iter().any(|group| group.contains(&link.left) && group.contains(&link.right)) {
            continue;
        }
        let mut group = vec![link.left, link.right];
        let near = same.iter().flat_map(|l| [l.left, l.right]);
        for other in near {
            let touches = group.iter().any(|&m| same.iter().any(|l| (l.left, l.right) == (m.min(other), m.max(other))));
            if !group.contains(&other) && touches && group.iter().all(|&member| linked(member, other)) {
                group.push(other);
            }
        }
        group.sort_unstable();
        groups.push(group);
    }
    groups.sort();
    groups.into_iter().map(|group| group.into_iter().map(|i| scene.statements[i].place).collect()).collect()
}

fn is_same(scene: &Scene, link: &Link) -> bool {
    let across = scene.statements[link.left].reading != scene.statements[link.right].reading;
    across && same_content(link.overlap, link.kinship)
}
