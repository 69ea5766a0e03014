//! Finding words in bytes, capitals (of ASCII) aside: Horspool's algorithm.
//!
//! R. N. Horspool, Practical fast searching in strings, Software: Practice and Experience 10 (1980).

/// Words that are searched for.
pub struct Needle {
    /// In small letters.
    words: Vec<u8>,
    /// How far to go on when the last byte of a window is this one.
    skips: [u8; 256],
}

impl Needle {
    /// Gets ready for searching; what is searched for has one byte at least, else nothing is found.
    pub fn new(words: &str) -> Self {
        let words = words.to_ascii_lowercase().into_bytes();
        let far = words.len().min(255) as u8;
        let mut skips = [far; 256];
        let last = words.len().saturating_sub(1);
        for (at, &byte) in words.iter().take(last).enumerate() {
            let skip = (last - at).min(255) as u8;
            skips[usize::from(byte)] = skip;
            skips[usize::from(byte.to_ascii_uppercase())] = skip;
        }
        Self { words, skips }
    }

    /// How many bytes are searched for.
    pub fn length(&self) -> usize {
        self.words.len()
    }

    /// Where the words stand next, from a place on.
    pub fn next(&self, bytes: &[u8], from: usize) -> Option<usize> {
        let (&last, rest) = self.words.split_last()?;
        let mut at = from;
        loop {
            let window = bytes.get(at..at + self.words.len())?;
            let (&end, start) = window.split_last()?;
            if end.to_ascii_lowercase() == last && start.eq_ignore_ascii_case(rest) {
                return Some(at);
            }
            at += usize::from(self.skips[usize::from(end)]);
        }
    }

    /// Whether the words stand there.
    pub fn is_in(&self, bytes: &[u8]) -> bool {
        self.next(bytes, 0).is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::Needle;

    fn all(words: &str, text: &str) -> Vec<usize> {
        let needle = Needle::new(words);
        let mut found = Vec::new();
        let mut at = 0;
        while let Some(next) = needle.next(text.as_bytes(), at) {
            found.push(next);
            at = next + 1;
        }
        found
    }

    #[test]
    fn finds_what_a_plain_search_finds() {
        let text = "Banjir di Bandung; BANJIR bandang, banjirbanjir é “Banjir” aaaaab";
        for words in ["banjir", "Band", "a", "aa", "aab", "é", "“ban", "tiada", "banjirbanjir"] {
            let (lower, word) = (text.to_ascii_lowercase(), words.to_ascii_lowercase());
            let plain: Vec<usize> =
                (0..text.len()).filter(|&at| lower.as_bytes()[at..].starts_with(word.as_bytes())).collect();
            assert_eq!(all(words, text), plain, "{words}");
        }
    }

    #[test]
    fn finds_nothing_in_nothing_and_words_longer_than_a_byte_counts() {
        assert!(all("", "teks").is_empty() && all("teks", "").is_empty());
        let long = "ab".repeat(400);
        assert_eq!(all(&long, &["b", &long, "a"].concat()), [1]);
    }
}
