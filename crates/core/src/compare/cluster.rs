//! One person, organisation or place across articles.

use std::collections::{BTreeMap, HashMap};

use crate::analysis::Analysis;
use crate::compare::speaker::name_words;
use crate::compare::{Cluster, Place};
use crate::entity::mention::EntityKind;

/// An entity of one article.
type Member = (usize, usize);

/// The entities of all articles, each with all its mentions.
///
/// Names are one when they are written alike; inside an event also when all words of one are in
/// just one other name.
pub fn clusters(articles: &[&Analysis], events: &[Vec<usize>]) -> Vec<Cluster> {
    let mut groups: BTreeMap<(EntityKind, String), Vec<Member>> = BTreeMap::new();
    for event in events {
        let key = keys(articles, event);
        for member in members(articles, event) {
            groups.entry(key[&member].clone()).or_default().push(member);
        }
    }
    let mut clusters: Vec<Cluster> =
        groups.into_iter().map(|((kind, _), members)| cluster(articles, kind, members)).collect();
    clusters.retain(|cluster| !cluster.mentions.is_empty());
    clusters.sort_by_key(|cluster| cluster.mentions.first().copied());
    clusters
}

fn members(articles: &[&Analysis], event: &[usize]) -> Vec<Member> {
    event.iter().flat_map(|&a| (0..articles[a].entities.entities.len()).map(move |e| (a, e))).collect()
}

/// The key of each entity of an event: its own folded name, or the fuller one it belongs to.
fn keys(articles: &[&Analysis], event: &[usize]) -> HashMap<Member, (EntityKind, String)> {
    let entity = |(a, e): Member| &articles[a].entities.entities[e];
    let members = members(articles, event);
    let mut names: Vec<(EntityKind, Vec<String>)> =
        members.iter().map(|&m| (entity(m).kind, name_words(&entity(m).name))).collect();
    names.sort();
    names.dedup();
    let full = |kind: EntityKind, words: &Vec<String>| {
        let fuller: Vec<_> = names
            .iter()
            .filter(|(k, n)| *k == kind && n.len() > words.len() && words.iter().all(|w| n.contains(w)))
            .collect();
        let longest = fuller.iter().max_by_key(|(_, n)| n.len());
        let agree = longest.is_some_and(|(_, l)| fuller.iter().all(|(_, n)| n.iter().all(|w| l.contains(w))));
        let person = kind == EntityKind::Person;
        longest.filter(|_| agree && person).map_or_else(|| words.join(" "), |(_, n)| n.join(" "))
    };
    members.iter().map(|&m| (m, (entity(m).kind, full(entity(m).kind, &name_words(&entity(m).name))))).collect()
}

fn cluster(articles: &[&Analysis], kind: EntityKind, mut members: Vec<Member>) -> Cluster {
    members.sort_unstable();
    let names = members.iter().map(|&(a, e)| &articles[a].entities.entities[e].name);
    let name = names.max_by_key(|name| name.len()).cloned().unwrap_or_default();
    let mut mentions = Vec::new();
    for (article, entity) in members {
        let places = articles[article].entities.mentions.iter().filter(|m| m.entity.index() == entity);
        mentions.extend(places.map(|m| Place { article, span: m.span }));
    }
    mentions.sort_unstable();
    Cluster { name, kind, mentions }
}
