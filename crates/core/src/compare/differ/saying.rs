//! The same utterance with another speaker.

use std::collections::HashSet;

use crate::compare::differ::Finding;
use crate::compare::differ::occasion::numbers_agree;
use crate::compare::scene::{Passage, Scene};
use crate::compare::speaker::{Kinship, name_words};
use crate::compare::term::SmallWords;
use crate::compare::utterance::{Link, is_same};
use crate::compare::{DifferenceKind, Place, Telling, Verdict};
use crate::entity::mention::EntityKind;
use crate::statement::{Attribution, Reference, Statement};

/// How alike the words must be for two speakers to be said to be given for one utterance.
const ALIKE: f32 = 0.5;
/// Or how much of the shorter wording must be in the longer one.
const CONTAINED: f32 = 0.7;
/// Words they must share.
const TERMS: usize = 5;

/// How likely two statements must be one utterance, though others speak.
const LIKELY: f32 = 0.5;

/// Bytes of a short form of a name, at least.
const SHORT_FORM: usize = 3;

fn statement<'a>(scene: &Scene<'a>, passage: &Passage) -> &'a Statement {
    &scene.analysis(passage).statements[passage.index]
}

/// The words that name the speaker, or the utterance itself when none do.
fn source(scene: &Scene, passage: &Passage) -> Telling {
    let said = statement(scene, passage);
    let span = said.attribution.source.unwrap_or(said.span);
    let place = Place { article: passage.place.article, span };
    Telling { place, value: said.attribution.speaker.clone() }
}

/// Utterances that articles give to different speakers.
pub fn speakers(scene: &Scene, words: &SmallWords, links: &[Link]) -> Vec<Finding> {
    let near_verbatim = |link: &&Link| {
        link.overlap.terms >= TERMS && (link.overlap.alike >= ALIKE || link.overlap.contained >= CONTAINED)
    };
    let one = |link: &&Link| link.likelihood >= LIKELY && near_verbatim(link) && says_one_thing(scene, link);
    let across = |link: &&Link| scene.statements[link.left].reading != scene.statements[link.right].reading;
    let own = own_speakers(scene, links);
    let mut found = Vec::new();
    for link in links.iter().filter(across).filter(|link| !is_read_somewhere(scene, words, link)) {
        let (verdict, why, weight) = match link.kinship {
            Kinship::Office if is_same(scene, link) && near_verbatim(&link) && unnamed(scene, link) => {
                (Verdict::Precision, "speaker-office", 1.5)
            }
            Kinship::Possible | Kinship::Other if has_own_speaker(scene, &own, link) => continue,
            Kinship::Possible if one(&link) && firm(scene, link) => (Verdict::Conflict, "speaker-body", 2.0),
            Kinship::Other if one(&link) && !may_be_one(scene, link) => (Verdict::Conflict, "speaker", 2.5),
            _ => continue,
        };
        let (left, right) = (&scene.statements[link.left], &scene.statements[link.right]);
        let values = vec![source(scene, left), source(scene, right)];
        let what = scene.analysis(left).document.slice(left.place.span).to_owned();
        found.push(Finding::new((DifferenceKind::Speaker, verdict, why), what, values, weight));
    }
    found
}

/// Whether the two names may be of one speaker after all: written alike in the texts, people with a word in common, or one
/// a short form that stands in a word of the other ("Rian" for Irianto).
fn may_be_one(scene: &Scene, link: &Link) -> bool {
    let said = |at: usize| {
        let passage = &scene.statements[at];
        let Attribution { speaker, source, .. } = &statement(scene, passage).attribution;
        (name_words(speaker), source.map_or("", |span| scene.analysis(passage).document.slice(span)))
    };
    let ((one, one_text), (other, other_text)) = (said(link.left), said(link.right));
    let is_short = |short: &[String], long: &[String]| match short {
        [word] => word.len() >= SHORT_FORM && long.iter().any(|longer| longer.contains(word.as_str())),
        _ => false,
    };
    let is_person = |at: usize| {
        let passage = &scene.statements[at];
        let entity = statement(scene, passage).attribution.entity;
        let entity = entity.and_then(|entity| scene.analysis(passage).entities.entities.get(entity.index()));
        entity.is_some_and(|entity| entity.kind == EntityKind::Person)
    };
    let people = is_person(link.left) && is_person(link.right);
    let shares = people && one.iter().any(|word| word.len() > SHORT_FORM && other.contains(word));
    let alike = !one_text.is_empty() && one_text == other_text;
    alike || shares || is_short(&one, &other) || is_short(&other, &one)
}

/// Whether saying it does the same in both articles, and the numbers in it are not others.
fn says_one_thing(scene: &Scene, link: &Link) -> bool {
    let (left, right) = (&scene.statements[link.left], &scene.statements[link.right]);
    let same_act = statement(scene, left).act == statement(scene, right).act;
    same_act && numbers_agree(scene, left, right)
}

/// Whether both articles name the speaker right there.
fn firm(scene: &Scene, link: &Link) -> bool {
    let named = |i: usize| {
        let said = statement(scene, &scene.statements[i]);
        said.sure && said.attribution.reference == Reference::Name
    };
    named(link.left) && named(link.right)
}

/// Whether one of the two articles only tells where it was read ("dikutip dari CNN").
fn is_read_somewhere(scene: &Scene, words: &SmallWords, link: &Link) -> bool {
    [link.left, link.right].iter().any(|&at| {
        let passage = &scene.statements[at];
        let document = &scene.analysis(passage).document;
        let cue = statement(scene, passage).attribution.cue;
        let first = cue.and_then(|cue| document.tokens().get(document.token_at(cue.start())));
        first.is_some_and(|token| words.quoted.contains(document.folded(token)))
    })
}

/// Whether one of the two articles never names the person who speaks in the other one, and at least one says right there
/// who speaks: two pronouns tell only how they were understood.
fn unnamed(scene: &Scene, link: &Link) -> bool {
    let is_told = |at: usize| {
        let reference = statement(scene, &scene.statements[at]).attribution.reference;
        matches!(reference, Reference::Name | Reference::Description)
    };
    if !is_told(link.left) && !is_told(link.right) {
        return false;
    }
    let (left, right) = (&scene.statements[link.left], &scene.statements[link.right]);
    let names = |passage: &Passage, speaker: &str| scene.names_like(passage.reading, speaker);
    let by = |passage: &Passage| statement(scene, passage).attribution.speaker.as_str();
    !names(left, by(right)) || !names(right, by(left))
}

/// A statement, and an article that gives the same utterance to the same speaker.
type Given = HashSet<(usize, usize)>;

/// The ends of a link: each statement with the reading of the other.
fn ends(scene: &Scene, link: &Link) -> [(usize, usize); 2] {
    let reading = |i: usize| scene.statements[i].reading;
    [(link.left, reading(link.right)), (link.right, reading(link.left))]
}

fn own_speakers(scene: &Scene, links: &[Link]) -> Given {
    let same = links.iter().filter(|link| link.kinship == Kinship::Same && is_same(scene, link));
    same.flat_map(|link| ends(scene, link)).collect()
}

/// Whether one of the two articles also gives the utterance to the speaker that the other names.
fn has_own_speaker(scene: &Scene, own: &Given, link: &Link) -> bool {
    ends(scene, link).iter().any(|end| own.contains(end))
}
