//! A person's office, told differently.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::analysis::Analysis;
use crate::compare::differ::Finding;
use crate::compare::differ::name::distance;
use crate::compare::scene::Scene;
use crate::compare::speaker::same_name;
use crate::compare::{DifferenceKind, Place, Telling, Verdict};
use crate::entity::mention::{EntityKind, Mention};
use crate::text::token::TokenKind;

/// A title in front of a person's name.
struct Title {
    person: String,
    words: Vec<String>,
    telling: Telling,
}

/// Words of a title, at most.
const LONGEST: usize = 10;

/// Titles of one person that open alike but go on differently.
pub fn titles(scene: &Scene) -> Vec<Finding> {
    let mut people: BTreeMap<String, Vec<Title>> = BTreeMap::new();
    for title in (0..scene.readings.len()).flat_map(|reading| titles_in(scene, reading)) {
        let known = people.keys().find(|name| same_name(name, &title.person)).cloned();
        people.entry(known.unwrap_or_else(|| title.person.clone())).or_default().push(title);
    }
    people.into_iter().filter_map(|(person, titles)| differing(person, &titles)).collect()
}

fn differing(person: String, titles: &[Title]) -> Option<Finding> {
    let other = |a: &[String], b: &[String]| {
        let lacks = |a: &[String], b: &[String]| a.iter().any(|word| !b.iter().any(|w| alike(word, w)));
        a.first() == b.first() && lacks(a, b) && lacks(b, a)
    };
    let distinct: BTreeSet<&[String]> = titles.iter().map(|title| title.words.as_slice()).collect();
    let is_odd = |a: &[String]| distinct.iter().any(|b| other(a, b));
    let odd: BTreeSet<&[String]> = distinct.iter().copied().filter(|a| is_odd(a)).collect();
    let odd: Vec<&Title> = titles.iter().filter(|title| odd.contains(title.words.as_slice())).collect();
    (odd.len() > 1).then(|| {
        let values = odd.iter().map(|title| title.telling.clone()).collect();
        Finding::new((DifferenceKind::Name, Verdict::Precision, "title"), person, values, 1.4)
    })
}

/// Whether two words are one, written with a slip or cut short.
fn alike(one: &str, other: &str) -> bool {
    one.starts_with(other) || other.starts_with(one) || 4 * distance(one, other) <= one.chars().count()
}

fn titles_in(scene: &Scene, reading: usize) -> Vec<Title> {
    let analysis = scene.readings[reading].analysis;
    let people = analysis.entities.mentions.iter().filter(|m| m.kind == EntityKind::Person);
    let outside = |m: &&Mention| !analysis.document.in_furniture(m.span.start()) && !scene.is_copied(reading, m.span);
    let body = people.filter(outside);
    body.filter_map(|mention| title(scene, reading, mention)).collect()
}

fn title(scene: &Scene, reading: usize, mention: &Mention) -> Option<Title> {
    let analysis = scene.readings[reading].analysis;
    let tokens = title_tokens(analysis, mention);
    let words = spelled_out(analysis, tokens.clone());
    let span = analysis.document.span_of(tokens);
    let value = analysis.document.slice(span).to_owned();
    let place = Place { article: scene.readings[reading].article, span };
    let person = analysis.entities.entities.get(mention.entity.index())?.name.clone();
    (words.len() > 2).then_some(Title { person, words, telling: Telling { place, value } })
}

/// The folded words of a title, short forms left out: they may stand for any of the others.
fn spelled_out(analysis: &Analysis, tokens: Range<usize>) -> Vec<String> {
    let document = &analysis.document;
    let tokens = document.tokens().get(tokens).unwrap_or_default().iter();
    let words = tokens.filter(|token| !document.slice(token.span).chars().skip(1).all(char::is_uppercase));
    words.map(|token| document.folded(token).to_owned()).collect()
}

/// The capitalised words right in front of a name, with a comma between at most.
fn title_tokens(analysis: &Analysis, mention: &Mention) -> Range<usize> {
    let document = &analysis.document;
    let own = document.token_at(mention.span.start());
    let first = document.sentences().get(document.sentence_of(own)).map_or(own, |s| s.tokens.start);
    let capital = |i: usize| {
        let token = document.tokens().get(i).filter(|t| t.kind == TokenKind::Word);
        token.is_some_and(|t| document.slice(t.span).starts_with(char::is_uppercase))
    };
    let comma = own > first && document.tokens().get(own - 1).is_some_and(|t| document.slice(t.span) == ",");
    let end = if comma { own - 1 } else { own };
    let mut start = end;
    while start > first && end - start < LONGEST && capital(start - 1) {
        start -= 1;
    }
    start..end
}
