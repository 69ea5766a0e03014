//! Inline marks: an article with `<P e="…">…</P>` around what was marked by hand, and the same marks as byte offsets.

use serde_json::{Map, Value, json};

/// The tags that are marks; anything else in angle brackets is text.
const TAGS: [&str; 6] = ["P", "O", "L", "T", "S", "B"];

/// The article's text and its marks in the order in which they begin, as lines of `gold.jsonl` without the article's name.
///
/// # Errors
/// When marks cross, or one is not closed; the message tells which.
pub fn parse(marked: &str) -> Result<(String, Vec<Map<String, Value>>), String> {
    let (mut text, mut marks, mut open) = (String::new(), Vec::new(), Vec::new());
    let (mut rest, mut statements) = (marked, 0_u32);
    while let Some(at) = rest.find('<') {
        text.push_str(&rest[..at]);
        rest = &rest[at..];
        if let Some((tag, after)) = closing(rest) {
            close(tag, &text, &mut open, &mut marks)?;
            rest = after;
        } else if let Some((tag, attributes, after)) = opening(rest) {
            let mut mark = attributes;
            mark.insert("tag".into(), tag.into());
            mark.insert("start".into(), text.len().into());
            if tag == "S" {
                statements += 1;
                mark.insert("index".into(), statements.into());
            }
            open.push((tag, marks.len()));
            marks.push(mark);
            rest = after;
        } else {
            text.push('<');
            rest = &rest[1..];
        }
    }
    text.push_str(rest);
    match open.last() {
        Some((tag, _)) => Err(format!("<{tag}> is not closed")),
        None => Ok((text, marks)),
    }
}

fn close<'a>(
    tag: &'a str,
    text: &str,
    open: &mut Vec<(&'a str, usize)>,
    marks: &mut [Map<String, Value>],
) -> Result<(), String> {
    let Some((_, mark)) = open.pop().filter(|(opened, _)| *opened == tag) else {
        return Err(format!("</{tag}> closes nothing after {:?}", text.lines().last().unwrap_or_default()));
    };
    let start = marks[mark]["start"].as_u64().and_then(|start| usize::try_from(start).ok()).unwrap_or_default();
    marks[mark].insert("end".into(), text.len().into());
    marks[mark].insert("text".into(), json!(text.get(start..)));
    Ok(())
}

/// `</TAG>` at the start, and what follows.
fn closing(text: &str) -> Option<(&str, &str)> {
    let (tag, after) = text.strip_prefix("</")?.split_once('>')?;
    TAGS.contains(&tag).then_some((tag, after))
}

/// `<TAG name="value" …>` at the start: tag, attributes, and what follows.
fn opening(text: &str) -> Option<(&str, Map<String, Value>, &str)> {
    let text = text.strip_prefix('<')?;
    let tag = TAGS.into_iter().find(|tag| text.strip_prefix(tag).is_some_and(|rest| rest.starts_with([' ', '>'])))?;
    let mut rest = &text[tag.len()..];
    let mut attributes = Map::new();
    while let Some((name, after)) = rest.strip_prefix(' ').and_then(|rest| rest.split_once("=\"")) {
        let (value, after) = after.split_once('"')?;
        attributes.insert(name.to_owned(), value.replace("&quot;", "\"").into());
        rest = after;
    }
    Some((tag, attributes, rest.strip_prefix('>')?))
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn marks_nest_and_the_text_comes_out_unchanged() {
        let (text, marks) =
            parse("“<S k=\"direct\" w=\"A\">Kami ke <L e=\"Kota &quot;B&quot;\">B</L></S>” < 3 <x>").unwrap();
        assert_eq!(text, "“Kami ke B” < 3 <x>");
        assert_eq!(marks[0]["text"], "Kami ke B");
        assert_eq!((&marks[1]["e"], &marks[1]["start"]), (&"Kota \"B\"".into(), &11.into()));
    }

    #[test]
    fn marks_that_cross_or_stay_open_are_told() {
        assert!(parse("<P e=\"A\">a<L e=\"B\">b</P></L>").is_err());
        assert!(parse("<P e=\"A\">a").is_err());
    }
}
