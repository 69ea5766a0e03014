//! Whom and what a figure is told of: figures of other people, or of a form filled in with other names, are not compared.

use crate::compare::differ::frame::{Frame, beside};
use crate::compare::scene::Scene;
use crate::compare::speaker::same_name;
use crate::compare::term::SmallWords;
use crate::entity::mention::EntityKind;
use crate::text::span::Span;

/// Names of a figure's sentence that are looked at, on each side of it.
const NAMES: usize = 12;

/// Whether the sentences of two figures are one form filled in with other names: behind the same word each has a name of
/// which the other article has no word ("Kabupaten Bogor", "Kabupaten Bekasi").
pub fn is_of_another(scene: &Scene, (one, other): (&Frame, &Frame)) -> bool {
    let (left, right) = (named_behind(scene, one), named_behind(scene, other));
    let analysis = |frame: &Frame| scene.readings[frame.reading].analysis;
    let tells =
        |frame: &Frame, name: &[String]| name.iter().any(|word| analysis(frame).document.words().find(word).is_some());
    left.iter().any(|(kind, before, name)| {
        let alike = right.iter().find(|(k, b, _)| k == kind && b == before).map(|(.., other)| other);
        alike.is_some_and(|behind| !tells(other, name) && !tells(one, behind))
    })
}

/// Whether another person is meant before each of two figures: "Budi divonis 3 tahun" tells nothing against "Siti divonis 5
/// tahun", nor does "ibu Budi" against "pengacara Budi".
pub fn is_of_other_people(scene: &Scene, words: &SmallWords, (one, other): (&Frame, &Frame)) -> bool {
    let (left, right) = (person_before(scene, one), person_before(scene, other));
    left.zip(right).is_some_and(|((name, of), (other, to))| {
        let is_whose = |noun: &str| words.relations.contains(noun) || words.offices.contains(noun);
        let unlike = !of.starts_with(to) && !to.starts_with(of) && is_whose(of) && is_whose(to);
        !same_name(name, other) || unlike
    })
}

/// The person named last before a figure in its sentence or the one before, who is not told to speak there, and the word before
/// that name.
fn person_before<'a>(scene: &Scene<'a>, frame: &Frame) -> Option<(&'a str, &'a str)> {
    let analysis = scene.readings[frame.reading].analysis;
    let sentences = analysis.document.sentences();
    let start = sentences.get(frame.sentence.saturating_sub(1))?.span.start();
    let speaks = |span: Span| scene.sayings[frame.reading].is_source(span);
    let before = analysis.entities.within(Span::new(start, frame.place.span.start().max(start))).iter().rev();
    let person = before.into_iter().take(NAMES).find(|m| m.kind == EntityKind::Person && !speaks(m.span))?;
    let entity = analysis.entities.entities.get(person.entity.index())?;
    Some((entity.name.as_str(), beside(analysis, person.span).0))
}

/// The names of a figure's sentence near to it, each as its words and with the word before it.
fn named_behind<'a>(scene: &Scene<'a>, frame: &Frame) -> Vec<(EntityKind, &'a str, Vec<String>)> {
    let analysis = scene.readings[frame.reading].analysis;
    let sentence = analysis.document.sentences().get(frame.sentence).map_or_else(Span::default, |s| s.span);
    let mentions = analysis.entities.within(sentence);
    let own = mentions.partition_point(|mention| mention.span.start() < frame.place.span.start());
    let near = mentions.get(own.saturating_sub(NAMES)..mentions.len().min(own + NAMES)).unwrap_or_default();
    let named = near.iter().map(|mention| {
        let name = scene.names.words(analysis.document.slice(mention.span));
        (mention.kind, beside(analysis, mention.span).0, scene.names.bare(&name).to_vec())
    });
    named.filter(|(_, before, _)| before.chars().all(char::is_alphabetic) && !before.is_empty()).collect()
}
