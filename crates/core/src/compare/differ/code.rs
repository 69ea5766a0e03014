//! Codes that are written differently: number plates, flights, accounts (`Z 1234 ABC`, `QX 4301`, `@warga_kota`).

use std::collections::BTreeMap;

use crate::analysis::Analysis;
use crate::compare::differ::Finding;
use crate::compare::differ::name::distance;
use crate::compare::scene::Scene;
use crate::compare::{DifferenceKind, Place, Telling, Verdict};
use crate::order::Order;
use crate::text::span::{Span, within};

/// Signs of a code, at least: of shorter ones many differ in one.
const SHORTEST: usize = 6;
/// Signs of a code, at most, in bytes.
const LONGEST: usize = 40;
/// Codes of an event that are looked at, at most.
const MOST: usize = 300;

/// By what a code is told: its letters and digits.
type Written = BTreeMap<String, Vec<Telling>>;

/// Codes that differ by one sign.
pub fn codes(scene: &Scene) -> Vec<Finding> {
    let written = written(scene);
    let mut found = Vec::new();
    for (at, (one, places)) in written.iter().enumerate().take(MOST) {
        for (other, others) in written.iter().skip(at + 1).take(MOST) {
            if is_slip(one, other) && are_apart(places, others) {
                let kind = (DifferenceKind::Name, Verdict::Conflict, "code");
                let values = [places.as_slice(), others].concat();
                found.push(Finding::new(kind, places[0].value.clone(), values, 2.5));
            }
        }
    }
    found
}

/// Whether no article has both codes, or only the one that is told once, where others have the other too.
fn are_apart(places: &[Telling], others: &[Telling]) -> bool {
    let (once, often) = if places.len() < others.len() { (places, others) } else { (others, places) };
    let known = articles(often);
    !articles(once).iter().any(|article| known.contains(article)) || once.len() == 1 && known.len() > 1
}

fn articles(places: &[Telling]) -> Vec<usize> {
    let mut articles: Vec<usize> = places.iter().map(|telling| telling.place.article).collect();
    articles.order();
    articles.dedup();
    articles
}

/// Whether two codes are one, written with a slip: a sign more, less or another one of its sort.
fn is_slip(one: &str, other: &str) -> bool {
    let accounts = one.starts_with('@');
    let shape = |code: &str| code.chars().map(char::is_numeric).collect::<Vec<_>>();
    accounts == other.starts_with('@') && distance(one, other) == 1 && (accounts || shape(one) == shape(other))
}

fn written(scene: &Scene) -> Written {
    let mut written = Written::new();
    for reading in &scene.readings {
        let Analysis { document, figures, times, .. } = reading.analysis;
        let counts = |span: Span| {
            !within(figures, span, |figure| figure.span).is_empty()
                || !within(&times.expressions, span, |time| time.span).is_empty()
        };
        for sentence in document.sentences().iter().filter(|sentence| reading.tells(sentence.span)) {
            for (start, end) in codes_in(document.slice(sentence.span)) {
                let span = Span::new(sentence.span.start() + start, sentence.span.start() + end);
                if counts(span) {
                    continue;
                }
                let value = document.slice(span).to_owned();
                let place = Place { article: reading.article, span };
                written.entry(plain(&value)).or_default().push(Telling { place, value });
            }
        }
    }
    written
}

/// The signs by which codes are compared.
fn plain(code: &str) -> String {
    code.chars().filter(|c| c.is_alphanumeric() || matches!(c, '@' | '_')).collect()
}

/// Where the codes of a text stand: accounts, and letters with numbers, with spaces or hyphens between them.
fn codes_in(text: &str) -> Vec<(usize, usize)> {
    let words = words(text);
    let (mut found, mut at) = (Vec::new(), 0);
    while at < words.len() {
        let end = end_of_code(text, &words, at);
        let span = (words[at].0, words[end - 1].1);
        if is_code(&plain(&text[span.0..span.1])) {
            found.push(span);
        }
        at = end;
    }
    found
}

/// Where the runs of signs of a text stand that codes are made of.
fn words(text: &str) -> Vec<(usize, usize)> {
    let mut words: Vec<(usize, usize)> = Vec::new();
    for (at, sign) in text.match_indices(|c: char| c.is_alphanumeric() || matches!(c, '@' | '_')) {
        match words.last_mut() {
            Some((_, end)) if *end == at => *end += sign.len(),
            _ => words.push((at, at + sign.len())),
        }
    }
    words
}

/// Whether signs are an account, or begin with a capital and have a number.
fn is_code(code: &str) -> bool {
    let number = |digits: &str| digits.len() > 1 && digits.bytes().all(|b| b.is_ascii_digit());
    let numbered = || code.split(|c: char| !c.is_ascii_digit()).any(number);
    let shouted = code.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit());
    let account = code.strip_prefix('@').is_some_and(|name| !name.contains('@'));
    let named = shouted && code.starts_with(|c: char| c.is_ascii_uppercase()) && numbered();
    (account || named) && (SHORTEST..LONGEST).contains(&code.len())
}

/// One past the last word of the code that begins at a word: the next ones belong to it while capitals and digits take turns.
fn end_of_code(text: &str, words: &[(usize, usize)], first: usize) -> usize {
    let part = |at: usize| words.get(at).map(|&(start, end)| &text[start..end]);
    let capitals = |word: &str| word.len() <= 3 && word.bytes().all(|b| b.is_ascii_uppercase());
    let digits = |word: &str| word.bytes().all(|b| b.is_ascii_digit());
    let mut end = first + 1;
    while let (Some(one), Some(two)) = (part(end - 1), part(end)) {
        let between = &text[words[end - 1].1..words[end].0];
        let turns = capitals(one) && digits(two) || digits(one) && capitals(two);
        if !turns || !matches!(between, " " | "-") {
            break;
        }
        end += 1;
    }
    end
}

#[cfg(test)]
mod tests {
    use super::{codes_in, is_slip, plain};

    fn found(text: &str) -> Vec<String> {
        codes_in(text).into_iter().map(|(start, end)| plain(&text[start..end])).collect()
    }

    #[test]
    fn plates_flights_and_accounts_are_codes() {
        let text = "Mobil Z-1234-ABC milik @warga_kota, bukan Z 1235 ABC, dan pesawat QX 43017 naik pada 12 JUNI 2025 dengan 3800 WNI.";
        assert_eq!(found(text), ["Z1234ABC", "@warga_kota", "Z1235ABC", "QX43017"]);
        assert_eq!(found("Kereta Ani dan 12 orang dari RT 1 RW 6"), Vec::<String>::new());
    }

    #[test]
    fn one_sign_may_be_a_slip() {
        assert!(is_slip("Z1234ABC", "Z1235ABC") && is_slip("@warga_kota", "@wargakota"));
        assert!(!is_slip("Z1234ABC", "Z1256ABC") && !is_slip("QX4301", "QXA301") && !is_slip("@warga", "XWARGA"));
    }
}
