//! Finding words in all articles. Runs in the worker that keeps them.

use silang_core::facts::{At, DocAt, Facts};
use silang_fast::find::Needle;

use crate::context::context;
use crate::corrections::{self, Correction};
use crate::engine::protocol::Hit;
use crate::order;

/// Hits that are listed at most.
pub const MOST: usize = 500;

/// Words before which a speaker's name is looked for.
const SPEAKER: [&str; 2] = ["penutur:", "speaker:"];

/// An article that is searched.
pub struct Searched<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its text.
    pub text: &'a str,
    /// Its facts, packed: only those of few articles have to be looked at.
    pub packed: &'a [u8],
}

/// What is searched for.
pub struct Search<'a> {
    /// The words, and those of corrections that may stand for them.
    told: Vec<String>,
    /// Nothing is searched for that is shorter than this.
    words: Needle,
    /// Other words that stand, in facts that are not set right yet, for what is searched for.
    others: Vec<Needle>,
    kind: Kind,
    corrections: &'a [Correction],
}

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    /// Words, and who is called otherwise.
    Everything,
    /// These very words, no parts of longer ones.
    Words,
    /// What such a speaker said.
    Speaker,
}

impl<'a> Search<'a> {
    /// A search for `query`, capitals aside: for its words, and what stands for it under another name;
    /// in `"…"` only for its very words; after `penutur:` or `speaker:` for what such a speaker said.
    pub fn new(query: &str, corrections: &'a [Correction]) -> Self {
        let query = query.trim();
        let speaker = SPEAKER.iter().find_map(|word| query.strip_prefix(word)).map(str::trim);
        let kind = match speaker {
            Some(_) => Kind::Speaker,
            None if query.starts_with('"') => Kind::Words,
            None => Kind::Everything,
        };
        let query = speaker.unwrap_or(query).trim_matches('"');
        let words = Needle::new(query);
        let fields = corrections.iter().map(Correction::fields);
        let fields = fields.filter(|fields| fields.iter().any(|field| words.is_in(field.as_bytes())));
        let told: Vec<String> = std::iter::once(query.to_owned()).chain(fields.flatten()).collect();
        let others = told.iter().skip(1).map(|field| Needle::new(field)).collect();
        Self { told, words, others, kind, corrections }
    }

    /// What an article must have all words of, in its text or among its names, to be worth looking into: one of these.
    pub fn told(&self) -> &[String] {
        &self.told
    }

    /// Where it stands in the articles.
    pub fn hits<'b>(
        &self,
        articles: impl Iterator<Item = Searched<'b>>,
        unpack: impl Fn(&[u8]) -> Option<Facts>,
    ) -> Vec<Hit> {
        if self.words.length() < 2 {
            return Vec::new();
        }
        let in_article = |article: Searched<'b>| {
            let found = self.places(&article, &unpack);
            found.into_iter().map(move |at| {
                let words = context(article.text, at).map(str::to_owned).to_vec();
                Hit { place: DocAt { doc: article.name.to_owned(), at }, words, outlet: String::new() }
            })
        };
        articles.flat_map(in_article).take(MOST).collect()
    }

    fn places(&self, article: &Searched, unpack: &impl Fn(&[u8]) -> Option<Facts>) -> Vec<At> {
        let mut found = if self.kind == Kind::Speaker { Vec::new() } else { self.words_in(article.text) };
        let needles = || std::iter::once(&self.words).chain(&self.others);
        if self.kind == Kind::Words || !needles().any(|needle| needle.is_in(article.packed)) {
            return found;
        }
        let Some(facts) = unpack(article.packed).map(|facts| corrections::apply(&facts, self.corrections)) else {
            return found;
        };
        let others = if self.kind == Kind::Speaker { self.said(&facts) } else { self.called_otherwise(&facts, &found) };
        found.extend(others);
        order::sort_by_key(&mut found, |&at| at);
        found
    }

    fn words_in(&self, text: &str) -> Vec<At> {
        let (mut found, mut from) = (Vec::new(), 0);
        while let Some(start) = self.words.next(text.as_bytes(), from) {
            let end = start + self.words.length();
            if self.kind != Kind::Words || is_apart(text, start, end) {
                found.push(At { start, end });
            }
            from = start + 1;
        }
        found
    }

    fn holds(&self, name: &str) -> bool {
        self.words.is_in(name.as_bytes())
    }

    fn said(&self, facts: &Facts) -> Vec<At> {
        facts.statements.iter().filter(|fact| self.holds(&fact.speaker)).map(|fact| fact.at).collect()
    }

    /// The mentions of entities of such a name that are called otherwise there.
    fn called_otherwise(&self, facts: &Facts, found: &[At]) -> Vec<At> {
        let others = facts.mentions.iter().filter(|fact| self.holds(&fact.entity) && !self.holds(&fact.text));
        let is_new = |at: &At| !found.iter().any(|own| own.start < at.end && at.start < own.end);
        others.map(|fact| fact.at).filter(is_new).collect()
    }
}

/// Whether no letter or digit stands right before or behind a stretch.
fn is_apart(text: &str, start: usize, end: usize) -> bool {
    let before = text.get(..start).and_then(|before| before.chars().next_back());
    let behind = text.get(end..).and_then(|behind| behind.chars().next());
    ![before, behind].into_iter().flatten().any(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use silang_core::facts::Facts;
    use silang_core::{Article as Text, Language, analyze};

    use super::{Search, Searched};
    use crate::corrections::Correction;
    use crate::engine::wire;

    const TEXT: &str = "Banjir\n\nJAKARTA - “Banjir surut,” kata Siti Rahma di Bandung. Rahma pulang; banjir usai.\n";

    fn found_as(query: &str, corrections: &[Correction]) -> Vec<String> {
        let facts = Facts::from(&analyze(&Language::indonesian(), &Text::new("a", TEXT)));
        let packed = wire::pack(&facts);
        let article = Searched { name: "a", text: TEXT, packed: &packed };
        let hits = Search::new(query, corrections).hits([article].into_iter(), wire::unpack);
        hits.iter().map(|hit| hit.words[1].clone()).collect()
    }

    fn found(query: &str) -> Vec<String> {
        found_as(query, &[])
    }

    #[test]
    fn finds_words_whatever_their_capitals() {
        assert_eq!(found("\"banjir\""), ["Banjir", "Banjir", "banjir"]);
        assert!(found(" ").is_empty());
        assert_eq!((found("usa").len(), found("\"usa\"").len()), (1, 0));
    }

    #[test]
    fn finds_who_is_called_otherwise_and_what_was_said() {
        assert_eq!(found("siti rahma"), ["Siti Rahma", "Rahma"]);
        assert_eq!(found("\"siti rahma\""), ["Siti Rahma"]);
        assert_eq!(found("penutur: rahma"), ["Banjir surut,"]);
    }

    #[test]
    fn finds_what_the_reader_has_set_right() {
        let renamed = [Correction::Rename("Siti Rahma".to_owned(), "Dewi Lestari".to_owned())];
        assert_eq!(found_as("lestari", &renamed), ["Siti Rahma", "Rahma"]);
        assert_eq!(found_as("speaker: dewi", &renamed), ["Banjir surut,"]);
    }
}
