//! Whom "-nya", "dia", "pejabat itu" and quotations without a cue stand for: one pass in reading order.

use std::ops::Range;

use crate::entity::mention::{EntityId, EntityKind};
use crate::statement::draft::Draft;
use crate::statement::grammar::{Forms, Role, Tier};
use crate::statement::reader::Reader;
use crate::statement::source;
use crate::statement::speaker::Who;
use crate::statement::unit::Unit;
use crate::statement::{Reference, SpeechAct, StatementKind};
use crate::text::span::Span;

/// How many statements back a reference may reach.
const MEMORY: usize = 12;

/// Who speaks, settled.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Speaker {
    pub name: String,
    pub entity: Option<EntityId>,
    pub kind: Option<EntityKind>,
    pub plural: bool,
    /// Token that heads a description.
    pub head: Option<usize>,
    /// Whether a person may stand behind it.
    pub personal: bool,
    /// Whether the statement was a question.
    pub asks: bool,
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
    let mut settled: Vec<Resolved> = Vec::with_capacity(drafts.len());
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
            let asks = draft.act == SpeechAct::Ask;
            resolver.past.push(Speaker { unit: draft.unit, asks, ..one.speaker.clone() });
        }
        settled.push(one);
    }
    settled
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
    const LONGEST: usize = 16;
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
            Who::Nobody => self.last(draft),
            Who::Clitic(at) => {
                let found = self.reply(draft).or_else(|| self.introduced(draft));
                let found = found.unwrap_or_else(|| self.carried(draft));
                Resolved { source: self.clitic(*at), reference: Reference::Clitic, ..found }
            }
            Who::Pronoun { at, plural } => {
                let before_cue = draft.cue.is_some_and(|cue| *at < cue);
                let subject = || if before_cue { self.recent_subject(draft.unit) } else { self.introduced(draft) };
                let found = match plural {
                    true => self.plural(),
                    false => self.reply(draft).or_else(subject).unwrap_or_else(|| self.carried(draft)),
                };
                Resolved { source: span(*at..at + 1), reference: Reference::Pronoun, ..found }
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
        let personal = kind == EntityKind::Person;
        Speaker { name, entity: Some(entity), kind: Some(kind), personal, ..Speaker::default() }
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

    /// The last speaker, whoever it is.
    fn last(&self, draft: &Draft) -> Resolved {
        match self.past.last() {
            Some(speaker) => Resolved { speaker: speaker.clone(), sure: true, ..Resolved::default() },
            None => self.carried(draft),
        }
    }

    /// The last speaker, a person rather than an organisation; before anyone spoke, the person last talked about.
    fn carried(&self, draft: &Draft) -> Resolved {
        let person = self.past.iter().rev().take(MEMORY).find(|speaker| speaker.personal);
        if let Some(speaker) = person {
            return Resolved { speaker: speaker.clone(), sure: true, ..Resolved::default() };
        }
        let other = self.past.last().map(|speaker| Resolved { speaker: speaker.clone(), ..Resolved::default() });
        self.person_before(draft.unit).or(other).unwrap_or_default()
    }

    /// The one who answers when the last speaker asked.
    fn reply(&self, draft: &Draft) -> Option<Resolved> {
        let asker =
            self.past.last().filter(|last| last.asks && last.unit + 2 >= draft.unit && draft.act != SpeechAct::Ask)?;
        let other = |speaker: &&Speaker| speaker.personal && speaker.name != asker.name;
        let speaker = self.past.iter().rev().take(MEMORY).find(other)?.clone();
        Some(Resolved { speaker, ..Resolved::default() })
    }

    /// The agent of a cue since the last statement ("Hal itu disampaikan Budi.").
    fn introduced(&self, draft: &Draft) -> Option<Resolved> {
        let reader = self.reader;
        let first = self.past.last().map_or(0, |speaker| speaker.unit + 1).max(draft.unit.saturating_sub(2));
        let unit = self.units.get(first..draft.unit)?.last()?;
        let cue = unit
            .tokens
            .clone()
            .take(60)
            .find(|&at| reader.cue(at, Forms::PASSIVE).is_some_and(|cue| cue.tier == Tier::Core))?;
        let names = reader.names_in(source::after(reader, cue + 1, unit.tokens.end));
        let name = names.iter().find(|name| name.kind == EntityKind::Person)?;
        Some(Resolved { speaker: self.named(name.entity, name.kind, &name.tokens), sure: true, ..Resolved::default() })
    }

    /// The first person of the nearest unit before this one that names any.
    fn person_before(&self, unit: usize) -> Option<Resolved> {
        const FARTHEST: usize = 5;
        let units = self.units.get(unit.saturating_sub(FARTHEST)..=unit).unwrap_or_default();
        let name = units.iter().rev().find_map(|unit| {
            let names = self.reader.names_in(unit.tokens.clone());
            names.iter().find(|name| name.kind == EntityKind::Person)
        })?;
        Some(Resolved { speaker: self.named(name.entity, name.kind, &name.tokens), ..Resolved::default() })
    }

    fn plural(&self) -> Resolved {
        let group = self.past.iter().rev().take(MEMORY).find(|speaker| speaker.plural);
        let other = || self.past.iter().rev().take(6).find(|speaker| speaker.kind != Some(EntityKind::Person));
        match group.or_else(other) {
            Some(speaker) => Resolved { speaker: speaker.clone(), sure: true, ..Resolved::default() },
            None => Resolved::default(),
        }
    }

    /// The person who opened a sentence since the last statement.
    fn recent_subject(&self, unit: usize) -> Option<Resolved> {
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
        if let Some(speaker) = back.then(|| self.back_to(tokens)).flatten() {
            return Resolved { speaker, reference: Reference::Description, sure: true, ..Resolved::default() };
        }
        let plural = reader.has(head.saturating_sub(1), Role::Determiner);
        let capital =
            reader.is_capital(head) && !reader.has_any(head, &[Role::RoleNoun, Role::Institution, Role::Document]);
        let personal = capital || tokens.clone().any(|at| reader.has_any(at, &[Role::RoleNoun, Role::Relational]));
        let name = self.slice(tokens);
        let speaker = Speaker { name, plural, personal, head: Some(head), ..Speaker::default() };
        let reference = if capital { Reference::Name } else { Reference::Description };
        Resolved { speaker, reference, sure: true, source: None }
    }

    /// The last person named with every word of this description before the name; for a headline, the first after it.
    fn by_title(&self, tokens: &Range<usize>, back: bool) -> Option<Speaker> {
        const WORDS: usize = 10;
        let reader = self.reader;
        let head = tokens.start;
        if tokens.len() > WORDS || !reader.has(head, Role::RoleNoun) || !(back || reader.is_capital(head)) {
            return None;
        }
        let before = self.titles.partition_point(|title| title.token < head);
        let fits = |title: &&Title| self.fits(title, tokens);
        let headline = self.units.first().is_some_and(|unit| unit.headline && unit.tokens.contains(&head));
        let title = if headline {
            self.titles.get(before..)?.iter().take(20).find(fits)?
        } else {
            self.titles.get(..before)?.iter().rev().take(200).find(fits)?
        };
        Some(self.named(title.entity, EntityKind::Person, tokens))
    }

    /// Whether a title holds every word of a description, its head first.
    fn fits(&self, title: &Title, tokens: &Range<usize>) -> bool {
        let reader = self.reader;
        let word = |at: usize| reader.token(at).map(|token| token.word);
        let within = |at: usize| (title.token..title.name).any(|token| word(token) == word(at));
        word(title.token) == word(tokens.start) && tokens.clone().skip(1).all(within)
    }

    /// The last speaker described by the same noun, or for words that fit anyone the last person.
    fn back_to(&self, tokens: &Range<usize>) -> Option<Speaker> {
        let reader = self.reader;
        let head = tokens.start;
        let same = |speaker: &&Speaker| speaker.head.is_some_and(|at| reader.folded(at) == reader.folded(head));
        let past = || self.past.iter().rev().take(MEMORY);
        let document = reader.has(head, Role::Document) || reader.cue(head, Forms::NOUN).is_some();
        let own = reader.names_in(tokens.clone());
        let free = |speaker: &&Speaker| !own.iter().any(|name| Some(name.entity) == speaker.entity);
        let person = |speaker: &&Speaker| speaker.kind == Some(EntityKind::Person) && free(speaker);
        let other = || if document { self.past.last() } else { past().find(person) };
        past().find(same).or_else(other).cloned()
    }
}
