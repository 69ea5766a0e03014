//! The real command on texts that nobody would write: what is found are stretches of them, on borders of characters.
#![expect(clippy::unwrap_used, reason = "what fails in a test's helper fails the test")]

mod folder;

use std::fmt::Write;

use folder::{Folder, lines, silang};
use serde_json::Value;

const NEWS: &str = "Wali Kota Siti Rahma tiba di Bandung, Senin (3/3/2025). \"Tujuh rumah rusak,\" kata dia.\n\n";

/// Extracts `text`, whose marks must be stretches of it; how many there are.
fn marks(name: &str, text: &str) -> usize {
    let folder = Folder::new(name, &[("a.txt", text.as_bytes())]);
    let output = silang(&folder, "extract a.txt", b"");
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let found = lines(&output).remove(0);
    let layers = ["furniture", "mentions", "times", "statements", "figures"];
    let all: Vec<&Value> = layers.iter().flat_map(|layer| found[layer].as_array().unwrap()).collect();
    for mark in &all {
        let offset = |member: &str| usize::try_from(mark[member].as_u64().unwrap()).unwrap();
        let stretch = text.get(offset("start")..offset("end")).unwrap();
        assert!(mark.get("text").is_none_or(|told| told == stretch), "{mark}");
    }
    all.len()
}

#[test]
fn a_megabyte_without_a_space() {
    for unit in ["a", "A", "1", "Ab", "\u{e9}", "\u{1f469}", "\u{301}", "\"", "“”", "1/2/", "kata,"] {
        marks("extreme-space", &unit.repeat(1_000_000 / unit.len()));
    }
}

#[test]
fn a_hundred_thousand_quotation_marks() {
    for unit in ["\"", "“", "”", "'", "''", "« ", "“a” ", "\"kata Siti Rahma, "] {
        marks("extreme-quotes", &unit.repeat(100_000));
    }
}

#[test]
fn every_character_of_every_plane() {
    let mut text = String::from(NEWS);
    for (number, character) in (0..=0x0010_ffff).filter_map(char::from_u32).step_by(7).enumerate() {
        text.push(character);
        if number % 50 == 0 {
            write!(text, " Siti Rahma tiba di Bandung {character} Senin (3/3/2025).\n{character}").unwrap();
        }
    }
    assert!(marks("extreme-planes", &text.replace('\0', "")) > 1000);
}

#[test]
fn text_from_right_to_left() {
    let text = "قال الرئيس «نحن مستعدون» ".to_owned() + NEWS + "\u{202e}שלום\u{202c} \u{2067}عربي\u{2069} " + NEWS;
    assert!(marks("extreme-right", &text) > 4);
    marks("extreme-right-only", &"قال الرئيس «نحن مستعدون». ".repeat(2000));
}

#[test]
#[ignore = "a minute without optimisation: `cargo test --release -p silang-cli --test extremes -- --ignored`"]
fn twenty_megabytes() {
    assert!(marks("extreme-long", &NEWS.repeat(20_000_000 / NEWS.len())) > 1_000_000);
}
