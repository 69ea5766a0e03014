//! A person's name set behind a description by a comma ("kakak Budi, Ani,").

use std::ops::Range;

use crate::entity::mention::EntityKind;
use crate::statement::grammar::Role;
use crate::statement::reader::{Name, Reader};
use crate::statement::source;

/// The person behind the comma at `at` whom the words before it surely describe: by what they are to somebody
/// ("kakak Budi, Ani,", "pengacaranya, Ani,"), or as a rank stands before the name ("Irwasda Polda Anu, Kombes Ani").
pub(crate) fn described_before<'a>(reader: &'a Reader, start: usize, at: usize) -> Option<&'a Name> {
    let name = person_behind(reader, at)?;
    let earlier = reader.names_in(start..at);
    let whose =
        reader.has(start, Role::Relational) && earlier.len() == 1 && source::is_role_of_other(reader, &(start..at));
    let own = start + 1 == at && reader.has_clitic(start) && reader.has(start, Role::Relational);
    let ranked = name.tokens.start > at + 1 && !earlier.iter().any(|name| name.kind == EntityKind::Person);
    ((whose || own) && closes(reader, name.tokens.end) || ranked).then_some(name)
}

/// The person whose name stands right behind a comma, ranks in front of it aside (", Kombes Pol Budi").
fn person_behind<'a>(reader: &'a Reader, comma: usize) -> Option<&'a Name> {
    const RANKS: usize = 3;
    let first = comma + 1;
    let rank = |&at: &usize| reader.has(at, Role::RoleNoun) && reader.is_capital(at) && reader.name(at).is_none();
    let start = first + (first..first + RANKS).take_while(rank).count();
    reader.name(start).filter(|name| name.kind == EntityKind::Person && name.tokens.start == start)
}

/// Whether a name that ends before `at` stands for itself there, not at the head of a clause.
fn closes(reader: &Reader, at: usize) -> bool {
    reader.is_sign(at) || reader.has(at, Role::Stop) || reader.time_end(at).is_some()
}

/// "dokter spesialis paru di Rumah Sakit Anu, Budi,": the person whom a description goes on to after a word that ends its phrase.
pub(crate) fn behind_place<'a>(reader: &'a Reader, phrase: &Range<usize>, limit: usize) -> Option<&'a Name> {
    const FARTHEST: usize = 20;
    let unnamed = !reader.names_in(phrase.clone()).iter().any(|name| name.kind == EntityKind::Person);
    if !unnamed || !reader.has_any(phrase.start, &[Role::RoleNoun, Role::Relational]) || reader.is_comma(phrase.end) {
        return None;
    }
    let ends = |at: usize| {
        let sign = reader.is_sign(at) && !matches!(reader.text(at), "," | "(" | ")" | "&" | "-" | "/");
        let clause = reader.has_any(at, &[Role::Predicate, Role::Complementiser, Role::Subordinator]);
        sign || clause && reader.name(at).is_none() || reader.time_end(at).is_some()
    };
    let rest = (phrase.end..limit.min(phrase.end + FARTHEST)).take_while(|&at| !ends(at));
    let name = rest.into_iter().filter(|&at| reader.is_comma(at)).find_map(|comma| person_behind(reader, comma))?;
    (name.tokens.end <= limit && closes(reader, name.tokens.end)).then_some(name)
}
