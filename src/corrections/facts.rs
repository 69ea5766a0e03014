//! The facts of one article, set right.

use silang_core::facts::{Facts, MentionFact, TimeFact};
use silang_core::time::edtf;

use crate::corrections::{Correction, Place};

/// The rule that is told for what the reader set right.
pub const BY_READER: &str = "reader";

/// The facts of an article, set right.
pub fn apply(facts: &Facts, corrections: &[Correction]) -> Facts {
    let mut facts = facts.clone();
    corrections.iter().for_each(|correction| set_right(&mut facts, correction));
    facts
}

fn set_right(facts: &mut Facts, correction: &Correction) {
    match correction {
        Correction::NotAName(name) => facts.mentions.retain(|mention| mention.entity != *name),
        Correction::Rename(from, to) => rename(facts, from, to),
        Correction::Kind(name, kind) => {
            for mention in facts.mentions.iter_mut().filter(|mention| mention.entity == *name) {
                mention.kind = *kind;
                by_reader(mention);
            }
        }
        Correction::Split(name, words) => split(facts, name, words),
        Correction::Speaker(words, name) => {
            for statement in facts.statements.iter_mut().filter(|statement| statement.text == *words) {
                statement.speaker.clone_from(name);
                statement.sure = true;
                BY_READER.clone_into(&mut statement.why);
            }
        }
        Correction::NotSaid(words) => facts.statements.retain(|statement| statement.text != *words),
        Correction::When(words, value, place) => when(facts, words, value, place.as_ref()),
        // The worker is told of these before it reads the article, or compares it with others.
        Correction::About(_) | Correction::Move(..) => {}
    }
}

/// What the reader has told is sure.
fn by_reader(mention: &mut MentionFact) {
    BY_READER.clone_into(&mut mention.why);
    mention.sure = true;
}

fn rename(facts: &mut Facts, from: &str, to: &str) {
    for mention in facts.mentions.iter_mut().filter(|mention| mention.entity == from) {
        to.clone_into(&mut mention.entity);
        by_reader(mention);
    }
    for statement in facts.statements.iter_mut().filter(|statement| statement.speaker == from) {
        to.clone_into(&mut statement.speaker);
    }
}

fn split(facts: &mut Facts, name: &str, words: &str) {
    for mention in facts.mentions.iter_mut().filter(|mention| mention.entity == name && mention.text == words) {
        words.clone_into(&mut mention.entity);
        by_reader(mention);
    }
    let said = facts.statements.iter_mut().filter(|said| said.speaker == name && said.speaker_text == words);
    said.for_each(|statement| words.clone_into(&mut statement.speaker));
}

fn when(facts: &mut Facts, words: &str, value: &str, place: Option<&Place>) {
    let Facts { doc, times, checks, .. } = facts;
    let here = |time: &TimeFact| place.is_none_or(|place| place.doc == *doc && place.start == time.at.start);
    for time in times.iter_mut().filter(|time| time.text == words && here(time)) {
        value.clone_into(&mut time.value);
        BY_READER.clone_into(&mut time.why);
        time.interval = edtf::interval(value);
        time.sure = true;
        time.alternatives.clear();
        time.anchor.clear();
        checks.retain(|check| check.at != time.at);
    }
}
