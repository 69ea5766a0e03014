//! Text: spans, tokens, sentences, paragraphs, furniture, header.

mod dateline;
pub mod document;
pub mod furniture;
pub mod header;
pub mod paragraph;
pub mod sentence;
pub mod span;
pub mod token;
pub mod vocabulary;
pub mod word_map;
