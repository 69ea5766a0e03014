//! How alike two articles are, as far as telling one event goes.

use crate::compare::profile::{Profile, Weighted};
use crate::compare::term::Term;

/// Days between two articles of one event, at most.
const DAYS: i32 = 6;
/// How much likeness a day between two articles takes away.
const DAY_COST: f32 = 0.05;
/// The part of what two articles share that should be names; what is missing of it is taken away,
/// because advice and lists share words without telling any event.
const NAMES: f32 = 0.3;
/// The part of two articles' headlines that each should tell of the other's.
const TOLD: f32 = 0.62;
/// How much of what is missing of that, or more than that, is taken away or added.
const HEADLINE: f32 = 0.25;
/// How much of what both headlines name or count, each without the other, is taken away: two quakes
/// differ in little but the place, two instalments in little but the number.
const CLASH: f32 = 0.5;
/// What is left of the likeness of two articles whose headlines tell of different days: a price
/// list or a time table of each day is the same text about another thing.
const OTHER_DAY: f32 = 0.4;
/// Distinct numbers that make an article full of them.
const NUMBERS: usize = 8;
/// The share of their numbers that two articles of one event have in common, at least.
const SAME_NUMBERS: f32 = 0.2;

/// Weighted terms, made so that together they have length 1.
pub(super) fn of_length_one(terms: impl Iterator<Item = Weighted>) -> Vec<Weighted> {
    let mut terms: Vec<Weighted> = terms.collect();
    let length = terms.iter().map(|w| w.weight * w.weight).sum::<f32>().sqrt().max(f32::MIN_POSITIVE);
    for weighted in &mut terms {
        weighted.weight /= length;
    }
    terms
}

/// How alike two articles are, from 0 to 1, by their profiles and weighted terms (of length 1, in order of term): the
/// cosine, less for days between them, for names that are missing and for what their headlines tell otherwise.
pub fn between((a, left): (&Profile, &[Weighted]), (b, right): (&Profile, &[Weighted])) -> f32 {
    let near = nearness(a.day, b.day);
    if near <= 0.0 {
        return 0.0;
    }
    let (all, named) = dot(left, right);
    let ((a_told, a_clash), (b_told, b_clash)) = (headline_in(left, right), headline_in(right, left));
    let told = f32::midpoint(a_told, b_told) - TOLD;
    let clash = a_clash.min(b_clash);
    let other_day = if other_days(a, b) || is_other_issue((a, left), (b, right)) { OTHER_DAY } else { 1.0 };
    other_day * near * (all + named.min(NAMES * all) - NAMES * all + HEADLINE * told - CLASH * clash)
}

/// Sum of the products of the weights of terms found in both, which are in order of term: of all
/// of them, and of those that are part of a name.
fn dot(a: &[Weighted], b: &[Weighted]) -> (f32, f32) {
    let (mut i, mut j, mut sum) = (0, 0, (0.0, 0.0));
    while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
        if x.term == y.term {
            let product = x.weight * y.weight;
            sum.0 += product;
            sum.1 += if x.named || y.named { product } else { 0.0 };
        }
        i += usize::from(x.term <= y.term);
        j += usize::from(y.term <= x.term);
    }
    sum
}

/// The share of the weight of `a`'s headline that `b` has too, anywhere, and the share of the
/// names and numbers in it that `b` lacks.
fn headline_in(a: &[Weighted], b: &[Weighted]) -> (f32, f32) {
    let has = |term: Term| b.binary_search_by_key(&term, |w| w.term).is_ok();
    let (mut all, mut shared, mut clash) = (0.0, 0.0, 0.0);
    for weighted in a.iter().filter(|w| w.headline) {
        all += weighted.weight;
        if has(weighted.term) {
            shared += weighted.weight;
        } else if weighted.named || weighted.number {
            clash += weighted.weight;
        }
    }
    if all > 0.0 { (shared / all, clash / all) } else { (TOLD, 0.0) }
}

/// Whether two articles of different days are full of numbers, but hardly any of the same: the same
/// report of another day.
fn is_other_issue((a, left): (&Profile, &[Weighted]), (b, right): (&Profile, &[Weighted])) -> bool {
    let numbers = |terms: &[Weighted]| terms.iter().filter(|w| w.number).map(|w| w.weight).sum::<f32>();
    let count = |terms: &[Weighted]| terms.iter().filter(|w| w.number).count();
    if a.day == b.day || count(left).min(count(right)) < NUMBERS {
        return false;
    }
    let has = |term: Term| right.binary_search_by_key(&term, |w| w.term).is_ok();
    let shared = left.iter().filter(|w| w.number && has(w.term)).map(|w| w.weight).sum::<f32>();
    shared < SAME_NUMBERS * numbers(left).min(numbers(right))
}

/// Whether both headlines tell of days, none of which are the same.
fn other_days(one: &Profile, other: &Profile) -> bool {
    one.headline_days.zip(other.headline_days).is_some_and(|(a, b)| a.1 < b.0 || b.1 < a.0)
}

/// 1 for articles of one day or without a day, 0 for those that are too far apart.
fn nearness(one: Option<i32>, other: Option<i32>) -> f32 {
    let (Some(one), Some(other)) = (one, other) else { return 1.0 };
    let days = (one - other).abs();
    if days > DAYS { 0.0 } else { 1.0 - DAY_COST * (days - 1).max(0) as f32 }
}
