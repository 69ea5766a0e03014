//! Fits the weights of `silang_core::compare::retelling` to hand-marked sets.
//!
//! `cargo run --release -p silang-cli --example retelling -- GOLD_SET...` prints them, and how well weights fitted to all sets
//! but one tell the pairs of that one (F1 of pairs that the core looks at, at the best threshold for all).

use std::path::Path;

use silang_cli::eval::gold::GoldSet;
use silang_cli::eval::retelling::{Example, Weights, examples};
use silang_core::Language;
use silang_core::compare::retelling::EVIDENCE;

/// Thresholds that are tried, in hundredths.
const THRESHOLDS: std::ops::Range<usize> = 10..70;

fn main() -> std::io::Result<()> {
    let language = Language::indonesian();
    let folders: Vec<String> = std::env::args().skip(1).collect();
    let mut sets = Vec::new();
    for folder in &folders {
        sets.push(examples(&language, &GoldSet::read(Path::new(folder))?));
    }
    let told: Vec<Vec<(f64, bool)>> = (0..sets.len()).map(|left_out| told_by_others(&sets, left_out)).collect();
    let best = THRESHOLDS.max_by(|&a, &b| {
        let over_all = |hundredths: usize| f1(told.iter().flatten(), hundredths);
        over_all(a).total_cmp(&over_all(b))
    });
    let best = best.unwrap_or_default();
    for (folder, told) in folders.iter().zip(&told) {
        println!("{folder}: F1 {:.1} of {} pairs", f1(told.iter(), best), told.len());
    }
    println!("all, each left out: F1 {:.1} at 0.{best}", f1(told.iter().flatten(), best));
    let fitted = Weights::fit(&sets.iter().flatten().collect::<Vec<_>>());
    println!("intercept {:.2}", fitted.intercept);
    for (name, weight) in EVIDENCE.iter().zip(&fitted.weights) {
        println!("{weight:7.2}  {name}");
    }
    Ok(())
}

/// The pairs of one set, each with the likelihood that weights fitted to all the others give it.
fn told_by_others(sets: &[Vec<Example>], left_out: usize) -> Vec<(f64, bool)> {
    let others = sets.iter().enumerate().filter(|(at, _)| *at != left_out || sets.len() == 1);
    let fitted = Weights::fit(&others.flat_map(|(_, set)| set).collect::<Vec<_>>());
    sets[left_out].iter().map(|example| (fitted.likelihood(&example.evidence), example.same)).collect()
}

/// F1, in hundredths, of the pairs whose likelihood reaches a threshold.
fn f1<'a>(told: impl Iterator<Item = &'a (f64, bool)>, hundredths: usize) -> f64 {
    let (mut hit, mut claimed, mut marked) = (0_u32, 0_u32, 0_u32);
    for &(likelihood, same) in told {
        let claim = likelihood * 100.0 >= hundredths as f64;
        hit += u32::from(claim && same);
        claimed += u32::from(claim);
        marked += u32::from(same);
    }
    if claimed + marked == 0 { 0.0 } else { 200.0 * f64::from(hit) / f64::from(claimed + marked) }
}
