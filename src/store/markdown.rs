//! The words of a text in Markdown, without its signs.

/// The text as people read it.
pub fn plain(text: &str) -> String {
    let lines = text.lines().filter(|line| !is_rule(line)).map(line);
    lines.collect::<Vec<_>>().join("\n")
}

/// A line of signs alone: under a heading, between parts, around code.
fn is_rule(line: &str) -> bool {
    let line = line.trim();
    line.len() > 2 && line.bytes().all(|byte| b"-=*_`~ ".contains(&byte))
}

fn line(line: &str) -> String {
    let line = line.trim_end();
    let body = line.trim_start_matches([' ', '>']);
    let heading = body.trim_start_matches('#');
    let body = if heading.starts_with(' ') && heading.len() < body.len() { heading.trim_start() } else { body };
    let body = ["- ", "* ", "+ "].iter().find_map(|sign| body.strip_prefix(sign)).unwrap_or(body);
    links(body).replace("**", "").replace("__", "").replace('`', "")
}

/// Links and pictures become the words that stand for them.
fn links(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut rest = line;
    while let Some((before, words, after)) = link(rest) {
        out.push_str(before.strip_suffix('!').unwrap_or(before));
        out.push_str(words);
        rest = after;
    }
    out + rest
}

fn link(line: &str) -> Option<(&str, &str, &str)> {
    let (words, after) = line.split_once("](")?;
    let (before, words) = words.rsplit_once('[')?;
    let (_, after) = after.split_once(')')?;
    Some((before, words, after))
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn signs_go_and_words_stay() {
        let text = "# Banjir di *Kota*\n\n---\n> Air **naik**, [kata](https://contoh.id) Siti #1.\n- satu\n![foto](a.png) 2 * 3\n";
        assert_eq!(plain(text), "Banjir di *Kota*\n\nAir naik, kata Siti #1.\nsatu\nfoto 2 * 3");
    }
}
