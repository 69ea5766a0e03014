//! Names: span and type exact; `entity link` is the B-cubed score of the entities across articles, over the names found.

use std::collections::{BTreeMap, BTreeSet};

use silang_core::entity::mention::EntityKind;
use silang_core::facts::{At, ComparisonFacts};

use crate::eval::gold::stem;
use crate::eval::score::b_cubed;
use crate::eval::{Case, Row, Score};

const KINDS: [(EntityKind, &str); 3] = [
    (EntityKind::Person, "entity person"),
    (EntityKind::Organization, "entity organization"),
    (EntityKind::Location, "entity location"),
];

/// A place in the set: article and stretch.
type Spot<'a> = (&'a str, At);

#[derive(Default)]
struct Tally {
    hits: usize,
    found: usize,
    marked: usize,
}

pub(super) fn rows(cases: &[Case], compared: &ComparisonFacts) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut all = Tally::default();
    let mut linked = BTreeMap::new();
    for (kind, layer) in KINDS {
        let mut tally = Tally::default();
        for case in cases {
            count(case, kind, &mut tally, &mut linked);
        }
        rows.push((layer, Score::new(tally.hits, tally.found, tally.marked)));
        all.hits += tally.hits;
        all.found += tally.found;
        all.marked += tally.marked;
    }
    rows.push(("entity all", Score::new(all.hits, all.found, all.marked)));
    rows.push(("entity link", b_cubed(&linked, &clusters(&linked, compared))));
    rows
}

fn count<'a>(case: &Case<'a>, kind: EntityKind, tally: &mut Tally, linked: &mut BTreeMap<Spot<'a>, &'a str>) {
    let marked: BTreeMap<At, &str> =
        case.gold.names.iter().filter(|name| name.kind == kind).map(|name| (name.at, name.entity.as_str())).collect();
    let found = case.facts.mentions.iter().filter(|mention| mention.kind == kind && case.outside(mention.at));
    let found: BTreeSet<At> = found.map(|mention| mention.at).collect();
    tally.marked += marked.len();
    tally.found += found.len();
    for (at, entity) in marked.into_iter().filter(|(at, _)| found.contains(at)) {
        tally.hits += 1;
        linked.insert((case.gold.stem(), at), entity);
    }
}

/// A group of names that the comparison made, or a name that it left alone.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Group<'a> {
    Cluster(usize),
    Alone(Spot<'a>),
}

fn clusters<'a>(linked: &BTreeMap<Spot<'a>, &str>, compared: &'a ComparisonFacts) -> BTreeMap<Spot<'a>, Group<'a>> {
    let mut cluster: BTreeMap<Spot, usize> = BTreeMap::new();
    for (number, entity) in compared.entities.iter().enumerate() {
        cluster.extend(entity.mentions.iter().map(|mention| ((stem(&mention.doc), mention.at), number)));
    }
    let group = |spot: Spot<'a>| cluster.get(&spot).map_or(Group::Alone(spot), |&number| Group::Cluster(number));
    linked.keys().map(|&spot| (spot, group(spot))).collect()
}
