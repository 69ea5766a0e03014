//! Indonesian for the entity layer.

use crate::entity::Grammar;
use crate::entity::gazetteer::Gazetteer;
use crate::entity::lexicon::{Cues, Lexicon};
use crate::entity::mention::EntityKind::{self, Location, Organization};
use crate::entity::model::Model;
use crate::entity::name::Names;
use crate::entity::wordlist::WordList;
use crate::lang::id::rows;

const CUES: &str = include_str!("../../../data/id/name-cues.tsv");
const NAME_WORDS: &str = include_str!("../../../data/id/name-words.tsv");
const PERSON_NAMES: &str = include_str!("../../../data/id/person-names.tsv");
const PLACES: &str = include_str!("../../../data/id/places.tsv");
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
        "place" => Cues::PLACE_HEAD,
        "place-tail" => Cues::PLACE_TAIL,
        "locative" => Cues::LOCATIVE,
        "link" => Cues::LINK,
        "calendar" => Cues::CALENDAR,
        "speech" => Cues::SPEECH,
        "other" => Cues::OTHER_HEAD,
        "given" => Cues::GIVEN,
        "family" => Cues::FAMILY,
        "foreign-given" => Cues::FOREIGN_GIVEN,
        "foreign-family" => Cues::FOREIGN_FAMILY,
        _ => Cues::default(),
    }
}

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
    let cues = rows(CUES).chain(rows(PERSON_NAMES)).map(|row| (row[0], cue(row.get(1).unwrap_or(&""))));
    let known = names(ORGANISATIONS, Organization).chain(names(PLACE_NAMES, Location)).chain(names(PLACES, Location));
    Grammar {
        lexicon: Lexicon::new(cues),
        gazetteer: Gazetteer::new(known),
        names: names_rules(),
        glued: rows(CUES).filter(|row| row.get(1) == Some(&"glued")).map(|row| row[0]).collect(),
        words: WordList::unpack(WORDS),
        model: Model::unpack(MODEL),
    }
}
