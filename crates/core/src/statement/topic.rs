//! The person a sentence is about.

use std::ops::Range;

use crate::entity::mention::{EntityId, EntityKind};
use crate::statement::grammar::{Forms, Role, Tier};
use crate::statement::reader::{Name, Reader};

/// The subject of the sentence in `tokens`, or else its agent, if it is a person and none of `but`.
pub(crate) fn of<'a>(reader: &'a Reader, tokens: &Range<usize>, but: &[Option<EntityId>]) -> Option<&'a Name> {
    const WITHIN: usize = 24;
    let names = reader.names_in(tokens.start..tokens.end.min(tokens.start + WITHIN));
    let persons = || {
        let person = |name: &&Name| name.kind == EntityKind::Person && !but.contains(&Some(name.entity));
        names.iter().filter(person)
    };
    let subject = persons().find(|name| is_subject(reader, tokens.start, name));
    subject.or_else(|| persons().find(|name| is_agent(reader, name)))
}

/// Whether only titles, openings and signs lead to the name.
fn is_subject(reader: &Reader, start: usize, name: &Name) -> bool {
    const LEADS: [Role; 6] = [
        Role::RoleNoun,
        Role::Conjunction,
        Role::Determiner,
        Role::Complementiser,
        Role::Subordinator,
        Role::Existential,
    ];
    let Some(before) = name.tokens.start.checked_sub(1).filter(|&at| at >= start) else { return true };
    let title = reader.is_capital(before) && reader.name(before).is_none() && !reader.has(before, Role::Adjunct);
    reader.is_comma(before) || reader.is(before, ")") || title || reader.has_any(before, &LEADS)
}

/// Whether the name is the agent of a passive verb.
fn is_agent(reader: &Reader, name: &Name) -> bool {
    let Some(before) = name.tokens.start.checked_sub(1) else { return false };
    let passive = reader.cue(before, Forms::PASSIVE).is_some_and(|cue| cue.tier > Tier::None);
    passive || reader.has(before, Role::Agent)
}
