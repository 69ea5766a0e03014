//! From a speaker phrase to whom it names.

use std::ops::Range;

use crate::entity::mention::{EntityId, EntityKind};
use crate::statement::apposition;
use crate::statement::grammar::{Forms, Role};
use crate::statement::reader::{Name, Reader};
use crate::statement::source::is_pronoun;

/// Whom a phrase names, before references are resolved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Who {
    /// No words name the speaker.
    Nobody,
    /// The clitic on the cue token.
    Clitic(usize),
    /// A pronoun.
    Pronoun { at: usize, plural: bool },
    /// A named person, organisation or place.
    Named { tokens: Range<usize>, entity: EntityId, kind: EntityKind, joint: Option<Joint> },
    /// Nobody is named, but only the one whom the word here describes can be meant.
    Implied(usize),
    /// A description, perhaps pointing back ("pejabat itu").
    Described { tokens: Range<usize>, back: bool },
}

/// A second speaker of the same statement ("Budi dan Ani").
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Joint {
    pub entity: EntityId,
    /// The token that joins the two.
    pub by: usize,
    /// Whether the second one stands first.
    pub before: bool,
}

/// Reads a speaker phrase.
///
/// `limit` is how far its sentence goes on: "kata pria 40 tahun itu" points back beyond the phrase.
pub(crate) fn read(reader: &Reader, phrase: Range<usize>, limit: usize) -> Who {
    if phrase.is_empty() {
        return Who::Nobody;
    }
    if is_pronoun(reader, phrase.start) {
        let plural = reader.has(phrase.start, Role::PronounPlural);
        return Who::Pronoun { at: phrase.start, plural };
    }
    let says = reader.cue(phrase.start, Forms::CLITIC).is_some();
    if phrase.len() == 1 && (says || reader.is_owned(phrase.start)) {
        return Who::Clitic(phrase.start);
    }
    let names = reader.names_in(phrase.clone());
    let back = points_back(reader, &phrase, limit);
    if back && reader.name(phrase.start).is_none() && !reader.has(phrase.start, Role::Document) {
        return described(reader, phrase, back);
    }
    let person = names.iter().rev().find(|name| is_speaker(reader, &phrase, name));
    let owner = || owner(reader, &phrase, limit);
    let person =
        person.or_else(|| called(reader, &phrase, limit)).or_else(|| apposition::behind_place(reader, &phrase, limit));
    let chosen = person.or_else(|| names.first().filter(|name| stands_for_all(reader, &phrase, name))).or_else(owner);
    match chosen {
        Some(name) => {
            let joint = joint(reader, names, name);
            Who::Named { tokens: name.tokens.clone(), entity: name.entity, kind: name.kind, joint }
        }
        None => described(reader, phrase, back),
    }
}

/// "pria yang akrab disapa Budi": the name that a description without one gives.
fn called<'a>(reader: &'a Reader, phrase: &Range<usize>, limit: usize) -> Option<&'a Name> {
    const FARTHEST: usize = 6;
    let noun = reader.names_in(phrase.clone()).is_empty() && reader.has(phrase.start, Role::RoleNoun);
    if !noun || !reader.has(phrase.end, Role::Relative) {
        return None;
    }
    let words = (phrase.end..limit.min(phrase.end + FARTHEST)).take_while(|&at| reader.is_word(at));
    let name = reader.name(words.into_iter().find(|&at| reader.has(at, Role::Called))? + 1)?;
    (name.kind == EntityKind::Person && name.tokens.end <= limit).then_some(name)
}

/// The neighbour that a coordinator joins to the name, titles aside.
fn joint(reader: &Reader, names: &[Name], name: &Name) -> Option<Joint> {
    let at = names.iter().position(|other| other.tokens == name.tokens)?;
    let pair = |one: &Name, other: &Name| {
        let between = one.tokens.end..other.tokens.start;
        let by = between.clone().find(|&at| reader.has(at, Role::Coordinator))?;
        let title = |at: usize| at == by || reader.is_capital(at) || reader.has(at, Role::RoleNoun);
        (one.kind == other.kind && one.entity != other.entity && between.into_iter().all(title)).then_some(by)
    };
    let earlier = at.checked_sub(1).and_then(|at| names.get(at));
    let first = earlier.and_then(|other| Some(Joint { entity: other.entity, by: pair(other, name)?, before: true }));
    let later = names.get(at + 1);
    first
        .or_else(|| later.and_then(|other| Some(Joint { entity: other.entity, by: pair(name, other)?, before: false })))
}

/// Whether a person's name in the phrase is the speaker, not someone the speaker belongs to.
fn is_speaker(reader: &Reader, phrase: &Range<usize>, name: &Name) -> bool {
    let Some(before) = name.tokens.start.checked_sub(1).filter(|&at| at >= phrase.start) else {
        return name.kind == EntityKind::Person;
    };
    let small = |at: &usize| reader.is_word(*at) && !reader.is_capital(*at);
    let relative = (phrase.start + 1..=before).rev().take_while(small).any(|at| reader.has(at, Role::Relational));
    let head = (phrase.start + 1..name.tokens.start).all(|at| small(&at)) && reader.has(phrase.start, Role::Relational);
    name.kind == EntityKind::Person && !relative && !head && !reader.has_any(before, &[Role::Relational, Role::Agent])
}

/// Whose survey or report it is ("poling yang dilakukan X", "laporan dari Bank Anu").
fn owner<'a>(reader: &'a Reader, phrase: &Range<usize>, limit: usize) -> Option<&'a Name> {
    const FARTHEST: usize = 5;
    let first = phrase.end;
    let document = reader.has(phrase.start, Role::Document);
    let from = reader.has(first, Role::Adjunct) && !reader.has(first, Role::Addressee);
    let made = document && (from || reader.has_any(first, &[Role::Relative, Role::Agent]));
    let near = (first..limit.min(first + FARTHEST)).take_while(|&at| !reader.is_comma(at));
    let name = near.into_iter().find_map(|at| reader.name(at))?;
    let body = name.kind == EntityKind::Organization && name.tokens.start == first + 1;
    (made && (!from || body) && name.kind != EntityKind::Location).then_some(name)
}

/// Whether the first name is the phrase's head: nothing before it but determiners or words for a document, which
/// small words may describe ("pernyataan resmi KPK").
fn stands_for_all(reader: &Reader, phrase: &Range<usize>, name: &Name) -> bool {
    const OTHERS: [Role; 4] = [Role::RoleNoun, Role::Relational, Role::Institution, Role::Relative];
    let heads = phrase.start..name.tokens.start;
    let document = reader.has(phrase.start, Role::Document);
    let describes =
        |at: usize| document && reader.is_word(at) && !reader.is_capital(at) && !reader.has_any(at, &OTHERS);
    let leads = |at: usize| reader.has_any(at, &[Role::Determiner, Role::Document, Role::Agent]) || describes(at);
    heads.into_iter().all(leads) && name.kind != EntityKind::Person
}

/// Whether a demonstrative closes the description, in it or soon after it.
fn points_back(reader: &Reader, phrase: &Range<usize>, limit: usize) -> bool {
    const FARTHEST: usize = 12;
    let rest = phrase.end..limit.min(phrase.end + FARTHEST).max(phrase.end);
    let definite = reader.has(phrase.start, Role::Determiner) && reader.has(phrase.start, Role::Demonstrative);
    let inside = phrase.len() > 1 && (reader.has(phrase.end - 1, Role::Demonstrative) || definite);
    let plain = |at: &usize| !reader.is_sign(*at) || !matches!(reader.text(*at), "," | "." | ";" | ":" | "?" | "!");
    let noun = reader.name(phrase.start).is_none() && reader.has_any(phrase.start, &[Role::RoleNoun, Role::Relational]);
    let relational = reader.has(phrase.start, Role::Relational);
    let person = reader.names_in(phrase.clone()).iter().any(|name| name.kind == EntityKind::Person);
    inside || noun && (relational || !person) && rest.take_while(plain).any(|at| reader.has(at, Role::Demonstrative))
}

fn described(reader: &Reader, phrase: Range<usize>, back: bool) -> Who {
    let mut tokens = phrase;
    while tokens.len() > 1 && reader.has(tokens.start, Role::Determiner) {
        tokens.start += 1;
    }
    while tokens.len() > 1 && reader.has(tokens.end - 1, Role::Demonstrative) {
        tokens.end -= 1;
    }
    while tokens.len() > 1 && reader.has(tokens.start, Role::Conjunction) {
        tokens.start += 1;
    }
    if reader.names_in(tokens.clone()).is_empty() {
        tokens = unknown_name(reader, tokens);
    }
    Who::Described { tokens, back }
}

/// The capitalised run after the last title or comma, where the recogniser of names saw none.
fn unknown_name(reader: &Reader, tokens: Range<usize>) -> Range<usize> {
    let is_title = |at: usize| reader.has(at, Role::RoleNoun) || reader.is_comma(at);
    let start = tokens.clone().rev().find(|&at| is_title(at)).map_or(tokens.start, |at| at + 1);
    let start = start + usize::from(start < tokens.end && reader.is(start, "."));
    let run = start..tokens.end;
    let office = run.len() == 1 && reader.has(run.start, Role::Office);
    let written = |at: usize| reader.is_capital(at) || reader.is_sign(at);
    let capital = !run.is_empty() && !office && run.clone().all(written);
    if capital { run } else { tokens }
}
