//! Any bytes can be dropped on the page: as a text, as Markdown, as a ZIP archive.
#![no_main]
#![allow(dead_code, reason = "modules of the page, of which a part is tried here")]

use libfuzzer_sys::fuzz_target;

#[path = "../../src/store/decode.rs"]
mod decode;
#[path = "../../src/store/markdown.rs"]
mod markdown;
#[path = "../../src/store/zip.rs"]
mod zip;

fuzz_target!(|bytes: &[u8]| {
    for entry in zip::entries(bytes).unwrap_or_default() {
        assert!(!entry.name.is_empty() && !entry.name.contains(['/', '\\']));
        assert!(entry.range.start <= entry.range.end);
        let _ = bytes.get(entry.range);
    }
    if let Ok(decoded) = decode::decode(bytes.to_vec()) {
        assert!(!decoded.text.trim().is_empty());
        assert!(decoded.from.is_some() || decoded.text.as_bytes() == bytes);
        let plain = markdown::plain(&decoded.text);
        assert!(plain.len() <= decoded.text.len());
    }
});
