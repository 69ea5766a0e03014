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
    for at in between {
        part(sight, names, at);
        agree(sight, names, at);
    }
}

/// Makes two names of one that goes over `at`.
fn part(sight: &Sight, names: &mut Vec<Name>, at: usize) {
    let Some(whole) = names.iter().position(|name| name.start <= at && at < name.end) else { return };
    let name = names.remove(whole);
    let side = |start: usize, end: usize| Name {
        start,
        end,
        kind: sight.known_kind(start, end).unwrap_or(name.kind),
        rule: "border",
        margin: name.margin,
    };
    let sides = [side(name.start, at), side(at + 1, name.end)];
    names.extend(sides.into_iter().filter(|side| side.start < side.end));
    names.order_by_key(|name| name.start);
}

/// Gives the kind of one of the names beside `at` to the other: to one that was not seen, or that is no known name where this is.
fn agree(sight: &Sight, names: &mut Vec<Name>, at: usize) {
    let left = names.iter().position(|name| name.end == at);
    let right = names.iter().position(|name| name.start == at + 1);
    let (one, start, end) = match (left, right) {
        (Some(left), Some(right)) => return settle(sight, names, left, right),
        (Some(one), None) => (one, at + 1, at + 2),
        (None, Some(one)) if at > 0 => (one, at - 1, at),
        _ => return,
    };
    let word = sight.word(start);
    let free = names.iter().all(|name| name.end <= start || end <= name.start);
    let other = [Cues::TITLE, Cues::CALENDAR, Cues::OTHER_HEAD, Cues::ORGANIZATION_HEAD]
        .iter()
        .any(|cue| sight.cues_at(start).has(*cue));
    let (beside, seam) = if start > at { (end, end) } else { (start.wrapping_sub(1), start) };
    let is_capital = |token: usize| sight.cases.get(token).is_some_and(|case| case.is_capital());
    let alone = !is_capital(beside) || !sight.is_apart_by_space(seam);
    let glued = sight.cases.get(start) == Some(&Case::Mixed);
    let capital = is_capital(start) && !glued && sight.is_apart_by_space(start.max(at));
    if free && alone && capital && !other && word.is_some_and(|word| !sight.is_common(word)) {
        names.push(Name { start, end, kind: names[one].kind, rule: "list", margin: 0 });
        names.order_by_key(|name| name.start);
    }
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
