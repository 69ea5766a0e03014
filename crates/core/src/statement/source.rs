//! The words that name a speaker: the phrase after a cue or before it.

use std::ops::Range;

use crate::entity::mention::EntityKind;
use crate::statement::apposition;
use crate::statement::degree;
use crate::statement::grammar::{Forms, Role, Tier};
use crate::statement::reader::{Name, Reader};

/// Longest speaker phrase, in tokens.
const LONGEST: usize = 40;

/// The phrase that begins at `from` ("Menteri X, Budi" in "kata Menteri X, Budi, di Jakarta"); empty when none does.
pub(crate) fn after(reader: &Reader, from: usize, limit: usize) -> Range<usize> {
    let start = from + usize::from(reader.has(from, Role::Agent));
    if reader.has_any(start, &[Role::PronounSingular, Role::PronounPlural]) && start < limit {
        return start..start + 1;
    }
    let end = end_of_phrase(reader, start, limit.min(start + LONGEST));
    start..end
}

fn end_of_phrase(reader: &Reader, start: usize, limit: usize) -> usize {
    let mut at = start;
    while at < limit {
        at = match step(reader, start, at, limit) {
            Some(next) => next,
            None => return at,
        };
    }
    limit
}

/// One past the piece of the phrase at `at`, or nothing when the phrase ends before it.
fn step(reader: &Reader, start: usize, at: usize, limit: usize) -> Option<usize> {
    if let Some(name) = reader.name(at) {
        return Some(name.tokens.end.clamp(at + 1, limit));
    }
    if reader.is_sign(at) {
        return over_sign(reader, start, at, limit);
    }
    if reader.time_end(at).is_some() || ends_phrase(reader, start, at, limit) {
        return None;
    }
    Some(at + 1)
}

fn ends_phrase(reader: &Reader, start: usize, at: usize, limit: usize) -> bool {
    if reader.has(at, Role::Stop) {
        let noun = reader.has_any(at + 1, &[Role::RoleNoun, Role::Agentive]);
        let inside = at > start && at + 1 < limit && (reader.is_capital(at + 1) || noun);
        let unnamed = noun && reader.names_in(start..at).is_empty();
        let joins = reader.has(at, Role::Coordinator) && inside && (reader.is_capital(at + 1) || unnamed);
        let capital = reader.is_capital(at) && inside && reader.is_capital(at - 1);
        return !joins && !capital;
    }
    let verb = reader.has(at, Role::Predicate) || reader.cue(at, Forms::ACTIVE).is_some();
    let noun = reader.has_any(at, &[Role::RoleNoun, Role::Relational, Role::Document, Role::Institution]);
    let office = at > start && reader.has(at, Role::Office) && reader.has(at - 1, Role::RoleNoun);
    verb && !noun && !office && !reader.is_capital(at)
}

fn over_sign(reader: &Reader, start: usize, at: usize, limit: usize) -> Option<usize> {
    match reader.text(at) {
        "," => over_comma(reader, start, at, limit),
        "(" => over_brackets(reader, start, at, limit),
        "." if reader.joined(at) && is_abbreviated(reader, at - 1) && at + 1 < limit => Some(at + 1),
        "." if ends_glued(reader, at) => None,
        "-" | "–" | "/" | "&" | "'" | "’" | "." | "_" if reader.joined(at) && reader.joined(at + 1) => Some(at + 1),
        "&" | "@" => Some(at + 1),
        _ => None,
    }
}

/// Whether a stop with no space behind it ends a sentence, and is none inside a name like "detik.com".
fn ends_glued(reader: &Reader, at: usize) -> bool {
    let small = || reader.text(at - 1).starts_with(char::is_lowercase);
    reader.joined(at) && small() && (reader.is_capital(at + 1) || reader.is_sign(at + 1))
}

/// Whether a stop after this token may belong to an initial or a short title ("M.", "Drs.").
fn is_abbreviated(reader: &Reader, at: usize) -> bool {
    let length = reader.text(at).len();
    reader.is_capital(at) && length <= 2 || length <= 4 && reader.has(at, Role::RoleNoun)
}

/// Past a comma between title and name ("Menteri Luar Negeri, Budi").
fn over_comma(reader: &Reader, start: usize, at: usize, limit: usize) -> Option<usize> {
    let named = |name: &crate::statement::reader::Name| name.kind == EntityKind::Person;
    let next = apposition::past_short_title(reader, at + 1);
    if let Some(name) = reader.name(next).filter(|name| next > at + 1 && named(name)) {
        return Some(name.tokens.end.min(limit));
    }
    if let Some(name) = apposition::described_before(reader, start, at) {
        return Some(name.tokens.end.min(limit));
    }
    if reader.names_in(start..at).iter().any(named) || !reader.is_capital(at + 1) || reader.time_end(at + 1).is_some() {
        return None;
    }
    let titled = (start..at).any(|token| reader.has(token, Role::RoleNoun));
    if let Some(name) = reader.name(at + 1).filter(|name| named(name)) {
        let person = reader.has_any(start, &[Role::Relational, Role::Determiner]);
        let opens = titled || person || (start..at).any(|token| reader.is_capital(token));
        return opens.then_some(name.tokens.end.min(limit));
    }
    if !titled || reader.has(at + 1, Role::Stop) {
        return None;
    }
    let person = reader.names_in(at + 1..limit.min(at + 14)).iter().find(|name| named(name));
    let unnamed = reader.names_in(start..limit.min(at + 4)).is_empty() && !reader.is_sign(at + 2);
    match person {
        Some(person) => Some(person.tokens.end.min(limit)),
        None if unnamed => Some(at + 1),
        None => None,
    }
}

/// Past "(KPK)" when the phrase goes on after it.
fn over_brackets(reader: &Reader, start: usize, at: usize, limit: usize) -> Option<usize> {
    let close = (at + 1..limit.min(at + 8)).find(|&token| reader.is(token, ")"))?;
    let person = |name: &crate::statement::reader::Name| name.kind == EntityKind::Person;
    let goes_on = close + 1 < limit && reader.is_capital(close + 1) && reader.time_end(close + 1).is_none();
    let joins = reader.has(close + 1, Role::Coordinator) && reader.is_capital(close + 2) && close + 2 < limit;
    let to_name = reader.is_comma(close + 1) && over_comma(reader, start, close + 1, limit).is_some();
    ((goes_on || joins || to_name) && !reader.names_in(start..at).iter().any(person)).then_some(close + 1)
}

/// The subject of the cue at `cue`, looked for no further back than `from`; empty when the clause has none.
pub(crate) fn before(reader: &Reader, from: usize, cue: usize) -> Range<usize> {
    let from = from.max(cue.saturating_sub(3 * LONGEST));
    let end = skip_back(reader, from, cue);
    let segments = segments(reader, from..end);
    if reader.is_glued(cue) && reader.is_capital(cue) {
        let earlier = segments.len().checked_sub(2).and_then(|at| segments.get(at));
        return apposed(reader, glued_name(reader, from, cue), earlier);
    }
    let joins = |last: &Range<usize>| last.clone().all(|at| reader.has(at, Role::Coordinator));
    let closes = segments.last().is_some_and(|last| joins(last) || reader.is_when(last));
    if let Some(named) = closes.then(|| described_name(reader, &segments)).flatten() {
        return named;
    }
    for (back, segment) in segments.iter().rev().enumerate() {
        let clause = if back == 0 { own_subject(reader, segment) } else { None };
        let phrase = clause.unwrap_or_else(|| subject(reader, segment.clone()));
        let earlier = segments.len().checked_sub(back + 2).and_then(|at| segments.get(at));
        let place = || back > 0 && earlier.is_some_and(|earlier| is_rest_of_place(reader, &phrase, earlier));
        if !phrase.is_empty() && !place() {
            return apposed(reader, phrase, earlier);
        }
        if back > 6 {
            break;
        }
    }
    end..end
}

/// The name that the cue is glued to.
fn glued_name(reader: &Reader, from: usize, cue: usize) -> Range<usize> {
    match reader.name(cue) {
        Some(name) => name.tokens.clone(),
        None => cue - (from..cue).rev().take_while(|&at| reader.is_capital(at)).count()..cue + 1,
    }
}

/// The nearest stretch that opens with a person's name, before descriptions that a comma closes.
fn described_name(reader: &Reader, segments: &[Range<usize>]) -> Option<Range<usize>> {
    const FARTHEST: usize = 5;
    if let [.., earlier, segment, _] = segments
        && apposition::is_role_of_other(reader, &subject(reader, segment.clone()))
        && let Some(name) = apposition::whole_person(reader, earlier)
    {
        return Some(name);
    }
    let degree = segments.len().checked_sub(2).filter(|&at| degree::closes(reader, segments, at));
    let behind = 1 + usize::from(degree.is_some());
    let phrases = segments.iter().rev().skip(behind).take(FARTHEST).map(|segment| subject(reader, segment.clone()));
    let whole = |phrase: &Range<usize>| {
        let name = reader.name(phrase.start);
        name.is_some_and(|name| name.tokens == *phrase && name.kind != EntityKind::Location)
    };
    phrases
        .into_iter()
        .find(|phrase| has_person(reader, phrase) && !reader.has(phrase.start, Role::Determiner) || whole(phrase))
}

/// The subject of the subordinate clause that the stretch before the cue is ("…, saat petugas meminta").
fn own_subject(reader: &Reader, segment: &Range<usize>) -> Option<Range<usize>> {
    let opens = reader.has(segment.start, Role::Subordinator) && !is_pronoun(reader, segment.end.saturating_sub(1));
    let phrase = opens.then(|| after(reader, segment.start + 1, segment.end))?;
    (phrase.end == segment.end && !phrase.is_empty()).then_some(phrase)
}

/// Whether the phrase is the wider place of a place list ("di Kota Depok, Jawa Barat, mengatakan").
fn is_rest_of_place(reader: &Reader, phrase: &Range<usize>, earlier: &Range<usize>) -> bool {
    const REACH: usize = 8;
    let place = |at: usize| reader.name(at).filter(|name| name.kind == EntityKind::Location);
    let after_adjunct = |name: &Name| {
        let before = earlier.start.max(name.tokens.start.saturating_sub(REACH))..name.tokens.start;
        let phrase = before.rev().take_while(|&at| !reader.is_comma(at));
        phrase.into_iter().any(|at| reader.has_any(at, &[Role::Adjunct, Role::Stop]))
    };
    place(phrase.start).is_some_and(|name| name.tokens.end >= phrase.end)
        && reader.names_in(earlier.clone()).last().is_some_and(|name| {
            let closes = name.tokens.end == earlier.end || reader.is(name.tokens.end, "(");
            closes
                && (name.kind == EntityKind::Organization || name.kind == EntityKind::Location && after_adjunct(name))
        })
}

/// The name before an apposition ("Budi, warga Depok, mengatakan"), or the phrase itself.
fn apposed(reader: &Reader, phrase: Range<usize>, earlier: Option<&Range<usize>>) -> Range<usize> {
    let Some(earlier) = earlier else { return phrase };
    let described = described_in_small(reader, earlier.end + 1, phrase.start);
    let relative = described && (earlier.end + 1..phrase.start).any(|at| reader.has(at, Role::Relative));
    if has_person(reader, &phrase) && !relative || is_pronoun(reader, phrase.start) {
        return phrase;
    }
    let before = subject(reader, earlier.clone());
    let alone = apposition::person_alone(reader, earlier);
    if let Some(name) = alone.filter(|name| name.tokens.end + 1 == phrase.start) {
        return name.tokens.clone();
    }
    let small = !reader.is_capital(phrase.start) || described;
    if has_person(reader, &before) && before.end + 1 >= earlier.end && small {
        return before;
    }
    phrase
}

/// Whether a description in small letters opens at `start` and leads to the phrase ("ahli kimia di NASA").
fn described_in_small(reader: &Reader, start: usize, phrase: usize) -> bool {
    const OPENS_CLAUSE: [Role; 4] = [Role::Adjunct, Role::Conjunction, Role::Adverb, Role::Stop];
    let noun = !reader.has_any(start, &OPENS_CLAUSE) || reader.has(start, Role::Relative);
    start < phrase && reader.is_word(start) && !reader.is_capital(start) && noun
}

pub(crate) fn is_pronoun(reader: &Reader, at: usize) -> bool {
    reader.has_any(at, &[Role::PronounSingular, Role::PronounPlural])
}

fn has_person(reader: &Reader, tokens: &Range<usize>) -> bool {
    reader.names_in(tokens.clone()).iter().any(|name| name.kind == EntityKind::Person)
}

/// Back over adverbs ("juga telah") and a comma before the cue.
fn skip_back(reader: &Reader, from: usize, cue: usize) -> usize {
    let mut end = cue;
    while end > from + 1 && reader.name(end - 1).is_none() && !reader.is_sign(end - 1) && is_light(reader, end - 1) {
        end -= 1;
    }
    end
}

fn is_light(reader: &Reader, at: usize) -> bool {
    reader.has_any(at, &[Role::Adverb, Role::Negation, Role::Modal]) && !reader.has(at, Role::Demonstrative)
}

/// The stretches between commas outside brackets and names, in order.
fn segments(reader: &Reader, tokens: Range<usize>) -> Vec<Range<usize>> {
    let mut segments = Vec::new();
    let (mut start, mut depth) = (tokens.start, 0_usize);
    for at in tokens.clone() {
        match reader.text(at) {
            "(" => depth += 1,
            ")" => depth = depth.saturating_sub(1),
            "," | ";" | ":" if depth == 0 && reader.name(at).is_none() => {
                segments.push(start..at);
                start = at + 1;
            }
            _ => {}
        }
    }
    segments.push(start..tokens.end);
    segments
}

/// The subject inside one stretch: its first phrase after conjunctions, or the name at its end when it opens with an adjunct.
fn subject(reader: &Reader, segment: Range<usize>) -> Range<usize> {
    let cue = reader.cue(segment.start, Forms::BARE).is_some_and(|cue| cue.tier == Tier::Core);
    let mut at = segment.start + usize::from(cue && !reader.is_capital(segment.start) && segment.len() > 1);
    while at < segment.end && is_opening(reader, at) {
        at += 1;
    }
    if at >= segment.end || reader.is_sign(at) {
        return segment.end..segment.end;
    }
    if reader.has(at, Role::Adjunct) || reader.time_end(at).is_some() || reader.has(at, Role::Relative) {
        return last_name(reader, at..segment.end);
    }
    let phrase = after(reader, at, segment.end);
    if let Some(last) = last_subject(reader, phrase.end..segment.end) {
        return last;
    }
    let shortened = phrase.end < segment.end && reader.names_in(phrase.clone()).is_empty();
    if let Some(inner) = shortened.then(|| inner_subject(reader, &phrase, segment.end)).flatten() {
        return inner;
    }
    match shortened && !reader.has(phrase.end, Role::Relative) {
        true if is_pronoun(reader, at) => phrase,
        true if is_somewhere(reader, &phrase, segment.end) => {
            let pointed = reader.has(segment.end - 1, Role::Demonstrative);
            phrase.start..if pointed { segment.end } else { phrase.end }
        }
        true if is_pointed_out(reader, &phrase, &segment) => phrase.start..segment.end,
        true => Some(last_name(reader, at..segment.end)).filter(|name| !name.is_empty()).unwrap_or(phrase),
        false => phrase,
    }
}

/// Whether only the place of the one whom the phrase describes ends the stretch ("Nelayan di Depok").
fn is_somewhere(reader: &Reader, phrase: &Range<usize>, limit: usize) -> bool {
    let last = limit.checked_sub(1);
    let last = last.map(|last| last - usize::from(reader.has(last, Role::Demonstrative) && last > phrase.end));
    let name = last.and_then(|last| reader.name(last));
    let place = name.is_some_and(|name| {
        name.kind == EntityKind::Location
            && name.tokens.start == phrase.end + 1
            && reader.has(phrase.end, Role::Adjunct)
    });
    place && is_personal(reader, phrase)
}

/// Whether a stretch is one description that points back, with somebody else's name in it ("Adik dari Siti Aminah itu").
fn is_pointed_out(reader: &Reader, phrase: &Range<usize>, segment: &Range<usize>) -> bool {
    let rest = phrase.end..segment.end;
    let pointed = reader.has(segment.end - 1, Role::Demonstrative) && reader.has(phrase.end, Role::Adjunct);
    let one = rest.clone().skip(1).all(|at| reader.cue(at, Forms::ACTIVE).is_none() && !reader.has(at, Role::Relative));
    let named = !reader.names_in(rest).is_empty();
    pointed
        && one
        && named
        && is_personal(reader, phrase)
        && reader.name(phrase.start).is_none()
        && !has_person(reader, phrase)
}

/// Whether a phrase is somebody, not something.
fn is_personal(reader: &Reader, phrase: &Range<usize>) -> bool {
    let noun = |at| reader.has_any(at, &[Role::RoleNoun, Role::Relational, Role::Institution]);
    has_person(reader, phrase) || noun(phrase.start) || is_pronoun(reader, phrase.start)
}

/// The subject right before the cue when a clause of its own begins with it ("… sehingga rekannya meminta").
fn last_subject(reader: &Reader, rest: Range<usize>) -> Option<Range<usize>> {
    const LONGEST: usize = 8;
    let opens = |at: &usize| reader.has(*at, Role::Subordinator);
    let clause = rest.clone().rev().take(LONGEST).find(opens)?;
    let phrase = after(reader, clause + 1, rest.end);
    let somebody = is_personal(reader, &phrase) || phrase.len() == 1 && reader.has_clitic(phrase.start);
    (phrase.end == rest.end && !phrase.is_empty() && somebody).then_some(phrase)
}

/// The person after a conjunction inside the stretch, when its first phrase is a thing ("Kabar itu muncul saat Budi …").
fn inner_subject(reader: &Reader, phrase: &Range<usize>, limit: usize) -> Option<Range<usize>> {
    const LONGEST_CLAUSE: usize = 30;
    if phrase.is_empty() || is_personal(reader, phrase) || phrase.clone().any(|at| reader.has(at, Role::RoleNoun)) {
        return None;
    }
    let clause = (phrase.end..limit).take(LONGEST_CLAUSE).find(|&at| reader.has(at, Role::Subordinator))?;
    Some(after(reader, clause + 1, limit)).filter(|phrase| is_personal(reader, phrase))
}

fn is_opening(reader: &Reader, at: usize) -> bool {
    if reader.name(at).is_some() {
        return false;
    }
    let dash = matches!(reader.text(at), "-" | "–" | "—" | "|");
    dash || reader.has_any(at, &[Role::Conjunction, Role::Adverb]) && !is_pronoun(reader, at)
}

/// The name or capitalised run that ends the stretch, with its titles.
fn last_name(reader: &Reader, tokens: Range<usize>) -> Range<usize> {
    let mut start = tokens.end;
    if tokens.end > tokens.start && is_pronoun(reader, tokens.end - 1) {
        return tokens.end - 1..tokens.end;
    }
    while start > tokens.start {
        let at = start - 1;
        let opens =
            reader.name(at).is_none() && reader.has_any(at, &[Role::Adjunct, Role::Subordinator, Role::Concession]);
        let part = reader.is_capital(at) && reader.time_end(at).is_none() && !opens
            || reader.name(at).is_some()
            || reader.has_any(at, &[Role::RoleNoun, Role::Determiner, Role::Demonstrative]);
        if !part {
            break;
        }
        start = reader.name(at).map_or(at, |name| name.tokens.start.max(tokens.start));
    }
    while start < tokens.end && reader.has(start, Role::Demonstrative) && reader.name(start).is_none() {
        start += 1;
    }
    let named = (start..tokens.end).any(|at| reader.is_capital(at) || reader.name(at).is_some());
    if named { start..tokens.end } else { tokens.end..tokens.end }
}
