//! The corrections as they are, were, and may be again.

use crate::corrections::Correction;
use crate::shared::Shared;

type List = Shared<Vec<Correction>>;

/// Adds a correction in the place of an earlier one of the same thing.
fn put(all: &mut Vec<Correction>, correction: Correction) {
    all.retain(|other| !other.is_replaced_by(&correction));
    all.push(correction);
}

/// `theirs` with all that was added to and taken from `base` in `mine`.
pub fn merge(base: &[Correction], mine: &[Correction], theirs: &[Correction]) -> Vec<Correction> {
    if theirs == base {
        return mine.to_vec();
    }
    let stays = |correction: &&Correction| mine.contains(correction) || !base.contains(correction);
    let mut all = theirs.iter().filter(stays).cloned().collect();
    let new = mine.iter().filter(|correction| !base.contains(correction) && !theirs.contains(correction));
    new.for_each(|correction| put(&mut all, correction.clone()));
    all
}

/// All corrections, with the way back and forth.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct History {
    /// The corrections that hold.
    pub now: List,
    past: Vec<List>,
    future: Vec<List>,
}

impl History {
    /// Adds corrections; each takes the place of an earlier one of the same thing.
    pub fn add(&mut self, new: Vec<Correction>) {
        self.change(|all| new.into_iter().for_each(|correction| put(all, correction)));
    }

    /// Takes over what has become of `known` elsewhere. The way back still leads through the changes
    /// made here, and leaves those made elsewhere alone.
    pub fn join(&mut self, known: &[Correction], theirs: &[Correction]) {
        for list in [&mut self.now].into_iter().chain(&mut self.past).chain(&mut self.future) {
            let merged = merge(known, list, theirs);
            if merged != **list {
                *list = Shared::new(merged);
            }
        }
        for way in [&mut self.past, &mut self.future] {
            way.dedup_by(|one, other| **one == **other);
            way.pop_if(|last| **last == *self.now);
        }
    }

    /// Takes one back.
    pub fn take_back(&mut self, index: usize) {
        self.change(|all| {
            if index < all.len() {
                all.remove(index);
            }
        });
    }

    fn change(&mut self, change: impl FnOnce(&mut Vec<Correction>)) {
        let before = self.now.clone();
        change(self.now.make_mut());
        if *before != *self.now {
            self.past.push(before);
            self.future.clear();
        }
    }

    /// Takes the last change back; whether there was one.
    pub fn undo(&mut self) -> bool {
        let Some(before) = self.past.pop() else { return false };
        self.future.push(std::mem::replace(&mut self.now, before));
        true
    }

    /// Makes the change again that was taken back last; whether there was one.
    pub fn redo(&mut self) -> bool {
        let Some(after) = self.future.pop() else { return false };
        self.past.push(std::mem::replace(&mut self.now, after));
        true
    }

    /// Whether there is a change to take back, and one to make again.
    pub fn can(&self) -> [bool; 2] {
        [!self.past.is_empty(), !self.future.is_empty()]
    }
}

#[cfg(test)]
mod tests {
    use super::{History, merge};
    use crate::corrections::Correction;

    fn no_name(name: &str) -> Vec<Correction> {
        vec![Correction::NotAName(name.to_owned())]
    }

    #[test]
    fn changes_are_taken_back_and_made_again() {
        let mut history = History::default();
        history.add(no_name("a"));
        history.add(no_name("b"));
        history.take_back(0);
        assert_eq!(*history.now, no_name("b"));
        assert!(history.undo() && history.undo());
        assert_eq!((*history.now).clone(), no_name("a"));
        assert_eq!(history.can(), [true, true]);
        assert!(history.redo());
        history.add(no_name("c"));
        assert!(!history.redo());
        assert_eq!(history.now.len(), 3);
    }

    #[test]
    fn a_later_correction_of_the_same_thing_takes_its_place() {
        let when = |value: &str| Correction::When("Lebaran".to_owned(), value.to_owned(), None);
        let mut history = History::default();
        history.add(vec![when("2022-05-02")]);
        history.add(vec![when("2023-04-22")]);
        assert_eq!(*history.now, [when("2023-04-22")]);
    }

    fn names(of: &str) -> Vec<Correction> {
        of.chars().flat_map(|name| no_name(&name.to_string())).collect()
    }

    #[test]
    fn two_that_change_the_same_list_lose_nothing_of_either() {
        let merged = |base, mine, theirs| merge(&names(base), &names(mine), &names(theirs));
        assert_eq!(merged("ab", "abc", "abd"), names("abdc"));
        assert_eq!(merged("ab", "b", "abd"), names("bd"));
        assert_eq!(merged("ab", "abc", "a"), names("ac"));
        assert_eq!(merged("ab", "ab", "b"), names("b"));
        assert_eq!(merged("ab", "ba", "ab"), names("ba"));
        assert_eq!(merged("", "a", "a"), names("a"));
    }

    #[test]
    fn of_two_values_for_one_thing_the_later_one_holds() {
        let when = |value: &str| vec![Correction::When("Lebaran".to_owned(), value.to_owned(), None)];
        assert_eq!(merge(&when("2021"), &when("2022"), &when("2023")), when("2022"));
    }

    #[test]
    fn undoing_leaves_what_came_from_elsewhere() {
        let mut history = History::default();
        history.add(names("a"));
        history.join(&names("a"), &names("ab"));
        assert_eq!(*history.now, names("ab"));
        assert!(history.undo());
        assert_eq!(*history.now, names("b"));
        history.join(&names("b"), &names("bc"));
        assert!(history.redo());
        assert_eq!(*history.now, names("bca"));
    }

    #[test]
    fn there_is_nothing_to_undo_of_what_was_taken_back_elsewhere() {
        let mut history = History::default();
        history.add(names("a"));
        history.join(&names("a"), &[]);
        assert_eq!((history.now.len(), history.can()), (0, [false, false]));
    }
}
