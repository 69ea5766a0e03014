//! The place of one happening, told more exactly by one article, or as another place.

use std::collections::HashSet;

use crate::analysis::Analysis;
use crate::compare::differ::Finding;
use crate::compare::pairing::Pair;
use crate::compare::scene::{Passage, Scene};
use crate::compare::speaker::same_name;
use crate::compare::term::SmallWords;
use crate::compare::{DifferenceKind, Place, Telling, Verdict};
use crate::entity::alias::abbreviates;
use crate::entity::mention::{EntityKind, Mention};
use crate::statement::{Attribution, Statement};
use crate::text::document::Document;
use crate::text::span::Span;
use crate::text::token::TokenKind;

/// A place behind a preposition, with the larger places that follow its name.
struct Spot {
    kind: EntityKind,
    span: Span,
    /// The words of its own name, spelled out.
    name: Vec<String>,
    /// Those of the places that follow.
    around: Vec<String>,
}

impl Spot {
    fn words(&self) -> impl Iterator<Item = &String> {
        self.name.iter().chain(&self.around)
    }

    /// Its words but the first of a longer name, which says what sort of place it is ("Bandara").
    fn own(&self) -> impl Iterator<Item = &String> {
        self.words().skip(usize::from(self.name.len() > 1))
    }

    fn has(&self, word: &String) -> bool {
        self.words().any(|own| own == word)
    }

    /// Whether one has larger places around and the other none, and that is all.
    fn is_only_placed(&self, other: &Self) -> bool {
        self.name == other.name && self.around.is_empty() != other.around.is_empty()
    }

    /// Whether both are told to be in one larger place.
    fn is_near(&self, other: &Self) -> bool {
        self.around.iter().any(|word| other.around.contains(word))
    }

    /// Whether both can't be one place: each name has a word that the other lacks, or the names are one and the places
    /// around have none in common. What sort of place it is does not count: "Suita Stadium", "Stadion Panasonic Suita".
    fn is_elsewhere(&self, other: &Self, sites: &HashSet<&'static str>) -> bool {
        let tells = |name: &[String], word: &String| name.contains(word) || is_short_for(word, name);
        let within = |one: &[String], other: &[String]| {
            one.iter().all(|word| sites.contains(word.as_str()) || tells(other, word))
        };
        let apart = |one: &[String], other: &[String]| !one.iter().any(|word| other.contains(word));
        let one_name = within(&self.name, &other.name) || within(&other.name, &self.name);
        let around = !self.around.is_empty() && !other.around.is_empty() && apart(&self.around, &other.around);
        !one_name || around
    }
}

/// Whether a word may be made of the first letters of a name of several words ("Muratara", "Musi Rawas Utara").
fn is_short_for(word: &str, name: &[String]) -> bool {
    let long = name.len() > 1 && word.len() > SHORTEST;
    long && name.iter().any(|first| first.starts_with(word.chars().next().unwrap_or(' ')))
        && abbreviates(word, &name.concat())
}

/// Words between a preposition and the name of the place ("di kawasan industri X").
const BEFORE: usize = 4;
/// How alike two sentences must be for it to matter that one has the larger place as well.
const LIKE: f32 = 0.5;
/// How alike they must be for places that can't be one to be of one happening.
const SAME_HAPPENING: f32 = 0.4;
/// Bytes that a word made of the letters of a name has more than.
const SHORTEST: usize = 4;
/// Pairs of sentences that are looked at, at most.
const MOST: usize = 2_000;

/// Places of the same happening that have a name in common, of which one tells what the other article nowhere has.
pub fn spots(scene: &Scene, words: &SmallWords, known: &[Told], pairs: &[Pair]) -> Vec<Finding> {
    let mut found = Vec::new();
    for pair in pairs.iter().take(MOST) {
        let (left, right) = (&scene.sentences[pair.left], &scene.sentences[pair.right]);
        let others = spots_in(scene, words, right);
        for one in spots_in(scene, words, left) {
            let alike = |other: &&Spot| one.kind == other.kind && one.own().any(|word| other.has(word));
            let apart = |other: &Spot| {
                let speakers = speaker_at(scene, left, one.span).zip(speaker_at(scene, right, other.span));
                speakers.is_some_and(|(one, other)| !same_name(one, other))
            };
            if let Some(other) = others.iter().find(alike).filter(|other| !apart(other)) {
                found.extend(differing(scene, (words, known), (left, &one), (right, other), pair.overlap.alike));
            }
        }
    }
    found
}

fn differing(
    scene: &Scene,
    (words, known): (&SmallWords, &[Told]),
    one: (&Passage, &Spot),
    other: (&Passage, &Spot),
    alike: f32,
) -> Option<Finding> {
    let tells_all =
        |passage: &Passage, spot: &Spot| has_all(&known[passage.reading], &spot.words().collect::<Vec<_>>());
    let verdict = match (tells_all(one.0, other.1), tells_all(other.0, one.1)) {
        (true, true) => return None,
        (false, false) if one.1.is_elsewhere(other.1, &words.sites) => Verdict::Conflict,
        _ => Verdict::Precision,
    };
    let least = if one.1.is_only_placed(other.1) {
        LIKE
    } else if verdict == Verdict::Conflict && !one.1.is_near(other.1) {
        SAME_HAPPENING
    } else {
        0.0
    };
    if alike < least {
        return None;
    }
    let telling = |(passage, spot): (&Passage, &Spot)| Telling {
        place: Place { article: passage.place.article, span: spot.span },
        value: scene.analysis(passage).document.slice(spot.span).to_owned(),
    };
    let values = vec![telling(one), telling(other)];
    let shortest = values.iter().map(|telling| telling.value.as_str()).min_by_key(|value| value.len());
    let what = shortest.unwrap_or_default().to_owned();
    let why = if verdict == Verdict::Conflict { "place" } else { "spot" };
    Some(Finding::new((DifferenceKind::Place, verdict, why), what, values, 0.8 + alike))
}

/// All folded words of an article, those of its names spelled out, and any two together that follow each other.
pub type Told = HashSet<String>;

/// What each article tells.
pub fn told(scene: &Scene) -> Vec<Told> {
    scene.readings.iter().map(|reading| words_of(scene, reading.analysis)).collect()
}

fn words_of(scene: &Scene, analysis: &Analysis) -> Told {
    let document = &analysis.document;
    let words = document.words().iter().map(str::to_owned);
    let two = document.tokens().windows(2).filter(|pair| pair.iter().all(|token| token.kind == TokenKind::Word));
    let together = two.map(|pair| pair.iter().map(|token| document.folded(token)).collect());
    let names = analysis.entities.entities.iter().flat_map(|entity| scene.names.words(&entity.name));
    words.chain(together).chain(names).collect()
}

/// Whether an article has all words of a name, be it written apart or together ("Kramat Jati", "Kramatjati").
pub(super) fn has_all(known: &Told, words: &[&String]) -> bool {
    let together =
        |at: usize| words.get(at..at + 2).is_some_and(|two| known.contains(&format!("{}{}", two[0], two[1])));
    (0..words.len()).all(|at| known.contains(words[at]) || together(at) || at > 0 && together(at - 1))
}

/// The places of a sentence behind a preposition; a headline has room for short names only.
fn spots_in(scene: &Scene, words: &SmallWords, passage: &Passage) -> Vec<Spot> {
    let analysis = scene.analysis(passage);
    let headline = analysis.header.title.is_some_and(|title| title.overlaps(passage.place.span));
    let mentions = if headline { &[] } else { analysis.entities.within(passage.place.span) };
    let mut found: Vec<Spot> = Vec::new();
    for first in mentions {
        let inside = found.last().is_some_and(|spot| spot.span.overlaps(first.span));
        if !inside && first.kind != EntityKind::Person && is_placed(analysis, words, first) {
            let spot = spot(scene, analysis, first);
            found.extend(Some(spot).filter(|spot| !is_of_several(analysis, words, spot.span)));
        }
    }
    found
}

/// The named speaker who says something in the sentence of a place that is not part of it: where it was said.
fn speaker_at<'a>(scene: &Scene<'a>, passage: &Passage, place: Span) -> Option<&'a str> {
    let said_here = |said: &&Statement| {
        let Attribution { cue, entity, .. } = &said.attribution;
        entity.is_some() && cue.is_some() && !said.span.overlaps(place)
    };
    scene.sayings[passage.reading]
        .cued_in(passage.place.span)
        .find(said_here)
        .map(|said| said.attribution.speaker.as_str())
}

/// Whether the places go on behind an "and" ("tersebar di Sulawesi, Kalimantan dan Bali"): one after the other, not one in the other.
fn is_of_several(analysis: &Analysis, words: &SmallWords, places: Span) -> bool {
    let mentions = &analysis.entities.mentions;
    let next = mentions.get(mentions.partition_point(|mention| mention.span.start() < places.end()));
    let between = |next: &Mention| analysis.document.text().get(places.end()..next.span.start());
    let joins = |next: &Mention| between(next).is_some_and(|gap| words.joins.contains(gap.trim_matches([' ', ','])));
    next.is_some_and(|next| next.kind == EntityKind::Location && joins(next))
}

/// Whether a preposition of place stands close before a name, in the same clause.
fn is_placed(analysis: &Analysis, words: &SmallWords, mention: &Mention) -> bool {
    let document = &analysis.document;
    words_before(document, mention, BEFORE).any(|word| words.places.contains(word) || words.towards.contains(word))
}

/// The folded words right in front of a name in its sentence, the nearest first, up to a sign.
pub(super) fn words_before<'a>(
    document: &'a Document,
    mention: &Mention,
    most: usize,
) -> impl Iterator<Item = &'a str> + use<'a> {
    let own = document.token_at(mention.span.start());
    let start = document.sentences().get(document.sentence_of(own)).map_or(own, |sentence| sentence.tokens.start);
    let before = document.tokens().get(own.saturating_sub(most).max(start)..own).unwrap_or_default();
    before.iter().rev().take_while(|token| token.kind == TokenKind::Word).map(|token| document.folded(token))
}

/// The place that a name tells, with those of places that follow right behind it.
fn spot(scene: &Scene, analysis: &Analysis, first: &Mention) -> Spot {
    let words = |mention: &Mention| {
        let words = scene.names.words(analysis.document.slice(mention.span));
        scene.names.bare(&words).to_vec()
    };
    let behind = followers(analysis, first);
    let around = behind.iter().flat_map(words).collect();
    let span = behind.last().map_or(first.span, |last| first.span.cover(last.span));
    Spot { kind: first.kind, span, name: words(first), around }
}

/// The places named right behind a name, one after the other ("Kuningan, Jakarta Selatan").
pub fn followers<'a>(analysis: &'a Analysis, first: &Mention) -> &'a [Mention] {
    let mentions = &analysis.entities.mentions;
    let from = mentions.partition_point(|mention| mention.span.start() <= first.span.start());
    let behind = mentions.get(from..).unwrap_or_default();
    let ends = std::iter::once(first).chain(behind).map(|mention| mention.span.end());
    let follows = |(end, next): &(usize, &Mention)| {
        let between = analysis.document.text().get(*end..next.span.start()).unwrap_or("-");
        next.kind == EntityKind::Location && matches!(between, "" | " " | "," | ", ")
    };
    let length = ends.zip(behind).take_while(follows).count();
    behind.get(..length).unwrap_or_default()
}
