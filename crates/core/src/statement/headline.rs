//! Headlines: "X: C", and the subject of a verb among words that are all large.

use std::ops::Range;

use crate::entity::mention::EntityKind;
use crate::statement::content;
use crate::statement::grammar::{Cue, Forms, Role, Tier};
use crate::statement::indirect::Finder;
use crate::statement::reader::{Name, Reader};
use crate::statement::source;
use crate::statement::speaker::{self, Who};

/// The subject of a headline, where every word is large and a name at the end of a clause need not be it.
pub(crate) fn subject(reader: &Reader, from: usize, phrase: Range<usize>) -> Range<usize> {
    let first = source::after(reader, from, phrase.start.max(from));
    let place = reader.name(phrase.start).is_some_and(|name| name.kind == EntityKind::Location);
    if place && !first.is_empty() && first.end < phrase.start { first } else { phrase }
}

impl Finder<'_> {
    /// Reads a headline with a colon; whether it is a statement.
    pub fn colon(&mut self, stretch: &Range<usize>) -> bool {
        const FARTHEST: usize = 16;
        let reader = self.reader;
        let Some(colon) = stretch.clone().take(FARTHEST).find(|&at| reader.is(at, ":")) else { return false };
        let comma = (stretch.start..colon).rev().find(|&at| reader.is_comma(at));
        let start = comma.map_or(stretch.start, |comma| comma + 1);
        let content = colon + 1..content::end(reader, colon + 1, stretch.end);
        let alone = speaker_alone(reader, start, colon);
        let sure = alone.is_some();
        let Some(who) = alone.or_else(|| speaker_in_clause(reader, start, colon)) else { return false };
        let person = matches!(who, Who::Named { kind: EntityKind::Person, .. });
        let words = if person || is_kin(reader, start, colon) { 2 } else { 3 };
        let label = !person && self.names_a_speaker(content.clone());
        if label || reader.has_any(content.start, &[Role::Matter, Role::Demonstrative]) {
            return false;
        }
        if !reader.has_words(content.clone(), words) {
            return false;
        }
        self.push(content, colon, Cue::default(), who, "headline with colon");
        if let Some(draft) = self.drafts.last_mut() {
            draft.cue = None;
            draft.sure &= sure;
        }
        true
    }

    /// Whether the words after the colon have a named speaker and a cue of their own.
    fn names_a_speaker(&self, content: Range<usize>) -> bool {
        let forms = Forms::ACTIVE.with(Forms::HEADLINE);
        let mut words = content.clone().skip(1);
        words.any(|at| self.reader.cue(at, forms).is_some() && self.reader.name(at - 1).is_some())
    }
}

/// The speaker who fills the words before the colon ("Budi: C", "Wali Kota Depok Budi: C").
fn speaker_alone(reader: &Reader, start: usize, colon: usize) -> Option<Who> {
    let phrase = source::after(reader, start, colon);
    let whole = phrase.end == colon;
    let who = speaker::read(reader, phrase, colon);
    let named = match &who {
        Who::Named { tokens, kind, .. } => {
            let titled = reader.has(start, Role::RoleNoun) && *kind == EntityKind::Person;
            let titled = titled && !names_another(reader, start..tokens.start);
            let alone = tokens.start == start || titled;
            alone && tokens.end == colon && *kind != EntityKind::Location
        }
        Who::Described { .. } => {
            reader.has_any(start, &[Role::RoleNoun, Role::Institution]) || is_kin(reader, start, colon)
        }
        _ => false,
    };
    (named && whole).then_some(who)
}

/// Whether the words before the colon tell of somebody by a named one ("Ibunda Budi: C").
fn is_kin(reader: &Reader, start: usize, colon: usize) -> bool {
    let person = |name: &Name| name.kind == EntityKind::Person && name.tokens.end == colon;
    reader.has(start, Role::Relational) && reader.names_in(start..colon).last().is_some_and(person)
}

/// The person with whom the clause before the colon opens ("Budi Ungkap Perjuangannya: C", "Kata Budi soal Jalan Rusak: C").
fn speaker_in_clause(reader: &Reader, start: usize, colon: usize) -> Option<Who> {
    const LONGEST: usize = 10;
    let start = start + usize::from(reader.cue(start, Forms::BARE).is_some_and(|cue| cue.tier == Tier::Core));
    let name = reader.name(start).filter(|name| name.kind == EntityKind::Person && name.tokens.start == start)?;
    let clause = name.tokens.end..colon;
    let told = !clause.is_empty() && clause.len() <= LONGEST && clause.clone().all(|at| reader.is_word(at));
    let who = Who::Named { tokens: name.tokens.clone(), entity: name.entity, kind: name.kind, joint: None };
    told.then_some(who)
}

/// Whether a name and a word after it stand before the speaker's ("Bupati Depok Bela Budi").
fn names_another(reader: &Reader, before: Range<usize>) -> bool {
    let plain = |at: usize| reader.is_word(at) && !reader.has(at, Role::RoleNoun);
    reader.names_in(before.clone()).last().is_some_and(|name| (name.tokens.end..before.end).any(plain))
}
