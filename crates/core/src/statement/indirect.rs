//! Indirect and mixed statements: cues outside quotations, and what they introduce.

use std::ops::Range;

use crate::statement::StatementKind;
use crate::statement::content;
use crate::statement::draft::Draft;
use crate::statement::grammar::{Cue, Forms, Role, Takes, Tier};
use crate::statement::quotation::Quotation;
use crate::statement::reader::Reader;
use crate::statement::source;
use crate::statement::speaker::{self, Who};
use crate::statement::unit::Unit;
use crate::statement::{SpeechAct, direct::Directs, medium};

/// Reads the words of one unit that stand outside its direct statements.
pub(crate) fn find(
    reader: &Reader,
    quotations: &[Quotation],
    unit: &Unit,
    index: usize,
    directs: &Directs,
) -> Vec<Draft> {
    let mut finder = Finder { reader, quotations, unit, index, directs, drafts: Vec::new() };
    for stretch in finder.stretches() {
        finder.read(stretch);
    }
    finder.drafts
}

struct Finder<'a> {
    reader: &'a Reader<'a>,
    quotations: &'a [Quotation],
    unit: &'a Unit,
    index: usize,
    directs: &'a Directs,
    drafts: Vec<Draft>,
}

impl Finder<'_> {
    /// The stretches of the unit between direct statements.
    fn stretches(&self) -> Vec<Range<usize>> {
        let mut stretches = Vec::new();
        let mut start = self.unit.tokens.start;
        for said in self.directs.said.iter().filter_map(|&at| self.quotations.get(at)) {
            stretches.push(start..said.outer.start);
            start = said.outer.end;
        }
        stretches.push(start..self.unit.tokens.end);
        stretches
    }

    fn read(&mut self, stretch: Range<usize>) {
        if self.unit.headline && self.colon(stretch.clone()) {
            return;
        }
        let mut at = stretch.start;
        while at < stretch.end {
            at = self.quoted_until(at).or_else(|| self.try_at(at, &stretch)).unwrap_or(at + 1).max(at + 1);
        }
    }

    /// The end of the quoted words that begin at `at`.
    fn quoted_until(&self, at: usize) -> Option<usize> {
        let own = self.quotations.get(self.unit.quotations.clone()).unwrap_or_default();
        let next = own.partition_point(|quotation| quotation.outer.start < at);
        own.get(next).filter(|quotation| quotation.outer.start == at).map(|quotation| quotation.outer.end)
    }

    /// Reads the cue at `at`, if it is one; gives the place to go on from.
    fn try_at(&mut self, at: usize, stretch: &Range<usize>) -> Option<usize> {
        if self.directs.cues.contains(&at) {
            return None;
        }
        if self.reader.has(at, Role::Source) && self.opens(at, stretch) {
            return self.sourced(at, stretch);
        }
        let active = if self.unit.headline { Forms::ACTIVE.with(Forms::HEADLINE) } else { Forms::ACTIVE };
        let cue = self
            .reader
            .cue(at, active.with(Forms::BARE).with(Forms::CLITIC).with(Forms::PASSIVE).with(Forms::PREPOSITION))?;
        if self.reader.name(at).is_some() {
            return None;
        }
        if cue.forms.any(Forms::PREPOSITION) {
            return self.according(at, cue, stretch);
        }
        if cue.forms.any(active) && cue.tier >= Tier::Extended {
            if let Some(end) = self.active(at, cue, stretch) {
                return Some(end);
            }
        }
        if cue.forms.any(Forms::BARE.with(Forms::CLITIC)) && cue.tier == Tier::Core {
            return self.parenthetical(at, cue, stretch);
        }
        if cue.forms.any(Forms::PASSIVE) { self.passive(at, cue, stretch) } else { None }
    }

    /// Whether a clause begins at `at`, conjunctions aside.
    fn opens(&self, at: usize, stretch: &Range<usize>) -> bool {
        let mut first = at;
        while first > stretch.start
            && self.reader.has_any(first - 1, &[Role::Conjunction, Role::Adverb])
            && at - first < 3
        {
            first -= 1;
        }
        first == stretch.start || self.reader.is_sign(first - 1) && !self.reader.is(first - 1, "(")
    }

    fn push(&mut self, content: Range<usize>, at: usize, cue: Cue, who: Who, rule: &'static str) -> usize {
        let (kind, end) = self.kind(&content);
        let mut draft = Draft::new(kind, content.start..end, self.index, rule);
        (draft.cue, draft.who, draft.act) = (Some(at), who, cue.act);
        self.drafts.push(draft);
        content.end.max(end)
    }

    /// Mixed when a quotation stands in the content, which then ends with the quotation.
    fn kind(&self, content: &Range<usize>) -> (StatementKind, usize) {
        let own = self.quotations.get(self.unit.quotations.clone()).unwrap_or_default();
        let inside = |quotation: &&Quotation| {
            quotation.outer.start >= content.start && quotation.outer.end <= content.end && quotation.paired
        };
        match own.iter().rev().find(inside) {
            Some(quotation) if self.reader.count_words(quotation.inner.clone()) >= 3 => {
                (StatementKind::Mixed, quotation.outer.end)
            }
            _ => (StatementKind::Indirect, content.end),
        }
    }

    /// S mengatakan[,] [bahwa] C.
    fn active(&mut self, at: usize, cue: Cue, stretch: &Range<usize>) -> Option<usize> {
        let reader = self.reader;
        let polarity = polarity(reader, at, stretch.start)?;
        let act = if polarity == Polarity::Denied { negated(cue.act)? } else { cue.act };
        let (start, marked) = content::start(reader, at, stretch.end);
        let end = self.until_next_cue(cue, start, content::end(reader, start, stretch.end));
        let content = start..end;
        if !self.is_content(&content, cue, marked) {
            return None;
        }
        let from = self.drafts.last().map_or(stretch.start, |draft| draft.content.end.max(stretch.start));
        let phrase = source::before(reader, from, at);
        if !self.is_source(&phrase, cue, marked) {
            return None;
        }
        let who = if phrase.is_empty() {
            self.drafts.last().map_or(Who::Nobody, |draft| draft.who.clone())
        } else {
            speaker::read(reader, phrase, at)
        };
        if who == Who::Nobody && !self.may_lack_subject(at, cue, stretch) {
            return None;
        }
        Some(self.push(content, at, Cue { act, ..cue }, who, "speaker, cue, clause"))
    }

    /// Whether the subject can be the source: not "kita", and for verbs that do more than report no mere thing.
    fn is_source(&self, phrase: &Range<usize>, cue: Cue, marked: bool) -> bool {
        const SOURCES: [Role; 8] = [
            Role::RoleNoun,
            Role::Institution,
            Role::Relational,
            Role::Document,
            Role::Determiner,
            Role::PronounSingular,
            Role::PronounPlural,
            Role::Demonstrative,
        ];
        let reader = self.reader;
        if phrase.is_empty() {
            return true;
        }
        let named = !reader.names_in(phrase.clone()).is_empty();
        let known = named
            || phrase.clone().any(|at| reader.has_any(at, &SOURCES))
            || phrase.len() > 1 && phrase.clone().all(|at| reader.is_capital(at));
        let plain = cue.tier == Tier::Core && cue.takes == Takes::Any || marked;
        !(reader.has(phrase.start, Role::NoSource) && !named) && (plain || known)
    }

    fn may_lack_subject(&self, at: usize, cue: Cue, stretch: &Range<usize>) -> bool {
        cue.tier == Tier::Core && at > stretch.start && self.reader.has(at - 1, Role::Coordinator)
    }

    fn is_content(&self, content: &Range<usize>, cue: Cue, marked: bool) -> bool {
        let reader = self.reader;
        let words = reader.count_words(content.clone());
        let anaphor = reader.has(content.start, Role::Anaphor) && words <= 2
            || reader.has(content.start, Role::Anaphor)
                && reader.has(content.start + 1, Role::Demonstrative)
                && reader.has_any(content.start + 2, &[Role::Stop, Role::Adjunct]);
        if words < 2 || anaphor {
            return false;
        }
        let clause = content::is_clause(reader, content.clone());
        match (cue.tier, cue.takes) {
            (Tier::Core, Takes::Any) => true,
            (_, Takes::Marked) => marked,
            (Tier::Core, Takes::Clause) => marked || clause,
            _ => clause,
        }
    }

    /// Cuts the content where a second cue goes on with the same speaker ("dan menambahkan").
    fn until_next_cue(&self, first: Cue, start: usize, end: usize) -> usize {
        let reader = self.reader;
        let again = |cue: Cue| {
            cue.tier == Tier::Core && cue.act == SpeechAct::Assert
                || cue.act == first.act && cue.act != SpeechAct::Assert
        };
        let goes_on = |at: usize| {
            if !reader.cue(at, Forms::ACTIVE).is_some_and(again) {
                return None;
            }
            let adverb = reader.has(at - 1, Role::Adverb) && !reader.has(at - 1, Role::Coordinator);
            let joint = if adverb { at - 2 } else { at - 1 };
            reader.has(joint, Role::Coordinator).then_some(joint)
        };
        (start + 3..end).find_map(goes_on).unwrap_or(end)
    }

    /// Menurut S[,] C — C, menurut S.
    fn according(&mut self, at: usize, cue: Cue, stretch: &Range<usize>) -> Option<usize> {
        let reader = self.reader;
        if cue.tier != Tier::Core
            || reader.has(at + 1, Role::Exclusion) && !reader.is_capital(at + 1) && reader.name(at + 1).is_none()
        {
            return None;
        }
        let phrase = if reader.has_clitic(at) { at + 1..at + 1 } else { source::after(reader, at + 1, stretch.end) };
        let who =
            if reader.has_clitic(at) { Who::Clitic(at) } else { speaker::read(reader, phrase.clone(), stretch.end) };
        if who == Who::Nobody {
            return None;
        }
        let next = past_apposition(reader, phrase.end, stretch.end);
        let whole = stretch.start..content::end(reader, stretch.start, stretch.end);
        if self.opens(at, stretch) && !(at > stretch.start && reader.is_comma(at - 1)) {
            let start = next + usize::from(reader.is_comma(next));
            let content = start..content::end(reader, start, stretch.end);
            return (reader.count_words(content.clone()) >= 3)
                .then(|| self.push(content, at, cue, who, "according to, clause"));
        }
        let rest = self.rest(next, whole.end);
        let content = match rest {
            Some(rest) if at > stretch.start && reader.has(at - 1, Role::Relative) => rest..whole.end,
            Some(_) => stretch.start..whole.end,
            None => stretch.start..trim_comma(reader, at),
        };
        (reader.count_words(content.clone()) >= 3 && !self.covered(&content))
            .then(|| self.push(content, at, cue, who, "clause, according to"))
    }

    /// Where the clause goes on after "…, menurut S"; nothing when only an adverbial or the end follows.
    fn rest(&self, next: usize, end: usize) -> Option<usize> {
        const FARTHEST: usize = 14;
        let reader = self.reader;
        let adverbial = !reader.is_comma(next)
            && (reader.has(next, Role::Adjunct) || reader.time_end(next).is_some() || reader.is(next, "("));
        let start = if adverbial || reader.is_comma(next) && reader.time_end(next + 1).is_some() {
            let comma = (next + 1..end.min(next + FARTHEST)).find(|&at| reader.is_comma(at))?;
            comma + 1
        } else {
            next + usize::from(reader.is_comma(next))
        };
        (start < end && reader.count_words(start..end) >= 3).then_some(start)
    }

    fn covered(&self, content: &Range<usize>) -> bool {
        self.drafts.iter().any(|draft| draft.content.start < content.end && content.start < draft.content.end)
    }

    /// C1, kata S, C2 — C, kata S.
    fn parenthetical(&mut self, at: usize, cue: Cue, stretch: &Range<usize>) -> Option<usize> {
        let reader = self.reader;
        let clitic = cue.forms.any(Forms::CLITIC);
        let after_comma = at > stretch.start && reader.is_comma(at - 1);
        if !after_comma && !(self.opens(at, stretch) && reader.is_capital(at)) {
            return None;
        }
        let phrase = if clitic { at + 1..at + 1 } else { source::after(reader, at + 1, stretch.end) };
        let who = if clitic { Who::Clitic(at) } else { speaker::read(reader, phrase.clone(), stretch.end) };
        let named = matches!(who, Who::Clitic(_) | Who::Pronoun { .. } | Who::Named { .. })
            || reader.is_capital(phrase.start)
            || reader.has_any(phrase.start, &[Role::RoleNoun, Role::Determiner, Role::Relational, Role::Document]);
        if !named || who == Who::Nobody {
            return None;
        }
        let next = past_apposition(reader, phrase.end, stretch.end);
        let start = next + usize::from(reader.is_comma(next));
        let rest = start..content::end(reader, start, stretch.end);
        if reader.is_comma(next) && reader.count_words(rest.clone()) >= 3 && reader.time_end(start).is_none() {
            return Some(self.push(rest, at, cue, who, "clause, cue, clause"));
        }
        let content = stretch.start..trim_comma(reader, at);
        (after_comma && reader.count_words(content.clone()) >= 3 && !self.covered(&content))
            .then(|| self.push(content, at, cue, who, "clause, cue"))
    }

    /// Hal itu diungkapkan S — seperti dikatakan S, C — dikatakan S, C.
    fn passive(&mut self, at: usize, cue: Cue, stretch: &Range<usize>) -> Option<usize> {
        let reader = self.reader;
        let phrase = source::after(reader, at + 1, stretch.end);
        if phrase.is_empty() || polarity(reader, at, stretch.start) != Some(Polarity::Plain) {
            return None;
        }
        let who = speaker::read(reader, phrase.clone(), stretch.end);
        let sure = matches!(who, Who::Named { .. } | Who::Pronoun { .. }) || reader.has(at + 1, Role::Agent);
        if !sure || !self.opens(at, stretch) {
            return None;
        }
        let next = phrase.end;
        let start = next + usize::from(reader.is_comma(next)) + usize::from(reader.has(next, Role::Complementiser));
        let rest = start..content::end(reader, start, stretch.end);
        let linked = start > next;
        (linked && reader.count_words(rest.clone()) >= 3).then(|| self.push(rest, at, cue, who, "passive cue, clause"))
    }

    /// Dilansir dari M, C: the medium speaks when nobody else does.
    fn sourced(&mut self, at: usize, stretch: &Range<usize>) -> Option<usize> {
        let reader = self.reader;
        let start = at + 1 + usize::from(reader.has(at + 1, Role::Stop));
        let name = medium::name(reader, start..stretch.end);
        let comma = (name.end..stretch.end.min(name.end + 12))
            .find(|&token| reader.is_comma(token) && reader.time_end(token + 1).is_none())?;
        if name.is_empty() || at > stretch.start + 2 {
            return None;
        }
        let content = comma + 1..content::end(reader, comma + 1, stretch.end);
        let forms = Forms::ACTIVE.with(Forms::BARE).with(Forms::CLITIC).with(Forms::PREPOSITION);
        let other = content.clone().any(|token| reader.cue(token, forms).is_some_and(|cue| cue.tier >= Tier::Extended));
        if other || reader.count_words(content.clone()) < 4 {
            return None;
        }
        let who = speaker::read(reader, name.clone(), name.end);
        Some(self.push(content, at, Cue { tier: Tier::Medium, ..Cue::default() }, who, "medium, clause"))
    }

    /// X: C in a headline.
    fn colon(&mut self, stretch: Range<usize>) -> bool {
        let reader = self.reader;
        let Some(colon) = stretch.clone().take(10).find(|&at| reader.is(at, ":")) else { return false };
        let phrase = stretch.start..colon;
        let who = speaker::read(reader, source::after(reader, phrase.start, phrase.end), phrase.end);
        let named = matches!(who, Who::Named { .. })
            || matches!(who, Who::Described { .. }) && reader.has(phrase.start, Role::RoleNoun);
        let content = colon + 1..content::end(reader, colon + 1, stretch.end);
        if !named || reader.count_words(content.clone()) < 3 {
            return false;
        }
        self.push(content, colon, Cue::default(), who, "headline with colon");
        if let Some(draft) = self.drafts.last_mut() {
            draft.cue = None;
        }
        true
    }
}

fn trim_comma(reader: &Reader, at: usize) -> usize {
    let back = at.saturating_sub(1);
    if reader.is_comma(back) { back } else { at }
}

/// Past ", profesor di …," after a name.
fn past_apposition(reader: &Reader, at: usize, limit: usize) -> usize {
    const LONGEST: usize = 20;
    if !reader.is_comma(at) || !reader.has(at + 1, Role::RoleNoun) || reader.is_capital(at + 1) {
        return at;
    }
    let clause = |token: usize| reader.has_any(token, &[Role::Demonstrative, Role::Predicate]);
    let comma = (at + 1..limit.min(at + LONGEST)).find(|&token| reader.is_comma(token));
    comma.filter(|&comma| !(at + 1..comma).any(clause)).unwrap_or(at)
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Polarity {
    Plain,
    Denied,
}

/// What stands before a cue: nothing, a negation, or (none) a word that makes it no report.
fn polarity(reader: &Reader, at: usize, from: usize) -> Option<Polarity> {
    let mut polarity = Polarity::Plain;
    for back in (from.max(at.saturating_sub(4))..at).rev() {
        if reader.has(back, Role::Relative) || reader.cue(back, Forms::PASSIVE).is_some() {
            return None;
        }
        if reader.has(back, Role::Negation) {
            polarity = Polarity::Denied;
        } else if reader.has(back, Role::Modal) {
            return None;
        } else if !reader.has(back, Role::Adverb) || reader.name(back).is_some() {
            break;
        }
    }
    Some(polarity)
}

/// "tidak membantah C" grants C; any other cue with a negation reports nothing.
fn negated(act: SpeechAct) -> Option<SpeechAct> {
    (act == SpeechAct::Deny).then_some(SpeechAct::Assert)
}
