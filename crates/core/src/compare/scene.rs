//! The articles of one event, read for comparing: their sentences and statements as bags of terms.

use std::collections::HashMap;
use std::ops::Range;

use crate::analysis::Analysis;
use crate::compare::copies::Copies;
use crate::compare::sayings::Sayings;
use crate::compare::speaker::Form;
use crate::compare::term::{SmallWords, Term};
use crate::compare::{Grammar, Place};
use crate::entity::name::Names;
use crate::order::Order;
use crate::statement::Statement;
use crate::text::document::Document;
use crate::text::span::Span;
use crate::text::token::TokenKind;

/// How much a term tells, by how few of the compared articles use it.
#[derive(Clone, Debug, Default)]
pub struct Rarity {
    articles: f32,
    background: f32,
    seen: HashMap<Term, u32>,
}

/// Articles taken to exist besides those given.
const BACKGROUND: f32 = 12.0;

impl Rarity {
    /// Counts in how many of the articles each term stands.
    pub fn of<'a>(articles: impl Iterator<Item = &'a [Option<Term>]>) -> Self {
        let mut rarity = Self { background: BACKGROUND, ..Self::default() };
        for terms in articles {
            rarity.articles += 1.0;
            let mut distinct: Vec<Term> = terms.iter().copied().flatten().collect();
            distinct.order();
            distinct.dedup();
            for term in distinct {
                *rarity.seen.entry(term).or_default() += 1;
            }
        }
        rarity
    }

    /// The weight of a term, above 0.
    pub fn weight(&self, term: Term) -> f32 {
        let seen = self.seen.get(&term).copied().unwrap_or(0) as f32;
        ((self.articles + self.background) / (seen + 1.0)).ln().max(0.1)
    }
}

/// The distinct terms of a stretch of text with their weights.
#[derive(Clone, Debug, Default)]
pub struct Bag {
    /// In order of term.
    pub terms: Vec<(Term, f32)>,
    /// Sum of the weights.
    pub weight: f32,
}

/// How much two bags share.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Overlap {
    /// Number of terms in both.
    pub terms: usize,
    /// Share of the smaller bag's weight that is in both.
    pub contained: f32,
    /// Share of both bags' weight that is in both.
    pub alike: f32,
}

impl Bag {
    /// The bag of some terms.
    pub fn of(terms: impl Iterator<Item = Term>, weight: impl Fn(Term) -> f32) -> Self {
        let mut terms: Vec<(Term, f32)> = terms.map(|term| (term, weight(term))).collect();
        terms.order_by_key(|&(term, _)| term);
        terms.dedup_by_key(|&mut (term, _)| term);
        let weight = terms.iter().map(|(_, weight)| weight).sum();
        Self { terms, weight }
    }

    /// Whether a term is in the bag.
    pub fn has(&self, term: Term) -> bool {
        self.terms.binary_search_by_key(&term, |&(t, _)| t).is_ok()
    }

    /// What this bag and another share.
    pub fn overlap(&self, other: &Self) -> Overlap {
        let shared = self.terms.iter().filter(|&&(term, _)| other.has(term));
        let (terms, weight) = shared.fold((0, 0.0), |(n, sum), (_, weight)| (n + 1, sum + weight));
        let part = |whole: f32| if whole > 0.0 { weight / whole } else { 0.0 };
        Overlap {
            terms,
            contained: part(self.weight.min(other.weight)),
            alike: part(f32::midpoint(self.weight, other.weight)),
        }
    }
}

/// One article of the scene.
#[derive(Clone, Copy, Debug)]
pub struct Reading<'a> {
    /// Index of the article among all compared ones.
    pub article: usize,
    /// Its facts.
    pub analysis: &'a Analysis,
    /// The term of each token.
    pub terms: &'a [Option<Term>],
}

impl<'a> Reading<'a> {
    /// The terms of each sentence.
    fn sentences(&self) -> impl Iterator<Item = &'a [Option<Term>]> + use<'a> {
        let terms = self.terms;
        let sentences = self.analysis.document.sentences().iter();
        sentences.map(move |sentence| terms.get(sentence.tokens.clone()).unwrap_or_default())
    }

    /// Whether a stretch is part of what the article tells: not in furniture, not in its date line.
    pub fn tells(&self, span: Span) -> bool {
        let Analysis { document, header, .. } = self.analysis;
        !document.in_furniture(span.start()) && header.date_line.is_none_or(|line| !line.overlaps(span))
    }

    /// The statements outside of furniture, with their indices.
    pub fn statements(&self) -> impl Iterator<Item = (usize, &'a Statement)> + use<'a> {
        let Analysis { document, statements, .. } = self.analysis;
        statements.iter().enumerate().filter(|(_, statement)| !document.in_furniture(statement.span.start()))
    }
}

/// A stretch of text of one article, as a bag.
#[derive(Clone, Debug)]
pub struct Passage {
    /// Index into the scene's readings.
    pub reading: usize,
    /// Index of the sentence or statement in its article.
    pub index: usize,
    /// Where it stands.
    pub place: Place,
    /// Its tokens.
    pub tokens: Range<usize>,
    /// What it tells.
    pub bag: Bag,
}

/// The articles of one event.
#[derive(Clone, Debug)]
pub struct Scene<'a> {
    /// When two names name the same.
    pub names: &'a Names,
    /// In order of article.
    pub readings: Vec<Reading<'a>>,
    /// What each article lets people say, by place.
    pub sayings: Vec<Sayings<'a>>,
    /// The forms of the names of each article.
    forms: Vec<Vec<Form>>,
    /// Weights of terms among all compared articles.
    pub rarity: &'a Rarity,
    /// Weights of terms among the sentences of this event.
    pub focus: Rarity,
    /// What is told again word for word once too often; it is in none of the lists that follow.
    pub copies: Copies,
    /// The sentences of the bodies, furniture and header lines left out.
    pub sentences: Vec<Passage>,
    /// The clauses of the sentences.
    pub clauses: Vec<Passage>,
    /// The statements.
    pub statements: Vec<Passage>,
}

impl<'a> Scene<'a> {
    /// Reads the articles of one event.
    pub fn new(grammar: &'a Grammar, readings: Vec<Reading<'a>>, rarity: &'a Rarity) -> Self {
        let copies = Copies::of(&readings);
        let new = |(number, reading): (usize, &Reading<'a>)| {
            let own = reading.sentences().enumerate();
            own.filter(|(index, _)| !copies.is_sentence(number, *index)).map(|(_, terms)| terms).collect::<Vec<_>>()
        };
        let focus = Rarity::of(readings.iter().enumerate().flat_map(new));
        let empty = Vec::new;
        let names = &grammar.names;
        let forms_of = |reading: &Reading| {
            let entities = &reading.analysis.entities.entities;
            entities.iter().map(|entity| Form::named(&entity.name)).collect()
        };
        let forms = readings.iter().map(forms_of).collect();
        let sayings = readings.iter().map(|reading| Sayings::of(reading.analysis)).collect();
        let mut scene = Self {
            names,
            readings,
            sayings,
            forms,
            rarity,
            focus,
            copies,
            sentences: empty(),
            clauses: empty(),
            statements: empty(),
        };
        for reading in 0..scene.readings.len() {
            scene.read(&grammar.words, reading);
        }
        scene
    }

    fn read(&mut self, words: &SmallWords, reading: usize) {
        let own = self.readings[reading];
        let analysis = own.analysis;
        for (index, sentence) in analysis.document.sentences().iter().enumerate() {
            if own.tells(sentence.span) && !self.copies.is_sentence(reading, index) {
                self.sentences.push(self.passage(reading, index, sentence.tokens.clone()));
                for clause in clauses(words, &analysis.document, sentence.tokens.clone()) {
                    self.clauses.push(self.passage(reading, index, clause));
                }
            }
        }
        for (index, statement) in own.statements() {
            if !self.copies.is_statement(reading, index) {
                let tokens = analysis.document.tokens_in(statement.span);
                let mut passage = self.passage(reading, index, tokens);
                passage.place.span = statement.span;
                self.statements.push(passage);
            }
        }
    }

    /// The article's facts behind a passage.
    pub fn analysis(&self, passage: &Passage) -> &'a Analysis {
        self.readings[passage.reading].analysis
    }

    /// Whether an article names somebody or something like this.
    pub fn names_like(&self, reading: usize, name: &str) -> bool {
        let form = Form::named(name);
        self.forms[reading].iter().any(|own| own.is_one(&form))
    }

    /// Whether the sentence that a stretch begins in is a further copy.
    pub fn is_copied(&self, reading: usize, span: Span) -> bool {
        let document = &self.readings[reading].analysis.document;
        self.copies.is_sentence(reading, document.sentence_of(document.token_at(span.start())))
    }

    /// What a term weighs here.
    pub fn weight(&self, term: Term) -> f32 {
        self.rarity.weight(term) * self.focus.weight(term)
    }

    /// The bag of some tokens of a reading.
    pub fn bag(&self, reading: usize, tokens: impl Iterator<Item = usize>) -> Bag {
        let terms = self.readings[reading].terms;
        Bag::of(tokens.filter_map(|token| terms.get(token).copied().flatten()), |term| self.weight(term))
    }

    fn passage(&self, reading: usize, index: usize, tokens: Range<usize>) -> Passage {
        let Reading { article, analysis, .. } = self.readings[reading];
        let place = Place { article, span: analysis.document.span_of(tokens.clone()) };
        Passage { reading, index, place, bag: self.bag(reading, tokens.clone()), tokens }
    }
}

/// A sentence cut at commas, brackets and quotation marks and before words that open a clause.
fn clauses(words: &SmallWords, document: &Document, tokens: Range<usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = tokens.start;
    for at in tokens.clone() {
        let Some(token) = document.tokens().get(at) else { break };
        let joined = document.tokens().get(at + 1).is_some_and(|next| next.joined);
        let sign = token.kind == TokenKind::Punctuation && !(token.joined && joined);
        if sign || words.clauses.contains(document.folded(token)) {
            found.push(start..at);
            start = if sign { at + 1 } else { at };
        }
    }
    found.push(start..tokens.end);
    found.retain(|clause| clause.len() > 1);
    found
}
