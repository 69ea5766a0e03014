//! Where in an article something is said, for looking up.

use crate::analysis::Analysis;
use crate::order::Order;
use crate::statement::Statement;
use crate::text::span::{Span, within};
use crate::time::expression::Timex;

/// Statements that lie inside one another, at most.
const NESTED: usize = 8;

/// What an article lets people say, by place: asking it takes as long in a book as in a line.
#[derive(Clone, Debug)]
pub struct Sayings<'a> {
    analysis: &'a Analysis,
    /// The cues, in order, each with its statement (index).
    cues: Vec<(Span, usize)>,
    /// The words that name the speakers, in order.
    sources: Vec<Span>,
    /// Sentences with the cue or, without one, the source of a statement, in order, each with the first such statement.
    sentences: Vec<(usize, usize)>,
}

impl<'a> Sayings<'a> {
    /// Those of an article.
    pub fn of(analysis: &'a Analysis) -> Self {
        let by = || analysis.statements.iter().map(|said| &said.attribution).enumerate();
        let mut cues: Vec<(Span, usize)> = by().filter_map(|(at, by)| Some((by.cue?, at))).collect();
        cues.order();
        let mut sources: Vec<Span> = by().filter_map(|(_, by)| by.source).collect();
        sources.order();
        sources.dedup();
        let all = 0..analysis.statements.len();
        let mut sentences: Vec<(usize, usize)> = all.filter_map(|at| Some((cue_sentence(analysis, at)?, at))).collect();
        sentences.order();
        sentences.dedup_by_key(|(sentence, _)| *sentence);
        Self { analysis, cues, sources, sentences }
    }

    /// Whether a part of a stretch is what somebody said.
    pub fn is_said(&self, span: Span) -> bool {
        is_said(self.analysis, span)
    }

    /// Whether a part of a stretch is the cue of a statement.
    pub fn is_cue(&self, span: Span) -> bool {
        !within(&self.cues, span, |(cue, _)| *cue).is_empty()
    }

    /// Whether a part of a stretch names the speaker of a statement.
    pub fn is_source(&self, span: Span) -> bool {
        !within(&self.sources, span, |source| *source).is_empty()
    }

    /// The statements whose cue stands in a stretch, in order.
    pub fn cued_in(&self, span: Span) -> impl Iterator<Item = &'a Statement> {
        let mut found: Vec<usize> = within(&self.cues, span, |(cue, _)| *cue).iter().map(|(_, at)| *at).collect();
        found.order();
        let statements = &self.analysis.statements;
        found.into_iter().filter_map(|at| statements.get(at))
    }

    /// The statement (index) that was made at `time`: the time stands in the sentence of its cue or
    /// source, outside of all that was said.
    pub fn occasion(&self, time: &Timex) -> Option<usize> {
        let document = &self.analysis.document;
        let sentence = document.sentence_of(document.token_at(time.span.start()));
        let at = self.sentences.binary_search_by_key(&sentence, |(sentence, _)| *sentence).ok()?;
        self.sentences.get(at).map(|(_, at)| *at).filter(|_| !self.is_said(time.span))
    }
}

/// Whether a part of a stretch of an article is what somebody said there.
pub fn is_said(analysis: &Analysis, span: Span) -> bool {
    said_over(analysis, span).next().is_some()
}

/// The statements of an article of which a part stands in a stretch, the last of them at least.
pub fn said_over(analysis: &Analysis, span: Span) -> impl Iterator<Item = &Statement> {
    let before = analysis.statements.partition_point(|said| said.span.start() < span.end());
    analysis.statements.iter().take(before).rev().take(NESTED).filter(move |said| said.span.overlaps(span))
}

/// The sentence (index) of a statement's cue or, without one, its source.
pub fn cue_sentence(analysis: &Analysis, statement: usize) -> Option<usize> {
    let by = &analysis.statements.get(statement)?.attribution;
    let words = by.cue.or(by.source)?;
    Some(analysis.document.sentence_of(analysis.document.token_at(words.start())))
}
