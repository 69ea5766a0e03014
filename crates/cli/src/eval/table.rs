//! Scores as people read them, and as git keeps them.

use std::fmt::Write;

use crate::eval::{Row, Score};

/// Scores of one set, aligned in columns, in per cent.
pub fn table(set: &str, articles: usize, rows: &[Row]) -> String {
    let mut out = format!("{:32}{:>7}{:>7}{:>7}{:>7}\n", format!("{set} ({articles} articles)"), "P", "R", "F1", "n");
    for (layer, score) in rows {
        let [precision, recall, f1] = per_cent(*score);
        let _ = writeln!(out, "{layer:32}{precision:>7}{recall:>7}{f1:>7}{:>7}", score.count);
    }
    out
}

/// Scores of several sets as tab-separated values, in the order given.
pub fn tsv(sets: &[(String, Vec<Row>)]) -> String {
    let mut out = String::from("# Quality on hand-marked articles, in per cent. Made by `cargo xtask eval`.\n");
    out.push_str("set\tlayer\tprecision\trecall\tf1\tcount\n");
    for (set, rows) in sets {
        for (layer, score) in rows {
            let [precision, recall, f1] = per_cent(*score);
            let _ = writeln!(out, "{set}\t{layer}\t{precision}\t{recall}\t{f1}\t{}", score.count);
        }
    }
    out
}

fn per_cent(score: Score) -> [String; 3] {
    [score.precision, score.recall, score.f1()].map(|share| format!("{:.1}", share * 100.0))
}
