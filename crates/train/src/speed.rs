//! How fast names are found, and what the language costs to load.

use std::time::Instant;

use silang_core::entity::recognise;
use silang_core::{Document, Language, entity};

use crate::marked::Marked;

fn seconds<T>(work: impl FnOnce() -> T) -> (T, f64) {
    let start = Instant::now();
    let made = work();
    (made, start.elapsed().as_secs_f64())
}

/// Something to be timed.
type Work<'a> = Box<dyn FnMut() + 'a>;

/// Prints the time to load and the speed of each step over the texts, the best of three runs.
pub fn tell(texts: &[Marked]) {
    let best = |mut work: Work| (0..3).map(|_| seconds(&mut work).1).fold(f64::MAX, f64::min);
    let load = best(Box::new(|| drop(Language::indonesian())));
    let language = Language::indonesian();
    let documents: Vec<Document> = texts.iter().map(|text| Document::new(&language.text, &text.text)).collect();
    let bytes: usize = texts.iter().map(|text| text.text.len()).sum();
    let check = best(Box::new(|| {
        let valid = texts.iter().filter(|text| std::str::from_utf8(std::hint::black_box(text.text.as_bytes())).is_ok());
        std::hint::black_box(valid.count());
    }));
    let steps: [(&str, Work); 3] = [
        ("cutting up", Box::new(|| texts.iter().for_each(|text| drop(Document::new(&language.text, &text.text))))),
        ("model", Box::new(|| documents.iter().for_each(|d| drop(recognise::by_model(&language.entity, d))))),
        ("whole layer", Box::new(|| documents.iter().for_each(|d| drop(entity::find(&language.entity, d))))),
    ];
    println!("{} texts, {bytes} bytes; language loaded in {:.1} ms", texts.len(), load * 1e3);
    for (name, work) in steps {
        let time = best(work);
        println!("{name}: {:.1} MB/s, {:.0} x a UTF-8 check", bytes as f64 / time / 1e6, time / check);
    }
}
