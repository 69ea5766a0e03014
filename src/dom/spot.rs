//! The words that were jumped to, marked without touching the article: by the CSS Custom Highlight API, where the browser has it.

use std::ops::Range;

use wasm_bindgen::prelude::*;
use web_sys::{Element, Node};

use crate::dom::document;

/// The name by which the style sheet knows the words.
const NAME: &str = "spot";

#[wasm_bindgen]
extern "C" {
    type Highlight;

    #[wasm_bindgen(constructor, catch)]
    fn new(range: &web_sys::Range) -> Result<Highlight, JsValue>;

    #[wasm_bindgen(js_namespace = ["CSS", "highlights"], catch)]
    fn set(name: &str, highlight: &Highlight) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_namespace = ["CSS", "highlights"], catch)]
    fn delete(name: &str) -> Result<JsValue, JsValue>;
}

/// Marks a stretch of an element's text, in bytes, and nothing else.
pub fn mark(element: &Element, at: Range<usize>) {
    // Both fail only where the browser lacks this; the paragraph has flashed anyway.
    let highlight = range(element, at).and_then(|range| Highlight::new(&range).ok());
    match highlight {
        Some(highlight) => drop(set(NAME, &highlight)),
        None => clear(),
    }
}

/// Marks nothing any more.
pub fn clear() {
    let _ = delete(NAME);
}

/// The stretch as the browser knows it.
fn range(element: &Element, at: Range<usize>) -> Option<web_sys::Range> {
    let range = document()?.create_range().ok()?;
    let (first, start) = place(element, at.start, true)?;
    let (last, end) = place(element, at.end, false)?;
    range.set_start(&first, start).ok()?;
    range.set_end(&last, end).ok()?;
    (!at.is_empty()).then_some(range)
}

/// The piece of text that a byte is in, and its place there in UTF-16. The end of one piece is the start of the next, if that
/// is wanted.
fn place(element: &Element, byte: usize, start: bool) -> Option<(Node, u32)> {
    let mut before = 0;
    let mut next = element.first_child();
    while let Some(node) = next {
        if node.node_type() == Node::TEXT_NODE {
            let text = node.text_content().unwrap_or_default();
            let inside = byte - before;
            if inside < text.len() || !start && inside == text.len() {
                let units: usize = text.get(..inside)?.chars().map(char::len_utf16).sum();
                return Some((node, units as u32));
            }
            before += text.len();
        }
        next = following(&node, element);
    }
    None
}

/// The node behind another one in the order of the text, within an element.
fn following(node: &Node, within: &Element) -> Option<Node> {
    if let Some(inside) = node.first_child() {
        return Some(inside);
    }
    let mut at = node.clone();
    while !at.is_same_node(Some(within)) {
        if let Some(next) = at.next_sibling() {
            return Some(next);
        }
        at = at.parent_node()?;
    }
    None
}
