//! How a word is written.

/// Capital and small letters of a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum Case {
    /// "kota"
    Small,
    /// "Kota"
    Capital,
    /// "KOTA"
    Capitals,
    /// "K"
    Initial,
    /// "iNews", "`McDonald`"
    Mixed,
    /// "17"
    Number,
    /// "("
    Sign,
}

/// Number of cases.
pub const CASES: usize = 7;

impl Case {
    /// The case of a token's text.
    pub fn of(text: &str) -> Self {
        if text.is_ascii() {
            return Self::of_ascii(text.as_bytes());
        }
        let mut chars = text.chars();
        let Some(first) = chars.next() else { return Self::Sign };
        if first.is_ascii_digit() {
            return Self::Number;
        }
        if !first.is_alphabetic() {
            return Self::Sign;
        }
        let rest = chars.as_str();
        let capital = first.is_uppercase();
        let small_after = !rest.chars().any(char::is_uppercase);
        match (capital, small_after) {
            (true, _) if rest.is_empty() => Self::Initial,
            (true, true) => Self::Capital,
            (false, true) => Self::Small,
            (true, false) if !rest.chars().any(char::is_lowercase) => Self::Capitals,
            _ => Self::Mixed,
        }
    }

    fn of_ascii(text: &[u8]) -> Self {
        let large = |text: &[u8]| text.iter().any(u8::is_ascii_uppercase);
        match text {
            [b'0'..=b'9', ..] => Self::Number,
            [b'A'..=b'Z'] => Self::Initial,
            [b'A'..=b'Z', rest @ ..] if !large(rest) => Self::Capital,
            [b'A'..=b'Z', rest @ ..] if !rest.iter().any(u8::is_ascii_lowercase) => Self::Capitals,
            [b'a'..=b'z', rest @ ..] if !large(rest) => Self::Small,
            [b'A'..=b'Z' | b'a'..=b'z', ..] => Self::Mixed,
            _ => Self::Sign,
        }
    }

    /// Whether a name may be written so.
    pub fn is_capital(self) -> bool {
        matches!(self, Self::Capital | Self::Capitals | Self::Initial | Self::Mixed)
    }
}

#[cfg(test)]
mod tests {
    use super::Case;

    #[test]
    fn cases_of_words() {
        use Case::{Capital, Capitals, Initial, Mixed, Number, Sign, Small};
        let seen = ["kota", "Kota", "KOTA", "K", "McDonald", "17", "(", "É"].map(Case::of);
        assert_eq!(seen, [Small, Capital, Capitals, Initial, Mixed, Number, Sign, Initial]);
    }
}
