//! Comparing: `events` is the B-cubed score of the grouping of articles; `utterance` counts pairs of statements in two
//! articles; a difference is met where a found one holds two of its marked tellings.

use std::collections::{BTreeMap, BTreeSet};

use silang_core::facts::{At, ComparisonFacts, DifferenceFact, DocAt};

use crate::eval::gold::{GoldArticle, GoldSet, stem};
use crate::eval::matching::{intersection_over_union, overlap, trim};
use crate::eval::score::b_cubed;
use crate::eval::{Row, Score};

pub(super) fn rows(set: &GoldSet, compared: &ComparisonFacts) -> Vec<Row> {
    vec![
        ("events", events(set, compared)),
        ("utterance", utterances(set, compared)),
        ("difference", differences(set, compared)),
    ]
}

fn events(set: &GoldSet, compared: &ComparisonFacts) -> Score {
    let mut marked: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for (number, group) in set.groups.iter().enumerate() {
        if let Some(events) = &group.events {
            let numbered = events.iter().enumerate();
            marked.extend(numbered.flat_map(|(k, docs)| docs.iter().map(move |doc| (stem(doc), (number, k)))));
        } else {
            let prefix = format!("{}-", group.group);
            let members = set.articles.iter().map(GoldArticle::stem).filter(|doc| doc.starts_with(&prefix));
            marked.extend(members.map(|doc| (doc, (number, 0))));
        }
    }
    let numbered = compared.events.iter().enumerate();
    let grouped: BTreeMap<&str, usize> =
        numbered.flat_map(|(k, docs)| docs.iter().map(move |doc| (stem(doc), k))).collect();
    let found = marked.keys().map(|&doc| (doc, grouped.get(doc).copied().ok_or(doc))).collect();
    b_cubed(&marked, &found)
}

/// A statement: a mark of the set, or something else found there.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Statement {
    Marked(usize),
    Other(At),
}

/// A statement of an article.
pub(super) type Item<'a> = (&'a str, Statement);

fn utterances(set: &GoldSet, compared: &ComparisonFacts) -> Score {
    let marked = marked_pairs(set);
    let found =
        pairs(compared.statements.iter().map(|same| same.iter().filter_map(|place| found_item(set, place)).collect()));
    Score::new(marked.intersection(&found).count(), found.len(), marked.len())
}

/// The pairs of statements that are marked as one utterance.
pub(super) fn marked_pairs(set: &GoldSet) -> BTreeSet<(Item<'_>, Item<'_>)> {
    let gold = set.groups.iter().flat_map(|group| &group.statements);
    pairs(gold.map(|same| same.iter().filter_map(|item| marked_item(item)).collect()))
}

/// All pairs of items of two articles that stand in one group.
fn pairs<'a>(groups: impl Iterator<Item = Vec<Item<'a>>>) -> BTreeSet<(Item<'a>, Item<'a>)> {
    let mut pairs = BTreeSet::new();
    for items in groups {
        for &a in &items {
            pairs.extend(items.iter().filter(|b| a.0 < b.0).map(|&b| (a, b)));
        }
    }
    pairs
}

/// The statement that "article:7" means, counted from 1.
fn marked_item(reference: &str) -> Option<Item<'_>> {
    let (doc, number) = reference.rsplit_once(':')?;
    Some((doc, Statement::Marked(number.parse::<usize>().ok()?.checked_sub(1)?)))
}

/// The marked statement that a found one stands for (half of it, at least), else the found one itself.
pub(super) fn found_item<'a>(set: &GoldSet, place: &'a DocAt) -> Option<Item<'a>> {
    let doc = stem(&place.doc);
    let article = set.articles.iter().find(|article| article.stem() == doc)?;
    let span = trim(&article.article.text, place.at);
    let likeness = |mark: At| intersection_over_union(span, trim(&article.article.text, mark));
    let scored = article.statements.iter().enumerate().map(|(i, mark)| (likeness(mark.at), i));
    let best = scored.max_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1))).filter(|best| best.0 >= 0.5);
    Some((doc, best.map_or(Statement::Other(span), |(_, i)| Statement::Marked(i))))
}

fn differences(set: &GoldSet, compared: &ComparisonFacts) -> Score {
    let marked = set.groups.iter().flat_map(|group| &group.differences);
    let wanted: Vec<Vec<(&str, At)>> = marked
        .map(|difference| difference.values.iter().filter_map(|telling| set.place(telling)).collect())
        .filter(|spots: &Vec<_>| spots.len() > 1)
        .collect();
    let claimed = &compared.differences;
    let met = wanted.iter().filter(|spots| claimed.iter().any(|found| meets(found, spots))).count();
    let right = claimed.iter().filter(|found| wanted.iter().any(|spots| meets(found, spots))).count();
    Score {
        precision: Score::share(right, claimed.len()).precision,
        recall: Score::share(met, wanted.len()).recall,
        count: wanted.len(),
    }
}

/// Whether a found difference holds at least two of the marked tellings.
fn meets(found: &DifferenceFact, spots: &[(&str, At)]) -> bool {
    let told = |spot: &&(&str, At)| {
        found.values.iter().any(|value| stem(&value.place.doc) == spot.0 && overlap(value.place.at, spot.1) > 0)
    };
    spots.iter().filter(told).collect::<BTreeSet<_>>().len() > 1
}
