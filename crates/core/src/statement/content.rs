//! Where the content of an indirect statement begins and ends.

use std::ops::Range;

use crate::entity::mention::EntityKind;
use crate::statement::grammar::{Forms, Role, Takes, Tier};
use crate::statement::quotation;
use crate::statement::reader::Reader;
use crate::statement::source;

/// The first token of the content after an active cue at `cue`, and whether a comma or complementiser opens it.
pub(crate) fn start(reader: &Reader, cue: usize, limit: usize) -> (usize, bool) {
    const DOUBLED: usize = 3;
    let doubled = reader.cue(cue, Forms::ACTIVE.with(Forms::HEADLINE)).is_some_and(|cue| cue.takes == Takes::Doubled);
    let (mut at, mut marked) = (cue + if doubled { DOUBLED } else { 1 }, false);
    loop {
        let next = step(reader, at, limit);
        marked |= next > at && (reader.is_comma(next - 1) || reader.has(next - 1, Role::Complementiser));
        if next == at || next >= limit {
            break;
        }
        at = next;
    }
    let named = reader.has_clitic(cue) && reader.has(at, Role::Naming);
    if (named || reader.has_any(at, &[Role::ComplementiserWeak, Role::Topic])) && at < limit && !marked {
        at += 1;
    }
    (at, marked)
}

/// Past "dikutip Rabu (10/6)," and "mengutip kantor setempat," behind a comma: where it was read, not what was said.
pub(crate) fn past_medium(reader: &Reader, at: usize, limit: usize) -> usize {
    const LONGEST: usize = 14;
    if !reader.has(at, Role::Source) {
        return at;
    }
    let comma = (at..limit.min(at + LONGEST)).find(|&at| reader.is_comma(at));
    comma.filter(|&comma| reader.has_words(comma + 1..limit, 3)).map_or(at, |comma| comma + 1)
}

/// Past one piece between cue and content, or the same place.
fn step(reader: &Reader, at: usize, limit: usize) -> usize {
    if at >= limit {
        return at;
    }
    if reader.is_comma(at) {
        return past_medium(reader, at + 1, limit);
    }
    if reader.has(at, Role::Complementiser) {
        return at + 1;
    }
    if reader.is(at, "(") {
        return (at..limit.min(at + 12)).find(|&token| reader.is(token, ")")).map_or(at, |close| close + 1);
    }
    if let Some(end) = reader.time_end(at).filter(|&end| reader.is_comma(end) || reader.has(end, Role::Complementiser))
    {
        return end;
    }
    if reader.has(at, Role::Adverb) && reader.has(at + 1, Role::Complementiser) {
        return at + 1;
    }
    if reader.has_any(at, &[Role::Addressee, Role::Adjunct]) || reader.has(at, Role::Adverb) && reader.is_comma(at + 1)
    {
        return over_adjunct(reader, at, limit);
    }
    at
}

/// Past "kepada wartawan, Senin (10/6)," when a comma or complementiser shows where the content begins.
fn over_adjunct(reader: &Reader, at: usize, limit: usize) -> usize {
    const FARTHEST: usize = 25;
    let stretch = at..limit.min(at + FARTHEST);
    if let Some(that) = stretch.clone().find(|&token| reader.has(token, Role::Complementiser)) {
        return comma_before_clause(reader, at..that).unwrap_or(that);
    }
    if let Some(end) = over_setting(reader, at, limit) {
        return end;
    }
    if !reader.has(at, Role::Addressee) {
        return at;
    }
    let phrase = source::after(reader, at + 1, stretch.end);
    if reader.is_comma(phrase.end) { phrase.end } else { at }
}

/// The comma behind which a clause with a verb of its own begins, whose "bahwa" is another one ("kepada pers, Budi tahu bahwa").
fn comma_before_clause(reader: &Reader, adjunct: Range<usize>) -> Option<usize> {
    const OTHERS: [Role; 3] = [Role::Adjunct, Role::Stop, Role::Modal];
    let says = |at: usize| reader.has(at, Role::Predicate) || reader.cue(at, Forms::ACTIVE).is_some();
    let verb = |at: usize| says(at) && !reader.has_any(at, &OTHERS) && !reader.has(at - 1, Role::Relative);
    let last = adjunct.clone().rev().find(|&at| reader.is_comma(at))?;
    let named = reader.name(last + 1).is_some() || reader.has(last + 1, Role::RoleNoun);
    (named && (last + 1..adjunct.end).any(verb)).then_some(last)
}

/// Past "melalui akun Instagramnya," and "dalam sebuah catatan kalau": where or in what it was said.
fn over_setting(reader: &Reader, at: usize, limit: usize) -> Option<usize> {
    const LONGEST: usize = 8;
    let noun = at + 1 + usize::from(reader.has(at + 1, Role::Determiner));
    let sets = reader.has(at, Role::Setting) && reader.has_any(noun, &[Role::Occasion, Role::Document]);
    let mut phrase = noun + 1..limit.min(noun + LONGEST);
    let end = phrase.find(|&at| reader.is_comma(at) || reader.has(at, Role::ComplementiserWeak));
    end.filter(|_| sets).map(|end| end + usize::from(!reader.is_comma(end)))
}

/// One past the last token of content that begins at `start`; `limit` is the unit's end.
pub(crate) fn end(reader: &Reader, start: usize, limit: usize) -> usize {
    let mut end = trim_stop(reader, start, limit);
    for _ in 0..4 {
        let cut = trailing(reader, start, end);
        if cut == end {
            break;
        }
        end = trim_stop(reader, start, cut);
    }
    end
}

/// Back over closing signs.
fn trim_stop(reader: &Reader, start: usize, mut end: usize) -> usize {
    const MOST: usize = 40;
    let least = start.max(end.saturating_sub(MOST));
    while end > least
        && reader.is_sign(end - 1)
        && matches!(reader.text(end - 1), "." | "!" | "?" | "," | ";" | ":" | "-" | "–")
    {
        end -= 1;
    }
    end
}

/// Where a closing ", kata X", ", seperti dikutip M" or ", Senin (…)" begins; `end` when there is none.
fn trailing(reader: &Reader, start: usize, end: usize) -> usize {
    const FARTHEST: usize = 24;
    let from = start.max(end.saturating_sub(FARTHEST));
    let Some(comma) = (from..end).rev().find(|&at| reader.is_comma(at)) else { return occasion(reader, start, end) };
    let joint = reader.has(comma + 1, Role::Conjunction) && !reader.has(comma + 1, Role::Concession);
    let first = comma + 1 + usize::from(joint);
    let timed = reader.time_end(first).is_some_and(|last| last + 1 >= end)
        && reader.time_end(comma.saturating_sub(1)).is_none();
    let sourced = (first..end.min(first + 3)).any(|at| reader.has(at, Role::Source));
    let likened = reader.has(first, Role::Likeness) && reader.has(first + 1, Role::Relative);
    if timed || is_attribution(reader, first, end) || sourced || likened { comma } else { occasion(reader, start, end) }
}

/// Whether "kata X" or "katanya" stands at `at` and closes the sentence.
fn is_attribution(reader: &Reader, at: usize, end: usize) -> bool {
    let forms = Forms::BARE.with(Forms::CLITIC).with(Forms::PREPOSITION);
    let closes = at + 1 >= end || reader.has_any(at + 1, &[Role::Stop, Role::Adjunct]);
    reader.cue(at, forms).is_some_and(|cue| cue.tier == Tier::Core && (!cue.forms.any(Forms::CLITIC) || closes))
}

/// Where a closing "kepada wartawan" or "dalam konferensi pers …" begins; `end` when there is none.
fn occasion(reader: &Reader, start: usize, end: usize) -> usize {
    const FARTHEST: usize = 10;
    const LEAST: usize = 4;
    let opens = |at: &usize| {
        let next = at + 1 + usize::from(reader.has(at + 1, Role::Determiner));
        reader.has(*at, Role::Setting) && reader.has(next, Role::Occasion)
    };
    let from = (start + LEAST).max(end.saturating_sub(FARTHEST));
    let found = (from..end).find(opens).filter(|&at| !(at + 1..end).any(|at| reader.has(at, Role::Predicate)));
    found.map_or(end, |at| if reader.is_comma(at - 1) { at - 1 } else { at })
}

/// Whether `content` holds a clause and not only a noun phrase.
pub(crate) fn is_clause(reader: &Reader, content: Range<usize>) -> bool {
    const WITHIN: usize = 20;
    let other = |at: usize| at > content.start && reader.has_any(at - 1, &[Role::Relative, Role::Coordinator]);
    let predicate = |at: usize| reader.name(at).is_none() && reader.has(at, Role::Predicate) && !other(at);
    let ends_subject = |at: usize| {
        let next = at + 1;
        let goes_on = next < content.end && (reader.is_word(next) || quotation::is_double(reader.text(next)));
        at > content.start && reader.has(at, Role::Demonstrative) && goes_on && !reader.has_any(next, &AFTER_NOUN)
    };
    let mut main = content.clone().take(WITHIN).take_while(|&at| !opens_clause(reader, at));
    reader.has_words(content.clone(), 3)
        && (main.any(|at| predicate(at) || ends_subject(at)) || opens_with_somebody(reader, &content))
}

/// Whether a person or a pronoun opens `content` and is told something of ("dia datang sendiri", "Budi pemain yang cepat").
fn opens_with_somebody(reader: &Reader, content: &Range<usize>) -> bool {
    const OTHERS: [Role; 4] = [Role::Naming, Role::Demonstrative, Role::Subordinator, Role::Topic];
    let person = reader.name(content.start).filter(|name| name.kind == EntityKind::Person);
    let next = match person {
        Some(name) => name.tokens.end,
        None if source::is_pronoun(reader, content.start) => content.start + 1,
        None => return false,
    };
    let tells = reader.is_word(next) && !reader.is_capital(next) && !reader.has_any(next, &AFTER_NOUN);
    tells && next < content.end && !reader.has_any(next, &OTHERS)
}

/// Whether a clause beside the main one begins at `at` ("setelah hujan turun", not "selama ini").
fn opens_clause(reader: &Reader, at: usize) -> bool {
    reader.has(at, Role::Subordinator) && !reader.has(at + 1, Role::Demonstrative)
}

/// Whether `content` calls somebody something ("Budi sebagai pahlawan").
pub(crate) fn is_naming(reader: &Reader, content: Range<usize>) -> bool {
    const WITHIN: usize = 20;
    let name = |at: usize| reader.has(at, Role::Naming) && at > content.start && at + 1 < content.end;
    content.clone().take(WITHIN).any(name)
}

/// What may go on with a noun phrase after "itu".
const AFTER_NOUN: [Role; 5] = [Role::Stop, Role::Relative, Role::Adjunct, Role::Coordinator, Role::Addressee];
