//! Whom "-nya", "dia", "pejabat itu" and quotations without a cue stand for: one pass in reading order.

use std::ops::Range;

use crate::entity::mention::{EntityId, EntityKind};
use crate::statement::draft::Draft;
use crate::statement::grammar::{Forms, Role};
use crate::statement::reader::Reader;
use crate::statement::speaker::Who;
use crate::statement::unit::Unit;
use crate::statement::{Reference, StatementKind};
use crate::text::span::Span;

/// Who speaks, settled.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Speaker {
    pub name: String,
    pub entity: Option<EntityId>,
    pub kind: Option<EntityKind>,
    pub plural: bool,
    /// Token that heads a description.
    pub head: Option<usize>,
    pub unit: usize,
}

/// A speaker with the words that name them here.
#[derive(Clone, Debug, Default)]
pub(crate) struct Resolved {
    pub speaker: Speaker,
    pub source: Option<Span>,
    pub reference: Reference,
    pub sure: bool,
}

/// Resolves the speakers of all drafts, which stand in order of content.
pub(crate) fn resolve(reader: &Reader, units: &[Unit], drafts: &[Draft]) -> Vec<Resolved> {
    let mut resolver = Resolver { reader, units, past: Vec::new(), titles: titles(reader) };
    let mut resolved: Vec<Resolved> = Vec::with_capacity(drafts.len());
    let forward = forward(units, drafts);
    for (index, draft) in drafts.iter().enumerate() {
        let given =
            forward.get(index).copied().flatten().and_then(|at| drafts.get(at)).map_or(&draft.who, |giver| &giver.who);
        let mut one = resolver.resolve(draft, given);
        if draft.who == Who::Nobody {
            one.source = None;
            one.reference = if one.speaker.name.is_empty() { Reference::Unknown } else { Reference::Carried };
            one.sure &= draft.kind == StatementKind::Direct;
        }
        if !one.speaker.name.is_empty() {
            resolver.past.push(Speaker { unit: draft.unit, ..one.speaker.clone() });
        }
        resolved.push(one);
    }
    resolved
}

/// For each quotation without a cue, the draft after it that gives the speaker, if one does.
fn forward(units: &[Unit], drafts: &[Draft]) -> Vec<Option<usize>> {
    let mut givers: Vec<Option<usize>> = vec![None; drafts.len()];
    for index in (0..drafts.len().saturating_sub(1)).rev() {
        let (Some(draft), Some(next)) = (drafts.get(index), drafts.get(index + 1)) else { continue };
        let alone = |draft: &Draft| draft.who == Who::Nobody && draft.kind == StatementKind::Direct;
        let neighbours = next.kind == StatementKind::Direct && next.unit == draft.unit + 1;
        let split = index > 0
            && drafts.get(index - 1).is_some_and(|before| {
                before.kind == StatementKind::Direct && !alone(before) && same_paragraph(units, before, draft)
            });
        if alone(draft) && neighbours && !split {
            let giver = if alone(next) { givers.get(index + 1).copied().flatten() } else { Some(index + 1) };
            if let Some(slot) = givers.get_mut(index) {
                *slot = giver;
            }
        }
    }
    givers
}

fn same_paragraph(units: &[Unit], one: &Draft, other: &Draft) -> bool {
    let paragraph = |draft: &Draft| units.get(draft.unit).map(|unit| unit.paragraph);
    paragraph(one) == paragraph(other)
}

/// A title word and the person it stood with.
struct Title {
    token: usize,
    entity: EntityId,
    name: usize,
}

/// The title words in front of persons' names, in order.
fn titles(reader: &Reader) -> Vec<Title> {
    const LONGEST: usize = 8;
    let mut titles = Vec::new();
    for name in reader.names.iter().filter(|name| name.kind == EntityKind::Person) {
        for back in (name.tokens.start.saturating_sub(LONGEST)..name.tokens.start).rev() {
            if reader.has(back, Role::RoleNoun) {
                titles.push(Title { token: back, entity: name.entity, name: name.tokens.start });
            } else if !reader.is_capital(back)
                && !reader.is_comma(back)
                && !reader.is(back, ")")
                && !reader.is(back, "(")
            {
                break;
            }
        }
    }
    titles
}

struct Resolver<'a> {
    reader: &'a Reader<'a>,
    units: &'a [Unit],
    past: Vec<Speaker>,
    titles: Vec<Title>,
}

impl Resolver<'_> {
    fn resolve(&self, draft: &Draft, who: &Who) -> Resolved {
        let span = |tokens: Range<usize>| Some(self.reader.span(tokens));
        match who {
            Who::Nobody => self.carried(None, Reference::Carried),
            Who::Clitic(at) => self.carried(self.clitic(*at), Reference::Clitic),
            Who::Pronoun { at, plural } => {
                let subject = self.is_subject(draft, *at).then(|| self.recent_subject(*at)).flatten();
                let mut found = match (plural, subject) {
                    (true, _) => self.plural(),
                    (false, Some(subject)) => subject,
                    (false, None) => self.carried(None, Reference::Pronoun),
                };
                (found.source, found.reference) = (span(*at..at + 1), Reference::Pronoun);
                found
            }
            Who::Named { tokens, entity, kind } => Resolved {
                speaker: self.named(*entity, *kind, tokens),
                source: span(tokens.clone()),
                reference: Reference::Name,
                sure: true,
            },
            Who::Described { tokens, back } => {
                let mut found = self.described(tokens, *back);
                found.source = span(tokens.clone());
                found
            }
        }
    }

    fn named(&self, entity: EntityId, kind: EntityKind, tokens: &Range<usize>) -> Speaker {
        let known = self.reader.entities.entities.get(entity.index());
        let name = known.map_or_else(|| self.slice(tokens), |entity| entity.name.clone());
        Speaker { name, entity: Some(entity), kind: Some(kind), ..Speaker::default() }
    }

    fn slice(&self, tokens: &Range<usize>) -> String {
        self.reader.document.slice(self.reader.span(tokens.clone())).to_owned()
    }

    /// The clitic's own characters at the end of the cue.
    fn clitic(&self, cue: usize) -> Option<Span> {
        const LENGTH: usize = 3;
        let end = self.reader.token(cue)?.span.end();
        Some(Span::new(end.saturating_sub(LENGTH), end))
    }

    /// The last speaker, a person rather than an organisation.
    fn carried(&self, source: Option<Span>, reference: Reference) -> Resolved {
        let persons = self.past.iter().rev().take(12).find(|speaker| speaker.is_personal());
        match persons.or_else(|| self.past.last()) {
            Some(speaker) => Resolved { speaker: speaker.clone(), source, reference, sure: true },
            None => Resolved { source, reference, ..Resolved::default() },
        }
    }

    fn plural(&self) -> Resolved {
        let group = self.past.iter().rev().take(12).find(|speaker| speaker.plural);
        let other = || self.past.iter().rev().take(6).find(|speaker| speaker.kind != Some(EntityKind::Person));
        match group.or_else(other) {
            Some(speaker) => Resolved { speaker: speaker.clone(), sure: true, ..Resolved::default() },
            None => Resolved::default(),
        }
    }

    /// Whether the pronoun stands before its cue.
    fn is_subject(&self, draft: &Draft, at: usize) -> bool {
        draft.cue.is_some_and(|cue| at < cue)
    }

    /// The person who opened a sentence since the last statement.
    fn recent_subject(&self, at: usize) -> Option<Resolved> {
        let unit = self.units.partition_point(|unit| unit.tokens.end <= at);
        let since = self.past.last().map_or(0, |speaker| speaker.unit + 1);
        let first = unit.saturating_sub(3).max(since);
        let name = (first..unit).rev().filter_map(|unit| self.units.get(unit)).find_map(|unit| {
            let names = self.reader.names_in(unit.tokens.start..unit.tokens.end.min(unit.tokens.start + 12));
            names.iter().find(|name| name.kind == EntityKind::Person)
        })?;
        let speaker = self.named(name.entity, name.kind, &name.tokens);
        Some(Resolved { speaker, sure: false, ..Resolved::default() })
    }

    fn described(&self, tokens: &Range<usize>, back: bool) -> Resolved {
        let reader = self.reader;
        let head = tokens.start;
        if let Some(speaker) = self.by_title(tokens, back) {
            return Resolved { speaker, reference: Reference::Description, sure: true, ..Resolved::default() };
        }
        if back || reader.has(head, Role::Document) && tokens.len() == 1 {
            if let Some(speaker) = self.back_to(head) {
                return Resolved { speaker, reference: Reference::Description, sure: true, ..Resolved::default() };
            }
        }
        let plural = reader.has(head.saturating_sub(1), Role::Determiner);
        let speaker = Speaker { name: self.slice(tokens), plural, head: Some(head), ..Speaker::default() };
        let capital = reader.is_capital(head) && !reader.has(head, Role::RoleNoun);
        let reference = if capital { Reference::Name } else { Reference::Description };
        Resolved { speaker, reference, sure: true, source: None }
    }

    /// The last person named with every word of this description before the name.
    fn by_title(&self, tokens: &Range<usize>, back: bool) -> Option<Speaker> {
        let reader = self.reader;
        let head = tokens.start;
        if tokens.len() > 3 || !reader.has(head, Role::RoleNoun) || !(back || reader.is_capital(head)) {
            return None;
        }
        let before = self.titles.partition_point(|title| title.token < head);
        let known = self.titles.get(..before)?.iter().rev().take(200);
        let same = known.filter(|title| reader.folded(title.token) == reader.folded(head));
        let title = same.into_iter().find(|title| {
            tokens
                .clone()
                .skip(1)
                .all(|at| (title.token..title.name).any(|token| reader.folded(token) == reader.folded(at)))
        })?;
        let kind = EntityKind::Person;
        Some(self.named(title.entity, kind, tokens))
    }

    /// The last speaker described by the same noun, or for words that fit anyone the last person.
    fn back_to(&self, head: usize) -> Option<Speaker> {
        let reader = self.reader;
        let same = |speaker: &&Speaker| speaker.head.is_some_and(|at| reader.folded(at) == reader.folded(head));
        let past = || self.past.iter().rev().take(12);
        let described = past().find(same);
        let document = reader.has(head, Role::Document) || reader.cue(head, Forms::NOUN).is_some();
        let other = || {
            if document { self.past.last() } else { past().find(|speaker| speaker.kind == Some(EntityKind::Person)) }
        };
        described.or_else(other).cloned()
    }
}

impl Speaker {
    fn is_personal(&self) -> bool {
        self.kind.is_none_or(|kind| kind == EntityKind::Person)
    }
}
