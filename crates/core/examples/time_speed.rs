//! How fast times and figures are found, beside a plain UTF-8 validation of the same bytes.
//!
//! `cargo run --release --example time_speed FILE…`

use std::hint::black_box;
use std::time::{Duration, Instant};

use silang_core::text::{furniture, header};
use silang_core::{Document, Language, figure, time};

/// The shortest of a few runs.
fn best(mut run: impl FnMut()) -> Duration {
    let once = |run: &mut dyn FnMut()| {
        let start = Instant::now();
        run();
        start.elapsed()
    };
    (0..5).map(|_| once(&mut run)).min().unwrap_or_default()
}

fn main() -> std::io::Result<()> {
    let language = Language::indonesian();
    let texts = std::env::args().skip(1).map(std::fs::read_to_string).collect::<std::io::Result<Vec<String>>>()?;
    let bytes: usize = texts.iter().map(String::len).sum();
    let documents: Vec<Document> = texts
        .iter()
        .map(|text| {
            let mut document = Document::new(&language.text, text);
            document.furniture = furniture::find(&language.furniture, &document);
            document
        })
        .collect();
    let validate = best(|| {
        for text in &texts {
            let _ = black_box(std::str::from_utf8(black_box(text.as_bytes())));
        }
    });
    let find = best(|| {
        for document in &documents {
            let header = header::read(&language.header, document);
            let times = time::find(&language.time, document, &header, None);
            black_box(figure::find(&language.figure, document, &times.expressions));
        }
    });
    let rate = |time: Duration| bytes as f64 / time.as_secs_f64() / 1e6;
    println!("{bytes} bytes; UTF-8 {:.0} MB/s; times and figures {:.1} MB/s", rate(validate), rate(find));
    println!("1/{:.0} of UTF-8 validation", find.as_secs_f64() / validate.as_secs_f64());
    Ok(())
}
