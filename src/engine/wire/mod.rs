//! Facts as bytes, the form in which they cross from worker to page.
//!
//! Fields in order, numbers as LEB128, text with its length in front: a tenth of the code and of the
//! time that a tree of named values costs, which is what the page's size and speed hang on.

mod values;

use std::rc::Rc;

use crate::engine::protocol::Bytes;

/// A value that can cross.
pub trait Wire: Sized {
    /// Appends the value.
    fn put(&self, out: &mut Vec<u8>);
    /// Takes the value off the front; any value when it is not there, which the reader then knows.
    fn take(from: &mut Reader) -> Self;
}

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
        self.broken |= value.is_none();
        value.unwrap_or_default()
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

impl Wire for u64 {
    fn put(&self, out: &mut Vec<u8>) {
        let mut rest = *self;
        while rest >= 0x80 {
            out.push((rest & 0x7f) as u8 | 0x80);
            rest >>= 7;
        }
        out.push(rest as u8);
    }

    fn take(from: &mut Reader) -> Self {
        let (mut value, mut shift) = (0, 0);
        loop {
            let byte = from.bytes(1).first().copied().unwrap_or_default();
            let part = Self::from(byte & 0x7f).checked_shl(shift);
            value |= from.or_broken(part);
            shift += 7;
            if byte < 0x80 {
                return value;
            }
        }
    }
}

impl Wire for usize {
    fn put(&self, out: &mut Vec<u8>) {
        (*self as u64).put(out);
    }

    fn take(from: &mut Reader) -> Self {
        let value = u64::take(from).try_into().ok();
        from.or_broken(value)
    }
}

impl Wire for u32 {
    fn put(&self, out: &mut Vec<u8>) {
        u64::from(*self).put(out);
    }

    fn take(from: &mut Reader) -> Self {
        let value = u64::take(from).try_into().ok();
        from.or_broken(value)
    }
}

impl Wire for i64 {
    fn put(&self, out: &mut Vec<u8>) {
        self.cast_unsigned().put(out);
    }

    fn take(from: &mut Reader) -> Self {
        u64::take(from).cast_signed()
    }
}

impl Wire for f64 {
    fn put(&self, out: &mut Vec<u8>) {
        self.to_bits().put(out);
    }

    fn take(from: &mut Reader) -> Self {
        Self::from_bits(u64::take(from))
    }
}

impl Wire for bool {
    fn put(&self, out: &mut Vec<u8>) {
        u64::from(*self).put(out);
    }

    fn take(from: &mut Reader) -> Self {
        u64::take(from) == 1
    }
}

impl Wire for String {
    fn put(&self, out: &mut Vec<u8>) {
        self.len().put(out);
        out.extend_from_slice(self.as_bytes());
    }

    fn take(from: &mut Reader) -> Self {
        let length = usize::take(from);
        let text = std::str::from_utf8(from.bytes(length)).ok();
        from.or_broken(text).to_owned()
    }
}

impl Wire for Rc<str> {
    fn put(&self, out: &mut Vec<u8>) {
        self.len().put(out);
        out.extend_from_slice(self.as_bytes());
    }

    fn take(from: &mut Reader) -> Self {
        String::take(from).into()
    }
}

impl Wire for Bytes {
    fn put(&self, out: &mut Vec<u8>) {
        self.0.len().put(out);
        out.extend_from_slice(&self.0);
    }

    fn take(from: &mut Reader) -> Self {
        let length = usize::take(from);
        Self(from.bytes(length).to_vec())
    }
}

impl Wire for f32 {
    fn put(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(&self.to_le_bytes());
    }

    fn take(from: &mut Reader) -> Self {
        let bytes = from.bytes(4).try_into().ok();
        Self::from_le_bytes(from.or_broken(bytes))
    }
}

impl Wire for i32 {
    fn put(&self, out: &mut Vec<u8>) {
        i64::from(*self).put(out);
    }

    fn take(from: &mut Reader) -> Self {
        let value = i64::take(from).try_into().ok();
        from.or_broken(value)
    }
}

impl<T: Wire> Wire for Vec<T> {
    fn put(&self, out: &mut Vec<u8>) {
        self.len().put(out);
        for value in self {
            value.put(out);
        }
    }

    fn take(from: &mut Reader) -> Self {
        let length = usize::take(from);
        let mut values = Self::new();
        for _ in 0..length {
            values.push(T::take(from));
            if from.broken {
                break;
            }
        }
        values
    }
}

impl<T: Wire> Wire for Option<T> {
    fn put(&self, out: &mut Vec<u8>) {
        self.is_some().put(out);
        if let Some(value) = self {
            value.put(out);
        }
    }

    fn take(from: &mut Reader) -> Self {
        if bool::take(from) { Some(T::take(from)) } else { None }
    }
}

impl<T: Wire, U: Wire> Wire for (T, U) {
    fn put(&self, out: &mut Vec<u8>) {
        self.0.put(out);
        self.1.put(out);
    }

    fn take(from: &mut Reader) -> Self {
        (T::take(from), U::take(from))
    }
}

#[cfg(test)]
mod tests {
    use silang_core::compare::profile::Profile;
    use silang_core::facts::{ComparisonFacts, Facts};
    use silang_core::{Article, Language, analyze, compare};

    use super::{pack, unpack};
    use crate::corrections::Correction;
    use crate::engine::protocol::{Bytes, Found, Request, Source};
    use crate::export::Format;
    use crate::words::Language as Interface;

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
    fn what_is_asked_for_crosses_unchanged() {
        let source = Source { name: "a".to_owned(), title: Some("Judul".to_owned()), ..Source::default() };
        let corrections = vec![Correction::NotAName("Senin".to_owned())];
        let export = Request::Export(Format::Csv, vec!["a".to_owned()], Interface::English, corrections);
        let moves = vec![("a".to_owned(), None), ("b".to_owned(), Some("a".to_owned()))];
        let compare = Request::Compare(vec!["a".to_owned()], moves);
        let found = Found { facts: Bytes(vec![0, 255, 7]), profile: Bytes(vec![]) };
        let apart = || vec![("a".to_owned(), None)];
        let others = [
            Request::Analyze(source.clone()),
            Request::Read(source.clone()),
            Request::Keep(source, found),
            Request::Forget("a".to_owned()),
            Request::Group(vec!["a".to_owned()], apart()),
            Request::Open(vec!["a".to_owned(), "b".to_owned()]),
            Request::Search("siti rahma".to_owned(), vec![Correction::NotAName("Senin".to_owned())]),
        ];
        for request in others.into_iter().chain([compare, export]) {
            assert_eq!(unpack(&pack(&request)), Some(request));
        }
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
