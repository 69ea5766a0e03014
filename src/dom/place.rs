//! Where the reader was in each view: one that is opened again is shown there, another from its top.

use std::cell::RefCell;

#[derive(Default)]
struct Read {
    /// The view that is shown, by its fragment of the address; none before the first change of views.
    shown: Option<String>,
    /// How far it was scrolled when it was opened.
    entered: f64,
    /// How far each was scrolled.
    places: Vec<(String, f64)>,
}

thread_local! {
    static READ: RefCell<Read> = RefCell::default();
}

/// Notes how far the view at hand is scrolled.
pub fn note() {
    let Some(window) = web_sys::window() else { return };
    let (Ok(view), Ok(y)) = (window.location().hash(), window.scroll_y()) else { return };
    READ.with_borrow_mut(|read| {
        // On the way back the browser scrolls when the address is that of the other view already.
        if read.shown.as_ref().is_none_or(|shown| *shown == view) {
            read.places.retain(|(other, _)| *other != view);
            read.places.push((view, y));
        }
    });
}

/// Scrolls a view that was just opened.
pub fn enter(view: String) {
    let y = READ.with_borrow_mut(|read| {
        let place = read.places.iter().find(|(other, _)| *other == view);
        let y = place.map_or(0.0, |(_, y)| *y);
        read.shown = Some(view);
        read.entered = y;
        y
    });
    scroll(y);
}

/// A view was just opened that is scrolled otherwise.
pub fn opened(view: String) {
    READ.with_borrow_mut(|read| {
        read.shown = Some(view);
        read.entered = 0.0;
    });
}

/// Scrolls again to where the view was opened, when it has become longer since.
pub fn enter_again() {
    let y = READ.with_borrow(|read| read.entered);
    if y > 0.0 {
        scroll(y);
    }
}

fn scroll(y: f64) {
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, y);
    }
}
