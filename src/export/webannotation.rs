//! W3C Web Annotation: offsets in code points, quotes with the words around them.

use serde::Serialize;
use serde_json::{Value, json};

use crate::export::{Row, Written, rows};
use crate::route::encode;

/// Characters of prefix and suffix.
const AROUND: usize = 32;

#[derive(Serialize)]
struct Selector<'a> {
    r#type: &'static str,
    exact: &'a str,
    prefix: &'a str,
    suffix: &'a str,
}

/// A page of annotations.
pub fn write(all: &[Written]) -> String {
    let mut items: Vec<Value> = Vec::new();
    for article in all {
        let points = Points::of(article.text);
        let rows = rows(&article.facts);
        items.extend(rows.iter().map(|row| annotation(article, row, &points)));
    }
    let page = json!({
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": "urn:silang:annotations",
        "type": "AnnotationCollection",
        "total": items.len(),
        "first": { "id": "urn:silang:annotations:1", "type": "AnnotationPage", "startIndex": 0, "items": items },
    });
    serde_json::to_string_pretty(&page).unwrap_or_default()
}

fn annotation(article: &Written, row: &Row, points: &Points) -> Value {
    let (before, rest) = article.text.split_at_checked(row.start).unwrap_or_default();
    let after = article.text.get(row.end..).unwrap_or_default();
    let quote = Selector {
        r#type: "TextQuoteSelector",
        exact: rest.get(..row.end - row.start).unwrap_or_default(),
        prefix: last(before),
        suffix: first(after),
    };
    let name = encode(&article.facts.doc);
    let source = format!("urn:silang:article:{name}");
    json!({
        "id": format!("urn:silang:{name}:{}:{}-{}", row.layer, row.start, row.end),
        "type": "Annotation",
        "motivation": "identifying",
        "body": [
            { "type": "TextualBody", "purpose": "tagging", "value": row.layer },
            { "type": "TextualBody", "purpose": "identifying", "value": row.value },
        ],
        "target": { "source": source, "selector": [
            quote,
            { "type": "TextPositionSelector", "start": points.at(row.start), "end": points.at(row.end) },
        ] },
    })
}

fn last(text: &str) -> &str {
    text.char_indices().rev().take(AROUND).last().and_then(|(at, _)| text.get(at..)).unwrap_or_default()
}

fn first(text: &str) -> &str {
    text.char_indices().nth(AROUND).map_or(text, |(at, _)| &text[..at])
}

/// Byte offsets of a text's characters.
struct Points(Vec<usize>);

impl Points {
    fn of(text: &str) -> Self {
        Self(text.char_indices().map(|(at, _)| at).collect())
    }

    /// Characters before `byte`.
    fn at(&self, byte: usize) -> usize {
        self.0.partition_point(|&at| at < byte)
    }
}

#[cfg(test)]
mod tests {
    use super::Points;

    #[test]
    fn positions_count_code_points() {
        let text = "“é😀a";
        let points = Points::of(text);
        assert_eq!(points.at(text.len()), 4);
        assert_eq!(points.at(text.find('a').unwrap()), 3);
    }
}
