//! Who said what: direct, indirect and mixed statements with their speakers.

use serde::{Deserialize, Serialize};

use crate::entity::Entities;
use crate::entity::mention::EntityId;
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

/// What the statement layer must be told about a language.
#[derive(Clone, Debug, Default)]
pub struct Grammar {}

/// Finds the statements of a document, in order of start.
pub fn find(_grammar: &Grammar, _document: &Document, _entities: &Entities, _times: &[Timex]) -> Vec<Statement> {
    Vec::new()
}
