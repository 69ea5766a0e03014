//! The whole analysis as one function, for measuring beside other programs.

use std::cell::{LazyCell, RefCell};

use silang_core::{Article, Language, Memory, Span, analyze, analyze_with};
use wasm_bindgen::prelude::wasm_bindgen;

thread_local! {
    static LANGUAGE: LazyCell<Language> = const { LazyCell::new(Language::indonesian) };
    static MEMORY: RefCell<Memory> = RefCell::default();
}

const NAME: u32 = 0;
const TIME: u32 = 10;
const STATEMENT: u32 = 20;

/// Loads the words of the language, so that the first text is not charged with them.
#[wasm_bindgen(start)]
pub fn start() {
    LANGUAGE.with(|language| drop(analyze(language, &Article::default())));
}

/// What is found in a text: start, end (UTF-8 bytes) and kind of each mark, one after the other.
#[wasm_bindgen]
pub fn extract(text: String) -> Vec<u32> {
    let article = Article::new("", text);
    let found = LANGUAGE.with(|language| MEMORY.with_borrow_mut(|memory| analyze_with(language, &article, memory)));
    let names = found.entities.mentions.iter().map(|mention| (mention.span, NAME));
    let times = found.times.expressions.iter().map(|time| (time.span, TIME));
    let said = found.statements.iter().map(|statement| (statement.span, STATEMENT));
    let mark = |(span, kind): (Span, u32)| [span.start() as u32, span.end() as u32, kind];
    names.chain(times).chain(said).flat_map(mark).collect()
}
