//! What was found as bytes: the form in which it crosses between the page and its workers, and in which
//! the pack of a large site holds it.
//!
//! Fields in order, numbers as LEB128, text with its length in front: a tenth of the code and of the
//! time that a tree of named values costs, which is what the page's size and speed hang on.

#[macro_use]
mod forms;
mod plain;
pub mod shelf;
mod values;

/// A value that can cross.
pub trait Wire: Sized {
    /// Appends the value.
    fn put(&self, out: &mut Vec<u8>);
    /// Takes the value off the front; any value when it is not there, which the reader then knows.
    fn take(from: &mut Reader) -> Self;
}

/// Bytes that are handed on unread.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bytes(pub Vec<u8>);

/// Bytes that are being read. It notes that something was missing instead of handing an error up
/// through every value, whose halves would have to be cleared away at each step: a third of the code.
pub struct Reader<'a> {
    rest: &'a [u8],
    broken: bool,
}

impl<'a> Reader<'a> {
    /// The next `count` bytes; none of them when there are not so many.
    fn bytes(&mut self, count: usize) -> &'a [u8] {
        let (bytes, rest) = self.rest.split_at_checked(count).unwrap_or_else(|| {
            self.broken = true;
            (&[], &[])
        });
        self.rest = rest;
        bytes
    }

    /// The value, or any other when there is none.
    fn or_broken<T: Default>(&mut self, value: Option<T>) -> T {
        self.or(value, T::default)
    }

    /// The value, or this other one when there is none, which makes what is read worth nothing.
    pub fn or<T>(&mut self, value: Option<T>, other: impl FnOnce() -> T) -> T {
        self.broken |= value.is_none();
        value.unwrap_or_else(other)
    }
}

/// The bytes of a value.
pub fn pack(value: &impl Wire) -> Vec<u8> {
    let mut out = Vec::new();
    value.put(&mut out);
    out
}

/// The value of bytes.
pub fn unpack<T: Wire>(bytes: &[u8]) -> Option<T> {
    let mut from = Reader { rest: bytes, broken: false };
    let value = T::take(&mut from);
    (!from.broken).then_some(value)
}

#[cfg(test)]
mod tests {
    use silang_core::compare::profile::Profile;
    use silang_core::facts::{ComparisonFacts, Facts};
    use silang_core::{Article, Language, analyze, compare};

    use super::{pack, unpack};

    const TEXT: &str = "Gubernur tiba\n\nJAKARTA, Contoh.com – Gubernur Siti Rahma tiba di Bandung, Senin (3/3/2025).\n\
        “Ada 12 rumah rusak,” kata Siti Rahma kepada wartawan.\n";

    #[test]
    fn what_was_found_crosses_unchanged() {
        let language = Language::indonesian();
        let all = ["a", "b"].map(|name| analyze(&language, &Article::new(name, TEXT)));
        let facts = Facts::from(&all[0]);
        assert_eq!(unpack(&pack(&facts)), Some(facts));
        let both: Vec<_> = all.iter().collect();
        let comparison = ComparisonFacts::new(&both, &compare(&language.compare, &both));
        assert_eq!(unpack(&pack(&comparison)), Some(comparison));
        let profile = Profile::of(&language.compare.lexicon, &all[0]);
        let back: Profile = unpack(&pack(&profile)).unwrap();
        assert_eq!((back.terms, back.day, back.headline_days), (profile.terms, profile.day, profile.headline_days));
    }

    #[test]
    fn broken_bytes_give_nothing() {
        let bytes = pack(&Facts { doc: "contoh".to_owned(), ..Facts::default() });
        for cut in 0..bytes.len() {
            assert_eq!(unpack::<Facts>(&bytes[..cut]), None);
        }
        assert_eq!(unpack::<Vec<String>>(&[0xff; 12]), None);
        assert_eq!(unpack::<Vec<i64>>(&pack(&vec![i64::MIN, -1, 0, i64::MAX])), Some(vec![i64::MIN, -1, 0, i64::MAX]));
    }
}
