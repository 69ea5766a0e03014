//! The same utterance in several articles, in the same or in other words.

use std::collections::HashMap;

use crate::compare::Place;
use crate::compare::pairing::{self, Pair};
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
}

/// A statement may have several counterparts in one article, nearly as close as the closest.
const CLOSE: f32 = 0.8;

/// Whether two statements say the same, given what they share and who speaks.
fn same_content(overlap: Overlap, kinship: Kinship) -> bool {
    let Overlap { terms, contained, alike } = overlap;
    let pair_of_words = terms == 2 && alike >= 0.55;
    match kinship {
        Kinship::Same => terms >= 3 && (alike >= 0.3 || contained >= 0.4 && alike >= 0.1) || pair_of_words,
        Kinship::Office => terms >= 3 && (alike >= 0.28 || contained >= 0.6 && alike >= 0.2) || pair_of_words,
        Kinship::Possible | Kinship::Unknown => terms >= 4 && (alike >= 0.42 || contained >= 0.7) || pair_of_words,
        Kinship::Other => terms >= 6 && alike >= 0.8,
    }
}

/// All pairs of statements that share content and come near enough to be told of at all.
pub fn links(scene: &Scene) -> Vec<Link> {
    let offices = offices(scene);
    let speaker = |passage: &Passage| {
        let analysis = scene.analysis(passage);
        Speaker::of(scene.names, analysis, &analysis.statements[passage.index])
    };
    let speakers: Vec<Speaker> = scene.statements.iter().map(speaker).collect();
    let link = |Pair { left, right, overlap }: Pair| {
        let kinship = kinship(&offices, &speakers[left], &speakers[right]);
        Link { left, right, kinship, overlap }
    };
    pairing::pairs(&scene.statements).into_iter().map(link).collect()
}

/// Groups of statements in which any two of different articles say the same. One long statement
/// may be in several groups, beside each of the shorter ones that another article made of it.
pub fn groups(scene: &Scene, links: &[Link]) -> Vec<Vec<Place>> {
    let mut same = best(scene, links.iter().filter(|link| is_same(scene, link)).collect());
    same.order_by(|a, b| b.overlap.alike.total_cmp(&a.overlap.alike).then((a.left, a.right).cmp(&(b.left, b.right))));
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
            *best = best.max(link.overlap.alike);
        }
    }
    links.into_iter().filter(|link| ends(link).iter().any(|end| link.overlap.alike >= CLOSE * top[end])).collect()
}

/// Whether a link is between two tellings of one utterance in two articles.
pub fn is_same(scene: &Scene, link: &Link) -> bool {
    let across = scene.statements[link.left].reading != scene.statements[link.right].reading;
    across && same_content(link.overlap, link.kinship)
}
