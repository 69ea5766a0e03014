//! What the core finds.

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

use crate::{Reader, Wire};

impl Wire for Term {
    fn put(&self, out: &mut Vec<u8>) {
        self.0.put(out);
    }

    fn take(from: &mut Reader) -> Self {
        Self(u32::take(from))
    }
}

// What the facts of an article are made of.
kept_forms! {
    structs {
        Facts { doc, decoded_from, title, outlet, language, published, published_from, furniture, mentions, times, checks, statements, figures }
        FurnitureFact { at, kind }
        At { start, end }
        MentionFact { at, text, kind, entity, why, sure }
        TimeFact { at, text, kind, value, interval, alternatives, anchor, anchor_at, why, sure }
        Interval { start, end, zoned }
        CheckFact { at, oddity, weekday }
        StatementFact { at, text, kind, speaker, speaker_text, speaker_at, reference, cue, cue_at, medium, act, why, sure }
        FigureFact { at, text, value, high, precision, unit }
    }
    enums {
        PublishedFrom { Header, Text, Manifest, None }
        FurnitureKind { Related, Caption, Promo, Ad, Byline, Nav, Duplicate, Comment }
        EntityKind { Person, Organization, Location }
        TimexKind { Date, Time, Duration, Set }
        Oddity { WeekdayDiffers, Impossible, OrderInDoubt, AfterPublication, TwoDates }
        StatementKind { Direct, Indirect, Mixed }
        Reference { Name, Clitic, Pronoun, Description, Carried, Unknown }
        SpeechAct { Assert, Deny, Ask, Request, Promise, Warn, Accuse, Judge, Believe }
        Precision { Exact, About, AtLeast, AtMost }
    }
}

structs! {
    ComparisonFacts { events, entities, statements, differences, only, alignments, timeline }
    DocAt { doc, at }
    EntityFact { name, kind, mentions }
    DifferenceFact { what, kind, verdict, why, values }
    TellingFact { place, value }
    AlignmentFact { left, right, score, copied, shared }
    MomentFact { value, items }
    MomentItem { place, role }
    Profile { terms, day, headline_days }
    Weighted { term, weight, named, headline, number }
}

enums! {
    DifferenceKind { Number, Time, Place, Name, Speaker, Wording }
    Verdict { Conflict, Compatible, Precision, Update }
    Role { Happened, Said, Published }
    WordChange { Same, Left, Right, Changed, Moved }
    Evidence { Name, Figure, Time, Words }
}
