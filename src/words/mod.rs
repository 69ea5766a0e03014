//! Every word of the interface, in both its languages.

mod intl;
pub mod kinds;
mod notices;
mod own;
pub mod rules;
mod sentences;
mod table;
mod when;

/// A language of the interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// Indonesian.
    #[default]
    Indonesian,
    /// English.
    English,
}

impl Language {
    /// Its tag.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Indonesian => "id",
            Self::English => "en",
        }
    }

    /// The language of a tag; what is not English is shown in Indonesian.
    pub fn of(tag: &str) -> Self {
        if tag.starts_with("en") { Self::English } else { Self::Indonesian }
    }

    /// The other one.
    pub fn other(self) -> Self {
        match self {
            Self::Indonesian => Self::English,
            Self::English => Self::Indonesian,
        }
    }

    /// The one of two words that is this language's.
    pub fn pick<T>(self, indonesian: T, english: T) -> T {
        match self {
            Self::Indonesian => indonesian,
            Self::English => english,
        }
    }

    /// A sentence with its gaps, each `{}`, filled in order.
    fn fill(self, indonesian: &'static str, english: &'static str, gaps: &[&str]) -> String {
        let mut gaps = gaps.iter();
        let words = self.pick(indonesian, english).split("{}");
        words.flat_map(|words| [words, gaps.next().copied().unwrap_or_default()]).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::Language;

    #[test]
    fn gaps_are_filled_in_order() {
        let fill = |language: Language, gaps| language.fill("{}: {} dari {}", "{} of {}", gaps);
        assert_eq!(fill(Language::Indonesian, &["a", "1", "2"]), "a: 1 dari 2");
        assert_eq!(fill(Language::English, &["1", "2"]), "1 of 2");
    }
}
