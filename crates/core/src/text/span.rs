//! Byte ranges into an article's text.

use serde::{Deserialize, Serialize};

/// A half-open range of UTF-8 byte offsets into one text.
///
/// The only place in the core that slices text is [`Span::of`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    start: u32,
    end: u32,
}

impl Span {
    /// The range from `start` (inclusive) to `end` (exclusive), in bytes.
    ///
    /// A range given the wrong way round is taken as the empty range at `start`; offsets past
    /// 4 GiB are cut there (no article is as long as that).
    ///
    /// ```
    /// use silang_core::Span;
    /// assert_eq!(Span::new(0, 5).of("Biden berkata"), "Biden");
    /// assert!(Span::new(4, 2).is_empty());
    /// ```
    pub fn new(start: usize, end: usize) -> Self {
        let start = u32::try_from(start).unwrap_or(u32::MAX);
        let end = u32::try_from(end).unwrap_or(u32::MAX);
        Self { start, end: end.max(start) }
    }

    /// First byte.
    pub fn start(self) -> usize {
        self.start as usize
    }

    /// One past the last byte.
    pub fn end(self) -> usize {
        self.end as usize
    }

    /// Length in bytes.
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether the range holds no byte.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The part of `text` in this range; empty when the range does not fit the text or does not
    /// fall on character boundaries.
    pub fn of(self, text: &str) -> &str {
        text.get(self.start()..self.end()).unwrap_or_default()
    }

    /// The smallest range that holds both.
    #[must_use]
    pub fn cover(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// Whether `other` lies wholly in this range.
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two ranges share at least one byte.
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// This range less the white space of `text` at both ends.
    #[must_use]
    pub fn trim(self, text: &str) -> Self {
        let part = self.of(text);
        let start = self.start() + (part.len() - part.trim_start_matches(is_blank).len());
        Self::new(start, start + part.trim_matches(is_blank).len())
    }
}

/// Whether a character leaves no ink: white space, a byte order mark, a mark of writing direction.
pub(crate) fn is_blank(c: char) -> bool {
    if c.is_ascii() {
        return matches!(c, '\t'..='\r' | ' ');
    }
    c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2060}')
}

/// Those of which a part stands in `span`, of things that stand in order and do not overlap.
pub fn within<T>(things: &[T], span: Span, of: impl Fn(&T) -> Span) -> &[T] {
    let from = things.partition_point(|thing| of(thing).end() <= span.start());
    let rest = things.get(from..).unwrap_or_default();
    rest.get(..rest.partition_point(|thing| of(thing).start() < span.end())).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::Span;

    #[test]
    fn slices_only_on_character_boundaries() {
        let text = "é“kata”";
        assert_eq!(Span::new(0, 2).of(text), "é");
        assert_eq!(Span::new(1, 2).of(text), "");
        assert_eq!(Span::new(0, 99).of(text), "");
    }

    #[test]
    fn trims_white_space_of_any_kind() {
        let text = "\u{feff} \u{a0}kata\u{200e}\n";
        assert_eq!(Span::new(0, text.len()).trim(text).of(text), "kata");
    }
}
