//! Cues before their speaker, outside quotations: "menurut S", "kata S", and the clauses around them.

use std::ops::Range;

use crate::entity::mention::EntityKind;
use crate::statement::content;
use crate::statement::degree;
use crate::statement::grammar::{Cue, Forms, Role, Takes, Tier};
use crate::statement::indirect::{Finder, before_comma};
use crate::statement::reader::Reader;
use crate::statement::source;
use crate::statement::speaker::{self, Who};

impl Finder<'_> {
    /// The speaker after an inverted cue, and the token where their phrase ends.
    fn speaker_after(&self, at: usize, clitic: bool, stretch: &Range<usize>) -> Option<(Who, Range<usize>)> {
        let reader = self.reader;
        if clitic {
            return Some((Who::Clitic(at), at + 1..at + 1));
        }
        let phrase = source::after(reader, at + 1, stretch.end);
        let before_clause = reader.cue(at, Forms::PREPOSITION).is_some() || self.opens(at, stretch);
        let phrase = if before_clause { before_subject(reader, phrase) } else { phrase };
        let who = speaker::read(reader, phrase.clone(), stretch.end);
        let end = past_relative(reader, phrase.end.max(end_of_named(&who)), stretch.end);
        let end = degree::past(reader, end, stretch.end);
        (who != Who::Nobody).then(|| (who, phrase.start..past_apposition(reader, end, stretch.end)))
    }

    /// Menurut S[,] C — C1, menurut S, C2 — C, menurut S — Baginya, C.
    pub fn according(&mut self, at: usize, cue: Cue, stretch: &Range<usize>) -> Option<usize> {
        let reader = self.reader;
        let excluded = reader.has(at + 1, Role::Exclusion) && reader.name(at + 1).is_none();
        let view = cue.takes == Takes::Clause && self.opens(at, stretch);
        let evidence = cue.tier == Tier::Core || reader.has(at + 1, Role::Document);
        if excluded || !evidence && !view {
            return None;
        }
        let (who, phrase) = self.speaker_after(at, reader.has_clitic(at), stretch)?;
        let evident = if view {
            matches!(who, Who::Clitic(_) | Who::Pronoun { plural: false, .. })
        } else {
            matches!(who, Who::Named { .. })
        };
        if cue.tier != Tier::Core && !(evident && reader.is_comma(phrase.end)) {
            return None;
        }
        let next = past_brackets(reader, phrase.end, stretch.end);
        let first = before_closing(reader, at, stretch.start);
        let inside =
            first > stretch.start && reader.is_comma(first - 1) && !is_conjunction(reader, stretch.start..first - 1);
        if self.opens(at, stretch) && !inside {
            let start = clause_after(reader, next, stretch.end);
            let content = start..content::end(reader, start, stretch.end);
            return self.take(content, at, cue, who, "according to, clause");
        }
        if cue.tier != Tier::Core || !is_plain_source(reader, &who, phrase.start) {
            return None;
        }
        let end = content::end(reader, next, stretch.end);
        let described = reader.has(next, Role::Relative) && end_of_named(&who) == 0;
        let content = match rest(reader, next, end).filter(|_| !described) {
            Some(rest) => rest..end,
            None => stretch.start..before_comma(reader, first),
        };
        self.take(content, at, cue, who, "clause, according to")
    }

    /// C1, kata S, C2 (the content goes on after the cue) — C, kata S.
    pub fn parenthetical(&mut self, at: usize, cue: Cue, stretch: &Range<usize>) -> Option<usize> {
        let reader = self.reader;
        let first = before_closing(reader, at, stretch.start);
        let after_comma = first > stretch.start && reader.is_comma(first - 1);
        let noun = cue.forms.any(Forms::NOUN);
        let capital = reader.is_capital(at) && !self.unit.headline;
        if !(after_comma && !capital || self.opens(at, stretch) && reader.is_capital(at) && !noun) {
            return None;
        }
        let (who, phrase) = self.speaker_after(at, cue.forms.any(Forms::CLITIC), stretch)?;
        let other =
            self.unit.headline && (cue.forms.any(Forms::HEADLINE.with(Forms::CLITIC)) || cue.takes != Takes::Any);
        if other || !is_plain_source(reader, &who, phrase.start) {
            return None;
        }
        let start = phrase.end + usize::from(reader.is_comma(phrase.end));
        let rest = start..content::end(reader, start, stretch.end);
        if start > phrase.end && reader.has_words(rest.clone(), 3) && reader.time_end(start).is_none() {
            return self.take(rest, at, cue, who, "clause, cue, clause");
        }
        let content = stretch.start..before_comma(reader, first);
        let says = !noun && cue.takes != Takes::Marked && (after_comma || !matches!(who, Who::Clitic(_)));
        if let Some(rest) = says.then(|| self.unparted(&who, phrase.end, &content, stretch)).flatten() {
            return self.take(rest, at, cue, who, "clause, cue, clause");
        }
        if after_comma { self.take(content, at, cue, who, "clause, cue") } else { None }
    }

    /// The clause right behind the speaker, with no comma between, when what stands before the cue is none ("Namun, kata S C2").
    fn unparted(&self, who: &Who, next: usize, before: &Range<usize>, stretch: &Range<usize>) -> Option<Range<usize>> {
        const LONGEST: usize = 8;
        let reader = self.reader;
        let known = matches!(who, Who::Named { kind: EntityKind::Person, .. } | Who::Pronoun { .. } | Who::Clitic(_));
        let ends = reader.has_any(next, &NO_SUBJECT) && !reader.has(next, Role::Negation);
        let goes_on = reader.is_word(next) && !reader.is_capital(next) && !ends;
        let short = before.len() <= LONGEST && !content::is_clause(reader, before.clone());
        let rest = next..content::end(reader, next, stretch.end);
        let clause =
            reader.has_words(rest.clone(), 4) && (!before.is_empty() || content::is_clause(reader, rest.clone()));
        (known && goes_on && short && clause && reader.time_end(next).is_none()).then_some(rest)
    }

    /// Adds the statement when its content is long enough and free.
    fn take(&mut self, content: Range<usize>, at: usize, cue: Cue, who: Who, rule: &'static str) -> Option<usize> {
        let fits = self.reader.has_words(content.clone(), 3) && !self.is_taken(&content);
        fits.then(|| self.push(content, at, cue, who, rule).max(at + 1))
    }
}

/// What opens no clause of its own right behind a speaker.
const NO_SUBJECT: [Role; 6] =
    [Role::Stop, Role::Adjunct, Role::Addressee, Role::Coordinator, Role::Relative, Role::Demonstrative];

/// One past the name of a speaker.
fn end_of_named(who: &Who) -> usize {
    match who {
        Who::Named { tokens, kind: EntityKind::Person, .. } => tokens.end,
        _ => 0,
    }
}

/// What a predicate opens with.
const PREDICATES: [Role; 4] = [Role::Predicate, Role::Negation, Role::Modal, Role::Adverb];

/// "Menurut majelis hakim, Budi tidak bisa …": the name after the comma is the clause's subject when a predicate follows,
/// and so is what follows a person's name without one.
fn before_subject(reader: &Reader, phrase: Range<usize>) -> Range<usize> {
    let goes_on = reader.has_any(phrase.end, &PREDICATES) && !reader.has(phrase.end, Role::Adjunct);
    let comma = || phrase.clone().find(|&at| reader.is_comma(at));
    let end = if goes_on { end_of_name(reader, &phrase).or_else(comma) } else { end_before_thing(reader, &phrase) };
    phrase.start..end.unwrap_or(phrase.end)
}

/// "Menurut Menteri X Siti Aminah jadwal itu belum …": where the speaker's name ends, with a subject behind it; behind the
/// name of a body only one that is pointed at ("menurut Bank Anu harga itu sudah …").
fn end_of_name(reader: &Reader, phrase: &Range<usize>) -> Option<usize> {
    let names = reader.names_in(phrase.clone());
    let person = names.iter().find(|name| name.kind == EntityKind::Person);
    let pointed = reader.has(phrase.end - 1, Role::Demonstrative);
    let body = || names.first().filter(|name| pointed && name.tokens.end + 1 < phrase.end);
    let end = person.or_else(body)?.tokens.end;
    let subject = reader.is_word(end) && !reader.is_capital(end) && !reader.has(end, Role::Coordinator);
    let subject = subject && !reader.has_any(end, &PREDICATES);
    (end < phrase.end && subject).then_some(end)
}

/// "Menurut Siti Aminah jumlah utang warga, khususnya …": where the person's name ends, when what follows is no calling of theirs.
fn end_before_thing(reader: &Reader, phrase: &Range<usize>) -> Option<usize> {
    const CALLINGS: [Role; 8] = [
        Role::RoleNoun,
        Role::Relational,
        Role::Institution,
        Role::Agentive,
        Role::Demonstrative,
        Role::Adverb,
        Role::Conjunction,
        Role::Determiner,
    ];
    let person = reader.names_in(phrase.clone()).iter().find(|name| name.kind == EntityKind::Person)?;
    let next = person.tokens.end;
    let thing = reader.is_word(next) && !reader.is_capital(next) && !reader.has_any(next, &CALLINGS);
    (thing && next + 1 < phrase.end && reader.name(next + 1).is_none()).then_some(next)
}

/// Back over "demikian" or "seperti" between a comma and the cue.
fn before_closing(reader: &Reader, at: usize, from: usize) -> usize {
    let like = at > from + 1 && reader.has(at - 1, Role::Likeness) && reader.is_comma(at - 2);
    if like { at - 1 } else { at }
}

/// Whether only a conjunction or a short adverbial stands there ("Namun, menurut S", "Di sisi lain, menurut S").
fn is_conjunction(reader: &Reader, tokens: Range<usize>) -> bool {
    const LONGEST: usize = 3;
    let adverbial = reader.has(tokens.start, Role::Adjunct) && reader.names_in(tokens.clone()).is_empty();
    let plain = |at: usize| reader.is_word(at) && !reader.has(at, Role::Predicate);
    let short = tokens.len() <= LONGEST;
    short && (tokens.clone().all(|at| reader.has(at, Role::Conjunction)) || adverbial && tokens.skip(1).all(plain))
}

/// Whether the words after "kata" name a speaker and do not use "kata" as a noun.
fn is_plain_source(reader: &Reader, who: &Who, first: usize) -> bool {
    const SOURCES: [Role; 5] = [Role::RoleNoun, Role::Determiner, Role::Relational, Role::Document, Role::Institution];
    matches!(who, Who::Clitic(_) | Who::Pronoun { .. } | Who::Named { .. })
        || reader.is_capital(first)
        || reader.has_any(first, &SOURCES)
}

/// Where the clause begins after "Menurut S", an adverbial and a comma.
fn clause_after(reader: &Reader, next: usize, end: usize) -> usize {
    const FARTHEST: usize = 16;
    let adverbial = reader.has_any(next, &[Role::Addressee, Role::Adjunct]) || reader.time_end(next).is_some();
    let comma = (next..end.min(next + FARTHEST)).find(|&at| reader.is_comma(at));
    match comma.filter(|&comma| comma == next || adverbial) {
        Some(comma) => content::past_medium(reader, comma + 1, end),
        None => next,
    }
}

/// Where the clause goes on after "…, menurut S"; nothing when only an adverbial or the end follows.
fn rest(reader: &Reader, next: usize, end: usize) -> Option<usize> {
    const FARTHEST: usize = 14;
    let timed = |at: usize| reader.time_end(at).is_some();
    let comma = reader.is_comma(next);
    if reader.is_sign(next) && !comma && !reader.is(next, "(") {
        return None;
    }
    let adverbial =
        if comma { timed(next + 1) } else { reader.has(next, Role::Adjunct) || timed(next) || reader.is(next, "(") };
    let start = if adverbial {
        (next + 1..end.min(next + FARTHEST)).find(|&at| reader.is_comma(at))? + 1
    } else {
        next + usize::from(comma)
    };
    let least = if comma || adverbial { 3 } else { 1 };
    (start < end && reader.has_words(start..end, least)).then_some(start)
}

/// Past a short form in brackets that a comma follows ("Otoritas Jasa Keuangan (OJK),").
fn past_brackets(reader: &Reader, at: usize, limit: usize) -> usize {
    const LONGEST: usize = 6;
    if !reader.is(at, "(") {
        return at;
    }
    let close = (at + 1..limit.min(at + LONGEST)).find(|&token| reader.is(token, ")"));
    close.map(|close| close + 1).filter(|&after| reader.is_comma(after)).unwrap_or(at)
}

/// Past "yang lebih sering dipanggil X itu" up to a comma.
fn past_relative(reader: &Reader, at: usize, limit: usize) -> usize {
    const LONGEST: usize = 20;
    if !reader.has(at, Role::Relative) {
        return at;
    }
    (at + 1..limit.min(at + LONGEST)).find(|&token| reader.is_comma(token)).unwrap_or(at)
}

/// Past ", profesor di …," after a name.
fn past_apposition(reader: &Reader, at: usize, limit: usize) -> usize {
    const LONGEST: usize = 20;
    if !reader.is_comma(at) || !reader.has(at + 1, Role::RoleNoun) || reader.is_capital(at + 1) {
        return at;
    }
    let last = (limit < at + LONGEST).then_some(limit);
    let comma = (at + 1..limit.min(at + LONGEST)).find(|&token| reader.is_comma(token)).or(last);
    let clause = |token: usize, comma: usize| {
        reader.has(token, Role::Predicate) || token + 1 < comma && reader.has(token, Role::Demonstrative)
    };
    comma.filter(|&comma| !(at + 1..comma).any(|token| clause(token, comma))).unwrap_or(at)
}
