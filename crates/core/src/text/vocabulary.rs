//! The distinct words of one text, numbered, so that a lookup is done once a word and not once a token.

use std::collections::HashMap;

/// Number of a distinct folded word inside one document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WordId(u32);

impl WordId {
    /// Index into a table with one entry for each word of the vocabulary.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// The distinct folded words of one document, in order of first occurrence.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    ids: HashMap<Box<str>, WordId>,
    words: Vec<Box<str>>,
}

/// The form under which words are looked up: lower case, one kind of apostrophe.
///
/// ```
/// assert_eq!(silang_core::fold("Jum’at"), "jum'at");
/// ```
pub fn fold(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    let straight = |c| if matches!(c, '’' | 'ʼ' | '`') { '\'' } else { c };
    word.chars().flat_map(char::to_lowercase).map(straight).collect()
}

impl Vocabulary {
    /// The number of `word`'s folded form, new or known.
    pub(crate) fn intern(&mut self, word: &str) -> WordId {
        let folded = fold(word);
        if let Some(&id) = self.ids.get(folded.as_str()) {
            return id;
        }
        let id = WordId(self.words.len() as u32);
        self.words.push(folded.as_str().into());
        self.ids.insert(folded.into(), id);
        id
    }

    /// The folded form with this number.
    pub fn word(&self, id: WordId) -> &str {
        self.words.get(id.index()).map_or("", |word| word)
    }

    /// The folded forms in order of their numbers.
    pub fn words(&self) -> &[Box<str>] {
        &self.words
    }

    /// How many distinct words there are.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// One value for each word, computed once: `table[token.word.index()]`.
    pub fn table<T>(&self, value: impl Fn(&str) -> T) -> Vec<T> {
        self.words.iter().map(|word| value(word)).collect()
    }
}
