//! Indirect and mixed statements: cues outside quotations, each handed to its pattern.

use std::ops::Range;

use crate::statement::StatementKind;
use crate::statement::direct::Directs;
use crate::statement::draft::Draft;
use crate::statement::grammar::{Cue, Forms, Role, Tier};
use crate::statement::quotation::Quotation;
use crate::statement::reader::Reader;
use crate::statement::speaker::Who;
use crate::statement::unit::Unit;

/// Reads the words of one unit that stand outside its direct statements.
pub(crate) fn find(
    reader: &Reader,
    quotations: &[Quotation],
    unit: &Unit,
    index: usize,
    directs: &Directs,
    follows: bool,
) -> Vec<Draft> {
    let mut finder = Finder { reader, quotations, unit, index, directs, follows, drafts: Vec::new() };
    for stretch in finder.stretches() {
        finder.read(&stretch);
    }
    finder.drafts
}

/// The search for indirect statements in one unit.
pub(crate) struct Finder<'a> {
    pub reader: &'a Reader<'a>,
    pub quotations: &'a [Quotation],
    pub unit: &'a Unit,
    pub index: usize,
    pub directs: &'a Directs,
    /// Whether the unit before holds a statement.
    pub follows: bool,
    pub drafts: Vec<Draft>,
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

    fn read(&mut self, stretch: &Range<usize>) {
        if self.unit.headline && self.colon(stretch) {
            return;
        }
        let mut at = stretch.start;
        while at < stretch.end {
            at = self.quoted_until(at).or_else(|| self.try_at(at, stretch)).unwrap_or(at + 1).max(at + 1);
        }
    }

    /// The quotations of the unit that begin at `at` or later.
    fn quotations_from(&self, at: usize) -> &[Quotation] {
        let own = self.quotations.get(self.unit.quotations.clone()).unwrap_or_default();
        own.get(own.partition_point(|quotation| quotation.outer.start < at)..).unwrap_or_default()
    }

    /// The end of the quoted words that begin at `at`.
    fn quoted_until(&self, at: usize) -> Option<usize> {
        let next = self.quotations_from(at).first();
        next.filter(|quotation| quotation.outer.start == at).map(|quotation| quotation.outer.end)
    }

    /// Reads the cue at `at`, if it is one; gives the place to go on from.
    fn try_at(&mut self, at: usize, stretch: &Range<usize>) -> Option<usize> {
        let reader = self.reader;
        if self.directs.cues.binary_search(&at).is_ok() || reader.name(at).is_some() && !reader.is_glued(at) {
            return None;
        }
        let credited = || reader.has(at, Role::Likeness);
        let likened = || at == stretch.start + 1 && reader.has(stretch.start, Role::Likeness);
        let sourced = || reader.has(at, Role::Source) && (self.opens(at, stretch) || likened());
        let found = match (credited(), sourced()) {
            (true, _) => self.credited(at, stretch),
            (_, true) => self.sourced(at, stretch),
            _ => None,
        };
        if found.is_some() {
            return found;
        }
        let active = if self.unit.headline { Forms::ACTIVE.with(Forms::HEADLINE) } else { Forms::ACTIVE };
        let cue = reader.cue(at, ANY.with(active).with(Forms::NOUN))?;
        if let Some(end) = cue.forms.any(Forms::NOUN).then(|| self.noun(at, cue, stretch)).flatten() {
            return Some(end);
        }
        if let Some(end) = self.closing(at, cue, stretch) {
            return Some(end);
        }
        let found = if cue.forms.any(Forms::PREPOSITION) {
            self.according(at, cue, stretch)
        } else if cue.forms.any(active) && cue.tier >= Tier::Extended {
            self.active(at, cue, stretch)
        } else {
            None
        };
        let inverted = cue.forms.any(Forms::BARE.with(Forms::CLITIC)) && cue.tier == Tier::Core;
        let found = found.or_else(|| if inverted { self.parenthetical(at, cue, stretch) } else { None });
        found.or_else(|| if cue.forms.any(Forms::PASSIVE) { self.passive(at, cue, stretch) } else { None })
    }

    /// Whether a clause begins at `at`, conjunctions aside.
    pub fn opens(&self, at: usize, stretch: &Range<usize>) -> bool {
        const LEAD: [Role; 2] = [Role::Conjunction, Role::Adverb];
        let mut first = at;
        while first > stretch.start && self.reader.has_any(first - 1, &LEAD) && at - first < 3 {
            first -= 1;
        }
        first == stretch.start || self.reader.is_sign(first - 1) && !self.reader.is(first - 1, "(")
    }

    /// Adds a statement; gives the end of its content.
    pub fn push(&mut self, content: Range<usize>, at: usize, cue: Cue, who: Who, rule: &'static str) -> usize {
        let end = content.end;
        let content = self.without_link(content);
        let mut draft = Draft::new(self.kind(&content), content, self.index, rule);
        (draft.cue, draft.who, draft.act) = (Some(at), who, cue.act);
        self.drafts.push(draft);
        end
    }

    /// Without "agar" at its head, which only links what is asked for to its verb.
    fn without_link(&self, content: Range<usize>) -> Range<usize> {
        let first = content.start;
        let links = self.reader.has(first, Role::Purpose) && !self.reader.has(first, Role::Adjunct);
        first + usize::from(links && content.len() > 1)..content.end
    }

    /// Mixed when a quotation of some length stands in the content.
    fn kind(&self, content: &Range<usize>) -> StatementKind {
        const LOOKED_AT: usize = 4;
        let long = |quotation: &Quotation| {
            quotation.paired && quotation.outer.end <= content.end && self.reader.has_words(quotation.inner.clone(), 3)
        };
        let mixed = self.quotations_from(content.start).iter().take(LOOKED_AT).any(long);
        if mixed { StatementKind::Mixed } else { StatementKind::Indirect }
    }

    /// Whether one of the last statements found shares words with `content`.
    pub fn is_taken(&self, content: &Range<usize>) -> bool {
        let meets = |draft: &Draft| draft.content.start < content.end && content.start < draft.content.end;
        self.drafts.iter().rev().take(4).any(meets)
    }

    /// The end of the last statement's content, or the stretch's start.
    pub fn last_end(&self, stretch: &Range<usize>) -> usize {
        self.drafts.last().map_or(stretch.start, |draft| draft.content.end.max(stretch.start))
    }
}

const ANY: Forms = Forms::BARE.with(Forms::CLITIC).with(Forms::PASSIVE).with(Forms::PREPOSITION);

/// Back over a comma before `at`.
pub(crate) fn before_comma(reader: &Reader, at: usize) -> usize {
    let back = at.saturating_sub(1);
    if reader.is_comma(back) { back } else { at }
}
