//! Two articles side by side: ribbons between what they share, and scrolling them together.

use web_sys::Element;

use crate::dom::{all, find};
use crate::order;

/// The middle of an element's first line, from the top of the window.
fn middle(element: &Element) -> f64 {
    let place = element.get_bounding_client_rect();
    place.top() + place.height().min(24.0) / 2.0
}

/// The sentences of both columns that tell the same, as heights from the top of the window.
fn pairs() -> Vec<[f64; 2]> {
    let Some(root) = find(".sides") else { return Vec::new() };
    let partner = |left: Element| {
        let pair = left.get_attribute("data-pair")?;
        let right = root.query_selector(&["[data-side='1'] [data-pair='", &pair, "']"].concat()).ok()??;
        Some([middle(&left), middle(&right)])
    };
    all(&root, "[data-side='0'] [data-pair]").into_iter().filter_map(partner).collect()
}

/// Draws the ribbons.
pub fn ribbons() {
    let Some(svg) = find(".ribbons") else { return };
    let frame = svg.get_bounding_client_rect();
    let (width, height) = (frame.width() as i64, frame.height() as i64);
    let ribbon = |ends: [f64; 2]| {
        let [from, to] = ends.map(|end| (end - frame.top()) as i64);
        let is_seen = (from.max(to) > 0) && (from.min(to) < height);
        is_seen.then(|| format!("M0 {from}C{h} {from} {h} {to} {width} {to}", h = width / 2))
    };
    let path: Vec<String> = pairs().into_iter().filter_map(ribbon).collect();
    // Both names are always allowed.
    let _ = svg.set_attribute("viewBox", &format!("0 0 {width} {height}"));
    svg.set_inner_html(&["<path d='", &path.concat(), "'/>"].concat());
}

/// The other column is shown now: brings the partner of what was read to where that stood.
pub fn flipped(to: usize) {
    let column = |side: usize| find(&["[data-side='", if side == 0 { "0" } else { "1" }, "']"].concat());
    let (Some(from), Some(to)) = (column(1 - to), column(to)) else { return };
    let read = from.get_attribute("data-read").unwrap_or_default();
    let partner = to.query_selector(&["[data-pair='", &read, "']"].concat()).ok().flatten();
    if let Some(partner) = partner {
        crate::dom::scroll_to(&partner);
    }
}

/// Notes in each column which shared sentence is nearest to the middle of the window.
pub fn note_read() {
    let Some(root) = find(".sides[data-shown]") else { return };
    let centre = web_sys::window().and_then(|window| window.inner_height().ok()?.as_f64()).unwrap_or_default() / 2.0;
    for column in all(&root, "[data-side]") {
        let nearest =
            all(&column, "[data-pair]").into_iter().filter(|tie| tie.get_bounding_client_rect().height() > 0.0);
        let nearest = nearest.min_by_key(|tie| (middle(tie) - centre).abs() as i64);
        if let Some(pair) = nearest.and_then(|tie| tie.get_attribute("data-pair")) {
            // The name is always allowed.
            let _ = column.set_attribute("data-read", &pair);
        }
    }
}

/// One column was scrolled: the other follows by the nearest sentences that they share.
pub fn scrolled(column: &Element, locked: bool) {
    let Some(side) = column.get_attribute("data-side") else { return };
    if locked && !is_following(column) {
        let other = if side == "0" { "1" } else { "0" };
        if let Some(other) = find(&["[data-side='", other, "']"].concat()) {
            follow(column, &other, usize::from(side == "1"));
        }
    }
    ribbons();
}

/// Whether a column is where it was put by the other, so that the two do not chase each other.
fn is_following(column: &Element) -> bool {
    let put = column.get_attribute("data-put").and_then(|put| put.parse::<i32>().ok());
    // Fails only for malformed names.
    let _ = column.remove_attribute("data-put");
    put.is_some_and(|put| (put - column.scroll_top()).abs() < 2)
}

/// The longest chain of pairs that go down on both sides: what one article tells earlier than the other would throw the columns about.
fn rising(mut pairs: Vec<[f64; 2]>) -> Vec<[f64; 2]> {
    order::sort_by(&mut pairs, |a, b| a[0].total_cmp(&b[0]).then(a[1].total_cmp(&b[1])));
    // For each pair the length of the longest chain that ends with it, and the pair before it there.
    let mut chains: Vec<(usize, Option<usize>)> = Vec::with_capacity(pairs.len());
    for (at, pair) in pairs.iter().enumerate() {
        let before = (0..at).filter(|&other| pairs[other][0] < pair[0] && pairs[other][1] < pair[1]);
        let best = before.max_by_key(|&other| chains[other].0);
        chains.push((best.map_or(1, |best| chains[best].0 + 1), best));
    }
    let last = (0..pairs.len()).max_by_key(|&at| chains[at].0);
    let mut chain: Vec<[f64; 2]> = std::iter::successors(last, |&at| chains[at].1).map(|at| pairs[at]).collect();
    chain.reverse();
    chain
}

/// Brings the partner of what stands in the middle of `column` to the middle of `other`.
fn follow(column: &Element, other: &Element, side: usize) {
    let frame = column.get_bounding_client_rect();
    let centre = frame.top() + frame.height() / 2.0;
    let landmarks = rising(pairs().into_iter().map(|pair| [pair[side], pair[1 - side]]).collect());
    let (mut before, mut after): (Option<[f64; 2]>, Option<[f64; 2]>) = (None, None);
    for pair in landmarks {
        if pair[0] <= centre && before.is_none_or(|nearest| pair[0] > nearest[0]) {
            before = Some(pair);
        }
        if pair[0] > centre && after.is_none_or(|nearest| pair[0] < nearest[0]) {
            after = Some(pair);
        }
    }
    let target = match (before, after) {
        (Some([a, b]), Some([c, d])) => b + (centre - a) / (c - a) * (d - b),
        (Some([a, b]), None) | (None, Some([a, b])) => b + centre - a,
        (None, None) => return,
    };
    let from = other.scroll_top();
    other.set_scroll_top(from + (target - centre) as i32);
    if other.scroll_top() != from {
        // The name is always allowed.
        let _ = other.set_attribute("data-put", &other.scroll_top().to_string());
    }
}

#[cfg(test)]
mod tests {
    use super::rising;

    #[test]
    fn what_is_told_out_of_order_is_no_landmark() {
        let pairs = vec![[10.0, 20.0], [40.0, 900.0], [80.0, 60.0], [120.0, 100.0], [160.0, 5.0]];
        assert_eq!(rising(pairs), [[10.0, 20.0], [80.0, 60.0], [120.0, 100.0]]);
        assert!(rising(Vec::new()).is_empty());
    }
}
