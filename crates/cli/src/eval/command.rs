//! `silang eval`: prints tables, and writes or checks the committed scores.

use std::path::PathBuf;
use std::{fs, io};

use silang_core::Language;

use crate::eval::gold::GoldSet;
use crate::eval::{Row, evaluate, table};

/// Where hand-marked articles and their scores live, from the repository's root.
const GOLD: &str = "gold";
const SCORES: &str = "gold/scores.tsv";

/// Measures the sets in `folders`, or all sets of the repository and then writes (`check`: compares with) the
/// committed scores. Whether the scores are as committed.
///
/// # Errors
/// When a set can't be read or the scores can't be written.
pub fn run(check: bool, folders: &[String]) -> io::Result<bool> {
    if !folders.is_empty() {
        measure(&folders.iter().map(PathBuf::from).collect::<Vec<_>>())?;
        return Ok(true);
    }
    let scores = table::tsv(&measure(&own_sets()?)?);
    if check {
        return Ok(is_committed(&scores));
    }
    fs::write(SCORES, scores)?;
    println!("wrote {SCORES}");
    Ok(true)
}

fn own_sets() -> io::Result<Vec<PathBuf>> {
    let mut sets = Vec::new();
    for entry in fs::read_dir(GOLD).map_err(|why| io::Error::new(why.kind(), format!("{GOLD}: {why}")))? {
        sets.push(entry?.path());
    }
    sets.retain(|folder| folder.join("gold.jsonl").is_file());
    sets.sort();
    Ok(sets)
}

/// Measures and prints each set, and apart from it what nothing has learnt from.
fn measure(folders: &[PathBuf]) -> io::Result<Vec<(String, Vec<Row>)>> {
    let language = Language::indonesian();
    let mut measured = Vec::new();
    for folder in folders {
        let set = GoldSet::read(folder)?;
        let held_out = set.held_out();
        for set in std::iter::once(set).chain(held_out) {
            let rows = evaluate(&language, &set);
            println!("{}", table::table(&set.name, set.articles.len(), &rows));
            measured.push((set.name, rows));
        }
    }
    Ok(measured)
}

/// Whether the committed scores are these; says what differs and how to renew them.
fn is_committed(scores: &str) -> bool {
    let committed = fs::read_to_string(SCORES).unwrap_or_default();
    if committed == scores {
        println!("{SCORES} is up to date");
        return true;
    }
    let gone = committed.lines().filter(|line| !scores.lines().any(|new| new == *line));
    gone.for_each(|line| eprintln!("- {line}"));
    let come = scores.lines().filter(|line| !committed.lines().any(|old| old == *line));
    come.for_each(|line| eprintln!("+ {line}"));
    eprintln!("{SCORES} does not tell the quality of this code: run `cargo xtask eval` and commit the file");
    false
}
