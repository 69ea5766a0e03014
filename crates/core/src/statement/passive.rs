//! Passive cues with their agent, and media that speak when nobody else does.

use std::ops::Range;

use crate::statement::content;
use crate::statement::grammar::{Cue, Forms, Role, Tier};
use crate::statement::indirect::{Finder, before_comma};
use crate::statement::medium;
use crate::statement::source;
use crate::statement::speaker::{self, Who};

impl Finder<'_> {
    /// Dikatakan S, C — C, seperti dilaporkan S.
    pub fn passive(&mut self, at: usize, cue: Cue, stretch: &Range<usize>) -> Option<usize> {
        let reader = self.reader;
        let phrase = source::after(reader, at + 1, stretch.end);
        let who = speaker::read(reader, phrase.clone(), stretch.end);
        if !matches!(who, Who::Named { .. } | Who::Pronoun { .. }) && !reader.has(at + 1, Role::Agent)
            || phrase.is_empty()
        {
            return None;
        }
        let next = phrase.end;
        let start = next + usize::from(reader.is_comma(next)) + usize::from(reader.has(next, Role::Complementiser));
        let rest = start..content::end(reader, start, stretch.end);
        if start > next
            && reader.has_words(rest.clone(), 3)
            && self.opens(at, stretch)
            && reader.time_end(start).is_none()
        {
            return Some(self.push(rest, at, cue, who, "passive cue, clause"));
        }
        let relative = at > stretch.start && reader.has(at - 1, Role::Relative);
        if !relative
            && start == next
            && matches!(who, Who::Named { .. })
            && self.goes_on(rest.clone())
            && !reader.has(at + 1, Role::Agent)
        {
            return Some(self.push(rest, at, cue, who, "passive cue, agent, predicate"));
        }
        let first = self.like(at, stretch)?;
        let content = stretch.start..before_comma(reader, first);
        let fits = self.drafts.is_empty() && self.directs.drafts.is_empty() && reader.has_words(content.clone(), 4);
        fits.then(|| self.push(content, at, cue, who, "clause, passive cue").max(at + 1))
    }

    /// Whether a predicate follows right after the agent ("disebut Budi menerima uang").
    fn goes_on(&self, rest: Range<usize>) -> bool {
        const PART: [Role; 3] = [Role::Predicate, Role::Negation, Role::Modal];
        let reader = self.reader;
        let adverb = reader.has(rest.start, Role::Adverb) && !reader.has(rest.start, Role::Stop);
        reader.has_words(rest.clone(), 3)
            && reader.has_any(rest.start + usize::from(adverb), &PART)
            && !reader.has(rest.start, Role::Adjunct)
    }

    /// Where "seperti (yang)" begins before a cue that ends its sentence.
    fn like(&self, at: usize, stretch: &Range<usize>) -> Option<usize> {
        let reader = self.reader;
        let before = at.checked_sub(1 + usize::from(reader.has(at.saturating_sub(1), Role::Relative)))?;
        (before > stretch.start && reader.has(before, Role::Likeness)).then_some(before)
    }

    /// Dilansir dari M, C: the medium speaks when nobody else does.
    pub fn sourced(&mut self, at: usize, stretch: &Range<usize>) -> Option<usize> {
        const FARTHEST: usize = 12;
        let reader = self.reader;
        let start = at + 1 + usize::from(reader.has(at + 1, Role::Stop));
        let name = medium::name(reader, start..stretch.end);
        if name.is_empty() || at > stretch.start + 2 {
            return None;
        }
        let mut commas = name.end..stretch.end.min(name.end + FARTHEST);
        let comma = commas.find(|&token| reader.is_comma(token) && reader.time_end(token + 1).is_none())?;
        let content = comma + 1..content::end(reader, comma + 1, stretch.end);
        if self.has_cue(content.clone()) || !reader.has_words(content.clone(), 4) {
            return None;
        }
        let who = speaker::read(reader, name.clone(), name.end);
        Some(self.push(content, at, Cue { tier: Tier::Medium, ..Cue::default() }, who, "medium, clause"))
    }

    /// Whether another cue stands in the first part of `content`.
    fn has_cue(&self, content: Range<usize>) -> bool {
        const LOOKED_AT: usize = 60;
        let forms = Forms::ACTIVE.with(Forms::PASSIVE).with(Forms::PREPOSITION);
        let reader = self.reader;
        let inverted = |at: usize| reader.is_comma(at - 1) && reader.cue(at, Forms::BARE.with(Forms::CLITIC)).is_some();
        let said = |at: usize| reader.cue(at, forms).is_some_and(|cue| cue.tier >= Tier::Extended);
        content.take(LOOKED_AT).any(|at| said(at) || inverted(at))
    }
}
