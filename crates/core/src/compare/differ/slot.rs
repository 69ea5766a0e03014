//! Sentences that run alike but name another place, or another source, in the same slot.

use crate::analysis::Analysis;
use crate::compare::differ::Finding;
use crate::compare::differ::agent::{has_title, mention_at};
use crate::compare::differ::gap::{Gap, Item, gaps, items};
use crate::compare::pairing::Pair;
use crate::compare::scene::{Passage, Scene};
use crate::compare::speaker::{name_words, same_name};
use crate::compare::term::SmallWords;
use crate::compare::{DifferenceKind, Place, Telling, Verdict};
use crate::entity::mention::{EntityKind, Mention};
use crate::text::token::TokenKind;

/// How much two sentences must share for their slots to be compared.
const ALIKE: f32 = 0.5;
/// Shared words that must stand close to a slot.
const ANCHORS: usize = 3;
/// Words of a title before the name that opens a sentence.
const TITLE: usize = 10;

/// Names that differ where two sentences otherwise run alike.
pub fn slots(scene: &Scene, words: &SmallWords, pairs: &[Pair]) -> Vec<Finding> {
    let mut found = Vec::new();
    for pair in pairs.iter().filter(|pair| pair.overlap.alike >= ALIKE) {
        let (left, right) = (&scene.sentences[pair.left], &scene.sentences[pair.right]);
        let sides = (items(scene, words, left), items(scene, words, right));
        found.extend(gaps(&sides.0, &sides.1).iter().filter_map(|gap| place(scene, left, right, gap)));
        found.extend(source(scene, left, right));
    }
    found
}

/// Places between the same words, neither of which is named in the other article. Articles that
/// name them in their headlines are about the one and about the other.
fn place(scene: &Scene, left: &Passage, right: &Passage, gap: &Gap) -> Option<Finding> {
    let framed = gap.before.is_some() && gap.after.is_some() && gap.near >= ANCHORS;
    let one = (left, only_place(scene, left, &gap.left)?);
    let other = (right, only_place(scene, right, &gap.right)?);
    let headlines = in_headline(scene, one) || in_headline(scene, other);
    let apart =
        !knows(scene, left, other) && !knows(scene, right, one) && is_sort(name(scene, one), name(scene, other));
    let kind = (DifferenceKind::Place, Verdict::Compatible, "place");
    (framed && apart && !headlines).then(|| finding(scene, kind, one, other))
}

/// A body that opens the one sentence, and a person that opens the other.
fn source(scene: &Scene, left: &Passage, right: &Passage) -> Option<Finding> {
    let one = (left, opening_name(scene.analysis(left), left)?);
    let other = (right, opening_name(scene.analysis(right), right)?);
    let kinds = [one.1.kind, other.1.kind];
    let unlike = kinds.contains(&EntityKind::Person) && kinds.contains(&EntityKind::Organization);
    let said = is_speaker(scene, one) && is_speaker(scene, other);
    let apart = !said && !names(scene, left, other) && !names(scene, right, one);
    let kind = (DifferenceKind::Speaker, Verdict::Precision, "source");
    (unlike && apart).then(|| finding(scene, kind, one, other))
}

type Named<'a> = (&'a Passage, &'a Mention);

fn finding(scene: &Scene, kind: (DifferenceKind, Verdict, &'static str), one: Named, other: Named) -> Finding {
    let telling = |(passage, mention): Named| Telling {
        place: Place { article: passage.place.article, span: mention.span },
        value: scene.analysis(passage).document.slice(mention.span).to_owned(),
    };
    let what = scene.analysis(one.0).document.slice(one.0.place.span).to_owned();
    Finding::new(kind, what, vec![telling(one), telling(other)], 1.4)
}

/// The one place that some items are the words of.
fn only_place<'a>(scene: &Scene<'a>, passage: &Passage, items: &[Item]) -> Option<&'a Mention> {
    let analysis = scene.analysis(passage);
    let first = mention_at(analysis, items.first()?.token).filter(|first| first.kind == EntityKind::Location)?;
    items.iter().all(|item| mention_at(analysis, item.token) == Some(first)).then_some(first)
}

/// The name that opens a sentence: that of a person behind a title, or of the body it begins with.
fn opening_name<'a>(analysis: &'a Analysis, passage: &Passage) -> Option<&'a Mention> {
    let document = &analysis.document;
    let capital = |token: &usize| {
        let word = document.tokens().get(*token).filter(|t| t.kind == TokenKind::Word);
        word.is_some_and(|t| document.slice(t.span).starts_with(char::is_uppercase))
    };
    let named = passage.tokens.clone().take(TITLE).take_while(capital).filter_map(|token| mention_at(analysis, token));
    let person = named.into_iter().find(|mention| mention.kind == EntityKind::Person);
    let person = person.filter(|person| has_title(analysis, person));
    let is_word = |byte: usize| {
        let behind = document.tokens().get(document.token_at(byte));
        behind.is_some_and(|token| token.kind == TokenKind::Word || document.slice(token.span) == "(")
    };
    let body = mention_at(analysis, passage.tokens.start);
    person.or_else(|| body.filter(|body| body.kind == EntityKind::Organization && is_word(body.span.end())))
}

fn name<'a>(scene: &Scene<'a>, (at, mention): Named) -> &'a str {
    scene.analysis(at).entities.entities.get(mention.entity.index()).map_or("", |entity| entity.name.as_str())
}

/// Whether two names share a word that tells what sort of place they are.
fn is_sort(one: &str, other: &str) -> bool {
    let (one, other) = (name_words(one), name_words(other));
    one.iter().any(|word| other.contains(word))
}

/// Whether the article of a passage somewhere names the same.
fn knows(scene: &Scene, passage: &Passage, other: Named) -> bool {
    scene.names_like(passage.reading, name(scene, other))
}

/// Whether a passage itself names the same.
fn names(scene: &Scene, passage: &Passage, other: Named) -> bool {
    let name = name(scene, other);
    scene
        .analysis(passage)
        .entities
        .within(passage.place.span)
        .iter()
        .any(|mention| same_name(self::name(scene, (passage, mention)), name))
}

/// Whether a statement is given to what is named; those are compared by what was said.
fn is_speaker(scene: &Scene, (passage, mention): Named) -> bool {
    scene.sayings[passage.reading].is_source(mention.span)
}

/// Whether the headline has a word of the name.
fn in_headline(scene: &Scene, named: Named) -> bool {
    let analysis = scene.analysis(named.0);
    let title = analysis.document.slice(analysis.header.title.unwrap_or_default());
    let (headline, name) = (name_words(title), name_words(name(scene, named)));
    name.iter().any(|word| headline.contains(word))
}
