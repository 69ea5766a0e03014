//! Whether two attributions may mean one speaker: by name, or an office and who speaks for it.

use crate::analysis::Analysis;
use crate::compare::scene::Scene;
use crate::entity::mention::EntityKind;
use crate::entity::name::same_word;
use crate::statement::{Reference, Statement};
use crate::text::vocabulary::fold;

/// How the speakers of two statements stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kinship {
    /// Another speaker.
    Other,
    /// One of the two is not known.
    Unknown,
    /// A body and a person who may or may not speak for it, or a speaker named by a pronoun only.
    Possible,
    /// An office and somebody who speaks for it.
    Office,
    /// The same.
    Same,
}

/// The folded words of a name.
pub fn name_words(name: &str) -> Vec<String> {
    name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(fold).collect()
}

/// Whether one name's words are all in the other, give or take a letter.
pub fn same_name(one: &str, other: &str) -> bool {
    let (one, other) = (name_words(one), name_words(other));
    let within = |a: &[String], b: &[String]| a.iter().all(|word| b.iter().any(|other| same_word(word, other)));
    !one.is_empty() && !other.is_empty() && (within(&one, &other) || within(&other, &one))
}

/// For each person of the scene who stands beside an organisation or country, the two names.
pub fn offices(scene: &Scene) -> Vec<(String, String)> {
    let mut offices: Vec<(String, String)> = scene.readings.iter().flat_map(|r| offices_in(r.analysis)).collect();
    offices.sort();
    offices.dedup();
    offices
}

/// Words between an office and the person that may still belong to the title.
const REACH: usize = 4;

fn offices_in(analysis: &Analysis) -> Vec<(String, String)> {
    let entities = &analysis.entities;
    let name = |mention: &crate::entity::mention::Mention| {
        entities.entities.get(mention.entity.index()).map_or(String::new(), |entity| entity.name.clone())
    };
    let beside = |pair: &&[crate::entity::mention::Mention]| {
        let [office, person] = pair else { return false };
        office.kind != EntityKind::Person && person.kind == EntityKind::Person && is_title(analysis, office, person)
    };
    entities.mentions.windows(2).filter(beside).map(|pair| (name(&pair[1]), name(&pair[0]))).collect()
}

/// Whether only few words and no full stop stand between an office and a person.
fn is_title(
    analysis: &Analysis,
    office: &crate::entity::mention::Mention,
    person: &crate::entity::mention::Mention,
) -> bool {
    let document = &analysis.document;
    let (from, to) = (document.token_at(office.span.end()), document.token_at(person.span.start()));
    to <= from + REACH && document.sentence_of(from.saturating_sub(1)) == document.sentence_of(to)
}

/// Who is said to have said something.
#[derive(Clone, Copy, Debug)]
pub struct Speaker<'a> {
    /// Canonical name or description; empty when unknown.
    pub name: &'a str,
    /// What kind of thing it is, if named.
    pub kind: Option<EntityKind>,
    /// Whether the text names the speaker right there, so that no pronoun was misread.
    pub firm: bool,
}

impl<'a> Speaker<'a> {
    /// The speaker of an attribution in an article.
    pub fn of(analysis: &'a Analysis, said: &'a Statement) -> Self {
        let by = &said.attribution;
        let entities = &analysis.entities.entities;
        let named = by.entity.and_then(|id| entities.get(id.index()));
        let named = named.or_else(|| entities.iter().find(|entity| entity.name == by.speaker));
        let firm = said.sure && by.reference == Reference::Name;
        Self { name: &by.speaker, kind: named.map(|entity| entity.kind), firm }
    }
}

/// How two speakers stand to each other, knowing who speaks for which office.
pub fn kinship(offices: &[(String, String)], one: &Speaker, other: &Speaker) -> Kinship {
    if one.name.is_empty() || other.name.is_empty() {
        return Kinship::Unknown;
    }
    if same_name(one.name, other.name) {
        return Kinship::Same;
    }
    let speaks = |person: &str, office: &str| offices.iter().any(|(p, o)| same_name(p, person) && same_name(o, office));
    if speaks(one.name, other.name) || speaks(other.name, one.name) {
        return Kinship::Office;
    }
    let body_and_person = |a: &Speaker, b: &Speaker| {
        a.kind == Some(EntityKind::Organization) && b.kind.is_none_or(|kind| kind == EntityKind::Person)
    };
    let doubtful = !one.firm || !other.firm;
    if doubtful || body_and_person(one, other) || body_and_person(other, one) {
        Kinship::Possible
    } else {
        Kinship::Other
    }
}
