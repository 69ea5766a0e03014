//! A comparison, set right.

use silang_core::facts::{DocAt, EntityFact, MomentFact, MomentItem};
use silang_core::time::edtf;

use crate::corrections::Correction;
use crate::engine::protocol::Compared;
use crate::order;

/// Sets a comparison right; `text` gives the words at a place.
pub fn apply_to_comparison<'a>(found: &mut Compared, text: &dyn Fn(&DocAt) -> &'a str, corrections: &[Correction]) {
    for correction in corrections {
        let entities = &mut found.facts.entities;
        match correction {
            Correction::NotAName(name) => entities.retain(|entity| entity.name != *name),
            Correction::Rename(from, to) => rename(entities, from, to),
            Correction::Kind(name, kind) => {
                entities.iter_mut().filter(|entity| entity.name == *name).for_each(|entity| entity.kind = *kind);
            }
            Correction::Split(name, words) => split(entities, text, name, words),
            Correction::NotSaid(words) => unsay(found, text, words),
            Correction::When(words, value, place) => {
                let is_it = |at: &DocAt| {
                    let here = place.as_ref().is_none_or(|place| place.doc == at.doc && place.start == at.at.start);
                    here && text(at) == words
                };
                move_in_time(&mut found.facts.timeline, value, is_it);
            }
            // The worker is told of moves before it compares.
            Correction::Speaker(..) | Correction::About(_) | Correction::Move(..) => {}
        }
    }
}

fn rename(entities: &mut Vec<EntityFact>, from: &str, to: &str) {
    let Some(at) = entities.iter().position(|entity| entity.name == from) else { return };
    match entities.iter().position(|entity| entity.name == to).filter(|&other| other != at) {
        Some(other) => {
            let mut moved = std::mem::take(&mut entities[at].mentions);
            entities[other].mentions.append(&mut moved);
            entities.remove(at);
        }
        None => to.clone_into(&mut entities[at].name),
    }
}

fn split<'a>(entities: &mut Vec<EntityFact>, text: &dyn Fn(&DocAt) -> &'a str, name: &str, words: &str) {
    let Some(entity) = entities.iter_mut().find(|entity| entity.name == name) else { return };
    let kind = entity.kind;
    let (parted, kept): (Vec<DocAt>, _) =
        std::mem::take(&mut entity.mentions).into_iter().partition(|mention| text(mention) == words);
    entity.mentions = kept;
    match entities.iter_mut().find(|entity| entity.name == words && entity.kind == kind) {
        Some(other) => other.mentions.extend(parted),
        None => entities.push(EntityFact { name: words.to_owned(), kind, mentions: parted }),
    }
    entities.retain(|entity| !entity.mentions.is_empty());
}

/// Takes the places of these words out of the utterances, and the utterances that are then told only once.
fn unsay<'a>(found: &mut Compared, text: &dyn Fn(&DocAt) -> &'a str, words: &str) {
    for utterance in (0..found.facts.statements.len()).rev() {
        while let Some(place) = found.facts.statements[utterance].iter().position(|at| text(at) == words) {
            found.facts.statements[utterance].remove(place);
            forget_wording(found, utterance, place);
        }
        if found.facts.statements[utterance].len() < 2 {
            found.facts.statements.remove(utterance);
            found.wordings.retain(|wording| wording.utterance != utterance);
            let later = found.wordings.iter_mut().filter(|wording| wording.utterance > utterance);
            later.for_each(|wording| wording.utterance -= 1);
        }
    }
}

fn forget_wording(found: &mut Compared, utterance: usize, place: usize) {
    found.wordings.retain(|one| one.utterance != utterance || (one.base != place && one.other != place));
    for wording in found.wordings.iter_mut().filter(|wording| wording.utterance == utterance) {
        wording.base -= usize::from(wording.base > place);
        wording.other -= usize::from(wording.other > place);
    }
}

/// Moves what is told at such places to another time.
fn move_in_time(timeline: &mut Vec<MomentFact>, value: &str, is_it: impl Fn(&DocAt) -> bool) {
    let mut moved: Vec<MomentItem> = Vec::new();
    for moment in timeline.iter_mut() {
        let (those, others) = std::mem::take(&mut moment.items).into_iter().partition(|item| is_it(&item.place));
        moment.items = others;
        moved.extend::<Vec<MomentItem>>(those);
    }
    match timeline.iter_mut().find(|moment| moment.value == value) {
        Some(moment) => moment.items.append(&mut moved),
        None => timeline.push(MomentFact { value: value.to_owned(), items: moved }),
    }
    timeline.retain(|moment| !moment.items.is_empty());
    let start = |moment: &MomentFact| edtf::interval(&moment.value).map_or(i64::MAX, |interval| interval.start);
    order::sort_by_key(timeline, start);
    let start = |item: &MomentItem| (item.place.doc.clone(), item.place.at.start);
    if let Some(moment) = timeline.iter_mut().find(|moment| moment.value == value) {
        order::sort_by_key(&mut moment.items, start);
    }
}

/// Places in a test.
#[cfg(test)]
pub fn place(doc: &str, start: usize, end: usize) -> DocAt {
    DocAt { doc: doc.to_owned(), at: silang_core::facts::At { start, end } }
}
