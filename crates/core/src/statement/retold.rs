//! A headline that gives no name ("Legislator: C"): its speaker is the person who says the same in the text below.

use crate::entity::mention::EntityKind;
use crate::order::Order;
use crate::statement::Reference;
use crate::statement::agentless::ABOUT_SOMEBODY;
use crate::statement::coref::Resolved;
use crate::statement::draft::Draft;
use crate::statement::reader::Reader;
use crate::statement::unit::Unit;
use crate::text::vocabulary::WordId;

/// How many statements of the text are looked at.
const LOOKED_AT: usize = 30;

/// Shortest word that tells what a statement is about, in letters.
const TELLING: usize = 4;

/// Gives each statement of the headline whose speaker is only described, or not told at all, the person who retells most of its words;
/// that is worked out, not told, and so not sure.
pub(crate) fn name_speaker_of_headline(reader: &Reader, units: &[Unit], drafts: &[Draft], settled: &mut [Resolved]) {
    let in_headline = |draft: &Draft| units.get(draft.unit).is_some_and(|unit| unit.headline);
    let first = drafts.iter().take_while(|draft| in_headline(draft)).count();
    for at in 0..first {
        let Some(draft) = drafts.get(at) else { continue };
        let about = draft.rule == ABOUT_SOMEBODY;
        let unnamed = |one: &Resolved| one.speaker.entity.is_none() && !one.speaker.name.is_empty();
        if !about && !settled.get(at).is_some_and(unnamed) {
            continue;
        }
        let Some(teller) = teller(reader, draft, drafts, settled, first) else { continue };
        settled[at].speaker = settled[teller].speaker.clone();
        settled[at].sure = false;
        if settled[at].reference == Reference::Unknown {
            settled[at].reference = Reference::Carried;
        }
    }
}

/// The statement by a person that holds half of a headline's words or more, the fullest one.
fn teller(reader: &Reader, headline: &Draft, drafts: &[Draft], settled: &[Resolved], first: usize) -> Option<usize> {
    let wanted = words(reader, headline);
    let shared = |draft: &Draft| words(reader, draft).iter().filter(|word| wanted.contains(word)).count();
    let about = headline.rule == ABOUT_SOMEBODY;
    let person = |one: &Resolved| one.speaker.kind == Some(EntityKind::Person) && (one.sure || about);
    let later = drafts.iter().zip(settled).enumerate().skip(first).take(LOOKED_AT);
    let tellers = later.filter(|(_, (_, one))| person(one)).map(|(at, (draft, _))| (shared(draft), at));
    let (most, at) = tellers.max_by_key(|&(shared, at)| (shared, std::cmp::Reverse(at)))?;
    (2 * most >= wanted.len() && most > 1).then_some(at)
}

/// The words of a statement that tell what it is about.
fn words(reader: &Reader, draft: &Draft) -> Vec<WordId> {
    const LONGEST: usize = 120;
    let tokens = draft.content.clone().take(LONGEST).filter(|&at| reader.is_word(at));
    let telling = tokens.filter(|&at| reader.text(at).chars().count() >= TELLING);
    let mut words: Vec<WordId> = telling.filter_map(|at| reader.token(at).map(|token| token.word)).collect();
    words.order();
    words.dedup();
    words
}
