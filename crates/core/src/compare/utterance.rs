//! The same utterance in several articles, in the same or in other words.

use std::collections::{HashMap, HashSet};

use crate::compare::Place;
use crate::compare::pairing::{self, Pair};
use crate::compare::retelling::{Evidence, Retellings, likelihood};
use crate::compare::scene::{Overlap, Passage, Reading, Scene};
use crate::compare::speaker::{Kinship, Known, Offices, Speaker, kinship};
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
const LIKELY: f32 = 0.28;

/// All pairs of statements that share content and come near enough to be told of at all.
pub fn links(scene: &Scene) -> Vec<Link> {
    weighed(scene).into_iter().map(|(link, _)| link).collect()
}

/// The same, each with what speaks for and against it.
pub fn weighed(scene: &Scene) -> Vec<(Link, Evidence)> {
    let offices = Offices::of(scene);
    let speaker = |passage: &Passage| {
        let analysis = scene.analysis(passage);
        Speaker::of(scene.names, analysis, &analysis.statements[passage.index])
    };
    let speakers: Vec<Speaker> = scene.statements.iter().map(speaker).collect();
    let firsts = firsts(&speakers);
    let known = |(at, speaker)| (firsts[at] == at).then(|| Known::new(&offices, speaker));
    let known: Vec<Option<Known>> = speakers.iter().enumerate().map(known).collect();
    let retellings = Retellings::new(scene);
    // Few people speak in an event, and many statements are theirs.
    let mut kinships: HashMap<(usize, usize), Kinship> = HashMap::new();
    let link = |Pair { left, right, overlap }: Pair| {
        let (one, other) = (firsts[left], firsts[right]);
        let (Some(first), Some(second)) = (&known[one], &known[other]) else { return None };
        let kinship = *kinships.entry((one, other)).or_insert_with(|| kinship(first, second));
        let evidence = retellings.evidence(left, right, kinship, overlap)?;
        Some((Link { left, right, kinship, overlap, likelihood: likelihood(&evidence) }, evidence))
    };
    pairing::pairs(&pairing::bags(&scene.statements)).into_iter().filter_map(link).collect()
}

/// For each speaker the first that is the same.
fn firsts(speakers: &[Speaker]) -> Vec<usize> {
    let mut known: HashMap<&Speaker, usize> = HashMap::new();
    speakers.iter().enumerate().map(|(at, speaker)| *known.entry(speaker).or_insert(at)).collect()
}

/// Groups of statements in which any two of different articles say the same. One long statement
/// may be in several groups, beside each of the shorter ones that another article made of it.
pub fn groups(scene: &Scene, links: &[Link]) -> Vec<Vec<Place>> {
    let mut same = best(scene, links.iter().filter(|link| is_same(scene, link)).collect());
    same.order_by(|a, b| b.likelihood.total_cmp(&a.likelihood).then((a.left, a.right).cmp(&(b.left, b.right))));
    let net = Net::of(scene, &same);
    let mut groups: Vec<Vec<usize>> = Vec::new();
    let mut together: HashSet<(usize, usize)> = HashSet::new();
    for link in &same {
        if !together.contains(&(link.left, link.right)) {
            let group = net.grown(link);
            let pairs = group.iter().flat_map(|&a| group.iter().map(move |&b| (a, b)));
            together.extend(pairs.filter(|(a, b)| a < b));
            groups.push(group);
        }
    }
    groups.order();
    with_copies(scene, groups)
}

/// The places of groups of statements, and of the further copies of those.
fn with_copies(scene: &Scene, groups: Vec<Vec<usize>>) -> Vec<Vec<Place>> {
    let mut copies: HashMap<Place, Vec<Place>> = HashMap::new();
    for (first, reading, index) in scene.copies.statements() {
        let Reading { article, analysis, .. } = scene.readings[reading];
        let copy = analysis.statements.get(index).map(|said| Place { article, span: said.span });
        copies.entry(first).or_default().extend(copy);
    }
    let places = |group: Vec<usize>| {
        let mut places: Vec<Place> = group.into_iter().map(|i| scene.statements[i].place).collect();
        let further = places.iter().filter_map(|place| copies.get(place)).flatten().copied();
        let further: Vec<Place> = further.collect();
        places.extend(further);
        places
    };
    groups.into_iter().map(places).collect()
}

/// Which statements say the same, for looking up.
struct Net<'s> {
    scene: &'s Scene<'s>,
    links: HashSet<(usize, usize)>,
    /// For each statement those linked with it, and where in the order of links that is.
    near: HashMap<usize, Vec<(usize, usize)>>,
}

impl<'s> Net<'s> {
    fn of(scene: &'s Scene, same: &[&Link]) -> Self {
        let mut net = Self { scene, links: HashSet::new(), near: HashMap::new() };
        for (at, link) in same.iter().enumerate() {
            net.links.insert((link.left, link.right));
            net.near.entry(link.left).or_default().push((at, link.right));
            net.near.entry(link.right).or_default().push((at, link.left));
        }
        net
    }

    fn is_link(&self, a: usize, b: usize) -> bool {
        self.links.contains(&(a.min(b), a.max(b)))
    }

    fn of_statement(&self, statement: usize) -> &[(usize, usize)] {
        self.near.get(&statement).map_or(&[], Vec::as_slice)
    }

    /// The group that two linked statements grow into. What else belongs to it is linked with one of
    /// the two at least; it is tried at each of its links, the closest first.
    fn grown(&self, seed: &Link) -> Vec<usize> {
        let reading = |statement: usize| self.scene.statements[statement].reading;
        let mut others: Vec<usize> =
            [seed.left, seed.right].iter().flat_map(|&end| self.of_statement(end)).map(|&(_, other)| other).collect();
        others.order();
        others.dedup();
        let mut tries: Vec<(usize, usize)> = others
            .iter()
            .flat_map(|&other| {
                self.of_statement(other).iter().map(move |&(at, end)| (2 * at + usize::from(end < other), other))
            })
            .collect();
        tries.order();
        let mut group = vec![seed.left, seed.right];
        for (_, other) in tries {
            let touches = || group.iter().any(|&member| self.is_link(member, other));
            let fits = |&member: &usize| self.is_link(member, other) || reading(member) == reading(other);
            if !group.contains(&other) && group.iter().all(fits) && touches() {
                group.push(other);
            }
        }
        group.order();
        group
    }
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
