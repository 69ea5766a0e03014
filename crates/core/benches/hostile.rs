//! How the statement layer takes texts made to hurt it: time for n and for 2n bytes in one run.
//!
//! A ratio near two is linear; `cargo bench -p silang-core --bench hostile`.

use std::hint::black_box;
use std::time::Instant;

use silang_core::entity::Entities;
use silang_core::{Document, Language, statement};

/// Half of the largest text, in bytes.
const HALF: usize = 5_000_000;

/// How often each text is read.
const RUNS: usize = 3;

/// What is repeated until the text is long enough.
const UNITS: [&str; 24] = [
    "\"",
    "\" ",
    " \"",
    "“",
    "”",
    "'",
    "''",
    "«",
    "»″",
    "“\"'",
    "\u{a0}\"a ",
    "\"a\n",
    "\"a\" kata ",
    "\"kata Budi, ",
    "kata ",
    "kata, ",
    "mengatakan ",
    "Budimengatakan ",
    "menurut dia, ",
    "dan dia mengatakan bahwa ",
    "Disebutkan, ",
    "Budi, warga yang ",
    "saat petugas ",
    ".,",
];

/// Seconds that the statements of `unit` repeated to `bytes` bytes take, the document not counted; the best of its runs.
fn seconds(language: &Language, unit: &str, tail: &str, bytes: usize) -> f64 {
    let document = Document::new(&language.text, &(unit.repeat(bytes / unit.len()) + tail));
    let entities = Entities::default();
    let run = || {
        let clock = Instant::now();
        black_box(statement::find(&language.statement, &document, &entities, &[]));
        clock.elapsed().as_secs_f64()
    };
    (0..RUNS).map(|_| run()).fold(f64::INFINITY, f64::min)
}

fn main() {
    let language = Language::indonesian();
    println!("{:28}{:>12}{:>12}{:>8}", "repeated", "s for 5 MB", "s for 10 MB", "ratio");
    let row = |unit: &str, tail: &str| {
        let (half, whole) = (seconds(&language, unit, tail, HALF), seconds(&language, unit, tail, 2 * HALF));
        println!("{:28}{half:12.2}{whole:12.2}{:8.1}", format!("{unit:?}"), whole / half);
    };
    UNITS.iter().for_each(|unit| row(unit, ""));
    row("mengatakan ", &".,".repeat(HALF / 2));
}
