//! Passive cues with their agent, and media that speak when nobody else does.

use std::ops::Range;

use crate::entity::mention::EntityKind;
use crate::statement::SpeechAct;
use crate::statement::anaphora;
use crate::statement::content;
use crate::statement::grammar::{Cue, Forms, Role, Tier};
use crate::statement::indirect::{Finder, before_comma};
use crate::statement::medium;
use crate::statement::source;
use crate::statement::speaker::{self, Who};

/// What goes on telling when behind a date, and opens no clause.
const AFTER_DATE: [Role; 3] = [Role::Stop, Role::Adjunct, Role::Coordinator];

impl Finder<'_> {
    /// Dikatakan S, C — C, seperti dilaporkan S.
    pub fn passive(&mut self, at: usize, cue: Cue, stretch: &Range<usize>) -> Option<usize> {
        let reader = self.reader;
        if at == stretch.start + 1 && anaphora::is_thus(reader, stretch.start) {
            return None;
        }
        if let Some(end) = self.agentless(at, cue, stretch) {
            return Some(end);
        }
        if let Some(end) = self.about_somebody(at, cue, stretch) {
            return Some(end);
        }
        let phrase = source::after(reader, at + 1, stretch.end);
        let who = speaker::read(reader, phrase.clone(), stretch.end);
        if !matches!(who, Who::Named { .. } | Who::Pronoun { .. }) && !reader.has(at + 1, Role::Agent)
            || phrase.is_empty()
        {
            return None;
        }
        let adverb = reader.has(phrase.end, Role::Adverb) && reader.is_comma(phrase.end + 1);
        let next = phrase.end + usize::from(adverb);
        let (start, marked) = content::start(reader, next.saturating_sub(1), stretch.end);
        let that = marked && reader.has(start - 1, Role::Complementiser);
        let rest = start..content::end(reader, start, stretch.end);
        if marked
            && reader.has_words(rest.clone(), 3)
            && (that || self.opens(at, stretch))
            && reader.time_end(start).is_none()
        {
            return Some(self.push(rest, at, cue, who, "passive cue, clause"));
        }
        if !self.is_relative(at, stretch)
            && start == next
            && matches!(who, Who::Named { .. })
            && cue.act != SpeechAct::Believe
            && self.goes_on(rest.clone())
            && !reader.has(at + 1, Role::Agent)
            && !self.opens(at, stretch)
        {
            return Some(self.push(rest, at, cue, who, "passive cue, agent, predicate"));
        }
        let person = matches!(&who, Who::Named { kind, .. } if *kind == EntityKind::Person);
        let says = cue.tier == Tier::Core && cue.act == SpeechAct::Assert && person && self.opens(at, stretch);
        let clause = || !reader.has(next, Role::Predicate) && content::is_clause(reader, rest.clone());
        if says && start == next && reader.has_words(rest.clone(), 4) && clause() {
            return Some(self.push(rest, at, cue, who, "passive cue, agent, clause"));
        }
        let first = self.like(at, stretch)?;
        let content = stretch.start..before_comma(reader, first);
        let fits = self.drafts.is_empty() && self.directs.drafts.is_empty() && reader.has_words(content.clone(), 4);
        fits.then(|| self.push(content, at, cue, who, "clause, passive cue").max(at + 1))
    }

    /// Whether "yang" stands before `at`.
    fn is_relative(&self, at: usize, stretch: &Range<usize>) -> bool {
        at > stretch.start && self.reader.has(at - 1, Role::Relative)
    }

    /// Ditambahkan, C — S2 dinilainya P: the speaker is the one before.
    fn agentless(&mut self, at: usize, cue: Cue, stretch: &Range<usize>) -> Option<usize> {
        let reader = self.reader;
        let clitic = cue.forms.any(Forms::CLITIC);
        let next = at + 1;
        let start = next + usize::from(reader.is_comma(next)) + usize::from(reader.has(next, Role::Complementiser));
        let rest = start..content::end(reader, start, stretch.end);
        let who = if clitic { Who::Clitic(at) } else { Who::Nobody };
        let plain = cue.tier == Tier::Core && cue.act == SpeechAct::Assert && (clitic || self.follows);
        if start > next && plain && self.opens(at, stretch) && reader.has_words(rest.clone(), 4) {
            return Some(self.push(rest, at, cue, who, "agentless passive cue, clause"));
        }
        let predicate = clitic && start == next && !self.is_relative(at, stretch) && self.goes_on(rest.clone());
        predicate.then(|| self.push(rest, at, cue, who, "passive cue with clitic, predicate"))
    }

    /// Whether a predicate follows right after the agent ("disebut Budi menerima uang").
    pub fn goes_on(&self, rest: Range<usize>) -> bool {
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

    /// Dilansir dari M, C: the medium speaks when nobody else does ("diberitakan sebelumnya" tells none).
    pub fn sourced(&mut self, at: usize, stretch: &Range<usize>) -> Option<usize> {
        const FARTHEST: usize = 20;
        let reader = self.reader;
        let aside = reader.has_any(at + 1, &[Role::Adverb, Role::Conjunction]);
        let from = at + 1 + usize::from(aside);
        let before = aside && !reader.has(from, Role::Stop);
        let start = from + usize::from(reader.has(from, Role::Stop));
        let name = medium::name(reader, start..stretch.end);
        if name.is_empty() || before || at > stretch.start + 2 {
            return None;
        }
        let time_behind = |token: usize| {
            let written = usize::from(reader.cue(token + 1, Forms::PASSIVE).is_some());
            reader.time_end(token + 1 + written)
        };
        let mut commas = (name.end..stretch.end.min(name.end + FARTHEST)).filter(|&token| reader.is_comma(token));
        let first = commas.find_map(|comma| match time_behind(comma) {
            None => Some(comma + 1),
            // "Mengutip X, Minggu (8/6/2025) pertumbuhan …": the clause begins right behind the date.
            Some(end) => Some(end).filter(|&end| reader.is_word(end) && !reader.has_any(end, &AFTER_DATE)),
        })?;
        if (start..first).any(|at| reader.has(at, Role::Exclusion)) || self.has_cue(name.end..first) {
            return None;
        }
        let content = first..content::end(reader, first, stretch.end);
        let announced = reader.has(content.start, Role::Matter);
        if announced || self.has_cue(content.clone()) || !reader.has_words(content.clone(), 4) {
            return None;
        }
        let who = speaker::read(reader, name.clone(), name.end);
        Some(self.push(content, at, Cue { tier: Tier::Medium, ..Cue::default() }, who, "medium, clause"))
    }

    /// Whether another cue stands in the first part of `content`.
    fn has_cue(&self, content: Range<usize>) -> bool {
        const LOOKED_AT: usize = 60;
        let reader = self.reader;
        let inverted = |at: usize| reader.is_comma(at - 1) && reader.cue(at, Forms::BARE.with(Forms::CLITIC)).is_some();
        let said = |at: usize, forms: Forms, least: Tier| reader.cue(at, forms).is_some_and(|cue| cue.tier >= least);
        content.take(LOOKED_AT).any(|at| {
            said(at, Forms::ACTIVE, Tier::Extended)
                || said(at, Forms::PREPOSITION, Tier::Core)
                || said(at, Forms::PASSIVE, Tier::Core) && reader.name(at + 1).is_some()
                || inverted(at)
        })
    }
}
