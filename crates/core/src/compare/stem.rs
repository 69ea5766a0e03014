//! Bringing the forms of one word together, by its affixes alone.
//!
//! The result is a key for matching, not a word to show: two words with one key are taken to be
//! forms of the same word. A dictionary of roots would be exact and ten times the size of this.

use std::collections::HashMap;

/// A prefix and what it does to the word behind it.
#[derive(Clone, Debug)]
pub struct Prefix {
    /// Its letters.
    pub form: &'static str,
    /// Whether it has this form only before a vowel.
    pub before_vowel: bool,
    /// The letter of the root that it swallowed.
    pub hidden: &'static str,
}

/// The affixes of a language.
#[derive(Clone, Debug, Default)]
pub struct Affixes {
    /// Longest first, those before a vowel before the others.
    pub prefixes: Vec<Prefix>,
    /// Longest first.
    pub suffixes: Vec<&'static str>,
    /// What may hang behind the suffixes.
    pub particles: Vec<&'static str>,
}

/// Affixes, the words they do not fit, and words that stand for one another.
#[derive(Clone, Debug, Default)]
pub struct Stemmer {
    affixes: Affixes,
    whole: HashMap<&'static str, &'static str>,
    synonyms: HashMap<String, String>,
}

/// Letters that a root must have.
const SHORTEST_ROOT: usize = 4;

fn is_vowel(letter: char) -> bool {
    matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u')
}

/// Whether `rest` may be a root: long enough, with a vowel, and opening as words do.
fn is_root(rest: &str) -> bool {
    let mut letters = rest.chars();
    let (Some(first), Some(second)) = (letters.next(), letters.next()) else { return false };
    let opens = is_vowel(first)
        || is_vowel(second)
        || matches!(second, 'r' | 'l' | 'y')
        || matches!((first, second), ('n', 'g') | ('k', 'h'));
    opens && rest.chars().count() >= SHORTEST_ROOT && rest.chars().any(is_vowel)
}

impl Stemmer {
    /// A stemmer from a language's tables; each group of `synonyms` goes by its first word.
    pub fn new(
        affixes: Affixes,
        whole: HashMap<&'static str, &'static str>,
        synonyms: impl Iterator<Item = Vec<&'static str>>,
    ) -> Self {
        let mut stemmer = Self { affixes, whole, synonyms: HashMap::new() };
        let groups: Vec<Vec<String>> =
            synonyms.map(|group| group.into_iter().map(|word| stemmer.stem(word)).collect()).collect();
        for group in groups {
            if let [first, rest @ ..] = group.as_slice() {
                stemmer.synonyms.extend(rest.iter().map(|word| (word.clone(), first.clone())));
            }
        }
        stemmer
    }

    /// The key of a folded word.
    pub fn stem(&self, word: &str) -> String {
        let root = self.root(word);
        let key = soften(&root);
        self.synonyms.get(&key).cloned().unwrap_or(key)
    }

    fn root(&self, word: &str) -> String {
        if let Some(&whole) = self.whole.get(word) {
            return whole.to_owned();
        }
        let bare = strip_end(word, &self.affixes.particles);
        if let Some(&whole) = self.whole.get(bare) {
            return whole.to_owned();
        }
        let bare = strip_end(bare, &self.affixes.suffixes);
        self.strip_prefix(&self.strip_prefix(bare))
    }

    fn strip_prefix(&self, word: &str) -> String {
        for prefix in &self.affixes.prefixes {
            let Some(rest) = word.strip_prefix(prefix.form) else { continue };
            let vowel = rest.chars().next().is_some_and(is_vowel);
            let root = format!("{}{rest}", prefix.hidden);
            if (vowel || !prefix.before_vowel) && is_root(&root) {
                return root;
            }
        }
        word.to_owned()
    }
}

/// `word` without the first of `endings` that leaves a root.
fn strip_end<'a>(word: &'a str, endings: &[&str]) -> &'a str {
    endings.iter().find_map(|end| word.strip_suffix(end).filter(|rest| is_root(rest))).unwrap_or(word)
}

/// Drops what affixes make uncertain: a "k" swallowed by a nasal, and one that may belong to "-kan".
fn soften(root: &str) -> String {
    let open = root.strip_prefix('k').filter(|rest| rest.starts_with(is_vowel) && is_root(root)).unwrap_or(root);
    open.strip_suffix('k').filter(|rest| rest.len() >= SHORTEST_ROOT).unwrap_or(open).to_owned()
}
