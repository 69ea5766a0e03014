//! Direct statements: which quotations are one, and by which cue.

use std::ops::Range;

use crate::statement::StatementKind;
use crate::statement::draft::Draft;
use crate::statement::grammar::{Cue, Forms, Role};
use crate::statement::quotation::Quotation;
use crate::statement::reader::Reader;
use crate::statement::source;
use crate::statement::speaker::{self, Who};
use crate::statement::unit::Unit;

/// A cue, where it stands, and the speaker it gives.
#[derive(Clone, Debug)]
pub(crate) struct Attributed {
    pub at: usize,
    pub cue: Cue,
    pub who: Who,
}

/// What a unit's quotations turned out to be.
#[derive(Clone, Debug, Default)]
pub(crate) struct Directs {
    pub drafts: Vec<Draft>,
    /// Quotations that are statements, as indices.
    pub said: Vec<usize>,
    /// Cue tokens that are used up.
    pub cues: Vec<usize>,
}

/// Reads the quotations of one unit.
pub(crate) fn find(reader: &Reader, quotations: &[Quotation], unit: &Unit, index: usize) -> Directs {
    let mut found = Directs::default();
    let own = quotations.get(unit.quotations.clone()).unwrap_or_default();
    let mut last: Option<Attributed> = None;
    for (at, quotation) in own.iter().enumerate() {
        let earlier = at.checked_sub(1).and_then(|at| own.get(at));
        let before = earlier.map_or(unit.tokens.start, |q| q.outer.end)..quotation.outer.start;
        let after = quotation.outer.end..own.get(at + 1).map_or(unit.tokens.end, |q| q.outer.start);
        let context = Context { reader, quotation, before, after, last: last.as_ref(), first: at == 0 };
        let Some((mut draft, attributed)) = context.read(index) else { continue };
        if let Some(attributed) = attributed {
            draft.cue = Some(attributed.at);
            draft.who = attributed.who.clone();
            draft.act = attributed.cue.act;
            found.cues.push(attributed.at);
            last = Some(attributed);
        }
        found.said.push(unit.quotations.start + at);
        found.drafts.push(draft);
    }
    found
}

struct Context<'a> {
    reader: &'a Reader<'a>,
    quotation: &'a Quotation,
    before: Range<usize>,
    after: Range<usize>,
    last: Option<&'a Attributed>,
    /// Whether no other quotation stands before it in the unit.
    first: bool,
}

type Reading = (Draft, Option<Attributed>);

impl Context<'_> {
    fn read(&self, unit: usize) -> Option<Reading> {
        if self.reader.is_comma(self.quotation.inner.start) {
            return None;
        }
        let draft = |rule| Draft::new(StatementKind::Direct, self.quotation.inner.clone(), unit, rule);
        if let Some(post) = self.post() {
            return Some(match self.embedded() {
                Some(start) => {
                    let content = start..self.quotation.inner.end;
                    (Draft::new(StatementKind::Mixed, content, unit, "embedded quotation, cue"), Some(post))
                }
                None => (draft("quotation, cue"), Some(post)),
            });
        }
        if self.is_title() {
            return None;
        }
        if let Some(last) = self.last.filter(|last| self.before.contains(&last.at)) {
            return self.continues().then(|| (draft("quotation, cue, quotation"), Some(last.clone())));
        }
        if let Some(subject) = self.subject_after() {
            return Some((draft("quotation, speaker, cue"), Some(subject)));
        }
        if let Some(pre) = self.pre() {
            return Some((draft("cue, quotation"), Some(pre)));
        }
        if let Some(post) = self.unknown_cue() {
            return Some((draft("quotation, unknown cue"), Some(post)));
        }
        self.stands_alone().then(|| (draft("quotation alone"), None))
    }

    /// Whether the words are a title or term: after a word for one, or all in capitals with no sign at the end.
    fn is_title(&self) -> bool {
        let reader = self.reader;
        let named = self.before.end.checked_sub(1).filter(|&last| last >= self.before.start);
        let introduced = named.is_some_and(|last| {
            let quoting = reader.has(last, Role::Quoting)
                || reader.has(last.saturating_sub(1), Role::Quoting) && reader.is_word(last);
            quoting && reader.cue(last, Forms::ACTIVE).is_none()
                || reader.has(last, Role::Stop) && reader.is_word(last) && !self.ends_with_sign()
        });
        let words = self.quotation.inner.clone().filter(|&at| reader.is_word(at)).take(12);
        let (capital, count) =
            words.fold((0, 0), |(capital, count), at| (capital + usize::from(reader.is_capital(at)), count + 1));
        let headline = named.is_some() && count < 12 && capital * 3 >= count * 2 && count > 1 && !self.ends_with_sign();
        introduced && named.is_some_and(|last| !reader.has(last, Role::Complementiser)) || headline
    }

    fn words(&self) -> usize {
        self.reader.count_words(self.quotation.inner.clone())
    }

    /// Whether the quotation ends like a sentence or clause of its own.
    fn ends_with_sign(&self) -> bool {
        let last = self.quotation.inner.end.saturating_sub(1);
        self.reader.is_sign(last) && matches!(self.reader.text(last), "," | "." | "?" | "!" | "…" | ";")
    }

    fn begins_large(&self) -> bool {
        !self.reader.text(self.quotation.inner.start).starts_with(char::is_lowercase)
    }

    /// A cue right after the closing mark.
    fn post(&self) -> Option<Attributed> {
        let reader = self.reader;
        let signs =
            self.after.clone().take(3).take_while(|&at| matches!(reader.text(at), "," | "." | "-" | "–" | "—" | ";"));
        let mut at = self.after.start + signs.count();
        for _ in 0..2 {
            at += usize::from(
                at < self.after.end
                    && reader.has_any(at, &[Role::Conjunction, Role::Source])
                    && leads_to_cue(reader, at),
            );
        }
        if at >= self.after.end {
            return None;
        }
        let forms = Forms::BARE.with(Forms::CLITIC).with(Forms::PASSIVE);
        let cue = reader.cue(at, forms)?;
        if cue.forms.any(Forms::CLITIC) {
            return Some(Attributed { at, cue, who: Who::Clitic(at) });
        }
        let phrase = source::after(reader, at + 1, self.after.end);
        let medium = cue.tier == crate::statement::grammar::Tier::Medium;
        (!medium && (cue.forms.any(Forms::BARE) || !phrase.is_empty())).then(|| Attributed {
            at,
            cue,
            who: speaker::read(reader, phrase, self.after.end),
        })
    }

    /// Where the clause begins that the quotation is only the end of.
    fn embedded(&self) -> Option<usize> {
        let reader = self.reader;
        let last = self.before.end.checked_sub(1).filter(|&last| last >= self.before.start)?;
        let words = reader.count_words(self.before.clone());
        let inside = words >= 2 && !reader.is_sign(last) && !self.begins_large() && self.last.is_none();
        let cue = self.before.clone().any(|at| reader.cue(at, Forms::ACTIVE).is_some());
        (inside && !cue).then_some(self.before.start)
    }

    /// Whether a quotation after "Q, kata X" goes on with it.
    fn continues(&self) -> bool {
        self.words() >= 3 || self.ends_with_sign()
    }

    /// "Q," dia menambahkan.
    fn subject_after(&self) -> Option<Attributed> {
        const FARTHEST: usize = 16;
        let reader = self.reader;
        let start = self.after.start + usize::from(reader.is_comma(self.after.start));
        let end = self.after.end.min(start + FARTHEST);
        let at = (start..end).find(|&at| reader.cue(at, Forms::ACTIVE).is_some())?;
        let cue = reader.cue(at, Forms::ACTIVE)?;
        let next = at + 1;
        let ends =
            next >= self.after.end || reader.is_sign(next) && !reader.is_comma(next) || reader.has(next, Role::Stop);
        if !ends || (start..at).any(|token| reader.is_comma(token)) || !self.before.is_empty() {
            return None;
        }
        let phrase = source::before(reader, start, at);
        (!phrase.is_empty()).then(|| Attributed { at, cue, who: speaker::read(reader, phrase, at) })
    }

    /// A cue before the opening mark.
    fn pre(&self) -> Option<Attributed> {
        let reader = self.reader;
        let last = self.before.end.checked_sub(1).filter(|&last| last >= self.before.start)?;
        let colon = reader.is(last, ":");
        let lead = self.before.start.max(self.before.end.saturating_sub(60))..self.before.end;
        let at = lead.clone().rev().find(|&at| self.is_pre_cue(at, lead.start));
        let Some(at) = at else { return if colon { self.named_before_colon() } else { None } };
        let distance = last - at;
        let linked = colon
            || reader.is_comma(last) && (self.words() >= 3 || self.ends_with_sign())
            || distance <= 14
                && self.begins_large()
                && (self.words() >= 4 || self.ends_with_sign() && self.words() >= 2);
        if !linked || reader.has(last, Role::Quoting) {
            return None;
        }
        let cue = reader.cue(at, PRE)?;
        let (phrase, limit) = if cue.forms.any(Forms::ACTIVE) {
            (source::before(reader, self.before.start, at), at)
        } else {
            (source::after(reader, at + 1, last), last)
        };
        Some(Attributed { at, cue, who: speaker::read(reader, phrase, limit) })
    }

    fn is_pre_cue(&self, at: usize, first: usize) -> bool {
        let reader = self.reader;
        let Some(cue) = reader.cue(at, PRE) else { return false };
        let opens = at == first || reader.is_sign(at - 1) || reader.has(at - 1, Role::Conjunction);
        cue.forms.any(Forms::ACTIVE)
            || cue.forms.any(Forms::PREPOSITION) && opens
            || cue.forms.any(Forms::BARE) && opens
            || cue.forms.any(Forms::PASSIVE) && cue.tier == crate::statement::grammar::Tier::Core && opens
    }

    /// Budi: "Kami siap."
    fn named_before_colon(&self) -> Option<Attributed> {
        let reader = self.reader;
        let colon = self.before.end - 1;
        let phrase = source::after(reader, self.before.start, colon);
        let whole = phrase.end == colon && phrase.len() <= 12 && reader.is_capital(phrase.start);
        let named = !reader.names_in(phrase.clone()).is_empty() || reader.has(phrase.start, Role::RoleNoun);
        (whole && named).then(|| Attributed {
            at: colon,
            cue: Cue::default(),
            who: speaker::read(reader, phrase, colon),
        })
    }

    /// A word this grammar does not know, after a quotation that ends with a comma ("…," sesumbar Budi).
    fn unknown_cue(&self) -> Option<Attributed> {
        let reader = self.reader;
        let last = self.quotation.inner.end.saturating_sub(1);
        let at = self.after.start;
        let opens = self.first && !self.before.clone().any(|at| reader.is_word(at));
        let spoken = reader.is(last, ",") && self.words() >= 4 && self.begins_large();
        if !(opens && spoken && reader.is_word(at) && at < self.after.end) {
            return None;
        }
        let attributed = |who| Some(Attributed { at, cue: Cue::default(), who });
        if reader.is_capital(at) {
            let phrase = source::after(reader, at, self.after.end);
            let who = speaker::read(reader, phrase, self.after.end);
            return if matches!(who, Who::Named { .. }) { attributed(who) } else { None };
        }
        if reader.has_clitic(at) {
            return attributed(Who::Clitic(at));
        }
        attributed(speaker::read(reader, source::after(reader, at + 1, self.after.end), self.after.end))
    }

    /// Whether nothing else stands in the unit.
    fn stands_alone(&self) -> bool {
        let reader = self.reader;
        let empty = |tokens: Range<usize>| !tokens.clone().any(|at| reader.is_word(at));
        let bracketed = reader.is(self.after.start, "(") || reader.is(self.after.start, "[");
        let free_before = if self.first {
            empty(self.before.clone())
        } else {
            self.last.is_some() && empty(self.before.clone()) || self.before.is_empty()
        };
        let sourced = self.after.clone().take(3).any(|at| reader.has(at, Role::Source));
        let sentence = self.ends_with_sign() || reader.is_stop(self.after.start) || self.words() >= 5;
        free_before
            && (empty(self.after.clone()) || bracketed || sourced)
            && self.words() >= 3
            && sentence
            && self.begins_large()
    }
}

const PRE: Forms = Forms::ACTIVE.with(Forms::BARE).with(Forms::PREPOSITION).with(Forms::PASSIVE);

/// Whether a cue follows within two words ("demikian kata X", "seperti yang dikatakan X").
fn leads_to_cue(reader: &Reader, at: usize) -> bool {
    let forms = Forms::BARE.with(Forms::CLITIC).with(Forms::PASSIVE);
    (at + 1..=at + 2).any(|next| reader.cue(next, forms).is_some())
}
