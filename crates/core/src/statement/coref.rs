//! Whom "-nya", "dia", "pejabat itu" and quotations without a cue stand for: one pass in reading order.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use crate::entity::mention::{EntityId, EntityKind};
use crate::statement::agentless::ABOUT_SOMEBODY;
use crate::statement::draft::Draft;
use crate::statement::grammar::{Forms, Role, Tier};
use crate::statement::reader::{Name, Reader};
use crate::statement::retold;
use crate::statement::source;
use crate::statement::speaker::{Joint, Who};
use crate::statement::title::{self, Title};
use crate::statement::topic;
use crate::statement::unit::Unit;
use crate::statement::{Reference, SpeechAct, StatementKind};
use crate::text::span::Span;
use crate::text::vocabulary::fold;

/// How many statements back a reference may reach.
pub(crate) const MEMORY: usize = 12;

/// How many sentences back a speaker may be carried over without doubt.
const NEAR: usize = 6;

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
        Resolver { reader, units, past: Vec::new(), titles: title::all(reader, units), countries: countries(reader) };
    let mut settled: Vec<Resolved> = Vec::with_capacity(drafts.len());
    let forward = forward(units, drafts);
    for (index, draft) in drafts.iter().enumerate() {
        let given =
            forward.get(index).copied().flatten().and_then(|at| drafts.get(at)).map_or(&draft.who, |giver| &giver.who);
        let untold = draft.rule == ABOUT_SOMEBODY && units.get(draft.unit).is_some_and(|unit| unit.headline);
        let mut one = if untold { Resolved::default() } else { resolver.resolve(draft, given) };
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
    retold::name_speaker_of_headline(reader, units, drafts, &mut settled);
    settled
}

/// The countries of the article that have a capital to speak for them; none where no capital is named.
fn countries<'a>(reader: &Reader<'a>) -> HashMap<&'a str, EntityId> {
    let mut places = reader.entities.entities.iter().filter(|entity| entity.kind == EntityKind::Location);
    if !places.any(|place| reader.metonyms.get(fold(&place.name).as_str()).is_some()) {
        return HashMap::new();
    }
    let named: HashSet<&str> = reader.metonyms.iter().map(|(_, country)| *country).collect();
    let places = reader.entities.entities.iter().enumerate().filter(|(_, entity)| named.contains(entity.name.as_str()));
    places.map(|(index, entity)| (entity.name.as_str(), EntityId(index as u32))).collect()
}

/// For each quotation without a cue, the draft after it that gives the speaker, if one does: the next paragraph opens
/// with a quotation, or nobody spoke before but in the headline.
fn forward(units: &[Unit], drafts: &[Draft]) -> Vec<Option<usize>> {
    const MARKS: usize = 2;
    let in_headline = |draft: &&Draft| units.get(draft.unit).is_some_and(|unit| unit.headline);
    let first = drafts.iter().take_while(in_headline).count();
    let mut givers: Vec<Option<usize>> = vec![None; drafts.len()];
    for index in (0..drafts.len().saturating_sub(1)).rev() {
        let (Some(draft), Some(next)) = (drafts.get(index), drafts.get(index + 1)) else { continue };
        let alone = |draft: &Draft| {
            draft.who == Who::Nobody && (draft.kind == StatementKind::Direct || draft.rule == ABOUT_SOMEBODY)
        };
        let opens = |at: usize| units.get(next.unit).is_some_and(|unit| unit.tokens.start + MARKS >= at);
        let neighbours = next.kind == StatementKind::Direct && next.unit == draft.unit + 1;
        let neighbours = neighbours && (opens(next.content.start) || index <= first);
        let split = index > 0
            && drafts.get(index - 1).is_some_and(|before| {
                let near = draft.rule == ABOUT_SOMEBODY && before.unit + 1 >= draft.unit;
                near || before.kind == StatementKind::Direct && !alone(before) && same_paragraph(units, before, draft)
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

/// The speakers settled so far, and what references are looked up in.
pub(crate) struct Resolver<'a> {
    pub reader: &'a Reader<'a>,
    pub units: &'a [Unit],
    pub past: Vec<Speaker>,
    pub titles: Vec<Title>,
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
                    true => self.plural(draft),
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
            Who::Implied(at) => self.described(draft, &(*at..*at + 1), false),
            Who::Described { tokens, back } => {
                let mut found = self.described(draft, tokens, *back);
                found.source = span(tokens.clone());
                found
            }
        }
    }

    pub fn named(&self, entity: EntityId, kind: EntityKind, tokens: &Range<usize>) -> Speaker {
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

    pub fn slice(&self, tokens: &Range<usize>) -> String {
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
            let near = speaker.unit + NEAR >= draft.unit;
            let sure = near && self.asker(draft).is_none();
            return Resolved { speaker: speaker.clone(), sure, ..Resolved::default() };
        }
        let other = self.past.last().map(|speaker| Resolved { speaker: speaker.clone(), ..Resolved::default() });
        self.person_before(draft).or(other).unwrap_or_default()
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

    /// The agent of a cue since the last statement ("Hal itu disampaikan Budi."), or who told something there
    /// that is no statement ("Budi menyampaikan terima kasih."), or is one of those told about ("Salah satunya Budi.").
    fn introduced(&self, draft: &Draft) -> Option<Resolved> {
        let reader = self.reader;
        let first = self.past.last().map_or(0, |speaker| speaker.unit + 1).max(draft.unit.saturating_sub(2));
        let unit = self.units.get(first..draft.unit)?.last()?;
        let is_core = |at: usize, forms: Forms| reader.cue(at, forms).is_some_and(|cue| cue.tier == Tier::Core);
        let words = || unit.tokens.clone().take(60);
        let person = |tokens: Range<usize>| reader.names_in(tokens).iter().find(|name| name.kind == EntityKind::Person);
        let agent = || {
            let cue = words().find(|&at| is_core(at, Forms::PASSIVE))?;
            person(source::after(reader, cue + 1, unit.tokens.end))
        };
        let teller = || {
            let cue = words().find(|&at| is_core(at, Forms::ACTIVE))?;
            person(source::before(reader, unit.tokens.start, cue))
        };
        let one = || {
            person(source::after(
                reader,
                unit.tokens.clone().take(6).find(|&at| reader.has(at, Role::Single))? + 1,
                unit.tokens.end,
            ))
        };
        let name = agent().or_else(teller).or_else(one)?;
        Some(Resolved { speaker: self.named(name.entity, name.kind, &name.tokens), sure: true, ..Resolved::default() })
    }

    /// The person whom the nearest sentence before the statement that names any is about, or its first.
    pub fn person_before(&self, draft: &Draft) -> Option<Resolved> {
        const FARTHEST: usize = 5;
        let units = self.units.get(draft.unit.saturating_sub(FARTHEST)..draft.unit).unwrap_or_default();
        let own = self.units.get(draft.unit).map(|unit| unit.tokens.start..draft.content.start.max(unit.tokens.start));
        let person = |tokens: Range<usize>| {
            let first = || self.reader.names_in(tokens.clone()).iter().find(|name| name.kind == EntityKind::Person);
            topic::of(self.reader, &tokens, &[]).or_else(first)
        };
        let name = own.into_iter().chain(units.iter().rev().map(|unit| unit.tokens.clone())).find_map(person)?;
        Some(Resolved { speaker: self.named(name.entity, name.kind, &name.tokens), ..Resolved::default() })
    }

    fn plural(&self, draft: &Draft) -> Resolved {
        if let Some(speaker) = self.pair_before(draft) {
            return Resolved { speaker, ..Resolved::default() };
        }
        let group = self.past.iter().rev().take(MEMORY).find(|speaker| speaker.plural);
        let other = || self.past.iter().rev().take(6).find(|speaker| speaker.kind != Some(EntityKind::Person));
        match group.or_else(other) {
            Some(speaker) => Resolved { speaker: speaker.clone(), sure: true, ..Resolved::default() },
            None => Resolved { speaker: self.body_before(draft).unwrap_or_default(), ..Resolved::default() },
        }
    }

    /// The body with which the sentence before the statement opens, if it names no other ("Pihak Anu membantah. Mereka mengatakan …").
    fn body_before(&self, draft: &Draft) -> Option<Speaker> {
        const WITHIN: usize = 2;
        const LONGEST: usize = 60;
        let reader = self.reader;
        let tokens = self.since(draft).next().filter(|tokens| tokens.len() <= LONGEST)?;
        let bodies = || reader.names_in(tokens.clone()).iter().filter(|name| name.kind != EntityKind::Location);
        let body = bodies().next().filter(|name| name.kind == EntityKind::Organization)?;
        let lead = tokens.start..body.tokens.start;
        let opens = lead.len() <= WITHIN && !lead.clone().any(|at| reader.has_any(at, &[Role::Adjunct, Role::Setting]));
        let alone = bodies().all(|name| name.entity == body.entity);
        (opens && alone).then(|| self.named(body.entity, body.kind, &body.tokens))
    }

    /// The two persons with whom the sentence before the statement opens ("Budi dan Ani tiba. Mereka berharap …").
    fn pair_before(&self, draft: &Draft) -> Option<Speaker> {
        const WITHIN: usize = 10;
        let reader = self.reader;
        let unit = self.units.get(draft.unit.checked_sub(1)?)?;
        let names = reader.names_in(unit.tokens.start..unit.tokens.end.min(unit.tokens.start + WITHIN));
        let person = |name: &&Name| name.kind == EntityKind::Person;
        let (first, second) = (names.iter().find(person)?, names.iter().filter(person).nth(1)?);
        let by = first.tokens.end;
        let pair = by + 1 == second.tokens.start && (reader.has(by, Role::Coordinator) || reader.is(by, "/"));
        let joint = Joint { entity: second.entity, by, before: false };
        pair.then(|| self.joined(self.named(first.entity, first.kind, &first.tokens), Some(joint)))
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
    pub fn topic(&self, draft: &Draft, but: &[Option<EntityId>]) -> Option<Speaker> {
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
        let about = |(back, tokens): (usize, Range<usize>)| {
            let subject = topic::of(self.reader, &tokens, &[]).map(|name| (name, back == 0));
            subject.or_else(|| opener(&tokens).map(|name| (name, false)))
        };
        let (name, sure) = self.since(draft).enumerate().find_map(about)?;
        let speaker = self.named(name.entity, name.kind, &name.tokens);
        Some(Resolved { speaker, sure, ..Resolved::default() })
    }

    /// The person talked about since an unnamed speaker spoke, who is likelier meant than that speaker.
    fn better_than_unnamed(&self, draft: &Draft) -> Option<Resolved> {
        self.past.last().filter(|last| last.entity.is_none())?;
        let speaker = self.topic(draft, &[])?;
        Some(Resolved { speaker, sure: false, ..Resolved::default() })
    }
}
