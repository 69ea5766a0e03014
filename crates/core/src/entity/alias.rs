//! Other names of a thing that the text itself explains: abbreviations, nicknames.

use std::collections::HashMap;

use crate::entity::mention::{EntityKind, Mention};
use crate::entity::name::{Alias, Names};
use crate::text::document::Document;
use crate::text::span::Span;

/// Words that say that another name of a person follows are no longer than this, in bytes.
const LONGEST_ALIAS: usize = 60;

/// How far before a nickname the person whom it describes was named, in bytes; nothing farther off is looked at.
const FARTHEST: usize = 2_000;

/// How many persons named before a nickname are looked at.
const PERSONS: usize = 100;

/// By kind and other name the name that the text gives for it.
pub type Told<'a> = HashMap<(EntityKind, &'a str), &'a str>;

/// Other names that the text itself explains: "NAME (ABBR)" and "ABBR (NAME)", "NAME alias NAME", "pria yang akrab
/// disapa NAME" of the person named before.
pub fn told<'a>(names: &Names, document: &'a Document, mentions: &[Mention]) -> Told<'a> {
    let mut told = HashMap::new();
    for (at, after) in mentions.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| mentions.get(at)).filter(|before| before.kind == after.kind);
        let pair = before.and_then(|before| beside(names, document, before, after));
        if let Some((other, full)) = pair.or_else(|| described(names, document, mentions.get(..at)?, after)) {
            told.entry((after.kind, other)).or_insert(full);
        }
    }
    for (other, full) in shortened_inside(document, mentions) {
        told.entry(other).or_insert(full);
    }
    for (other, full) in first_words(names, document, mentions, &told) {
        told.entry(other).or_insert(full);
    }
    told
}

/// "Siti Aminah alias Dewi Lestari", later "Dewi": the first word of another name of a person, unless somebody else has it. Of
/// very many such names only the first ones are looked at.
fn first_words<'a>(names: &Names, document: &'a Document, mentions: &[Mention], told: &Told<'a>) -> Told<'a> {
    const ALIASES: usize = 20;
    let persons = || mentions.iter().filter(|mention| mention.kind == EntityKind::Person);
    let name = |mention: &Mention| document.slice(mention.span);
    let first_word = |mention: &Mention| {
        let other = name(mention);
        let full = *told.get(&(EntityKind::Person, other))?;
        let (first, _) = other.split_once(' ').filter(|_| !names.is_address(other))?;
        Some((first, other, full))
    };
    let alone = |(first, other, full): &(&'a str, &'a str, &'a str)| {
        let own = |mention: &Mention| [*first, *other, *full].contains(&name(mention));
        persons().all(|mention| own(mention) || !share_a_word(names, name(mention), first))
    };
    let found = persons().filter_map(first_word).take(ALIASES).filter(alone);
    found.map(|(first, _, full)| ((EntityKind::Person, first), full)).collect()
}

/// Names that have the short form of a part in brackets ("Dinas Sosial (Dinsos) Kudus"), for the names that have only that short
/// form there ("Dinsos Kudus").
fn shortened_inside<'a>(document: &'a Document, mentions: &[Mention]) -> Told<'a> {
    let mut full: HashMap<(EntityKind, String), &'a str> = HashMap::new();
    for mention in mentions {
        let name = document.slice(mention.span);
        for short in short_inside(name) {
            full.entry((mention.kind, short)).or_insert(name);
        }
    }
    if full.is_empty() {
        return Told::new();
    }
    let known = |mention: &Mention| {
        let name = document.slice(mention.span);
        full.get(&(mention.kind, name.to_owned())).map(|full| ((mention.kind, name), *full))
    };
    mentions.iter().filter_map(known).collect()
}

/// A name with its bracketed short form instead of what stands before it, and the same behind its first word.
fn short_inside(name: &str) -> impl Iterator<Item = String> {
    let parts = name.split_once(" (").and_then(|(front, rest)| {
        let (short, behind) = rest.split_once(") ")?;
        let head = front.split(' ').next()?;
        Some([format!("{short} {behind}"), format!("{head} {short} {behind}")])
    });
    parts.into_iter().flatten()
}

/// Which of two names of a kind beside each other is another name for which, if either is.
fn beside<'a>(names: &Names, document: &'a Document, before: &Mention, after: &Mention) -> Option<(&'a str, &'a str)> {
    let between = document.slice(Span::new(before.span.end(), after.span.start()));
    let closed = document.text().as_bytes().get(after.span.end()) == Some(&b')');
    let person = after.kind == EntityKind::Person;
    let (first, second) = (document.slice(before.span), document.slice(after.span));
    let near = person && between.len() < LONGEST_ALIAS;
    match if near { names.alias(between) } else { None } {
        Some(Alias::First) => return Some((first, second)),
        Some(Alias::Second) => return Some((second, first)),
        None => {}
    }
    if person && between == " atau " && names.is_address(second) && !names.is_address(first) && first.contains(' ') {
        return Some((second, first));
    }
    if !closed || between.trim() != "(" {
        return None;
    }
    let shorter = names.words(first).len() < names.words(second).len();
    let (short, long) = if shorter { (first, second) } else { (second, first) };
    let stands_for = after.kind != EntityKind::Location || abbreviates(short, long);
    let nickname = person && (names.is_address(short) || share_a_word(names, short, long));
    let plain = !short.contains([' ', '.']) || nickname;
    (plain && names.full(long).is_none() && stands_for).then_some((short, long))
}

/// The nickname that a description of a person gives ("pria yang akrab disapa NAME"), and the full name of the person
/// whom the text named last, outside of quotations. Another person of the same sentence is someone else ("Siti dan
/// asistennya yang akrab disapa Budi").
fn described<'a>(
    names: &Names,
    document: &'a Document,
    earlier: &[Mention],
    nickname: &Mention,
) -> Option<(&'a str, &'a str)> {
    if nickname.kind != EntityKind::Person {
        return None;
    }
    let sentence = before(document, nickname.span.start(), LONGEST_ALIAS).rsplit(['\n', '.']).next()?;
    if !names.calls(sentence) {
        return None;
    }
    let nick = document.slice(nickname.span);
    let words = names.words(nick);
    let persons = || earlier.iter().rev().filter(|mention| mention.kind == EntityKind::Person).take(PERSONS);
    let known =
        |mention: &Mention| names.is_short_for(EntityKind::Person, &words, &names.words(document.slice(mention.span)));
    if persons().any(known) {
        return None;
    }
    let near = |mention: &&Mention| mention.span.end() + FARTHEST > nickname.span.start();
    let is_full = |mention: &&Mention| {
        let other = names.words(document.slice(mention.span));
        other.len() > 1 && other != words
    };
    let candidates =
        || persons().take_while(near).filter(is_full).filter(|mention| !is_quoted(document, mention.span.start()));
    let alike = candidates().find(|mention| share_a_word(names, nick, document.slice(mention.span)));
    let line = before(document, nickname.span.start(), FARTHEST).rsplit(['\n', '.']).next()?;
    let sentence = nickname.span.start() - line.len();
    let full = alike.or_else(|| candidates().next().filter(|mention| mention.span.end() <= sentence))?;
    Some((nick, document.slice(full.span)))
}

fn share_a_word(names: &Names, one: &str, other: &str) -> bool {
    let other = names.words(other);
    names.words(one).iter().any(|word| other.contains(word))
}

/// The text before a place, no more than some bytes of it.
fn before(document: &Document, at: usize, most: usize) -> &str {
    let text = document.text();
    let start = text.floor_char_boundary(at.saturating_sub(most));
    text.get(start..at).unwrap_or_default()
}

/// Whether a place of a text stands between quotation marks of its line.
fn is_quoted(document: &Document, at: usize) -> bool {
    let line = before(document, at, FARTHEST).rsplit('\n').next().unwrap_or_default();
    let straight = line.bytes().filter(|byte| *byte == b'"').count() % 2 == 1;
    straight || line.matches('“').count() > line.matches('”').count()
}

/// Whether the letters of `short` stand in `long` in the same order ("OKU" and "Ogan Komering Ulu").
pub fn abbreviates(short: &str, long: &str) -> bool {
    let mut letters = long.chars().flat_map(char::to_lowercase);
    short.chars().flat_map(char::to_lowercase).all(|letter| letters.any(|other| other == letter))
}

#[cfg(test)]
mod tests {
    use crate::entity::mention::Mention;
    use crate::{Article, Language, analyze};

    /// The entity that a name stands for at its last mention.
    fn last(text: &str, name: &str) -> String {
        let found = analyze(&Language::indonesian(), &Article::new("a.txt", text));
        let of = |mention: &&Mention| found.document.slice(mention.span) == name;
        let mention = found.entities.mentions.iter().rev().find(of);
        let entity = mention.and_then(|mention| found.entities.entities.get(mention.entity.index()));
        entity.map(|entity| entity.name.clone()).unwrap_or_default()
    }

    const NAMED: &str = "Menteri Sosial Ahmad Fauzan datang ke Semarang pada Senin (3/3/2025). ";

    #[test]
    fn a_description_gives_a_nickname_to_the_person_named_before() {
        let text = format!("{NAMED}Lelaki yang akrab disapa Gus Ojan itu senang. \"Bagus,\" kata Gus Ojan.");
        assert_eq!(last(&text, "Gus Ojan"), "Ahmad Fauzan");
    }

    #[test]
    fn a_name_may_have_the_short_form_of_its_part() {
        let text = "Kepala Dinas Perhubungan (Dishub) Kota Malang tiba. Petugas Dishub Kota Malang menutup jalan itu.";
        assert_eq!(last(text, "Dishub Kota Malang"), last(text, "Dinas Perhubungan (Dishub) Kota Malang"));
    }

    #[test]
    fn a_form_of_address_behind_or_gives_a_nickname() {
        assert_eq!(last("Menteri Ahmad Fauzan atau Gus Ojan datang. Gus Ojan senang.", "Gus Ojan"), "Ahmad Fauzan");
        assert_eq!(last("Ahmad Fauzan atau Siti Aminah datang. Siti Aminah senang.", "Siti Aminah"), "Siti Aminah");
    }

    #[test]
    fn a_nickname_may_stand_before_it_is_described() {
        let text = format!("Warga bertemu Gus Ojan di Kudus.\n\n{NAMED}Lelaki yang akrab disapa Gus Ojan itu senang.");
        assert_eq!(last(&text, "Gus Ojan"), "Ahmad Fauzan");
    }

    #[test]
    fn somebody_of_the_same_sentence_is_another() {
        let text = "Ahmad Fauzan dan sopirnya yang karib disapa Ojan datang ke Semarang. Ojan senang.";
        assert_eq!(last(text, "Ojan"), "Ojan");
    }

    #[test]
    fn parentheses_hold_nicknames_but_actors_too() {
        let text = "Menteri Sosial Ahmad Fauzan (Gus Ojan) datang. Gus Ojan senang.";
        assert_eq!(last(text, "Gus Ojan"), "Ahmad Fauzan");
        let text = "Film itu berkisah tentang Siti Aminah (Dewi Lestari) di Semarang.";
        assert_eq!(last(text, "Dewi Lestari"), "Dewi Lestari");
    }
}
