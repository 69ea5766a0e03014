//! What stands in a list is of one kind: "Honda, Mazda, Subaru, Jeep dan Wuling".

use std::ops::Range;

use crate::entity::case::Case;
use crate::entity::lexicon::Cues;
use crate::entity::mention::EntityKind;
use crate::entity::recognise::{Name, Sight};
use crate::entity::role::Roles;
use crate::order::Order;

/// Items that make a list, at least.
const LEAST: usize = 4;
/// Tokens of an item, at most.
const LONGEST: usize = 5;
/// A name of this margin keeps its kind, whatever it stands beside: 6 nats.
const FIRM: i32 = 96;

/// Gives the kind of most items of a list to the others, and to those that were passed over.
pub fn agree(sight: &Sight, names: &mut Vec<Name>) {
    let mut added = Vec::new();
    for list in sight.document.sentences().iter().flat_map(|sentence| lists(sight, &sentence.tokens)) {
        let Some(kind) = kind(names, &list) else { continue };
        for item in &list {
            match place(names, item) {
                Ok(at) if names[at].end == item.end => settle(sight, &mut names[at], kind),
                Ok(_) => {}
                Err(at) => {
                    let apart = at == 0 || names[at - 1].end <= item.start;
                    let free = apart && names.get(at).is_none_or(|next| next.start >= item.end);
                    if free && item.clone().all(|token| is_telling(sight, token)) {
                        added.push(Name { start: item.start, end: item.end, kind, rule: "list", margin: 0 });
                    }
                }
            }
        }
    }
    names.append(&mut added);
    names.order_by_key(|name| name.start);
}

/// Whether a token may be one of a name by itself.
fn is_telling(sight: &Sight, token: usize) -> bool {
    let common = sight.word(token).is_none_or(|word| sight.is_common(word));
    sight.cases[token] == Case::Sign || sight.cases[token] != Case::Number && !common
}

fn place(names: &[Name], item: &Range<usize>) -> Result<usize, usize> {
    names.binary_search_by_key(&item.start, |name| name.start)
}

/// The kind that more than half of the items have.
fn kind(names: &[Name], list: &[Range<usize>]) -> Option<EntityKind> {
    let found = list.iter().filter_map(|item| names.get(place(names, item).ok()?).filter(|name| name.end == item.end));
    let mut counts = [0_usize; 3];
    found.for_each(|name| counts[name.kind as usize] += 1);
    let kinds = [EntityKind::Person, EntityKind::Organization, EntityKind::Location];
    kinds.into_iter().find(|kind| counts[*kind as usize] * 2 > list.len())
}

fn settle(sight: &Sight, name: &mut Name, kind: EntityKind) {
    let known = (name.start..name.end)
        .any(|token| sight.known_kind(token, token + 1).is_some_and(|known| known != kind))
        || sight.known_kind(name.start, name.end).is_some_and(|known| known != kind);
    if name.kind != kind && name.margin < FIRM && !known {
        name.kind = kind;
        name.rule = "list";
    }
}

/// The lists of a sentence: capitals with commas between, and "and" before the last.
fn lists(sight: &Sight, sentence: &Range<usize>) -> Vec<Vec<Range<usize>>> {
    let mut lists = Vec::new();
    let mut at = sentence.start;
    while at < sentence.end {
        let list = list(sight, at, sentence.end);
        at = list.last().map_or(at + 1, |item| item.end.max(at + 1));
        if list.len() >= LEAST {
            lists.push(list);
        }
    }
    lists
}

/// The items from `at` on.
fn list(sight: &Sight, at: usize, end: usize) -> Vec<Range<usize>> {
    let mut items = Vec::new();
    let mut start = at;
    while let Some(item) = item(sight, start, end) {
        start = item.end + 1;
        let (goes_on, closes) = (sight.text(item.end) == ",", item.end < end && sight.has_role(item.end, Roles::JOINS));
        items.push(item);
        if closes {
            items.extend(self::item(sight, start, end));
        }
        if !goes_on {
            break;
        }
    }
    items
}

/// The capitals from `at` on, with what is joined to them.
fn item(sight: &Sight, at: usize, end: usize) -> Option<Range<usize>> {
    let tokens = sight.document.tokens();
    let capital = |token: usize| sight.cases[token].is_capital() && !sight.cues_at(token).has(Cues::CALENDAR);
    if at >= end || !capital(at) {
        return None;
    }
    let part = |token: &usize| capital(*token) || tokens[*token].joined && sight.text(*token) != ",";
    let length = (at..end.min(at + LONGEST)).take_while(part).count();
    let last = (at..at + length).rev().find(|&token| sight.cases[token] != Case::Sign)?;
    Some(at..last + 1)
}

#[cfg(test)]
mod tests {
    use crate::entity::mention::EntityKind::{self, Location, Organization, Person};
    use crate::{Article, Language, analyze};

    fn kinds(text: &str, names: &[&str]) -> Vec<Option<EntityKind>> {
        let found = analyze(&Language::indonesian(), &Article::new("a.txt", text));
        let of = |name: &&str| {
            let mentions = &found.entities.mentions;
            mentions.iter().find(|mention| found.document.slice(mention.span) == *name).map(|mention| mention.kind)
        };
        names.iter().map(of).collect()
    }

    #[test]
    fn what_stands_in_a_list_is_of_one_kind() {
        let makers = "Pameran itu diikuti Honda, Toyota, Suzuki, Jaecoo, Hyundai dan Xpeng, Senin (3/3/2025).";
        assert_eq!(kinds(makers, &["Jaecoo", "Xpeng", "Senin"]), [Some(Organization), Some(Organization), None]);
    }

    #[test]
    fn a_verb_ends_a_list() {
        let text = "Siti Aminah, Budi Santoso, Joko Susilo, Rina Wati memuji Xpeng.";
        assert_ne!(kinds(text, &["Xpeng"]), [Some(Person)]);
    }

    #[test]
    fn a_known_name_stays_what_it_is() {
        let mixed = "Hadir Budi Santoso, Siti Aminah, Joko Susilo, Bandung, Rina Wati dan Ahmad Fauzi.";
        assert_eq!(kinds(mixed, &["Rina Wati", "Bandung"]), [Some(Person), Some(Location)]);
    }
}
