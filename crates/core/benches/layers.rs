//! How fast each layer is, next to the mere check that the bytes are UTF-8: `cargo xtask bench`.
//!
//! "One by one" is as the page, the workers and the command line read: with what earlier articles of the same pass have left.
//! Machines differ; the ratio to the UTF-8 check, taken in the same run, is what can be compared.
#![expect(clippy::expect_used, reason = "a program, not a library")]

use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use silang_core::entity::memory::WordMemory;
use silang_core::text::{furniture, header};
use silang_core::{
    Analysis, Article, Document, Language, Memory, analyze, analyze_with, compare, entity, figure, lang, statement,
    time,
};

/// How long each measurement lasts at least.
const LEAST: Duration = Duration::from_millis(500);

/// The articles of a folder of texts that the command line names, or of the repository's own gold set.
fn articles() -> Vec<Article> {
    let own = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../gold/indosum/raw");
    let folder = std::env::args().skip(1).find(|arg| !arg.starts_with('-')).map_or_else(own, PathBuf::from);
    let files = std::fs::read_dir(&folder).expect("a folder of texts").map(|entry| entry.expect("entry").path());
    let mut articles: Vec<Article> = files
        .map(|file| Article::new(file.to_string_lossy(), std::fs::read_to_string(&file).expect("UTF-8")))
        .collect();
    articles.sort_by(|a, b| a.name.cmp(&b.name));
    articles
}

/// Makes the compiler believe that a result is needed.
fn used<T>(result: T) {
    let _ = black_box(result);
}

/// The least time that `work` takes.
fn least(mut work: impl FnMut()) -> Duration {
    let (start, mut best) = (Instant::now(), Duration::MAX);
    while start.elapsed() < LEAST {
        let run = Instant::now();
        work();
        best = best.min(run.elapsed());
    }
    best
}

/// Megabytes a second of `work`, which goes once over `bytes` bytes; the best of its runs.
fn speed(bytes: usize, work: impl FnMut()) -> f64 {
    bytes as f64 / 1e6 / least(work).as_secs_f64()
}

fn main() {
    let (language, articles) = (Language::indonesian(), articles());
    let bytes: usize = articles.iter().map(|article| article.text.len()).sum();
    let found: Vec<Analysis> = articles.iter().map(|article| analyze(&language, article)).collect();
    let all: Vec<&Analysis> = found.iter().collect();
    let utf8 = speed(bytes, || {
        for article in &articles {
            used(std::str::from_utf8(black_box(article.text.as_bytes())));
        }
    });
    println!("{} articles, {bytes} bytes", articles.len());
    println!("{:24}{:>12}{:>16}", "layer", "MB/s", "UTF-8 check =");
    let row = |layer: &str, speed: f64| println!("{layer:24}{speed:12.1}{:14.0} ×", utf8 / speed);
    let each = |layer: &str, work: &dyn Fn(&Analysis)| row(layer, speed(bytes, || found.iter().for_each(work)));
    row("UTF-8 check", utf8);
    each("words and sentences", &|a| used(Document::new(&language.text, a.document.text())));
    each("furniture", &|a| used(furniture::find(&language.furniture, &a.document)));
    each("header", &|a| used(header::read(&language.header, &a.document)));
    each("names", &|a| used(entity::find(&language.entity, &a.document)));
    row(
        "names, one by one",
        speed(bytes, || {
            let mut words = WordMemory::default();
            found.iter().for_each(|a| used(entity::find_with(&language.entity, &a.document, &mut words)));
        }),
    );
    each("times", &|a| used(time::find(&language.time, &a.document, &a.header, None)));
    each("figures", &|a| used(figure::find(&language.figure, &a.document, &a.times.expressions)));
    each("statements", &|a| {
        let found = statement::find(&language.statement, &a.document, &a.entities, &a.times.expressions);
        used(found);
    });
    row("all of analyze", speed(bytes, || articles.iter().for_each(|article| used(analyze(&language, article)))));
    row(
        "the same, one by one",
        speed(bytes, || {
            let mut memory = Memory::default();
            articles.iter().for_each(|article| used(analyze_with(&language, article, &mut memory)));
        }),
    );
    row("compare", speed(bytes, || used(compare(&language.compare, &all))));
    println!(
        "set up in {:.1?}, names alone in {:.1?}",
        least(|| used(Language::indonesian())),
        least(|| used(lang::id::entity::grammar()))
    );
}
