//! Who said what: direct, indirect and mixed statements with their speakers.

mod active;
mod agentless;
mod anaphora;
mod apposition;
mod closing;
mod content;
mod coref;
mod degree;
mod description;
mod direct;
mod draft;
pub mod grammar;
mod headline;
mod indirect;
mod inverted;
mod medium;
mod passive;
mod quotation;
mod reader;
mod retold;
mod source;
mod speaker;
pub mod spelling;
#[cfg(test)]
mod tests;
mod title;
mod topic;
mod unit;

use serde::{Deserialize, Serialize};

use crate::entity::Entities;
use crate::entity::mention::EntityId;
use crate::order::Order;
use crate::statement::agentless::ABOUT_SOMEBODY;
use crate::statement::coref::Resolved;
use crate::statement::draft::Draft;
use crate::statement::grammar::Grammar;
use crate::statement::quotation::Quotation;
use crate::statement::reader::Reader;
use crate::statement::unit::Unit;
use crate::text::document::Document;
use crate::text::span::Span;
use crate::time::expression::Timex;

/// How the words of a statement are given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum StatementKind {
    /// Inside quotation marks.
    Direct,
    /// In the writer's words.
    Indirect,
    /// In the writer's words, with quoted ones among them.
    Mixed,
}

/// What saying something does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SpeechAct {
    /// Says, explains, adds.
    #[default]
    Assert,
    /// Denies.
    Deny,
    /// Asks a question.
    Ask,
    /// Asks for something, orders, urges.
    Request,
    /// Promises.
    Promise,
    /// Warns or threatens.
    Warn,
    /// Accuses or blames.
    Accuse,
    /// Judges, praises, criticises.
    Judge,
    /// Believes, hopes, expects.
    Believe,
}

/// How the text names the speaker.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Reference {
    /// By name.
    Name,
    /// By the clitic "-nya".
    Clitic,
    /// By a pronoun.
    Pronoun,
    /// By a title or description.
    Description,
    /// Not at all: carried over from the neighbouring statement.
    Carried,
    /// Unknown.
    #[default]
    Unknown,
}

/// Who a statement is attributed to, and by what words.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Attribution {
    /// The speaker's canonical name or description; empty when unknown.
    pub speaker: String,
    /// The speaker as an entity of the article, if named.
    pub entity: Option<EntityId>,
    /// The words that name the speaker here ("Psaki", the "nya" of "ujarnya").
    pub source: Option<Span>,
    /// How they name the speaker.
    pub reference: Reference,
    /// The cue ("kata", "mengatakan").
    pub cue: Option<Span>,
    /// The medium it was read in ("dikutip dari CNN").
    pub medium: Option<Span>,
}

/// A reported statement.
#[derive(Clone, Debug, PartialEq)]
pub struct Statement {
    /// What was said, without outer quotation marks, cue or complementiser.
    pub span: Span,
    /// How the words are given.
    pub kind: StatementKind,
    /// Who said it.
    pub attribution: Attribution,
    /// What saying it does.
    pub act: SpeechAct,
    /// The pattern that found it.
    pub rule: &'static str,
    /// Whether speaker and content are sure.
    pub sure: bool,
}

/// Words in quotation marks that are no statement: a title, a term, a slogan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QuotedWords {
    /// The words without the marks.
    pub span: Span,
}

/// Every rule that finds statements; the page has words for each.
pub const RULES: [&str; 25] = [
    "according to, clause",
    "agentless passive cue, clause",
    "clause, according to",
    "clause, cue",
    "clause, cue, clause",
    "clause, passive cue",
    "clause, speaker, cue",
    "clause, thus, speaker",
    "cue, quotation",
    "embedded quotation, cue",
    "headline with colon",
    "medium, clause",
    "noun, speaker, that",
    "passive cue with clitic, predicate",
    "passive cue, agent, clause",
    "passive cue, agent, predicate",
    "passive cue, clause",
    "pointing back, passive cue",
    "quotation alone",
    "quotation, cue",
    "quotation, cue, quotation",
    "quotation, speaker, cue",
    "quotation, unknown cue",
    "somebody, passive cue, predicate",
    "speaker, cue, clause",
];

/// Finds the statements of a document, in order of start.
///
/// Linear in the document's tokens: every look back or ahead is bounded.
pub fn find(grammar: &Grammar, document: &Document, entities: &Entities, times: &[Timex]) -> Vec<Statement> {
    let reader = Reader::new(grammar, document, entities, times);
    let quotations = quotation::pair(&reader);
    let units = unit::split(&reader, &quotations);
    let mut drafts = drafts(&reader, &quotations, &units);
    drafts.retain(|draft| !draft.content.is_empty());
    let speakers = coref::resolve(&reader, &units, &drafts);
    let untold = |draft: &Draft, speaker: &Resolved| draft.rule == ABOUT_SOMEBODY && speaker.speaker.name.is_empty();
    let told = drafts.into_iter().zip(speakers).filter(|(draft, speaker)| !untold(draft, speaker));
    told.map(|(draft, speaker)| statement(&reader, draft, speaker)).collect()
}

/// Finds the words in quotation marks that are none of `statements`, nor part of one.
pub fn quoted_words(grammar: &Grammar, document: &Document, statements: &[Statement]) -> Vec<QuotedWords> {
    let entities = Entities::default();
    let reader = Reader::new(grammar, document, &entities, &[]);
    let direct = |span: Span| {
        let next = statements.partition_point(|statement| statement.span.start() < span.start());
        statements.get(next).is_some_and(|statement| statement.span.start() == span.start())
    };
    let spans = quotation::pair(&reader).into_iter().filter(|quotation| quotation.paired).map(|q| reader.span(q.inner));
    spans.filter(|&span| !direct(span)).map(|span| QuotedWords { span }).collect()
}

fn drafts(reader: &Reader, quotations: &[Quotation], units: &[Unit]) -> Vec<Draft> {
    let mut drafts: Vec<Draft> = Vec::new();
    for (index, unit) in units.iter().enumerate() {
        let mut directs = direct::find(reader, quotations, unit, index);
        let follows = drafts.last().is_some_and(|draft| draft.unit + 1 == index);
        let indirect = indirect::find(reader, quotations, unit, index, &directs, follows);
        let before = index.checked_sub(1).and_then(|at| units.get(at).map(|unit| (at, unit)));
        let free = drafts.last().is_none_or(|draft| draft.unit + 1 < index);
        if free && indirect.is_empty() && directs.drafts.is_empty() {
            drafts.extend(anaphora::find(reader, unit, before));
        }
        let first = drafts.len();
        drafts.append(&mut directs.drafts);
        drafts.extend(indirect);
        if let Some(own) = drafts.get_mut(first..) {
            own.order_by_key(|draft| draft.content.start);
            for draft in own {
                draft.medium = medium::of(reader, unit, draft);
            }
        }
    }
    drafts
}

fn statement(reader: &Reader, draft: Draft, resolved: Resolved) -> Statement {
    debug_assert!(RULES.contains(&draft.rule), "{}", draft.rule);
    let medium = Some(draft.medium).filter(|tokens| !tokens.is_empty()).map(|tokens| reader.span(tokens));
    let attribution = Attribution {
        speaker: resolved.speaker.name,
        entity: resolved.speaker.entity,
        source: resolved.source.filter(|span| !span.is_empty()),
        reference: resolved.reference,
        cue: draft.cue.map(|at| reader.span(at..at + 1)),
        medium,
    };
    Statement {
        span: reader.span(draft.content),
        kind: draft.kind,
        sure: draft.sure && resolved.sure && !attribution.speaker.is_empty(),
        attribution,
        act: draft.act,
        rule: draft.rule,
    }
}
