//! The same utterance with another speaker, or on another day.

use std::collections::HashSet;

use crate::analysis::Analysis;
use crate::compare::differ::Finding;
use crate::compare::scene::{Passage, Scene};
use crate::compare::speaker::{Kinship, name_words, same_name};
use crate::compare::term::SmallWords;
use crate::compare::timeline::occasion;
use crate::compare::utterance::{Link, is_same};
use crate::compare::{DifferenceKind, Place, Telling, Verdict};
use crate::statement::{Reference, Statement};
use crate::text::span::Span;
use crate::time::expression::Timex;
use crate::time::value::Interval;

/// How alike the words must be for two speakers to be said to be given for one utterance.
const ALIKE: f32 = 0.5;
/// Or how much of the shorter wording must be in the longer one.
const CONTAINED: f32 = 0.7;
/// Words they must share.
const TERMS: usize = 5;

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
pub fn speakers(scene: &Scene, links: &[Link]) -> Vec<Finding> {
    let near_verbatim = |link: &&Link| {
        link.overlap.terms >= TERMS && (link.overlap.alike >= ALIKE || link.overlap.contained >= CONTAINED)
    };
    let across = |link: &&Link| scene.statements[link.left].reading != scene.statements[link.right].reading;
    let own = own_speakers(scene, links);
    let mut found = Vec::new();
    for link in links.iter().filter(across) {
        let (verdict, why, weight) = match link.kinship {
            Kinship::Office if is_same(scene, link) && unnamed(scene, link) => {
                (Verdict::Precision, "speaker-office", 1.5)
            }
            Kinship::Possible | Kinship::Other if has_own_speaker(scene, &own, link) => continue,
            Kinship::Possible if near_verbatim(&link) && firm(scene, link) => (Verdict::Conflict, "speaker-body", 2.0),
            Kinship::Other if near_verbatim(&link) => (Verdict::Conflict, "speaker", 2.5),
            _ => continue,
        };
        let (left, right) = (&scene.statements[link.left], &scene.statements[link.right]);
        let values = vec![source(scene, left), source(scene, right)];
        let what = scene.analysis(left).document.slice(left.place.span).to_owned();
        found.push(Finding::new((DifferenceKind::Speaker, verdict, why), what, values, weight));
    }
    found
}

/// Whether both articles name the speaker right there.
fn firm(scene: &Scene, link: &Link) -> bool {
    let named = |i: usize| {
        let said = statement(scene, &scene.statements[i]);
        said.sure && said.attribution.reference == Reference::Name
    };
    named(link.left) && named(link.right)
}

/// Whether one of the two articles never names the person who speaks in the other one.
fn unnamed(scene: &Scene, link: &Link) -> bool {
    let (left, right) = (&scene.statements[link.left], &scene.statements[link.right]);
    let names = |passage: &Passage, speaker: &str| {
        scene.analysis(passage).entities.entities.iter().any(|entity| same_name(&entity.name, speaker))
    };
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

/// Utterances that articles put on different days.
pub fn occasions(scene: &Scene, links: &[Link]) -> Vec<Finding> {
    let mut found = Vec::new();
    for link in links.iter().filter(|link| is_same(scene, link)) {
        let (left, right) = (&scene.statements[link.left], &scene.statements[link.right]);
        let (Some(a), Some(b)) = (said_at(scene, left), said_at(scene, right)) else { continue };
        if apart(a, b) {
            let telling = |passage: &Passage, time: &Timex| Telling {
                place: Place { article: passage.place.article, span: time.span },
                value: time.value.clone(),
            };
            let kind = (DifferenceKind::Time, Verdict::Conflict, "occasion");
            let what = statement(scene, left).attribution.speaker.clone();
            found.push(Finding::new(kind, what, vec![telling(left, a), telling(right, b)], 2.5));
        }
    }
    found
}

/// Utterances that articles put in different places of one sort ("Court A", "Court B").
pub fn rooms(scene: &Scene, words: &SmallWords, links: &[Link]) -> Vec<Finding> {
    let mut found = Vec::new();
    for link in links.iter().filter(|link| is_same(scene, link)) {
        let (left, right) = (&scene.statements[link.left], &scene.statements[link.right]);
        for one in rooms_of(scene, words, left) {
            for other in rooms_of(scene, words, right) {
                if is_other_room(&one.value, &other.value) {
                    let kind = (DifferenceKind::Place, Verdict::Conflict, "occasion-place");
                    let what = statement(scene, left).attribution.speaker.clone();
                    found.push(Finding::new(kind, what, vec![one.clone(), other], 1.8));
                }
            }
        }
    }
    found
}

/// Whether two names are of one sort of place, by the words they share, but not the same place.
fn is_other_room(one: &str, other: &str) -> bool {
    let (a, b) = (name_words(one), name_words(other));
    let shared = a.iter().filter(|word| b.contains(word)).count();
    a.len() > 1 && b.len() > 1 && (shared > 1 || a.first() == b.first()) && !same_name(one, other)
}

/// The named places in the sentence of a statement's cue, outside of what was said.
fn rooms_of(scene: &Scene, words: &SmallWords, passage: &Passage) -> Vec<Telling> {
    let analysis = scene.analysis(passage);
    let document = &analysis.document;
    let here = cue_sentence(analysis, passage.index);
    let named = analysis.entities.mentions.iter().filter(|mention| {
        let start = document.token_at(mention.span.start());
        let before = document.tokens().get(start.saturating_sub(3)..start).unwrap_or_default();
        Some(document.sentence_of(start)) == here
            && before.iter().any(|token| words.places.contains(document.folded(token)))
            && !analysis.statements.iter().any(|said| said.span.overlaps(mention.span))
    });
    let telling = |span: Span| {
        let place = Place { article: passage.place.article, span };
        Telling { place, value: document.slice(span).to_owned() }
    };
    named.map(|mention| telling(mention.span)).collect()
}

fn apart(one: &Timex, other: &Timex) -> bool {
    let (Some(a), Some(b)) = (one.interval, other.interval) else { return false };
    a.end <= b.start || b.end <= a.start
}

/// When a statement was made, as far as its own sentence tells.
fn said_at<'a>(scene: &Scene<'a>, passage: &Passage) -> Option<&'a Timex> {
    let analysis: &'a Analysis = scene.analysis(passage);
    let inside = |span: Span| Some(sentence(analysis, span)) == cue_sentence(analysis, passage.index);
    let dated = analysis.times.expressions.iter().filter(|time| inside(time.span) && is_past(analysis, time));
    dated.into_iter().find(|time| occasion(analysis, time).is_some())
}

/// Minutes of a day.
const DAY: i64 = 24 * 60;

/// Whether a time is a day or shorter and not after the article's own, as it must be when something was said then.
fn is_past(analysis: &Analysis, time: &Timex) -> bool {
    let end = analysis.times.published.and_then(|day| day.succ_opt()).and_then(|day| day.and_hms_opt(0, 0, 0));
    let end = end.map(|end| end.and_utc().timestamp().div_euclid(60));
    let is_day = |interval: Interval| interval.end - interval.start <= DAY;
    time.interval.is_some_and(|interval| is_day(interval) && end.is_none_or(|end| interval.start < end))
}

fn sentence(analysis: &Analysis, span: Span) -> usize {
    analysis.document.sentence_of(analysis.document.token_at(span.start()))
}

fn cue_sentence(analysis: &Analysis, statement: usize) -> Option<usize> {
    let by = &analysis.statements.get(statement)?.attribution;
    by.cue.or(by.source).map(|span| sentence(analysis, span))
}
