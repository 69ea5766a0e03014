//! The main text of an HTML page or of a piece of one. Scripts of a parsed page never run, and it fetches nothing.

use web_sys::{Document, DomParser, Element, SupportedType};

use crate::dom::all;

/// What holds a line of text, when nothing of the same sort is inside of it.
const LINES: &str = "h1, h2, h3, h4, p, li, blockquote, pre";
/// What does so too where a page does without paragraphs.
const LOOSE: &str = ", div, td, section, article, main, body";
/// What is not the main text.
const FRAME: &str = "nav, aside, footer, script, style, form, noscript, template, button, [hidden]";
/// Where the main text may be, the likeliest first.
const PLACES: [&str; 3] = ["article", "main", "body"];

/// The main text: its headings and paragraphs, one a line; the source itself when it can't be parsed.
pub fn main_text(html: &str) -> String {
    let parsed = DomParser::new().and_then(|parser| parser.parse_from_string(html, SupportedType::TextHtml));
    let Some((page, root)) = parsed.ok().and_then(|page| page.document_element().map(|root| (page, root))) else {
        return html.to_owned();
    };
    all(&root, FRAME).iter().for_each(Element::remove);
    break_lines(&page, &root);
    let whole = lines(&root).len();
    let places = PLACES.iter().flat_map(|place| all(&root, place));
    // A teaser is an article too: the main text is most of what the page tells.
    let main = places.map(|place| lines(&place)).find(|text| text.len() * 2 > whole);
    main.unwrap_or_default()
}

/// Puts a sign of its own where a line is broken, as line ends in HTML are mere spaces.
fn break_lines(page: &Document, root: &Element) {
    for line_break in all(root, "br") {
        // Both nodes are of one page, so that neither call fails.
        let _ = line_break.replace_with_with_node_1(&page.create_text_node(LINE_BREAK));
    }
}

const LINE_BREAK: &str = "\u{2028}";

fn lines(place: &Element) -> String {
    let tight = texts(place, LINES);
    let letters = |text: &str| text.split_whitespace().map(str::len).sum::<usize>();
    let all = letters(&place.text_content().unwrap_or_default());
    if letters(&tight) * 2 < all { texts(place, &[LINES, LOOSE].concat()) } else { tight }
}

fn texts(place: &Element, selector: &str) -> String {
    let mut parts = all(place, selector);
    parts.retain(|part| part.query_selector(selector).ok().flatten().is_none());
    if parts.is_empty() && place.matches(selector).unwrap_or_default() {
        parts.push(place.clone());
    }
    let texts: Vec<String> = parts.iter().filter_map(|part| part.text_content()).collect();
    let lines = texts.iter().flat_map(|text| text.split(LINE_BREAK));
    let lines = lines.map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}
