//! The medium a statement was read in ("dikutip dari CNN"): never its speaker.

use std::ops::Range;

use crate::entity::mention::EntityKind;
use crate::statement::draft::Draft;
use crate::statement::grammar::Role;
use crate::statement::reader::Reader;
use crate::statement::unit::Unit;

/// The medium of a statement, named after it or before it in its unit; empty when none is.
pub(crate) fn of(reader: &Reader, unit: &Unit, draft: &Draft) -> Range<usize> {
    const FARTHEST: usize = 40;
    let after = draft.content.end..unit.tokens.end.min(draft.content.end + FARTHEST);
    let before = unit.tokens.start..draft.content.start.min(unit.tokens.start + FARTHEST);
    Some(find(reader, after)).filter(|name| !name.is_empty()).unwrap_or_else(|| find(reader, before))
}

/// The name after a word like "dikutip" in `tokens`.
fn find(reader: &Reader, tokens: Range<usize>) -> Range<usize> {
    let Some(source) = tokens.clone().find(|&at| reader.has(at, Role::Source)) else { return 0..0 };
    let start = source + 1 + usize::from(reader.has(source + 1, Role::Stop));
    name(reader, start..tokens.end)
}

/// The organisation or capitalised run at the head of `tokens`.
pub(crate) fn name(reader: &Reader, tokens: Range<usize>) -> Range<usize> {
    const FARTHEST: usize = 6;
    let start = tokens.clone().take(FARTHEST).find(|&at| reader.is_capital(at) || reader.name(at).is_some());
    let Some(start) = start.filter(|&at| !(tokens.start..at).any(|before| reader.is_sign(before))) else { return 0..0 };
    if reader.time_end(start).is_some() {
        return 0..0;
    }
    match reader.name(start) {
        Some(name) if name.kind != EntityKind::Person => name.tokens.start..name.tokens.end.min(tokens.end),
        _ => start..run(reader, start, tokens.end),
    }
}

fn run(reader: &Reader, start: usize, limit: usize) -> usize {
    let part = |at: usize| {
        reader.is_capital(at) && reader.time_end(at).is_none()
            || reader.joined(at) && reader.joined(at + 1) && !reader.is_comma(at)
    };
    (start..limit).find(|&at| !part(at)).unwrap_or(limit)
}
