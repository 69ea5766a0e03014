//! "Hal itu diungkapkan S", "Demikian disampaikan S": the sentence before is the content.

use crate::statement::StatementKind;
use crate::statement::content;
use crate::statement::draft::Draft;
use crate::statement::grammar::{Cue, Forms, Role, Tier};
use crate::statement::reader::Reader;
use crate::statement::source;
use crate::statement::speaker::{self, Who};
use crate::statement::unit::Unit;

/// The statement that a unit attributes by pointing back to the unit before it.
pub(crate) fn find(reader: &Reader, unit: &Unit, before: Option<(usize, &Unit)>) -> Option<Draft> {
    let (index, content) = before?;
    let (at, cue) = cue(reader, unit)?;
    let who = speaker::read(reader, source::after(reader, at + 1, unit.tokens.end), unit.tokens.end);
    if who == Who::Nobody {
        return None;
    }
    let first = content.tokens.start;
    let end = content::end(reader, first, content.tokens.end);
    let mut draft = Draft::new(StatementKind::Indirect, first..end, index, "pointing back, passive cue");
    (draft.cue, draft.who, draft.act) = (Some(at), who, cue.act);
    let dates = reader.time_end(first).is_some_and(|last| last >= end);
    (end > first && !dates).then_some(draft)
}

/// Whether "demikian" stands here, which before a passive cue points back to the whole sentence before.
pub(crate) fn is_thus(reader: &Reader, at: usize) -> bool {
    reader.has(at, Role::Likeness) && reader.has(at, Role::Conjunction)
}

fn cue(reader: &Reader, unit: &Unit) -> Option<(usize, Cue)> {
    const WITHIN: usize = 8;
    let first = unit.tokens.start;
    let passive = |at: usize| reader.cue(at, Forms::PASSIVE).filter(|cue| cue.tier == Tier::Core);
    if let Some(cue) = passive(first + 1).filter(|_| is_thus(reader, first)) {
        return Some((first + 1, cue));
    }
    let start = (unit.tokens.start..unit.tokens.end)
        .take(6)
        .find(|&at| reader.has(at, Role::Anaphor) && reader.has(at + 1, Role::Demonstrative))?;
    let at = (start + 2..unit.tokens.end.min(start + WITHIN)).find(|&at| reader.cue(at, Forms::PASSIVE).is_some())?;
    let cue = passive(at)?;
    let between = start + 2..at;
    between.into_iter().all(|token| reader.has(token, Role::Adverb)).then_some((at, cue))
}
