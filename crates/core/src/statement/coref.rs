//! Whom "-nya", "dia", "pejabat itu" and quotations without a cue stand for: one pass in reading order.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use crate::entity::mention::{EntityId, EntityKind};
use crate::statement::draft::Draft;
use crate::statement::grammar::{Forms, Role, Tier};
use crate::statement::reader::Reader;
use crate::statement::source;
use crate::statement::speaker::{Joint, Who};
use crate::statement::title::{self, Title};
use crate::statement::topic;
use crate::statement::unit::Unit;
use crate::statement::{Reference, SpeechAct, StatementKind};
use crate::text::span::Span;
use crate::text::vocabulary::fold;

/// How many statements back a reference may reach.
const MEMORY: usize = 12;

/// Who speaks, settled.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Speaker {
    pub name: String,
    pub entity: Option<EntityId>,
    pub kind: Option<EntityKind>,
    pub plural: bool,
    /// The tokens of a description.
    pub described: Option<Range<usize>>,
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
    let mut resolver =
        Resolver { reader, units, past: Vec::new(), titles: title::all(reader), countries: countries(reader) };
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

/// The countries of the article that have a capital to speak for them.
fn countries<'a>(reader: &Reader<'a>) -> HashMap<&'a str, EntityId> {
    let named: HashSet<&str> = reader.metonyms.values().copied().collect();
    let places = reader.entities.entities.iter().enumerate().filter(|(_, entity)| named.contains(entity.name.as_str()));
    places.map(|(index, entity)| (entity.name.as_str(), EntityId(index as u32))).collect()
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

struct Resolver<'a> {
    reader: &'a Reader<'a>,
    units: &'a [Unit],
    past: Vec<Speaker>,
    titles: Vec<Title>,
    /// The countries of the article that may speak under the names of their capitals.
    countries: HashMap<&'a str, EntityId>,
}

impl Resolver<'_> {
    fn resolve(&self, draft: &Draft, who: &Who) -> Resolved {
        let span = |tokens: Range<usize>| Some(self.reader.span(tokens));
        match who {
            Who::Nobody => self.last(draft),
            Who::Clitic(at) => {
                let found = self.reply(draft).or_else(|| self.introduced(draft));
                let found = found.or_else(|| self.better_than_unnamed(draft));
                let found = found.unwrap_or_else(|| self.carried(draft));
                Resolved { source: self.clitic(*at), reference: Reference::Clitic, ..found }
            }
            Who::Pronoun { at, plural } => {
                let before_cue = draft.cue.is_some_and(|cue| *at < cue);
                let subject = || if before_cue { self.recent_subject(draft) } else { self.introduced(draft) };
                let found = match plural {
                    true => self.plural(),
                    false => {
                        let found = self.reply(draft).or_else(subject).or_else(|| self.better_than_unnamed(draft));
                        found.unwrap_or_else(|| self.carried(draft))
                    }
                };
                Resolved { source: span(*at..at + 1), reference: Reference::Pronoun, ..found }
            }
            Who::Named { tokens, entity, kind, joint } => Resolved {
                speaker: self.joined(self.named(*entity, *kind, tokens), *joint),
                source: span(tokens.clone()),
                reference: Reference::Name,
                sure: true,
            },
            Who::Described { tokens, back } => {
                let mut found = self.described(draft, tokens, *back);
                found.source = span(tokens.clone());
                found
            }
        }
    }

    fn named(&self, entity: EntityId, kind: EntityKind, tokens: &Range<usize>) -> Speaker {
        let known = self.reader.entities.entities.get(entity.index());
        let glued = tokens.clone().find(|&at| self.reader.is_glued(at));
        let whole = |name: &str| glued.is_none_or(|at| !name.contains(self.reader.text(at)));
        let name = match known.filter(|entity| whole(&entity.name)) {
            Some(entity) => entity.name.clone(),
            None => self.slice(&(tokens.start..glued.map_or(tokens.end, |at| at + 1))),
        };
        let personal = kind == EntityKind::Person;
        if let Some(country) = self.country(kind, &name) {
            return country;
        }
        Speaker { name, entity: Some(entity), kind: Some(kind), personal, ..Speaker::default() }
    }

    /// The country that speaks under the name of its capital.
    fn country(&self, kind: EntityKind, name: &str) -> Option<Speaker> {
        let capital = (kind == EntityKind::Location).then(|| fold(name))?;
        let country = *self.reader.metonyms.get(capital.as_str())?;
        let entity = self.countries.get(country).copied();
        Some(Speaker { name: country.to_owned(), entity, kind: Some(kind), ..Speaker::default() })
    }

    /// The speaker with the second one of a pair.
    fn joined(&self, speaker: Speaker, joint: Option<Joint>) -> Speaker {
        let other = |joint: &Joint| self.reader.entities.entities.get(joint.entity.index());
        let Some((joint, other)) = joint.and_then(|joint| Some((joint, other(&joint)?))) else { return speaker };
        let by = self.reader.text(joint.by);
        let pair = if joint.before { [&other.name, by, &speaker.name] } else { [&speaker.name, by, &other.name] };
        Speaker { name: pair.join(" "), plural: true, ..speaker }
    }

    fn slice(&self, tokens: &Range<usize>) -> String {
        self.reader.phrase(tokens.clone()).split_whitespace().collect::<Vec<_>>().join(" ")
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
        let past = || self.past.iter().rev().take(MEMORY).filter(|speaker| speaker.personal);
        let person = past().find(|speaker| speaker.entity.is_none() || !speaker.plural).or_else(|| past().next());
        if let Some(speaker) = person {
            let sure = self.asker(draft).is_none();
            return Resolved { speaker: speaker.clone(), sure, ..Resolved::default() };
        }
        let other = self.past.last().map(|speaker| Resolved { speaker: speaker.clone(), ..Resolved::default() });
        self.person_before(draft.unit).or(other).unwrap_or_default()
    }

    /// The last speaker, if they asked something just before this statement.
    fn asker(&self, draft: &Draft) -> Option<&Speaker> {
        self.past.last().filter(|last| last.asks && last.unit + 2 >= draft.unit && draft.act != SpeechAct::Ask)
    }

    /// The one who answers when the last speaker asked.
    fn reply(&self, draft: &Draft) -> Option<Resolved> {
        let asker = self.asker(draft)?;
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

    /// The sentences since the last statement, no more than a few, the nearest first; with the words before a quotation.
    fn since(&self, draft: &Draft) -> impl Iterator<Item = Range<usize>> {
        const FARTHEST: usize = 3;
        let since = self.past.last().map_or(0, |speaker| speaker.unit + 1);
        let first = draft.unit.saturating_sub(FARTHEST).max(since);
        let own = self.units.get(draft.unit).filter(|_| draft.kind == StatementKind::Direct);
        let own = own.map(|unit| unit.tokens.start..draft.content.start).filter(|before| !before.is_empty());
        let units = self.units.get(first..draft.unit).unwrap_or_default();
        own.into_iter().chain(units.iter().rev().map(|unit| unit.tokens.clone()))
    }

    /// The person whom the sentences since the last statement are about.
    fn topic(&self, draft: &Draft, but: &[Option<EntityId>]) -> Option<Speaker> {
        let name = self.since(draft).find_map(|tokens| topic::of(self.reader, &tokens, but))?;
        Some(self.named(name.entity, name.kind, &name.tokens))
    }

    /// The person who opened a sentence since the last statement.
    fn recent_subject(&self, draft: &Draft) -> Option<Resolved> {
        const WITHIN: usize = 12;
        let opener = |tokens: &Range<usize>| {
            let names = self.reader.names_in(tokens.start..tokens.end.min(tokens.start + WITHIN));
            names.iter().find(|name| name.kind == EntityKind::Person)
        };
        let about = |tokens: Range<usize>| topic::of(self.reader, &tokens, &[]).or_else(|| opener(&tokens));
        let name = self.since(draft).find_map(about)?;
        let speaker = self.named(name.entity, name.kind, &name.tokens);
        Some(Resolved { speaker, sure: false, ..Resolved::default() })
    }

    /// The person talked about since an unnamed speaker spoke, who is likelier meant than that speaker.
    fn better_than_unnamed(&self, draft: &Draft) -> Option<Resolved> {
        self.past.last().filter(|last| last.entity.is_none())?;
        let speaker = self.topic(draft, &[])?;
        Some(Resolved { speaker, sure: false, ..Resolved::default() })
    }

    fn described(&self, draft: &Draft, tokens: &Range<usize>, back: bool) -> Resolved {
        let reader = self.reader;
        let head = tokens.start;
        let description = Resolved { reference: Reference::Description, sure: true, ..Resolved::default() };
        if let Some(speaker) = self.by_title(tokens, back) {
            return Resolved { speaker, ..description };
        }
        if let Some((speaker, sure)) = back.then(|| self.back_to(draft, tokens)).flatten() {
            return Resolved { speaker, sure, ..description };
        }
        let plural = reader.has(head.saturating_sub(1), Role::Determiner);
        let capital =
            reader.is_capital(head) && !reader.has_any(head, &[Role::RoleNoun, Role::Institution, Role::Document]);
        let noun = tokens.clone().any(|at| reader.has_any(at, &[Role::RoleNoun, Role::Relational]));
        let personal = capital || noun && !reader.has(head, Role::Document);
        let name = self.same_description(tokens).unwrap_or_else(|| self.slice(tokens));
        let speaker = Speaker { name, plural, personal, described: Some(tokens.clone()), ..Speaker::default() };
        let reference = if capital { Reference::Name } else { Reference::Description };
        Resolved { speaker, reference, sure: true, source: None }
    }

    /// The name of an earlier speaker described by the same noun and the same names, however those are written.
    fn same_description(&self, tokens: &Range<usize>) -> Option<String> {
        const REMEMBERED: usize = 100;
        let reader = self.reader;
        let entities = |tokens: &Range<usize>| -> Vec<EntityId> {
            reader.names_in(tokens.clone()).iter().map(|name| name.entity).collect()
        };
        let own = entities(tokens);
        let same = |speaker: &&Speaker| {
            speaker.described.as_ref().is_some_and(|other| {
                reader.folded(other.start) == reader.folded(tokens.start)
                    && other.len() == tokens.len()
                    && !own.is_empty()
                    && entities(other) == own
            })
        };
        self.past.iter().rev().take(REMEMBERED).filter(same).last().map(|speaker| speaker.name.clone())
    }

    /// The last person named with every word of this description as a title; for a headline, the first after it.
    fn by_title(&self, tokens: &Range<usize>, back: bool) -> Option<Speaker> {
        const WORDS: usize = 10;
        const SOON: usize = 80;
        let reader = self.reader;
        let head = tokens.start;
        if tokens.len() > WORDS || !reader.has(head, Role::RoleNoun) {
            return None;
        }
        let before = self.titles.partition_point(|title| title.words.start < head);
        let fits = |title: &&Title| title.fits(reader, tokens);
        let earlier = || self.titles.get(..before).unwrap_or_default().iter().rev().take(200).filter(fits);
        let later = || self.titles.get(before..).unwrap_or_default().iter().take(20).find(fits);
        let headline = self.units.first().is_some_and(|unit| unit.headline && unit.tokens.contains(&head));
        let title = if headline {
            later()
        } else if back || reader.is_capital(head) {
            earlier().next()
        } else {
            let only = earlier().next().filter(|last| earlier().all(|title| title.entity == last.entity));
            let telling = tokens.len() > 1 || !reader.has(head, Role::Collective);
            let soon = || later().filter(|title| title.words.start < head + SOON && tokens.len() > 1);
            let unmarked = !reader.has(head.saturating_sub(1), Role::Determiner);
            if unmarked && telling { only.or_else(soon) } else { None }
        };
        Some(self.named(title?.entity, EntityKind::Person, tokens))
    }

    /// The last speaker described by the same noun, or for words that fit anyone the last person; and whether that is sure.
    fn back_to(&self, draft: &Draft, tokens: &Range<usize>) -> Option<(Speaker, bool)> {
        let reader = self.reader;
        let head = tokens.start;
        let same = |speaker: &&Speaker| {
            speaker.described.as_ref().is_some_and(|other| reader.folded(other.start) == reader.folded(head))
        };
        let past = || self.past.iter().rev().take(MEMORY);
        let own: Vec<_> = reader.names_in(tokens.clone()).iter().map(|name| Some(name.entity)).collect();
        let person = |speaker: &&Speaker| speaker.kind == Some(EntityKind::Person) && !own.contains(&speaker.entity);
        if let Some(speaker) = past().find(same) {
            return Some((speaker.clone(), true));
        }
        if reader.has(head, Role::Document) || reader.cue(head, Forms::NOUN).is_some() {
            return Some((self.past.last()?.clone(), true));
        }
        let last = past().find(person);
        match self.topic(draft, &own) {
            Some(topic) => Some((topic.clone(), last.is_none_or(|last| last.entity == topic.entity))),
            None => Some((last?.clone(), true)),
        }
    }
}
