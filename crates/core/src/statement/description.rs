//! Whom a title ("Menteri"), an epithet ("pria itu") or another description means.

use std::ops::Range;

use crate::entity::mention::{EntityId, EntityKind};
use crate::statement::Reference;
use crate::statement::coref::{MEMORY, Resolved, Resolver, Speaker};
use crate::statement::draft::Draft;
use crate::statement::grammar::{Forms, Role};
use crate::statement::title::Title;

/// Nouns that surely name somebody who speaks.
const SPEAKERS: [Role; 5] = [Role::RoleNoun, Role::Relational, Role::Institution, Role::Document, Role::Agentive];

impl Resolver<'_> {
    /// "JPU": what the short form of an office stands for, if it stands for one thing only.
    fn spelled_out(&self, tokens: &Range<usize>) -> Option<String> {
        let short = self.reader.text(tokens.start).chars().all(char::is_uppercase) && tokens.len() == 1;
        match self.reader.spelled_out(tokens.start) {
            [long] if short => Some((*long).to_owned()),
            _ => None,
        }
    }

    /// The speaker that a description stands for.
    pub fn described(&self, draft: &Draft, tokens: &Range<usize>, back: bool) -> Resolved {
        let reader = self.reader;
        let head = tokens.start;
        let description = Resolved { reference: Reference::Description, sure: true, ..Resolved::default() };
        if let Some(speaker) = self.by_title(draft, tokens, back) {
            return Resolved { speaker, ..description };
        }
        if let Some(speaker) = self.only_bearer(tokens) {
            return Resolved { speaker, sure: false, ..description };
        }
        if let Some((speaker, sure)) = back.then(|| self.back_to(draft, tokens)).flatten() {
            return Resolved { speaker, sure, ..description };
        }
        let someone = back && reader.has_any(head, &[Role::RoleNoun, Role::Relational]);
        if let Some(last) = someone.then(|| self.person_before(draft)).flatten() {
            return Resolved { reference: Reference::Description, ..last };
        }
        let plural = reader.has(head.saturating_sub(1), Role::Determiner);
        let capital =
            reader.is_capital(head) && !reader.has_any(head, &[Role::RoleNoun, Role::Institution, Role::Document]);
        let noun = tokens.clone().any(|at| reader.has_any(at, &[Role::RoleNoun, Role::Relational]));
        let personal = capital || noun && !reader.has(head, Role::Document);
        let name =
            self.same_description(tokens).or_else(|| self.spelled_out(tokens)).unwrap_or_else(|| self.slice(tokens));
        let speaker = Speaker { name, plural, personal, described: Some(tokens.clone()), ..Speaker::default() };
        let reference = if capital { Reference::Name } else { Reference::Description };
        let opens = self.units.get(draft.unit).is_some_and(|unit| unit.tokens.start == head);
        let large = tokens.clone().all(|at| reader.is_capital(at)) && !(opens && tokens.len() == 1);
        let named = large || !reader.names_in(tokens.clone()).is_empty();
        let known = tokens.clone().any(|at| reader.has_any(at, &SPEAKERS));
        Resolved { speaker, reference, sure: named || known || plural, source: None }
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
        let recent = self.past.get(self.past.len().saturating_sub(REMEMBERED)..)?;
        recent.iter().find(same).map(|speaker| speaker.name.clone())
    }

    /// The one person of the article who bears a bare title that one bears in a court ("jaksa", "hakim", "pelaku").
    fn only_bearer(&self, tokens: &Range<usize>) -> Option<Speaker> {
        const LOOKED_AT: usize = 400;
        let reader = self.reader;
        let head = tokens.start;
        let alone = tokens.len() == 1 && !reader.has(head.saturating_sub(1), Role::Determiner);
        let many = reader.has(head, Role::Collective) && !reader.has_any(head, &[Role::Accuser, Role::Accused]);
        if !alone || many {
            return None;
        }
        let mut bearers = self.titles.iter().take(LOOKED_AT).filter(|title| title.fits(reader, tokens));
        let first = bearers.next().filter(|_| reader.has(head, Role::RoleNoun))?;
        let one = bearers.all(|title| title.entity == first.entity);
        one.then(|| self.named(first.entity, EntityKind::Person, tokens))
    }

    /// The last person named with every word of this description as a title; for a headline, the first after it.
    fn by_title(&self, draft: &Draft, tokens: &Range<usize>, back: bool) -> Option<Speaker> {
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
        } else if back || reader.is_capital(head) && !self.is_anyone(draft, tokens) {
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

    /// Whether it is one word for many people, capital only because it opens its sentence ("Warga berharap").
    fn is_anyone(&self, draft: &Draft, tokens: &Range<usize>) -> bool {
        let opens = self.units.get(draft.unit).is_some_and(|unit| !unit.headline && unit.tokens.start == tokens.start);
        opens && tokens.len() == 1 && self.reader.has(tokens.start, Role::Collective)
    }

    /// The body named right after the same word for a text before ("studi Pew Research Center … studi itu").
    fn owner_of_text(&self, head: usize) -> Option<Speaker> {
        const REACH: usize = 400;
        const BESIDE: usize = 10;
        let reader = self.reader;
        let word = reader.token(head)?.word;
        let same = |at: &usize| reader.token(*at).is_some_and(|token| token.word == word);
        let earlier = (head.saturating_sub(REACH)..head).rev().filter(same);
        let owner = |at: usize| {
            let near = reader.names_in(at + 1..at + BESIDE).iter();
            near.take_while(|name| (at..name.tokens.start).all(|at| !reader.is_stop(at)))
                .find(|name| name.kind == EntityKind::Organization)
        };
        let name = earlier.into_iter().find_map(owner)?;
        Some(self.named(name.entity, name.kind, &name.tokens))
    }

    /// The last speaker described by the same noun, or for words that fit anyone the last person; and whether that is sure.
    fn back_to(&self, draft: &Draft, tokens: &Range<usize>) -> Option<(Speaker, bool)> {
        let reader = self.reader;
        let head = tokens.start;
        let in_headline = |at: usize| self.units.first().is_some_and(|unit| unit.headline && unit.tokens.contains(&at));
        let same = |speaker: &&Speaker| {
            let like =
                |other: &Range<usize>| reader.folded(other.start) == reader.folded(head) && !in_headline(other.start);
            speaker.described.as_ref().is_some_and(like)
        };
        let past = || self.past.iter().rev().take(MEMORY);
        let body = reader.has(head, Role::Institution) && !reader.has_any(head, &[Role::RoleNoun, Role::Relational]);
        let own: Vec<_> = reader.names_in(tokens.clone()).iter().map(|name| Some(name.entity)).collect();
        let person = |speaker: &&Speaker| speaker.kind == Some(EntityKind::Person) && !own.contains(&speaker.entity);
        if let Some(speaker) = past().find(same) {
            return Some((speaker.clone(), true));
        }
        if reader.has(head, Role::Document) || reader.cue(head, Forms::NOUN).is_some() {
            return self
                .owner_of_text(head)
                .map(|owner| (owner, true))
                .or_else(|| Some((self.past.last()?.clone(), true)));
        }
        if body {
            let organisation = |speaker: &&Speaker| speaker.kind == Some(EntityKind::Organization);
            return past().find(organisation).map(|speaker| (speaker.clone(), false));
        }
        let last = past().find(person);
        match self.topic(draft, &own) {
            Some(topic) => Some((topic.clone(), last.is_none_or(|last| last.entity == topic.entity))),
            None => Some((last?.clone(), true)),
        }
    }
}
