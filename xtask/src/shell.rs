//! What is seen before any WebAssembly runs: the bar and the text of the first article, written into the page itself.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use silang_cli::input;

/// Stands in the page where the first article is to be.
const PLACE: &str = "</noscript>";

/// Writes the first of the articles in `seeds` into the page `index`; a site without articles stays empty.
pub fn fill(index: &Path, first: Option<&Path>) -> Result<()> {
    let Some(first) = first else { return Ok(()) };
    let page = fs::read_to_string(index).with_context(|| format!("{}", index.display()))?;
    let (before, after) = page.split_once(PLACE).with_context(|| format!("no {PLACE} in {}", index.display()))?;
    let article = input::read(&first.to_string_lossy())?.article;
    Ok(fs::write(index, [before, PLACE, &shell(&article.name, &article.text), after].concat())?)
}

fn shell(name: &str, text: &str) -> String {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty()).enumerate();
    let written = lines.map(|(at, line)| {
        let tag = if at == 0 && is_headline(line) { "h1" } else { "p" };
        format!("<{tag}>{}</{tag}>\n", escaped(line))
    });
    let bar = r##"<div class="bar"><header class="topbar"><a class="brand" href="#/"><strong>Silang</strong></a></header></div>"##;
    let page = r#"<div class="page" data-place="read"><div class="rail"></div><main>"#;
    let article = format!(r#"<article class="article first" lang="id" data-first="{}">"#, escaped(name));
    [bar, page, &article, &written.collect::<String>(), "</article></main></div>"].concat()
}

/// Whether the first line is set as a headline: as the page does it (`src/layout.rs`), so that nothing moves.
fn is_headline(line: &str) -> bool {
    line.len() < 250 && !line.ends_with(['.', '”', '"'])
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::shell;

    #[test]
    fn the_text_is_there_and_harmless() {
        let shell = shell("a \"b\".txt", "Judul <b>\n\nHujan & angin.\n");
        assert!(shell.contains(r#"data-first="a &quot;b&quot;.txt""#), "{shell}");
        assert!(shell.contains("<h1>Judul &lt;b&gt;</h1>\n<p>Hujan &amp; angin.</p>\n"), "{shell}");
    }
}
