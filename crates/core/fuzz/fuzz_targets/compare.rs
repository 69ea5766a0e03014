//! Any articles can be compared; a form feed stands between two of them.
//!
//! `cargo +nightly fuzz run compare -- -max_len=8192` in `crates/core`; a seed corpus of articles helps.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use silang_core::facts::ComparisonFacts;
use silang_core::{Analysis, Article, Language, analyze, compare};

static LANGUAGE: LazyLock<Language> = LazyLock::new(Language::indonesian);

fuzz_target!(|text: &str| {
    let make = |(number, text)| analyze(&LANGUAGE, &Article::new(format!("{number}.txt"), text));
    let analyses: Vec<Analysis> = text.split('\u{c}').take(6).enumerate().map(make).collect();
    let articles: Vec<&Analysis> = analyses.iter().collect();
    let facts = ComparisonFacts::new(&articles, &compare(&LANGUAGE.compare, &articles));
    assert_eq!(facts.events.iter().flatten().count(), articles.len());
});
