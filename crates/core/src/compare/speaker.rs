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
    Form::named(one).is_one(&Form::named(other))
}

/// Letters of a word that may have been glued to another one.
const GLUED: usize = 5;

/// Letters of a word for each that may be another.
const SLIP: usize = 4;

/// How many letters stand in one of two words only, as far as they are told apart here; another letter makes two of them at most.
fn unlike(one: &str, other: &str) -> usize {
    if !one.is_ascii() || !other.is_ascii() {
        return 0;
    }
    let letters = |word: &str| word.bytes().fold(0_u32, |all, byte| all | 1 << (byte & 31));
    (letters(one) ^ letters(other)).count_ones() as usize
}

/// Whether two words of names are one, give or take how it is written.
fn akin(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() < other.len() { (one, other) } else { (other, one) };
    let misspelt = || {
        // Most words are told apart by this already, which costs far less than their distance.
        short.get(..1) == long.get(..1) && {
            let (few, many) = (short.chars().count(), long.chars().count());
            let slips = few / SLIP;
            few.abs_diff(many) <= slips && unlike(short, long) <= 2 * slips && distance(short, long) <= slips
        }
    };
    let glued = || short.len() >= GLUED && (long.starts_with(short) || long.ends_with(short));
    same_word(one, other) || glued() || misspelt()
}

/// Bits for how a word begins and ends. Of words that are one, however written, each has a bit of the other.
fn ends(word: &str) -> u64 {
    let bit = |byte: Option<&u8>| byte.map_or(0, |byte| 1 << (byte & 31));
    // What does not begin in ASCII is taken to begin alike.
    let first = word.as_bytes().first().filter(|byte| byte.is_ascii()).or(Some(&0));
    bit(first) | bit(word.as_bytes().last()) << 32
}

/// A name in the form in which names of speakers are compared: its words without short ones (titles, initials), if it has others.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Form {
    words: Vec<String>,
    ends: u64,
}

impl Form {
    /// The form of a name of these words.
    pub fn of(words: &[String]) -> Self {
        let long: Vec<&String> = words.iter().filter(|word| word.chars().count() > 2).collect();
        let telling = if long.is_empty() { words.to_vec() } else { long.into_iter().cloned().collect() };
        Self { ends: telling.iter().fold(0, |all, word| all | ends(word)), words: telling }
    }

    /// The form of a name as it is written.
    pub fn named(name: &str) -> Self {
        Self::of(&name_words(name))
    }

    /// Whether all words of one of two names are in the other, give or take a letter.
    pub fn is_one(&self, other: &Self) -> bool {
        !self.words.is_empty() && !other.words.is_empty() && (self.is_within(other) || other.is_within(self))
    }

    fn is_within(&self, other: &Self) -> bool {
        let has = |word: &String| ends(word) & other.ends != 0 && other.words.iter().any(|own| akin(word, own));
        self.words.iter().all(has)
    }
}

/// Persons and bodies they stand beside that are looked at, at most: the first by name.
const MOST: usize = 2_000;

/// For each person of a scene who stands beside an organisation or country, the two names.
#[derive(Clone, Debug)]
pub struct Offices(Vec<(Form, Form)>);

/// In which pairs of person and body somebody is the one or the other.
#[derive(Clone, Debug)]
pub struct Roles {
    person: Vec<usize>,
    body: Vec<usize>,
}

impl Offices {
    /// The offices told in a scene.
    pub fn of(scene: &Scene) -> Self {
        let mut offices: Vec<(Form, Form)> =
            scene.readings.iter().flat_map(|reading| offices_in(scene.names, reading.analysis)).collect();
        offices.order();
        offices.dedup();
        offices.truncate(MOST);
        Self(offices)
    }

    /// Whether a person of this name stands beside a body of that.
    pub fn speaks_for(&self, person: &Form, body: &Form) -> bool {
        self.0.iter().any(|(p, b)| p.is_one(person) && b.is_one(body))
    }

    /// Where a name stands among them.
    pub fn roles(&self, name: &Form) -> Roles {
        let pairs = || self.0.iter().enumerate();
        Roles {
            person: pairs().filter(|(_, (person, _))| person.is_one(name)).map(|(at, _)| at).collect(),
            body: pairs().filter(|(_, (_, body))| body.is_one(name)).map(|(at, _)| at).collect(),
        }
    }
}

impl Roles {
    /// Whether as a person it stands beside a body.
    pub fn speaks_for(&self, body: &Self) -> bool {
        self.person.iter().any(|at| body.body.binary_search(at).is_ok())
    }
}

/// Words between an office and the person that may still belong to the title.
const REACH: usize = 4;

fn offices_in(names: &Names, analysis: &Analysis) -> Vec<(Form, Form)> {
    let entities = &analysis.entities;
    let name = |mention: &crate::entity::mention::Mention| {
        let entity = entities.entities.get(mention.entity.index());
        Form::of(&entity.map_or_else(Vec::new, |entity| names.words(&entity.name)))
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

/// A speaker with the form of the name and the offices.
#[derive(Clone, Debug)]
pub struct Known<'s> {
    speaker: &'s Speaker,
    form: Form,
    roles: Roles,
}

impl<'s> Known<'s> {
    /// A speaker among those who speak for somebody.
    pub fn new(offices: &Offices, speaker: &'s Speaker) -> Self {
        let form = Form::of(&speaker.words);
        Self { speaker, roles: offices.roles(&form), form }
    }
}

/// How two speakers stand to each other, knowing who speaks for which office.
pub fn kinship(first: &Known, second: &Known) -> Kinship {
    let (one, other) = (first.speaker, second.speaker);
    if one.words.is_empty() || other.words.is_empty() {
        return Kinship::Unknown;
    }
    if first.form.is_one(&second.form) {
        return Kinship::Same;
    }
    let (roles, others) = (&first.roles, &second.roles);
    if roles.speaks_for(others) || others.speaks_for(roles) || one.is_described_as(other) {
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
    use super::{Form, akin, ends, same_name};

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

    #[test]
    fn words_that_are_akin_begin_or_end_alike() {
        let akins = [
            ("abdurachman", "abdurrahman"),
            ("hartono", "hartonosekretaris"),
            ("rahmat", "kiairahmat"),
            ("éloise", "èloise"),
            ("henry", "henri"),
        ];
        for (one, other) in akins {
            assert!(akin(one, other) && ends(one) & ends(other) != 0, "{one} {other}");
        }
        assert!(Form::named("Élodie Müller").is_one(&Form::named("Élodie Muller")));
        assert!(Form::named("Dr Siti").is_one(&Form::named("siti")));
    }
}
