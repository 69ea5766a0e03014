//! What of the list of articles is in view.

use std::cell::Cell;

use wasm_bindgen::JsCast;
use web_sys::Element;

use crate::dom::document;

thread_local! {
    static NEAR: Cell<(usize, usize)> = Cell::default();
}

/// The first and the last part of the list that is in view or less than a screen away, when these are
/// others than before.
pub fn near() -> Option<(usize, usize)> {
    let parts = document()?.query_selector_all(".library .event").ok()?;
    let height = web_sys::window()?.inner_height().ok()?.as_f64()?;
    let place = |index: u32| parts.item(index)?.dyn_into().ok().map(|part: Element| part.get_bounding_client_rect());
    let count = parts.length();
    let first = partition(count, |index| place(index).is_some_and(|place| place.bottom() < -height));
    let behind = partition(count, |index| place(index).is_some_and(|place| place.top() < 2.0 * height));
    let near = (first as usize, behind.saturating_sub(1).max(first) as usize);
    (NEAR.replace(near) != near).then_some(near)
}

/// The first of so many for which `is_before` does not hold; it holds for all before that.
fn partition(count: u32, is_before: impl Fn(u32) -> bool) -> u32 {
    let (mut low, mut high) = (0, count);
    while low < high {
        let middle = low.midpoint(high);
        if is_before(middle) { low = middle + 1 } else { high = middle }
    }
    low
}
