//! Which articles have a word.

use std::collections::BTreeMap;

use silang_wire::shelf::Entry;

/// Words, in order, with the numbers of the articles that have them.
#[derive(Default)]
pub struct Words(BTreeMap<String, Vec<usize>>);

impl Words {
    /// An article has these words.
    pub fn add(&mut self, article: usize, words: impl Iterator<Item = String>) {
        for word in words {
            self.0.entry(word).or_default().push(article);
        }
    }

    /// The same when the articles have other numbers.
    pub fn renumbered(mut self, numbers: &[usize]) -> Self {
        for articles in self.0.values_mut() {
            articles.iter_mut().for_each(|article| *article = numbers[*article]);
            articles.sort_unstable();
        }
        self
    }

    /// The words as a pack holds them.
    pub fn entries(&self) -> impl Iterator<Item = Entry> {
        self.0.iter().map(|(word, articles)| Entry { word: word.clone(), articles: gaps(articles) })
    }
}

fn gaps(articles: &[usize]) -> Vec<usize> {
    let before = std::iter::once(0).chain(articles.iter().copied());
    articles.iter().zip(before).map(|(article, before)| article - before).collect()
}

#[cfg(test)]
mod tests {
    use super::Words;

    #[test]
    fn articles_are_told_by_the_gaps_between_their_numbers() {
        let mut words = Words::default();
        for article in 0..4 {
            words.add(article, ["banjir".to_owned(), article.to_string()].into_iter());
        }
        let told = |words: &Words| words.entries().map(|entry| (entry.word, entry.articles)).collect::<Vec<_>>();
        let renumbered = words.renumbered(&[9, 2, 5, 3]);
        let single = |word: &str, article| (word.to_owned(), vec![article]);
        let all = ("banjir".to_owned(), vec![2, 1, 2, 4]);
        assert_eq!(told(&renumbered), [single("0", 9), single("1", 2), single("2", 5), single("3", 3), all]);
    }
}
