//! "X didakwa P", "X disebut P": passive cues whose agent the verb or the sentence before tells, and nouns with "that".

use std::ops::Range;

use crate::statement::SpeechAct;
use crate::statement::content;
use crate::statement::grammar::{Cue, Role, Takes, Tier};
use crate::statement::indirect::Finder;
use crate::statement::source;
use crate::statement::speaker::{self, Who};

/// The rule of statements that name whom they are about and no speaker.
pub(crate) const ABOUT_SOMEBODY: &str = "somebody, passive cue, predicate";

impl Finder<'_> {
    /// X didakwa P: only a prosecutor charges — X disebut P: the speaker of the sentence before, of whom X is none.
    pub fn about_somebody(&mut self, at: usize, cue: Cue, stretch: &Range<usize>) -> Option<usize> {
        let reader = self.reader;
        let says = cue.tier == Tier::Core
            && cue.takes != Takes::Marked
            && matches!(cue.act, SpeechAct::Assert | SpeechAct::Judge);
        let charge = reader.has(at, Role::Charge) || says && !self.follows && self.is_charged();
        let tells = charge || says && (self.follows || self.precedes_quotation());
        let rest = at + 1..content::end(reader, at + 1, stretch.end);
        if self.unit.headline && says && self.drafts.is_empty() {
            return self.headline_about(at, cue, stretch);
        }
        if !tells
            || self.unit.headline
            || !self.drafts.is_empty()
            || reader.is_capital(rest.start)
            || !self.goes_on(rest.clone())
        {
            return None;
        }
        let subject = source::before(reader, self.last_end(stretch), at);
        let named = subject.start <= stretch.start + 2 && self.tells_whom(&subject);
        let who = if charge { Who::Implied(self.accuser(at)?) } else { Who::Nobody };
        named.then(|| self.push(rest, at, cue, who, ABOUT_SOMEBODY))
    }

    /// X Dinilai P: who says so is told by the text below, if at all.
    fn headline_about(&mut self, at: usize, cue: Cue, stretch: &Range<usize>) -> Option<usize> {
        const LEAST: usize = 3;
        const LONGEST: usize = 30;
        let reader = self.reader;
        let rest = at + 1..content::end(reader, at + 1, stretch.end);
        let other = reader.has_any(rest.start, &[Role::Agent, Role::Adjunct, Role::Addressee]);
        let opens = reader.is_word(rest.start) && reader.name(rest.start).is_none() && !other;
        let whole = at > stretch.start
            && rest.len() <= LONGEST
            && !(at - 1..rest.end).any(|token| reader.is_comma(token))
            && reader.has_words(rest.clone(), LEAST);
        (opens && whole).then(|| self.push(rest, at, cue, Who::Nobody, ABOUT_SOMEBODY))
    }

    /// Whether a subject is somebody or something certain: named, pointed at, a pronoun, or written in capitals.
    fn tells_whom(&self, subject: &Range<usize>) -> bool {
        let reader = self.reader;
        let shouted =
            |at: usize| reader.is_capital(at) && reader.text(at).chars().nth(1).is_some_and(char::is_uppercase);
        let certain = |at: usize| reader.has(at, Role::Demonstrative) || shouted(at);
        !reader.names_in(subject.clone()).is_empty()
            || subject.clone().any(certain)
            || !subject.is_empty() && source::is_pronoun(reader, subject.start)
    }

    /// Whether a quotation of some length comes right after the unit.
    fn precedes_quotation(&self) -> bool {
        const LEAST: usize = 4;
        let end = self.unit.tokens.end;
        let next = self.quotations.get(self.unit.quotations.end);
        next.is_some_and(|next| next.outer.start == end && self.reader.has_words(next.inner.clone(), LEAST))
    }

    /// Whether the words before the unit are about a charge ("Budi adalah terdakwa …").
    fn is_charged(&self) -> bool {
        const REACH: usize = 30;
        let start = self.unit.tokens.start;
        (start.saturating_sub(REACH)..start).any(|at| self.reader.has(at, Role::Charge))
    }

    /// The nearest word for one who brings charges.
    fn accuser(&self, at: usize) -> Option<usize> {
        const REACH: usize = 150;
        let is_accuser = |at: &usize| self.reader.has(*at, Role::Accuser);
        let before = (at.saturating_sub(REACH)..at).rev().find(is_accuser);
        before.or_else(|| (at..at + REACH).find(is_accuser))
    }

    /// Pernyataan S bahwa C — klaimnya bahwa C — S memberi keterangan bahwa C, S menolak dengan alasan bahwa C.
    pub fn noun(&mut self, at: usize, cue: Cue, stretch: &Range<usize>) -> Option<usize> {
        let reader = self.reader;
        let phrase = source::after(reader, at + 1, stretch.end);
        let that = phrase.end;
        if !reader.has(that, Role::Complementiser) {
            return None;
        }
        let who = if phrase.is_empty() { self.giver(at, stretch)? } else { speaker::read(reader, phrase, stretch.end) };
        if !matches!(who, Who::Named { .. } | Who::Pronoun { .. }) {
            return None;
        }
        let rest = that + 1..content::end(reader, that + 1, stretch.end);
        reader.has_words(rest.clone(), 3).then(|| self.push(rest, at, cue, who, "noun, speaker, that"))
    }

    /// The subject of the verb or the clause that the noun of saying at `at` goes with.
    fn giver(&self, at: usize, stretch: &Range<usize>) -> Option<Who> {
        let reader = self.reader;
        let from = self.last_end(stretch);
        let before = at.checked_sub(1).filter(|&before| before > from)?;
        let with = reader.has(before, Role::Adjunct);
        let verb = reader.has(before, Role::Predicate) && !reader.has(before, Role::Modal);
        if !with && !verb || !reader.is_word(before) {
            return None;
        }
        let phrase = source::before(reader, from, before);
        (!phrase.is_empty()).then(|| speaker::read(reader, phrase, before))
    }
}
