//! The real command on invented articles.
#![expect(clippy::unwrap_used, reason = "what fails in a test's helper fails the test")]

mod folder;

use folder::{Folder, lines, silang};
use serde_json::Value;

const FIRE: &str = "Pasar Lama Terbakar\n\nKebakaran melanda Pasar Lama pada Senin (3/3/2025). \
    \"Tidak ada korban jiwa,\" kata Siti Rahma.\n";

#[test]
fn extract_prints_one_object_a_file_in_the_order_given() {
    let folder = Folder::new("order", &[("b.txt", FIRE.as_bytes()), ("a.txt", b"Satu baris tanpa akhir")]);
    let output = silang(&folder, "extract b.txt a.txt", b"");
    assert_eq!(output.status.code(), Some(0));
    let docs = lines(&output);
    assert_eq!(docs.iter().map(|doc| &doc["doc"]).collect::<Vec<_>>(), ["b.txt", "a.txt"]);
    assert_eq!(docs[0]["title"], "Pasar Lama Terbakar");
    assert_eq!(docs[0]["language"], "id");
}

#[test]
fn every_object_has_the_promised_members_and_offsets_that_give_the_text() {
    let folder = Folder::new("members", &[("a.txt", FIRE.as_bytes())]);
    let doc = lines(&silang(&folder, "extract --format jsonl a.txt", b"")).remove(0);
    for member in ["title", "outlet", "published", "published_from"] {
        assert!(doc[member].is_string(), "{member}");
    }
    for layer in ["furniture", "mentions", "times", "statements", "figures"] {
        for mark in doc[layer].as_array().unwrap() {
            let offset = |member: &str| usize::try_from(mark[member].as_u64().unwrap()).unwrap();
            let text = FIRE.get(offset("start")..offset("end")).unwrap();
            assert!(layer == "furniture" || mark["text"] == text, "{layer}: {mark}");
        }
    }
}

#[test]
fn json_is_one_array() {
    let folder = Folder::new("array", &[("a.txt", FIRE.as_bytes()), ("b.txt", b"Hujan reda.")]);
    let output = silang(&folder, "extract --format json a.txt b.txt", b"");
    let all: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(all.as_array().unwrap().len(), 2);
    let none = silang(&folder, "extract --format json missing.txt", b"");
    assert_eq!(String::from_utf8_lossy(&none.stdout), "[]\n");
}

#[test]
fn a_dash_is_standard_input() {
    let folder = Folder::new("dash", &[]);
    let output = silang(&folder, "extract -", FIRE.as_bytes());
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(lines(&output)[0]["title"], "Pasar Lama Terbakar");
}

#[test]
fn what_cannot_be_read_is_told_and_the_rest_still_printed() {
    let folder = Folder::new("unreadable", &[("a.txt", FIRE.as_bytes())]);
    for command in ["extract missing.txt a.txt", "compare missing.txt a.txt"] {
        let output = silang(&folder, command, b"");
        assert_eq!(output.status.code(), Some(1), "{command}");
        assert_eq!(lines(&output).len(), 1, "{command}");
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(told.lines().count(), 1, "{told}");
        assert!(told.contains("missing.txt"), "{told}");
    }
}

#[test]
fn empty_and_binary_files_are_told_and_the_rest_still_printed() {
    let files: [(&str, &[u8]); 3] =
        [("empty.txt", b"\n"), ("image.txt", b"\x89PNG\r\n\x1a\n\0\0"), ("a.txt", FIRE.as_bytes())];
    let folder = Folder::new("no-text", &files);
    let output = silang(&folder, "extract empty.txt image.txt a.txt", b"");
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(lines(&output).len(), 1);
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(told, "silang: empty.txt: the file is empty\nsilang: image.txt: not a text file\n");
}

#[test]
fn what_is_not_utf_8_is_decoded_and_says_so() {
    let latin = b"\x93Kami siap,\x94 kata Andr\xe9 Putra.";
    let folder = Folder::new("decoded", &[("a.txt", latin), ("b.txt", FIRE.as_bytes())]);
    let docs = lines(&silang(&folder, "extract a.txt b.txt", b""));
    assert_eq!(docs[0]["decoded_from"], "windows-1252");
    assert_eq!(docs[0]["statements"][0]["text"], "Kami siap,");
    assert!(docs[1].get("decoded_from").is_none());
}

#[test]
fn wrong_usage_is_status_two() {
    let folder = Folder::new("usage", &[]);
    for line in ["", "extract", "read a.txt", "extract --format xml a.txt", "compare --format jsonl a.txt"] {
        let output = silang(&folder, line, b"");
        assert_eq!(output.status.code(), Some(2), "{line}");
        assert!(output.stdout.is_empty() && String::from_utf8_lossy(&output.stderr).contains("usage:"), "{line}");
    }
    assert_eq!(silang(&folder, "--help", b"").status.code(), Some(0));
}

#[test]
fn compare_prints_one_object_that_holds_every_article_once() {
    let folder = Folder::new("compare", &[("a.txt", FIRE.as_bytes()), ("b.txt", b"Gempa di laut\n\nGempa terasa.\n")]);
    let found = lines(&silang(&folder, "compare --format json a.txt b.txt", b"")).remove(0);
    let mut docs: Vec<&str> = Vec::new();
    for event in found["events"].as_array().unwrap() {
        docs.extend(event.as_array().unwrap().iter().filter_map(Value::as_str));
    }
    docs.sort_unstable();
    assert_eq!(docs, ["a.txt", "b.txt"]);
    for member in ["entities", "statements", "differences", "only", "timeline"] {
        assert!(found[member].is_array(), "{member}");
    }
}

/// A gold set whose one mark is the place name in a one-line article.
fn gold(name: &str) -> Folder {
    let mark = r#"{"tag": "L", "start": 15, "end": 21, "text": "Ambalu", "e": "Ambalu", "doc": "x"}"#;
    let files: [(&str, &[u8]); 3] = [
        ("gold/one/raw/x.txt", b"Hujan turun di Ambalu.\n"),
        ("gold/one/gold.jsonl", mark.as_bytes()),
        ("gold/one/ann/x.xml", b""),
    ];
    Folder::new(name, &files)
}

#[test]
fn eval_prints_a_table_and_writes_scores_that_check_accepts() {
    let folder = gold("eval");
    let output = silang(&folder, "eval", b"");
    let table = String::from_utf8_lossy(&output.stdout).into_owned();
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(table.starts_with("one (1 articles)"), "{table}");
    let scores = std::fs::read_to_string(folder.0.join("gold/scores.tsv")).unwrap();
    assert!(scores.contains("\none\tentity location\t"), "{scores}");
    assert_eq!(silang(&folder, "eval --check", b"").status.code(), Some(0));
}

#[test]
fn stale_scores_are_told_with_the_command_that_renews_them() {
    let folder = gold("stale");
    let output = silang(&folder, "eval --check", b"");
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("cargo xtask eval"));
    assert!(!folder.0.join("gold/scores.tsv").exists());
}

#[test]
fn eval_of_a_folder_without_marks_names_the_file() {
    let folder = Folder::new("no-gold", &[("raw/x.txt", b"Hujan reda.")]);
    let output = silang(&folder, "eval .", b"");
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("gold.jsonl"));
}

#[test]
fn articles_that_a_model_has_not_learnt_from_get_a_table_of_their_own() {
    let folder = gold("held-out");
    let set = folder.0.join("gold/one");
    std::fs::write(set.join("raw/y.txt"), "Angin reda.\n").unwrap();
    std::fs::write(set.join("learned.txt"), "# learnt\nx\n").unwrap();
    let table = String::from_utf8_lossy(&silang(&folder, "eval gold/one", b"").stdout).into_owned();
    assert!(table.starts_with("one (2 articles)") && table.contains("\none-held-out (1 articles)"), "{table}");
}
