//! Finding words in all articles.

use silang_core::facts::{At, DocAt};

use crate::library::{Article, Library};
use crate::order;
use crate::shared::Shared;

/// Hits that are listed at most.
const MOST: usize = 500;

/// Words before which a speaker's name is looked for.
const SPEAKER: [&str; 2] = ["penutur:", "speaker:"];

/// Where `query` stands in the articles, capitals aside, and what stands for it under another name;
/// in `"…"` only its very words; after `penutur:` or `speaker:` what such a speaker said.
pub fn hits(library: &Library, query: &str) -> Vec<DocAt> {
    let query = query.trim();
    let speaker = SPEAKER.iter().find_map(|word| query.strip_prefix(word)).map(str::trim);
    let wanted = speaker.unwrap_or(query).trim_matches('"');
    if wanted.len() < 2 {
        return Vec::new();
    }
    let in_article = |article: &Shared<Article>| {
        let found = match speaker {
            Some(name) => said_by(article, name),
            None if query.starts_with('"') => places(&article.source.text, wanted).collect(),
            None => everything(article, wanted),
        };
        let doc = article.source.name.clone();
        found.into_iter().map(move |at| DocAt { doc: doc.clone(), at }).collect::<Vec<_>>()
    };
    library.articles.iter().flat_map(in_article).take(MOST).collect()
}

fn holds(name: &str, wanted: &str) -> bool {
    places(name, wanted).next().is_some()
}

fn said_by(article: &Article, name: &str) -> Vec<At> {
    let facts = article.facts.as_deref();
    let said = facts.iter().flat_map(|facts| &facts.statements).filter(|fact| holds(&fact.speaker, name));
    said.map(|fact| fact.at).collect()
}

/// The words, and the mentions of entities of such a name that are called otherwise there.
fn everything(article: &Article, wanted: &str) -> Vec<At> {
    let mut found: Vec<At> = places(&article.source.text, wanted).collect();
    let facts = article.facts.as_deref();
    let mentions = facts.iter().flat_map(|facts| &facts.mentions);
    let others = mentions.filter(|fact| holds(&fact.entity, wanted) && !holds(&fact.text, wanted));
    let is_new = |at: &At| !found.iter().any(|own| own.start < at.end && at.start < own.end);
    let others: Vec<At> = others.map(|fact| fact.at).filter(is_new).collect();
    found.extend(others);
    order::sort_by_key(&mut found, |&at| at);
    found
}

fn places<'a>(text: &'a str, wanted: &'a str) -> impl Iterator<Item = At> + 'a {
    let windows = text.as_bytes().windows(wanted.len()).enumerate();
    let found = windows.filter(move |(_, window)| window.eq_ignore_ascii_case(wanted.as_bytes()));
    found.map(move |(start, _)| At { start, end: start + wanted.len() })
}

#[cfg(test)]
mod tests {
    use silang_core::facts::Facts;
    use silang_core::{Article as Text, Language, analyze};

    use super::hits;
    use crate::engine::protocol::Source;
    use crate::library::{Article, Library, Origin};
    use crate::shared::Shared;

    const TEXT: &str = "Banjir\n\nJAKARTA - “Banjir surut,” kata Siti Rahma di Bandung. Rahma pulang; banjir usai.\n";

    fn found(query: &str) -> Vec<String> {
        let source = Source { name: "a".to_owned(), text: TEXT.to_owned(), ..Source::default() };
        let mut article = Article::new(source, Origin::New);
        article.found(Facts::from(&analyze(&Language::indonesian(), &Text::new("a", TEXT))), &[]);
        let library = Library { articles: vec![Shared::new(article)] };
        hits(&library, query).iter().map(|place| library.text(place).to_owned()).collect()
    }

    #[test]
    fn finds_words_whatever_their_capitals() {
        assert_eq!(found("\"banjir\""), ["Banjir", "Banjir", "banjir"]);
        assert!(found(" ").is_empty());
    }

    #[test]
    fn finds_who_is_called_otherwise_and_what_was_said() {
        assert_eq!(found("siti rahma"), ["Siti Rahma", "Rahma"]);
        assert_eq!(found("\"siti rahma\""), ["Siti Rahma"]);
        assert_eq!(found("penutur: rahma"), ["Banjir surut,"]);
    }
}
