//! What crosses: structs, choices, requests.

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
use crate::engine::protocol::{Compared, Found, Hit, Request, Source, Wording, Words};
use crate::engine::wire::{Reader, Wire};
use crate::export::Format;
use crate::words::Language;

impl Wire for Term {
    fn put(&self, out: &mut Vec<u8>) {
        self.0.put(out);
    }

    fn take(from: &mut Reader) -> Self {
        Self(u32::take(from))
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
