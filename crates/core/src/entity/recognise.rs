//! Finding the names in running text.

use std::ops::Range;

use crate::entity::Grammar;
use crate::entity::lexicon::Cues;
use crate::entity::mention::{EntityId, EntityKind, Mention};
use crate::text::document::Document;
use crate::text::token::TokenKind;

/// A document with what its words tell.
struct Reader<'a> {
    document: &'a Document,
    cues: Vec<Cues>,
    small: Vec<bool>,
}

impl<'a> Reader<'a> {
    fn new(grammar: &Grammar, document: &'a Document) -> Self {
        let mut small = vec![false; document.words().len()];
        for token in document.tokens() {
            let is_small = document.slice(token.span).chars().next().is_some_and(char::is_lowercase);
            small[token.word.index()] |= is_small;
        }
        Self { document, cues: document.words().table(|word| grammar.lexicon.cues(word)), small }
    }

    fn text(&self, token: usize) -> &'a str {
        self.document.tokens().get(token).map_or("", |t| self.document.slice(t.span))
    }

    fn cue(&self, token: usize) -> Cues {
        self.document.tokens().get(token).map_or(Cues::default(), |t| self.cues[t.word.index()])
    }

    fn is_capital(&self, token: usize) -> bool {
        let word = self.document.tokens().get(token).is_some_and(|t| t.kind == TokenKind::Word);
        word && self.text(token).chars().next().is_some_and(char::is_uppercase) && !self.cue(token).has(Cues::CALENDAR)
    }

    /// One past the last token of the run of capitals that begins at `first`.
    fn run_end(&self, first: usize, limit: usize) -> usize {
        let mut end = first + 1;
        while end < limit {
            let link = self.cue(end).has(Cues::LINK) || (matches!(self.text(end), "-" | "." | "'") && self.joined(end));
            match (self.is_capital(end), link && end + 1 < limit && self.is_capital(end + 1)) {
                (true, _) => end += 1,
                (false, true) => end += 2,
                (false, false) => break,
            }
        }
        end
    }

    fn joined(&self, token: usize) -> bool {
        self.document.tokens().get(token).is_some_and(|t| t.joined)
    }

    fn kind(&self, run: &Range<usize>) -> Option<(Range<usize>, EntityKind)> {
        let mut start = run.start;
        while start < run.end && self.cue(start).has(Cues::TITLE) && !self.cue(start).has(Cues::ORGANIZATION_HEAD) {
            start += 1;
            if self.text(start) == "." {
                start += 1;
            }
        }
        let rest = start..run.end;
        if rest.is_empty() {
            return None;
        }
        let before = start.checked_sub(1).map_or(Cues::default(), |token| self.cue(token));
        let short_capitals = rest.len() == 1 && self.text(start).chars().all(char::is_uppercase);
        let kind = if self.cue(start).has(Cues::ORGANIZATION_HEAD) {
            EntityKind::Organization
        } else if self.cue(start).has(Cues::PLACE_HEAD) {
            EntityKind::Location
        } else if start > run.start || before.has(Cues::TITLE) {
            EntityKind::Person
        } else if before.has(Cues::LOCATIVE) || before.has(Cues::PLACE_HEAD) {
            EntityKind::Location
        } else if short_capitals {
            EntityKind::Organization
        } else {
            EntityKind::Person
        };
        Some((rest, kind))
    }
}

/// The named mentions of a document in order, each with an entity of its own so far.
pub fn recognise(grammar: &Grammar, document: &Document) -> Vec<Mention> {
    let reader = Reader::new(grammar, document);
    let mut mentions: Vec<Mention> = Vec::new();
    for sentence in document.sentences() {
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            if !reader.is_capital(at) {
                at += 1;
                continue;
            }
            let end = reader.run_end(at, sentence.tokens.end);
            let opens = at == sentence.tokens.start || matches!(reader.text(at.wrapping_sub(1)), "\"" | "“");
            let seen_small = document.tokens().get(at).is_some_and(|t| reader.small[t.word.index()]);
            let first = if opens && (seen_small || end == at + 1) { at + 1 } else { at };
            if let Some((tokens, kind)) = reader.kind(&(first..end)).filter(|_| first < end) {
                let entity = EntityId(mentions.len() as u32);
                let span = document.span_of(tokens);
                mentions.push(Mention { span, kind, entity, rule: "capitals", sure: false });
            }
            at = end;
        }
    }
    mentions
}
