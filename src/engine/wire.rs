//! What page and workers say to each other, as bytes.

use silang_wire::{Reader, Wire, enums, structs};
pub use silang_wire::{pack, unpack};

use crate::corrections::Correction;
use crate::engine::protocol::{Compared, Found, Hit, Listed, Request, Source, Wording, Words};
use crate::export::Format;
use crate::words::Language;

impl Wire for Correction {
    fn put(&self, out: &mut Vec<u8>) {
        self.fields().put(out);
    }

    fn take(from: &mut Reader) -> Self {
        let correction = Self::from_fields(&Vec::take(from));
        from.or(correction, || Self::NotAName(String::new()))
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
            Self::Search(query, corrections, deep) => put!(out, 8_u64, query, corrections, deep),
            Self::List(shard, docs) => put!(out, 9_u64, shard, docs),
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
            8 => Self::Search(Wire::take(from), Wire::take(from), Wire::take(from)),
            9 => Self::List(Wire::take(from), Wire::take(from)),
            number => {
                from.or((number == 1).then_some(()), || ());
                Self::Forget(Wire::take(from))
            }
        }
    }
}

structs! {
    Source { name, text, title, outlet, published }
    Compared { facts, wordings }
    Wording { utterance, base, other, words }
    Words { change, left, right }
    Found { facts, profile }
    Hit { place, words, outlet }
    Listed { lines, shards, articles }
}

enums! {
    Format { Json, Csv, Markdown, WebAnnotation, Html }
    Language { Indonesian, English }
}

#[cfg(test)]
mod tests {
    use super::{pack, unpack};
    use crate::corrections::Correction;
    use crate::engine::protocol::{Bytes, Found, Request, Source};
    use crate::export::Format;
    use crate::words::Language as Interface;

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
            Request::Search("siti rahma".to_owned(), vec![Correction::NotAName("Senin".to_owned())], 8),
            Request::List(3, vec!["a".to_owned()]),
        ];
        for request in others.into_iter().chain([compare, export]) {
            assert_eq!(unpack(&pack(&request)), Some(request));
        }
    }
}
