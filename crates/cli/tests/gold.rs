//! The gold sets of the repository hold together.
#![expect(clippy::unwrap_used, reason = "what fails in a test's helper fails the test")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Map, Value};
use silang_cli::eval::marks;

fn sets() -> Vec<PathBuf> {
    let gold = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../gold");
    fs::read_dir(gold).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_dir()).collect()
}

/// The marks of each article, as `gold.jsonl` tells them.
fn stand_off(set: &Path) -> BTreeMap<String, Vec<Map<String, Value>>> {
    let mut marks: BTreeMap<String, Vec<Map<String, Value>>> = BTreeMap::new();
    for line in fs::read_to_string(set.join("gold.jsonl")).unwrap().lines() {
        let mut mark: Map<String, Value> = serde_json::from_str(line).unwrap();
        let doc = mark.remove("doc").unwrap();
        marks.entry(doc.as_str().unwrap().to_owned()).or_default().push(mark);
    }
    marks
}

#[test]
fn inline_marks_stand_in_the_raw_text_and_are_those_of_gold_jsonl() {
    for set in sets() {
        let stand_off = stand_off(&set);
        for entry in fs::read_dir(set.join("raw")).unwrap() {
            let raw = entry.unwrap().path();
            let stem = raw.file_stem().unwrap().to_str().unwrap();
            let marked = fs::read_to_string(set.join("ann").join(stem).with_extension("xml")).unwrap();
            let (text, mut marks) = marks::parse(&marked).unwrap();
            assert!(text == fs::read_to_string(&raw).unwrap(), "{stem}: the marked text is another");
            let mut told = stand_off.get(stem).cloned().unwrap_or_default();
            let order = |mark: &Map<String, Value>| {
                (mark["start"].as_u64(), mark["end"].as_u64(), mark["tag"].as_str().unwrap().to_owned())
            };
            marks.sort_by_key(order);
            told.sort_by_key(order);
            assert_eq!(marks, told, "{stem}");
        }
    }
}
