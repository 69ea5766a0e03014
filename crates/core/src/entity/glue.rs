//! Names that lost the space after them: "Raungyang" is "Raung" and "yang".

use crate::entity::Grammar;
use crate::entity::case::Case;
use crate::entity::hash::Hash;
use crate::entity::lexicon::Cues;
use crate::entity::role::Roles;
use crate::text::document::Document;

/// Shortest name and shortest word after it that are taken apart, in bytes; of a name of the article before a longer word, one less.
const SHORTEST: usize = 3;

/// No two words are longer than this together, in bytes.
const LONGEST: usize = 48;

/// Shortest name that need not stand in the article by itself, and shortest word after it that is not listed.
const LONG: usize = 5;

/// Shortest word that is almost never written with a capital and so is no part of any name.
const CERTAIN: usize = 9;

/// Fewest capitals of an abbreviation that a word is glued to.
const CAPITALS: usize = 2;

/// For each distinct word the length in bytes of the name at its front, where a word is glued to it.
pub fn cuts(grammar: &Grammar, document: &Document, cases: &[Case]) -> Vec<Option<usize>> {
    let mut capitals = vec![false; document.words().len()];
    let mut cuts = vec![None; document.words().len()];
    let mut counts = vec![0_u32; document.words().len()];
    for (token, case) in document.tokens().iter().zip(cases) {
        counts[token.word.index()] += 1;
        capitals[token.word.index()] |= *case == Case::Capital;
        if *case == Case::Mixed {
            let cut = after_capitals(grammar, document.slice(token.span));
            cuts[token.word.index()] = cuts[token.word.index()].or(cut);
        }
    }
    let found = document.words().iter().zip(&capitals).zip(counts).zip(&mut cuts);
    for (((word, _), count), to) in found.filter(|(((_, capital), _), _)| **capital) {
        *to = cut(grammar, document, &capitals, word, count == 1);
    }
    cuts
}

/// How often a word has a capital: 0 unknown, 1 (almost never) to 5 (almost always).
fn habit(grammar: &Grammar, word: &str, capital: bool) -> u8 {
    grammar.words.facts(Hash::default().text(word), capital).capital
}

/// "DPRmenolak": where the capitals end and a word follows that is written small.
fn after_capitals(grammar: &Grammar, text: &str) -> Option<usize> {
    let at = text.find(|c: char| !c.is_ascii_uppercase())?;
    let after = text.get(at..)?;
    let small = after.len() >= SHORTEST && after.bytes().all(|b| b.is_ascii_lowercase());
    let known = || {
        after.len() >= LONG && matches!(habit(grammar, after, false), 1 | 2) || grammar.roles.has(after, Roles::GLUED)
    };
    (at >= CAPITALS && text.len() < LONGEST && small && known()).then_some(at)
}

/// The length of the name at the front of a word with a capital; a word that stands in the article once may also be one whose second part
/// is short.
fn cut(grammar: &Grammar, document: &Document, capitals: &[bool], word: &str, once: bool) -> Option<usize> {
    let facts = |word: &str, capital| habit(grammar, word, capital);
    if !(2 * SHORTEST..LONGEST).contains(&word.len()) || facts(word, false) > 0 || grammar.lexicon.cues(word).0 != 0 {
        return None;
    }
    let named = |name: &str| document.words().find(name).is_some_and(|name| capitals[name.index()]);
    let is_cut = |at: usize| {
        let (Some(name), Some(after)) = (word.get(..at), word.get(at..)) else { return false };
        let hash = Hash::default().text(after);
        let glued = grammar.roles.has_hashed(after, hash, Roles::GLUED);
        let habit = || grammar.words.facts(hash, false).capital;
        let of_names = || grammar.lexicon.cues_of(hash).0 & (Cues::GIVEN.0 | Cues::FAMILY.0) != 0;
        let brief = || once && after.len() + 1 == LONG && habit() == 1 && name.len() + 1 >= LONG && named(name);
        let long = || (after.len() >= LONG && matches!(habit(), 1 | 2) || brief()) && !of_names();
        let short = name.len() < SHORTEST;
        let is_name = || named(name) || name.len() >= LONG && facts(name, true) >= 5;
        let small = || grammar.roles.has(name, Roles::GLUED) || matches!(facts(name, false), 1 | 2);
        (glued && !short || long()) && is_name() && !(short && small())
    };
    let is_certain = |at: &usize| {
        let (front, after) = (word.get(..*at), word.get(*at..));
        after.is_some_and(|after| facts(after, false) == 1)
            && !front.is_some_and(|front| grammar.roles.has(front, Roles::PREFIX))
    };
    let certain = || (SHORTEST..(word.len() + 1).saturating_sub(CERTAIN)).find(is_certain);
    (SHORTEST - 1..word.len()).rev().find(|&at| is_cut(at)).or_else(certain)
}

#[cfg(test)]
mod tests {
    use super::cuts;
    use crate::entity::Grammar;
    use crate::entity::case::Case;
    use crate::entity::role::Roles;
    use crate::text::document::{self, Document};

    #[test]
    fn only_a_name_of_the_article_before_a_known_word_is_cut_off() {
        let grammar = Grammar { roles: [("yang", Roles::GLUED)].into_iter().collect(), ..Grammar::default() };
        let document = Document::new(&document::Grammar::default(), "Gunung Raungyang tinggi. Raung dan Rinyang");
        let cases: Vec<Case> = document.tokens().iter().map(|t| Case::of(document.slice(t.span))).collect();
        let cut: Vec<_> = document.words().iter().zip(cuts(&grammar, &document, &cases)).collect();
        let cut: Vec<&str> = cut.iter().filter_map(|(word, cut)| cut.map(|at| &word[..at])).collect();
        assert_eq!(cut, ["raung"]);
    }
}
