//! Any heap of words of time can be read: no panic, no hang, marks in order and inside the text.
//!
//! `cargo +nightly fuzz run times` in `crates/core`. Each two bytes choose a word of the time layer's
//! list, a sign or a number, and whether a space stands before it; the first byte chooses the day
//! of publication.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use silang_core::{Article, Language, analyze};

static LANGUAGE: LazyLock<Language> = LazyLock::new(Language::indonesian);

const SIGNS: [&str; 40] = [
    ".", ",", ":", ";", "-", "–", "/", "(", ")", "[", "]", "\"", "“", "”", "'", "’", "\n", "\n\n", "+", "%", "x", "T",
    "Z", "0", "1", "2", "3", "5", "10", "12", "24", "29", "30", "31", "60", "98", "1443", "2022", "2025", "99999999999",
];

/// The words of the time layer, as they stand in its lists.
static WORDS: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    let lists = [
        include_str!("../../data/id/time-words.tsv"),
        include_str!("../../data/id/time-feasts.tsv"),
        include_str!("../../data/id/numbers.tsv"),
    ];
    let lines = lists.into_iter().flat_map(str::lines).filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| line.split('\t').next()).chain(SIGNS).collect()
});

fn text(bytes: &[u8]) -> String {
    let mut text = String::new();
    for pair in bytes.chunks_exact(2) {
        let number = usize::from(u16::from_le_bytes([pair[0], pair[1]]));
        let word = WORDS[number / 4 % WORDS.len()];
        if number % 2 == 0 {
            text.push(' ');
        }
        if number / 2 % 2 == 0 {
            text.push_str(word);
        } else {
            let mut letters = word.chars();
            text.extend(letters.next().into_iter().flat_map(char::to_uppercase));
            text.push_str(letters.as_str());
        }
    }
    text
}

fuzz_target!(|bytes: &[u8]| {
    let (first, rest) = bytes.split_first().unwrap_or((&0, &[]));
    let text = text(rest);
    let published = format!("20{:02}-{:02}-{:02}", first % 100, first % 12 + 1, first % 28 + 1).parse().ok();
    let published = if *first < 64 { None } else { published };
    let analysis = analyze(&LANGUAGE, &Article { published, ..Article::new("a.txt", text.as_str()) });
    let mut end = 0;
    for time in &analysis.times.expressions {
        assert!(end <= time.span.start() && time.span.start() < time.span.end(), "{:?}", time.span);
        assert!(text.get(time.span.start()..time.span.end()).is_some());
        assert!(time.interval.is_none_or(|interval| interval.start < interval.end), "{time:?}");
        end = time.span.end();
    }
});
