//! The README's table of quality, made from `gold/scores.tsv`, so that it can't tell other numbers.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;

use anyhow::{Context, Result, ensure};

use crate::process::root;

const BEGIN: &str = "<!-- scores: made by `cargo xtask eval` -->\n";
const END: &str = "<!-- /scores -->";

/// A layer of `gold/scores.tsv`, in a reader's words.
const LAYERS: [(&str, &str); 12] = [
    ("entity person", "people"),
    ("entity organization", "organisations"),
    ("entity location", "places"),
    ("entity link", "names of one and the same put together"),
    ("time value", "times with the right date"),
    ("statement direct", "direct statements"),
    ("statement indirect", "indirect statements"),
    ("statement speaker", "the right speaker of a statement found"),
    ("furniture", "what is not the article itself"),
    ("events", "articles of one event put together"),
    ("utterance", "the same utterance in two articles"),
    ("difference", "things told differently"),
];

/// Writes the table into README.md.
pub fn renew() -> Result<()> {
    let (readme, renewed) = both()?;
    if readme != renewed {
        fs::write(root().join("README.md"), renewed)?;
        println!("wrote README.md");
    }
    Ok(())
}

/// Fails when README.md tells other numbers than `gold/scores.tsv`.
pub fn check() -> Result<()> {
    let (readme, renewed) = both()?;
    ensure!(readme == renewed, "README.md does not tell gold/scores.tsv: run `cargo xtask eval` and commit the file");
    Ok(())
}

/// README.md as it is and as it should be.
fn both() -> Result<(String, String)> {
    let readme = fs::read_to_string(root().join("README.md")).context("README.md")?;
    let scores =
        fs::read_to_string(root().join("gold/scores.tsv")).context("gold/scores.tsv: run `cargo xtask eval`")?;
    let renewed = with_table(&readme, &table(&scores)).context("README.md has no place for the scores")?;
    Ok((readme, renewed))
}

/// The text with what stands between the two marks replaced.
fn with_table(readme: &str, table: &str) -> Option<String> {
    let (before, rest) = readme.split_once(BEGIN)?;
    let (_, after) = rest.split_once(END)?;
    Some(format!("{before}{BEGIN}{table}{END}{after}"))
}

/// A row a layer, a column a set: F1, and in brackets precision and recall.
fn table(scores: &str) -> String {
    let rows = scores.lines().skip(2).map(|line| line.split('\t').collect::<Vec<_>>());
    let mut cells: BTreeMap<(&str, &str), String> = BTreeMap::new();
    let mut sets: Vec<&str> = Vec::new();
    for row in rows {
        if let [set, layer, precision, recall, f1, count] = row[..] {
            let cell = format!("{f1} ({precision} / {recall})");
            cells.insert((layer, set), if count == "0" { "–".to_owned() } else { cell });
            if !sets.contains(&set) {
                sets.push(set);
            }
        }
    }
    let mut out = format!("| F1 (precision / recall), % | {} |\n", sets.join(" | "));
    let _ = writeln!(out, "|---|{}", "---|".repeat(sets.len()));
    for (layer, words) in LAYERS {
        let cell = |set: &&str| cells.get(&(layer, *set)).cloned().unwrap_or_default();
        let _ = writeln!(out, "| {words} | {} |", sets.iter().map(cell).collect::<Vec<_>>().join(" | "));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{BEGIN, END, table, with_table};

    #[test]
    fn a_layer_without_marks_gets_a_dash() {
        let scores = "# note\nset\tlayer\tprecision\trecall\tf1\tcount\n\
            one\tevents\t0.0\t0.0\t0.0\t0\none\tentity person\t50.0\t25.0\t33.3\t4\n";
        let table = table(scores);
        assert!(table.contains("| people | 33.3 (50.0 / 25.0) |"), "{table}");
        assert!(table.contains("| articles of one event put together | – |"), "{table}");
    }

    #[test]
    fn only_what_stands_between_the_marks_changes() {
        let readme = format!("before\n{BEGIN}old\n{END}\nafter\n");
        assert_eq!(with_table(&readme, "new\n"), Some(format!("before\n{BEGIN}new\n{END}\nafter\n")));
        assert_eq!(with_table("no marks", "new\n"), None);
    }
}
