//! Names that are written differently, and short forms that are spelled out differently.

use std::collections::{BTreeMap, HashSet};
use std::ops::Bound;

use crate::analysis::Analysis;
use crate::compare::differ::Finding;
use crate::compare::scene::Scene;
use crate::compare::speaker::name_words;
use crate::compare::{DifferenceKind, Place, Telling, Verdict};
use crate::entity::alias::abbreviates;
use crate::entity::mention::{EntityKind, Mention};
use crate::entity::name::spaced;
use crate::order::Order;
use crate::text::span::Span;
use crate::text::token::TokenKind;

/// How many letters must be put in, left out, changed or swapped to make one word of the other.
pub fn distance(one: &str, other: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let mut before: Vec<usize> = Vec::new();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut next = vec![i];
        for j in 1..=b.len() {
            let change = row[j - 1] + usize::from(a[i - 1] != b[j - 1]);
            let mut least = change.min(row[j] + 1).min(next[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                least = least.min(before[j - 2] + 1);
            }
            next.push(least);
        }
        before = std::mem::replace(&mut row, next);
    }
    row.last().copied().unwrap_or(0)
}

/// Letters of a word below which a small change makes another word.
const LONG_ENOUGH: usize = 5;

/// The first word in whose writing two names differ, if that is all: one word, or two of a name of more than three.
fn misspelt<'a>(one: &'a [String], other: &'a [String]) -> Option<(&'a str, &'a str)> {
    if one.len() != other.len() {
        return None;
    }
    let differ = || one.iter().zip(other).filter(|(a, b)| a != b);
    let count = differ().count();
    let slip = (count == 1 || count == 2 && one.len() > 3) && differ().all(|(a, b)| is_slip(a, b));
    differ().next().filter(|_| slip).map(|(a, b)| (a.as_str(), b.as_str()))
}

/// Whether two words may be one that was written carelessly. Numbers are no slips, and letters with accents are often
/// written without.
fn is_slip(one: &str, other: &str) -> bool {
    let odd = |c: char| !c.is_ascii_alphabetic();
    if one.contains(odd) != other.contains(odd) || [one, other].iter().any(|word| word.contains(char::is_numeric)) {
        return false;
    }
    let letters = one.chars().count().min(other.chars().count());
    let allowed = if letters > LONG_ENOUGH + 1 { 2 } else { 1 };
    letters >= LONG_ENOUGH
        && one.chars().next() == other.chars().next()
        && (distance(one, other) <= allowed || is_anagram(one, other))
}

/// Whether two words are made of the same letters ("Wisnuh", "Wihsnu").
fn is_anagram(one: &str, other: &str) -> bool {
    let letters = |word: &str| {
        let mut letters: Vec<char> = word.chars().collect();
        letters.order();
        letters
    };
    letters(one) == letters(other)
}

/// Names written differently in the articles of a scene.
pub fn names(scene: &Scene) -> Vec<Finding> {
    let mut found = spellings(scene);
    found.extend(expansions(scene));
    found
}

type Written = BTreeMap<Vec<String>, Vec<Telling>>;

/// The names of a kind as they are written.
fn written(scene: &Scene, kind: EntityKind) -> Written {
    let mut written = Written::new();
    for (number, reading) in scene.readings.iter().enumerate() {
        let document = &reading.analysis.document;
        let named = reading.analysis.entities.mentions.iter().filter(|m| m.kind == kind);
        let body = named.filter(|m| !document.in_furniture(m.span.start()) && !scene.is_copied(number, m.span));
        for mention in body {
            let text = document.slice(mention.span);
            let place = Place { article: reading.article, span: mention.span };
            written.entry(name_words(text)).or_default().push(Telling { place, value: text.to_owned() });
        }
    }
    written
}

/// Names of people, and of bodies of several words, that are spelled differently.
fn spellings(scene: &Scene) -> Vec<Finding> {
    let people = written(scene, EntityKind::Person);
    let mut bodies = written(scene, EntityKind::Organization);
    bodies.retain(|words, _| words.len() > 1);
    [people, bodies].iter().flat_map(|written| slips(scene, written)).collect()
}

/// Names in alphabetical order behind a name that it is compared with, at most; no event has more that begin alike.
const BEHIND: usize = 2_000;

fn slips(scene: &Scene, written: &Written) -> Vec<Finding> {
    let mut slips: BTreeMap<(&str, &str), Vec<Telling>> = BTreeMap::new();
    for (one, places) in written {
        // A slip leaves the first letter, and names are in order.
        let letter = |words: &[String]| words.first().and_then(|word| word.chars().next());
        let behind = written.range::<Vec<String>, _>((Bound::Excluded(one), Bound::Unbounded)).take(BEHIND);
        for (other, others) in behind.take_while(|(other, _)| letter(other) == letter(one)) {
            let slip = misspelt(one, other).filter(|_| !beside(scene, places, others));
            if let Some(words) = slip {
                slips.entry(words).or_default().extend([places.as_slice(), others].concat());
            }
        }
    }
    let kind = (DifferenceKind::Name, Verdict::Conflict, "name-spelling");
    let what = |values: &[Telling]| values.first().map_or_else(String::new, |telling| telling.value.clone());
    slips.into_values().map(|values| Finding::new(kind, what(&values), values, 3.0)).collect()
}

/// Whether two names stand in one sentence somewhere: then they name two people.
fn beside(scene: &Scene, places: &[Telling], others: &[Telling]) -> bool {
    let sentence = |telling: &Telling| {
        let reading = scene.readings.iter().find(|reading| reading.article == telling.place.article)?;
        let document = &reading.analysis.document;
        Some((reading.article, document.sentence_of(document.token_at(telling.place.span.start()))))
    };
    let named: HashSet<_> = others.iter().filter_map(sentence).collect();
    places.iter().filter_map(sentence).any(|one| named.contains(&one))
}

/// Short forms in brackets behind what they stand for, where articles spell them out differently.
fn expansions(scene: &Scene) -> Vec<Finding> {
    let mut spelled: BTreeMap<String, Written> = BTreeMap::new();
    for reading in &scene.readings {
        let telling = |span| {
            let value = reading.analysis.document.slice(span).to_owned();
            Telling { place: Place { article: reading.article, span }, value }
        };
        for (short, span) in spelled_out(reading.analysis) {
            let text = reading.analysis.document.slice(span);
            let form = capitalised(spaced(text).as_deref().unwrap_or(text));
            spelled.entry(short).or_default().entry(form).or_default().push(telling(span));
        }
        for (short, span) in named_out(reading.analysis) {
            let name = reading.analysis.document.slice(span);
            let mut form = scene.names.words(&spaced(name).unwrap_or_else(|| name.to_owned()));
            form.retain(|word| !scene.names.is_national(word));
            spelled.entry(short).or_default().entry(form).or_default().push(telling(span));
        }
    }
    let unlike = |one: &[String], other: &[String]| {
        let (long, short) = if one.len() < other.len() { (other, one) } else { (one, other) };
        !long.starts_with(short) && !long.ends_with(short)
    };
    let apart = |forms: &Written| forms.keys().any(|one| forms.keys().any(|other| unlike(one, other)));
    let differing = spelled.into_iter().filter(|(_, forms)| apart(forms));
    differing
        .map(|(short, forms)| {
            let kind = (DifferenceKind::Name, Verdict::Conflict, "short-form");
            Finding::new(kind, short, forms.into_values().flatten().collect(), 3.0)
        })
        .collect()
}

/// Letters of a short form in brackets, at most, and of one that is a word, at least.
const LONGEST_SHORT: usize = 60;
const SHORTEST_SHORT: usize = 4;
/// Words of a short form in brackets, at most.
const SHORT: usize = 3;

/// Each short form in brackets behind the name of a body ("Badan Pengawas Anu (Bawas Anu)", "Korps Anu (Koran)"), or in front of
/// the name in brackets ("Koran (Korps Anu)"), with that name.
fn named_out(analysis: &Analysis) -> Vec<(String, Span)> {
    let document = &analysis.document;
    let bodies = analysis.entities.mentions.iter().filter(|mention| mention.kind == EntityKind::Organization);
    let behind = |mention: &Mention| {
        let behind = document.text().get(mention.span.end()..)?.strip_prefix(" (")?;
        let end = behind.char_indices().take(LONGEST_SHORT).find(|(_, c)| matches!(c, ')' | '\n'))?.0;
        let short = behind.get(..end).filter(|_| behind.get(end..).is_some_and(|rest| rest.starts_with(')')))?;
        let name = document.slice(mention.span);
        is_short(short, name).then(|| (short.to_owned(), mention.span))
    };
    let before = |mention: &Mention| {
        let front = document.text().get(..mention.span.start())?.strip_suffix(" (")?;
        let closed = document.text().get(mention.span.end()..)?.starts_with(')');
        let short = front.rsplit(|c: char| !c.is_alphanumeric()).next()?;
        (closed && is_short(short, document.slice(mention.span))).then(|| (short.to_owned(), mention.span))
    };
    bodies.filter_map(|mention| behind(mention).or_else(|| before(mention))).collect()
}

/// Whether a text may be the short form of a name: a word made of its letters, or a few words with capitals of which the first
/// begins as the name does.
fn is_short(short: &str, name: &str) -> bool {
    let words = short.split(' ').filter(|word| word.starts_with(char::is_uppercase)).count();
    let all = words == short.split(' ').count();
    let alike = short.chars().next() == name.chars().next();
    let several = words > 1 && words <= SHORT && all && alike;
    let small = short.chars().skip(1).all(char::is_lowercase);
    let word = words == 1 && all && small && short.chars().count() >= SHORTEST_SHORT;
    several || word && name.contains(' ') && abbreviates(short, name)
}

fn capitalised(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    words.filter(|word| word.starts_with(char::is_uppercase)).map(str::to_lowercase).collect()
}

/// Each short form in brackets whose letters open the words before it, with those words.
fn spelled_out(analysis: &Analysis) -> Vec<(String, Span)> {
    let document = &analysis.document;
    let text = |i: usize| document.tokens().get(i).map_or("", |t| document.slice(t.span));
    let brackets = (1..document.tokens().len()).filter(|&i| text(i) == "(");
    let short = |open: usize| {
        let close = (open + 1..open + 5).find(|&i| text(i) == ")")?;
        let short = text(close - 1);
        let capitals = short.chars().count() > 2 && short.chars().all(char::is_uppercase);
        let start = words_behind(analysis, open, short).filter(|_| capitals)?;
        Some((short.to_owned(), document.span_of(start..open)))
    };
    brackets.filter_map(short).collect()
}

/// The first of the capitalised words before token `end` that begin with the letters of `short`.
fn words_behind(analysis: &Analysis, end: usize, short: &str) -> Option<usize> {
    let document = &analysis.document;
    let mut letters: Vec<char> = short.chars().collect();
    let mut at = end;
    while let Some(letter) = letters.last().copied() {
        at = at.checked_sub(1)?;
        let token = document.tokens().get(at)?;
        let first = document.slice(token.span).chars().next()?;
        if token.kind == TokenKind::Word && first.is_uppercase() {
            if first != letter {
                return None;
            }
            letters.pop();
        } else if end - at > 3 * short.len() {
            return None;
        }
    }
    Some(at)
}

#[cfg(test)]
mod tests {
    use super::{distance, misspelt};

    #[test]
    fn letters_put_in_left_out_changed_and_swapped() {
        assert_eq!(distance("lavrov", "larov"), 1);
        assert_eq!(distance("sergei", "sergey"), 1);
        assert_eq!(distance("santoso", "santsoo"), 1);
        assert_eq!(distance("", "abc"), 3);
    }

    #[test]
    fn one_word_of_a_name_may_be_misspelt() {
        let name = |text: &str| text.split(' ').map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(misspelt(&name("budi santosa"), &name("budi santoso")), Some(("santosa", "santoso")));
        assert_eq!(misspelt(&name("budi santosa"), &name("rudi santoso")), None);
        assert_eq!(misspelt(&name("ani"), &name("ana")), None);
        assert_eq!(misspelt(&name("wisnuh adi"), &name("wihsnu adi")), Some(("wisnuh", "wihsnu")));
        let two = ("pt anugrah bumi pertama", "pt anugerah bumi pratama");
        assert_eq!(misspelt(&name(two.0), &name(two.1)), Some(("anugrah", "anugerah")));
        for (one, other) in
            [("anugrah pertama", "anugerah pratama"), ("pt bumi7", "pt bumi8"), ("rené müller", "rené muller")]
        {
            assert_eq!(misspelt(&name(one), &name(other)), None, "{one}, {other}");
        }
    }
}
