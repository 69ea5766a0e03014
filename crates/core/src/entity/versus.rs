//! Who plays whom: "Anutera vs Betatara" are two names, and two of a kind.

use crate::entity::border::PEOPLE;
use crate::entity::case::Case;
use crate::entity::lexicon::Cues;
use crate::entity::mention::EntityKind;
use crate::entity::recognise::{Name, Sight};
use crate::entity::role::Roles;
use crate::order::Order;

/// Parts names at what stands between opponents, and gives what is known of one to the other. They stay in order.
pub fn read(sight: &Sight, names: &mut Vec<Name>) {
    let tokens = 0..sight.cases.len();
    let between: Vec<usize> = tokens.filter(|token| sight.has_role(*token, Roles::VERSUS)).collect();
    if between.is_empty() {
        return;
    }
    *names = names.iter().flat_map(|name| parts(sight, name, &between)).collect();
    let added: Vec<Name> = between.into_iter().filter_map(|at| agree(sight, names, at)).collect();
    if !added.is_empty() {
        names.extend(added);
        names.order_by_key(|name| name.start);
        // "Anu vs Betatara vs Citra": the one in the middle is asked for twice.
        names.dedup_by_key(|name| name.start);
    }
}

/// A name, or the names that it is made of when opponents were taken for one.
fn parts(sight: &Sight, name: &Name, between: &[usize]) -> Vec<Name> {
    let from = between.partition_point(|at| *at < name.start);
    let inside = between[from..].iter().take_while(|at| **at < name.end);
    let mut parts = Vec::new();
    let mut start = name.start;
    for end in inside.copied().chain([name.end]) {
        let whole = start == name.start && end == name.end;
        let kind = if whole { None } else { sight.known_kind(start, end) };
        if start < end {
            let rule = if whole { name.rule } else { "border" };
            parts.push(Name { start, end, kind: kind.unwrap_or(name.kind), rule, margin: name.margin });
        }
        start = end + 1;
    }
    parts
}

/// Gives the kind of one of the names beside `at` to the other if that is no known name where this is; or makes a name, which is
/// given back, of an opponent that was not seen.
fn agree(sight: &Sight, names: &mut [Name], at: usize) -> Option<Name> {
    let next = names.partition_point(|name| name.start <= at);
    let left = next.checked_sub(1).filter(|left| names[*left].end == at);
    let right = Some(next).filter(|right| names.get(*right).is_some_and(|name| name.start == at + 1));
    let (kind, start) = match (left, right) {
        (Some(left), Some(right)) => {
            settle(sight, names, left, right);
            return None;
        }
        (Some(left), None) => (names[left].kind, at + 1),
        (None, Some(right)) => (names[right].kind, at.checked_sub(1)?),
        (None, None) => return None,
    };
    let before = next.checked_sub(1).map_or(0, |before| names[before].end);
    let after = names.get(next).map_or(usize::MAX, |after| after.start);
    let free = before <= start && start < after;
    (free && is_opponent(sight, start, at)).then_some(Name { start, end: start + 1, kind, rule: "list", margin: 0 })
}

/// Whether the token at `start`, which is beside the one at `at`, may be a name by itself.
fn is_opponent(sight: &Sight, start: usize, at: usize) -> bool {
    const OTHERS: [Cues; 4] = [Cues::TITLE, Cues::CALENDAR, Cues::OTHER_HEAD, Cues::ORGANIZATION_HEAD];
    let (beside, seam) = if start > at { (start + 1, start + 1) } else { (start.wrapping_sub(1), start) };
    let is_capital = |token: usize| sight.cases.get(token).is_some_and(|case| case.is_capital());
    let alone = !is_capital(beside) || !sight.is_apart_by_space(seam);
    let glued = sight.cases.get(start) == Some(&Case::Mixed);
    let capital = is_capital(start) && !glued && sight.is_apart_by_space(start.max(at));
    let other = OTHERS.iter().any(|cue| sight.cues_at(start).has(*cue));
    alone && capital && !other && sight.word(start).is_some_and(|word| !sight.is_common(word))
}

/// A body and a place, of which one is known as what it is: two bodies or two places.
fn settle(sight: &Sight, names: &mut [Name], left: usize, right: usize) {
    let person = |at: usize| names[at].kind == EntityKind::Person;
    let known = |at: usize| sight.known_kind(names[at].start, names[at].end);
    let sure = |at: usize| known(at) == Some(names[at].kind);
    let headed = |at: usize| sight.words(&names[at]).any(|word| sight.cues(word).has(Cues::ORGANIZATION_HEAD));
    let like_people = |at: usize| sight.words(&names[at]).any(|word| sight.cues(word).0 & PEOPLE != 0);
    let (from, to) = match (sure(left), sure(right)) {
        (true, false) => (left, right),
        (false, true) => (right, left),
        _ => return,
    };
    let other = known(to).is_some_and(|kind| kind != names[from].kind);
    if !(person(from) || headed(to) || other || person(to) && like_people(to)) {
        names[to].kind = names[from].kind;
        names[to].rule = "list";
    }
}

#[cfg(test)]
mod tests {
    use crate::entity::sample::names;

    #[test]
    fn opponents_are_two_of_a_kind() {
        assert_eq!(names("Laga Palestina vs Oman digelar di Kudus."), ["L:Palestina", "L:Oman", "L:Kudus"]);
        assert_eq!(names("Laga Juventus vs Anutera digelar di Kudus."), ["O:Juventus", "O:Anutera", "L:Kudus"]);
    }

    #[test]
    fn what_is_no_name_has_no_opponent() {
        assert_eq!(names("Uji mobil listrik vs mobil bensin digelar di Kudus."), ["L:Kudus"]);
        assert_eq!(names("Duel Juventus vs mereka digelar di Kudus."), ["O:Juventus", "L:Kudus"]);
    }
}
