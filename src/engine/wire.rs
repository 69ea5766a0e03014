//! Facts as bytes, the form in which they cross from worker to page.
//!
//! Fields in order, numbers as LEB128, text with its length in front: a tenth of the code and of the
//! time that a tree of named values costs, which is what the page's size and speed hang on.

use std::rc::Rc;

use silang_core::compare::align::Evidence;
use silang_core::compare::profile::{Profile, Weighted};
use silang_core::compare::term::Term;
use silang_core::compare::words::WordChange;
use silang_core::compare::{DifferenceKind, Role, Verdict};
use silang_core::entity::mention::EntityKind;
use silang_core::facts::{
    AlignmentFact, At, CheckFact, ComparisonFacts, DifferenceFact, DocAt, EntityFact, Facts, FigureFact, FurnitureFact,
    MentionFact, MomentFact, MomentItem, StatementFact, TellingFact, TimeFact,
};
use silang_core::figure::Precision;
use silang_core::statement::{Reference, SpeechAct, StatementKind};
use silang_core::text::furniture::FurnitureKind;
use silang_core::text::header::PublishedFrom;
use silang_core::time::check::Oddity;
use silang_core::time::expression::TimexKind;
use silang_core::time::value::Interval;

use crate::corrections::Correction;
use crate::engine::protocol::{Bytes, Compared, Found, Hit, Request, Source, Wording, Words};
use crate::export::Format;
use crate::words::Language;

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

impl Wire for Term {
    fn put(&self, out: &mut Vec<u8>) {
        self.0.put(out);
    }

    fn take(from: &mut Reader) -> Self {
        Self(u32::take(from))
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

/// Structs cross field by field; a field that is forgotten here does not compile.
macro_rules! structs {
    ($($name:ident { $($field:ident),* })*) => {
        $(impl Wire for $name {
            fn put(&self, out: &mut Vec<u8>) {
                let Self { $($field),* } = self;
                $($field.put(out);)*
            }

            fn take(from: &mut Reader) -> Self {
                $(let $field = Wire::take(from);)*
                Self { $($field),* }
            }
        })*
    };
}

/// Plain choices cross as their number in this list; one that is forgotten here does not compile.
macro_rules! enums {
    ($($name:ident { $($choice:ident),* })*) => {
        $(impl Wire for $name {
            fn put(&self, out: &mut Vec<u8>) {
                match self { $(Self::$choice => (Self::$choice as u64).put(out)),* }
            }

            fn take(from: &mut Reader) -> Self {
                const ALL: &[$name] = &[$($name::$choice),*];
                let number = usize::take(from);
                let choice = ALL.get(number);
                from.broken |= choice.is_none();
                *choice.unwrap_or(&ALL[0])
            }
        })*
    };
}

impl Wire for Correction {
    fn put(&self, out: &mut Vec<u8>) {
        self.fields().put(out);
    }

    fn take(from: &mut Reader) -> Self {
        let correction = Self::from_fields(&Vec::take(from));
        from.broken |= correction.is_none();
        correction.unwrap_or(Self::NotAName(String::new()))
    }
}

/// Appends several values.
macro_rules! put {
    ($out:ident, $($value:expr),*) => {{ $($value.put($out);)* }};
}

impl Wire for Request {
    fn put(&self, out: &mut Vec<u8>) {
        match self {
            Self::Analyze(source) => put!(out, 0_u64, source),
            Self::Forget(name) => put!(out, 1_u64, name),
            Self::Compare(docs, moves) => put!(out, 2_u64, docs, moves),
            Self::Export(format, docs, language, corrections) => put!(out, 3_u64, format, docs, language, corrections),
            Self::Read(source) => put!(out, 4_u64, source),
            Self::Keep(source, found) => put!(out, 5_u64, source, found),
            Self::Group(docs, moves) => put!(out, 6_u64, docs, moves),
            Self::Open(docs) => put!(out, 7_u64, docs),
            Self::Search(query, corrections) => put!(out, 8_u64, query, corrections),
        }
    }

    fn take(from: &mut Reader) -> Self {
        match u64::take(from) {
            0 => Self::Analyze(Wire::take(from)),
            2 => Self::Compare(Wire::take(from), Wire::take(from)),
            3 => Self::Export(Wire::take(from), Wire::take(from), Wire::take(from), Wire::take(from)),
            4 => Self::Read(Wire::take(from)),
            5 => Self::Keep(Wire::take(from), Wire::take(from)),
            6 => Self::Group(Wire::take(from), Wire::take(from)),
            7 => Self::Open(Wire::take(from)),
            8 => Self::Search(Wire::take(from), Wire::take(from)),
            number => {
                from.broken |= number != 1;
                Self::Forget(Wire::take(from))
            }
        }
    }
}

structs! {
    Source { name, text, title, outlet, published }
    Facts { doc, decoded_from, title, outlet, language, published, published_from, furniture, mentions, times, checks, statements, figures }
    FurnitureFact { at, kind }
    At { start, end }
    MentionFact { at, text, kind, entity, why, sure }
    TimeFact { at, text, kind, value, interval, alternatives, anchor, anchor_at, why, sure }
    Interval { start, end, zoned }
    CheckFact { at, oddity, weekday }
    StatementFact { at, text, kind, speaker, speaker_text, speaker_at, reference, cue, cue_at, medium, act, why, sure }
    FigureFact { at, text, value, high, precision, unit }
    ComparisonFacts { events, entities, statements, differences, only, alignments, timeline }
    DocAt { doc, at }
    EntityFact { name, kind, mentions }
    DifferenceFact { what, kind, verdict, why, values }
    TellingFact { place, value }
    AlignmentFact { left, right, score, copied, shared }
    MomentFact { value, items }
    MomentItem { place, role }
    Compared { facts, wordings }
    Wording { utterance, base, other, words }
    Words { change, left, right }
    Found { facts, profile }
    Hit { place, words }
    Profile { terms, day, headline_days }
    Weighted { term, weight, named, headline, number }
}

enums! {
    PublishedFrom { Header, Text, Manifest, None }
    FurnitureKind { Related, Caption, Promo, Ad, Byline, Nav, Duplicate, Comment }
    EntityKind { Person, Organization, Location }
    TimexKind { Date, Time, Duration, Set }
    Oddity { WeekdayDiffers, Impossible, OrderInDoubt, AfterPublication, TwoDates }
    StatementKind { Direct, Indirect, Mixed }
    Reference { Name, Clitic, Pronoun, Description, Carried, Unknown }
    SpeechAct { Assert, Deny, Ask, Request, Promise, Warn, Accuse, Judge, Believe }
    Precision { Exact, About, AtLeast, AtMost }
    DifferenceKind { Number, Time, Place, Name, Speaker, Wording }
    Verdict { Conflict, Compatible, Precision, Update }
    Role { Happened, Said, Published }
    WordChange { Same, Left, Right, Changed, Moved }
    Evidence { Name, Figure, Time, Words }
    Format { Json, Csv, Markdown, WebAnnotation, Html }
    Language { Indonesian, English }
}

#[cfg(test)]
mod tests {
    use silang_core::facts::{ComparisonFacts, Facts};
    use silang_core::{Article, Language, analyze, compare};

    use super::{pack, unpack};
    use crate::corrections::Correction;
    use crate::engine::protocol::{Request, Source};
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
    }

    #[test]
    fn what_is_asked_for_crosses_unchanged() {
        let source = Source { name: "a".to_owned(), title: Some("Judul".to_owned()), ..Source::default() };
        let corrections = vec![Correction::NotAName("Senin".to_owned())];
        let export = Request::Export(Format::Csv, vec!["a".to_owned()], Interface::English, corrections);
        let moves = vec![("a".to_owned(), None), ("b".to_owned(), Some("a".to_owned()))];
        let compare = Request::Compare(vec!["a".to_owned()], moves);
        for request in [Request::Analyze(source), Request::Forget("a".to_owned()), compare, export] {
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
