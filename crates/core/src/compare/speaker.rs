//! Whether two attributions may mean one speaker: by name, or an office and who speaks for it.

use crate::analysis::Analysis;
use crate::compare::differ::name::distance;
use crate::compare::scene::Scene;
use crate::entity::mention::EntityKind;
use crate::entity::name::{Names, same_word};
use crate::order::Order;
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
    is_one_name(&name_words(one), &name_words(other))
}

/// Letters of a word that may have been glued to another one.
const GLUED: usize = 5;

/// Whether two words of names are one, give or take how it is written.
fn akin(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() < other.len() { (one, other) } else { (other, one) };
    let misspelt = || {
        let (few, many) = (short.chars().count(), long.chars().count());
        // Most words are told apart by this already, which costs far less than their distance.
        let near = short.get(..1) == long.get(..1) && 4 * few.abs_diff(many) <= few;
        near && 4 * distance(short, long) <= few
    };
    let glued = || short.len() >= GLUED && (long.starts_with(short) || long.ends_with(short));
    same_word(one, other) || glued() || misspelt()
}

/// The words of a name without short ones (titles, initials), if it has others.
fn telling(words: &[String]) -> Vec<&String> {
    let long: Vec<&String> = words.iter().filter(|word| word.chars().count() > 2).collect();
    if long.is_empty() { words.iter().collect() } else { long }
}

/// Whether one name's words are all in the other; short words (titles, initials) may be left out.
fn is_one_name(one: &[String], other: &[String]) -> bool {
    let (one, other) = (telling(one), telling(other));
    let within = |a: &[&String], b: &[&String]| a.iter().all(|word| b.iter().any(|other| akin(word, other)));
    !one.is_empty() && !other.is_empty() && (within(&one, &other) || within(&other, &one))
}

/// A person and a body they stand beside, each by the words of their names.
pub type Office = (Vec<String>, Vec<String>);

/// For each person of the scene who stands beside an organisation or country, the two names.
pub fn offices(scene: &Scene) -> Vec<Office> {
    let mut offices: Vec<Office> =
        scene.readings.iter().flat_map(|reading| offices_in(scene.names, reading.analysis)).collect();
    offices.order();
    offices.dedup();
    offices
}

/// Whether a person of these words stands beside a body of those.
pub fn speaks_for(offices: &[Office], person: &[String], body: &[String]) -> bool {
    offices.iter().any(|(p, o)| is_one_name(p, person) && is_one_name(o, body))
}

/// Words between an office and the person that may still belong to the title.
const REACH: usize = 4;

fn offices_in(names: &Names, analysis: &Analysis) -> Vec<Office> {
    let entities = &analysis.entities;
    let name = |mention: &crate::entity::mention::Mention| {
        entities.entities.get(mention.entity.index()).map_or_else(Vec::new, |entity| names.words(&entity.name))
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
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Speaker {
    /// The words of the name or description, spelled out; none when unknown.
    pub words: Vec<String>,
    /// What kind of thing it is; none when it is described, not named.
    pub kind: Option<EntityKind>,
    /// Whether the text names the speaker right there, so that no pronoun was misread.
    pub firm: bool,
}

impl Speaker {
    /// The speaker of an attribution in an article.
    pub fn of(names: &Names, analysis: &Analysis, said: &Statement) -> Self {
        let by = &said.attribution;
        let entities = &analysis.entities.entities;
        let entity = by.entity.and_then(|id| entities.get(id.index()));
        let entity = entity.or_else(|| entities.iter().find(|entity| entity.name == by.speaker));
        let firm = said.sure && by.reference == Reference::Name;
        let words = if by.speaker.is_empty() { Vec::new() } else { names.words(&by.speaker) };
        Self { words, kind: entity.map(|entity| entity.kind), firm }
    }

    /// Whether both are described by the same words behind another first one ("officials of X", "those of X").
    fn is_described_as(&self, other: &Self) -> bool {
        let described = self.kind.is_none() && other.kind.is_none();
        let rest = |words: &'_ [String]| words.get(1..).unwrap_or_default().to_vec();
        described && !rest(&self.words).is_empty() && rest(&self.words) == rest(&other.words)
    }
}

/// How two speakers stand to each other, knowing who speaks for which office.
pub fn kinship(offices: &[Office], one: &Speaker, other: &Speaker) -> Kinship {
    if one.words.is_empty() || other.words.is_empty() {
        return Kinship::Unknown;
    }
    if is_one_name(&one.words, &other.words) {
        return Kinship::Same;
    }
    let speaks = |person: &Speaker, office: &Speaker| speaks_for(offices, &person.words, &office.words);
    if speaks(one, other) || speaks(other, one) || one.is_described_as(other) {
        return Kinship::Office;
    }
    let body_and_person = |a: &Speaker, b: &Speaker| {
        a.kind == Some(EntityKind::Organization) && b.kind.is_none_or(|kind| kind == EntityKind::Person)
    };
    let described = one.kind.is_none() || other.kind.is_none();
    let doubtful = !one.firm || !other.firm;
    if doubtful || described || body_and_person(one, other) || body_and_person(other, one) {
        Kinship::Possible
    } else {
        Kinship::Other
    }
}

#[cfg(test)]
mod tests {
    use super::same_name;

    #[test]
    fn names_are_one_whether_short_misspelt_titled_or_glued() {
        for (one, other) in [
            ("Rahmat Santoso", "Rahmat"),
            ("Abdurachman Sarbini", "Abdurrahman Sarbini"),
            ("Dr Tan", "Chun Tan"),
            ("Budi Hartono", "Budi HartonoSekretaris"),
        ] {
            assert!(same_name(one, other), "{one} {other}");
        }
        for (one, other) in [("Budi Gunawan", "Budi Darmawan"), ("Ani", "Ana"), ("", "Budi")] {
            assert!(!same_name(one, other), "{one} {other}");
        }
    }
}
