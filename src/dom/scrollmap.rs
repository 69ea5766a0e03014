//! The scroll map: ticks where the browser has put the marks, and what of the article is in view.

use web_sys::{Element, MouseEvent};

use crate::dom::{all, find};

/// Draws the scroll map: a tick for each mark of the open article, where it stands on the page.
pub fn draw() {
    let (Some(map), Some(article)) = (find(".scrollmap"), find("[data-testid=article]")) else { return };
    for path in all(&map, "path[data-of]") {
        let layer = path.get_attribute("data-of").unwrap_or_default();
        tick(&path, &article, &["[data-in=", &layer, "]"].concat());
    }
    viewport();
}

/// Draws the ticks of the marks that are lit.
pub fn light() {
    let (Some(path), Some(article)) = (find(".scrollmap .lit"), find("[data-testid=article]")) else { return };
    tick(&path, &article, "[data-in][data-lit]");
}

/// Draws a tick for each mark of the article that fits `selector`.
fn tick(path: &Element, article: &Element, selector: &str) {
    let frame = article.get_bounding_client_rect();
    let tick = |mark: &Element| {
        let place = mark.get_bounding_client_rect();
        let at = (place.top() - frame.top()) / frame.height() * 1000.0;
        (place.height() > 0.0).then(|| ["M0 ", &(at as i64).to_string(), "h10"].concat())
    };
    let ticks: Vec<String> = all(article, selector).iter().filter_map(tick).collect();
    // The name is always allowed.
    let _ = path.set_attribute("d", &ticks.concat());
}

/// Draws the part of the article that is in view on the scroll map.
pub fn viewport() {
    let (Some(view), Some(article)) = (find(".scrollmap rect"), find("[data-testid=article]")) else { return };
    let Some(height) = web_sys::window().and_then(|window| window.inner_height().ok()?.as_f64()) else { return };
    let frame = article.get_bounding_client_rect();
    let part = |at: f64| (((at - frame.top()) / frame.height()).clamp(0.0, 1.0) * 1000.0) as i64;
    let (from, to) = (part(0.0), part(height));
    // The names are always allowed.
    let _ = view.set_attribute("y", &from.to_string());
    let _ = view.set_attribute("height", &(to - from).to_string());
}

/// Scrolls to where a click on the scroll map points.
pub fn clicked(event: &MouseEvent) {
    let (Some(map), Some(article)) = (find(".scrollmap"), find("[data-testid=article]")) else { return };
    let Some(window) = web_sys::window() else { return };
    let (map, frame) = (map.get_bounding_client_rect(), article.get_bounding_client_rect());
    let part = (f64::from(event.client_y()) - map.top()) / map.height();
    let half = window.inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default() / 2.0;
    window.scroll_by_with_x_and_y(0.0, frame.top() + part * frame.height() - half);
}
