//! Any bytes can be read as JSON Lines: as many records as lines that are not blank, each an article or a problem
//! that names its line.
#![no_main]

use std::io::Cursor;

use libfuzzer_sys::fuzz_target;
use silang_cli::record::{Columns, jsonl};

fuzz_target!(|bytes: &[u8]| {
    let mut lines = Vec::new();
    for (number, line) in bytes.split(|&byte| byte == b'\n').enumerate() {
        if !line.iter().all(u8::is_ascii_whitespace) {
            lines.push(number + 1);
        }
    }
    let records = jsonl::articles("a.jsonl", Box::new(Cursor::new(bytes.to_vec())), &Columns::default());
    let read: Vec<_> = records.map(|pending| pending()).collect();
    assert_eq!(read.len(), lines.len());
    for (read, number) in read.into_iter().zip(lines) {
        match read {
            Ok(input) => assert!(!input.article.text.trim().is_empty()),
            Err(problem) => assert_eq!(problem.place, format!("a.jsonl: record {number}")),
        }
    }
});
