//! How long the layers and comparing take on texts that grow, friendly and hostile: time that grows
//! faster than the text is a fault.
//!
//! `cargo run --release -p silang-core --example growth -- [LARGEST_KB] [FILE…]`

use std::hint::black_box;
use std::time::Instant;

use silang_core::text::{furniture, header};
use silang_core::{Article, Document, Language, analyze, compare, entity, figure, statement, time};

const HOSTILE: [&str; 20] = [
    "\"",
    "“",
    "“”",
    "\" ",
    "(",
    "'",
    "\n",
    ".",
    "-",
    "1/",
    "A ",
    "a",
    "Aa",
    "kata ",
    "\"kata Budi, ",
    "Senin (10/6/2025), ",
    "Baca Juga: ",
    "Menteri Budi mengatakan bahwa harga naik dan ",
    "\"Harga naik,\" kata Budi. ",
    "Budi Santoso ",
];

/// Seconds that each layer takes.
fn seconds(language: &Language, text: &str) -> Vec<(&'static str, f64)> {
    let mut spent = Vec::new();
    let mut clock = Instant::now();
    let mut lap = |name| {
        spent.push((name, clock.elapsed().as_secs_f64()));
        clock = Instant::now();
    };
    let mut document = Document::new(&language.text, text);
    lap("text");
    let furniture = furniture::find(&language.furniture, &document);
    document.furnish(furniture);
    lap("furniture");
    let header = header::read(&language.header, &document);
    lap("header");
    let entities = entity::find(&language.entity, &document);
    lap("entity");
    let times = time::find(&language.time, &document, &header, None);
    lap("time");
    figure::find(&language.figure, &document, &times.expressions);
    lap("figure");
    statement::find(&language.statement, &document, &entities, &times.expressions);
    lap("statement");
    spent
}

/// Seconds that comparing two texts takes, reading them not counted.
fn comparing(language: &Language, texts: [String; 2]) -> Vec<(&'static str, f64)> {
    let read = |(name, text): (&str, String)| analyze(language, &Article::new(name, text));
    let analyses: Vec<_> = ["a.txt", "b.txt"].into_iter().zip(texts).map(read).collect();
    let clock = Instant::now();
    black_box(compare::compare(&language.compare, &analyses.iter().collect::<Vec<_>>()));
    vec![("compare", clock.elapsed().as_secs_f64())]
}

/// Syllables of invented names.
const SYLLABLES: [&str; 20] = [
    "ra", "bu", "di", "san", "to", "wi", "ha", "mar", "ning", "su", "ke", "lan", "yo", "gun", "tri", "pra", "mi",
    "dor", "fa", "zul",
];

/// A name of two words that no other number has.
fn invented(number: usize) -> String {
    let mut rest = number;
    let mut word = || {
        let mut word = String::new();
        for _ in 0..3 {
            word += SYLLABLES[rest % SYLLABLES.len()];
            rest = rest / SYLLABLES.len() + 7 * (rest % SYLLABLES.len());
        }
        word[..1].to_uppercase() + &word[1..]
    };
    format!("{} {}", word(), word())
}

/// News in which every sentence has names, figures and words of its own, from a sentence on.
fn ever_new(first: usize, bytes: usize) -> String {
    let mut text = String::new();
    for at in first.. {
        let (person, place, body, day) = (invented(3 * at), invented(3 * at + 1), invented(3 * at + 2), 1 + at % 28);
        let object = invented(at).to_lowercase();
        let sentence = format!(
            "Menteri {person} mengatakan bahwa {at} {object} di Kota {place} rusak pada {day} Juni 2025. \
             \"Kami dari PT {body} mencatat {object} itu,\" kata Direktur {person}.\n"
        );
        text += &sentence;
        if text.len() >= bytes {
            break;
        }
    }
    text
}

/// Prints the layers that take notable time, and by how much more than four times what a quarter
/// of the text took.
fn grow(name: &str, largest: usize, seconds: impl Fn(usize) -> Vec<(&'static str, f64)>) {
    let mut before: Vec<(&str, f64)> = Vec::new();
    let mut size = 16_000;
    while size <= largest {
        let now = seconds(size);
        for (at, (layer, spent)) in now.iter().enumerate() {
            let factor = before.get(at).map_or(4.0, |(_, was)| spent / was.max(1e-6)) / 4.0;
            if *spent > 0.2 && factor > 1.5 || *spent > 20.0 {
                println!("{name:24} {size:>9} bytes {layer:10} {spent:8.3} s, {factor:.1} × its share");
            }
        }
        let all: f64 = now.iter().map(|(_, spent)| spent).sum();
        println!("{name:24} {size:>9} bytes {:10} {all:8.3} s, {:.1} MB/s", "all", size as f64 / all / 1e6);
        if all > 8.0 {
            println!("{name:24} given up");
            return;
        }
        before = now;
        size *= 4;
    }
}

fn main() -> std::io::Result<()> {
    let mut words = std::env::args().skip(1);
    let largest = words.next().and_then(|word| word.parse::<usize>().ok()).unwrap_or(1_024) * 1_000;
    let language = Language::indonesian();
    let repeated = |unit: &str, size: usize| seconds(&language, &unit.repeat(size / unit.len().max(1)));
    for unit in HOSTILE {
        grow(&format!("{unit:?}"), largest, |size| repeated(unit, size));
    }
    grow("ever new", largest, |size| seconds(&language, &ever_new(0, size)));
    // Half of the sentences stand in both.
    let two = |size: usize| [ever_new(0, size / 2), ever_new(size / 800, size / 2)];
    grow("ever new, two", largest, |size| comparing(&language, two(size)));
    let mut article = String::new();
    for file in words {
        article += &std::fs::read_to_string(file)?;
    }
    if !article.is_empty() {
        grow("the files", largest, |size| repeated(&article, size));
        let half = |at: usize, size: usize| article.chars().skip(at).take(size / 2).collect::<String>();
        let parts = |size: usize| [half(0, size), half(article.len() / 2, size)];
        grow("the files, two", largest.min(article.len()), |size| comparing(&language, parts(size)));
    }
    Ok(())
}
