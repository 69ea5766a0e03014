//! One person, organisation or place across articles.

use std::collections::BTreeMap;

use crate::analysis::Analysis;
use crate::compare::{Cluster, Place};
use crate::entity::mention::EntityKind;
use crate::entity::name::Names;
use crate::entity::resolve::{Written, group};
use crate::entity::shout::is_shouted;
use crate::order::Order;
use crate::text::span::Span;

/// An entity of one article.
type Member = (usize, usize);

/// The entities of all articles, each with all its mentions.
///
/// Names are one when they are the same words, spelled out; inside an event also when one is a short
/// form of the other.
pub fn clusters(names: &Names, articles: &[&Analysis], events: &[Vec<usize>]) -> Vec<Cluster> {
    let mut groups: BTreeMap<(EntityKind, Vec<String>), Vec<Member>> = BTreeMap::new();
    for event in events {
        let members = members(articles, event);
        let written: Vec<Written> = members.iter().map(|&member| written(articles, member)).collect();
        for (member, full) in members.iter().zip(group(names, &written)) {
            let key = (written[full].kind, names.words(written[full].name));
            groups.entry(key).or_default().push(*member);
        }
    }
    let mentions: Vec<Vec<Vec<Span>>> = articles.iter().map(|analysis| mentions(analysis)).collect();
    let mut clusters: Vec<Cluster> =
        groups.into_iter().map(|((kind, _), members)| cluster(articles, &mentions, kind, members)).collect();
    clusters.retain(|cluster| !cluster.mentions.is_empty());
    clusters.order_by_key(|cluster| cluster.mentions.first().copied());
    clusters
}

fn members(articles: &[&Analysis], event: &[usize]) -> Vec<Member> {
    event.iter().flat_map(|&a| (0..articles[a].entities.entities.len()).map(move |e| (a, e))).collect()
}

fn written<'a>(articles: &[&'a Analysis], (article, entity): Member) -> Written<'a> {
    let entity = &articles[article].entities.entities[entity];
    Written { kind: entity.kind, name: &entity.name, told: None }
}

/// Where each entity of an article is named.
fn mentions(analysis: &Analysis) -> Vec<Vec<Span>> {
    let mut places = vec![Vec::new(); analysis.entities.entities.len()];
    for mention in &analysis.entities.mentions {
        places[mention.entity.index()].push(mention.span);
    }
    places
}

/// One thing, with where each entity of each article is named.
fn cluster(
    articles: &[&Analysis],
    mentions_of: &[Vec<Vec<Span>>],
    kind: EntityKind,
    mut members: Vec<Member>,
) -> Cluster {
    members.order();
    let names = members.iter().map(|&(a, e)| &articles[a].entities.entities[e].name);
    let name = names.max_by_key(|name| (name.len(), !is_shouted(kind, name))).cloned().unwrap_or_default();
    let mut mentions = Vec::new();
    for (article, entity) in members {
        mentions.extend(mentions_of[article][entity].iter().map(|&span| Place { article, span }));
    }
    mentions.order();
    Cluster { name, kind, mentions }
}
