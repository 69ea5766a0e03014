//! Finding words in all articles.

use silang_core::facts::{At, DocAt};

use crate::library::Library;

/// Hits that are listed at most.
const MOST: usize = 500;

/// Where `query` stands in the articles, capitals aside; `"…"` around it changes nothing, spaces count.
pub fn hits(library: &Library, query: &str) -> Vec<DocAt> {
    let wanted = query.trim().trim_matches('"');
    if wanted.len() < 2 {
        return Vec::new();
    }
    let in_article = |article: &std::rc::Rc<crate::library::Article>| {
        let doc = article.source.name.clone();
        places(&article.source.text, wanted).map(move |at| DocAt { doc: doc.clone(), at }).collect::<Vec<_>>()
    };
    library.articles.iter().flat_map(in_article).take(MOST).collect()
}

fn places<'a>(text: &'a str, wanted: &'a str) -> impl Iterator<Item = At> + 'a {
    let windows = text.as_bytes().windows(wanted.len()).enumerate();
    let found = windows.filter(move |(_, window)| window.eq_ignore_ascii_case(wanted.as_bytes()));
    found.map(move |(start, _)| At { start, end: start + wanted.len() })
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::hits;
    use crate::engine::protocol::Source;
    use crate::library::{Article, Library, Origin};

    #[test]
    fn finds_words_whatever_their_capitals() {
        let source =
            Source {
                name: "a".to_owned(), text: "“Banjir” di Kota; banjir surut.".to_owned(), ..Source::default()
            };
        let library = Library { articles: vec![Rc::new(Article::new(source, Origin::New))] };
        let found: Vec<_> = hits(&library, "\"banjir\"").iter().map(|place| library.text(place).to_owned()).collect();
        assert_eq!(found, ["Banjir", "banjir"]);
        assert!(hits(&library, " ").is_empty());
    }
}
