//! Any text can be analysed, and every mark is a stretch of it.
//!
//! `cargo +nightly fuzz run analyze fuzz/corpus/analyze fuzz/seeds/analyze -- -max_len=4096` in `crates/core`.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use silang_core::facts::Facts;
use silang_core::{Article, Language, analyze};

static LANGUAGE: LazyLock<Language> = LazyLock::new(Language::indonesian);

fuzz_target!(|text: &str| {
    let analysis = analyze(&LANGUAGE, &Article::new("a.txt", text));
    assert_eq!(analysis.document.text(), text);
    let facts = Facts::from(&analysis);
    let furniture = facts.furniture.iter().map(|fact| fact.at);
    let mentions = facts.mentions.iter().map(|fact| fact.at);
    let times = facts.times.iter().map(|fact| fact.at);
    let figures = facts.figures.iter().map(|fact| fact.at);
    let said = facts.statements.iter().flat_map(|fact| [Some(fact.at), fact.speaker_at, fact.cue_at]).flatten();
    for at in furniture.chain(mentions).chain(times).chain(figures).chain(said) {
        assert!(at.start < at.end && text.get(at.start..at.end).is_some(), "{at:?}");
    }
});
