//! Attributions that close a sentence: "C, S melaporkan." and "C, demikian S."

use std::ops::Range;

use crate::entity::mention::EntityKind;
use crate::statement::SpeechAct;
use crate::statement::content;
use crate::statement::grammar::{Cue, Forms, Role, Tier};
use crate::statement::indirect::{Finder, before_comma};
use crate::statement::source;
use crate::statement::speaker::{self, Who};

impl Finder<'_> {
    /// C, S melaporkan (not "C, S menjanjikan", which tells what S is like).
    pub fn closing(&mut self, at: usize, cue: Cue, stretch: &Range<usize>) -> Option<usize> {
        const LONGEST: usize = 10;
        let reader = self.reader;
        let last = content::end(reader, stretch.start, stretch.end).min(stretch.end);
        let says = cue.forms.any(Forms::ACTIVE) && cue.tier == Tier::Core && cue.act != SpeechAct::Promise;
        if !says || at + 1 < last || at <= stretch.start {
            return None;
        }
        let from = stretch.start.max(at.saturating_sub(LONGEST));
        let comma = (from..at).rev().find(|&token| reader.is_comma(token))?;
        let phrase = source::before(reader, comma + 1, at);
        let who = speaker::read(reader, phrase.clone(), at);
        let small = |at: usize| reader.is_word(at) && !reader.is_capital(at) && !reader.has(at, Role::Stop);
        let noun = reader.has_any(comma + 1, &[Role::Institution, Role::RoleNoun]);
        let named = matches!(who, Who::Named { .. });
        let led = phrase.start == comma + 1 || named && noun && (comma + 1..phrase.start).all(small);
        let body = matches!(who, Who::Described { .. }) && reader.has(comma + 1, Role::Institution);
        let whole = led && (named || body || matches!(who, Who::Pronoun { .. }));
        if whole { self.whole(stretch.start..comma, at, cue, who, "clause, speaker, cue") } else { None }
    }

    /// C, demikian S.
    pub fn credited(&mut self, at: usize, stretch: &Range<usize>) -> Option<usize> {
        let reader = self.reader;
        let name = reader.name(at + 1).filter(|name| name.kind != EntityKind::Location)?;
        let tokens = name.tokens.clone();
        let closes = tokens.end >= content::end(reader, stretch.start, stretch.end).min(stretch.end);
        let comma = at > stretch.start && reader.is_comma(at - 1);
        if !closes || !comma || !reader.has(at, Role::Conjunction) {
            return None;
        }
        let who = speaker::read(reader, tokens.clone(), tokens.end);
        self.whole(stretch.start..before_comma(reader, at), at, Cue::default(), who, "clause, thus, speaker")
    }

    /// Adds everything before the attribution, when nothing in it is a statement already.
    fn whole(&mut self, content: Range<usize>, at: usize, cue: Cue, who: Who, rule: &'static str) -> Option<usize> {
        let free = self.directs.drafts.is_empty() && !self.is_taken(&content);
        let fits = free && self.reader.has_words(content.clone(), 4);
        fits.then(|| self.push(content, at, cue, who, rule).max(at + 1))
    }
}
