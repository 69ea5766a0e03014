//! What articles of one event have in common and where they differ, for reports to read: in pieces that each form of report
//! writes out in its own signs.

use silang_core::facts::{ComparisonFacts, DifferenceFact, DocAt, EntityFact, Facts, StatementFact, TellingFact};

use crate::context::context;
use crate::export::Written;
use crate::order;
use crate::view::layer::Layer;
use crate::words::Language;

/// A piece of a report.
pub enum Piece {
    /// A heading of this rank, 1 being the highest.
    Heading(usize, String),
    /// A paragraph.
    Line(String),
    /// A list.
    Items(Vec<Item>),
    /// A table, its first row the head.
    Table(Vec<Vec<String>>),
}

/// A line of a list, and those that belong to it.
pub struct Item(pub Vec<Run>, pub Vec<Vec<Run>>);

/// Words of a line that look alike.
pub enum Run {
    /// Plain ones.
    Plain(String),
    /// Those that matter.
    Strong(String),
}

/// Names of one kind that are listed at most.
const NAMES: usize = 25;
/// Sentences of which only one article tells that are listed at most.
const ONLY: usize = 12;

/// Words of a headline that stand for it.
const FIRST_WORDS: usize = 6;

/// The comparisons of all events that several of the articles tell.
pub fn pieces(all: &[Written], found: &ComparisonFacts, language: Language) -> Vec<Piece> {
    let together = found.events.iter().filter(|event| event.len() > 1);
    together.flat_map(|event| Event { all, found, docs: event, language }.pieces()).collect()
}

/// The articles of one event.
struct Event<'a> {
    all: &'a [Written<'a>],
    found: &'a ComparisonFacts,
    docs: &'a [String],
    language: Language,
}

fn listed(out: &mut Vec<Piece>, name: &str, items: Vec<Item>) {
    if !items.is_empty() {
        out.extend([Piece::Heading(2, name.to_owned()), Piece::Items(items)]);
    }
}

/// A statement less the comma before its cue.
pub fn quoted(text: &str) -> &str {
    text.trim_end_matches(',')
}

impl Event<'_> {
    fn article(&self, doc: &str) -> Option<&Written<'_>> {
        self.all.iter().find(|written| written.facts.doc == doc)
    }

    fn is_here(&self, place: &DocAt) -> bool {
        self.docs.contains(&place.doc)
    }

    /// The outlet of an article, or the first words of its headline where that is unknown or another article has the same.
    fn label(&self, doc: &str) -> String {
        let Some(Facts { outlet, title, .. }) = self.article(doc).map(|written| &written.facts) else {
            return doc.to_owned();
        };
        let same = |other: &&String| self.article(other).is_some_and(|written| written.facts.outlet == *outlet);
        if !outlet.is_empty() && self.docs.iter().filter(same).count() == 1 {
            return outlet.clone();
        }
        let words: Vec<&str> = title.split_whitespace().collect();
        let more = if words.len() > FIRST_WORDS { " …" } else { "" };
        words.into_iter().take(FIRST_WORDS).collect::<Vec<_>>().join(" ") + more
    }

    /// The words of a place with those around it.
    fn told(&self, place: &DocAt) -> Vec<Run> {
        let text = self.article(&place.doc).map_or("", |written| written.text);
        let [before, own, after] = context(text, place.at);
        vec![
            Run::Plain(format!("{}: {}", self.label(&place.doc), before.trim_start())),
            Run::Strong(own.to_owned()),
            Run::Plain(after.to_owned()),
        ]
    }

    fn pieces(&self) -> Vec<Piece> {
        let language = self.language;
        let title = self.docs.first().and_then(|doc| self.article(doc)).map_or("", |first| &first.facts.title);
        let mut out = vec![
            Piece::Heading(1, format!("{}: {title}", language.compare())),
            Piece::Line(self.headline()),
            Piece::Table(self.articles()),
        ];
        listed(&mut out, language.differences(), self.differences());
        listed(&mut out, language.statements(), self.utterances());
        for layer in [Layer::Person, Layer::Organization, Layer::Location] {
            let rows = self.names(layer);
            if rows.len() > 1 {
                out.extend([Piece::Heading(2, language.layer(layer).to_owned()), Piece::Table(rows)]);
            }
        }
        listed(&mut out, language.only_heading(), self.only());
        out
    }

    fn headline(&self) -> String {
        let in_every = |entity: &&EntityFact| {
            Layer::from(entity.kind) == Layer::Person
                && self.docs.iter().all(|doc| entity.mentions.iter().any(|mention| mention.doc == *doc))
        };
        let people = self.found.entities.iter().filter(in_every).count();
        self.language.headline(self.docs.len(), people, self.utterances().len(), self.differences().len())
    }

    fn articles(&self) -> Vec<Vec<String>> {
        let language = self.language;
        let head = [language.outlet(), language.headline_field(), language.published()].map(str::to_owned).to_vec();
        let row = |doc: &String| {
            let facts = &self.article(doc)?.facts;
            let outlet = if facts.outlet.is_empty() { doc } else { &facts.outlet };
            Some(vec![outlet.clone(), facts.title.clone(), language.when(&facts.published)])
        };
        std::iter::once(head).chain(self.docs.iter().filter_map(row)).collect()
    }

    /// Each difference with the reason why it is one, and what is told, by whom, in which words.
    fn differences(&self) -> Vec<Item> {
        let language = self.language;
        let here =
            self.found.differences.iter().filter(|fact| fact.values.iter().any(|told| self.is_here(&told.place)));
        let item = |fact: &DifferenceFact| {
            let told = format!("{} ({}): {}", language.difference(fact.kind), language.verdict_of(fact), fact.what);
            let why = format!(" – {}", language.difference_rule(&fact.why));
            let mut known: Vec<(&str, &str)> = Vec::new();
            let mut tellings = Vec::new();
            for TellingFact { place, value } in &fact.values {
                // An article that tells the same again is not asked again.
                if !known.contains(&(&place.doc, value)) {
                    known.push((&place.doc, value));
                    tellings.push(self.told(place));
                }
            }
            Item(vec![Run::Strong(told), Run::Plain(why)], tellings)
        };
        here.map(item).collect()
    }

    /// Each utterance that several articles tell, with all its wordings.
    fn utterances(&self) -> Vec<Item> {
        let here = self.found.statements.iter().filter(|places| places.iter().any(|place| self.is_here(place)));
        let item = |places: &Vec<DocAt>| {
            let fact = |place: &DocAt| {
                let written = self.article(&place.doc)?;
                written.facts.statements.iter().find(|fact| fact.at == place.at)
            };
            let told: Vec<_> = places.iter().filter_map(|place| Some((place, fact(place)?))).collect();
            let named = told.iter().map(|(_, fact)| fact.speaker.as_str()).find(|speaker| !speaker.is_empty());
            let speaker = named.unwrap_or(self.language.unknown_speaker()).to_owned();
            let wording = |(place, fact): &(&DocAt, &StatementFact)| {
                let (label, text) = (self.label(&place.doc), quoted(&fact.text));
                let kind = self.language.statement_kind(fact.kind).to_lowercase();
                vec![Run::Plain(format!("{label} ({kind}): {text}"))]
            };
            Item(vec![Run::Strong(speaker)], told.iter().map(wording).collect())
        };
        here.map(item).collect()
    }

    /// Names of one kind × articles, those of most articles first.
    fn names(&self, layer: Layer) -> Vec<Vec<String>> {
        let mut rows = Vec::new();
        for entity in self.found.entities.iter().filter(|entity| Layer::from(entity.kind) == layer) {
            let count = |doc: &String| entity.mentions.iter().filter(|mention| mention.doc == *doc).count();
            let counts: Vec<usize> = self.docs.iter().map(count).collect();
            let articles = counts.iter().filter(|&&count| count > 0).count();
            if articles > 0 {
                rows.push((articles, counts.iter().sum::<usize>(), &entity.name, counts));
            }
        }
        order::sort_by_key(&mut rows, |(articles, sum, ..)| std::cmp::Reverse((*articles, *sum)));
        let cell = |count: &usize| if *count > 0 { count.to_string() } else { "–".to_owned() };
        let row = |(_, _, name, counts): &(usize, usize, &String, Vec<usize>)| {
            std::iter::once((*name).clone()).chain(counts.iter().map(cell)).collect()
        };
        let head = std::iter::once(String::new()).chain(self.docs.iter().map(|doc| self.label(doc))).collect();
        std::iter::once(head).chain(rows.iter().take(NAMES).map(row)).collect()
    }

    fn only(&self) -> Vec<Item> {
        let here = self.found.only.iter().filter(|place| self.is_here(place)).take(ONLY);
        here.map(|place| Item(self.told(place), Vec::new())).collect()
    }
}
