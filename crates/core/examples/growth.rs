//! How long the layers take on texts that grow, friendly and hostile: time that grows faster than
//! the text is a fault.
//!
//! `cargo run --release -p silang-core --example growth -- [LARGEST_KB] [FILE…]`

use std::time::Instant;

use silang_core::text::{furniture, header};
use silang_core::{Document, Language, entity, figure, statement, time};

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

/// Prints the layers that take notable time, and by how much more than four times what a quarter
/// of the text took.
fn grow(language: &Language, name: &str, unit: &str, largest: usize) {
    let mut before: Vec<(&str, f64)> = Vec::new();
    let mut size = 16_000;
    while size <= largest {
        let now = seconds(language, &unit.repeat(size / unit.len().max(1)));
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
    for unit in HOSTILE {
        grow(&language, &format!("{unit:?}"), unit, largest);
    }
    let mut article = String::new();
    for file in words {
        article += &std::fs::read_to_string(file)?;
    }
    if !article.is_empty() {
        grow(&language, "the files", &article, largest);
    }
    Ok(())
}
