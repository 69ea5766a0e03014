//! A person's name set behind a description by a comma ("kakak Budi, Ani,").

use std::ops::Range;

use crate::entity::mention::EntityKind;
use crate::statement::grammar::Role;
use crate::statement::reader::{Name, Reader};

/// The person behind the comma at `at` whom the words before it surely describe: by what they are to somebody
/// ("kakak Budi, Ani,", "pengacaranya, Ani,"), or as a rank stands before the name ("Irwasda Polda Anu, Kombes Ani").
pub(crate) fn described_before<'a>(reader: &'a Reader, start: usize, at: usize) -> Option<&'a Name> {
    let name = person_behind(reader, at)?;
    let earlier = reader.names_in(start..at);
    let whose = reader.has(start, Role::Relational) && earlier.len() == 1 && is_role_of_other(reader, &(start..at));
    let own = start + 1 == at && reader.has_clitic(start) && reader.has(start, Role::Relational);
    let ranked = name.tokens.start > at + 1 && !earlier.iter().any(|name| name.kind == EntityKind::Person);
    ((whose || own) && closes(reader, name.tokens.end) || ranked).then_some(name)
}

/// The person whose name stands right behind a comma, ranks in front of it aside (", Kombes Pol Budi").
fn person_behind<'a>(reader: &'a Reader, comma: usize) -> Option<&'a Name> {
    const RANKS: usize = 3;
    let first = comma + 1;
    let rank = |&at: &usize| reader.has(at, Role::RoleNoun) && reader.is_capital(at) && reader.name(at).is_none();
    let start = past_short_title(reader, first + (first..first + RANKS).take_while(rank).count());
    reader.name(start).filter(|name| name.kind == EntityKind::Person && name.tokens.start == start)
}

/// Past "dr." or "Prof. Dr." before a name.
pub(crate) fn past_short_title(reader: &Reader, mut at: usize) -> usize {
    while reader.has(at, Role::RoleNoun) && reader.is(at + 1, ".") && reader.joined(at + 1) {
        at += 2;
    }
    at
}

/// The person whose name is all that a stretch holds.
pub(crate) fn person_alone<'a>(reader: &'a Reader, segment: &Range<usize>) -> Option<&'a Name> {
    reader.name(segment.start).filter(|name| name.kind == EntityKind::Person && name.tokens == *segment)
}

/// Whether a name that ends before `at` stands for itself there, not at the head of a clause.
fn closes(reader: &Reader, at: usize) -> bool {
    let ends = reader.has(at, Role::Stop) && !reader.has_any(at, &[Role::Negation, Role::Modal]);
    reader.is_sign(at) || ends || reader.time_end(at).is_some()
}

/// "dokter spesialis paru di Rumah Sakit Anu, Budi,": the person whom a description goes on to after a word that ends its phrase.
pub(crate) fn behind_place<'a>(reader: &'a Reader, phrase: &Range<usize>, limit: usize) -> Option<&'a Name> {
    const FARTHEST: usize = 30;
    const HEADS: [Role; 3] = [Role::RoleNoun, Role::Relational, Role::Agentive];
    let unnamed = !reader.names_in(phrase.clone()).iter().any(|name| name.kind == EntityKind::Person);
    if !unnamed || !reader.has_any(phrase.start, &HEADS) || reader.is_comma(phrase.end) {
        return None;
    }
    if let Some(name) = run_on(reader, phrase.end, limit) {
        return Some(name);
    }
    let goes_on = |at: usize| reader.has_any(at, &[Role::Adjunct, Role::Coordinator, Role::Relative]);
    let ends = |at: usize| {
        let sign = reader.is_sign(at) && !matches!(reader.text(at), "," | "(" | ")" | "&" | "-" | "/");
        let verb = at > phrase.end && reader.has(at, Role::Predicate) || reader.has(at, Role::Stop);
        let clause = reader.has_any(at, &[Role::Complementiser, Role::Subordinator, Role::Addressee]);
        let word = reader.name(at).is_none() && (clause || verb && !goes_on(at));
        sign || word || reader.time_end(at).is_some()
    };
    let rest = (phrase.end..limit.min(phrase.end + FARTHEST)).take_while(|&at| !ends(at));
    let name = rest.into_iter().filter(|&at| reader.is_comma(at)).find_map(|comma| person_behind(reader, comma))?;
    (name.tokens.end <= limit && closes(reader, name.tokens.end)).then_some(name)
}

/// "Duta Besar Anu untuk Indonesia Budi": the person whom a title written large goes on to, with no comma between.
fn run_on<'a>(reader: &'a Reader, from: usize, limit: usize) -> Option<&'a Name> {
    const FARTHEST: usize = 12;
    const OTHERS: [Role; 3] = [Role::Addressee, Role::Setting, Role::Subordinator];
    let links = |at: usize| reader.has(at, Role::Adjunct) && !reader.has_any(at, &OTHERS) && !reader.is_capital(at);
    let counts = |at: usize| reader.is(at + 1, "-") && reader.joined(at + 1) || reader.is(at, "-");
    let title = |at: usize| reader.is_capital(at) || reader.name(at).is_some() || counts(at) || reader.is_number(at);
    let part = |&at: &usize| {
        reader.time_end(at).is_none() && (title(at) || links(at) || reader.is(at, "(") || reader.is(at, ")"))
    };
    let person = |at: usize| reader.name(at).filter(|name| name.kind == EntityKind::Person);
    let mut rest = (from..limit.min(from + FARTHEST)).take_while(part);
    let name = rest.find_map(person).filter(|name| name.tokens.start > from + 1)?;
    (name.tokens.end == limit || name.tokens.end < limit && closes(reader, name.tokens.end)).then_some(name)
}

/// The person whose name is all that a stretch holds, conjunctions in front aside.
pub(crate) fn whole_person(reader: &Reader, segment: &Range<usize>) -> Option<Range<usize>> {
    let first = segment.clone().find(|&at| reader.name(at).is_some() || !reader.has(at, Role::Conjunction))?;
    let name = reader.name(first).filter(|name| name.kind == EntityKind::Person)?;
    (name.tokens == (first..segment.end)).then(|| name.tokens.clone())
}

/// "kuasa hukum Ani": what somebody is to the one named at its end.
pub(crate) fn is_role_of_other(reader: &Reader, phrase: &Range<usize>) -> bool {
    let relational = reader.has(phrase.start, Role::Relational);
    let noun = relational || reader.has(phrase.start, Role::RoleNoun) && !reader.is_capital(phrase.start);
    noun && reader.names_in(phrase.clone()).last().is_some_and(|name| name.tokens.end == phrase.end)
}
