//! What the tests of the passes over a document share.

use crate::lang::Language;
use crate::text::document::Document;

/// The names found in a text, each with the first letter of its kind ("P:Siti").
pub fn names(text: &str) -> Vec<String> {
    let language = Language::indonesian();
    let document = Document::new(&language.text, text);
    let found = crate::entity::find(&language.entity, &document).mentions;
    found.iter().map(|m| format!("{:.1}:{}", format!("{:?}", m.kind), document.slice(m.span))).collect()
}
