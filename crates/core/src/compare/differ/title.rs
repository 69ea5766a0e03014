//! A person's office, told differently.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::analysis::Analysis;
use crate::compare::differ::Finding;
use crate::compare::differ::name::distance;
use crate::compare::scene::Scene;
use crate::compare::speaker::same_name;
use crate::compare::term::SmallWords;
use crate::compare::{DifferenceKind, Place, Telling, Verdict};
use crate::entity::mention::{EntityKind, Mention};
use crate::entity::name::{Names, spaced};
use crate::order::Order;
use crate::text::span::within;
use crate::text::token::TokenKind;

/// What somebody is said to be, in front of the name or between commas behind it.
struct Title {
    person: String,
    words: Vec<String>,
    telling: Telling,
}

/// Words of a title, at most.
const LONGEST: usize = 12;

/// A word that opens as verbs do is one when it is longer than this, in bytes ("menteri" is none).
const VERB: usize = 7;

/// Titles of one person that have words in common and words that the other article has in none.
pub fn titles(scene: &Scene, small: &SmallWords) -> Vec<Finding> {
    let mut people: BTreeMap<String, Vec<Title>> = BTreeMap::new();
    for title in (0..scene.readings.len()).flat_map(|reading| titles_in(scene, small, reading)) {
        let known = people.keys().find(|name| same_name(name, &title.person)).cloned();
        people.entry(known.unwrap_or_else(|| title.person.clone())).or_default().push(title);
    }
    people.values_mut().for_each(|titles| spell_blends_out(titles));
    people.into_iter().filter_map(|(person, titles)| differing(person, &titles)).collect()
}

fn differing(person: String, titles: &[Title]) -> Option<Finding> {
    let is_odd = |title: &&Title| titles.iter().any(|other| are_unlike(titles, title, other));
    let odd: Vec<&Title> = titles.iter().filter(is_odd).collect();
    (odd.len() > 1).then(|| {
        let values = odd.iter().map(|title| title.telling.clone()).collect();
        Finding::new((DifferenceKind::Name, Verdict::Precision, "title"), person, values, 1.4)
    })
}

/// Letters of a word that may be made of several.
const BLEND: usize = 5;

/// Spells out words made of the beginnings of several that another title has ("Dirresnarkoba", "Direktur Reserse Narkoba").
fn spell_blends_out(titles: &mut [Title]) {
    let mut known: Vec<Vec<String>> = Vec::new();
    for title in titles.iter() {
        if !known.contains(&title.words) {
            known.push(title.words.clone());
        }
    }
    let run = |word: &String| {
        let starts = known.iter().flat_map(|words| (0..words.len()).map(move |at| &words[at..]));
        starts.filter_map(|words| words.get(..blended(word, words)?)).find(|run| run.len() > 1)
    };
    for title in titles {
        let spelled = |word: &String| match run(word).filter(|_| word.chars().count() >= BLEND) {
            Some(run) => run.to_vec(),
            None => vec![word.clone()],
        };
        title.words = title.words.iter().flat_map(spelled).collect();
    }
}

/// How many of the first words a word is made of the beginnings of; none when it is not.
fn blended(word: &str, words: &[String]) -> Option<usize> {
    // Where in the word the beginnings of the words so far may end.
    let mut ends = vec![0];
    words
        .iter()
        .position(|next| {
            let further = |&end: &usize| {
                let shared = word.bytes().skip(end).zip(next.bytes()).take_while(|(a, b)| a == b).count();
                end + 1..=end + shared
            };
            ends = ends.iter().flat_map(further).filter(|&end| word.is_char_boundary(end)).collect();
            ends.order();
            ends.dedup();
            ends.last() == Some(&word.len())
        })
        .map(|last| last + 1)
}

/// Whether two titles tell of one office and each has words that the other's article never has in a title, or one has
/// such words in its middle.
fn are_unlike(titles: &[Title], one: &Title, other: &Title) -> bool {
    let article = |title: &Title| title.telling.place.article;
    let lacks = |title: &Title, wanted: &Title| {
        let own = titles.iter().filter(|known| article(known) == article(title));
        let has = |word: &String| own.clone().any(|known| known.words.iter().any(|w| alike(w, word)));
        !wanted.words.iter().all(has)
    };
    let shared = one.words.iter().filter(|word| other.words.iter().any(|w| alike(w, word))).count();
    let office = one.words.first() == other.words.first() || shared > 1;
    let inserted = || is_inserted(&one.words, &other.words) || is_inserted(&other.words, &one.words);
    office && (lacks(one, other) && lacks(other, one) || inserted() && (lacks(one, other) || lacks(other, one)))
}

/// Whether a title is another one with words put in between its first and its last: "Ketua Umum Gaikindo", "Ketua Gaikindo".
fn is_inserted(long: &[String], short: &[String]) -> bool {
    let ends = long.first() == short.first() && long.last() == short.last();
    let mut rest = long.iter();
    ends && long.len() > short.len() && short.iter().all(|word| rest.any(|other| other == word))
}

/// Whether two words are one, written with a slip or cut short.
fn alike(one: &str, other: &str) -> bool {
    one.starts_with(other) || other.starts_with(one) || 4 * distance(one, other) <= one.chars().count()
}

fn titles_in(scene: &Scene, small: &SmallWords, reading: usize) -> Vec<Title> {
    let analysis = scene.readings[reading].analysis;
    let people = analysis.entities.mentions.iter().filter(|m| m.kind == EntityKind::Person);
    let headline = |m: &Mention| analysis.header.title.is_some_and(|title| title.overlaps(m.span));
    let outside = |m: &&Mention| {
        !analysis.document.in_furniture(m.span.start()) && !scene.is_copied(reading, m.span) && !headline(m)
    };
    let body = people.filter(outside);
    let both = |mention: &Mention| {
        [title_before(analysis, small, mention), title_behind(analysis, small, mention)]
            .into_iter()
            .filter_map(|tokens| title(scene, small, reading, mention, tokens))
            .collect::<Vec<_>>()
    };
    body.flat_map(both).collect()
}

fn title(scene: &Scene, small: &SmallWords, reading: usize, mention: &Mention, tokens: Range<usize>) -> Option<Title> {
    let analysis = scene.readings[reading].analysis;
    let mut words = spelled_out(scene.names, analysis, tokens.clone());
    words.retain(|word| !small.former.contains(word.as_str()));
    let span = analysis.document.span_of(tokens);
    let value = analysis.document.slice(span).to_owned();
    // A stretch that begins inside of brackets is not a whole title.
    let opened = value.find('(').unwrap_or(value.len());
    if value.find(')').is_some_and(|closed| closed < opened) {
        return None;
    }
    let place = Place { article: scene.readings[reading].article, span };
    let person = analysis.entities.entities.get(mention.entity.index())?.name.clone();
    (words.len() > 2).then_some(Title { person, words, telling: Telling { place, value } })
}

/// The words of a title, spelled out; other short forms are left out, as what stands in brackets: they may stand for any others.
fn spelled_out(names: &Names, analysis: &Analysis, tokens: Range<usize>) -> Vec<String> {
    let document = &analysis.document;
    let mut inside = false;
    let mut words = Vec::new();
    for token in document.tokens().get(tokens).unwrap_or_default() {
        let text = document.slice(token.span);
        inside = text == "(" || inside && text != ")";
        if !inside && !text.chars().skip(1).all(char::is_uppercase) {
            words.extend(names.words(spaced(text).as_deref().unwrap_or(text)));
        }
    }
    words
}

/// Whether a token may stand in a title: a bracket, or a word that is no verb and opens no clause.
fn is_part(analysis: &Analysis, small: &SmallWords, token: usize) -> bool {
    let document = &analysis.document;
    let Some(token) = document.tokens().get(token) else { return false };
    let (text, folded) = (document.slice(token.span), document.folded(token));
    let named = |m: &Mention| m.kind == EntityKind::Person;
    let within = analysis.entities.within(token.span).iter().any(named)
        || !within(&analysis.times.expressions, token.span, |time| time.span).is_empty();
    let opens = |openings: &[&str]| openings.iter().any(|opening| text.starts_with(opening));
    let office = small.offices.contains(folded);
    let verb = !office && text.len() > VERB && (opens(&small.active) || opens(&small.passive));
    let word =
        token.kind == TokenKind::Word && !verb && !small.clauses.contains(folded) && !small.modals.contains_key(folded);
    let word = word && !small.outside.contains(folded);
    !within && (word || matches!(text, "(" | ")"))
}

/// The words in front of a name from the noun of an office on, with a comma between at most; not those of the person before
/// ("X selaku direktur, Y").
fn title_before(analysis: &Analysis, small: &SmallWords, mention: &Mention) -> Range<usize> {
    let document = &analysis.document;
    let own = document.token_at(mention.span.start());
    let first = document.sentences().get(document.sentence_of(own)).map_or(own, |s| s.tokens.start);
    let text = |token: usize| document.tokens().get(token).map_or("", |token| document.slice(token.span));
    let end = if own > first && text(own - 1) == "," { own - 1 } else { own };
    let run = (first.max(end.saturating_sub(LONGEST))..end).rev().take_while(|&at| is_part(analysis, small, at));
    let office = |at: &usize| document.tokens().get(*at).is_some_and(|t| small.offices.contains(document.folded(t)));
    let start = run.filter(office).last().unwrap_or(end);
    let before = start.checked_sub(1).and_then(|at| document.tokens().get(at)).map_or("", |t| document.folded(t));
    if small.offices_follow.contains(before) { end..end } else { start..end }
}

/// ", anggota parlemen Prancis," behind a name: from the noun of an office to the next sign.
fn title_behind(analysis: &Analysis, small: &SmallWords, mention: &Mention) -> Range<usize> {
    let document = &analysis.document;
    let comma = document.token_at(mention.span.end().saturating_sub(1)) + 1;
    let text = |token: usize| document.tokens().get(token).map_or("", |token| document.slice(token.span));
    let start = comma + 1;
    let opens = document.tokens().get(start).is_some_and(|token| small.offices.contains(document.folded(token)));
    let length = (start..start + LONGEST).take_while(|&at| is_part(analysis, small, at)).count();
    let closed = matches!(text(start + length), "," | "." | ")" | "");
    if text(comma) == "," && opens && closed { start..start + length } else { start..start }
}

#[cfg(test)]
mod tests {
    use super::blended;

    #[test]
    fn a_word_may_be_made_of_the_beginnings_of_others() {
        let words: Vec<String> = ["direktur", "reserse", "narkoba", "polda"].map(str::to_owned).into();
        assert_eq!(blended("dirresnarkoba", &words), Some(3));
        assert_eq!(blended("direktur", &words), Some(1));
        assert_eq!(blended("dinarkoba", &words), None);
        assert_eq!(blended("kapolda", &words), None);
        assert_eq!(blended(&"a".repeat(49), &vec!["a".repeat(4); 12]), None);
    }
}
