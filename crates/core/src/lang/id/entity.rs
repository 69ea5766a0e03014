//! Indonesian for the entity layer.

use crate::entity::Grammar;
use crate::entity::gazetteer::{self, Gazetteer};
use crate::entity::hash::Hash;
use crate::entity::known;
use crate::entity::lexicon::{Cues, Lexicon};
use crate::entity::mention::EntityKind::{self, Location, Organization};
use crate::entity::model::Model;
use crate::entity::name::Names;
use crate::entity::role::Roles;
use crate::entity::wordlist::WordList;
use crate::lang::id::rows;

const CUES: &str = include_str!("../../../data/id/name-cues.tsv");
const NAME_WORDS: &str = include_str!("../../../data/id/name-words.tsv");
const PERSON_NAMES: &[u8] = include_bytes!("../../../data/id/person-names.bin");
const PLACES: &[u8] = include_bytes!("../../../data/id/places.bin");
const PLACE_NAMES: &str = include_str!("../../../data/id/place-names.tsv");
const ORGANISATIONS: &str = include_str!("../../../data/id/organisations.tsv");
const WORDS: &[u8] = include_bytes!("../../../data/id/words.bin");
const MODEL: &[u8] = include_bytes!("../../../data/id/names.bin");

fn cue(name: &str) -> Cues {
    match name {
        "title" => Cues::TITLE,
        "rank" => Cues::TITLE.and(Cues::RANK),
        "org" => Cues::ORGANIZATION_HEAD,
        "org-tail" => Cues::ORGANIZATION_TAIL,
        "own-named" => Cues::OWN_NAMED,
        "carrier" => Cues::CARRIER,
        "place" => Cues::PLACE_HEAD,
        "place-tail" => Cues::PLACE_TAIL,
        "locative" => Cues::LOCATIVE,
        "link" => Cues::LINK,
        "calendar" => Cues::CALENDAR,
        "speech" => Cues::SPEECH,
        "other" => Cues::OTHER_HEAD,
        _ => Cues::default(),
    }
}

fn role(name: &str) -> Roles {
    match name {
        "glued" => Roles::GLUED,
        "joins" => Roles::JOINS,
        "prefix" => Roles::PREFIX,
        "common" => Roles::COMMON,
        "language" => Roles::LANGUAGE,
        "event" => Roles::EVENT,
        "chief" => Roles::CHIEF,
        "unit" => Roles::UNIT,
        "officer" => Roles::OFFICER,
        "company" => Roles::COMPANY,
        "landform" => Roles::LANDFORM,
        "built" => Roles::BUILT,
        "initialed" => Roles::INITIALED,
        "sign" => Roles::SIGN,
        "maker" => Roles::MAKER,
        "versus" => Roles::VERSUS,
        _ => Roles::default(),
    }
}

/// The kinds of parts of personal names, as `person-names.tsv` calls them, in the order of the packed groups.
pub const PERSON_NAME_KINDS: [(&str, Cues); 4] = [
    ("given", Cues::GIVEN),
    ("family", Cues::FAMILY),
    ("foreign-given", Cues::FOREIGN_GIVEN),
    ("foreign-family", Cues::FOREIGN_FAMILY),
];

fn names(table: &'static str, kind: EntityKind) -> impl Iterator<Item = (&'static str, EntityKind)> {
    rows(table).flatten().map(move |name| (name, kind))
}

/// Other names with the full one, which stands first in its row.
fn aliases(table: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    rows(table).flat_map(|row| row.clone().into_iter().skip(1).map(move |other| (other, row[0])))
}

/// When two Indonesian names name the same.
pub fn names_rules() -> Names {
    let known = aliases(ORGANISATIONS).chain(aliases(PLACE_NAMES));
    let heads = rows(CUES).filter(|row| row.get(1) == Some(&"org")).map(|row| (row[0], "head"));
    Names::new(known, heads.chain(rows(NAME_WORDS).filter_map(|row| Some((*row.first()?, *row.get(1)?)))))
}

/// What the entity layer must be told about Indonesian.
pub fn grammar() -> Grammar {
    let cues = cues();
    let parts = known::unpack(PERSON_NAMES).into_iter();
    let parts = parts.filter_map(|(key, group)| Some((key, PERSON_NAME_KINDS.get(group)?.1)));
    let names = names(ORGANISATIONS, Organization).chain(names(PLACE_NAMES, Location));
    let places = known::unpack(PLACES).into_iter().map(|(key, _)| (key, Location));
    Grammar {
        lexicon: Lexicon::new(cues.iter().map(|(word, name)| (*word, cue(name))), parts),
        gazetteer: Gazetteer::new(names, places),
        names: names_rules(),
        roles: cues.iter().map(|(word, name)| (*word, role(name))).collect(),
        words: WordList::unpack(WORDS),
        model: Model::unpack(MODEL),
    }
}

/// A word and what it tells.
type Cue = (&'static str, &'static str);

/// All words that tell something, read once for all that asks for some of them.
fn cues() -> Vec<Cue> {
    rows(CUES).map(|row| (row[0], row.get(1).copied().unwrap_or_default())).collect()
}

/// The packed forms of the two long lists of names, from their tables: parts of personal names, places.
pub fn pack_names(person_names: &str, places: &str) -> (Vec<u8>, Vec<u8>) {
    let of_kind = |kind: &str| {
        let parts = rows(person_names).filter(|row| row.get(1) == Some(&kind));
        parts.map(|row| Hash::default().text(row[0])).collect()
    };
    let places = rows(places).flatten().map(gazetteer::hash_of).collect();
    (known::pack(&PERSON_NAME_KINDS.map(|(kind, _)| of_kind(kind))), known::pack(&[places]))
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::{ORGANISATIONS, PERSON_NAMES, PLACE_NAMES, PLACES, pack_names, rows};

    #[test]
    fn no_listed_name_stands_for_two() {
        let mut known = HashMap::new();
        for row in [ORGANISATIONS, PLACE_NAMES].into_iter().flat_map(rows) {
            for name in &row {
                let full = *known.entry(name.to_lowercase()).or_insert(row[0]);
                assert_eq!(full, row[0], "{name}");
            }
        }
    }

    #[test]
    fn the_packed_lists_are_made_of_the_tables() {
        let tables = (include_str!("../../../data/id/person-names.tsv"), include_str!("../../../data/id/places.tsv"));
        assert!(pack_names(tables.0, tables.1) == (PERSON_NAMES.to_vec(), PLACES.to_vec()), "silang-train pack");
    }
}
