//! `silang pack`: the real command, and what it leaves read back.
#![expect(clippy::unwrap_used, reason = "what fails in a test's helper fails the test")]

mod folder;

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::Path;

use flate2::read::DeflateDecoder;
use folder::{Folder, lines, silang};
use serde_json::{Value, json};
use silang_core::facts::Facts;
use silang_wire::shelf::{Entry, Index, Line, Packed, file_name, sum, word_of_name};
use silang_wire::{Wire, unpack};

fn fire(number: usize) -> String {
    let event = ["Pasar Garut Terbakar", "Jembatan Bandung Ambruk", "Gempa Ambon Terasa"][number % 3];
    format!(
        "{event}\n\nPeristiwa {event} itu terjadi pada Senin (3/3/2025). \"Ada {number} kios di {event},\" kata Siti Rahma.\n"
    )
}

fn texts(count: usize) -> Vec<(String, String)> {
    (0..count).map(|number| (format!("in/b{number:02}.txt"), fire(number))).collect()
}

fn folder(name: &str, texts: &[(String, String)]) -> Folder {
    let files: Vec<(&str, &[u8])> = texts.iter().map(|(file, text)| (file.as_str(), text.as_bytes())).collect();
    Folder::new(name, &files)
}

/// All files within, by their paths.
fn files(at: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    for entry in fs::read_dir(at).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_dir() {
            files.extend(self::files(&path).into_iter().map(|(inner, bytes)| (format!("{name}/{inner}"), bytes)));
        } else {
            files.insert(name, fs::read(&path).unwrap());
        }
    }
    files
}

fn told(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// A pack, read.
struct Shelf {
    index: Index,
    lines: Vec<Line>,
    articles: Vec<Packed>,
    words: Vec<Entry>,
}

fn inflate(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    DeflateDecoder::new(bytes).read_to_end(&mut out).unwrap();
    out
}

fn all<T: Wire>(files: impl Iterator<Item = Vec<u8>>) -> Vec<T> {
    files.flat_map(|file| unpack::<Vec<T>>(&file).unwrap()).collect()
}

impl Shelf {
    fn read(out: &Path, stderr: &str) -> Self {
        let name = stderr.split("their index is ").nth(1).unwrap().trim();
        let index = Index::of_bytes(&inflate(&fs::read(out.join(name)).unwrap())).unwrap();
        let file = |sum: u64| inflate(&fs::read(out.join("pack").join(file_name(sum))).unwrap());
        Self {
            lines: all(index.lines.iter().map(|shard| file(shard.sum))),
            articles: all(index.articles.iter().map(|shard| file(shard.sum))),
            words: all(index.words.iter().map(|shard| file(shard.sum))),
            index,
        }
    }

    fn with(&self, word: &str) -> Vec<usize> {
        let entry = self.words.iter().find(|entry| entry.word == word);
        let gaps = entry.map(|entry| entry.articles.clone()).unwrap_or_default();
        gaps.iter()
            .scan(0, |number, gap| {
                Some({
                    *number += gap;
                    *number
                })
            })
            .collect()
    }
}

#[test]
fn the_same_articles_give_the_same_bytes() {
    let folder = folder("pack-twice", &texts(40));
    for (out, jobs) in [("one", 1), ("two", 1), ("three", 3)] {
        let output = silang(&folder, &format!("pack in --out {out} --shard-size 2000 --jobs {jobs}"), b"");
        assert_eq!(output.status.code(), Some(0), "{}", told(&output.stderr));
    }
    let [one, two, three] = ["one", "two", "three"].map(|out| files(&folder.0.join(out)));
    assert!(one.len() > 50 && one == two && one == three);
    fs::write(folder.0.join("one/pack/own.bin"), "not of a pack").unwrap();
    let list = "pack in/b00.txt --out one";
    assert_eq!(silang(&folder, list, b"").status.code(), Some(0));
    let again = files(&folder.0.join("one"));
    let left = again.keys().filter(|file| file.starts_with("pack/")).count();
    assert_eq!((left, again.contains_key("pack/own.bin")), (6, true), "no file of an earlier pack is left, others are");
}

#[test]
fn what_is_packed_is_what_reading_finds() {
    let texts = texts(12);
    let folder = folder("pack-facts", &texts);
    let output = silang(&folder, "pack in --out out --shard-size 300", b"");
    let shelf = Shelf::read(&folder.0.join("out"), &told(&output.stderr));
    let parts = [shelf.index.lines.len(), shelf.index.articles.len(), shelf.index.words.len()];
    assert!(parts.iter().all(|&files| files > 1), "{parts:?}");
    assert_eq!((shelf.index.count(), shelf.lines.len(), shelf.articles.len()), (12, 12, 12));
    for (number, (line, packed)) in shelf.lines.iter().zip(&shelf.articles).enumerate() {
        let text = fs::read_to_string(folder.0.join("out").join(&packed.name)).unwrap();
        let extracted = lines(&silang(&folder, &format!("extract in/{}", packed.name), b""));
        let facts: Facts = unpack(&packed.facts.0).unwrap();
        assert_eq!(serde_json::to_value(&facts).unwrap(), extracted[0]);
        assert_eq!((&line.name, &*packed.text), (&packed.name, &*text));
        assert_eq!((line.sum, line.brief.title.as_str()), (sum(text.as_bytes()), facts.title.as_str()));
        assert_eq!(shelf.with(&word_of_name(&line.name)), [number]);
        assert_eq!(line.event, Some(number / 4), "four tell each event, which are not torn apart");
    }
    let of_rahma: Vec<usize> = (0..12).collect();
    assert_eq!(shelf.with("rahma"), of_rahma);
    assert_eq!(shelf.with("ambon").len(), 4);
}

#[test]
fn the_list_tells_of_the_texts() {
    let record = |id: &str, text: &str| json!({"id": id, "text": text, "published": "2025-03-03"}).to_string() + "\n";
    let input = [record("https://contoh.com/a", &fire(1)), record("b", &fire(2)), record("c", &fire(2))].concat();
    let folder = Folder::new("pack-list", &[("a.jsonl", input.as_bytes())]);
    let output = silang(&folder, "pack a.jsonl --out out", b"");
    assert_eq!(output.status.code(), Some(0));
    assert!(told(&output.stderr).starts_with("silang: c: has the same text as b, so it is left out\n"));
    let list: Vec<Value> = serde_json::from_slice(&fs::read(folder.0.join("out/index.json")).unwrap()).unwrap();
    let names: Vec<&str> = list.iter().map(|entry| entry["file"].as_str().unwrap()).collect();
    assert_eq!(names, ["https___contoh.com_a", "b"]);
    assert_eq!((&list[1]["told"], &list[1]["bytes"]), (&json!({"published": "2025-03-03"}), &json!(fire(2).len())));
    assert_eq!(fs::read_to_string(folder.0.join("out/b")).unwrap(), fire(2));
}

#[test]
fn what_cannot_be_read_is_told_and_the_rest_is_packed() {
    let lines = [r#"{"id": "a", "text": "Hujan reda."}"#, "oops", r#"{"id": "b"}"#].join("\n");
    let files: [(&str, &[u8]); 4] =
        [("in/a.jsonl", lines.as_bytes()), ("in/b.txt", b"\0\x01PNG"), ("in/c.txt", b"Angin.\n"), ("in/d.png", b"x")];
    let folder = Folder::new("pack-bad", &files);
    let output = silang(&folder, "pack in tiada.txt --out out", b"");
    assert_eq!(output.status.code(), Some(1));
    let stderr = told(&output.stderr);
    let wanted = [
        "in/a.jsonl: record 2: it is no JSON",
        "in/a.jsonl: record 3: it has no text",
        "in/b.txt: not a text file",
        "tiada.txt: ",
    ];
    for told in wanted {
        assert!(stderr.contains(told), "{told} in {stderr}");
    }
    assert!(stderr.contains("silang: 2 articles packed into 5 files, 4 not read; "), "{stderr}");
    assert_eq!(Shelf::read(&folder.0.join("out"), &stderr).lines.len(), 2);
}
