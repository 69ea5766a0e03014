//! Where the reader was in each view: one that is opened again is shown there, another from its top.

use std::cell::RefCell;

thread_local! {
    /// Views, by their fragment of the address, and how far each was scrolled.
    static READ: RefCell<Vec<(String, f64)>> = RefCell::default();
}

/// Notes how far the view at hand is scrolled.
pub fn note() {
    let Some(window) = web_sys::window() else { return };
    let (Ok(view), Ok(y)) = (window.location().hash(), window.scroll_y()) else { return };
    READ.with_borrow_mut(|read| {
        read.retain(|(other, _)| *other != view);
        read.push((view, y));
    });
}

/// Scrolls a view that was just opened.
pub fn enter(view: &str) {
    let y = READ.with_borrow(|read| read.iter().find(|(other, _)| other == view).map_or(0.0, |(_, y)| *y));
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, y);
    }
}
