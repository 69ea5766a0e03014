//! Articles with inline marks, many in one file: `<P e="Joe Biden">Biden</P>`.

use std::fs;
use std::io;
use std::path::Path;

use silang_core::Span;

use crate::marked::{Mark, Marked, kind};

/// What opens the line between two articles; after it stands the name of the next one.
const BETWEEN: &str = "\n---";

/// The articles of a file, where what stands before the first line of dashes is its header, or of a
/// folder with one article in each file.
pub fn read(file: &Path) -> io::Result<Vec<Marked>> {
    if file.is_dir() {
        let mut files = fs::read_dir(file)?.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?;
        files.sort();
        let name = |file: &Path| file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        return files.iter().map(|file| Ok(parse(&name(file), &fs::read_to_string(file)?))).collect();
    }
    let stem = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let whole = fs::read_to_string(file)?;
    let articles = whole.split(BETWEEN).skip(1).enumerate();
    let article = |(number, article): (usize, &str)| {
        let (name, text) = article.split_once('\n').unwrap_or((article, ""));
        let name = if name.trim().is_empty() { format!("{stem}-{:03}", number + 1) } else { name.trim().to_owned() };
        parse(&name, text)
    };
    Ok(articles.map(article).collect())
}

/// A tag: its name, whether it closes, its entity, and its length in the text.
fn tag(rest: &str) -> Option<(&str, bool, String, usize)> {
    let end = rest.find('>')?;
    let inner = rest.get(1..end)?;
    let closes = inner.starts_with('/');
    let (name, attributes) =
        inner.trim_start_matches('/').split_once(' ').unwrap_or((inner.trim_start_matches('/'), ""));
    let known = matches!(name, "P" | "O" | "L" | "B" | "T" | "S");
    let entity = attributes.split_once("e=\"").and_then(|(_, value)| value.split_once('"'));
    let entity = entity.filter(|_| attributes.starts_with("e=")).map_or("", |(value, _)| value);
    known.then(|| (name, closes, entity.replace("&quot;", "\""), end + 1))
}

/// Reads one article.
pub fn parse(name: &str, article: &str) -> Marked {
    let mut made = Marked::new(name.to_owned(), String::new());
    let mut open: Vec<(usize, String)> = Vec::new();
    let mut rest = article;
    while let Some(at) = rest.find('<') {
        made.text.push_str(&rest[..at]);
        rest = &rest[at..];
        let Some((name, closes, entity, length)) = tag(rest) else {
            made.text.push('<');
            rest = &rest[1..];
            continue;
        };
        rest = &rest[length..];
        if !closes {
            open.push((made.text.len(), entity));
            continue;
        }
        let Some((start, entity)) = open.pop() else { continue };
        let span = Span::new(start, made.text.len());
        match kind(name) {
            Some(kind) => made.marks.push(Mark { span, kind, entity }),
            None if name == "B" => made.walls.push(span),
            None => {}
        }
    }
    made.text.push_str(rest);
    made.marks.sort();
    made
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn tags_go_and_marks_stay() {
        let read = parse("a", "<S k=\"direct\" w=\"e=1\"><P e=\"Joe Biden\">Biden</P> di <L>Jakarta</L>, 1 < 2</S>");
        assert_eq!(read.text, "Biden di Jakarta, 1 < 2");
        let seen: Vec<_> = read.marks.iter().map(|m| (m.span.of(&read.text), m.entity.as_str())).collect();
        assert_eq!(seen, [("Biden", "Joe Biden"), ("Jakarta", "")]);
    }
}
