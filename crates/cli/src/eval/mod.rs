//! Quality: what the core finds, measured against what people marked by hand.
//!
//! All measures are micro-averaged over a set. What the core finds inside hand-marked furniture counts neither for nor
//! against it, except in the furniture layer itself.

pub mod command;
pub mod gold;
pub mod marks;
pub mod retelling;
pub mod table;

mod comparison;
mod entities;
mod furniture;
mod matching;
mod names;
mod score;
mod statements;
mod times;

pub use crate::eval::score::Score;

use silang_core::facts::{At, ComparisonFacts, Facts};
use silang_core::{Analysis, Language, analyze, compare};

use crate::eval::gold::{GoldArticle, GoldSet};

/// One line of the table: a layer's name and its score.
pub type Row = (&'static str, Score);

/// One article with its marks and what was found in it.
struct Case<'a> {
    gold: &'a GoldArticle,
    facts: Facts,
}

impl Case<'_> {
    /// Whether a finding stands outside hand-marked furniture (at most half of it inside any one stretch).
    fn outside(&self, found: At) -> bool {
        let length = found.end - found.start;
        !self.gold.furniture.iter().any(|wall| matching::overlap(found, *wall) * 2 > length)
    }
}

/// Measures every layer on one gold set.
pub fn evaluate(language: &Language, set: &GoldSet) -> Vec<Row> {
    let analyses: Vec<Analysis> = set.articles.iter().map(|gold| analyze(language, &gold.article)).collect();
    let articles: Vec<&Analysis> = analyses.iter().collect();
    let compared = ComparisonFacts::new(&articles, &compare(&language.compare, &articles));
    let cases: Vec<Case> =
        set.articles.iter().zip(&analyses).map(|(gold, found)| Case { gold, facts: Facts::from(found) }).collect();
    let mut rows = entities::rows(&cases, &compared);
    rows.extend(times::rows(&cases));
    rows.extend(statements::rows(&cases));
    rows.extend(furniture::rows(&cases));
    rows.extend(comparison::rows(set, &compared));
    rows
}
