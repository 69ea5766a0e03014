//! Academic degrees behind a name ("Budi, S.E., M.M.,", "Budi, MKM,").

use std::ops::Range;

use crate::entity::mention::EntityKind;
use crate::statement::grammar::Role;
use crate::statement::reader::{Name, Reader};

/// Past ", S.E., M.M.," after a name, and the speciality behind them (", Sp.A, Spesialis Anak,").
pub(crate) fn past(reader: &Reader, mut at: usize, limit: usize) -> usize {
    const LONGEST: usize = 9;
    let mut degree = false;
    while reader.is_comma(at) {
        let Some(comma) = (at + 1..limit.min(at + LONGEST)).find(|&token| reader.is_comma(token)) else { break };
        let special = degree && reader.has(at + 1, Role::RoleNoun);
        if !special && !is_dotted(reader, at + 1..comma) || !reader.names_in(at + 1..comma).is_empty() {
            break;
        }
        (at, degree) = (comma, true);
    }
    at
}

/// "S.E.", "Sp.A(K)": short parts beginning in capitals, with stops between.
fn is_dotted(reader: &Reader, tokens: Range<usize>) -> bool {
    const LONGEST: usize = 4;
    let dotted = tokens.clone().any(|at| reader.is(at, ".") && reader.joined(at));
    let part = |at: usize| {
        let text = reader.text(at);
        reader.is_capital(at) && text.len() <= LONGEST || matches!(text, "." | "(" | ")" | "-")
    };
    dotted && tokens.len() > 1 && tokens.into_iter().all(part)
}

/// Whether the stretch at `at` is a degree behind a person's name, short and in capitals ("Budi Santoso, MKM,").
pub(crate) fn closes(reader: &Reader, segments: &[Range<usize>], at: usize) -> bool {
    const LONGEST: usize = 4;
    let Some((segment, earlier)) = segments.get(at).zip(at.checked_sub(1).and_then(|at| segments.get(at))) else {
        return false;
    };
    let text = reader.text(segment.start);
    let capitals = text.bytes().filter(u8::is_ascii_uppercase).count() >= 2;
    let named = |name: &Name| name.kind == EntityKind::Person && name.tokens.end == earlier.end;
    segment.len() == 1
        && capitals
        && text.len() <= LONGEST
        && reader.names_in(earlier.clone()).last().is_some_and(named)
}
