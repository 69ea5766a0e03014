//! What a happening did, counted differently: the dead, the hurt, the houses damaged, the people arrested.
//!
//! Such counts are told in any words ("menewaskan 15 orang", "15 mahasiswa meninggal dunia"), so they are brought
//! together by what is counted (people, or a thing by its unit) and by the sort of outcome, not by the words around.

use std::collections::BTreeMap;

use crate::compare::differ::Finding;
use crate::compare::differ::figure::Counted;
use crate::compare::scene::Scene;
use crate::compare::term::SmallWords;
use crate::compare::{DifferenceKind, Verdict};
use crate::text::document::Document;

/// Tokens behind a figure among which the outcome is named.
const BEHIND: usize = 9;
/// Tokens in front of a figure among which it is named ("menewaskan sedikitnya 15 orang").
const BEFORE: usize = 4;

/// What is counted, and what became of it.
type Outcome<'a> = (&'a str, &'static str);

/// Counts of one outcome that do not agree, or are told more or less exactly.
pub fn tolls(scene: &Scene, words: &SmallWords, figures: &[Counted]) -> Vec<Finding> {
    let mut tolls: BTreeMap<Outcome, Vec<&Counted>> = BTreeMap::new();
    for figure in figures.iter().filter(|figure| figure.is_count()) {
        if let Some(outcome) = outcome(scene, words, figure).filter(|_| !figure.is_of_another_time()) {
            tolls.entry(outcome).or_default().push(figure);
        }
    }
    tolls.into_iter().filter_map(|((unit, outcome), counts)| differing(scene, unit, outcome, &counts)).collect()
}

/// What became of what a figure counts, told in its clause.
fn outcome<'a>(scene: &Scene, words: &'a SmallWords, figure: &'a Counted) -> Option<Outcome<'a>> {
    let document = &scene.readings[figure.frame.reading].analysis.document;
    let sentence = document.sentences().get(figure.frame.sentence)?.tokens.clone();
    let own = document.tokens_in(figure.frame.place.span);
    let stop = |token: usize| is_stop(words, document, token);
    let behind = (own.end..sentence.end.min(own.end + BEHIND)).take_while(|&token| !stop(token));
    let before = (sentence.start.max(own.start.saturating_sub(BEFORE))..own.start).rev().take_while(|&t| !stop(t));
    // "two of three suspects": the whole, of which something else is told.
    let part = own.start.checked_sub(1).and_then(|token| document.tokens().get(token));
    if part.is_some_and(|token| words.of.contains(document.folded(token))) {
        return None;
    }
    let outcome = |token: usize| words.outcomes.get(document.folded(document.tokens().get(token)?)).copied();
    let found = before.clone().find_map(outcome).or_else(|| behind.clone().find_map(outcome))?;
    let negated = |token: usize| words.is_negation(document, token);
    (!before.chain(behind).any(negated)).then_some((words.counted_as(&figure.unit), found))
}

/// Whether a clause or another count begins at a token.
fn is_stop(words: &SmallWords, document: &Document, token: usize) -> bool {
    let aim = document.tokens().get(token).is_some_and(|token| words.aims.contains(document.folded(token)));
    let text = document.tokens().get(token).map_or("", |token| document.slice(token.span));
    aim || matches!(text, "," | ";" | ":" | "." | "\"" | "“" | "”") || text.starts_with(|c: char| c.is_ascii_digit())
}

/// The finding when articles give other counts. An article's count is its first in the body, or that of its headline;
/// it is none when the other article gives it as well.
fn differing(scene: &Scene, unit: &str, outcome: &'static str, counts: &[&Counted]) -> Option<Finding> {
    let mut firsts: BTreeMap<usize, &Counted> = BTreeMap::new();
    for &count in counts {
        let first = firsts.entry(count.frame.reading).or_insert(count);
        if first.title && !count.title {
            *first = count;
        }
    }
    let firsts: Vec<&Counted> = firsts.into_values().collect();
    let found: Vec<(Verdict, [&Counted; 2])> =
        pairs(&firsts).filter_map(|pair| Some((against(scene, counts, pair)?, [pair.0, pair.1]))).collect();
    let verdict = found.iter().map(|(verdict, _)| *verdict).max_by_key(|verdict| weight_of(*verdict))?;
    let told: Vec<&Counted> =
        found.into_iter().filter(|(other, _)| *other == verdict).flat_map(|(_, pair)| pair).collect();
    let again =
        |count: &&Counted| told.iter().any(|t| t.frame.reading == count.frame.reading && t.is_same_number(count));
    let values =
        counts.iter().filter(|count| again(count)).map(|count| count.frame.telling(count.text.clone())).collect();
    let why = if verdict == Verdict::Precision { "figure-precision" } else { "figure" };
    let weight = if verdict == Verdict::Precision { 1.2 } else { 2.4 };
    Some(Finding::new((DifferenceKind::Number, verdict, why), format!("{unit} {outcome}"), values, weight))
}

/// How two counts stand to each other, unless the article of the one tells the other too.
fn against(scene: &Scene, counts: &[&Counted], (one, other): (&Counted, &Counted)) -> Option<Verdict> {
    let told = |reading: usize, number: &Counted| {
        counts.iter().any(|count| count.frame.reading == reading && count.is_same_number(number))
    };
    let twice = told(one.frame.reading, other) || told(other.frame.reading, one);
    one.against(scene, other).filter(|verdict| *verdict == Verdict::Precision || !twice)
}

fn weight_of(verdict: Verdict) -> u8 {
    match verdict {
        Verdict::Conflict => 2,
        Verdict::Update => 1,
        _ => 0,
    }
}

fn pairs<'a>(counts: &'a [&'a Counted]) -> impl Iterator<Item = (&'a Counted, &'a Counted)> {
    counts.iter().enumerate().flat_map(|(at, &one)| counts.iter().skip(at + 1).map(move |&other| (one, other)))
}
