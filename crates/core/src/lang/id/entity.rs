//! Indonesian for the entity layer.

use crate::entity::Grammar;
use crate::entity::lexicon::{Cues, Lexicon};
use crate::entity::name::Aliases;
use crate::lang::id::rows;

fn cue(name: &str) -> Cues {
    match name {
        "title" => Cues::TITLE,
        "org" => Cues::ORGANIZATION_HEAD,
        "place" => Cues::PLACE_HEAD,
        "locative" => Cues::LOCATIVE,
        "link" => Cues::LINK,
        "calendar" => Cues::CALENDAR,
        _ => Cues::default(),
    }
}

/// What the entity layer must be told about Indonesian.
pub fn grammar() -> Grammar {
    let cues = include_str!("../../../data/id/name-cues.tsv");
    let aliases = include_str!("../../../data/id/name-aliases.tsv");
    Grammar {
        lexicon: Lexicon::new(rows(cues).map(|row| (row[0], cue(row[1])))),
        aliases: Aliases::new(rows(aliases).map(|row| (row[0], row[1]))),
    }
}
