//! The corrections as they are, were, and may be again.

use crate::corrections::Correction;
use crate::shared::Shared;

type List = Shared<Vec<Correction>>;

/// All corrections, with the way back and forth.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct History {
    /// The corrections that hold.
    pub now: List,
    past: Vec<List>,
    future: Vec<List>,
}

impl History {
    /// Starts anew with these.
    pub fn start(all: Vec<Correction>) -> Self {
        Self { now: Shared::new(all), ..Self::default() }
    }

    /// Adds corrections; each takes the place of an earlier one of the same thing.
    pub fn add(&mut self, new: Vec<Correction>) {
        self.change(|all| {
            for correction in new {
                all.retain(|other| !other.is_replaced_by(&correction));
                all.push(correction);
            }
        });
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
    use super::History;
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
}
