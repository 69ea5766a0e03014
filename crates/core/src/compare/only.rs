//! What only one article tells.

use std::collections::HashMap;

use crate::compare::Place;
use crate::compare::pairing::Pair;
use crate::compare::sayings::is_said;
use crate::compare::scene::{Bag, Passage, Scene};
use crate::compare::term::{SmallWords, Term};
use crate::compare::utterance::{Link, is_same};
use crate::order::Order;
use crate::text::span::{Span, within};
use crate::text::token::TokenKind;

/// Terms a sentence must have to be told of.
const TERMS: usize = 4;
/// Share of a sentence's weight that no other article may have, at least.
const NEW: f32 = 0.4;

/// Sentences of one article that are shown at most.
const SHOWN: usize = 8;

/// How alike two articles are of which one is taken for a reprint of the other.
const REPRINT: f32 = 0.8;

/// Share of the shorter one of two sentences that is in the other one of the same article, when it says the same again.
const AGAIN: f32 = 0.65;

/// Share of the shorter one that two sentences of two articles have in common when each tells what the other does.
const TOLD: f32 = 0.45;

/// What is left of a sentence's worth when it hangs on the one before.
const HANGING: f32 = 0.6;
/// Words at the beginning of a sentence among which one points back ("this match").
const OPENING: usize = 4;

/// Sentences whose facts no other article of the event has, most newsworthy first. Reprints are one article.
pub fn only(scene: &Scene, words: &SmallWords, links: &[Link], pairs: &[Pair]) -> Vec<Place> {
    let articles = Articles::of(scene);
    if articles.bodies.len() < 2 {
        return Vec::new();
    }
    let told = told_elsewhere(scene, &articles, links, pairs);
    let mut found: Vec<(f32, usize)> = Vec::new();
    for (index, passage) in scene.sentences.iter().enumerate().filter(|(_, own)| articles.is_first(own.reading)) {
        let own = articles.of[passage.reading];
        let new = articles.new_weight(own, &passage.bag);
        let enough = passage.bag.terms.len() >= TERMS && new >= NEW * passage.bag.weight;
        let is_news = enough && is_sentence(scene, passage);
        if is_news && (!told.contains_key(&index) || adds_a_number(scene, &articles, (index, passage), &told)) {
            let hangs = if hangs_on(scene, words, passage) { HANGING } else { 1.0 };
            found.push((hangs * new * news_value(scene, passage, &articles), index));
        }
    }
    found.order_by(|a, b| {
        let place = |index: usize| scene.sentences[index].place;
        b.0.total_cmp(&a.0).then_with(|| place(a.1).cmp(&place(b.1)))
    });
    let mut kept: Vec<&Passage> = Vec::new();
    let mut shown = vec![0; scene.readings.len()];
    for passage in found.into_iter().map(|(_, index)| &scene.sentences[index]) {
        let is_again = |other: &&Passage| {
            let most = if other.reading == passage.reading { AGAIN } else { TOLD };
            other.bag.overlap(&passage.bag).contained >= most
        };
        if shown[passage.reading] < SHOWN && !kept.iter().any(is_again) {
            shown[passage.reading] += 1;
            kept.push(passage);
        }
    }
    kept.into_iter().map(|passage| passage.place).collect()
}

/// The articles of a scene, reprints together.
struct Articles {
    /// What each tells.
    bodies: Vec<Bag>,
    /// For each reading which of them it is, or a reprint of.
    of: Vec<usize>,
    /// For each of them the first reading.
    first: Vec<usize>,
}

impl Articles {
    fn of(scene: &Scene) -> Self {
        let mut articles = Self { bodies: Vec::new(), of: Vec::new(), first: Vec::new() };
        for (number, reading) in scene.readings.iter().enumerate() {
            let body = scene.bag(number, 0..reading.terms.len());
            let twin = articles.bodies.iter().position(|known| known.overlap(&body).alike >= REPRINT);
            articles.of.push(twin.unwrap_or(articles.bodies.len()));
            if twin.is_none() {
                articles.bodies.push(body);
                articles.first.push(number);
            }
        }
        articles
    }

    /// Whether a reading is no reprint of an earlier one.
    fn is_first(&self, reading: usize) -> bool {
        self.first[self.of[reading]] == reading
    }

    /// Whether a term is used by another article than this.
    fn is_known(&self, own: usize, term: Term) -> bool {
        self.bodies.iter().enumerate().any(|(other, bag)| other != own && bag.has(term))
    }

    /// The weight of the terms of a sentence that no other article uses.
    fn new_weight(&self, own: usize, bag: &Bag) -> f32 {
        let new = bag.terms.iter().filter(|(term, _)| !self.is_known(own, *term));
        new.map(|(_, weight)| weight).sum()
    }
}

/// Sentences that other articles tell too, each with those sentences of theirs that tell the same.
type Told = HashMap<usize, Vec<usize>>;

/// Sentences that are aligned with one of another article, or hold an utterance that is told there.
fn told_elsewhere(scene: &Scene, articles: &Articles, links: &[Link], pairs: &[Pair]) -> Told {
    let are_two = |one: &Passage, other: &Passage| articles.of[one.reading] != articles.of[other.reading];
    let mut told = Told::new();
    for pair in pairs.iter().filter(|pair| are_two(&scene.sentences[pair.left], &scene.sentences[pair.right])) {
        told.entry(pair.left).or_default().push(pair.right);
        told.entry(pair.right).or_default().push(pair.left);
    }
    let same = links.iter().filter(|link| is_same(scene, link));
    let same = same.filter(|link| are_two(&scene.statements[link.left], &scene.statements[link.right]));
    let mut said: HashMap<usize, Vec<Span>> = HashMap::new();
    for Place { article, span } in same.flat_map(|link| [link.left, link.right]).map(|i| scene.statements[i].place) {
        said.entry(article).or_default().push(span);
    }
    said.values_mut().for_each(|spans| {
        spans.order();
        spans.dedup();
    });
    let holds = |place: Place| {
        let spans = said.get(&place.article).map_or(&[][..], Vec::as_slice);
        !within(spans, place.span, |span| *span).is_empty()
    };
    for (index, _) in scene.sentences.iter().enumerate().filter(|(_, sentence)| holds(sentence.place)) {
        told.entry(index).or_default();
    }
    told
}
/// The numbers of a sentence.
fn numbers(scene: &Scene, passage: &Passage) -> Bag {
    let document = &scene.analysis(passage).document;
    let is_number = |token: &usize| document.tokens().get(*token).is_some_and(|token| token.kind == TokenKind::Number);
    scene.bag(passage.reading, passage.tokens.clone().filter(is_number))
}

/// Whether a sentence has a number that no other article has, beside all those of the sentences that tell the same: then that is
/// told here only, whatever is around it. Another number in the place of one is a difference.
fn adds_a_number(scene: &Scene, articles: &Articles, (index, passage): (usize, &Passage), told: &Told) -> bool {
    let Some(others) = told.get(&index).filter(|others| !others.is_empty()) else { return false };
    let own = numbers(scene, passage);
    let has_all = |other: &usize| numbers(scene, &scene.sentences[*other]).terms.iter().all(|(term, _)| own.has(*term));
    let is_new = |term: Term| !articles.is_known(articles.of[passage.reading], term);
    own.terms.iter().any(|(term, _)| is_new(*term)) && others.iter().all(has_all)
}

/// Whether a sentence goes on from the one before or points back to it with one of its first words, so that alone it tells little.
fn hangs_on(scene: &Scene, words: &SmallWords, passage: &Passage) -> bool {
    let document = &scene.analysis(passage).document;
    let first = document.tokens().get(passage.tokens.clone()).unwrap_or_default().iter().take(OPENING);
    let mut first =
        first.filter(|token| token.kind != TokenKind::Punctuation).map(|token| document.folded(token)).enumerate();
    first.any(|(at, word)| words.pointing.contains(word) || at == 0 && words.openers.contains(word))
}

/// Whether a passage ends as sentences do: headlines, signatures and lists tell nothing by themselves.
fn is_sentence(scene: &Scene, passage: &Passage) -> bool {
    let document = &scene.analysis(passage).document;
    let title = scene.analysis(passage).header.title.is_some_and(|title| title.overlaps(passage.place.span));
    !title && document.slice(passage.place.span).trim_end().ends_with(['.', '!', '?', '"', '”', '’', '\'', ',', ')'])
}

/// More for sentences with names, figures and statements that are told here only, and for those near the top.
fn news_value(scene: &Scene, passage: &Passage, articles: &Articles) -> f32 {
    let analysis = scene.analysis(passage);
    let (span, own) = (passage.place.span, articles.of[passage.reading]);
    let is_new = |fact: Span| {
        let bag = || scene.bag(passage.reading, analysis.document.tokens_in(fact));
        span.contains(fact) && bag().terms.iter().any(|&(term, _)| !articles.is_known(own, term))
    };
    let facts = [
        analysis.entities.within(span).iter().any(|mention| is_new(mention.span)),
        within(&analysis.figures, span, |figure| figure.span).iter().any(|figure| is_new(figure.span)),
        is_said(analysis, span),
    ];
    let length = analysis.document.text().len().max(1) as f32;
    let depth = span.start() as f32 / length;
    (1.0 + 0.4 * facts.iter().filter(|&&fact| fact).count() as f32) * (1.2 - 0.5 * depth)
}
