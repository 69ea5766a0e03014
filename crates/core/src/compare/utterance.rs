//! The same utterance in several articles, in the same or in other words.

use std::collections::HashMap;

use crate::compare::Place;
use crate::compare::pairing::{self, Pair};
use crate::compare::retelling::Retellings;
use crate::compare::scene::{Overlap, Passage, Scene};
use crate::compare::speaker::{Kinship, Speaker, kinship, offices};
use crate::order::Order;

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
    /// How likely they are one utterance, from 0 to 1.
    pub likelihood: f32,
}

/// A statement may have several counterparts in one article, nearly as close as the closest.
const CLOSE: f32 = 0.7;

/// How likely two statements must be one utterance to be told of as one.
const LIKELY: f32 = 0.27;

/// All pairs of statements that share content and come near enough to be told of at all.
pub fn links(scene: &Scene) -> Vec<Link> {
    let offices = offices(scene);
    let speaker = |passage: &Passage| {
        let analysis = scene.analysis(passage);
        Speaker::of(scene.names, analysis, &analysis.statements[passage.index])
    };
    let speakers: Vec<Speaker> = scene.statements.iter().map(speaker).collect();
    let retellings = Retellings::new(scene);
    let link = |Pair { left, right, overlap }: Pair| {
        let kinship = kinship(&offices, &speakers[left], &speakers[right]);
        Link { left, right, kinship, overlap, likelihood: retellings.likelihood(left, right, kinship, overlap) }
    };
    pairing::pairs(&scene.statements).into_iter().map(link).collect()
}

/// Groups of statements in which any two of different articles say the same. One long statement
/// may be in several groups, beside each of the shorter ones that another article made of it.
pub fn groups(scene: &Scene, links: &[Link]) -> Vec<Vec<Place>> {
    let mut same = best(scene, links.iter().filter(|link| is_same(scene, link)).collect());
    same.order_by(|a, b| b.likelihood.total_cmp(&a.likelihood).then((a.left, a.right).cmp(&(b.left, b.right))));
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
        group.order();
        groups.push(group);
    }
    groups.order();
    groups.into_iter().map(|group| group.into_iter().map(|i| scene.statements[i].place).collect()).collect()
}

/// The links that are the best the other article has for one of their two statements.
fn best<'a>(scene: &Scene, links: Vec<&'a Link>) -> Vec<&'a Link> {
    let reading = |i: usize| scene.statements[i].reading;
    let ends = |link: &Link| [(link.left, reading(link.right)), (link.right, reading(link.left))];
    let mut top: HashMap<(usize, usize), f32> = HashMap::new();
    for link in &links {
        for end in ends(link) {
            let best = top.entry(end).or_default();
            *best = best.max(link.likelihood);
        }
    }
    links.into_iter().filter(|link| ends(link).iter().any(|end| link.likelihood >= CLOSE * top[end])).collect()
}

/// Whether a link is between two tellings of one utterance in two articles.
pub fn is_same(scene: &Scene, link: &Link) -> bool {
    let across = scene.statements[link.left].reading != scene.statements[link.right].reading;
    across && link.likelihood >= LIKELY
}
